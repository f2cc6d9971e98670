import type { Effect } from '../effect/effect';
import { DAY_MS, MINUTE_MS } from '../kernel/clock';
import type { BroadcastKind } from './broadcast';
import { openService } from './service-opening';
import { finish, message, messageIdOf, noticeIdOf, recordEffect, tell, todo, whenText, type EventOf } from './shift-effect-parts';
import { awardTraining } from './training-award';
import { isSeated, isStanding, memberIdOfSignUp, type Shift, type SignUp } from './shift';
import { RULES } from '../rules';

type Told = EventOf<'told'>;

/** One person of a piece: who, and how their sign-up stands. */
interface Reader {
  readonly memberId: string;
  readonly signUpId: string;
  readonly signUp: SignUp;
}

/** Whoever signed up after the change read it as it is now. */
const isTold = (event: Told, { signUp }: Reader): boolean => isStanding(signUp.state) && signUp.atMs <= event.sinceMs;

const moved = (shift: Shift, event: Told, reader: Reader): readonly Effect[] =>
  isTold(event, reader)
    ? [
        tell(shift, event, reader.memberId, `“${shift.title}”改了时间或地方`, `现在是 ${whenText(shift)}，在${shift.placeText}。您的位子还在，来不了就退一下，不算临时取消。`, 'shift'),
        message(shift, event, reader.memberId, 'shiftChanged', '时间或地方改了，位子还在', 'shift'),
      ]
    : [];

const cancelled = (shift: Shift, event: Told, { memberId, signUp }: Reader): readonly Effect[] =>
  isStanding(signUp.state)
    ? [
        tell(shift, event, memberId, `“${shift.title}”取消了`, `${whenText(shift)}这一班不办了：${event.words}。不用来了，看看别的时间。`, 'shift'),
        message(shift, event, memberId, 'shiftChanged', '这一班取消了，不用来了', 'shift'),
      ]
    : [];

const reminded = (shift: Shift, event: Told, { memberId, signUp }: Reader): readonly Effect[] => {
  if (signUp.state !== 'joined' && signUp.state !== 'asked') return [];
  const [title, note] = event.about === 'soon' ? [`“${shift.title}”快开始了`, '两小时内开始，路上慢点'] : [`“${shift.title}”就在这一天里`, '一天内开始，来不了早点退'];
  return [
    tell(shift, event, memberId, title, `${whenText(shift)}，在${shift.placeText}。来不了请早点退，让别人来。`, 'shift'),
    message(shift, event, memberId, 'shiftReminder', note, 'shift', messageIdOf(shift, event.about, memberId)),
  ];
};

const inVain = (shift: Shift, event: Told, memberId: string): Effect => tell(shift, event, memberId, '这次没排上', `“${shift.title}” ${whenText(shift)}一直没有空位。下次早点来，或者看看别的时间。`, 'shift');

const unreached = (shift: Shift, event: Told, { memberId, signUp }: Reader): readonly Effect[] => (signUp.state === 'lapsed' && signUp.untilMs === undefined ? [inVain(shift, event, memberId)] : []);

const minutesText = (fromMs: number, toMs: number): string => `${Math.round((toMs - fromMs) / MINUTE_MS)} 分钟`;

const came = (shift: Shift, event: Told, { memberId, signUpId, signUp }: Reader): readonly Effect[] => {
  if (signUp.fromMs === undefined) return [];
  const hours = openService(shift, signUpId, signUp, event.atMs);
  // Whose hours count is told so by the record itself.
  if (hours.length > 0) return hours;
  if (signUp.toMs !== undefined) return [tell(shift, event, memberId, '谢谢您来', `“${shift.title}”：领队记下您从头到走一共 ${minutesText(signUp.fromMs, signUp.toMs)}。`, 'mySchedule'), ...awardTraining(shift, signUpId, signUp, event.atMs)];
  return [todo(shift, event, memberId, { noticeId: noticeIdOf(shift, 'end', signUpId, memberId), title: '那天您几点走的？', body: `“${shift.title}” ${whenText(shift)}：没人记下您几点走的，说一声才好记时长。`, actionText: '说一声', dueAtMs: event.atMs + RULES.shift.sayEndDays * DAY_MS, page: 'mySchedule' })];
};

const missed = (shift: Shift, event: Told, { memberId, signUpId, signUp }: Reader): readonly Effect[] =>
  signUp.state === 'absent' ? [todo(shift, event, memberId, { noticeId: noticeIdOf(shift, 'why', signUpId, memberId), title: '那天没见到您，还好吗？', body: `“${shift.title}” ${whenText(shift)}：病了、家里要照顾人，说一句就好。`, actionText: '说一句', dueAtMs: signUp.untilMs ?? event.atMs, page: 'mySchedule' })] : [];

/** The roster came before the clock that ends waiting and offers. */
const wasEndedByRoster = (shift: Shift, { state, untilMs }: SignUp): boolean => state === 'lapsed' && untilMs === shift.confirmedAtMs;

const outcome = (shift: Shift, event: Told, reader: Reader): readonly Effect[] => {
  if (reader.signUp.state === 'attended') return came(shift, event, reader);
  return wasEndedByRoster(shift, reader.signUp) ? [inVain(shift, event, reader.memberId)] : missed(shift, event, reader);
};

const TELLS: Readonly<Record<BroadcastKind, (shift: Shift, event: Told, reader: Reader) => readonly Effect[]>> = { moved, cancelled, unreached, outcome, dayBefore: reminded, soon: reminded, words: () => [], over: () => [] };

/** Reminders change nothing that a list shows; everything else brings the lists up to date. */
const bringsUpToDate = (about: BroadcastKind): boolean => about !== 'dayBefore' && about !== 'soon';

/** Nobody is asked any more about an offer, or about a sign-up that asked first: the shift is off, or its roster is made. */
const questionsEnd = (shift: Shift, event: Told, { memberId, signUpId, signUp }: Reader): readonly Effect[] => {
  const isOver = (event.about === 'cancelled' && isSeated(signUp.state)) || (event.about === 'outcome' && (wasEndedByRoster(shift, signUp) || signUp.state === 'absent'));
  if (!isOver) return [];
  return [finish(shift, 'offer', signUpId, memberId, event), ...(shift.leadId === null ? [] : [finish(shift, 'asked', signUpId, shift.leadId, event)])];
};

/** Pure: what one piece of a broadcast brings about, person by person. */
export const toldEffects = (shift: Shift, event: Told): readonly Effect[] =>
  event.signUpIds.flatMap((signUpId) => {
    const signUp = shift.signUps[signUpId];
    const memberId = memberIdOfSignUp(signUpId);
    if (signUp === undefined || memberId === null) return [];
    const reader = { memberId, signUpId, signUp };
    return [...(bringsUpToDate(event.about) ? [recordEffect(shift, signUpId, signUp)] : []), ...questionsEnd(shift, event, reader), ...TELLS[event.about](shift, event, reader)];
  });
