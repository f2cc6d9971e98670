import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { MeView, RoundDetailView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { ErrorState } from '@/components/error-state/error-state';
import { ListFoot } from '@/components/list-foot/list-foot';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { WishCard } from '@/components/wish-card/wish-card';
import { MemberGate } from '@/features/member/member-gate';
import { RoundFields } from '@/features/round/round-fields';
import { formOfRound, newRoundForm, roundAreas } from '@/features/round/round-form';
import { RunRound } from '@/features/round/run-round';
import { useRoundForm } from '@/features/round/use-round-form';
import { wishCardProps } from '@/features/wish/wish-card-of';
import { readQuery, replacePage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { hasRole, useSession } from '@/lib/session';
import { useApiPages, useApiQuery } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';
import { useListPage } from '@/lib/use-list-page';
import '@/features/round/round.css';

const STAFF = ['administrator', 'staff', 'socialWorker'] as const;

/** 筹备一期: words and times first, then the wishes, then it opens by itself or at once. */
export default function EditRoundPage() {
  const { params } = useRouter();
  const { me } = useSession();
  const roundId = readQuery(params, 'id') ?? '';
  if (me === null || !STAFF.some((role) => hasRole(me, role))) return <Screen title="筹备一期"><MemberGate back="rounds" roles={STAFF}>{() => null}</MemberGate></Screen>;
  return roundId === '' ? <NewRound me={me} /> : <EditRound me={me} roundId={roundId} />;
}

function NewRound({ me }: { me: MeView }) {
  const areas = roundAreas(me);
  const first = areas[0];
  const [empty] = useState(() => newRoundForm(first?.areaId ?? '', serverNowMs()));
  const form = useRoundForm('round.new', empty);
  const create = useApiCommand('round.create', { invalidates: ['round.list'], onDone: ({ roundId }) => { form.clear(); void replacePage('editRound', { id: roundId }); } });
  if (first === undefined) return <Screen title="筹备一期"><ErrorState title="您还没有负责的街道或社区" note="一期要放在一个街道或社区里。请管理员给您开通那里的身份。" /></Screen>;
  const submit = (): void => {
    const { kind, areaId, title, theme } = form.value;
    if (form.check()) void create.run({ kind, areaId, title, theme, ...form.times });
  };
  return (
    <Screen title="筹备一期" bottom={<BottomBar failure={create.failure} note="下一步挑心愿。没开始前，邻居看不到"><Button busy={create.isBusy} busyText="正在记下…" onClick={submit}>下一步，挑心愿</Button></BottomBar>}>
      <RoundFields form={form} areas={areas} fields={create.fields} />
    </Screen>
  );
}

function EditRound({ me, roundId }: { me: MeView; roundId: string }) {
  const round = useApiQuery('round.get', { roundId });
  if (round.data === undefined) return <Screen title="筹备和管理">{round.failure === null ? <SkeletonList count={2} kind="row" /> : <ErrorState failure={round.failure} onRetry={() => void round.refresh()} />}</Screen>;
  if (!round.data.canManage) return <Screen title="筹备和管理"><ErrorState title="这一期由别处筹备" note={`${round.data.areaName}的工作人员在管，要改请和他们说一声。`} link={{ text: '看这一期', onClick: () => void replacePage('round', { id: roundId }) }} /></Screen>;
  return <Workbench me={me} round={round.data} onChanged={round.refresh} />;
}

const CHANGED = ['round.get', 'round.list', 'round.candidates', 'round.wishes'] as const;

function Workbench({ me, round, onChanged }: { me: MeView; round: RoundDetailView; onChanged: () => Promise<void> }) {
  const [isEditing, setEditing] = useState(false);
  const isOver = round.state !== 'draft' && round.state !== 'open';
  return (
    <Screen title="筹备和管理" bottom={isOver ? undefined : <RunRound round={round} />}>
      <View className="u-display">{round.title}</View>
      {isOver && <View className="u-mt3"><Notice tone="info">这一期已经结束，改不了了。</Notice></View>}
      {!isOver && !isEditing && <View className="u-mt3"><Button kind="secondary" size="small" icon="edit" onClick={() => setEditing(true)}>改名字、说明和时间</Button></View>}
      {isEditing && <EditWords me={me} round={round} onDone={() => { setEditing(false); void onChanged(); }} />}
      {!isOver && <PickWishes round={round} />}
    </Screen>
  );
}

function EditWords({ me, round, onDone }: { me: MeView; round: RoundDetailView; onDone: () => void }) {
  const [empty] = useState(() => formOfRound(round));
  const form = useRoundForm(`round.${round.roundId}`, empty);
  const update = useApiCommand('round.update', { about: round.roundId, invalidates: CHANGED, onDone: () => { form.clear(); onDone(); } });
  const save = (): void => {
    if (form.check()) void update.run({ roundId: round.roundId, title: form.value.title, theme: form.value.theme, ...form.times });
  };
  return (
    <View className="rnd-panel u-mt3">
      <RoundFields form={form} areas={roundAreas(me)} fields={update.fields} isStanding isRunning={round.state === 'open'} />
      {update.failure !== null && Object.keys(update.fields).length === 0 && <View className="u-mt3"><Notice tone="accent">{update.failure.message}</Notice></View>}
      <View className="u-mt4"><Button kind="secondary" busy={update.isBusy} busyText="正在存…" onClick={save}>存好</Button></View>
    </View>
  );
}

/** Everything that waits in the area; a tap puts a wish in or takes it out, and what stands elsewhere says so. */
function PickWishes({ round }: { round: RoundDetailView }) {
  const candidates = useApiPages('round.candidates', { roundId: round.roundId, areaId: round.areaId }, { isAlwaysFresh: true });
  const add = useApiCommand('round.addWishes', { about: round.roundId, invalidates: CHANGED });
  const remove = useApiCommand('round.removeWish', { about: round.roundId, invalidates: CHANGED });
  useListPage(candidates);
  const isBusy = add.isBusy || remove.isBusy;
  const failure = add.failure ?? remove.failure;
  const toggle = (wishId: string, isIn: boolean): void => {
    if (isBusy) return;
    add.clear();
    remove.clear();
    if (isIn) void remove.run({ roundId: round.roundId, wishId });
    else void add.run({ roundId: round.roundId, wishIds: [wishId] });
  };
  return (
    <View>
      <SectionHead title="挑心愿" note={`已放 ${round.wishCount} 个`} />
      {failure !== null && <View className="u-mt2"><Notice tone="accent">{failure.message}</Notice></View>}
      {candidates.isLoading && <SkeletonList count={3} kind="wish" />}
      {candidates.failure !== null && <ErrorState failure={candidates.failure} onRetry={() => void candidates.refresh()} />}
      <View className="u-stack u-mt2">
        {candidates.items.map((wish) =>
          wish.standing === 'elsewhere' ? (
            <WishCard key={wish.wishId} {...wishCardProps(wish)} reason="已经在别的一期里" />
          ) : (
            <WishCard key={wish.wishId} {...wishCardProps(wish)} selectable selected={wish.standing === 'here'} onClick={() => toggle(wish.wishId, wish.standing === 'here')} />
          ),
        )}
      </View>
      {candidates.items.length > 0 && <ListFoot pages={candidates} />}
      {!candidates.isLoading && candidates.failure === null && candidates.items.length === 0 && <View className="u-sub u-mt2">{round.areaName}眼下没有等人认领的心愿。有了新的，回到这里再挑。</View>}
    </View>
  );
}
