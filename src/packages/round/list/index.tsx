import { useState } from 'react';
import { View } from '@tarojs/components';
import type { MeView, ROUND_SHELVES } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
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
import { RoundCard } from '@/features/round/round-card';
import { openPage } from '@/lib/pages';
import { hasRole, useSession } from '@/lib/session';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

type Shelf = (typeof ROUND_SHELVES)[number];

const SHELF_LABEL: Readonly<Record<Shelf, string>> = { open: '正在进行', closed: '办完的', draft: '在筹备' };
const EMPTY: Readonly<Record<Shelf, { readonly title: string; readonly note: string }>> = {
  open: { title: '眼下没有正在进行的一期', note: '心愿墙上的心愿随时都能认领，不用等。' },
  closed: { title: '还没有办完的一期', note: '第一期办完，小结会放在这里。' },
  draft: { title: '没有在筹备的', note: '想好主题，挑几个心愿，就能开一期。' },
};

const isStaff = (me: MeView | null): boolean => hasRole(me, 'staff') || hasRole(me, 'socialWorker') || hasRole(me, 'administrator');

/** 爱心认领: rounds and on-site events of the reader's street. */
export default function RoundListPage() {
  const { me } = useSession();
  return (
    <Screen title="爱心认领" bottom={isStaff(me) ? <BottomBar><Button icon="plus" onClick={() => void openPage('editRound')}>筹备一期</Button></BottomBar> : undefined}>
      <MemberGate back="rounds">{(member) => <Rounds me={member} />}</MemberGate>
    </Screen>
  );
}

function Rounds({ me }: { me: MeView }) {
  const [shelf, setShelf] = useState<Shelf>('open');
  const shelves: readonly Shelf[] = isStaff(me) ? ['open', 'draft', 'closed'] : ['open', 'closed'];
  const pages = useApiPages('round.list', { shelf }, { isAlwaysFresh: true });
  useListPage(pages);
  return (
    <View>
      <ChipRow edge>
        {shelves.map((one) => <Chip key={one} kind="filter" on={shelf === one} onClick={() => setShelf(one)}>{SHELF_LABEL[one]}</Chip>)}
      </ChipRow>
      <View className="u-mt3"><View className="rnd-panel"><LinkRow icon="group" note="输入大屏幕上的六位码" onClick={() => void openPage('enterRound')}>在现场？点这里进来</LinkRow></View></View>
      <View className="u-mt3">
        {pages.isLoading && <SkeletonList count={3} kind="row" />}
        {pages.failure !== null && <ErrorState failure={pages.failure} onRetry={() => void pages.refresh()} />}
        {!pages.isLoading && pages.failure === null && pages.items.length === 0 && <EmptyState scene="branch" title={EMPTY[shelf].title} note={EMPTY[shelf].note} />}
        <View className="u-stack">
          {pages.items.map((round) => <RoundCard key={round.roundId} round={round} onOpen={() => void openPage('round', { id: round.roundId })} />)}
        </View>
        {pages.items.length > 0 && <ListFoot pages={pages} />}
      </View>
    </View>
  );
}
