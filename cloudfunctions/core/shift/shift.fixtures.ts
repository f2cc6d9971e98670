import type { ActivityWordsInput } from '@contract';
import { bornWith } from '../aggregate/aggregate';
import { carriedOut } from '../aggregate/aggregate.fixtures';
import type { Step } from '../aggregate/step';
import { decideAddShifts, decideDecision, decideSubmit, newActivity } from '../activity/change-activity';
import type { Activity } from '../activity/activity';
import { pathOf } from '../kernel/area-tree';
import { DAY_MS, HOUR_MS } from '../kernel/clock';
import type { Result } from '../kernel/result';
import type { Member } from '../member/member';
import { COMMUNITY, member, roleOf, staff, START_MS } from '../wish/wish.fixtures';
import { shiftOf } from './make-shift';
import type { ShiftOutcome } from './move-sign-up';
import type { Shift } from './shift';
import { decideSignUp, type Wanted } from './sign-up';

/** Activities and shifts as plain values, for tests of pure decisions. */
export const lead = member('m_lead', { displayName: '周敏', roles: [roleOf('socialWorker', COMMUNITY)] });
export const checker = staff;

let steps = 0;
/** A fresh act of somebody. */
export const stepBy = (actor: Pick<Member, '_id'>, nowMs = START_MS, inputHash = 'hash-of-input'): Step => ({ actorId: actor._id, operationId: `op_${String((steps += 1)).padStart(17, '0')}`, inputHash, nowMs });

export const activityWords = (changes: Partial<ActivityWordsInput> = {}): ActivityWordsInput => ({
  kind: 'volunteerService', title: '给独居老人送餐', story: '每趟 6 户，走 40 分钟。', pictureKey: 'meal', skills: [], teaches: null, needs: null, ages: null, risk: { level: 'none', note: '' }, insurance: '', questions: [],
  minors: { isAllowed: false, isPublicPlace: false, hasTwoAdults: false, isGuardianPresent: false }, contactRole: '社区值班电话', ...changes,
});

export const FAMILIES = { isAllowed: true, isPublicPlace: true, hasTwoAdults: true, isGuardianPresent: true };

export const draft = (changes: Partial<ActivityWordsInput> = {}): Activity => newActivity(activityWords(changes), { _id: COMMUNITY, name: '青枫社区', areaIds: pathOf(COMMUNITY) }, null, lead, stepBy(lead));

export const plannedTime = (startsAtMs = START_MS + 3 * DAY_MS, capacity = 8) => ({ startsAtMs, endsAtMs: startsAtMs + 2 * HOUR_MS, placeText: '青枫驿站门口', capacity, leadId: lead._id, leadName: lead.displayName });

export const withShift = (activity: Activity = draft()): Activity => carriedOut(activity, decideAddShifts(activity, [plannedTime()], lead, stepBy(lead)));

export const published = (activity: Activity = withShift()): Activity => {
  const submitted = carriedOut(activity, decideSubmit(activity, lead, stepBy(lead)));
  return carriedOut(submitted, decideDecision(submitted, { kind: 'publish' }, checker, stepBy(checker)));
};

/** An open shift of so many seats that begins in three days, at rest. */
export const openShift = (capacity = 8, changes: Partial<Shift> = {}, words: Partial<ActivityWordsInput> = {}): Shift => {
  const activity = published(withShift(draft(words)));
  const shift = shiftOf(activity, { shiftId: 'h_shift', ...plannedTime(START_MS + 3 * DAY_MS, capacity) }, { atMs: START_MS, byId: lead._id });
  return { ...shift, ...bornWith({ kind: 'created', eventId: 'e_created', atMs: START_MS, byId: lead._id }), outbox: {}, pendingEvents: 0, ...changes };
};

export const wanted = (changes: Partial<Wanted> = {}): Wanted => ({ isSelf: true, companions: [], hasConsent: false, answers: [], sealedPhone: null, ifFull: 'wait', ...changes });

/** A sign-up as the outcome of any other change; one that finds it full changes nothing. */
export const signUpOutcome = (decided: ReturnType<typeof decideSignUp>): Result<ShiftOutcome> => {
  if (!decided.ok) return decided;
  return { ok: true, value: decided.value.kind === 'change' ? { kind: 'change', change: decided.value.change } : { kind: 'replay' } };
};

export const signedUp = (shift: Shift, person: Member, changes: Partial<Wanted> = {}, nowMs = START_MS, noShows = 0): Shift => carriedOut(shift, signUpOutcome(decideSignUp(shift, wanted(changes), person, noShows, stepBy(person, nowMs))));

export const neighbours = (count: number): readonly Member[] => Array.from({ length: count }, (_unused, index) => member(`m_p${index}`));
