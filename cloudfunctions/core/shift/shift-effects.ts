import { ABSENCE_REASON_LABEL, SKILL_LABEL } from '@contract';
import type { Effect } from '../effect/effect';
import { chinaDateText, chinaTimeText } from '../kernel/clock';
import { RULES } from '../rules';
import { toldEffects } from './broadcast-effects';
import { askSeat, closeTask, finish, message, noticeIdOf, openTask, recordEffect, tell, tellLead, todo, whenText, type EventOf } from './shift-effect-parts';
import { openService } from './service-opening';
import { memberIdOfSignUp, standsUntilMs, type Shift, type SignUp } from './shift';
import type { ShiftEvent } from './shift-event';

type OfSignUp = Extract<ShiftEvent, { readonly signUpId: string }>;

const leadNamed = (shift: Shift, event: ShiftEvent): readonly Effect[] =>
  shift.leadId === null || shift.leadId === event.byId ? [] : [tellLead(shift, event, shift.leadId, '请您带队', `“${shift.title}” ${whenText(shift)}，在${shift.placeText}。谁报了名，打开就能看到。`, 'roster')];

const signedUp = (shift: Shift, signUp: SignUp, event: EventOf<'signedUp'>): readonly Effect[] => [
  recordEffect(shift, event.signUpId, signUp, { answers: event.answers, sealedPhone: event.sealedPhone, consentAtMs: signUp.with === undefined ? null : event.atMs }),
  ...(signUp.state === 'asked' && shift.leadId !== null ? [todo(shift, event, shift.leadId, { noticeId: noticeIdOf(shift, 'asked', event.signUpId, shift.leadId), title: `${signUp.name}想来，等您回音`, body: `“${shift.title}” ${whenText(shift)}。${signUp.lacks === undefined ? '位子先留着，不回就算报上了。' : `还没有“${SKILL_LABEL[signUp.lacks]}”的培训证明，您看行不行；不回就算这次不来。`}`, actionText: '回一句', dueAtMs: standsUntilMs(shift, signUp), page: 'roster' })] : []),
];

const movedWords = (shift: Shift, signUp: SignUp, event: EventOf<'signUpMoved'>, memberId: string): readonly Effect[] => {
  const wasAnswered = event.byId !== memberId;
  if (wasAnswered) {
    const [title, body] = signUp.state === 'joined' ? ['报上了', `“${shift.title}” ${whenText(shift)}，领队说欢迎您来。`] : ['这次没能安排上', `“${shift.title}” ${whenText(shift)}，看看别的时间吧。`];
    return [tell(shift, event, memberId, title, body, 'shift'), message(shift, event, memberId, 'shiftChanged', title, 'shift')];
  }
  return event.isLate && shift.leadId !== null ? [tellLead(shift, event, shift.leadId, `${signUp.name}临时来不了`, `“${shift.title}” ${whenText(shift)}：${event.reason}`, 'roster')] : [];
};

const signUpMoved = (shift: Shift, signUp: SignUp, event: EventOf<'signUpMoved'>, memberId: string): readonly Effect[] => [
  recordEffect(shift, event.signUpId, signUp, event.reason === '' ? {} : { words: event.reason }),
  finish(shift, 'offer', event.signUpId, memberId, event),
  ...(shift.leadId === null ? [] : [finish(shift, 'asked', event.signUpId, shift.leadId, event)]),
  ...movedWords(shift, signUp, event, memberId),
];

const offered = (shift: Shift, signUp: SignUp, event: OfSignUp, memberId: string): readonly Effect[] => [recordEffect(shift, event.signUpId, signUp), ...askSeat(shift, signUp, event, memberId)];

const offerLapsed = (shift: Shift, signUp: SignUp, event: OfSignUp, memberId: string): readonly Effect[] => [
  recordEffect(shift, event.signUpId, signUp),
  finish(shift, 'offer', event.signUpId, memberId, event),
  tell(shift, event, memberId, '位子让给下一位了', `“${shift.title}” ${whenText(shift)}：没等到您回音。没关系，看看别的时间。`, 'shift'),
];

const ASK_LAPSED = {
  joined: (shift: Shift): readonly [string, string] => ['报上了', `“${shift.title}” ${whenText(shift)}，在${shift.placeText}见。`],
  lapsed: (shift: Shift): readonly [string, string] => ['这次没能安排上', `“${shift.title}” ${whenText(shift)}：领队没来得及回音。学过以后再来，或者看看别的时间。`],
} as const;

const askLapsed = (shift: Shift, signUp: SignUp, event: OfSignUp, memberId: string): readonly Effect[] => [
  recordEffect(shift, event.signUpId, signUp),
  ...(shift.leadId === null ? [] : [finish(shift, 'asked', event.signUpId, shift.leadId, event)]),
  tell(shift, event, memberId, ...ASK_LAPSED[signUp.state === 'lapsed' ? 'lapsed' : 'joined'](shift), 'shift'),
];

const absenceSaid = (shift: Shift, signUp: SignUp, event: EventOf<'absenceSaid'>, memberId: string): readonly Effect[] => [
  recordEffect(shift, event.signUpId, signUp, { words: event.words === '' ? ABSENCE_REASON_LABEL[event.reason] : event.words }),
  finish(shift, 'why', event.signUpId, memberId, event),
  ...(event.isForStaff ? [openTask(shift, event, 'absence', event.signUpId, `${signUp.name}说了那天为什么没来`, '打开看看', RULES.shift.appealWorkingHours)] : []),
];

