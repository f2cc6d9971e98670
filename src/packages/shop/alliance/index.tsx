import { View } from '@tarojs/components';
import type { MeView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { LinkRow } from '@/components/link-row/link-row';
import { ListFoot } from '@/components/list-foot/list-foot';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { cardLine } from '@/features/shop/shop-words';
import { openPage } from '@/lib/pages';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 爱心商户联盟: the shops of one's community, in the order in which they joined. */
export default function AlliancePage() {
  return <Screen title="爱心商户联盟"><MemberGate back="alliance">{(me) => <Alliance me={me} />}</MemberGate></Screen>;
}

function Alliance({ me }: { me: MeView }) {
  const shops = useApiPages('shop.alliance', {});
  useListPage(shops);
  if (shops.isLoading) return <SkeletonList kind="row" count={4} />;
  if (shops.failure !== null && shops.items.length === 0) return <ErrorState failure={shops.failure} onRetry={() => void shops.refresh()} />;
  if (shops.items.length === 0) return <EmptyState scene="basket" title="还没有商户加入" note="您有店，或者认得开店的邻居？拍一张营业执照，就能一起帮忙。" action={<Button onClick={() => void openPage('applyShop')}>加入爱心商户</Button>} />;
  return (
    <View>
      <View className="u-sub u-mt2">{me.communityName}的店，按加入的先后排，不比多少。</View>
      <View className="u-stack u-mt4">
        {shops.items.map((shop) => (
          <Card key={shop.shopId}>
            <LinkRow icon="store" note={cardLine(shop)} onClick={() => void openPage('shopPage', { id: shop.shopId })}>{shop.name}</LinkRow>
            <View className="u-body u-mt1 u-break">{shop.words}</View>
          </Card>
        ))}
      </View>
      <ListFoot pages={shops} />
      <View className="u-mt5"><Button kind="secondary" icon="plus" onClick={() => void openPage('myShops')}>我的店也想加入</Button></View>
    </View>
  );
}
