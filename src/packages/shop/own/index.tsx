import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { SHOP_KIND_LABEL, type ShopView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ErrorState } from '@/components/error-state/error-state';
import { LinkRow } from '@/components/link-row/link-row';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { Tag } from '@/components/tag/tag';
import { MemberGate } from '@/features/member/member-gate';
import { EditShop } from '@/features/shop/edit-shop';
import { LicencePart } from '@/features/shop/licence-part';
import { RenewLicence } from '@/features/shop/renew-licence';
import { ShopPeople } from '@/features/shop/shop-people-part';
import { ShopRest } from '@/features/shop/shop-rest';
import { ShopStanding } from '@/features/shop/shop-standing';
import { SHOP_STATE_TEXT } from '@/features/shop/shop-words';
import { StaffActs } from '@/features/shop/staff-acts';
import { WithdrawShop } from '@/features/shop/withdraw-shop';
import { openPage, readQuery } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** One shop for its own people and for staff of its community. */
export default function OwnShopPage() {
  const shopId = readQuery(useRouter().params, 'id') ?? '';
  return <Screen title="店"><MemberGate back="myShops">{(me) => <OwnShop shopId={shopId} dutyPhone={me.dutyPhone} />}</MemberGate></Screen>;
}

function OwnShop({ shopId, dutyPhone }: { shopId: string; dutyPhone: string }) {
  const query = useApiQuery('shop.get', { shopId });
  useListPage({ refresh: query.refresh });
  if (query.data === undefined) return query.failure === null ? <SkeletonList kind="row" count={4} /> : <ErrorState failure={query.failure} onRetry={() => void query.refresh()} link={{ text: '看看我的店', onClick: () => void openPage('myShops') }} />;
  const shop = query.data;
  const isOwner = shop.myRole === 'owner';
  const isStaff = shop.myRole === null;
  return (
    <View>
      <View className="u-row u-between u-gap2"><View className="u-title u-break u-grow">{shop.name}</View><Tag tone={shop.state === 'open' ? 'green' : 'plain'}>{SHOP_STATE_TEXT[shop.state]}</Tag></View>
      <View className="u-sub u-mt1">{SHOP_KIND_LABEL[shop.kind]} · {shop.address} · {shop.communityName}</View>
      {!isStaff && <ShopStanding shop={shop} dutyPhone={dutyPhone} onClaims={() => void openPage('myClaims')} />}
      {isStaff && shop.note !== '' && <View className="u-mt3"><Notice tone="warn" title={shop.state === 'withdrawn' ? '店里留的话' : '说过的话'}>{shop.note}</Notice></View>}
      {shop.may.resubmit && <View className="u-mt4"><Button onClick={() => void openPage('applyShop', { id: shop.shopId })}>补一补，再交</Button></View>}
      <View className="u-body u-mt4 u-break">{shop.words}</View>
      {shop.myRole !== null && shop.admittedAtMs !== null && shop.state !== 'left' && <Doors shop={shop} isOwner={isOwner} />}
      {(isOwner || isStaff) && <SectionHead title="营业执照" />}
      {(isOwner || isStaff) && <LicencePart licence={shop.licence} />}
      {shop.renewal !== null && (isOwner || isStaff) && <View><SectionHead title="换的新执照" note="等社区看过" /><LicencePart licence={shop.renewal} /></View>}
      {shop.may.renew && shop.state !== 'expired' && <RenewLicence shopId={shop.shopId} />}
      {isStaff && <StaffActs shop={shop} />}
      {shop.may.edit && <EditShop shop={shop} />}
      {shop.people.length > 0 && <ShopPeople shop={shop} />}
      {shop.may.withdraw && <WithdrawShop shopId={shop.shopId} />}
      <ShopRest shop={shop} />
    </View>
  );
}

/** Where its people do what there is to do; a shop that leaves claims nothing more. */
function Doors({ shop, isOwner }: { shop: ShopView; isOwner: boolean }) {
  return (
    <View className="u-mt4">
      <Card>
        {isOwner && shop.state !== 'leaving' && <LinkRow icon="wish" note="认领、要送的、按时送到的" onClick={() => void openPage('merchant')}>商户工作台</LinkRow>}
        <LinkRow icon="list" note="按日子和地方，能存成图片和表格" onClick={() => void openPage('deliveryList', { as: 'merchant', shopId: shop.shopId })}>送货清单</LinkRow>
        <LinkRow icon="box" note="约时间、送到了、对码" onClick={() => void openPage('myClaims')}>手上的认领</LinkRow>
        <LinkRow icon="gift" note="有人来取，对取货码" onClick={() => void openPage('giftsToHand')}>礼物发放</LinkRow>
        <LinkRow icon="star" note="邻居看到的样子" onClick={() => void openPage('shopPage', { id: shop.shopId })}>店的页面</LinkRow>
        <LinkRow icon="download" note="这一年做了什么，能存成图片" onClick={() => void openPage('shopYear', { id: shop.shopId })}>年度爱心卡</LinkRow>
      </Card>
    </View>
  );
}
