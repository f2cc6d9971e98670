import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { ErrorState } from '@/components/error-state/error-state';
import { ListFoot } from '@/components/list-foot/list-foot';
import { Screen } from '@/components/screen/screen';
import { SkeletonList } from '@/components/skeleton/skeleton';
import { MemberGate } from '@/features/member/member-gate';
import { PledgeCard } from '@/features/pledge/pledge-row';
import { ReceiveSheet } from '@/features/pledge/receive-sheet';
import { useApiPages } from '@/lib/use-api';
import { useListPage } from '@/lib/use-list-page';

/** 收东西: what neighbours bring to the station for campaigns. */
export default function ReceivePledgesPage() {
  return (
    <Screen title="收东西">
      <MemberGate back="pledgesToReceive" roles={['administrator', 'staff', 'socialWorker', 'volunteer']}>{() => <Waiting />}</MemberGate>
    </Screen>
  );
}

function Waiting() {
  const waiting = useApiPages('pledge.waiting', {}, { isAlwaysFresh: true });
  const [openId, setOpenId] = useState<string | null>(null);
  useListPage(waiting);
  if (waiting.isLoading) return <SkeletonList count={3} />;
  if (waiting.failure !== null && waiting.items.length === 0) return <ErrorState failure={waiting.failure} onRetry={() => void waiting.refresh()} />;
  return (
    <View>
      <View className="u-sub u-mt2">对上交接码再收，来了几样就记几样。</View>
      <View className="u-mt4 u-stack">
        {waiting.items.length === 0 && <EmptyState scene="basket" title="现在没有人要送来" note="邻居说好要出的，这里会列出来。" />}
        {waiting.items.map((pledge) => (
          <PledgeCard key={pledge.pledgeId} pledge={pledge}>
            {pledge.may.receive ? <View className="u-mt3"><Button kind="secondary" size="small" block={false} icon="check" onClick={() => setOpenId(pledge.pledgeId)}>送来了，对码</Button></View> : <View className="u-cap u-mt2">您自己出的，请别的同事来收。</View>}
          </PledgeCard>
        ))}
      </View>
      <ListFoot pages={waiting} />
      <ReceiveSheet key={openId ?? ''} pledge={waiting.items.find(({ pledgeId }) => pledgeId === openId) ?? null} onClose={() => setOpenId(null)} />
    </View>
  );
}
