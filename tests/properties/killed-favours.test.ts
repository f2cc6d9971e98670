import type { RouteName } from '@contract';
import type { PointFreeze } from '../../cloudfunctions/core/favour/point-freeze';
import type { FavourNight, FavourReport } from '../../cloudfunctions/core/favour/favour-report';
import { memberPoints } from '../../cloudfunctions/core/ledger/account';
import { foldBalances, type Account } from '../../cloudfunctions/core/ledger/balance';
import type { PendingTransfer } from '../../cloudfunctions/core/ledger/decide-transfer';
import type { Transfer } from '../../cloudfunctions/core/ledger/transfer';
import type { Notice } from '../../cloudfunctions/core/notice/notice';
import type { Task } from '../../cloudfunctions/core/staff/task';
import { Community, COMMUNITY, DAY_MS, GRID, HOUR_MS, newOperation, STAFF } from '../flows/support/community';
import { confirmEachOther } from '../flows/support/favour-steps';
import { confirmedWish } from '../flows/support/wish-steps';

/**
 * Freezing, letting go and the nightly report, killed at any of their database calls and sent again or left to `jobs`:
 * either nothing is held, or all of it, each person once; and all of it goes on again. One circle serves every place,
 * since what was let go may be frozen again.
 */
const IS_LONG = process.env.LINYUAN_LONG === '1';
const [ONE, TWO, JUDGE] = ['oTestOne', 'oTestTwo', 'oTestJudge'];
const PEOPLE = [ONE, TWO];
/** Calls of the longest of the commands, with their delivery. */
const PLACES = Array.from({ length: 26 }, (_unused, index) => index + 1).filter((place) => IS_LONG || place % 4 === 1);

