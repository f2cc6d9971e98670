import type { RoundCreateInput } from '@contract';
import { dueChanges } from '../aggregate/aggregate-kind';
import { applyChange, mayChange, type OutcomeOf } from '../aggregate/change';
import type { Step } from '../aggregate/step';
import { DAY_MS, HOUR_MS } from '../kernel/clock';
import { unwrap, type Result } from '../kernel/result';
import { COMMUNITY, GRID, member, openWish, roleOf, START_MS, staff } from '../wish/wish.fixtures';
import type { Claim, Wish } from '../wish/wish';
import { decideRound } from './make-round';
import { roundClocksOf, decideReport } from './round-clocks';
import { roundCsv } from './round-csv';
import type { RoundEvent } from './round-event';
import { figuresOf, foldPage, newFold, reportOf } from './round-fold';
import { decideAddWishes, decideDrop, decideJoin, decideLeave, decideRemoveWish } from './round-wishes';
import { decideCancel, decideClose, decideOpen, decideUpdate } from './run-round';
import { isRoundCoherent, type Round } from './round';

const area = { _id: COMMUNITY, name: '青枫社区', areaIds: ['d01', 'd01-s01', COMMUNITY], level: 'community' as const };
const input = (changes: Partial<RoundCreateInput> = {}): RoundCreateInput => ({ kind: 'round', areaId: COMMUNITY, title: '温暖过冬', theme: '', startsAtMs: START_MS + DAY_MS, endsAtMs: START_MS + 8 * DAY_MS, ...changes });
const step = (operationId: string, nowMs = START_MS, inputHash = operationId): Step => ({ actorId: staff._id, operationId, inputHash, nowMs });
const draft = (changes: Partial<RoundCreateInput> = {}): Round => unwrap(decideRound(input(changes), area, null, step('op_create')));

const wish = (id: string, changes: Partial<Wish> = {}): Wish => ({ ...openWish(), _id: id, ...changes });

const applied = (round: Round, result: Result<OutcomeOf<RoundEvent>>): Round => {
  const outcome = unwrap(result);
  if (outcome.kind === 'replay') return round;
  expect(mayChange(round, outcome.change)).toBe(true);
  const after = applyChange<RoundEvent, Round>(round, outcome.change);
  expect(isRoundCoherent(after)).toBe(true);
  return after;
};

const withWishes = (round: Round, ...ids: readonly string[]): Round => applied(round, decideAddWishes(round, ids, ids.map((id) => wish(id)), staff, step(`op_add_${ids.join()}`)));

const struck = (round: Round, nowMs: number): Round => {
  const [change] = dueChanges(roundClocksOf(round, nowMs), nowMs);
  return change === undefined ? round : applied(round, { ok: true, value: { kind: 'change', change } });
};

