import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { LinkRow } from '@/components/link-row/link-row';
import { ListFoot } from '@/components/list-foot/list-foot';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { matchLine } from '@/features/match/match-words';
import { MemberGate } from '@/features/member/member-gate';
import { openPage } from '@/lib/pages';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 我的配捐: what the shop adds to what neighbours give. */
export default function MatchBudgetsPage() {
  return (
    <Screen title="我的配捐">
      <MemberGate back="matchBudgets" roles={['merchant']}>{() => <Budgets />}</MemberGate>
    </Screen>
  );
}

function Budgets() {
  const pages = useApiPages('match.mine', {}, { isAlwaysFresh: true });
  useListPage(pages);
  if (pages.isLoading) return <SkeletonList count={2} />;
  if (pages.failure !== null && pages.items.length === 0) return <ErrorState failure={pages.failure} onRetry={() => void pages.refresh()} />;
  return (
    <View>
      {pages.items.length === 0 ? <EmptyState scene="basket" title="还没有出过配捐" note="邻居给一份，店里跟一份，办得更快。" /> : <View className="u-mt4"><Card>{pages.items.map((budget) => <LinkRow key={budget.matchBudgetId} note={matchLine(budget)} onClick={() => void openPage('matchBudget', { id: budget.matchBudgetId })}>{budget.campaignTitle}</LinkRow>)}</Card></View>}
      <ListFoot pages={pages} />
      <View className="u-mt5"><Button onClick={() => void openPage('offerMatch')}>出一笔配捐</Button></View>
    </View>
  );
}
