import * as fc from 'fast-check';
import { applyAdjust, type AdjustOf } from '../aggregate/change';
import type { Member } from '../member/member';
import { chinaDay, DAY_MS } from '../kernel/clock';
import { RULES } from '../rules';
import { carriedOut, refusalOf } from '../aggregate/aggregate.fixtures';
import { decideCampaignOver, decideConfirmReturn, decideMatch, decideRecordReturn } from './change-match';
import { giveBackMove, holdMove, releaseMove, spendMove, wantedFen, type MatchAsked } from './hold-match';
import { isMatchBudgetCoherent, isSettled, matchOf, newMatchBudget, type MatchBudget, type MatchEvent } from './match-budget';
import { MATCH_BUDGET_KIND } from './match-budget-kind';

const shop = { _id: 'm_shop', partyIds: [], roles: [] } as unknown as Member;
const staff = { _id: 'm_staff', partyIds: [], roles: [{ role: 'staff', areaId: 'd-s-c' }] } as unknown as Member;
const second = { ...staff, _id: 'm_second' };
const NOW_MS = Date.UTC(2026, 10, 23, 4);
const step = (operationId: string, actorId: string) => ({ actorId, operationId, inputHash: 'h', nowMs: NOW_MS });

const offered = (budgetFen: number, capFenPerPersonDay: number, numerator = 1, denominator = 1): MatchBudget =>
  newMatchBudget({ budgetFen, numerator, denominator, capFenPerPersonDay }, { campaignId: 'c_1', campaignTitle: '坡道', communityId: 'd-s-c', areaIds: ['d', 'd-s', 'd-s-c'] }, { merchantId: shop._id, merchantName: '吴记' }, step('o_offer', shop._id));
const settled = (budget: MatchBudget): MatchBudget => ({ ...budget, outbox: {}, pendingEvents: 0 });
const opened = (budgetFen: number, cap: number): MatchBudget => settled(carriedOut<MatchEvent, MatchBudget>(offered(budgetFen, cap), decideMatch(offered(budgetFen, cap), { kind: 'confirm', receiptNo: '0012' }, true, staff, step('o_open', staff._id))));
const adjusted = (budget: MatchBudget, move: AdjustOf): MatchBudget => applyAdjust<MatchEvent, MatchBudget>(budget, move, NOW_MS) ?? budget;
const asked = (contributionId: string, amountFen: number, memberId = 'm_1', nowMs = NOW_MS): MatchAsked => ({ contributionId, memberId, amountFen, nowMs });
const hold = (budget: MatchBudget, fen: number): AdjustOf => holdMove(budget, asked('g_1', fen), fen);
const followed = (budget: MatchBudget): MatchBudget => ({ ...budget, ...MATCH_BUDGET_KIND.followUpOf?.(budget, NOW_MS)?.set });

