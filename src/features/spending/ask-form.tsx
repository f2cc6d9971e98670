import { View } from '@tarojs/components';
import { LIMITS, type SpendingHostKind, type UseRowView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { FieldFrame } from '@/components/field/field-frame';
import { PhotoPicker } from '@/components/photo-picker/photo-picker';
import { PickerRow } from '@/components/picker-row/picker-row';
import { Screen } from '@/components/screen/screen';
import { useDraft } from '@/lib/drafts';
import { formatMoney, parseYuan } from '@/lib/format';
import { useApiCommand } from '@/lib/use-api-command';
import { type PhotoDraft, usePhotoUploads } from '@/lib/use-photo-uploads';
import { askProblem, EMPTY_ASK, payeeOf, type AskDraft } from './ask-draft';
import { PayeeFields } from './payee-fields';
import { SPENDING_CHANGED } from './spending-changed';
import { ForbiddenUses } from './use-rows';

export interface AskFormProps {
  readonly hostKind: SpendingHostKind;
  readonly hostId: string;
  readonly hostTitle: string;
  readonly fundsLeftFen: number;
  readonly uses: readonly UseRowView[];
  readonly onAsked: (spendingId: string) => void;
}

/** Asks for money to be paid: receipt first, then what for, how much, to whom. */
export function AskForm({ hostKind, hostId, hostTitle, fundsLeftFen, uses, onAsked }: AskFormProps) {
  const draft = useDraft<AskDraft>(`spending.ask.${hostId}`, EMPTY_ASK);
  const { value } = draft;
  const photos = usePhotoUploads({ purpose: 'receipt', max: LIMITS.receipts, photos: value.photos, change: (update: (latest: readonly PhotoDraft[]) => readonly PhotoDraft[]) => draft.change((latest) => ({ photos: update(latest.photos) })) });
  const command = useApiCommand('spending.ask', { about: hostId, invalidates: SPENDING_CHANGED, onDone: ({ spendingId }) => { draft.clear(); onAsked(spendingId); } });
  const allowed = uses.filter(({ isAllowed }) => isAllowed);
  const problem = askProblem(value, { fundsLeftFen, isSending: photos.isSending, photoCount: photos.fileIds.length });
  const change = (patch: Partial<AskDraft>): void => {
    command.clear();
    draft.change(patch);
  };
  const ask = (): unknown => command.run({ hostKind, hostId, useKey: value.useKey, text: value.text.trim(), amountFen: parseYuan(value.yuan) ?? 0, payee: payeeOf(value), receiptFileIds: [...photos.fileIds] });
  const failure = Object.keys(command.fields).length > 0 ? { message: '看看上面红色的字。' } : command.failure;
  const { fields } = command;
  return (
    <Screen title="提一笔用款" bottom={<BottomBar failure={failure} note="提了以后钱先留着，两位不同的人同意才付"><Button busy={command.isBusy} busyText="正在提…" disabled={problem !== ''} reason={problem} onClick={ask}>提上去</Button></BottomBar>}>
      <View className="u-sub">{hostTitle} · 还剩 {formatMoney(fundsLeftFen)}</View>
      <View className="u-stack u-mt4">
        <FieldFrame label="先拍发票或收据" error={fields.receiptFileIds}>
          <PhotoPicker photos={photos.photos} max={LIMITS.receipts} onAdd={() => void photos.add()} onRemove={photos.remove} onRetry={photos.retry} label="拍收据" note="金额、日期、店名要看得清。付出去以后邻居也看得到，卡号、电话请先遮住。" />
        </FieldFrame>
        <PickerRow label="算哪一项用途" options={allowed.map(({ label, note }) => (note === '' ? label : `${label}（${note}）`))} index={allowed.findIndex(({ useKey }) => useKey === value.useKey)} error={fields.useKey ?? ''} placeholder={allowed.length === 0 ? '街道还没填用途表，请先打社区电话' : '从用途表里选'} disabled={allowed.length === 0} onPick={(index) => change({ useKey: allowed[index]?.useKey ?? '' })} />
        <Field label="买了什么、做了什么" kind="textarea" value={value.text} maxLength={LIMITS.noteCharacters} placeholder="比如：一到三层扶手六米，含安装" error={fields.text} onChange={(text) => change({ text })} />
        <Field label="多少钱" hint="元，和收据上一样" inputType="digit" value={value.yuan} maxLength={12} showCount={false} placeholder="比如：386.50" error={fields.amountFen} onChange={(yuan) => change({ yuan })} />
        <PayeeFields value={value} error={fields.payee} onChange={change} />
        <ForbiddenUses uses={uses} />
      </View>
    </Screen>
  );
}
