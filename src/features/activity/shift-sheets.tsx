import { View } from '@tarojs/components';
import { useState } from 'react';
import { LIMITS, type ShiftCardView } from '@contract';
import { Button } from '@/components/button/button';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { Sheet } from '@/components/sheet/sheet';
import { chinaDate, formatDay } from '@/lib/format';
import { serverNowMs } from '@/lib/server-clock';
import { toast } from '@/lib/toast';
import { useApiCommand } from '@/lib/use-api-command';
import { clockSpan } from './activity-words';
import { ShiftFields } from './shift-fields';
import { newShiftForm, shiftProblem, timesOf, type ShiftForm } from './shift-form';

const CHANGED = ['activity.get', 'activity.mine', 'activity.list', 'shift.get', 'shift.similar', 'shift.led', 'shift.roster'] as const;

interface SheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function Problem({ problem, failure }: { problem: string | null; failure: { readonly message: string } | null }) {
  const words = problem ?? failure?.message;
  return words === undefined ? null : <View className="u-mt4"><Notice tone="accent">{words}</Notice></View>;
}

/** 排时间: once, or several times in one act. */
export function AddShiftSheet({ activityId, isOpen, onClose }: SheetProps & { activityId: string }) {
  const [form, setForm] = useState<ShiftForm>(() => newShiftForm(serverNowMs()));
  const [problem, setProblem] = useState<string | null>(null);
  const command = useApiCommand('shift.add', { about: activityId, invalidates: CHANGED, onDone: (shifts) => { onClose(); toast(`排好了 ${shifts.length} 班`); } });
  const times = timesOf(form);
  const add = async (): Promise<void> => {
    const found = shiftProblem(form, serverNowMs());
    setProblem(found);
    if (found === null) await command.run({ activityId, times: [...times], placeText: form.placeText.trim(), capacity: form.capacity, leadCode: form.leadCode === '' ? null : form.leadCode });
  };
  return (
    <Sheet isOpen={isOpen} title="排时间" onClose={onClose} action={<Button busy={command.isBusy} busyText="正在排…" onClick={add}>{times.length > 1 ? `排 ${times.length} 班` : '排这一班'}</Button>}>
      <ShiftFields value={form} onChange={(patch) => { setProblem(null); command.clear(); setForm((latest) => ({ ...latest, ...patch })); }} />
      <Problem problem={problem} failure={command.failure} />
    </Sheet>
  );
}

const MINUTE_MS = 60_000;

/** What stands of a shift, as a form. */
const formOf = (shift: ShiftCardView): ShiftForm => {
  const start = chinaDate(shift.startsAtMs);
  const end = chinaDate(shift.endsAtMs - MINUTE_MS);
  return { day: start.dayNumber, fromMinute: start.hour * 60 + start.minute, toMinute: end.hour * 60 + end.minute + 1, repeat: 'once', times: 1, placeText: shift.placeText, capacity: shift.capacity, leadCode: '' };
};

/** Another time, place or number: sign-ups stand, everybody is told. */
export function ChangeShiftSheet({ shift, isOpen, onClose }: SheetProps & { shift: ShiftCardView }) {
  const [form, setForm] = useState<ShiftForm>(() => formOf(shift));
  const [problem, setProblem] = useState<string | null>(null);
  const command = useApiCommand('shift.update', { about: shift.shiftId, invalidates: CHANGED, onDone: () => { onClose(); toast('改好了，报名的人都会知道'); } });
  const save = async (): Promise<void> => {
    const found = shiftProblem(form, serverNowMs());
    setProblem(found);
    const [time] = timesOf(form);
    if (found === null && time !== undefined) await command.run({ shiftId: shift.shiftId, ...time, placeText: form.placeText.trim(), capacity: form.capacity, leadCode: form.leadCode === '' ? null : form.leadCode });
  };
  return (
    <Sheet isOpen={isOpen} title="改这一班" onClose={onClose} action={<Button busy={command.isBusy} busyText="正在改…" onClick={save}>改好，告诉大家</Button>}>
      <ShiftFields value={form} isStanding onChange={(patch) => { setProblem(null); command.clear(); setForm((latest) => ({ ...latest, ...patch })); }} />
      <Problem problem={problem} failure={command.failure} />
    </Sheet>
  );
}

/** Called off: everybody who signed up reads why. */
export function CancelShiftSheet({ shift, isOpen, onClose }: SheetProps & { shift: ShiftCardView }) {
  const [reason, setReason] = useState('');
  const command = useApiCommand('shift.cancel', { about: shift.shiftId, invalidates: CHANGED, onDone: () => { onClose(); toast('取消了，报名的人都会知道'); } });
  const nowMs = serverNowMs();
  return (
    <Sheet isOpen={isOpen} title="取消这一班？" onClose={onClose} action={<Button busy={command.isBusy} busyText="正在告诉大家…" disabled={reason.trim() === ''} reason="先写一句为什么" onClick={() => command.run({ shiftId: shift.shiftId, reason: reason.trim() })}>取消，告诉大家</Button>}>
      <View className="u-body">{formatDay(shift.startsAtMs, nowMs)} {clockSpan(shift, nowMs)}，报了 {shift.capacity - shift.seatsLeft} 位{shift.waitingCount > 0 ? `，候补 ${shift.waitingCount} 位` : ''}。取消后不能再开，可以另排一班。</View>
      <View className="u-mt4"><Field kind="textarea" value={reason} placeholder="为什么，大家会看到。比如：下大雨，路滑" maxLength={LIMITS.noteCharacters} error={command.fields.reason} onChange={(text) => { command.clear(); setReason(text); }} /></View>
      <Problem problem={null} failure={command.fields.reason === undefined ? command.failure : null} />
    </Sheet>
  );
}
