import type { ApiContract } from '@contract';
import type { Change } from '../aggregate/change';
import { is } from '../aggregate/change';
import type { Step } from '../aggregate/step';
import { byClock, bySomebody, versionChanged, versionMoved } from '../aggregate/versioned';
import { endOfChinaDayMs } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { RULES } from '../rules';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { beginStanding, duesFrom, reportDayRefusal } from './answer-gift';
import type { DirectedEvent } from './directed-event';
import type { DirectedGift, DirectedLeftover, DirectedOutcome } from './directed-gift';
import { beginGiving } from './offer-gift';

type LeftoverTo = ApiContract['directed.settleLeftover']['parsed']['to'];

/**
 * After the final report staff say where the rest shall go; as long as the giver did not answer, they may say it anew.
 * Refusals: OUT_OF_AREA, DIRECTED_OWN, DIRECTED_CHANGED, BAD_INPUT, OPERATION_REUSED.
 */
export const decideSettleLeftover = (gift: DirectedGift, to: LeftoverTo, reason: string, actor: Member, step: Step): Result<DirectedOutcome> => {
  const begun = beginStanding(gift, actor, step);
  if (begun !== null) return begun;
  if (gift.state !== 'reported' || (gift.leftover !== null && gift.leftover.state !== 'said')) return refuse('DIRECTED_CHANGED');
  const reportByMs = to.kind === 'again' ? endOfChinaDayMs(to.reportByMs) : null;
  const refusal = reportByMs === null ? null : reportDayRefusal(reportByMs, step.nowMs, step.nowMs);
  if (refusal !== null) return { ok: false, refusal };
  const leftover: DirectedLeftover = { leftoverId: deriveId('lo', step.operationId), kind: to.kind, state: 'said', amountFen: gift.fundsLeftFen, reason, reportByMs, saidAtMs: step.nowMs, isLate: false, voucherNo: '', recordedById: null, corrections: [] };
  return accept(versionChanged<DirectedEvent>(gift, step, { leftover, note: '', updatedAtMs: step.nowMs }, { kind: 'leftoverSaid', leftoverId: leftover.leftoverId, settling: gift.settlings, beforeId: gift.leftover?.leftoverId ?? null, ...bySomebody(step) }));
};

/** What the giver's yes writes: the same work goes on, or the money leaves what may be spent. */
const takenOf = (gift: DirectedGift, leftover: DirectedLeftover, nowMs: number): { readonly set: Readonly<Record<string, unknown>>; readonly fen: number } => {
  if (leftover.kind === 'again' && leftover.reportByMs !== null) return { set: { state: 'running', leftover: null, reportByMs: leftover.reportByMs, disclosures: duesFrom(nowMs, leftover.reportByMs, gift.disclosures) }, fen: 0 };
  if (leftover.kind === 'fund') return { set: { state: 'ended', leftover: { ...leftover, state: 'done' }, endedAtMs: nowMs }, fen: leftover.amountFen };
  return { set: { leftover: { ...leftover, state: 'agreed' } }, fen: leftover.amountFen };
};

/** Nothing goes without the giver's yes, to exactly what they read. Refusals: NOT_ALLOWED, DIRECTED_CHANGED, OPERATION_REUSED. */
export const decideAnswerLeftover = (gift: DirectedGift, answer: { readonly leftoverId: string; readonly isYes: boolean; readonly note: string }, actor: Member, step: Step): Result<DirectedOutcome> => {
  const begun = beginGiving(gift, actor, step);
  if (begun !== null) return begun;
  const { leftover } = gift;
  if (gift.state !== 'reported' || leftover === null || leftover.state !== 'said' || leftover.leftoverId !== answer.leftoverId) return refuse('DIRECTED_CHANGED');
  const { leftoverId } = leftover;
  if (!answer.isYes) return accept(versionChanged<DirectedEvent>(gift, step, { leftover: null, settlings: gift.settlings + 1, note: answer.note, updatedAtMs: step.nowMs }, { kind: 'leftoverRefused', leftoverId, settling: gift.settlings + 1, ...bySomebody(step) }));
  const { set, fen } = takenOf(gift, { ...leftover, isLate: false }, step.nowMs);
  return accept(versionChanged<DirectedEvent>(gift, step, { ...set, note: answer.note, updatedAtMs: step.nowMs }, { kind: 'leftoverTaken', leftoverId, to: leftover.kind, amountFen: leftover.amountFen, ...bySomebody(step) }, { when: { fundsLeftFen: is(leftover.amountFen) }, add: { fundsLeftFen: -fen } }));
};

