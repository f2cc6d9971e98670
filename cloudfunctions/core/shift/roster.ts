import type { RosterInput } from '@contract';
import { changedBy, is } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { bySomebody, versionChanged } from '../aggregate/versioned';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { broadcast } from './broadcast';
import { wereMinorsAlone } from './minors';
import { ownSignUp, signUpSet, type ShiftOutcome } from './move-sign-up';
import { isSeated, isStanding, memberIdOfSignUp, signUpsOf, walkInIdOf, type Shift, type SignUp } from './shift';
import { mayLead } from './shift-access';
import type { ShiftEvent } from './shift-event';

type Came = RosterInput['came'][number];

/** Somebody who came without a sign-up; `memberId` null: only a name. */
export interface WalkIn {
  readonly memberId: string | null;
  readonly name: string;
  readonly fromMs: number;
  readonly toMs: number | null;
}

type Refusal = ReturnType<typeof refuse>;

/** Actual times: not long before the beginning, not after now and not long after the end (a phone may have a wrong clock). */
const areTimesTrue = (shift: Shift, fromMs: number, toMs: number | null, nowMs: number): boolean =>
  fromMs >= shift.startsAtMs - RULES.shift.earlyMs && fromMs <= nowMs && (toMs === null || (toMs > fromMs && toMs <= Math.min(nowMs, shift.endsAtMs + RULES.shift.overtimeMs)));

/** Somebody who did not get a place or had cancelled may have come all the same; who was never there may not. */
const cameRefusalOf = (shift: Shift, came: readonly Came[], nowMs: number): Refusal | null => {
  const seen = new Set<string>();
  for (const { signUpId, self, companionsCame } of came) {
    const signUp = Object.hasOwn(shift.signUps, signUpId) ? shift.signUps[signUpId] : undefined;
    if (signUp === undefined) return refuse('SIGN_UP_CHANGED');
    const person = memberIdOfSignUp(signUpId) ?? signUpId;
    if (seen.has(person)) return refuse('BAD_INPUT', { fields: { came: `${signUp.name}记了两遍` } });
    seen.add(person);
    if (companionsCame > signUp.seats - (signUp.isSelf ? 1 : 0)) return refuse('BAD_INPUT', { fields: { came: `${signUp.name}没有带这么多人` } });
    if (self !== null && !areTimesTrue(shift, self.fromMs, self.toMs, nowMs)) return refuse('ROSTER_TIMES', { message: `${signUp.name}的时间不对：不能早于开始太多，也不能在以后。` });
  }
  return null;
};

const walkInRefusalOf = (shift: Shift, came: readonly Came[], walkIns: readonly WalkIn[], nowMs: number): Refusal | null => {
  const named = walkIns.flatMap(({ memberId }) => memberId ?? []);
  if (new Set(named).size !== named.length) return refuse('BAD_INPUT', { fields: { walkIns: '同一个编号写了两遍' } });
  const onRoster = new Set(came.map(({ signUpId }) => memberIdOfSignUp(signUpId)));
  const twice = walkIns.find(({ memberId }) => memberId !== null && (onRoster.has(memberId) || signUpsOf(shift, memberId).some(([, signUp]) => isSeated(signUp.state))));
  if (twice !== undefined) return refuse('BAD_INPUT', { fields: { walkIns: `${twice.name}已经在名单上，在上面记就好` } });
  const odd = walkIns.find(({ fromMs, toMs }) => !areTimesTrue(shift, fromMs, toMs, nowMs));
  return odd === undefined ? null : refuse('ROSTER_TIMES', { message: `${odd.name}的时间不对：不能早于开始太多，也不能在以后。` });
};

const minorsRefusalOf = (shift: Shift, came: readonly Came[], walkIns: readonly WalkIn[]): Refusal | null => {
  const people = came.flatMap(({ signUpId, self, companionsCame }) => {
    const signUp = shift.signUps[signUpId];
    return signUp === undefined ? [] : [{ signUp, isSelf: self !== null, companions: companionsCame }];
  });
  const isLeadListed = shift.leadId !== null && came.some(({ signUpId }) => memberIdOfSignUp(signUpId) === shift.leadId);
  return wereMinorsAlone(people, walkIns.length, shift.leadId === null || isLeadListed ? 0 : 1) ? refuse('MINOR_NEEDS_ADULTS') : null;
};

const cameFields = ({ self, companionsCame }: Came): Partial<SignUp> => ({
  state: 'attended',
  ...(self !== null && { fromMs: self.fromMs, ...(self.toMs !== null && { toMs: self.toMs }) }),
  ...(companionsCame > 0 && { came: companionsCame }),
});