const absenceDecided = (shift: Shift, signUp: SignUp, event: EventOf<'absenceDecided'>, memberId: string): readonly Effect[] => [
  recordEffect(shift, event.signUpId, signUp),
  closeTask(shift, 'absence', event.signUpId, event, '看过了'),
  tell(shift, event, memberId, signUp.state === 'excused' ? '算您请过假了' : '这次还是记作没来', `“${shift.title}” ${chinaDateText(shift.startsAtMs)}：${event.words}`, 'mySchedule'),
];

const noShow = (shift: Shift, signUp: SignUp, event: OfSignUp, memberId: string): readonly Effect[] => [
  recordEffect(shift, event.signUpId, signUp),
  finish(shift, 'why', event.signUpId, memberId, event),
  tell(shift, event, memberId, '那天记作没来', `“${shift.title}” ${chinaDateText(shift.startsAtMs)}：没等到您说原因。有特别的情况，在“我的日程”里说一句，社区会看。`, 'mySchedule'),
];

const ofSignUp = (shift: Shift, event: OfSignUp): readonly Effect[] => {
  const signUp = shift.signUps[event.signUpId];
  const memberId = memberIdOfSignUp(event.signUpId);
  if (signUp === undefined || memberId === null) throw new Error(`event ${event.eventId} is about a sign-up the shift ${shift._id} does not have`);
  switch (event.kind) {
    case 'signedUp':
      return signedUp(shift, signUp, event);
    case 'signUpMoved':
      return signUpMoved(shift, signUp, event, memberId);
    case 'offered':
      return offered(shift, signUp, event, memberId);
    case 'offerLapsed':
      return offerLapsed(shift, signUp, event, memberId);
    case 'askLapsed':
      return askLapsed(shift, signUp, event, memberId);
    case 'absenceSaid':
      return absenceSaid(shift, signUp, event, memberId);
    case 'absenceDecided':
      return absenceDecided(shift, signUp, event, memberId);
    case 'noShow':
      return noShow(shift, signUp, event, memberId);
    case 'endSaid':
      return [recordEffect(shift, event.signUpId, signUp), finish(shift, 'end', event.signUpId, memberId, event), ...openService(shift, event.signUpId, signUp, event.atMs)];
    case 'checkedIn':
      return [];
    default: {
      const never: never = event;
      return never;
    }
  }
};

const ended = (shift: Shift, event: ShiftEvent): readonly Effect[] =>
  shift.leadId === null ? [] : [todo(shift, event, shift.leadId, { noticeId: noticeIdOf(shift, 'roster', shift._id, shift.leadId), title: '谁到了？记一下名单', body: `“${shift.title}” ${whenText(shift)}结束了。勾一下谁到了、几点走的，大家的时长才能记上。`, actionText: '记名单', dueAtMs: shift.endsAtMs + RULES.shift.rosterMs, page: 'roster' })];

const rosterConfirmed = (shift: Shift, event: EventOf<'rosterConfirmed'>): readonly Effect[] => [
  ...(shift.leadId === null ? [] : [finish(shift, 'roster', shift._id, shift.leadId, event)]),
  ...(event.wasLate ? [closeTask(shift, 'rosterLate', '', event, '名单记好了')] : []),
];

/** Pure: what an event of a shift brings about elsewhere. */
export const shiftEffectsOf = (shift: Shift, event: ShiftEvent): readonly Effect[] => {
  if ('signUpId' in event) return ofSignUp(shift, event);
  switch (event.kind) {
    case 'created':
      return leadNamed(shift, event);
    case 'changed':
      return [...(event.hasNewLead ? [...leadNamed(shift, event), closeTask(shift, 'shiftWithoutLead', '', event, '有领队了')] : []), { kind: 'activityLasts', activityId: shift.activityId, endsAtMs: shift.endsAtMs, atMs: event.atMs }];
    case 'cancelled':
      return [closeTask(shift, 'shiftWithoutLead', '', event, '取消了')];
    case 'leadGone':
      return shift.state === 'planned' || shift.state === 'open' || shift.state === 'over' ? [openTask(shift, event, 'shiftWithoutLead', '', `${chinaDateText(shift.startsAtMs)} ${chinaTimeText(shift.startsAtMs)}这一班没有领队了`, '换一位', RULES.shift.leadWorkingHours)] : [];
    case 'minorsAlone':
      return shift.leadId === null ? [] : [tellLead(shift, event, shift.leadId, '有孩子来，还差一位大人', `“${shift.title}” ${whenText(shift)}：要有两位大人在场，请再找一位，不然这一班确认不了。`, 'roster')];
    case 'ended':
      return ended(shift, event);
    case 'rosterLate':
      return [openTask(shift, event, 'rosterLate', '', `${shift.leadName}还没记名单`, '问问领队', RULES.shift.leadWorkingHours)];
    case 'rosterConfirmed':
      return rosterConfirmed(shift, event);
    case 'told':
      return toldEffects(shift, event);
    case 'toldWords':
    case 'reminderDue':
    case 'began':
    case 'broadcastOver':
      return [];
    default: {
      const never: never = event;
      return never;
    }
  }
};
