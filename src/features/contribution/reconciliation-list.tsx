import { View } from '@tarojs/components';
import type { ReconciliationRowView } from '@contract';
import { Card } from '@/components/card/card';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { ListFoot } from '@/components/list-foot/list-foot';
import { MetaLine } from '@/components/meta-line/meta-line';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { Tag } from '@/components/tag/tag';
import { serverNowMs } from '@/lib/server-clock';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';
import { dayWords, reconciliationTag, sumWords } from './reconciliation-words';

/** 对账: each day of each receiving account, the newest first. */
export function ReconciliationList({ onOpen }: { onOpen: (reconciliationId: string) => void }) {
  const pages = useApiPages('reconciliation.list', {});
  useListPage(pages);
  return (
    <View>
      <View className="u-sub">微信每天上午出前一天的账单，出了自己来对。</View>
      {pages.isLoading && <SkeletonList kind="row" count={4} />}
      {pages.failure !== null && <ErrorState failure={pages.failure} onRetry={() => void pages.refresh()} />}
      <View className="u-stack u-mt4">{pages.items.map((row) => <DayRow key={row.reconciliationId} row={row} onOpen={() => onOpen(row.reconciliationId)} />)}</View>
      {pages.items.length > 0 && <ListFoot pages={pages} />}
      {!pages.isLoading && pages.failure === null && pages.items.length === 0 && <EmptyState scene="branch" title="还没有要对的账" note="用微信收到第一笔以后，第二天起每天对一次。" />}
    </View>
  );
}

function DayRow({ row, onOpen }: { row: ReconciliationRowView; onOpen: () => void }) {
  const { day, entityName } = row;
  const tag = reconciliationTag(row);
  return (
    <Card onClick={onOpen}>
      <View className="u-row u-wrap u-between u-gap2"><View className="u-h3">{dayWords(day, serverNowMs())}</View><Tag tone={tag.tone} icon={tag.icon}>{tag.words}</Tag></View>
      <View className="u-mid u-mt1"><MetaLine parts={sumWords(row)} /></View>
      <View className="u-cap u-break u-mt1">{entityName}</View>
    </Card>
  );
}
