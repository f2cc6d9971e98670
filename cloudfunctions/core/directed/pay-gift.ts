import { REPLAY, type Change } from '../aggregate/change';
import { byClock, versionMoved } from '../aggregate/versioned';
import { accept, refuse, type Refusal, type Result } from '../kernel/result';
import { yuanText } from '../kernel/yuan-text';
import { RULES } from '../rules';
import type { DirectedEvent } from './directed-event';
import { amountOf, countedFenOf, isPaidUp, keptFenOf, type DirectedGift, type DirectedOutcome } from './directed-gift';

const moved = (change: Change<DirectedEvent>): Result<DirectedOutcome> => accept({ kind: 'change', change });

/** What may still be ordered: neither came nor is on its way. */
export const toPayFenOf = (gift: DirectedGift): number => Math.max(0, (amountOf(gift) ?? 0) - countedFenOf(gift) - keptFenOf(gift));

/** The least of one part: all of the rest where it is less. */
export const leastPartOf = (gift: DirectedGift): number => Math.min(RULES.directed.minFenPerPayment, toPayFenOf(gift));

/** Why nothing may be paid for it now; null when something may. Plain, because the page says the same words. */
export const payRefusalOf = (gift: DirectedGift, nowMs: number, way: 'wechat' | 'cash' = 'wechat'): Refusal | null => {
  const { state, payByMs, collector } = gift;
  if (amountOf(gift) === null) return { code: 'GIVE_NOT_NOW', message: '这份赠与不收钱，只收东西和服务。' };
  if (state === 'offered' || state === 'asked') return { code: 'GIVE_NOT_NOW', message: '社区还没有答复，说定了再付。' };
  if (gift.isReportOverdue) return { code: 'GIVE_NOT_NOW', message: '社区的报告过了日子，写好之前先不收。' };
  if (state !== 'agreed' || payByMs === null || nowMs > payByMs) return { code: 'GIVE_NOT_NOW', message: '现在不收钱了。' };
  if (collector === null) return { code: 'LANE_CLOSED' };
  if (way === 'wechat' && collector.kind === 'cash') return { code: 'PAY_NOT_HERE', message: `这里收现金，请到社区交给${collector.keeperName}，有收据。` };
  if (way === 'wechat' && nowMs + RULES.contribution.orderMinMs > payByMs) return { code: 'GIVE_TOO_LATE' };
  if (toPayFenOf(gift) === 0) return { code: 'GIVE_NOT_NOW', message: keptFenOf(gift) > 0 ? '剩下的正在付，付完或者退出收银台，过一会儿再看。' : '已经付齐了，谢谢您。' };
  return Object.keys(gift.payments).length >= RULES.directed.paymentsMax ? { code: 'GIVE_NOT_NOW', message: '分的次数太多了，剩下的请和社区商量。' } : null;
};

const partRefusal = (gift: DirectedGift, amountFen: number): Refusal | null => {
  const [leftFen, leastFen] = [toPayFenOf(gift), leastPartOf(gift)];
  if (amountFen > leftFen) return { code: 'BAD_INPUT', fields: { amountFen: `还差 ${yuanText(leftFen)} 元，不用多付` } };
  // Nothing so small may be left that nobody could pay it.
  return amountFen < leastFen ? { code: 'BAD_INPUT', fields: { amountFen: `一次至少 ${yuanText(leastFen)} 元` } } : null;
};

/**
 * Keeps a part before its order is made: of two who pay the rest at once one is refused. Kept by its contribution's id, so
 * the same act keeps it once, also when its first try was killed and forgotten. Refusals: OPERATION_REUSED, what
 * `payRefusalOf` says, BAD_INPUT.
 */
export const decideKeep = (gift: DirectedGift, contributionId: string, amountFen: number, way: 'wechat' | 'cash', nowMs: number): Result<DirectedOutcome> => {
  const standing = Object.hasOwn(gift.payments, contributionId) ? gift.payments[contributionId] : undefined;
  if (standing !== undefined) return standing.amountFen === amountFen ? accept(REPLAY) : refuse('OPERATION_REUSED');
  const refusal = payRefusalOf(gift, nowMs, way) ?? partRefusal(gift, amountFen);
  if (refusal !== null) return { ok: false, refusal };
  return moved(versionMoved<DirectedEvent>(gift, { [`payments.${contributionId}`]: { amountFen, state: 'kept', keptAtMs: nowMs, isSought: false } }, { kind: 'paymentKept', contributionId, ...byClock(gift._id, 'paymentKept', `${contributionId} ${gift.version}`, nowMs) }));
};

