import { useState } from 'react';
import { View } from '@tarojs/components';
import { HANDOVER_CODE_DIGITS, type PledgeView } from '@contract';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { Stepper } from '@/components/stepper/stepper';
import { useApiCommand } from '@/lib/use-api-command';
import { PLEDGE_STALE } from './pledge-words';

/** How many came, and the six digits the other one reads out. */
export function ReceiveSheet({ pledge, onClose }: { pledge: PledgeView | null; onClose: () => void }) {
  const [code, setCode] = useState('');
  const [count, setCount] = useState(pledge?.count ?? 1);
  const receive = useApiCommand('pledge.receive', { about: pledge?.pledgeId ?? '', invalidates: PLEDGE_STALE });
  if (pledge === null) return null;
  const send = async (): Promise<void> => {
    if ((await receive.run({ pledgeId: pledge.pledgeId, count, code })) !== null) onClose();
  };
  return (
    <Sheet isOpen title={`收“${pledge.needText}”`} onClose={onClose} action={<Button kind="green" busy={receive.isBusy} busyText="正在核对…" disabled={code.length !== HANDOVER_CODE_DIGITS} reason="先填 6 个数" onClick={send}>码对上了，收下</Button>}>
      <View className="u-sub">说好 {pledge.count} {pledge.unit}，来了几{pledge.unit}就记几{pledge.unit}。</View>
      <View className="u-row u-between u-wrap u-gap2 u-mt3"><View className="u-mid">来了</View><Stepper label="来了" value={count} min={1} max={pledge.count} unit={pledge.unit} onChange={setCount} /></View>
      <View className="u-mt3"><Field label="对方念的六个数" inputType="number" value={code} maxLength={HANDOVER_CODE_DIGITS} placeholder="比如 482915" error={receive.fields.code} onChange={(value) => setCode(value.replace(/\D/g, ''))} /></View>
      {receive.failure !== null && <View className="u-mt3"><Notice tone="warn">{receive.failure.message}</Notice></View>}
    </Sheet>
  );
}
