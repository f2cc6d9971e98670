import { useState } from 'react';
import { View } from '@tarojs/components';
import { type DirectedLeftoverKind, type DirectedView, LIMITS } from '@contract';
import { Button } from '@/components/button/button';
import { CheckRow } from '@/components/check-row/check-row';
import { Field } from '@/components/field/field';
import { DateRow } from '@/components/picker-row/picker-row';
import { Sheet } from '@/components/sheet/sheet';
import { dayValue, endOfDayValue } from '@/lib/day-value';
import { formatMoney } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { DIRECTED_STALE } from './directed-stale';

const CHOICES: readonly { readonly kind: DirectedLeftoverKind; readonly title: string; readonly note: string }[] = [
  { kind: 'giver', title: '退给对方', note: '由收款单位退，您记凭证，对方说收到' },
  { kind: 'again', title: '照样再办一回', note: '还花在说好的几样上，再定一个报告的日子' },
  { kind: 'fund', title: '转给社区发展基金', note: '用在大家的事上' },
];

/** Staff say where what is left could go; nothing goes without the giver's yes. */
export function SettleSheet({ gift: { directedId, fundsLeftFen }, onClose }: { gift: DirectedView; onClose: () => void }) {
  const [kind, setKind] = useState<DirectedLeftoverKind | null>(null);
  const [day, setDay] = useState('');
  const [reason, setReason] = useState('');
  const settle = useApiCommand('directed.settleLeftover', { about: directedId, invalidates: DIRECTED_STALE, onDone: () => { onClose(); toast('告诉对方了，等 TA 点头'); } });
  const missing = kind === null ? '先选一个去处' : kind === 'again' && day === '' ? '先选报告的日子' : reason.trim() === '' ? '先写一句为什么' : '';
  const send = (): void => {
    if (kind !== null) void settle.run({ directedId, to: kind === 'again' ? { kind, reportByMs: endOfDayValue(day) } : { kind }, reason: reason.trim() });
  };
  const wrongDay = settle.fields['to.reportByMs'];
  return (
    <Sheet isOpen title={`还剩 ${formatMoney(fundsLeftFen)}，去哪儿？`} onClose={onClose} action={<Button busy={settle.isBusy} busyText="正在告诉对方…" disabled={missing !== ''} reason={missing} onClick={send}>告诉对方，等 TA 点头</Button>}>
      {CHOICES.map((choice) => <CheckRow key={choice.kind} kind="radio" checked={kind === choice.kind} note={choice.note} onChange={() => { settle.clear(); setKind(choice.kind); }}>{choice.title}</CheckRow>)}
      {kind === 'again' && <View className="u-mt3"><DateRow label="哪天前再报告" value={day} start={dayValue(serverNowMs())} {...(wrongDay === undefined ? {} : { error: wrongDay })} onPick={setDay} /></View>}
      <View className="u-mt3"><Field label="为什么这样" kind="textarea" value={reason} placeholder="对方看得到" maxLength={LIMITS.noteCharacters} error={settle.fields.reason} onChange={(text) => { settle.clear(); setReason(text); }} /></View>
      {settle.failure !== null && Object.keys(settle.fields).length === 0 && <View className="u-sub u-accent u-mt3">{settle.failure.message}</View>}
    </Sheet>
  );
}