const countingFrom = (nowMs: number) => ({ state: 'counting', lookAgainAtMs: nowMs + RULES.directed.lookAgainMs, updatedAtMs: nowMs });

/** A contribution tells what became of it. Once all of it came it is counted. */
export const decidePaymentNews = (gift: DirectedGift, contributionId: string, amountFen: number, news: 'came' | 'gone', nowMs: number): Result<DirectedOutcome> => {
  const standing = Object.hasOwn(gift.payments, contributionId) ? gift.payments[contributionId] : undefined;
  if (gift.state !== 'agreed' && gift.state !== 'counting') return accept(REPLAY);
  if (standing?.state === 'counted' || (news === 'gone' && standing === undefined)) return accept(REPLAY);
  const path = `payments.${contributionId}`;
  if (news === 'gone') return moved(versionMoved<DirectedEvent>(gift, {}, { kind: 'paymentGone', contributionId, ...byClock(gift._id, 'paymentGone', `${contributionId} ${gift.version}`, nowMs) }, { removes: [path] }));
  const counted = { amountFen, state: 'counted', keptAtMs: standing?.keptAtMs ?? nowMs, isSought: true } as const;
  const isAll = gift.state === 'agreed' && isPaidUp({ ...gift, payments: { ...gift.payments, [contributionId]: counted } });
  return moved(versionMoved<DirectedEvent>(gift, { [path]: counted, ...(isAll ? countingFrom(nowMs) : {}) }, { kind: 'paymentCame', contributionId, ...byClock(gift._id, 'paymentCame', contributionId, nowMs) }));
};

/** Kept a while ago: is there a contribution at all? */
export const soughtByClock = (gift: DirectedGift, contributionId: string, nowMs: number): Change<DirectedEvent> =>
  versionMoved<DirectedEvent>(gift, { [`payments.${contributionId}.isSought`]: true }, { kind: 'paymentSought', contributionId, ...byClock(gift._id, 'paymentSought', `${contributionId} ${gift.version}`, nowMs) });

/** The last day is over: nothing more is taken, and what is on its way is waited for. */
export const payByPassed = (gift: DirectedGift, nowMs: number): Change<DirectedEvent> => versionMoved<DirectedEvent>(gift, countingFrom(nowMs), { kind: 'payByPassed', ...byClock(gift._id, 'payByPassed', '', nowMs) });

export const lookedAgainByClock = (gift: DirectedGift, nowMs: number): Change<DirectedEvent> =>
  versionMoved<DirectedEvent>(gift, { lookAgainAtMs: nowMs + RULES.directed.lookAgainMs }, { kind: 'lookedAgain', ...byClock(gift._id, 'lookedAgain', String(gift.lookAgainAtMs), nowMs) });

/** Called off a while ago: no call that saw it open is at work any more. */
export const sweptByClock = (gift: DirectedGift, nowMs: number): Change<DirectedEvent> => versionMoved<DirectedEvent>(gift, { sweepAtMs: null }, { kind: 'swept', ...byClock(gift._id, 'swept', '', nowMs) });

/** All that was on its way has come or gone, and its book is quiet: all of it came, or everything goes back. */
export const decideCounted = (gift: DirectedGift, settledFen: number, nowMs: number): Result<DirectedOutcome> => {
  const amountFen = amountOf(gift);
  if (gift.state !== 'counting' || amountFen === null) return accept(REPLAY);
  if (settledFen >= amountFen) return moved(versionMoved<DirectedEvent>(gift, { state: 'running', lookAgainAtMs: null, updatedAtMs: nowMs }, { kind: 'funded', settledFen, ...byClock(gift._id, 'funded', '', nowMs) }, { add: { fundsLeftFen: settledFen } }));
  if (gift.payByMs === null || nowMs <= gift.payByMs) return accept(REPLAY);
  const note = settledFen === 0 ? '到日子一分也没付。' : `到日子付了 ${yuanText(settledFen)} 元，没付齐，每一分都退回。`;
  return moved(versionMoved<DirectedEvent>(gift, { state: 'lapsed', lookAgainAtMs: null, note, endedAtMs: nowMs, updatedAtMs: nowMs }, { kind: 'lapsed', ...byClock(gift._id, 'lapsed', '', nowMs) }));
};