describe('a round', () => {
  it('lasts no longer than the rules allow and belongs to a street or a community', () => {
    expect(decideRound(input({ endsAtMs: START_MS }), area, null, step('x'))).toMatchObject({ ok: false, refusal: { code: 'BAD_INPUT' } });
    expect(decideRound(input({ endsAtMs: START_MS + 90 * DAY_MS }), area, null, step('x'))).toMatchObject({ ok: false });
    expect(decideRound(input({ kind: 'onSite', endsAtMs: START_MS + 2 * DAY_MS, startsAtMs: START_MS }), area, 'ABCDEF', step('x'))).toMatchObject({ ok: false });
    expect(decideRound(input(), { ...area, _id: GRID, level: 'grid' }, null, step('x'))).toMatchObject({ ok: false });
    expect(decideRound(input(), { ...area, _id: 'd01', level: 'district' }, null, step('x'))).toMatchObject({ ok: false });
  });

  it('opens and ends by its clocks, then waits for its report', () => {
    const round = withWishes(draft(), 'w1');
    expect(struck(round, START_MS)).toBe(round);
    const open = struck(round, START_MS + DAY_MS);
    expect(open).toMatchObject({ state: 'open', openedAtMs: START_MS + DAY_MS });
    const closed = struck(open, START_MS + 8 * DAY_MS);
    expect(closed).toMatchObject({ state: 'closed', fold: { pass: 1, nextIndex: 0 } });
    expect(roundClocksOf(closed, START_MS + 9 * DAY_MS)).toEqual([]);
  });

  it('with nothing in it is called off at its end, and never opened', () => {
    const empty = draft();
    expect(decideOpen(empty, staff, step('op_open'))).toMatchObject({ ok: false, refusal: { code: 'ROUND_EMPTY' } });
    expect(struck(empty, START_MS + 7 * DAY_MS)).toBe(empty);
    expect(struck(empty, START_MS + 8 * DAY_MS)).toMatchObject({ state: 'cancelled' });
  });

  it('is run by staff of its area only, each act once', () => {
    const far = member('m_far', { roles: [roleOf('staff', 'd01-s01-c02')] });
    const round = withWishes(draft(), 'w1');
    for (const decide of [decideOpen, decideClose, decideCancel]) expect(decide(round, far, step('x'))).toMatchObject({ ok: false, refusal: { code: 'OUT_OF_AREA' } });
    const open = applied(round, decideOpen(round, staff, step('op_open', START_MS + HOUR_MS)));
    expect(open).toMatchObject({ state: 'open', startsAtMs: START_MS + HOUR_MS });
    expect(decideOpen(open, staff, step('op_open', START_MS + HOUR_MS))).toEqual({ ok: true, value: { kind: 'replay' } });
    expect(decideOpen(open, staff, step('op_open', START_MS, 'other'))).toMatchObject({ ok: false, refusal: { code: 'OPERATION_REUSED' } });
    const moved = applied(open, decideUpdate(open, { title: '暖冬', theme: '', startsAtMs: START_MS + 3 * DAY_MS, endsAtMs: START_MS + 4 * DAY_MS }, staff, step('op_update')));
    expect(moved).toMatchObject({ title: '暖冬', startsAtMs: open.startsAtMs, endsAtMs: START_MS + 4 * DAY_MS });
    expect(applied(moved, decideClose(moved, staff, step('op_close', START_MS + 2 * DAY_MS)))).toMatchObject({ state: 'closed', endsAtMs: START_MS + 2 * DAY_MS });
  });

  it('that was called off lets its wishes go a few at a time', () => {
    const ids = Array.from({ length: 19 }, (_none, index) => `w${index}`);
    const round = withWishes(withWishes(draft(), ...ids), 'x1', 'x2', 'x3');
    const off = applied(round, decideCancel(round, staff, step('op_cancel')));
    const first = struck(off, START_MS);
    const second = struck(first, START_MS);
    expect([first.releasedWishes, second.releasedWishes]).toEqual([20, 22]);
    expect(struck(second, START_MS)).toBe(second);
  });
});

describe('wishes of a round', () => {
  it('are open, of its area, and in no other round', () => {
    const round = draft();
    const add = (found: Wish): unknown => decideAddWishes(round, [found._id], [found], staff, step('op_add'));
    expect(add(wish('w1', { roundId: 'r_other' }))).toMatchObject({ ok: false, refusal: { code: 'WISH_IN_ROUND' } });
    expect(add(wish('w1', { state: 'review' }))).toMatchObject({ ok: false, refusal: { code: 'WISH_IN_ROUND' } });
    expect(add(wish('w1', { areaId: 'd01-s01-c02' }))).toMatchObject({ ok: false, refusal: { code: 'OUT_OF_AREA' } });
    expect(decideAddWishes(round, ['w9'], [], staff, step('op_add'))).toMatchObject({ ok: false, refusal: { code: 'NOT_FOUND' } });
  });

  it('are no more than the round holds', () => {
    const full: Round = { ...draft({ kind: 'onSite', startsAtMs: START_MS, endsAtMs: START_MS + HOUR_MS }), wishIds: Array.from({ length: 99 }, (_none, index) => `w${index}`) };
    expect(decideAddWishes(full, ['a', 'b'], [wish('a'), wish('b')], staff, step('op_add'))).toMatchObject({ ok: false, refusal: { code: 'ROUND_FULL', message: '最多放 100 个，还放得下 1 个。' } });
    expect(decideAddWishes(full, ['a', 'a', 'w1'], [wish('a')], staff, step('op_add'))).toMatchObject({ ok: true });
  });

  it('join once, leave only their own round, and a dropped place is free again', () => {
    const joined = unwrap(decideJoin(wish('w1'), 'r1', new Set(), START_MS));
    const after = joined.kind === 'change' ? applyChange(wish('w1'), joined.change) : wish('w1');
    expect(after.roundId).toBe('r1');
    expect(decideJoin(after, 'r1', new Set(), START_MS)).toEqual({ ok: true, value: { kind: 'replay' } });
    expect(decideJoin(after, 'r2', new Set(['r3']), START_MS)).toMatchObject({ ok: false, refusal: { code: 'WISH_IN_ROUND' } });
    const moved = unwrap(decideJoin(after, 'r2', new Set(['r1']), START_MS));
    expect(moved.kind === 'change' ? applyChange(after, moved.change).roundId : null).toBe('r2');
    expect(decideJoin({ ...after, state: 'completed' }, 'r2', new Set(['r1']), START_MS)).toMatchObject({ ok: false, refusal: { code: 'WISH_IN_ROUND' } });
    expect(decideLeave(after, 'r2', START_MS)).toEqual({ ok: true, value: { kind: 'replay' } });
    const round = withWishes(draft(), 'w1', 'w2');
    expect(applied(round, decideDrop(round, 'w1', START_MS)).wishIds).toEqual(['w2']);
    expect(applied(round, decideRemoveWish(round, 'w2', staff, step('op_remove'))).wishIds).toEqual(['w1']);
  });
});

