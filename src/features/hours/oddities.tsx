import { View } from '@tarojs/components';
import type { ServiceOdditiesView } from '@contract';
import { Notice } from '@/components/notice/notice';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { formatDate } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import type { ApiQuery } from '@/lib/use-api';
import { OddityRow } from './oddity-row';

/** What stands out of the last weeks; nothing follows from it by itself. */
export function Oddities({ query, onOpen }: { query: ApiQuery<ServiceOdditiesView>; onOpen: (recordId: string) => void }) {
  const nowMs = serverNowMs();
  const report = query.data;
  return (
    <View>
      <SectionHead title="提个醒" note={report === undefined ? undefined : `${formatDate(report.fromMs, nowMs)}以来`} />
      {query.isLoading && <SkeletonList kind="row" count={2} />}
      {report === undefined && query.failure !== null && <Notice tone="warn" action={{ text: '再试一次', onClick: () => void query.refresh() }}>{query.failure.message}</Notice>}
      {report !== undefined && (
        <View>
          <View className="u-sub">{wordsOf(report)}</View>
          {report.items.length > 0 && <View className="u-stack u-mt3">{report.items.map((oddity) => <OddityRow key={`${oddity.kind}.${oddity.recordId}.${oddity.name}`} oddity={oddity} onOpen={() => onOpen(oddity.recordId)} />)}</View>}
          {report.isPartial && <View className="u-cap u-mt2">记录很多，这里只看了一部分。</View>}
        </View>
      )}
    </View>
  );
}

const wordsOf = ({ items }: ServiceOdditiesView): string => (items.length === 0 ? '没有特别的。' : '只是提个醒：先问问，什么都不会自动发生。');
