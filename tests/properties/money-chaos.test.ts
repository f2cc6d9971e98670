import { newDice } from '../../bench/dice';
import type { Contribution } from '../../cloudfunctions/core/contribution/contribution';
import type { Reconciliation } from '../../cloudfunctions/core/reconciliation/reconciliation';
import { HOUR_MS } from '../flows/support/community';
import { checkMoney } from '../flows/support/money-steps';
import { Lanes, settle } from './chaos/lanes';
import { checkClocks, checkProofs } from './chaos/sight-of-cloud';
import { TownOfMoney } from './chaos/town-of-money';
import { BrokenRule } from './crowd/checks';

/** `npm run test:long` throws many times as many. */
const IS_LONG = process.env.LINYUAN_LONG === '1';
const [SEEDS, CALLS] = IS_LONG ? [10, 5_000] : [2, 500];
const WAVE = 50;
/** Waves of one simulated day. */
const WAVES_A_DAY = 5;
/** Between waves: callbacks come again, orders end. */
const JUMPS_MS = [20_000, 70_000, 5 * 60_000, 12 * 60_000] as const;

const hold = (isHeld: boolean, rule: string, about: string, details = ''): void => {
  if (!isHeld) throw new BrokenRule(rule, about, details);
};

const FINAL: readonly Contribution['state'][] = ['paid', 'confirmed', 'closed', 'refused', 'refunded', 'returned', 'entered', 'returning'];

/** The day is over: what waited was asked about and told; books are the bill, to the fen. */
const closeDay = async (town: TownOfMoney): Promise<void> => {
  const { community } = town;
  await community.arm();
  await town.nextCampaign();
  await community.quiet();
  await settle(community, [3, 3, 31, 3, 3, 11, 3]);
  await community.quiet();
  await settle(community, [3]);
  for (const { _id, state, pendingEvents } of town.contributions) hold(FINAL.includes(state) && pendingEvents === 0, 'every order came to an end', _id, state);
  await checkMoney(community, true);
  // Until ten o'clock of the next day, when its bill is there.
  await community.advance(25 * HOUR_MS);
  await settle(community, [1, 31, 3]);
};

/** WeChat's bills themselves, as the program compared them day by day. @returns on how many days money moved. */
const checkBills = (reconciliations: readonly Reconciliation[]): number => {
  const compared = reconciliations.filter(({ communityId, state }) => communityId !== undefined && state !== 'waiting');
  for (const { _id, state, differences } of compared) hold(state === 'right', 'books are the bill', _id, JSON.stringify(differences));
  return compared.filter(({ payments, refunds }) => payments + refunds > 0).length;
};

const tallyOf = (contributions: readonly Contribution[]): Readonly<Record<string, number>> => {
  const tally: Record<string, number> = {};
  for (const { state, refund } of contributions) tally[`${state}${refund === null ? '' : ` ${refund.reason}`}`] = (tally[`${state}${refund === null ? '' : ` ${refund.reason}`}`] ?? 0) + 1;
  return tally;
};

/**
 * The deployed bundles under everything at once: eight calls at a time by twenty givers, callbacks late, doubled, lost, out
 * of order and forged, functions and WeChat dying in the way, the clock jumping; campaigns called off at the end of each day.
 */
describe(`${CALLS} calls about money with faults`, () => {
  const ended = new Set<string>();

  test.each(Array.from({ length: SEEDS }, (_unused, index) => index + 1))('seed %i', async (seed) => {
    const startedMs = performance.now();
    const dice = newDice(seed);
    const town = await TownOfMoney.found(dice);
    const { community } = town;
    try {
      const lanes = new Lanes(community, dice, { draw: () => town.draw(), answered: (call, data) => town.answered(call, data) });
      for (let done = 0; done < CALLS; done += WAVE) {
        town.armPayments();
        await lanes.wave(Math.min(WAVE, CALLS - done));
        await town.cashierEmpty();
        await community.quiet();
        await checkMoney(community, false);
        await community.advance(dice.pick(JUMPS_MS));
        await community.runJobs();
        await community.quiet();
        if ((done / WAVE + 1) % WAVES_A_DAY === 0 || done + WAVE >= CALLS) await closeDay(town);
      }
      const days = checkBills(community.documents<Reconciliation>('reconciliations'));
      await settle(community, [11, 11]);
      checkClocks(community);
      const proofs = checkProofs(community);
      const { paidFen, refundedFen } = await checkMoney(community, true);
      const { sent, faults, replies } = lanes;
      const ends = tallyOf(town.contributions);
      process.stdout.write(`money, seed ${seed}: ${JSON.stringify({ calls: CALLS, sent, faults, replies, ends, paidFen, refundedFen, days, proofs, seconds: (performance.now() - startedMs) / 1000 })}\n`);
      // A town in which nothing happens, or nothing goes wrong, proves nothing.
      expect(replies.ok ?? 0).toBeGreaterThan(CALLS / 2);
      expect(replies.lost ?? 0).toBeGreaterThan(CALLS / 100);
      expect(days).toBeGreaterThan(1);
      for (const state of Object.keys(ends)) ended.add(state);
    } finally {
      await community.close();
    }
  }, 3_600_000);

  test('money came back, was never paid and was refused over the counter', () => {
    expect(['closed', 'refunded cancelled', 'refused'].filter((state) => !ended.has(state))).toEqual([]);
  });
});
