import type { Step } from '../aggregate/step';
import type { HandoverKind } from '@contract';
import { isHomeAgreed } from '../contact/contact';
import { chinaDateText, DAY_MS, endOfChinaDayMs } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { isErrand } from '../last-leg/last-leg';
import { RULES } from '../rules';
import type { Claim, Wish } from '../wish/wish';
import { changed, type Outcome } from '../wish/wish-change';
import type { Member } from '../member/member';
import { beginStep, claimFields, claimGuard, hasRoomToReplan } from './claim-step';
import { takesStepsFor } from './giver';

export interface Plan {
  readonly deliverAtMs: number;
  readonly handover: HandoverKind;
  readonly note: string;
}

/** The last moment to deliver counts from the first plan, so that planning again never moves it. */
const deliverByMsOf = (wish: Wish, claim: Claim, nowMs: number): number => claim.deliverByMs ?? Math.min(nowMs + RULES.claim.deliverMs, wish.windowEndMs);

/**
 * The giver says how and when; from then on there are 7 days or the wish's window to deliver. May be said again while
 * planned. Refusals: NOT_FOUND, CLAIM_STATE_CHANGED, HOME_NOT_AGREED,
 * PLAN_TOO_LATE, OPERATION_REUSED.
 */
export const decidePlan = (wish: Wish, claimId: string, plan: Plan, actor: Member, step: Step): Result<Outcome> => {
  const begun = beginStep(wish, claimId, step);
  if (!begun.ok) return begun;
  const { claim, replay } = begun.value;
  if (!takesStepsFor(actor, wish, claim)) return refuse('NOT_FOUND');
  if (replay !== null) return accept(replay);
  if (claim.state !== 'held' && claim.state !== 'planned') return refuse('CLAIM_STATE_CHANGED');
  if (!hasRoomToReplan(claim)) return refuse('CLAIM_STATE_CHANGED', { message: '改了好几次日子了，请打电话和社区说一声。' });
  if (plan.handover === 'home' && !isHomeAgreed(wish, claim)) return refuse('HOME_NOT_AGREED', { fields: { handover: '对方还没说可以送到家' } });
  if (isErrand(wish) && plan.handover !== 'home') return refuse('BAD_INPUT', { fields: { handover: '这一趟是送到邻居家的' } });
  const deliverByMs = deliverByMsOf(wish, claim, step.nowMs);
  // A person picks a day, so the whole last day counts, and today's earlier hours do not make a plan wrong.
  if (plan.deliverAtMs > endOfChinaDayMs(deliverByMs)) return refuse('PLAN_TOO_LATE', { message: `请选 ${chinaDateText(deliverByMs)} 前的日子。`, fields: { deliverAtMs: `最晚 ${chinaDateText(deliverByMs)}` } });
  if (plan.deliverAtMs < step.nowMs - DAY_MS) return refuse('PLAN_TOO_LATE', { message: '这个日子已经过了，请换一天。', fields: { deliverAtMs: '这个日子已经过了' } });
  return accept(
    changed({
      when: claimGuard(claim, step),
      set: claimFields(claim, step, { state: 'planned', plan, plannedAtMs: step.nowMs, deliverByMs, isReminded: claim.state === 'planned' && claim.isReminded }),
      event: { kind: 'claimPlanned', claimId, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId },
    }),
  );
};