const claim = (id: string, giver: string, days: number, changes: Partial<Claim> = {}): Claim => ({
  claimId: id, claimerId: giver, claimerName: giver, giverKind: 'member', shares: 1, state: 'confirmed', inputHash: '', heldAtMs: START_MS, holdUntilMs: START_MS, isReminded: false, plan: null, plannedAtMs: null,
  deliverByMs: null, isOverdue: false, deliveredAtMs: START_MS + days * DAY_MS, proofNote: '', confirmByMs: null, isFollowedUp: false, notReceivedAtMs: null, confirmedAtMs: null, confirmedBy: null, satisfaction: null,
  isRatingClosed: false, endedAtMs: null, steps: {}, ...changes,
} as Claim);

const given = (id: string, ...claims: readonly Claim[]): Wish =>
  wish(id, { state: 'completed', sharesWanted: claims.length, sharesLeft: 0, sharesDelivered: claims.length, estimatedValueFen: 1_000 * claims.length, claims: Object.fromEntries(claims.map((one) => [one.claimId, one])) });

describe('the report of a round', () => {
  const wishes = [given('w1', claim('c1', 'a', 0), claim('c2', 'b', 1)), given('w2', claim('c3', 'a', 2), claim('c4', 'c', 9)), given('w3', claim('c5', 'd', 3, { giverKind: 'merchant', claimerName: '吴记粮油' })), wish('w4')];

  it('comes out the same in one page or in many', () => {
    const inOne = foldPage(newFold(1), wishes, 4);
    const inMany = wishes.reduce((fold, one) => foldPage(fold, [one], 1), newFold(1));
    expect(inMany).toEqual(inOne);
    expect(reportOf(inOne)).toMatchObject({ wishes: 4, wishesDone: 3, givers: 4, deliveries: 5, daysMedian: 2, daysMean: 3, deliveredValueFen: 5_000, thankedNames: ['吴记粮油'], shares: { delivered: 5 } });
  });

  it('tells figures of people from five on, never below', () => {
    const report = reportOf(foldPage(newFold(1), wishes, 4));
    expect(figuresOf(report)).toMatchObject({ givers: null, daysMedian: 2, daysMean: 3 });
    expect(figuresOf({ ...report, givers: 5, deliveries: 4 })).toMatchObject({ givers: 5, daysMedian: null, daysMean: null });
    expect(figuresOf({ ...report, givers: 0 })).toMatchObject({ givers: 0 });
  });

  it('is written once per pass, and made again next day while claims are under way', () => {
    const closed: Round = { ...withWishes(draft(), 'w1'), state: 'closed', endedAtMs: START_MS, reportPass: 1, fold: foldPage(newFold(1), [given('w1', claim('c1', 'a', 0, { state: 'delivered' }))], 1) };
    const reported = applied(closed, decideReport(closed, START_MS));
    expect(reported).toMatchObject({ fold: null, reportDueAtMs: START_MS + DAY_MS, report: { claimsUnderWay: 1 } });
    expect(decideReport(reported, START_MS)).toEqual({ ok: true, value: { kind: 'replay' } });
    expect(struck(reported, START_MS + DAY_MS)).toMatchObject({ fold: { pass: 2 }, reportDueAtMs: null });
    const late: Round = { ...closed, endedAtMs: START_MS - 30 * DAY_MS };
    expect(applied(late, decideReport(late, START_MS))).toMatchObject({ reportDueAtMs: null });
  });

  it('as a table runs no formula and breaks no cell', () => {
    const figures = figuresOf(reportOf(foldPage(newFold(1), wishes, 4)));
    const csv = roundCsv({ title: '=HYPERLINK("http://x")', areaName: '青枫,社区', startsAtMs: START_MS, endsAtMs: START_MS }, figures);
    expect(csv).toContain(`名称,"'=HYPERLINK(""http://x"")"`);
    expect(csv).toContain('范围,"青枫,社区"');
    expect(csv).toContain('帮忙的人,少于 5');
  });
});
