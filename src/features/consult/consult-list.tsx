import { View } from '@tarojs/components';
import type { ConsultCardView } from '@contract';
import { Card } from '@/components/card/card';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { MetaLine } from '@/components/meta-line/meta-line';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { Tag } from '@/components/tag/tag';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';
import { consultTag, forWhomWords, peopleWords, untilWords } from './consult-words';

function ConsultCard({ consult }: { consult: ConsultCardView }) {
  const tag = consultTag(consult.state);
  return (
    <Card onClick={() => void openPage('consult', { id: consult.consultId })}>
      <View className="u-row u-between u-gap2"><View className="u-h3 u-grow u-break">{consult.title}</View><Tag tone={tag.tone} icon={tag.icon}>{tag.words}</Tag></View>
      <View className="u-sub u-mt2">{forWhomWords(consult)}</View>
      <MetaLine className="u-sub u-mt1" parts={[peopleWords(consult), untilWords(consult, serverNowMs())]} />
    </Card>
  );
}

const NO_INPUT = {};

/** What the community asks its neighbours, the open ones first. */
export function ConsultList() {
  const query = useApiQuery('consult.list', NO_INPUT);
  useListPage({ refresh: query.refresh });
  if (query.data === undefined) return query.failure === null ? <SkeletonList kind="wish" count={2} /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} />;
  if (query.data.length === 0) return <EmptyState scene="basket" title="现在没有要商量的事" note="社区写好一个项目的计划，就会请您来说说什么最要紧。" />;
  return <View className="u-stack">{query.data.map((consult) => <ConsultCard key={consult.consultId} consult={consult} />)}</View>;
}
