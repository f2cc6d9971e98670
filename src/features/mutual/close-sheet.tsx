import { useState } from 'react';
import { View } from '@tarojs/components';
import { type ApiContract, type CampaignView, LIMITS } from '@contract';
import { Button } from '@/components/button/button';
import { CheckRow } from '@/components/check-row/check-row';
import { Field } from '@/components/field/field';
import { Sheet } from '@/components/sheet/sheet';
import { formatMoney } from '@/lib/format';
import { toast } from '@/lib/toast';
import { useApiPages } from '@/lib/use-api';
import { useApiCommand } from '@/lib/use-api-command';
import { CAMPAIGN_STALE } from './campaign-stale';

type Leftover = NonNullable<ApiContract['mutual.close']['input']['leftover']>;

/** The end: nothing left, or where what is left goes, which the neighbourhood sees first. */
export function CloseSheet({ campaign, onClose }: { campaign: CampaignView; onClose: () => void }) {
  const { campaignId, communityId, fundsLeftFen } = campaign;
  const [reason, setReason] = useState('');
  const [to, setTo] = useState<Leftover | null>(null);
  const hasLeft = fundsLeftFen > 0;
  const others = useApiPages('mutual.list', { areaId: communityId, shown: 'open' }, { isEnabled: hasLeft });
  const close = useApiCommand('mutual.close', { about: campaignId, invalidates: CAMPAIGN_STALE, onDone: () => { onClose(); toast(hasLeft ? '先公示余款去哪儿' : '结账了，辛苦了'); } });
  const choices = others.items.filter((other) => other.campaignId !== campaignId && other.minimumFen !== null);
  const isReady = reason.trim() !== '' && (!hasLeft || to !== null);
  const why = hasLeft && to === null ? '先选余款去哪儿' : '先写一句';
  const send = (): unknown => close.run({ campaignId, reason: reason.trim(), leftover: hasLeft ? to : null });
  return (
    <Sheet isOpen title="办完了，结账" onClose={onClose} action={<Button busy={close.isBusy} busyText="正在结账…" disabled={!isReady} reason={why} onClick={send}>{hasLeft ? '去公示余款' : '结账'}</Button>}>
      <View className="u-body">{hasLeft ? `还剩 ${formatMoney(fundsLeftFen)}，要用在本社区的公事上，先公示。` : campaign.minimumFen === null ? '没有收过钱，结了就办完了。' : '钱都花完了，账本一直能看。'}</View>
      {choices.map((other) => <CheckRow key={other.campaignId} kind="radio" checked={to?.kind === 'campaign' && to.campaignId === other.campaignId} note="另一件互助" onChange={() => setTo({ kind: 'campaign', campaignId: other.campaignId })}>{other.title}</CheckRow>)}
      {hasLeft && <CheckRow kind="radio" checked={to?.kind === 'fund'} note="本社区以后的小项目都能申请" onChange={() => setTo({ kind: 'fund' })}>社区发展基金</CheckRow>}
      <View className="u-mt3"><Field kind="textarea" value={reason} placeholder="写一句，大家会看到" maxLength={LIMITS.noteCharacters} error={close.fields.reason} onChange={(text) => { close.clear(); setReason(text); }} /></View>
      {close.failure !== null && close.fields.reason === undefined && <View className="u-sub u-accent u-mt3">{close.failure.message}</View>}
    </Sheet>
  );
}
