import { useState } from 'react';
import { View } from '@tarojs/components';
import { SHOP_ROLE_LABEL, type ShopView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { LinkRow } from '@/components/link-row/link-row';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { Tag } from '@/components/tag/tag';
import { MemberGate } from '@/features/member/member-gate';
import { JoinShopSheet } from '@/features/shop/join-sheet';
import { SHOP_STATE_TEXT } from '@/features/shop/shop-words';
import { openPage } from '@/lib/pages';
import { useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 我的店: those one owns or works in, and applications under way. */
export default function MyShopsPage() {
  return <Screen title="我的店"><MemberGate back="myShops">{() => <MyShops />}</MemberGate></Screen>;
}

const open = (shopId: string): void => void openPage('ownShop', { id: shopId });

function MyShops() {
  const mine = useApiQuery('shop.mine', {});
  const [isJoining, setJoining] = useState(false);
  useListPage({ refresh: mine.refresh });
  if (mine.data === undefined) return mine.failure === null ? <SkeletonList kind="row" count={3} /> : <ErrorState failure={mine.failure} onRetry={() => void mine.refresh()} />;
  return (
    <View>
      {mine.data.length === 0
        ? <EmptyState scene="basket" title="还没有登记店" note="有店就能用店的名义认领心愿、放积分礼物。拍一张营业执照，带原件到社区看一眼就好。" action={<Button onClick={() => void openPage('applyShop')}>加入爱心商户</Button>} link={{ text: '店主给了我邀请码', onClick: () => setJoining(true) }} />
        : <Shops shops={mine.data} onJoin={() => setJoining(true)} />}
      <JoinShopSheet isOpen={isJoining} onClose={() => setJoining(false)} onJoined={(shopId) => { setJoining(false); open(shopId); }} />
    </View>
  );
}

function Shops({ shops, onJoin }: { shops: readonly ShopView[]; onJoin: () => void }) {
  return (
    <View>
      <Card>{shops.map((shop) => <LinkRow key={shop.shopId} icon="store" note={[shop.communityName, shop.myRole === null ? '' : SHOP_ROLE_LABEL[shop.myRole]].filter((part) => part !== '').join(' · ')} right={<Tag tone={shop.state === 'open' ? 'green' : 'plain'}>{SHOP_STATE_TEXT[shop.state]}</Tag>} onClick={() => open(shop.shopId)}>{shop.name}</LinkRow>)}</Card>
      <View className="u-mt5">
        <Card>
          <LinkRow icon="plus" note="另一家店，另一张执照" onClick={() => void openPage('applyShop')}>再登记一家</LinkRow>
          <LinkRow icon="users" note="店主给的 8 个数字" onClick={onJoin}>我有邀请码</LinkRow>
          <LinkRow icon="star" note="社区里别的店" onClick={() => void openPage('alliance')}>爱心商户联盟</LinkRow>
        </Card>
      </View>
    </View>
  );
}
