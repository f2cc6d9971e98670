import { changeOf, is, REPLAY, type Change, type OutcomeOf } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { byClock, bySomebody, versionChanged, versionMoved } from '../aggregate/versioned';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { isOwnBudget, isSettled, judgesBudget, type MatchBudget, type MatchEvent } from './match-budget';

export type MatchOutcome = OutcomeOf<MatchEvent>;

/** Whoever may act goes on, unless this very act is known; for anybody else it is not there. */
const begin = (budget: MatchBudget, isAllowed: boolean, step: Step): Result<MatchOutcome> | null => {
  const known = isAllowed ? knownStep(budget.steps, step) : null;
  if (known !== null) return known;
  return isAllowed ? null : refuse('NOT_FOUND');
};

/** Taken back by the shop before staff looked. Refusals: NOT_FOUND, MATCH_STATE_CHANGED, OPERATION_REUSED. */
export const decideWithdrawMatch = (budget: MatchBudget, actor: Member, step: Step): Result<MatchOutcome> => {
  const begun = begin(budget, isOwnBudget(budget, actor), step);
  if (begun !== null) return begun;
  if (budget.state !== 'offered') return refuse('MATCH_STATE_CHANGED');
  return accept(versionChanged<MatchEvent>(budget, step, { state: 'withdrawn', endedAtMs: step.nowMs }, { kind: 'withdrawn', ...bySomebody(step) }));
};

export type MatchDecision = { readonly kind: 'confirm'; readonly receiptNo: string } | { readonly kind: 'refuse'; readonly note: string };

/**
 * Staff say whether the collector has the money. `isWanted`: the campaign is open, asks for money and has no other budget.
 * Refusals: NOT_FOUND, MATCH_STATE_CHANGED, OPERATION_REUSED.
 */
export const decideMatch = (budget: MatchBudget, decision: MatchDecision, isWanted: boolean, actor: Member, step: Step): Result<MatchOutcome> => {
  const begun = begin(budget, judgesBudget(budget, actor), step);
  if (begun !== null) return begun;
  if (budget.state !== 'offered') return refuse('MATCH_STATE_CHANGED');
  if (decision.kind === 'refuse') return accept(versionChanged<MatchEvent>(budget, step, { state: 'refused', note: decision.note, endedAtMs: step.nowMs }, { kind: 'refused', ...bySomebody(step) }));
  if (!isWanted) return refuse('MATCH_STATE_CHANGED', { message: '这件事现在不收钱，或者已经有别家在配。' });
  return accept(versionChanged<MatchEvent>(budget, step, { state: 'open', receiptNo: decision.receiptNo, confirmedById: actor._id, openedAtMs: step.nowMs }, { kind: 'opened', ...bySomebody(step) }));
};

/** No more gifts are matched. Refusals: NOT_FOUND, MATCH_STATE_CHANGED, OPERATION_REUSED. */
export const decideEndMatch = (budget: MatchBudget, note: string, actor: Member, step: Step): Result<MatchOutcome> => {
  const begun = begin(budget, isOwnBudget(budget, actor) || judgesBudget(budget, actor), step);
  if (begun !== null) return begun;
  if (budget.state !== 'open') return refuse('MATCH_STATE_CHANGED');
  return accept(versionChanged<MatchEvent>(budget, step, { state: 'ending', note }, { kind: 'ending', byCampaign: false, ...bySomebody(step) }));
};

/** The campaign's stage is over; `isOff`: its gifts all go back. REPLAY when it heard so before. */
export const decideCampaignOver = (budget: MatchBudget, isOff: boolean, note: string, atMs: number): Result<MatchOutcome> => {
  if (budget.state !== 'open' && !(isOff && budget.state === 'ending' && !budget.awaitsGifts)) return accept(REPLAY);
  const change = versionMoved<MatchEvent>(budget, { state: 'ending', awaitsGifts: isOff, note }, { kind: 'ending', byCampaign: true, ...byClock(budget._id, 'campaignOver', isOff ? 'off' : 'reached', atMs) });
  return accept({ kind: 'change', change });
};