/** The giver did not answer in thirty days: staff talk to them; the money stays where it is. */
export const leftoverLateByClock = (gift: DirectedGift, { leftoverId }: DirectedLeftover, nowMs: number): Change<DirectedEvent> =>
  versionMoved<DirectedEvent>(gift, { 'leftover.isLate': true }, { kind: 'leftoverLate', leftoverId, ...byClock(gift._id, 'leftoverLate', leftoverId, nowMs) });

/** Handed back outside, as the voucher says. Refusals: OUT_OF_AREA, DIRECTED_OWN, DIRECTED_CHANGED, OPERATION_REUSED. */
export const decideRecordReturn = (gift: DirectedGift, voucherNo: string, actor: Member, step: Step): Result<DirectedOutcome> => {
  const begun = beginStanding(gift, actor, step);
  if (begun !== null) return begun;
  const { leftover } = gift;
  if (gift.state !== 'reported' || leftover?.state !== 'agreed') return refuse('DIRECTED_CHANGED');
  return accept(versionChanged<DirectedEvent>(gift, step, { leftover: { ...leftover, state: 'handed', voucherNo, recordedById: actor._id }, updatedAtMs: step.nowMs }, { kind: 'returnRecorded', leftoverId: leftover.leftoverId, ...bySomebody(step) }));
};

/**
 * The voucher was written wrongly: another of the staff says which is right and why; what stood there stays readable.
 * Also after the giver said that it came. Refusals: OUT_OF_AREA, DIRECTED_OWN, DIRECTED_CHANGED, SAME_PERSON, BAD_INPUT, OPERATION_REUSED.
 */
export const decideCorrectReturn = (gift: DirectedGift, { voucherNo, reason }: { readonly voucherNo: string; readonly reason: string }, actor: Member, step: Step): Result<DirectedOutcome> => {
  const begun = beginStanding(gift, actor, step);
  if (begun !== null) return begun;
  const { leftover } = gift;
  if (leftover === null || leftover.voucherNo === '' || leftover.corrections.length >= RULES.directed.correctionsMax) return refuse('DIRECTED_CHANGED');
  if (leftover.recordedById === actor._id) return refuse('SAME_PERSON');
  if (leftover.voucherNo === voucherNo) return refuse('BAD_INPUT', { fields: { voucherNo: '和原来写的一样' } });
  const corrections = [...leftover.corrections, { wasVoucherNo: leftover.voucherNo, wasById: leftover.recordedById, byId: actor._id, reason, atMs: step.nowMs }];
  return accept(versionChanged<DirectedEvent>(gift, step, { leftover: { ...leftover, voucherNo, recordedById: actor._id, corrections }, updatedAtMs: step.nowMs }, { kind: 'returnCorrected', leftoverId: leftover.leftoverId, reason, ...bySomebody(step) }));
};

/** The giver says that it came. Refusals: NOT_ALLOWED, DIRECTED_CHANGED, OPERATION_REUSED. */
export const decideConfirmReturn = (gift: DirectedGift, actor: Member, step: Step): Result<DirectedOutcome> => {
  const begun = beginGiving(gift, actor, step);
  if (begun !== null) return begun;
  const { leftover } = gift;
  if (gift.state !== 'reported' || leftover?.state !== 'handed') return refuse('DIRECTED_CHANGED');
  return accept(versionChanged<DirectedEvent>(gift, step, { state: 'ended', leftover: { ...leftover, state: 'done' }, endedAtMs: step.nowMs, updatedAtMs: step.nowMs }, { kind: 'returnConfirmed', leftoverId: leftover.leftoverId, ...bySomebody(step) }));
};
