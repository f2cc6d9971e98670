import { View } from '@tarojs/components';
import type { ContributionView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { ListFoot } from '@/components/list-foot/list-foot';
import { MetaLine } from '@/components/meta-line/meta-line';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { Tag } from '@/components/tag/tag';
import { formatDay, formatMoney } from '@/lib/format';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';
import { contributionTag } from './contribution-words';

/** Everything I gave, the newest first, and what came back. */
export function MyContributions() {
  const pages = useApiPages('contribution.mine', {});
  useListPage(pages);
  return (
    <View>
      {pages.isLoading && <SkeletonList kind="row" count={3} />}
      {pages.failure !== null && <ErrorState failure={pages.failure} onRetry={() => void pages.refresh()} />}
      <View className="u-stack">{pages.items.map((contribution) => <Row key={contribution.contributionId} contribution={contribution} />)}</View>
      {pages.items.length > 0 && <ListFoot pages={pages} />}
      {!pages.isLoading && pages.failure === null && pages.items.length === 0 && <EmptyState scene="branch" title="还没有出过" note="出过的、退回来的，都会在这里，收据也在。" action={<Button kind="secondary" onClick={() => void openPage('campaigns')}>看看邻居在办什么</Button>} />}
    </View>
  );
}

function Row({ contribution: { contributionId, state, targetTitle, amountFen, kind, paidAtMs, orderedAtMs } }: { contribution: ContributionView }) {
  const tag = contributionTag(state);
  return (
    <Card onClick={() => void openPage('contribution', { id: contributionId })}>
      <View className="u-row u-top u-between u-gap3">
        <View className="u-grow"><View className="u-h3 u-two">{targetTitle}</View><MetaLine className="u-cap u-mt1" parts={[formatDay(paidAtMs ?? orderedAtMs, serverNowMs()), kind === 'cash' ? '现金' : '']} /></View>
        <View className="u-fixed u-right"><View className="u-h3">{formatMoney(amountFen)}</View><View className="u-mt1"><Tag tone={tag.tone} icon={tag.icon}>{tag.words}</Tag></View></View>
      </View>
    </Card>
  );
}