describe('what a gift is matched with', () => {
  it('is whole fen by the ratio, within the cap of the day and what is left', () => {
    expect(matchOf(333, { numerator: 1, denominator: 2 })).toBe(166);
    const terms = { numerator: 1, denominator: 1, capFenPerPersonDay: 500 };
    const fresh = opened(10_000, 500);
    const wanted = (amountFen: number, changes: Partial<MatchBudget> = {}): number => wantedFen({ ...fresh, ...changes }, terms, asked('g_1', amountFen));
    const today = (fen: number, gifts: number, people = 1) => ({ today: { day: chinaDay(NOW_MS), people, used: { m_1: { fen, gifts } } } });
    expect([wanted(1_000), wanted(1_000, today(450, 1)), wanted(300, { leftFen: 7 }), wanted(300, { state: 'ending' })]).toEqual([500, 50, 7, 0]);
    expect([wanted(300, today(RULES.match.giftsPerDay, RULES.match.giftsPerDay)), wanted(300, { holdCount: RULES.match.holdsMax })]).toEqual([0, 0]);
    expect(wanted(300, { today: { day: chinaDay(NOW_MS), people: RULES.match.peoplePerDay, used: {} } })).toBe(0);
    expect(wanted(300, { today: { ...today(500, 3).today, day: chinaDay(NOW_MS - DAY_MS) } })).toBe(300);
  });

  it('is confirmed by staff, never by the shop itself', () => {
    const budget = offered(10_000, 500);
    expect(refusalOf(decideMatch(budget, { kind: 'confirm', receiptNo: '0012' }, true, shop, step('o_1', shop._id)))).toBe('NOT_FOUND');
    expect(refusalOf(decideMatch(budget, { kind: 'confirm', receiptNo: '0012' }, false, staff, step('o_1', staff._id)))).toBe('MATCH_STATE_CHANGED');
    expect(applyAdjust(budget, hold(budget, 100), NOW_MS)).toBeNull();
  });

  it('is used up to the fen, and then told', () => {
    const used = adjusted(adjusted(opened(10_000, 10_000), hold(opened(10_000, 10_000), 10_000)), spendMove('g_1', 10_000, NOW_MS));
    expect(followed(used)).toMatchObject({ state: 'ending', leftFen: 0, spentFen: 10_000 });
    expect(followed(followed(used))).toMatchObject({ state: 'ended' });
    expect(applyAdjust(opened(10_000, 10_000), hold(opened(10_000, 10_000), 10_001), NOW_MS)).toBeNull();
  });

  it('goes back to the shop when all of it has come or gone, seen by a second person', () => {
    const held = adjusted(opened(10_000, 10_000), hold(opened(10_000, 10_000), 4_000));
    const ending = settled(carriedOut<MatchEvent, MatchBudget>(held, decideCampaignOver(held, true, '没有办成', NOW_MS)));
    expect(refusalOf(decideRecordReturn(ending, 'V1', staff, step('o_2', staff._id)))).toBe('MATCH_STATE_CHANGED');
    const spent = adjusted(ending, spendMove('g_1', 4_000, NOW_MS));
    expect(isSettled(spent)).toBe(false);
    const back = followed(adjusted(spent, giveBackMove('g_1', 4_000, NOW_MS)));
    expect(back).toMatchObject({ leftFen: 10_000, spentFen: 0, askedBackFen: 10_000 });
    const paidBack = settled(carriedOut<MatchEvent, MatchBudget>(back, decideRecordReturn(back, 'V1', staff, step('o_2', staff._id))));
    expect(refusalOf(decideConfirmReturn(paidBack, staff, step('o_3', staff._id)))).toBe('NOT_ALLOWED');
    for (const seer of [shop, second]) {
      const ended = followed(settled(carriedOut<MatchEvent, MatchBudget>(paidBack, decideConfirmReturn(paidBack, seer, step('o_4', seer._id)))));
      expect(ended).toMatchObject({ state: 'ended', leftFen: 0, returnedFen: 10_000 });
      expect(isMatchBudgetCoherent(ended)).toBe(true);
    }
  });
});

/** The same as the database does, told in any order, twice, from an old reading, or killed between its steps. */
interface World {
  budget: MatchBudget;
  /** As somebody read it a while ago. */
  read: MatchBudget;
  nowMs: number;
  readonly gifts: Map<string, { readonly fen: number; readonly heldAtMs: number; readonly memberId: string; state: 'held' | 'paid' | 'gone'; isBack: boolean }>;
}

const CAP = 700;

const act = fc.record({
  what: fc.constantFrom('reserve', 'reserveLate', 'reserveKilled', 'repeat', 'paid', 'closed', 'refunded', 'refundedKilled', 'asked', 'read', 'dayGoesBy'),
  gift: fc.integer({ min: 1, max: 12 }), person: fc.integer({ min: 1, max: 4 }), amountFen: fc.integer({ min: 1, max: 900 }),
});
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

const TERMS = { numerator: 2, denominator: 3, capFenPerPersonDay: CAP };

