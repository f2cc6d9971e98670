import { View } from '@tarojs/components';
import { CONTACT_NOTE_CHARACTERS, type ContactView, LIMITS } from '@contract';
import { Button } from '@/components/button/button';
import { CheckRow } from '@/components/check-row/check-row';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { useDraft } from '@/lib/drafts';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';

const PHONE_CHARACTERS = 18;

interface LeaveProps {
  readonly view: ContactView;
  readonly onClose: () => void;
  readonly onLeft: () => void;
}

/** What the other side may know for this one handover; kept as a draft until it is sent. */
export function LeaveForm({ view, onClose, onLeft }: LeaveProps) {
  const { wishId, claimId } = view;
  const draft = useDraft(`contact.leave.${claimId}`, { name: '', phone: '', note: '', agreesToReceiver: false });
  const command = useApiCommand('contact.leave', { about: claimId, invalidates: ['contact.get'] });
  const { value } = draft;
  const reason = reasonOf(view, value);
  const send = async (): Promise<void> => {
    if ((await command.run({ wishId, claimId, ...value })) === null) return;
    draft.clear();
    toast('留好了，只有对方看得到');
    onLeft();
  };
  return (
    <Sheet isOpen title="留我的电话给对方" onClose={onClose} action={<Button busy={command.isBusy} busyText="正在留…" disabled={reason !== ''} reason={reason} onClick={send}>留给对方</Button>}>
      <View className="u-sub">只为这一次交接，只有对方看得到；办完就删。</View>
      <View className="u-mt4"><Field label="怎么称呼您" value={value.name} maxLength={LIMITS.nameCharacters} placeholder="比如：陈阿姨" error={command.fields.name} onChange={(name) => draft.change({ name })} /></View>
      <View className="u-mt4"><Field label="电话" inputType="number" value={value.phone} maxLength={PHONE_CHARACTERS} placeholder="手机或座机" error={command.fields.phone} onChange={(phone) => draft.change({ phone })} /></View>
      <View className="u-mt4"><Field label="带一句（可不写）" value={value.note} maxLength={CONTACT_NOTE_CHARACTERS} placeholder={noteHint(view)} error={command.fields.note} onChange={(note) => draft.change({ note })} /></View>
      {view.receiverName !== null && (
        <View className="u-mt4">
          <CheckRow checked={value.agreesToReceiver} note="不同意也行，有事请社区转一声" onChange={(agreesToReceiver) => draft.change({ agreesToReceiver })}>我同意把这些给{view.receiverName}看，只用来送这一次</CheckRow>
        </View>
      )}
      {command.failure !== null && Object.keys(command.fields).length === 0 && <View className="u-mt4"><Notice tone="accent">{command.failure.message}</Notice></View>}
    </Sheet>
  );
}

const noteHint = (view: ContactView): string => (view.side === 'recipient' && view.isAtHome ? '比如：从东门进，到楼下打我' : '比如：下午三点以后方便');

const reasonOf = (view: ContactView, value: { readonly name: string; readonly phone: string; readonly agreesToReceiver: boolean }): string => {
  if (value.name.trim() === '') return '先写怎么称呼您';
  if (value.phone.trim() === '') return '先写电话';
  return view.receiverName !== null && !value.agreesToReceiver ? '先点一下同意' : '';
};
