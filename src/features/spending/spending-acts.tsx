import { useState } from 'react';
import { View } from '@tarojs/components';
import { LIMITS, type SpendingView } from '@contract';
import { BottomBar } from '@/components/bottom-bar/bottom-bar';
import { Button } from '@/components/button/button';
import { CheckRow } from '@/components/check-row/check-row';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { formatMoney } from '@/lib/format';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { PayoutSheet } from './payout-sheet';
import { SPENDING_CHANGED } from './spending-changed';
import { LOOK_AT } from './spending-words';

const refOf = ({ hostKind, hostId, spendingId }: SpendingView) => ({ hostKind, hostId, spendingId });

export const hasSpendingBar = ({ may }: SpendingView): boolean => may.approve || may.recordPayout || may.refuse || may.withdraw;

/** The one next act of the reader on a spending's page. */
export function SpendingBar({ spending }: { spending: SpendingView }) {
  const [open, setOpen] = useState<'approve' | 'refuse' | 'payout' | 'withdraw' | null>(null);
  const { may } = spending;
  const close = (): void => setOpen(null);
  const aside = may.refuse ? <Button kind="secondary" onClick={() => setOpen('refuse')}>不同意</Button> : undefined;
  return (
    <BottomBar aside={may.approve || may.recordPayout ? aside : undefined}>
      {may.approve && <Button kind="green" onClick={() => setOpen('approve')}>同意付</Button>}
      {may.recordPayout && <Button onClick={() => setOpen('payout')}>付了，记一笔</Button>}
      {!may.approve && !may.recordPayout && may.refuse && <Button kind="secondary" onClick={() => setOpen('refuse')}>不同意付这笔</Button>}
      {may.withdraw && <Button kind="secondary" onClick={() => setOpen('withdraw')}>收回这笔</Button>}
      <ApproveSheet spending={spending} isOpen={open === 'approve'} onClose={close} />
      <RefuseSheet spending={spending} isOpen={open === 'refuse'} onClose={close} />
      <WithdrawSheet spending={spending} isOpen={open === 'withdraw'} onClose={close} />
      {open === 'payout' && <PayoutSheet spending={spending} onClose={close} />}
    </BottomBar>
  );
}

interface ActSheetProps {
  readonly spending: SpendingView;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Three things to look at, each ticked, before a yes; a namesake of the payee says so as well. */
function ApproveSheet({ spending, isOpen, onClose }: ActSheetProps) {
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const command = useApiCommand('spending.approve', { about: spending.spendingId, invalidates: SPENDING_CHANGED, onDone: ({ state }) => { onClose(); toast(state === 'approved' ? '都同意了，可以付款了' : '记下了，还差一位'); } });
  const wanted = spending.amIPayeesNamesake ? [...LOOK_AT, '收款人和我同名，但不是我，也不是我的亲属'] : LOOK_AT;
  const isReady = wanted.every((words) => ticked.includes(words));
  return (
    <Sheet isOpen={isOpen} title={`同意付 ${formatMoney(spending.amountFen)}？`} onClose={onClose} action={<Button kind="green" busy={command.isBusy} busyText="正在记下…" disabled={!isReady} reason="看过一样，点一样" onClick={() => command.run(refOf(spending))}>都看过了，同意</Button>}>
      {wanted.map((words) => <CheckRow key={words} checked={ticked.includes(words)} onChange={(isOn) => setTicked(isOn ? [...ticked, words] : ticked.filter((one) => one !== words))}>{words}</CheckRow>)}
      <View className="u-cap u-mt3">大家会看到您是以什么身份同意的，不会看到您的名字。</View>
      {command.failure !== null && <View className="u-mt4"><Notice tone="accent">{command.failure.message}</Notice></View>}
    </Sheet>
  );
}

function RefuseSheet({ spending, isOpen, onClose }: ActSheetProps) {
  const [note, setNote] = useState('');
  const command = useApiCommand('spending.refuse', { about: spending.spendingId, invalidates: SPENDING_CHANGED, onDone: () => { onClose(); toast('告诉 TA 了，钱放回去了'); } });
  return (
    <Sheet isOpen={isOpen} title="为什么先不付？" onClose={onClose} action={<Button busy={command.isBusy} busyText="正在告诉 TA…" disabled={note.trim() === ''} reason="先写一句" onClick={() => command.run({ ...refOf(spending), note: note.trim() })}>告诉 TA</Button>}>
      <Field label="给 TA 的一句话" kind="textarea" value={note} maxLength={LIMITS.noteCharacters} placeholder="比如：收据上没写日期，请店里补一张" error={command.fields.note ?? command.failure?.message} onChange={(text) => { command.clear(); setNote(text); }} />
      <View className="u-sub u-mt3">这笔钱会放回去，改好了可以再提。</View>
    </Sheet>
  );
}

function WithdrawSheet({ spending, isOpen, onClose }: ActSheetProps) {
  const command = useApiCommand('spending.withdraw', { about: spending.spendingId, invalidates: SPENDING_CHANGED, onDone: () => { onClose(); toast('收回来了，钱放回去了'); } });
  return (
    <Sheet isOpen={isOpen} title="收回这笔用款？" onClose={onClose} action={<Button busy={command.isBusy} busyText="正在收回…" onClick={() => command.run(refOf(spending))}>收回</Button>}>
      <View className="u-body">{formatMoney(spending.amountFen)} 会放回{spending.hostTitle}，改好了可以再提。</View>
      {command.failure !== null && <View className="u-mt4"><Notice tone="accent">{command.failure.message}</Notice></View>}
    </Sheet>
  );
}
