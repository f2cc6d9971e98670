import { createHash } from 'node:crypto';
import { checkHeld, checkSum } from '../ledger/proof';
import { isHeld, type Asset } from '../ledger/account';
import { foldBalances, NOTHING } from '../ledger/balance';
import { MoneyTown } from './money-town.fixtures';

/** `npm run test:long` lives through many more. */
const [SEEDS, STEPS] = process.env.LINYUAN_LONG === '1' ? [200, 10_000] : [6, 3_000];
const STEPS_A_DAY = 500;

/** Numbers that look random and are the same in every run. */
const diceOf = (seed: number): ((below: number) => number) => {
  let state = createHash('sha256').update(String(seed)).digest().readUInt32BE(0) | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
};

/** Of the contributions by WeChat: what the ledger says came and went back. */
const booksOf = (town: MoneyTown): { readonly paidFen: number; readonly refundedFen: number } => {
  let [paidFen, refundedFen] = [0, 0];
  for (const [id, { standing }] of town.purses) {
    if (standing.kind === 'cash') continue;
    const { held, out } = town.placeOf(id);
    paidFen += held + out;
    refundedFen += out;
  }
  return { paidFen, refundedFen };
};

const checkLedger = (town: MoneyTown): void => {
  while (town.books.fold(town.nowMs));
  const folded = foldBalances(town.books.transfers.values());
  for (const [book, balance] of town.books.sharedBalances()) {
    expect(folded.get(book)).toEqual(balance);
    expect(checkHeld(book, isHeld(book.slice('CNY '.length)), balance)).toEqual([]);
  }
  const own = { points: NOTHING, hours: NOTHING, CNY: NOTHING };
  expect(checkSum(own, town.books.sharedBalances().map(([book, balance]) => ({ ...balance, asset: book.split(' ')[0] as Asset })))).toEqual([]);
};

describe('money in a town where everything goes wrong', () => {
  it(`${SEEDS} × ${STEPS} acts: every fen in exactly one place at every step, books = bill at the end of each day`, () => {
    const startedMs = performance.now();
    const did: Record<string, number> = {};
    const ends: Record<string, number> = {};
    let billFen = 0;
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const town = new MoneyTown(diceOf(seed));
      for (let step = 1; step <= STEPS; step += 1) {
        town.step();
        if (step % STEPS_A_DAY !== 0) continue;
        const bill = town.closeDay();
        expect({ seed, step, ...booksOf(town) }).toEqual({ seed, step, ...bill });
      }
      checkLedger(town);
      billFen += town.pay.paidFen;
      for (const [act, times] of Object.entries(town.did)) did[act] = (did[act] ?? 0) + times;
      for (const { standing } of town.purses.values()) ends[`${standing.state}${standing.refund === null ? '' : ` ${standing.refund.reason}`}`] = (ends[`${standing.state}${standing.refund === null ? '' : ` ${standing.refund.reason}`}`] ?? 0) + 1;
    }
    process.stdout.write(`money, ${SEEDS * STEPS} acts in ${((performance.now() - startedMs) / 1000).toFixed(1)} s: ${(billFen / 100).toFixed(2)} yuan billed, ${JSON.stringify({ did, ends })}\n`);
    // A town in which nothing goes wrong proves nothing.
    for (const end of ['paid', 'closed', 'refunded missed', 'refunded cancelled', 'refunded late', 'refunded mismatch', 'confirmed', 'refused', 'returned missed']) expect(ends[end] ?? 0).toBeGreaterThan(0);
  }, 3_600_000);
});
