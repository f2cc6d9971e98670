import { useState } from 'react';
import { View } from '@tarojs/components';
import type { GiftView, MeView } from '@contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { ListFoot } from '@/components/list-foot/list-foot';
import { MetaLine } from '@/components/meta-line/meta-line';
import { Notice } from '@/components/notice/notice';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { Tag } from '@/components/tag/tag';
import { MemberGate } from '@/features/member/member-gate';
import { GiftForm } from '@/features/points/gift-form';
import { GIFTS_STALE } from '@/features/points/gift-list';
import { limitText } from '@/features/points/gift-words';
import { useApiPages } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';
import { useListPage } from '@/lib/use-list-page';

/** 放礼物: what one's shop or community offers for points. */
export default function OfferPage() {
  return (
    <Screen title="放礼物">
      <MemberGate back="offerGift" roles={['merchant', 'administrator', 'staff']}>{(me) => <Offers me={me} />}</MemberGate>
    </Screen>
  );
}

/** A shop's owner offers for the shop; staff for the community they work in. */
const areaToOfferFor = (me: MeView): string | null => {
  if (me.roles.some(({ role }) => role === 'merchant')) return null;
  return me.roles.find(({ role, areaId }) => (role === 'staff' || role === 'administrator') && areaId.split('-').length === 3)?.areaId ?? me.communityId;
};

function Offers({ me }: { me: MeView }) {
  const gifts = useApiPages('gift.list', { mine: true });
  const [edited, setEdited] = useState<GiftView | 'new' | null>(null);
  useListPage(gifts);
  if (gifts.isLoading) return <SkeletonList count={3} />;
  if (gifts.failure !== null && gifts.items.length === 0) return <ErrorState failure={gifts.failure} onRetry={() => void gifts.refresh()} />;
  const key = edited === null ? 'none' : edited === 'new' ? 'new' : edited.giftId;
  return (
    <View>
      <View className="u-sub u-mt2">小东西就好：一次理发、一袋米、一盆绿植。取的时候对取货码。</View>
      <View className="u-mt4 u-stack">
        {gifts.items.length === 0 && <EmptyState scene="basket" title="还没放过" note="放上来，邻居就能用积分换。" />}
        {gifts.items.map((gift) => <OfferRow key={gift.giftId} gift={gift} onEdit={() => setEdited(gift)} />)}
      </View>
      <ListFoot pages={gifts} />
      <View className="u-mt5"><Button icon="plus" onClick={() => setEdited('new')}>放一份礼物</Button></View>
      <GiftForm key={key} gift={edited === 'new' ? null : edited} areaId={areaToOfferFor(me)} isOpen={edited !== null} onClose={() => setEdited(null)} />
    </View>
  );
}

const STATE_TEXT: Readonly<Record<GiftView['state'], string>> = { open: '可以换', paused: '先不换', closed: '下架了' };

function OfferRow({ gift, onEdit }: { gift: GiftView; onEdit: () => void }) {
  const { giftId, title, points, stock, limit, state } = gift;
  const next = state === 'open' ? 'paused' : 'open';
  const set = useApiCommand('gift.setState', { about: `${giftId}.${next}`, invalidates: GIFTS_STALE });
  return (
    <Card>
      <View className="u-row u-gap2">
        <View className="u-h3 u-grow u-break">{title}</View>
        <Tag tone={state === 'open' ? 'green' : 'plain'}>{STATE_TEXT[state]}</Tag>
      </View>
      <MetaLine className="u-cap u-mt1" parts={[`${points} 分`, stock === 0 ? '换完了' : `还有 ${stock} 份`, limitText(limit)]} />
      {state !== 'closed' && (
        <View className="u-links u-mt2">
          <Button kind="text" size="small" block={false} onClick={onEdit}>改</Button>
          <Button kind="text" size="small" block={false} busy={set.isBusy} onClick={() => void set.run({ giftId, state: next })}>{state === 'open' ? '先不换' : '再换'}</Button>
        </View>
      )}
      {set.failure !== null && <View className="u-mt2"><Notice tone="warn">{set.failure.message}</Notice></View>}
    </Card>
  );
}
