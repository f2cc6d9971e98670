import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { WISH_CATEGORY_LABEL, type ShopPageView } from '@contract';
import { Card } from '@/components/card/card';
import { ErrorState } from '@/components/error-state/error-state';
import { LinkRow } from '@/components/link-row/link-row';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { ShopThanks } from '@/features/shop/shop-thanks';
import { cardLine } from '@/features/shop/shop-words';
import { formatDate } from '@/lib/format';
import { openPage, readQuery } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** A shop as the neighbourhood reads it: what it gives, what it kept, what may be had there. */
export default function ShopPage() {
  const shopId = readQuery(useRouter().params, 'id') ?? '';
  return <Screen title="爱心商户"><MemberGate back="alliance">{() => <Shop shopId={shopId} />}</MemberGate></Screen>;
}

function Shop({ shopId }: { shopId: string }) {
  const query = useApiQuery('shop.page', { shopId });
  useListPage({ refresh: query.refresh });
  if (query.data === undefined) return query.failure === null ? <SkeletonList kind="row" count={4} /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '看看别的商户', onClick: () => void openPage('alliance') }} />;
  const shop = query.data;
  return (
    <View>
      <View className="u-title u-break">{shop.name}</View>
      <View className="u-sub u-mt1">{cardLine(shop)}</View>
      <View className="u-cap u-mt1">{shop.address} · {formatDate(shop.sinceMs, serverNowMs())}加入{shop.communityName}</View>
      {shop.isResting && <View className="u-mt3"><Notice tone="info" icon="clock">这家店先歇着，手上的照常办。</Notice></View>}
      <View className="u-body u-mt4 u-break">{shop.words}</View>
      <Offered shop={shop} />
      <ShopThanks thanks={shop.thanks} />
      <View className="u-mt5">
        <Card>
          <LinkRow icon="calendar" note="这一年做了什么" onClick={() => void openPage('shopYear', { id: shop.shopId })}>年度爱心卡</LinkRow>
          <LinkRow icon="star" note="社区里邻居们说的谢谢" onClick={() => void openPage('thanksWall')}>感谢墙</LinkRow>
          {shop.isMine && <LinkRow icon="store" onClick={() => void openPage('ownShop', { id: shop.shopId })}>管这家店</LinkRow>}
        </Card>
      </View>
    </View>
  );
}

function Offered({ shop }: { shop: ShopPageView }) {
  return (
    <View>
      <SectionHead title="能帮的事" {...(shop.offers.length === 0 ? {} : { count: shop.offers.length })} />
      {shop.offers.length === 0 ? <View className="u-sub">还没有登记。</View> : <Card>{shop.offers.map((offer) => <LinkRow key={offer.supplyId} note={WISH_CATEGORY_LABEL[offer.category]} onClick={() => void openPage('supply', { id: offer.supplyId })}>{offer.title}</LinkRow>)}</Card>}
      {shop.gifts.length > 0 && <SectionHead title="积分礼物" count={shop.gifts.length} />}
      {shop.gifts.length > 0 && <Card>{shop.gifts.map((gift) => <LinkRow key={gift.giftId} note={`${gift.points} 分 · ${gift.stock === 0 ? '换完了' : `还有 ${gift.stock} 份`}`} onClick={() => void openPage('gifts')}>{gift.title}</LinkRow>)}</Card>}
    </View>
  );
}