describe('mutual favours, killed at any database call', () => {
  let community: Community;
  let circleId: string;
  let addresses: readonly string[];

  beforeAll(async () => {
    community = await Community.found();
    for (const [openid, name] of [[ONE, '赵阿姨二号'], [TWO, '小刘'], [JUDGE, '小何']] as const) await community.join(openid, name, GRID);
    await community.grant(JUDGE, 'staff', COMMUNITY);
    addresses = await Promise.all(PEOPLE.map(async (openid) => memberPoints((await community.me(openid)).memberId)));
    await confirmEachOther(community, ONE, TWO, 4);
    await nextNight();
    await community.runJobs();
    circleId = community.document<FavourReport>('favourReports', COMMUNITY)?.circles[0]?.circleId ?? '';
  });
  afterAll(async () => {
    await community.close();
  });

  const nextNight = async (): Promise<void> => {
    await community.advance(DAY_MS - ((community.nowMs() + 8 * HOUR_MS) % DAY_MS) + 3.5 * HOUR_MS);
  };
  /** What failed is looked at again two minutes later; what died in a transaction is let go after a while. */
  const settle = async (): Promise<void> => {
    for (let run = 0; run < 3; run += 1) {
      await community.advance(3 * 60_000);
      await community.runJobs();
    }
  };
  const waiting = (): readonly PendingTransfer[] => community.documents<PendingTransfer>('pendingTransfers').filter(({ account }) => addresses.includes(account ?? ''));
  const freezes = (): readonly PointFreeze[] => community.documents<PointFreeze>('pointFreezes');
  const standing = (): readonly PointFreeze[] => freezes().filter(({ state }) => state === 'frozen');

  const assertAllOrNothing = (): void => {
    const [freeze, ...more] = standing();
    expect(more).toEqual([]);
    expect(community.documents<{ freezeId: string }>('pointHolds').map(({ freezeId }) => freezeId)).toEqual(freeze === undefined ? [] : [freeze._id, freeze._id]);
    for (const { heldById, wakeAtMs, dueAtMs } of waiting()) expect([heldById, wakeAtMs > dueAtMs]).toEqual([freeze?._id ?? null, freeze !== undefined]);
    for (const each of freezes()) expect({ outbox: each.outbox, pendingEvents: each.pendingEvents }).toEqual({ outbox: {}, pendingEvents: 0 });
  };

  /** Dies at its n-th call; every other one is sent again by the phone, the rest is left to `jobs`. */
  const killed = async (route: RouteName, caller: string, input: object, nth: number): Promise<boolean> => {
    const operationId = newOperation();
    await community.arm({ route, kind: 'kill', nth, when: nth % 2 === 0 ? 'before' : 'after', times: 1 });
    await community.send(caller, route, input as never, operationId);
    const wasMet = community.unfiredPlaces().length === 0;
    await community.arm();
    await community.advance(HOUR_MS);
    if (nth % 4 < 2) await community.must(caller, route, input as never, operationId);
    await settle();
    return wasMet;
  };

  const freezing = { days: 30 as const, reason: '想先问问是什么事' };

  test('frozen: every one of them or none; let go: everything goes on', async () => {
    // Their days must not pass meanwhile: each round takes two hours.
    let met = 0;
    for (const nth of PLACES) {
      if (await killed('favour.freeze', STAFF, { communityId: COMMUNITY, circleId, ...freezing }, nth)) met += 1;
      assertAllOrNothing();
      if (standing().length === 0) await community.must(STAFF, 'favour.freeze', { communityId: COMMUNITY, circleId, ...freezing });
      await settle();
      const freezeId = standing()[0]?._id ?? '';
      if (nth <= 18) await killed('favour.lift', STAFF, { freezeId, note: '问清楚了' }, nth);
      if (standing().length > 0) await community.must(STAFF, 'favour.lift', { freezeId, note: '问清楚了' });
      await settle();
      assertAllOrNothing();
    }
    expect(met).toBeGreaterThanOrEqual(PLACES.length / 2);
    expect(waiting().length).toBeGreaterThan(0);
  }, 600_000);

  test('what one of them says, and what another of staff answers: once', async () => {
    const memberId = (await community.me(ONE)).memberId;
    for (const nth of [2, 4, 5, 7, 8]) {
      const { freezeId } = await community.must(STAFF, 'favour.freeze', { communityId: COMMUNITY, circleId, ...freezing });
      const appeal = () => community.document<PointFreeze>('pointFreezes', freezeId)?.appeals[memberId];
      await killed('favour.appeal', ONE, { freezeId, words: '我们轮流照看对方的老人' }, nth);
      if (appeal() === undefined) await community.must(ONE, 'favour.appeal', { freezeId, words: '我们轮流照看对方的老人' });
      await settle();
      expect({ nth, state: appeal()?.state, tasks: community.documents<Task>('tasks').filter(({ subjectId }) => subjectId === freezeId).length }).toEqual({ nth, state: 'open', tasks: 1 });
      await killed('favour.answer', JUDGE, { freezeId, memberId, isGranted: false, note: '再等一等' }, nth);
      if (appeal()?.state === 'open') await community.must(JUDGE, 'favour.answer', { freezeId, memberId, isGranted: false, note: '再等一等' });
      await settle();
      const told = community.documents<Notice>('notices').filter(({ target, title }) => target.subjectId === freezeId && title.startsWith('您说的话'));
      expect({ nth, state: appeal()?.state, told: told.length }).toEqual({ nth, state: 'refused', told: 1 });
      await community.must(STAFF, 'favour.lift', { freezeId, note: '问清楚了' });
      await settle();
      assertAllOrNothing();
    }
  }, 600_000);

  test('an earning that dies on its way is held like the others', async () => {
    await community.must(STAFF, 'favour.freeze', { communityId: COMMUNITY, circleId, ...freezing });
    for (const nth of [9, 14, 18]) {
      await community.arm({ route: 'claim.confirm', kind: 'kill', nth, when: nth % 2 === 0 ? 'before' : 'after', times: 1 });
      await confirmedWish(community, { urgency: 'urgent' }, ONE, TWO).catch(() => undefined);
      await community.arm();
      await settle();
      assertAllOrNothing();
    }
  }, 600_000);

  test('voided: all that was held, once, and the books agree', async () => {
    const freezeId = standing()[0]?._id ?? '';
    await community.advance(7 * DAY_MS);
    await settle();
    for (const nth of [5, 8, 11, 14]) await killed('favour.void', JUDGE, { freezeId, reason: '没有真的帮' }, nth).catch(() => undefined);
    await settle();
    expect(community.document<PointFreeze>('pointFreezes', freezeId)).toMatchObject({ state: 'voided', pendingEvents: 0 });
    expect([waiting(), community.documents('pointHolds')]).toEqual([[], []]);
    const folded = foldBalances(community.documents<Transfer>('transfers'));
    for (const { _id, posted, pendingIn, pendingOut } of community.documents<Account>('accounts')) expect(folded.get(`points ${_id}`)).toEqual({ posted, pendingIn, pendingOut });
  }, 600_000);

  test('a night that dies goes on, and says the same', async () => {
    const facts = (): readonly unknown[] => (community.document<FavourReport>('favourReports', COMMUNITY)?.circles ?? []).map(({ memberIds, times }) => [memberIds, times]);
    for (let times = 0; times < 3; times += 1) await confirmEachOther(community, TWO, ONE, 1);
    for (const nth of [5, 8, 11]) {
      await nextNight();
      await community.arm({ function: 'jobs', kind: 'kill', nth, when: nth % 2 === 0 ? 'before' : 'after', times: 1 });
      await community.runJobs().catch(() => undefined);
      await community.arm();
      await community.advance(60_000);
      await settle();
    }
    expect(community.documents<FavourNight>('favourNights').every(({ endedAtMs, communities }) => endedAtMs !== null && communities === 1)).toBe(true);
    const told = facts();
    await nextNight();
    await settle();
    expect(facts()).toEqual(told);
  }, 600_000);
});
