import type { Step } from '../aggregate/step';
import { claimIdOf, heldClaim } from '../claim/claim-wish';
import { isOwnWish } from '../claim/giver';
import { chinaDateText, DAY_MS, endOfChinaDayMs } from '../kernel/clock';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import type { Claim, Wish } from '../wish/wish';
import { changed, is, type Outcome } from '../wish/wish-change';
import { beginRescue, rescueEvent, rescueFields, rescueGuard } from './begin-rescue';
import { restValueFen } from './split-wish';

export interface ProjectPayment {
  readonly projectName: string;
  readonly amountFen: number;
  readonly deliverAtMs: number;
}

/** The community's project gives all that is left; the person who chose it carries it and hands it over like any giver. */
const projectClaim = (wish: Wish, payment: ProjectPayment, actor: Member, step: Step): Claim => ({
  ...heldClaim(wish, claimIdOf(step.operationId), wish.sharesLeft, { kind: 'project', partyId: actor._id, name: payment.projectName, contact: actor, overdueClaimIds: [] }, step),
  projectAmountFen: payment.amountFen,
  state: 'planned',
  plan: { deliverAtMs: payment.deliverAtMs, handover: wish.handover, note: '' },
  plannedAtMs: step.nowMs,
  deliverByMs: endOfChinaDayMs(payment.deliverAtMs),
});

/**
 * The community's project budget takes what is left: a claim that is planned already, earns no points, and is delivered
 * and confirmed as usual. Nobody decides over money for their own household. Refusals: those of every choice, NOT_ALLOWED, PLAN_TOO_LATE, BAD_INPUT (more than the rest is worth),
 * CLAIM_LIMIT_REACHED.
 */
export const decidePayment = (wish: Wish, payment: ProjectPayment, actor: Member, step: Step): Result<Outcome> => {
  const begun = beginRescue(wish, actor, step);
  if (!begun.ok) return begun;
  if (begun.value !== null) return accept(begun.value);
  if (wish.onBehalf === null && isOwnWish(wish, actor)) return refuse('NOT_ALLOWED', { message: '这是您自己家的心愿，请同事来定用不用项目经费。' });
  const mostFen = restValueFen(wish) ?? RULES.wish.valueCapFen;
  if (payment.amountFen > mostFen) return refuse('BAD_INPUT', { fields: { amountFen: `这件剩下的部分最多约 ${mostFen / 100} 元` } });
  if (endOfChinaDayMs(payment.deliverAtMs) > endOfChinaDayMs(wish.windowEndMs)) return refuse('PLAN_TOO_LATE', { fields: { deliverAtMs: `最晚 ${chinaDateText(wish.windowEndMs)}` } });
  if (payment.deliverAtMs < step.nowMs - DAY_MS || endOfChinaDayMs(payment.deliverAtMs) <= step.nowMs) return refuse('PLAN_TOO_LATE', { message: '这个日子已经过了，请换一天。', fields: { deliverAtMs: '这个日子已经过了' } });
  if (wish.claimCount >= RULES.wish.claimsPerWish) return refuse('CLAIM_LIMIT_REACHED');
  const claim = projectClaim(wish, payment, actor, step);
  const text = `由社区项目“${payment.projectName}”来办，${actor.displayName}约在 ${chinaDateText(payment.deliverAtMs)} 送到。`;
  return accept(
    changed({
      when: { ...rescueGuard(wish, step), sharesLeft: is(claim.shares), activeClaimerIds: { excludes: actor._id } },
      set: { ...rescueFields(wish, 'project', text, actor, step), [`claims.${claim.claimId}`]: claim },
      add: { sharesLeft: -claim.shares, sharesHeld: claim.shares, claimCount: 1 },
      joins: { activeClaimerIds: actor._id },
      event: { kind: 'projectClaimed', round: wish.rescue.round, claimId: claim.claimId, ...rescueEvent(step) },
    }),
  );
};
