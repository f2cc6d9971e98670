import type { ApiContract, FourFacts } from '@contract';
import { knownStep, type Step } from '../aggregate/step';
import { bySomebody, versionChanged } from '../aggregate/versioned';
import { firstDues, withFinalAt, type Disclosure } from '../disclosure/disclosure';
import { chinaMonthsLaterMs, DAY_MS, endOfChinaDayMs } from '../kernel/clock';
import { accept, refuse, type Refusal, type Result } from '../kernel/result';
import type { LaneGround } from '../lane/lane-setting';
import { worksAt, type Member } from '../member/member';
import { RULES } from '../rules';
import { isOfGiver } from './directed-access';
import type { DirectedEvent } from './directed-event';
import { amountOf, type DirectedGift, type DirectedOutcome } from './directed-gift';
import { endingOf, mayStillEnd } from './offer-gift';

export type DirectedDecision = ApiContract['directed.answer']['parsed']['decision'];

/** What agreeing asks of other areas. */
export interface AgreeFacts {
  /** What the lane stands on here; null while it is shut. */
  readonly ground: LaneGround | null;
  /** Who shall answer for it. */
  readonly answerable: Member;
  /** Another gift that they answer for is late with its report. */
  readonly isLateElsewhere: boolean;
}

/** Staff of the community, none of the giving side. */
export const beginStanding = (gift: DirectedGift, actor: Member, step: Step): Result<DirectedOutcome> | null => {
  if (!worksAt(actor, gift.communityId)) return refuse('OUT_OF_AREA');
  return isOfGiver(gift, actor) ? refuse('DIRECTED_OWN') : knownStep(gift.steps, step);
};

interface Days {
  readonly payByMs: number | null;
  readonly reportByMs: number;
}

/** Whole days, each to its end. */
const daysOf = ({ payByMs, reportByMs }: Days): Days => ({ payByMs: payByMs === null ? null : endOfChinaDayMs(payByMs), reportByMs: endOfChinaDayMs(reportByMs) });

const daysRefusal = (gift: DirectedGift, { payByMs, reportByMs }: Days, nowMs: number): Refusal | null => {
  const wrong = (field: string, text: string): Refusal => ({ code: 'BAD_INPUT', fields: { [field]: text } });
  if ((amountOf(gift) === null) !== (payByMs === null)) return wrong('payByMs', payByMs === null ? '请写哪天前付齐' : '不收钱就不用写这一天');
  if (payByMs !== null && payByMs < nowMs) return wrong('payByMs', '这一天已经过了');
  if (payByMs !== null && payByMs > endOfChinaDayMs(nowMs + RULES.directed.payDaysMax * DAY_MS)) return wrong('payByMs', `最长 ${RULES.directed.payDaysMax} 天`);
  return reportDayRefusal(reportByMs, payByMs ?? nowMs, nowMs);
};

/** The day of the report lies after the work can begin and within two years. */
export const reportDayRefusal = (reportByMs: number, afterMs: number, nowMs: number): Refusal | null => {
  if (reportByMs <= endOfChinaDayMs(afterMs)) return { code: 'BAD_INPUT', fields: { reportByMs: '报告的日子要再往后' } };
  return reportByMs > chinaMonthsLaterMs(nowMs, RULES.directed.reportMonthsMax) ? { code: 'BAD_INPUT', fields: { reportByMs: '最晚两年内要报告' } } : null;
};

/** Told in between only where the whole is told later than that. `told`: what was told before. */
export const duesFrom = (nowMs: number, reportByMs: number, told: readonly Disclosure[] = []): readonly Disclosure[] => withFinalAt(firstDues(nowMs, told).filter(({ doneAtMs, dueAtMs }) => doneAtMs !== null || dueAtMs < reportByMs), reportByMs);

const agreeRefusal = (gift: DirectedGift, days: Days, { ground, answerable, isLateElsewhere }: AgreeFacts, nowMs: number): Refusal | null => {
  if (ground === null || ground.collector === null) return { code: 'LANE_CLOSED' };
  if (!worksAt(answerable, gift.communityId) || isOfGiver(gift, answerable)) return { code: 'BAD_INPUT', fields: { answerableCode: '负责的要是本社区的工作人员，不能是给的一方' } };
  return isLateElsewhere ? { code: 'DIRECTED_LATE' } : daysRefusal(gift, days, nowMs);
};

const agreed = (gift: DirectedGift, said: Days & { readonly facts: FourFacts }, facts: AgreeFacts, step: Step): Result<DirectedOutcome> => {
  const days = daysOf(said);
  const refusal = agreeRefusal(gift, days, facts, step.nowMs);
  const { ground } = facts;
  if (refusal !== null || ground === null) return { ok: false, refusal: refusal ?? { code: 'LANE_CLOSED' } };
  const hasMoney = amountOf(gift) !== null;
  return accept(versionChanged<DirectedEvent>(gift, step, {
    state: hasMoney ? 'agreed' : 'running', facts: said.facts, answerable: { memberId: facts.answerable._id, name: facts.answerable.displayName }, ...days,
    collector: hasMoney ? ground.collector : null, accountingAgentId: hasMoney ? ground.accountingAgentId : null,
    disclosures: duesFrom(step.nowMs, days.reportByMs), note: '', updatedAtMs: step.nowMs,
  }, { kind: 'agreed', ...bySomebody(step) }));
};

/** Refusals: OUT_OF_AREA, DIRECTED_OWN, DIRECTED_CHANGED, LANE_CLOSED, DIRECTED_LATE, BAD_INPUT, OPERATION_REUSED. */
export const decideAnswer = (gift: DirectedGift, decision: DirectedDecision, facts: AgreeFacts, actor: Member, step: Step): Result<DirectedOutcome> => {
  const begun = beginStanding(gift, actor, step);
  if (begun !== null) return begun;
  if (gift.state !== 'offered') return refuse('DIRECTED_CHANGED');
  if (decision.kind === 'accept') return agreed(gift, decision, facts, step);
  const said = { note: decision.note, updatedAtMs: step.nowMs };
  return decision.kind === 'ask'
    ? accept(versionChanged<DirectedEvent>(gift, step, { state: 'asked', ...said }, { kind: 'askedBack', ...bySomebody(step) }))
    : accept(versionChanged<DirectedEvent>(gift, step, { state: 'refused', endedAtMs: step.nowMs, ...said }, { kind: 'refused', ...bySomebody(step) }));
};

/** Staff call it off before it runs. Refusals: OUT_OF_AREA, DIRECTED_OWN, DIRECTED_CHANGED, OPERATION_REUSED. */
export const decideCancel = (gift: DirectedGift, reason: string, actor: Member, step: Step): Result<DirectedOutcome> => {
  const begun = beginStanding(gift, actor, step);
  if (begun !== null) return begun;
  if (!mayStillEnd(gift)) return refuse('DIRECTED_CHANGED');
  const { set, hadMoney } = endingOf(gift, step.nowMs);
  return accept(versionChanged<DirectedEvent>(gift, step, { ...set, state: 'cancelled', note: reason }, { kind: 'cancelled', was: gift.state, hadMoney, ...bySomebody(step) }));
};