/** Who is not named did not come: they are asked first (RULES.md section 3). Who still waits here for a late clock has waited in vain. */
const outcomeSet = (shift: Shift, came: readonly Came[], step: Step): Readonly<Record<string, unknown>> => {
  const byId = new Map(came.filter(({ self, companionsCame }) => self !== null || companionsCame > 0).map((each) => [each.signUpId, each]));
  const parts = Object.entries(shift.signUps).map(([signUpId, signUp]) => {
    const present = byId.get(signUpId);
    if (present !== undefined) return signUpSet(signUpId, cameFields(present), null);
    if (signUp.state === 'joined' || signUp.state === 'asked') return signUpSet(signUpId, { state: 'absent', untilMs: step.nowMs + RULES.shift.absenceMs }, null);
    return isStanding(signUp.state) ? signUpSet(signUpId, { state: 'lapsed', untilMs: step.nowMs }, null) : {};
  });
  return Object.assign({}, ...parts) as Readonly<Record<string, unknown>>;
};

const walkInEntry = ({ name, fromMs, toMs }: WalkIn, nowMs: number): SignUp => ({ name, state: 'attended', isSelf: true, seats: 1, atMs: nowMs, fromMs, ...(toMs !== null && { toMs }), acts: {} });

/**
 * The lead's roster in one go: the proof of who came, with actual times. Of two leads at once one gets through; the same
 * act sent later from a phone without network changes nothing. Refusals: NOT_ALLOWED, ROSTER_TOO_EARLY, ROSTER_DONE,
 * ROSTER_TIMES, MINOR_NEEDS_ADULTS, SIGN_UP_CHANGED, SHIFT_STATE_CHANGED, BAD_INPUT, OPERATION_REUSED.
 */
export const decideRoster = (shift: Shift, came: readonly Came[], walkIns: readonly WalkIn[], actor: Member, step: Step): Result<ShiftOutcome> => {
  if (!mayLead(shift, actor)) return refuse('NOT_ALLOWED');
  const known = knownStep(shift.steps, step);
  if (known !== null) return known;
  if (shift.state === 'confirmed') return refuse('ROSTER_DONE');
  if (shift.state !== 'open' && shift.state !== 'over') return refuse('SHIFT_STATE_CHANGED');
  if (!isRosterOpen(shift, step.nowMs)) return refuse('ROSTER_TOO_EARLY');
  const refusal = cameRefusalOf(shift, came, step.nowMs) ?? walkInRefusalOf(shift, came, walkIns, step.nowMs) ?? minorsRefusalOf(shift, came, walkIns);
  if (refusal !== null) return refusal;
  const entries = Object.fromEntries(walkIns.map((walkIn, index) => [`signUps.${walkInIdOf(walkIn.memberId, index)}`, walkInEntry(walkIn, step.nowMs)]));
  const set = { ...outcomeSet(shift, came, step), ...entries, state: 'confirmed', isBegun: true, waitingCount: 0, confirmedAtMs: step.nowMs, confirmedById: actor._id, ...broadcast('outcome', step.nowMs) };
  return accept(versionChanged<ShiftEvent>(shift, step, set, { kind: 'rosterConfirmed', wasLate: shift.isRosterLate, ...bySomebody(step) }, { when: { signUpCount: is(shift.signUpCount) }, add: { signUpCount: walkIns.length } }));
};

/** From the beginning on: nobody joins or leaves any more. */
export const isRosterOpen = (shift: Pick<Shift, 'state' | 'startsAtMs'>, nowMs: number): boolean => (shift.state === 'open' || shift.state === 'over') && shift.startsAtMs <= nowMs;

/** When somebody left whom nobody noted; at most the planned end. Refusals: NOT_FOUND, SIGN_UP_CHANGED, BAD_INPUT, OPERATION_REUSED. */
export const decideSayEnd = (shift: Shift, signUpId: string, toMs: number, step: Step): Result<ShiftOutcome> => {
  const own = ownSignUp(shift, signUpId, step);
  if (!own.ok) return own.answer;
  const { state, fromMs, toMs: known } = own.signUp;
  if (state !== 'attended' || fromMs === undefined || known !== undefined) return refuse('SIGN_UP_CHANGED');
  if (toMs <= fromMs || toMs > shift.endsAtMs) return refuse('BAD_INPUT', { fields: { toMs: '要在您到了以后、这一班结束以前；待得更久请领队来说' } });
  return accept(changedBy<ShiftEvent>({ when: { [`signUps.${signUpId}.state`]: is('attended'), [`signUps.${signUpId}.toMs`]: { isAbsent: true } }, set: signUpSet(signUpId, { toMs }, step), event: { kind: 'endSaid', signUpId, ...bySomebody(step) } }));
};
