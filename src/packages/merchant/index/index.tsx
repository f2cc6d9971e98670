import { useState } from 'react';
import { View } from '@tarojs/components';
import { WISH_CATEGORIES, WISH_CATEGORY_LABEL, type ClaimView, type MeView, type WishCardView, type WishCategory } from '@contract';
import { Avatar } from '@/components/avatar/avatar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Chip } from '@/components/chip/chip';
import { ChipRow } from '@/components/chip-row/chip-row';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { LinkRow } from '@/components/link-row/link-row';
import { ListFoot } from '@/components/list-foot/list-foot';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { WishCard } from '@/components/wish-card/wish-card';
import { BatchBar } from '@/features/claim/batch-bar';
import { canPick, useBasket } from '@/features/claim/batch-basket';
import { MemberGate } from '@/features/member/member-gate';
import { DeliveryList } from '@/features/merchant/delivery-list';
import { countOnTime, toDeliver } from '@/features/merchant/on-time';
import { RecordStrip } from '@/features/merchant/record-strip';
import { ShopsAtRest } from '@/features/shop/shops-at-rest';
import { wishTileProps } from '@/features/wish/wish-card-of';
import { openPage } from '@/lib/pages';
import { serverNowMs } from '@/lib/server-clock';
import { useSession } from '@/lib/session';
import { type ApiPages, useApiPages, useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 商户工作台: what to deliver, the plain record, and wishes that wait, to be ticked and claimed together. */
export default function MerchantPage() {
  const { me } = useSession();
  const hasPicks = useBasket().picks.length > 0;
  return (
    <Screen title="商户工作台" {...(me !== null && hasPicks ? { bottom: <BatchBar rules={me.rules} onClaim={() => void openPage('claimBatch')} /> } : {})}>
      <MemberGate back="merchant" roles={['merchant']}>{(me) => <Workbench me={me} />}</MemberGate>
    </Screen>
  );
}

function Workbench({ me }: { me: MeView }) {
  const [category, setCategory] = useState<WishCategory | null>(null);
  const open = useApiPages('claim.mine', { open: true });
  const ended = useApiPages('claim.mine', { open: false });
  const wall = useApiPages('wish.wall', { sort: 'near', status: 'claimable', category });
  const mine = useApiQuery('shop.mine', {});
  useListPage({ refresh: () => Promise.all([open.refresh(), ended.refresh(), wall.refresh(), mine.refresh()]), loadMore: wall.loadMore });
  const shop = me.roles.find((held) => held.role === 'merchant');
  const name = shop?.merchantName ?? me.displayName;
  return (
    <View>
      <View className="mer-self">
        <Avatar name={name} size={56} />
        <View className="u-grow">
          <View className="u-title u-break">{name}</View>
          <View className="u-sub">{shop?.areaName ?? me.communityName} · 爱心商户</View>
        </View>
      </View>
      <View className="u-mt4">
        <RecordStrip onTime={countOnTime(ended.items)} isRecentOnly={!ended.isEnd && ended.items.length > 0} openCount={openCount(open)} />
      </View>
      <ShopsAtRest shops={mine.data ?? []} onOpen={(shopId) => void openPage('ownShop', { id: shopId })} />
      <Deliveries open={open} />
      <Doors />
      <SectionHead title="等人认领的" note="点一点，选几个一起认" />
      <ChipRow edge>
        <Chip kind="filter" on={category === null} onClick={() => setCategory(null)}>全部</Chip>
        {WISH_CATEGORIES.map((one) => <Chip key={one} kind="filter" on={category === one} onClick={() => setCategory(one)}>{WISH_CATEGORY_LABEL[one]}</Chip>)}
      </ChipRow>
      <View className="u-mt3"><Claimable wall={wall} isFiltered={category !== null} onShowAll={() => setCategory(null)} /></View>
    </View>
  );
}

/** What else there is for a shop, below what is to be delivered today. */
function Doors() {
  return (
    <View className="u-mt5">
      <Card>
        <LinkRow icon="store" note="店员、歇业、执照" onClick={() => void openPage('myShops')}>管我的店</LinkRow>
        <LinkRow icon="wish" note="照您登记能帮的排好" onClick={() => void openPage('supplyWishes')}>适合您的心愿</LinkRow>
        <LinkRow icon="star" note="合在一起看，看不出是谁" onClick={() => void openPage('ratingSums')}>邻居们怎么评的</LinkRow>
        <LinkRow icon="gift" note="邻居给一份，店里跟一份" onClick={() => void openPage('matchBudgets')}>给邻居的互助配捐</LinkRow>
        <LinkRow icon="box" note="东西、服务或钱，说好给哪一个" onClick={() => void openPage('myDirected')}>定向送给一个项目</LinkRow>
      </Card>
    </View>
  );
}

/** How many are under way; a dash while that is not known. */
function openCount(open: ApiPages<ClaimView>): string {
  if (open.isLoading || open.failure !== null) return '–';
  return `${open.items.length}${open.isEnd ? '' : '+'}`;
}

function Deliveries({ open }: { open: ApiPages<ClaimView> }) {
  if (open.isLoading) return <View className="u-mt6"><SkeletonList count={1} kind="row" /></View>;
  if (open.failure !== null) {
    return <View className="u-mt4"><Notice tone="warn" title="要送的没有取到" action={{ text: '再取一次', onClick: () => void open.refresh() }}>{open.failure.message}</Notice></View>;
  }
  const waiting = toDeliver(open.items);
  const onTheirSide = open.items.length - waiting.length;
  return (
    <View>
      <SectionHead title="要送的" {...(waiting.length > 0 ? { count: waiting.length } : {})} more="全部认领" onMore={() => void openPage('myClaims')} />
      {waiting.length === 0 ? <View className="mer-list"><View className="u-sub mer-row">现在没有要送的。下面有邻居在等，看看哪件顺手。</View></View> : <DeliveryList claims={waiting} nowMs={serverNowMs()} />}
      {waiting.length > 1 && <View className="u-mt3"><Button kind="secondary" icon="list" onClick={() => void openPage('deliveryList', { as: 'merchant' })}>送货清单，给店员</Button></View>}
      {onTheirSide > 0 && <View className="u-mt3"><Notice tone="info" icon="clock">还有 {onTheirSide} 份送到了，等对方说一声收到。</Notice></View>}
    </View>
  );
}

function Claimable({ wall, isFiltered, onShowAll }: { wall: ApiPages<WishCardView>; isFiltered: boolean; onShowAll: () => void }) {
  const { picks, toggle } = useBasket();
  if (wall.isLoading) return <SkeletonList count={3} />;
  if (wall.failure !== null) return <ErrorState failure={wall.failure} onRetry={() => void wall.refresh()} />;
  const wishes = wall.items.filter(canPick);
  if (wishes.length === 0 && wall.isEnd) {
    return (
      <EmptyState
        scene="basket"
        title={isFiltered ? '这一类都有人接了' : '眼下都有人接了'}
        note="邻居发了新的，这里会有。"
        action={isFiltered ? <Button kind="secondary" onClick={onShowAll}>看全部类别</Button> : <Button kind="secondary" onClick={() => void wall.refresh()}>再看一眼</Button>}
      />
    );
  }
  return (
    <View className="u-stack">
      {wishes.map((wish) => (
        <WishCard
          key={wish.wishId}
          {...wishTileProps(wish)}
          selectable
          selected={picks.some((pick) => pick.wish.wishId === wish.wishId)}
          onClick={() => toggle(wish)}
          onOpen={() => void openPage('wishDetail', { wishId: wish.wishId })}
        />
      ))}
      <ListFoot pages={wall} />
    </View>
  );
}
