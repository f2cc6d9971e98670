import { View } from '@tarojs/components';
import type { ShopView } from '@contract';
import { Notice } from '@/components/notice/notice';
import { SHOP_STATE_TEXT } from './shop-words';

/** Pure: shops of an owner that take nothing new just now. */
const restingOf = (shops: readonly ShopView[]): readonly ShopView[] => shops.filter(({ myRole, state }) => myRole === 'owner' && (state === 'paused' || state === 'frozen' || state === 'expired'));

/** Said before somebody ticks wishes that their shop can't take. */
export function ShopsAtRest({ shops, onOpen }: { shops: readonly ShopView[]; onOpen: (shopId: string) => void }) {
  return (
    <View className="u-stack u-mt3">
      {restingOf(shops).map(({ shopId, name, state }) => (
        <Notice key={shopId} tone="accent" icon="store" action={{ text: '看看怎么再接', onClick: () => onOpen(shopId) }}>{name}：{SHOP_STATE_TEXT[state]}，不接新的。手上的照常办。</Notice>
      ))}
    </View>
  );
}
