import { useState } from 'react';
import { View } from '@tarojs/components';
import { LIMITS, type SpendingView } from '@contract';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { PhotoPicker } from '@/components/photo-picker/photo-picker';
import { DateRow } from '@/components/picker-row/picker-row';
import { Sheet } from '@/components/sheet/sheet';
import { formatMoney } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { type PhotoDraft, usePhotoUploads } from '@/lib/use-photo-uploads';
import { isoDayOf, momentOfDay } from './payout-day';
import { SPENDING_CHANGED } from './spending-changed';

/** The money left the account: its voucher, the day, and a photo of the voucher if there is one. */
export function PayoutSheet({ spending, onClose }: { spending: SpendingView; onClose: () => void }) {
  const nowMs = serverNowMs();
  const [voucherNo, setVoucherNo] = useState('');
  const [day, setDay] = useState(isoDayOf(nowMs));
  const [taken, setTaken] = useState<readonly PhotoDraft[]>([]);
  const photos = usePhotoUploads({ purpose: 'receipt', max: 1, photos: taken, change: (update) => setTaken(update) });
  const command = useApiCommand('spending.recordPayout', { about: spending.spendingId, invalidates: SPENDING_CHANGED, onDone: () => { onClose(); toast('记好了，大家的账上看得到'); } });
  const { hostKind, hostId, spendingId } = spending;
  const send = (): unknown => command.run({ hostKind, hostId, spendingId, voucherNo: voucherNo.trim(), paidAtMs: momentOfDay(day, spending.filedAtMs, nowMs), photoFileId: photos.fileIds[0] ?? null });
  const reason = photos.isSending ? '照片还在传' : '先写凭证号';
  return (
    <Sheet isOpen title={`付出去 ${formatMoney(spending.amountFen)}`} onClose={onClose} action={<Button busy={command.isBusy} busyText="正在记…" disabled={voucherNo.trim() === '' || photos.isSending} reason={reason} onClick={send}>记下</Button>}>
      <View className="u-body">付给 {spending.payeeName}。先从账上付，再来这里记。</View>
      <View className="u-stack u-mt4">
        <Field label="凭证号" value={voucherNo} maxLength={LIMITS.voucherCharacters} showCount={false} placeholder="比如：记-11-008" error={command.fields.voucherNo ?? (command.fields.paidAtMs === undefined ? command.failure?.message : undefined)} onChange={(text) => { command.clear(); setVoucherNo(text); }} />
        <DateRow label="哪天付的" value={day} start={isoDayOf(spending.filedAtMs)} end={isoDayOf(nowMs)} error={command.fields.paidAtMs ?? ''} onPick={setDay} />
        <PhotoPicker photos={photos.photos} max={1} onAdd={() => void photos.add()} onRemove={photos.remove} onRetry={photos.retry} label="拍凭证" note="可以不拍。有卡号、电话的请先遮住，邻居也看得到。" />
      </View>
    </Sheet>
  );
}
