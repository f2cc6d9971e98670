import type { Due } from '../aggregate/aggregate-kind';
import { byClock, versionMoved } from '../aggregate/versioned';
import { openDues } from '../disclosure/disclosure';
import { RULES } from '../rules';
import type { DirectedEvent } from './directed-event';
import type { DirectedGift } from './directed-gift';
import { lookedAgainByClock, payByPassed, soughtByClock, sweptByClock } from './pay-gift';
import { overdueByClock, warnedByClock } from './report-gift';
import { leftoverLateByClock } from './settle-leftover';

type Clocks = readonly Due<DirectedEvent>[];

/** Reports that are near, and those that are late. */
const reportClocks = (gift: DirectedGift, nowMs: number): Clocks =>
  openDues(gift).flatMap((due) => [
    ...(due.warnedAtMs === null ? [{ atMs: due.dueAtMs - RULES.disclosure.warnAheadMs, change: warnedByClock(gift, due, nowMs) }] : []),
    ...(gift.isReportOverdue ? [] : [{ atMs: due.dueAtMs + 1, change: overdueByClock(gift, due, nowMs) }]),
  ]);

const soughtClocks = (gift: DirectedGift, nowMs: number): Clocks =>
  Object.entries(gift.payments).filter(([, { state, isSought }]) => state === 'kept' && !isSought).map(([contributionId, { keptAtMs }]) => ({ atMs: keptAtMs + RULES.directed.afterCallsMs, change: soughtByClock(gift, contributionId, nowMs) }));

const leftoverClocks = (gift: DirectedGift, nowMs: number): Clocks => {
  const { leftover } = gift;
  return leftover === null || leftover.state !== 'said' || leftover.isLate ? [] : [{ atMs: leftover.saidAtMs + RULES.directed.leftoverAnswerMs, change: leftoverLateByClock(gift, leftover, nowMs) }];
};

const putAway = (gift: DirectedGift, nowMs: number) =>
  versionMoved<DirectedEvent>(gift, { state: 'withdrawn', note: '社区问过以后一直没补，放起来了。', endedAtMs: nowMs, updatedAtMs: nowMs }, { kind: 'withdrawn', was: gift.state, hadMoney: false, ...byClock(gift._id, 'withdrawn', '', nowMs) });

const stateClocks = (gift: DirectedGift, nowMs: number): Clocks => {
  switch (gift.state) {
    case 'asked':
      return [{ atMs: gift.updatedAtMs + RULES.directed.askedKeptMs, change: putAway(gift, nowMs) }];
    case 'agreed':
      return [...soughtClocks(gift, nowMs), ...(gift.payByMs === null ? [] : [{ atMs: gift.payByMs + 1, change: payByPassed(gift, nowMs) }])];
    case 'counting':
      return [...soughtClocks(gift, nowMs), ...(gift.lookAgainAtMs === null ? [] : [{ atMs: gift.lookAgainAtMs, change: lookedAgainByClock(gift, nowMs) }])];
    case 'running':
      return reportClocks(gift, nowMs);
    case 'reported':
      return leftoverClocks(gift, nowMs);
    default:
      return [];
  }
};

export const directedClocksOf = (gift: DirectedGift, nowMs: number): Clocks => [...stateClocks(gift, nowMs), ...(gift.sweepAtMs === null ? [] : [{ atMs: gift.sweepAtMs, change: sweptByClock(gift, nowMs) }])];
