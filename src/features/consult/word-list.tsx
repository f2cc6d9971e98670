import { View } from '@tarojs/components';
import type { ConsultView, ConsultWordKind } from '@contract';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { ListFoot } from '@/components/list-foot/list-foot';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';
import { SpeakFoot, WordCard } from './word-card';

/** Everything of one kind that neighbours may read, the most backed first. */
export function WordList({ consult, kind }: { consult: ConsultView; kind: ConsultWordKind }) {
  const { consultId, points, may } = consult;
  const pages = useApiPages('consult.words', { consultId, kind });
  useListPage(pages);
  return (
    <View>
      {pages.isLoading && <SkeletonList kind="wish" count={3} />}
      {pages.failure !== null && <ErrorState failure={pages.failure} onRetry={() => void pages.refresh()} />}
      <View className="u-stack">{pages.items.map((word) => <WordCard key={word.wordId} word={word} points={points} foot={may.speak ? <SpeakFoot consultId={consultId} word={word} /> : undefined} />)}</View>
      {pages.items.length > 0 && <ListFoot pages={pages} />}
      {!pages.isLoading && pages.failure === null && pages.items.length === 0 && <EmptyState scene="basket" title="还没有" note="社区看过的才放在这里。" />}
    </View>
  );
}
