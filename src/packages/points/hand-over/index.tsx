import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { ListFoot } from '@/components/list-foot/list-foot';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { CodeSheet, DenySheet, HandOverRow } from '@/features/points/hand-over-row';
import { openPage } from '@/lib/pages';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 等人来取的礼物: of the shop one owns or helps in, or of the station one keeps. A clerk has no role, so the server alone knows who hands out; others find nothing waiting. */
export default function HandOverPage() {
  return (
    <Screen title="等人来取的礼物">
      <MemberGate back="giftsToHand">{(me) => <Waiting mayOffer={me.roles.some(({ role }) => role === 'merchant' || role === 'staff' || role === 'administrator')} />}</MemberGate>
    </Screen>
  );
}

type Open = { readonly id: string; readonly what: 'code' | 'deny' } | null;

function Waiting({ mayOffer }: { mayOffer: boolean }) {
  const waiting = useApiPages('gift.waiting', {}, { isAlwaysFresh: true });
  const [open, setOpen] = useState<Open>(null);
  useListPage(waiting);
  if (waiting.isLoading) return <SkeletonList count={3} />;
  if (waiting.failure !== null && waiting.items.length === 0) return <ErrorState failure={waiting.failure} onRetry={() => void waiting.refresh()} />;
  const chosen = (what: 'code' | 'deny') => (open?.what === what ? (waiting.items.find(({ redemptionId }) => redemptionId === open.id) ?? null) : null);
  const close = (): void => setOpen(null);
  return (
    <View>
      <View className="u-sub u-mt2">对上取货码再给，积分就算用掉。</View>
      <View className="u-mt4 u-stack">
        {waiting.items.length === 0 && <EmptyState scene="basket" title="现在没有人要来取" note="有人换了，这里会列出来。" />}
        {waiting.items.map((redemption) => <HandOverRow key={redemption.redemptionId} redemption={redemption} onHandOver={() => setOpen({ id: redemption.redemptionId, what: 'code' })} onDeny={() => setOpen({ id: redemption.redemptionId, what: 'deny' })} />)}
      </View>
      <ListFoot pages={waiting} />
      {mayOffer && <View className="u-mt5"><Button kind="secondary" icon="gift" onClick={() => void openPage('offerGift')}>看看我们放的礼物</Button></View>}
      <CodeSheet key={`code${open?.id ?? ''}`} redemption={chosen('code')} onClose={close} />
      <DenySheet key={`deny${open?.id ?? ''}`} redemption={chosen('deny')} onClose={close} />
    </View>
  );
}
