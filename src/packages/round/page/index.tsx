import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { MeView, RoundDetailView, WishCardView } from '@contract';
import { Button } from '@/components/button/button';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { LinkRow } from '@/components/link-row/link-row';
import { ListFoot } from '@/components/list-foot/list-foot';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { CodePlate, RoundHead } from '@/features/round/round-head';
import { TakeOne } from '@/features/round/take-one';
import { WishRow } from '@/features/wish/wish-card-of';
import { openPage, pageUrl, readQuery } from '@/lib/pages';
import { useApiPages, useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

type Status = 'claimable' | 'taken' | 'done';
const STATUSES: readonly (readonly [Status, string])[] = [['claimable', '等人认领'], ['taken', '有人接了'], ['done', '办好了']];
const EMPTY: Readonly<Record<Status, string>> = { claimable: '这一期的心愿都有人接了', taken: '还没有正在办的', done: '还没有办好的' };

const noteOf = (isOver: boolean, status: Status): string => {
  if (isOver) return '心愿墙上还有别的邻居在等。';
  return status === 'claimable' ? '谢谢大家。心愿墙上还有别的邻居在等。' : '等人认领的在旁边那一栏。';
};

/** 这一期: what it is about, how far it is, its wishes; at an event, one tap claims. */
export default function RoundPage() {
  const { params } = useRouter();
  const roundId = readQuery(params, 'id') ?? readQuery(params, 'scene') ?? '';
  return (
    <Screen title="爱心认领">
      <MemberGate back={pageUrl('round', { id: roundId })}>{(me) => <RoundBody me={me} roundId={roundId} />}</MemberGate>
    </Screen>
  );
}

function RoundBody({ me, roundId }: { me: MeView; roundId: string }) {
  const [chosen, setChosen] = useState<Status | null>(null);
  const round = useApiQuery('round.get', { roundId });
  const isOver = round.data?.state === 'closed';
  // Of what is over, what came of it comes first.
  const status = chosen ?? (isOver ? 'done' : 'claimable');
  const wishes = useApiPages('round.wishes', { roundId, status });
  useListPage({ refresh: () => Promise.all([round.refresh(), wishes.refresh()]), loadMore: wishes.loadMore });
  if (round.data === undefined) return round.failure === null ? <SkeletonList count={3} /> : <ErrorState failure={round.failure} onRetry={() => void round.refresh()} link={{ text: '看看别的', onClick: () => void openPage('rounds') }} />;
  const isOnSite = round.data.kind === 'onSite' && round.data.state === 'open';
  return (
    <View>
      <RoundHead round={round.data} />
      <Doors round={round.data} />
      <View className="u-mt6">
        <ChipRow edge>{STATUSES.map(([one, label]) => <Chip key={one} kind="filter" on={status === one} onClick={() => setChosen(one)}>{label}</Chip>)}</ChipRow>
      </View>
      <View className="u-mt3 u-stack">
        {wishes.isLoading && <SkeletonList count={2} kind="wish" />}
        {wishes.failure !== null && <ErrorState failure={wishes.failure} onRetry={() => void wishes.refresh()} />}
        {!wishes.isLoading && wishes.failure === null && wishes.items.length === 0 && <EmptyState scene="basket" title={isOver && status === 'claimable' ? '这一期没有还在等的了' : EMPTY[status]} note={noteOf(isOver, status)} />}
        {wishes.items.map((wish) => <RoundWish key={wish.wishId} wish={wish} me={me} isOnSite={isOnSite} roundId={roundId} />)}
        {wishes.items.length > 0 && <ListFoot pages={wishes} />}
      </View>
    </View>
  );
}

/** At an event a wish is taken with one tap; otherwise its own page says everything first. */
function RoundWish({ wish, me, isOnSite, roundId }: { wish: WishCardView; me: MeView; isOnSite: boolean; roundId: string }) {
  const canTake = isOnSite && wish.wallState === 'claimable' && !wish.isMine && !wish.isClaimedByMe;
  return (
    <View className={canTake ? 'rnd-wish rnd-wish-taking' : 'rnd-wish'}>
      <WishRow wish={wish} onOpen={(wishId) => void openPage('wishDetail', { wishId })} />
      {canTake && <TakeOne wish={wish} me={me} roundId={roundId} />}
    </View>
  );
}

function Doors({ round }: { round: RoundDetailView }) {
  const isLive = round.state === 'open' && round.kind === 'onSite';
  return (
    <View className="u-stack u-mt4">
      {isLive && round.screenCode !== null && <CodePlate code={round.screenCode} note="邻居在“现场认领”里输入它，就到这一页" />}
      {round.state === 'closed' && <Button kind="green" onClick={() => void openPage('roundReport', { id: round.roundId })}>看这一期办成了什么</Button>}
      {(isLive || round.canManage) && (
        <View className="rnd-panel">
          {isLive && <LinkRow icon="check" note="定哪天送、送到了说一声" onClick={() => void openPage('myClaims')}>我认领的</LinkRow>}
          {isLive && <LinkRow icon="picture" note="投到会场的屏幕上" onClick={() => void openPage('roundHall', { id: round.roundId })}>大屏幕</LinkRow>}
          {round.canManage && (round.state === 'draft' || round.state === 'open') && <LinkRow icon="edit" note="改名字和时间，挑心愿，开始或结束" onClick={() => void openPage('editRound', { id: round.roundId })}>筹备和管理</LinkRow>}
        </View>
      )}
    </View>
  );
}
