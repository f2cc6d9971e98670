import { useState } from 'react';
import { View } from '@tarojs/components';
import { LIMITS, type PledgeView } from '@contract';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { useApiCommand } from '@/lib/use-api-command';
import { PledgeCard } from './pledge-row';
import { PLEDGE_STALE } from './pledge-words';

/** What somebody promised, for whoever answers for the campaign: a place is said yes or no to, and noted when it was used. */
export function CampaignPledge({ pledge, onRefuse }: { pledge: PledgeView; onRefuse: () => void }) {
  const { pledgeId, may } = pledge;
  const answer = useApiCommand('pledge.answer', { about: pledgeId, invalidates: PLEDGE_STALE });
  const use = useApiCommand('pledge.markUsed', { about: pledgeId, invalidates: PLEDGE_STALE });
  const failure = answer.failure ?? use.failure;
  return (
    <PledgeCard pledge={pledge}>
      {may.answer && (
        <View className="u-row u-wrap u-gap2 u-mt3">
          <Button kind="secondary" size="small" block={false} icon="check" busy={answer.isBusy} onClick={() => void answer.run({ pledgeId, answer: { kind: 'accept' } })}>用得上</Button>
          <Button kind="text" size="small" block={false} onClick={onRefuse}>这次不用</Button>
        </View>
      )}
      {may.use && <View className="u-mt3"><Button kind="secondary" size="small" block={false} icon="check" busy={use.isBusy} onClick={() => void use.run({ pledgeId })}>用过了</Button></View>}
      {failure !== null && <View className="u-mt2"><Notice tone="warn">{failure.message}</Notice></View>}
    </PledgeCard>
  );
}

/** Why a place is not needed; whoever offered it reads that. */
export function RefuseSheet({ pledge, onClose }: { pledge: PledgeView | null; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const answer = useApiCommand('pledge.answer', { about: pledge?.pledgeId ?? '', invalidates: PLEDGE_STALE });
  if (pledge === null) return null;
  const send = async (): Promise<void> => {
    if ((await answer.run({ pledgeId: pledge.pledgeId, answer: { kind: 'refuse', reason } })) !== null) onClose();
  };
  return (
    <Sheet isOpen title={`这次不用“${pledge.needText}”`} onClose={onClose} action={<Button busy={answer.isBusy} busyText="正在告诉对方…" disabled={reason.trim() === ''} reason="写一句为什么" onClick={send}>告诉对方</Button>}>
      <Field label="为什么" value={reason} maxLength={LIMITS.noteCharacters} placeholder="比如：门太窄，轮椅进不去" error={answer.fields.reason} onChange={setReason} />
      {answer.failure !== null && answer.fields.reason === undefined && <View className="u-mt3"><Notice tone="warn">{answer.failure.message}</Notice></View>}
    </Sheet>
  );
}
