import type { MessageTemplate, NoticeTarget, TaskKind } from '@contract';
import type { Effect, EffectOf } from '../effect/effect';
import { chinaDateText, chinaTimeText } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { dueInWorkingHours } from '../kernel/working-days';
import { recordIdOf, signUpRecordOf, type SignUpNotes } from './sign-up-record';
import { standsUntilMs, type Shift, type SignUp } from './shift';
import type { ShiftEvent } from './shift-event';
import { toldOutside } from './told-outside';

export type EventOf<K extends ShiftEvent['kind']> = Extract<ShiftEvent, { readonly kind: K }>;

/** "11 月 21 日 9:00–11:00" in UTC+8. */
export const whenText = ({ startsAtMs, endsAtMs }: Pick<Shift, 'startsAtMs' | 'endsAtMs'>): string => `${chinaDateText(startsAtMs)} ${chinaTimeText(startsAtMs)}–${chinaTimeText(endsAtMs)}`;

export const targetOf = (page: NoticeTarget['page'], shift: Shift): NoticeTarget => ({ page, wishId: null, claimId: null, subjectId: shift._id });

/** What waits for somebody about a sign-up (or the shift): finished under the same id. */
type Todo = 'offer' | 'asked' | 'roster' | 'end' | 'why';
export const noticeIdOf = (shift: Shift, kind: Todo, aboutId: string, memberId: string): string => deriveId('n', kind, shift._id, aboutId, memberId);

interface TodoParts {
  readonly noticeId: string;
  readonly title: string;
  readonly body: string;
  readonly actionText: string;
  readonly dueAtMs: number;
  readonly page: NoticeTarget['page'];
}

export const todo = (shift: Shift, event: ShiftEvent, memberId: string, { noticeId, title, body, actionText, dueAtMs, page }: TodoParts): Effect => ({
  kind: 'notice', noticeId, memberId, title, body, pictureKey: shift.pictureKey, target: targetOf(page, shift), todo: { actionText, dueAtMs }, atMs: event.atMs,
});

/** Its id is the event and the reader; of one piece of a broadcast each reader has one. */
export const tell = (shift: Shift, event: ShiftEvent, memberId: string, title: string, body: string, page: NoticeTarget['page']): Effect => ({
  kind: 'notice', noticeId: deriveId('n', event.eventId, memberId), memberId, title, body, pictureKey: shift.pictureKey, target: targetOf(page, shift), todo: null, atMs: event.atMs,
});

/** A lead may be on their own roster: a line of its own. */
export const tellLead = (shift: Shift, event: ShiftEvent, leadId: string, title: string, body: string, page: NoticeTarget['page']): Effect => ({
  kind: 'notice', noticeId: deriveId('n', event.eventId, leadId, 'lead'), memberId: leadId, title, body, pictureKey: shift.pictureKey, target: targetOf(page, shift), todo: null, atMs: event.atMs,
});

/** Of a reminder the id is the shift's time and the person, so that the call list finds whom it reached. */
export const messageIdOf = (shift: Pick<Shift, '_id' | 'startsAtMs'>, about: string, memberId: string): string => deriveId('s', shift._id, about, String(shift.startsAtMs), memberId);

export const message = (shift: Shift, event: ShiftEvent, memberId: string, template: MessageTemplate, note: string, page: NoticeTarget['page'], messageId = deriveId('s', event.eventId, memberId, template)): Effect => ({
  kind: 'message', messageId, memberId, template, target: targetOf(page, shift), fields: { thing: shift.title, note, atMs: shift.startsAtMs }, atMs: event.atMs,
});

export const finish = (shift: Shift, kind: Todo, aboutId: string, memberId: string, event: ShiftEvent): Effect => ({ kind: 'finishNotice', noticeId: noticeIdOf(shift, kind, aboutId, memberId), memberId, atMs: event.atMs });

const taskIdOf = (shift: Shift, kind: TaskKind, signUpId: string): string => deriveId('k', kind, shift._id, signUpId);

/** In the list of tasks, which all staff read, a help team's shift has neither its title nor a name. */
const taskWords = (shift: Shift, reasonText: string): { readonly title: string; readonly reasonText: string } => (shift.audience === 'helpTeam' ? { title: toldOutside(shift).title, reasonText: '请本社区的社工打开看看' } : { title: shift.title, reasonText });

/** About the shift, or about one of its sign-ups (`signUpId` not empty): then the subject is its record. */
export const openTask = (shift: Shift, event: ShiftEvent, taskKind: TaskKind, signUpId: string, reasonText: string, actionText: string, workingHours: number): EffectOf<'openTask'> => ({
  kind: 'openTask', taskId: taskIdOf(shift, taskKind, signUpId), taskKind, wishId: null, claimId: null, subjectId: signUpId === '' ? shift._id : recordIdOf(shift._id, signUpId), assignTo: shift.audience === 'helpTeam' ? 'socialWorker' : null, areaIds: shift.areaIds,
  ...taskWords(shift, reasonText), actionText, ...dueInWorkingHours(event.atMs, workingHours), atMs: event.atMs,
});

export const closeTask = (shift: Shift, kind: TaskKind, signUpId: string, event: ShiftEvent, note: string): Effect => ({ kind: 'closeTask', taskId: taskIdOf(shift, kind, signUpId), atMs: event.atMs, note });

export const recordEffect = (shift: Shift, signUpId: string, signUp: SignUp, notes: SignUpNotes = {}): Effect => {
  const record = signUpRecordOf(shift, signUpId, signUp);
  if (record === null) throw new Error(`${signUpId} of the shift ${shift._id} is nobody's`);
  return { kind: 'signUpRecord', record, notes };
};

/** A free place, for so long. */
export const askSeat = (shift: Shift, signUp: SignUp, event: ShiftEvent & { readonly signUpId: string }, memberId: string): readonly Effect[] => {
  const untilMs = standsUntilMs(shift, signUp);
  const untilText = `${chinaDateText(untilMs)} ${chinaTimeText(untilMs)}`;
  return [
    todo(shift, event, memberId, { noticeId: noticeIdOf(shift, 'offer', event.signUpId, memberId), title: `“${shift.title}”有位子了`, body: `${whenText(shift)}，为您留到 ${untilText}。来就点一下，不来让给下一位。`, actionText: '来不来', dueAtMs: untilMs, page: 'shift' }),
    message(shift, event, memberId, 'shiftChanged', '有位子了，来不来回一句', 'shift'),
  ];
};
