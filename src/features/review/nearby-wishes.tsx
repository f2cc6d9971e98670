import { View } from '@tarojs/components';
import type { WishCardView } from '@contract';
import { SectionHead } from '@/components/section-head/section-head';
import { WishCard } from '@/components/wish-card/wish-card';
import { openPage } from '@/lib/pages';
import { pictureOf } from '@/lib/picture-of';

/** Open wishes that ask for much the same: of the household or of the community. */
export function NearbyWishes({ title, wishes }: { title: string; wishes: readonly WishCardView[] }) {
  if (wishes.length === 0) return null;
  return (
    <View>
      <SectionHead title={title} count={wishes.length} />
      <View className="u-stack">
        {wishes.map((wish) => (
          <WishCard key={wish.wishId} title={wish.title} drawing={pictureOf(wish.pictureKey)} meta={[wish.posterText]} delivered={wish.shares.delivered} held={wish.shares.held} open={wish.shares.left} onClick={() => void openPage('wishDetail', { wishId: wish.wishId })} />
        ))}
      </View>
    </View>
  );
}
