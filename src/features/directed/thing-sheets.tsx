import { useState } from 'react';
import { View } from '@tarojs/components';
import { type DirectedThingView, LIMITS } from '@contract';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { DateRow } from '@/components/picker-row/picker-row';
import { Sheet } from '@/components/sheet/sheet';
import { WordsSheet } from '@/components/words-sheet/words-sheet';
import { dayValue, endOfDayValue } from '@/lib/day-value';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { DIRECTED_STALE } from './directed-stale';
import { countedOf, thingName } from './thing-words';

interface ThingSheetProps {
  readonly directedId: string;
  readonly thing: DirectedThingView;
  readonly onClose: () => void;
}

/** By the giver: it was brought, or done, on that day. */
export function HandOverSheet({ directedId, thing, onClose }: ThingSheetProps) {
  const nowMs = serverNowMs();
  const [note, setNote] = useState('');
  const [day, setDay] = useState(dayValue(nowMs));
  const command = useApiCommand('directed.handOver', { about: thing.thingId, invalidates: DIRECTED_STALE, onDone: () => { onClose(); toast('记下了，社区点过就算收到'); } });
  const wrong = command.fields.note;
  const send = (): unknown => command.run({ directedId, thingId: thing.thingId, note: note.trim(), handedAtMs: Math.min(endOfDayValue(day), serverNowMs()) });
  return (
    <Sheet isOpen title={thingName(thing)} onClose={onClose} action={<Button kind="green" busy={command.isBusy} busyText="正在记…" onClick={send}>{thing.kind === 'goods' ? '送到了，请社区点收' : '做好了，请社区看看'}</Button>}>
      <View className="u-stack">
        <DateRow label="哪天" value={day} end={dayValue(nowMs)} error={command.fields.handedAtMs ?? ''} onPick={setDay} />
        <Field label="说一句" hint="可不写" kind="textarea" value={note} maxLength={LIMITS.noteCharacters} placeholder="比如：放在驿站，交给了周敏" error={wrong} onChange={(text) => { command.clear(); setNote(text); }} />
        {command.failure !== null && Object.keys(command.fields).length === 0 && <View className="u-sub u-accent">{command.failure.message}</View>}
      </View>
    </Sheet>
  );
}

/** By staff who did not bring it: how many there are; fewer wants a sentence. */
export function ReceiveSheet({ directedId, thing, onClose }: ThingSheetProps) {
  const [countText, setCountText] = useState(String(thing.count));
  const [note, setNote] = useState('');
  const command = useApiCommand('directed.receive', { about: thing.thingId, invalidates: DIRECTED_STALE, onDone: () => { onClose(); toast('记好了，给的人看得到'); } });
  const count = countedOf(countText, thing.count);
  const isFewer = count !== null && count < thing.count;
  const missing = count === null ? `写 0 到 ${thing.count} 的数` : isFewer && note.trim() === '' ? '少了就写一句为什么' : '';
  const send = (): void => {
    if (count !== null) void command.run({ directedId, thingId: thing.thingId, count, note: note.trim() });
  };
  return (
    <Sheet isOpen title={`${thing.kind === 'goods' ? '点一点' : '看一看'}：${thing.text}`} onClose={onClose} action={<Button kind="green" busy={command.isBusy} busyText="正在记…" disabled={missing !== ''} reason={missing} onClick={send}>{`收到 ${count ?? ''} ${thing.unit}，记下`}</Button>}>
      <View className="u-body">说好 {thing.count} {thing.unit}{thing.handedNote === '' ? '。' : `。对方说：${thing.handedNote}`}</View>
      <View className="u-stack u-mt3">
        <Field label="实际有" hint={thing.unit} inputType="number" value={countText} maxLength={4} error={command.fields.count} onChange={(text) => { command.clear(); setCountText(text); }} />
        <Field label="说一句" {...(isFewer ? {} : { hint: '可不写' })} kind="textarea" value={note} maxLength={LIMITS.noteCharacters} placeholder={isFewer ? '比如：两袋破了，请商户换' : '比如：都在保质期里'} error={command.fields.note} onChange={(text) => { command.clear(); setNote(text); }} />
      </View>
      {command.failure !== null && Object.keys(command.fields).length === 0 && <View className="u-sub u-accent u-mt3">{command.failure.message}</View>}
    </Sheet>
  );
}

/** By either side, before it was received. */
export function CallOffSheet({ directedId, thing, onClose }: ThingSheetProps) {
  const command = useApiCommand('directed.callOff', { about: thing.thingId, invalidates: DIRECTED_STALE, onDone: () => { onClose(); toast('记下了，两边都看得到'); } });
  return <WordsSheet isOpen title={`${thingName(thing)}，不给了？`} note="别的照说好的来。" placeholder="写一句为什么，两边都看得到" actionText="不给了" command={command} field="reason" onClose={onClose} onSend={(reason) => command.run({ directedId, thingId: thing.thingId, reason })} />;
}
