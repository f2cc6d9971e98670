import type { OutcomeOf } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { bySomebody, versionChanged } from '../aggregate/versioned';
import { chinaDay } from '../kernel/clock';
import { accept, refuse, type Result } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import type { Contribution } from './contribution';
import type { ContributionEvent } from './contribution-event';

type Outcome = OutcomeOf<ContributionEvent>;

/** A known act, one that is not theirs, or null: go on. */
const before = (contribution: Contribution, state: Contribution['state'], actor: Member, step: Step): Result<Outcome> | null => {
  if (!worksAt(actor, contribution.communityId)) return refuse('NOT_FOUND');
  const known = knownStep(contribution.steps, step);
  if (known !== null) return known;
  return contribution.kind === 'cash' && contribution.state === state ? null : refuse('MONEY_CHANGED');
};

/** Pure: a second person saw money and receipt. Refusals: NOT_FOUND, MONEY_CHANGED, SAME_PERSON, GIVE_OVER, OPERATION_REUSED. */
export const decideConfirmCash = (contribution: Contribution, actor: Member, step: Step): Result<Outcome> => {
  const early = before(contribution, 'entered', actor, step);
  if (early !== null) return early;
  if (contribution.enteredById === actor._id) return refuse('SAME_PERSON');
  if (contribution.endReason !== null) return refuse('GIVE_OVER');
  const set = { state: 'confirmed', confirmedById: actor._id, isWaiting: false, paidAtMs: step.nowMs, paidDay: chinaDay(step.nowMs), paidFen: contribution.amountFen };
  return accept(versionChanged(contribution, step, set, { ...bySomebody(step), kind: 'cashConfirmed' }));
};

/** Pure: it was not so, by whoever entered it or another: nothing came in. Refusals: NOT_FOUND, MONEY_CHANGED, OPERATION_REUSED. */
export const decideRefuseCash = (contribution: Contribution, note: string, actor: Member, step: Step): Result<Outcome> =>
  before(contribution, 'entered', actor, step) ?? accept(versionChanged(contribution, step, { state: 'refused', isWaiting: false }, { ...bySomebody(step), kind: 'cashRefused', note }));

/** Pure: cash was handed back. Refusals: NOT_FOUND, MONEY_CHANGED, OPERATION_REUSED. */
export const decideRecordReturn = (contribution: Contribution, note: string, actor: Member, step: Step): Result<Outcome> => {
  const early = before(contribution, 'returning', actor, step);
  if (early !== null) return early;
  if (contribution.refund === null || contribution.refund.returnedById !== null) return refuse('MONEY_CHANGED');
  const refund = { ...contribution.refund, askedAtMs: step.nowMs, returnedById: actor._id, returnedByName: actor.displayName, words: note };
  return accept(versionChanged(contribution, step, { refund }, { ...bySomebody(step), kind: 'returnRecorded' }));
};

/** Pure: another one saw that it was handed back. Refusals: NOT_FOUND, MONEY_CHANGED, SAME_PERSON, OPERATION_REUSED. */
export const decideConfirmReturn = (contribution: Contribution, actor: Member, step: Step): Result<Outcome> => {
  const early = before(contribution, 'returning', actor, step);
  if (early !== null) return early;
  const { refund } = contribution;
  if (refund === null || refund.returnedById === null) return refuse('MONEY_CHANGED');
  if (refund.returnedById === actor._id) return refuse('SAME_PERSON');
  return accept(versionChanged(contribution, step, { state: 'returned', isWaiting: false, refund: { ...refund, seenById: actor._id, doneAtMs: step.nowMs } }, { ...bySomebody(step), kind: 'returned' }));
};