/** The shop left: what staff did not look at yet is withdrawn, what is open ends. REPLAY for what ends already. */
export const decideShopLeft = (budget: MatchBudget, atMs: number): Result<MatchOutcome> => {
  const about = byClock(budget._id, 'shopLeft', budget.state, atMs);
  if (budget.state === 'offered') return accept({ kind: 'change', change: versionMoved<MatchEvent>(budget, { state: 'withdrawn', endedAtMs: atMs }, { kind: 'withdrawn', ...about }) });
  if (budget.state === 'open') return accept({ kind: 'change', change: versionMoved<MatchEvent>(budget, { state: 'ending', note: '商户退出了。' }, { kind: 'ending', byCampaign: false, ...about }) });
  return accept(REPLAY);
};

/** Staff note that the rest was paid back. Refusals: NOT_FOUND, MATCH_STATE_CHANGED, OPERATION_REUSED. */
export const decideRecordReturn = (budget: MatchBudget, voucherNo: string, actor: Member, step: Step): Result<MatchOutcome> => {
  const begun = begin(budget, judgesBudget(budget, actor), step);
  if (begun !== null) return begun;
  if (budget.state !== 'ending' || !isSettled(budget) || budget.leftFen === 0) return refuse('MATCH_STATE_CHANGED');
  const fen = budget.leftFen;
  return accept(versionChanged<MatchEvent>(budget, step, { state: 'returning', returningFen: fen, voucherNo, returnedById: actor._id }, { kind: 'returning', fen, ...bySomebody(step) }, { when: { leftFen: is(fen), holdCount: is(0) } }));
};

/** The shop, or another of the staff, says that it came. Refusals: NOT_FOUND, NOT_ALLOWED (who recorded it), MATCH_STATE_CHANGED, OPERATION_REUSED. */
export const decideConfirmReturn = (budget: MatchBudget, actor: Member, step: Step): Result<MatchOutcome> => {
  const begun = begin(budget, isOwnBudget(budget, actor) || judgesBudget(budget, actor), step);
  if (begun !== null) return begun;
  if (budget.state !== 'returning') return refuse('MATCH_STATE_CHANGED');
  if (budget.returnedById === actor._id) return refuse('NOT_ALLOWED', { message: '您记的退款，请商户或另一位同事来确认。' });
  const fen = budget.returningFen;
  return accept(versionChanged<MatchEvent>(budget, step, { state: 'ending', returningFen: 0, askedBackFen: null }, { kind: 'returned', fen, n: budget.returns + 1, ...bySomebody(step) }, { add: { leftFen: -fen, returnedFen: fen, returns: 1 } }));
};

/** Those kept for long and not told of are asked after, each once. */
export const askedByClock = (budget: MatchBudget, nowMs: number): Change<MatchEvent> => {
  const late = Object.entries(budget.holds).filter(([, { atMs, isAsked }]) => !isAsked && atMs + RULES.match.askAfterMs <= nowMs);
  const holds = late.map(([contributionId, { atMs }]) => ({ contributionId, heldAtMs: atMs }));
  return changeOf<MatchEvent>({
    when: Object.fromEntries(late.map(([contributionId, { atMs }]) => [`holds.${contributionId}.atMs`, is(atMs)])),
    set: Object.fromEntries(late.map(([contributionId]) => [`holds.${contributionId}.isAsked`, true])),
    event: { kind: 'asked', holds, ...byClock(budget._id, 'asked', holds.map(({ contributionId }) => contributionId).join(' '), nowMs) },
  });
};

/** What gave its match back long ago is told no more. */
export const forgotByClock = (budget: MatchBudget, nowMs: number): Change<MatchEvent> => {
  const old = Object.entries(budget.givenBack).filter(([, atMs]) => atMs + RULES.match.givenBackMs <= nowMs).map(([contributionId]) => contributionId);
  return changeOf<MatchEvent>({
    when: Object.fromEntries(old.map((contributionId) => [`givenBack.${contributionId}`, { atLeast: 0 }])),
    add: { givenBackCount: -old.length }, removes: old.map((contributionId) => `givenBack.${contributionId}`),
    event: { kind: 'forgot', ...byClock(budget._id, 'forgot', old.join(' '), nowMs) },
  });
};
