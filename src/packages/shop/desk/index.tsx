import { useState } from 'react';
import { View } from '@tarojs/components';
import { SHOP_KIND_LABEL, type MeView, type ShopShelf } from '@contract';
import { Card } from '@/components/card/card';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { LinkRow } from '@/components/link-row/link-row';
import { ListFoot } from '@/components/list-foot/list-foot';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { Tag } from '@/components/tag/tag';
import { MemberGate } from '@/features/member/member-gate';
import { SHOP_STATE_TEXT, validText } from '@/features/shop/shop-words';
import { openPage } from '@/lib/pages';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

const SHELF_TEXT: Readonly<Record<ShopShelf, string>> = { waiting: '等我们看', live: '在帮忙', over: '没通过、退出' };
const SHELVES: readonly ShopShelf[] = ['waiting', 'live', 'over'];

/** 爱心商户 for staff: who waits, who gives, who went. */
export default function ShopDeskPage() {
  return <Screen title="爱心商户"><MemberGate back="staffShops" roles={['administrator', 'staff']}>{(me) => <Desk me={me} />}</MemberGate></Screen>;
}

/** The community one works for. */
const communityOf = ({ roles, communityId }: MeView): string => roles.find(({ role, areaId }) => (role === 'staff' || role === 'administrator') && areaId.split('-').length === 3)?.areaId ?? communityId;

function Desk({ me }: { me: MeView }) {
  const [shelf, setShelf] = useState<ShopShelf>('waiting');
  const shops = useApiPages('shop.list', { communityId: communityOf(me), shelf });
  useListPage(shops);
  return (
    <View>
      <ChipRow>{SHELVES.map((each) => <Chip key={each} kind="filter" on={each === shelf} onClick={() => setShelf(each)}>{SHELF_TEXT[each]}</Chip>)}</ChipRow>
      <View className="u-mt4">
        {shops.isLoading && <SkeletonList kind="row" count={4} />}
        {shops.failure !== null && shops.items.length === 0 && <ErrorState failure={shops.failure} onRetry={() => void shops.refresh()} />}
        {!shops.isLoading && shops.failure === null && shops.items.length === 0 && <EmptyState scene="basket" title={shelf === 'waiting' ? '没有等着看的' : '还没有'} note={shelf === 'waiting' ? '有店申请加入、换新执照，这里会有。' : '看过执照的店会在这里。'} />}
        {shops.items.length > 0 && <Card>{shops.items.map((shop) => <LinkRow key={shop.shopId} icon="store" note={`${SHOP_KIND_LABEL[shop.kind]} · ${validText(shop.licence)}`} right={<Tag tone={shop.state === 'open' ? 'green' : 'plain'}>{shop.renewal === null ? SHOP_STATE_TEXT[shop.state] : '换执照'}</Tag>} onClick={() => void openPage('ownShop', { id: shop.shopId })}>{shop.name}</LinkRow>)}</Card>}
      </View>
      <ListFoot pages={shops} />
    </View>
  );
}