const reserve = (world: World, { what, gift, person, amountFen }: Act): void => {
  const [contributionId, memberId] = [`g_${gift}`, `m_${person}`];
  if (Object.hasOwn(world.budget.holds, contributionId) || (world.gifts.has(contributionId) && what !== 'repeat')) return;
  world.nowMs += 1;
  const wish = asked(contributionId, amountFen, memberId, world.nowMs);
  const sight = what === 'reserveLate' ? world.read : world.budget;
  const fen = wantedFen(sight, TERMS, wish);
  const held = fen === 0 ? null : applyAdjust<MatchEvent, MatchBudget>(world.budget, holdMove(sight, wish, fen), world.nowMs);
  if (held === null) return;
  world.budget = held;
  // Killed, or a gift that was written long ago: nobody will tell of this hold.
  if (what === 'reserveKilled' || world.gifts.has(contributionId)) return;
  world.gifts.set(contributionId, { fen, heldAtMs: world.nowMs, memberId, state: 'held', isBack: false });
};

const letGo = (world: World, contributionId: string, heldAtMs: number): void => {
  const kept = world.budget.holds[contributionId];
  if (kept?.atMs === heldAtMs) world.budget = adjusted(world.budget, releaseMove(contributionId, kept, world.budget));
};

const tell = (world: World, { what, gift }: Act): void => {
  const id = `g_${gift}`;
  const known = world.gifts.get(id);
  if (known === undefined) return;
  if (what === 'paid' && known.state !== 'gone') {
    world.budget = adjusted(world.budget, spendMove(id, known.fen, known.heldAtMs));
    known.state = 'paid';
  }
  if (what === 'closed' && known.state !== 'paid') {
    letGo(world, id, known.heldAtMs);
    known.state = 'gone';
  }
  if ((what === 'refunded' || what === 'refundedKilled') && known.state === 'paid' && !known.isBack) {
    world.budget = adjusted(world.budget, giveBackMove(id, known.fen, world.nowMs));
    known.isBack = what === 'refunded';
  }
};

/** Holds that no gift will tell of are let go. */
const ask = (world: World): void => {
  for (const [id, { atMs }] of Object.entries(world.budget.holds)) if (world.gifts.get(id)?.heldAtMs !== atMs) letGo(world, id, atMs);
};

const live = (world: World, each: Act): void => {
  if (each.what === 'asked') ask(world);
  else if (each.what === 'read') world.read = world.budget;
  else if (each.what === 'dayGoesBy') world.nowMs += DAY_MS;
  else if (each.what.startsWith('re') && !each.what.startsWith('refunded')) reserve(world, each);
  else tell(world, each);
};

/** Told by the gifts themselves, whatever the budget says of the day. */
const mostOnADay = ({ gifts }: World): number => {
  const sums = new Map<string, number>();
  for (const { fen, heldAtMs, memberId, state } of gifts.values()) if (state !== 'gone') sums.set(`${memberId} ${chinaDay(heldAtMs)}`, (sums.get(`${memberId} ${chinaDay(heldAtMs)}`) ?? 0) + fen);
  return Math.max(0, ...sums.values());
};

describe('a matching budget, whatever gifts do', () => {
  it('adds up at every step, and no person has more than the cap of a day', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 20, maxLength: 120 }), fc.integer({ min: 100, max: 4_000 }), (acts, budgetFen) => {
        const world: World = { budget: opened(budgetFen, CAP), read: opened(budgetFen, CAP), nowMs: NOW_MS, gifts: new Map() };
        for (const each of acts) {
          live(world, each);
          expect(isMatchBudgetCoherent(world.budget)).toBe(true);
          expect(mostOnADay(world)).toBeLessThanOrEqual(CAP);
        }
        ask(world);
        const spent = [...world.gifts].filter(([id, { state }]) => state === 'paid' && !Object.hasOwn(world.budget.givenBack, id)).reduce((sum, [, { fen }]) => sum + fen, 0);
        expect(world.budget.spentFen).toBe(spent);
        expect(world.budget.heldFen).toBe([...world.gifts.values()].filter(({ state }) => state === 'held').reduce((sum, { fen }) => sum + fen, 0));
      }),
      { numRuns: process.env.LINYUAN_LONG === '1' ? 5_000 : 300 },
    );
  });
});
