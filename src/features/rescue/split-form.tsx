import { View } from '@tarojs/components';
import { LIMITS, type WishDetailView } from '@contract';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { FieldFrame } from '@/components/field/field-frame';
import { Notice } from '@/components/notice/notice';
import { Stepper } from '@/components/stepper/stepper';
import { useDraft } from '@/lib/drafts';
import { useApiCommand } from '@/lib/use-api-command';
import { RESCUE_STALE, type RescueFormProps } from './rescue-form';

/** The most that may be asked for, what was delivered left aside. */
const mostShares = (wish: WishDetailView): number => LIMITS.sharesPerWish - wish.shares.delivered;

/** How many smaller shares, and what one of them is. */
export function SplitForm({ wish, onDone }: RescueFormProps) {
  const draft = useDraft(`rescue.split.${wish.wishId}`, { shares: 0, shareNote: '' });
  const least = Math.min(wish.shares.left + 1, mostShares(wish));
  const shares = Math.max(draft.value.shares, Math.min(wish.shares.left * 2, mostShares(wish)), least);
  const command = useApiCommand('rescue.split', { about: wish.wishId, invalidates: RESCUE_STALE });
  const send = async (): Promise<void> => {
    if ((await command.run({ wishId: wish.wishId, shares: draft.value.shares === 0 ? shares : draft.value.shares, shareNote: draft.value.shareNote })) === null) return;
    draft.clear();
    onDone('拆好了，又放回墙上了');
  };
  const shown = draft.value.shares === 0 ? shares : draft.value.shares;
  return (
    <View className="u-mt4">
      <FieldFrame label={`现在还差 ${wish.shares.left} 份，拆成几小份？`} error={command.fields.shares}>
        <Stepper value={shown} min={least} max={mostShares(wish)} label="拆成几份" unit="份" onChange={(value) => draft.change({ shares: value })} />
      </FieldFrame>
      <View className="u-mt3">
        <Field label="每一小份是什么" hint="邻居一看就知道要带什么" value={draft.value.shareNote} maxLength={LIMITS.shareNoteCharacters} placeholder={wish.shareNote === '' ? '比如：1 公斤米' : `原来是：${wish.shareNote}`} error={command.fields.shareNote} onChange={(shareNote) => draft.change({ shareNote })} />
      </View>
      {command.failure !== null && Object.keys(command.fields).length === 0 && <View className="u-mt3"><Notice tone="warn">{command.failure.message}</Notice></View>}
      <View className="u-mt4"><Button busy={command.isBusy} busyText="正在拆…" disabled={draft.value.shareNote.trim() === ''} reason="先写一小份是什么" onClick={send}>拆成 {shown} 份，放回墙上</Button></View>
    </View>
  );
}
