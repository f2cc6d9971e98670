import { createRandom } from '../../devtools/demo/random';
import { communityIssuance, communityRedeemed, formatAccount, memberPoints, type Asset } from '../../cloudfunctions/core/ledger/account';
import { addBalance, foldBalances, NOTHING, usable } from '../../cloudfunctions/core/ledger/balance';
import { Books } from '../../cloudfunctions/core/ledger/books.fixtures';
import type { Draft } from '../../cloudfunctions/core/ledger/decide-transfer';
import { sumOf } from '../../cloudfunctions/core/ledger/lots';
import { checkAccount, checkSum, EMPTY_FOLD, foldMore } from '../../cloudfunctions/core/ledger/proof';
import { resolutionIdOf, reversalIdOf } from '../../cloudfunctions/core/ledger/transfer';

const START_MS = Date.parse('2026-11-20T01:41:00Z');
const DAY_MS = 86_400_000;
const cause = { kind: 'delivery', aggregateId: 'w_1', text: '送到' };

const MEMBERS = 60;
const ACTS = ['earn', 'earn', 'earn', 'earnNow', 'hold', 'hold', 'spend', 'post', 'post', 'void', 'expire', 'reverse', 'reverse', 'endLots', 'fold', 'tick'] as const;

/** One seed: random acts on one community's books over some years, with repeats. */
const runSeed = (seed: number, steps: number): Books => {
  const chance = createRandom(seed);
  const random = (below: number): number => Math.floor(chance.next() * below);
  const books = new Books();
  const ids: string[] = [];
  let nowMs = START_MS;
  const draftOf = (act: 'earn' | 'earnNow' | 'hold' | 'spend'): Draft => {
    const asset: Asset = random(4) === 0 ? 'hours' : 'points';
    const own = formatAccount({ owner: 'member', id: `m_${random(MEMBERS)}`, purse: asset });
    const transferId = ids.length > 0 && random(20) === 0 ? (ids[random(ids.length)] ?? 't') : `t${ids.length}`;
    const waits = act === 'earn' ? ({ untilMs: nowMs + 7 * DAY_MS, then: 'posted' } as const) : act === 'hold' ? ({ untilMs: nowMs + 14 * DAY_MS, then: 'expired' } as const) : null;
    const out = act === 'hold' || act === 'spend';
    return { transferId, asset, debitAccount: out ? own : communityIssuance('c'), creditAccount: out ? communityRedeemed('c') : own, amount: 1 + random(out ? 60 : 20), cause, communityId: 'c', nowMs, waits };
  };
  const act: Readonly<Record<(typeof ACTS)[number], () => void>> = {
    earn: () => begin('earn'), earnNow: () => begin('earnNow'), hold: () => begin('hold'), spend: () => begin('spend'),
    post: () => books.resolve(some(), 'posted', nowMs), void: () => books.resolve(some(), 'voided', nowMs), expire: () => books.resolve(some(), 'expired', nowMs),
    reverse: () => void books.reverse(random(3) === 0 ? reversalIdOf(some()) : random(2) === 0 ? resolutionIdOf(some()) : some(), nowMs),
    endLots: () => books.endLots(memberPoints(`m_${random(MEMBERS)}`), nowMs),
    fold: () => void books.fold(nowMs),
    tick: () => { nowMs += random(10) === 0 ? random(120) * DAY_MS : random(3 * DAY_MS); },
  };
  const some = (): string => ids[ids.length - 1 - random(Math.min(ids.length, 400))] ?? 't';
  const begin = (kind: 'earn' | 'earnNow' | 'hold' | 'spend'): void => {
    const draft = draftOf(kind);
    if (books.move(draft) === 'written') ids.push(draft.transferId);
  };
  for (let step = 0; step < steps; step += 1) act[ACTS[random(ACTS.length)] ?? 'tick']();
  while (books.fold(nowMs));
  return books;
};

/** Everything the ledger promises, from its transfers alone. */
const checkBooks = (books: Books): void => {
  const folded = foldBalances(books.transfers.values());
  const linesOf = new Map<string, ReturnType<typeof foldMore>>();
  const own = { points: NOTHING, hours: NOTHING, CNY: NOTHING };
  for (const transfer of books.transfers.values()) {
    for (const address of transfer.accounts) if (address.startsWith('member:')) linesOf.set(address, foldMore(linesOf.get(address) ?? EMPTY_FOLD, address, [transfer]));
  }
  for (const account of books.accounts.values()) {
    expect(checkAccount(account, linesOf.get(account._id) ?? EMPTY_FOLD)).toEqual([]);
    expect(usable(account)).toBe(sumOf(account.lots));
    own[account.asset] = addBalance(own[account.asset], account);
  }
  for (const [book, balance] of books.sharedBalances()) expect(folded.get(book)).toEqual(balance);
  expect(checkSum(own, books.sharedBalances().map(([book, balance]) => ({ ...balance, asset: book.split(' ')[0] as Asset })))).toEqual([]);
  const unresolved = [...books.transfers.values()].filter((transfer) => transfer.phase === 'pending' && !books.transfers.has(resolutionIdOf(transfer._id)));
  expect([...books.waiting.keys()].sort()).toEqual(unresolved.map((transfer) => transfer._id).sort());
};

describe('the whole ledger', () => {
  it('after a million random acts: accounts and folds are the sum of their transfers, Σ is nought, none below nought, each pending ended once', () => {
    const [seeds, steps] = process.env.LINYUAN_LONG === '1' ? [100, 50_000] : [20, 50_000];
    const startedMs = performance.now();
    let transfers = 0;
    for (let seed = 1; seed <= seeds; seed += 1) {
      const books = runSeed(seed, steps);
      checkBooks(books);
      transfers += books.transfers.size;
    }
    process.stdout.write(`${seeds * steps} acts in ${((performance.now() - startedMs) / 1000).toFixed(1)} s: ${transfers} transfers, Σ = 0\n`);
    expect(transfers).toBeGreaterThan(seeds * steps * 0.2);
  });
});
