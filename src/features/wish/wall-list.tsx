import { View } from '@tarojs/components';
import type { WishCardView } from '@contract';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { ListFoot } from '@/components/list-foot/list-foot';
import { SkeletonList } from '@/components/skeleton/skeleton';
import type { ApiPages } from '@/lib/use-api';
import { activeFilters, emptyWords, useWallFilter } from './wall-filter';
import { WishRow, type WallPicking } from './wish-card-of';
import './wall.css';

interface WallListProps {
  readonly pages: ApiPages<WishCardView>;
  readonly onOpen: (wishId: string) => void;
  readonly onPost: () => void;
  readonly picking?: WallPicking | null;
}

/** The wall itself in each of its states: waiting, failed, empty, full. */
export function WallList({ pages, onOpen, onPost, picking = null }: WallListProps) {
  if (pages.isLoading) return <SkeletonList kind="wish" count={3} />;
  if (pages.failure !== null) return <ErrorState failure={pages.failure} kept="选好的条件都还在" onRetry={() => void pages.refresh()} />;
  if (pages.items.length === 0) return <EmptyWall onPost={onPost} />;
  return (
    <View className="wall-list">
      {pages.items.map((wish) => <WishRow key={wish.wishId} wish={wish} onOpen={onOpen} picking={picking} />)}
      <ListFoot pages={pages} endText="就这些了，谢谢您看完" />
    </View>
  );
}

function EmptyWall({ onPost }: { onPost: () => void }) {
  const { filter, change, reset } = useWallFilter();
  const words = emptyWords(filter);
  const active = activeFilters(filter);
  const first = active[0];
  if (first === undefined) return <EmptyState scene="basket" title={words.title} note={words.note} action={<Button onClick={onPost}>我来发一个心愿</Button>} />;
  return (
    <EmptyState
      scene="basket"
      title={words.title}
      note={words.note}
      action={<Button onClick={() => change(first.without)}>去掉{first.label}</Button>}
      {...(active.length > 1 ? { link: { text: '看全部心愿', onClick: reset } } : {})}
    />
  );
}
