import { View } from '@tarojs/components';
import type { WishCardView } from '@contract';
import { Notice } from '@/components/notice/notice';
import { ShareDots } from '@/components/share-dots/share-dots';
import { aria } from '@/lib/aria';
import './post.css';

/** What the household already asks for, so that nobody asks twice by mistake. */
export function SimilarWishes({ wishes, onOpen }: { wishes: readonly WishCardView[]; onOpen: (wishId: string) => void }) {
  return (
    <Notice tone="warn" icon="ask" title={`您家还有 ${wishes.length} 个心愿开着`}>
      <View>
        {wishes.map((wish) => (
          <View key={wish.wishId} className="post-similar" {...aria({ role: 'link', label: wish.title })} onClick={() => onOpen(wish.wishId)}>
            <View className="u-grow">
              <View className="u-mid u-bold u-ink">{wish.title}</View>
              <View className="u-cap">{wish.placeText}</View>
            </View>
            <ShareDots delivered={wish.shares.delivered} held={wish.shares.held} open={wish.shares.left} size={16} />
          </View>
        ))}
        <View className="u-sub u-mt3">不一样就接着发，一样的等那一件就好。</View>
      </View>
    </Notice>
  );
}
