import { useState } from 'react';
import { View } from '@tarojs/components';
import type { GiftView } from '@contract';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { ListFoot } from '@/components/list-foot/list-foot';
import { Screen } from '@/components/screen/screen';
import { SectionHead } from '@/components/section-head/section-head';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { ChooseSheet, GiftRow } from '@/features/points/gift-list';
import { RedemptionRow } from '@/features/points/redemption-row';
import { useApiPages, useApiQuery } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 换礼物: what points are good for here, and what one has reserved. */
export default function GiftsPage() {
  return (
    <Screen title="换礼物">
      <MemberGate back="gifts">{() => <Gifts />}</MemberGate>
    </Screen>
  );
}

function Gifts() {
  const points = useApiQuery('points.mine', {});
  const gifts = useApiPages('gift.list', {});
  const mine = useApiPages('gift.redemptions', {});
  const [chosen, setChosen] = useState<GiftView | null>(null);
  useListPage({ refresh: () => Promise.all([points.refresh(), gifts.refresh(), mine.refresh()]), loadMore: gifts.loadMore });
  if (gifts.isLoading || points.isLoading) return <SkeletonList count={3} />;
  if (points.data === undefined || (gifts.failure !== null && gifts.items.length === 0)) return <ErrorState failure={gifts.failure ?? points.failure} onRetry={() => void Promise.all([points.refresh(), gifts.refresh()])} />;
  const waiting = mine.items.filter(({ state }) => state === 'reserved');
  const ended = mine.items.filter(({ state }) => state !== 'reserved');
  const usable = points.data.points;
  return (
    <View>
      <View className="u-sub u-mt2">能用的有 {usable} 分</View>
      {waiting.length > 0 && <SectionHead title="等您去取" />}
      <View className="u-stack">{waiting.map((redemption) => <RedemptionRow key={redemption.redemptionId} redemption={redemption} />)}</View>
      <SectionHead title="可以换的" />
      {gifts.items.length === 0 && <EmptyState scene="basket" title="还没有礼物" note="社区和爱心商户放上来，这里就有了。" />}
      <View className="u-stack">{gifts.items.map((gift) => <GiftRow key={gift.giftId} gift={gift} usable={usable} isKept={waiting.some(({ giftId }) => giftId === gift.giftId)} onChoose={() => setChosen(gift)} />)}</View>
      <ListFoot pages={gifts} />
      {ended.length > 0 && <SectionHead title="以前换的" />}
      <View className="u-stack">{ended.map((redemption) => <RedemptionRow key={redemption.redemptionId} redemption={redemption} />)}</View>
      <ChooseSheet key={chosen?.giftId ?? 'none'} gift={chosen} onClose={() => setChosen(null)} onDone={() => setChosen(null)} />
    </View>
  );
}
