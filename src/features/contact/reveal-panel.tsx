import { View } from '@tarojs/components';
import { useState } from 'react';
import { CONTACT_REASON_LABEL, CONTACT_REASONS, type ContactReadingView, type ContactReason, type ContactView, type RevealedContactView } from '@contract';
import { Button } from '@/components/button/button';
import { CheckRow } from '@/components/check-row/check-row';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { callPhone } from '@/lib/call-phone';
import { formatMoment } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { useApiCommand } from '@/lib/use-api-command';

interface RevealProps {
  readonly view: ContactView;
  readonly onClose: () => void;
  readonly onLeave: () => void;
}

/** The other side's number is told for one reason, which they read too; it is kept on no phone. */
export function RevealPanel({ view, onClose, onLeave }: RevealProps) {
  const { wishId, claimId } = view;
  const [reason, setReason] = useState<ContactReason | null>(null);
  const [shown, setShown] = useState<RevealedContactView | null>(null);
  const command = useApiCommand('contact.reveal', { about: claimId, invalidates: ['contact.get'] });
  const read = async (): Promise<void> => {
    if (reason !== null) setShown(await command.run({ wishId, claimId, reason }));
  };
  const action = shown === null
    ? <Button busy={command.isBusy} busyText="正在取…" disabled={reason === null} reason="先点为什么" onClick={read}>看对方的电话</Button>
    : <Button icon="phone" onClick={() => callPhone(shown.phone)}>打给{shown.name}</Button>;
  return (
    <Sheet isOpen title="联系对方" onClose={onClose} action={action}>
      {shown === null ? <Reasons view={view} reason={reason} onChange={setReason} /> : <Shown shown={shown} />}
      {command.failure !== null && <View className="u-mt4"><Notice tone="accent">{command.failure.message}</Notice></View>}
      <Readings readings={view.readings} />
      <View className="u-mt4"><Button kind="text" onClick={onLeave}>{view.hasMine ? '改我留的电话' : '也留我的电话给对方'}</Button></View>
    </Sheet>
  );
}

function Reasons({ view, reason, onChange }: { view: ContactView; reason: ContactReason | null; onChange: (reason: ContactReason) => void }) {
  return (
    <View>
      <View className="u-body">为什么要看？对方也会看到这一句。</View>
      <View className="u-mt2">{CONTACT_REASONS.map((each) => <CheckRow key={each} kind="radio" checked={reason === each} onChange={() => onChange(each)}>{CONTACT_REASON_LABEL[each]}</CheckRow>)}</View>
      <View className="u-cap u-mt2">还能看 {view.readingsLeft} 次</View>
    </View>
  );
}

function Shown({ shown }: { shown: RevealedContactView }) {
  return (
    <View>
      <View className="u-h3">{shown.name}</View>
      <View className="u-title u-mt1">{shown.phone}</View>
      {shown.note !== '' && <View className="u-body u-break u-mt2">{shown.note}</View>}
      <View className="u-cap u-mt2">只用来办这一次，别转给旁人。</View>
    </View>
  );
}

/** How often the other side looked at mine, and why. */
export function Readings({ readings }: { readings: readonly ContactReadingView[] }) {
  const theirs = readings.filter((reading) => !reading.isMine);
  if (theirs.length === 0) return null;
  return (
    <View className="u-mt4">
      <View className="u-h3">对方看过您的电话 {theirs.length} 次</View>
      {theirs.map((reading) => <View key={`${reading.atMs}${reading.reason}`} className="u-sub u-mt1">{formatMoment(reading.atMs, serverNowMs())} · {CONTACT_REASON_LABEL[reading.reason]}</View>)}
    </View>
  );
}
