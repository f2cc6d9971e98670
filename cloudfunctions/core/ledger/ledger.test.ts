import fc from 'fast-check';
import { communityIssuance, memberPoints } from './account';
import { chinaMonth, foldBalances, takeEarliest, validUntilMsOf, type Account } from './balance';
import { decidePending, decideResolution } from './decide-transfer';
import { resolutionIdOf, type Outcome, type Transfer } from './transfer';

/** `npm run test:long` draws many more sequences. */
const LONGER = process.env.LINYUAN_LONG === '1' ? 20 : 1;

const START_MS = Date.parse('2026-11-20T01:41:00Z');
const DAY_MS = 86_400_000;

/** The database's part, honestly small: one insert an id, account and transfer change together or not at all. */
class Books {
  readonly transfers = new Map<string, Transfer>();
  readonly accounts = new Map<string, Account>();
  readonly waiting = new Set<string>();

  earn(transferId: string, memberId: string, amount: number, nowMs: number): void {
    if (this.transfers.has(transferId)) return;
    const plan = decidePending(this.accounts.get(memberPoints(memberId)) ?? null, {
      transferId, asset: 'points', debitAccount: communityIssuance('hs-s1-c1'), creditAccount: memberPoints(memberId), amount,
      cause: { kind: 'delivery', aggregateId: 'w_1', text: '送到' }, communityId: 'hs-s1-c1', nowMs, dueAtMs: nowMs + 7 * DAY_MS,
    });
    this.transfers.set(transferId, plan.transfer);
    this.accounts.set(plan.account._id, plan.account);
    this.waiting.add(plan.clock._id);
  }

  resolve(transferId: string, outcome: Outcome, nowMs: number): void {
    const pending = this.transfers.get(transferId);
    const account = pending && this.accounts.get(pending.creditAccount);
    if (!pending || !account || this.transfers.has(resolutionIdOf(transferId))) return;
    const plan = decideResolution(account, pending, outcome, nowMs);
    this.transfers.set(plan.transfer._id, plan.transfer);
    this.accounts.set(plan.account._id, plan.account);
    this.waiting.delete(transferId);
  }
}

const step = fc.record({
  transferId: fc.constantFrom('t1', 't2', 't3', 't4', 't5'),
  memberId: fc.constantFrom('m_1', 'm_2'),
  amount: fc.integer({ min: 1, max: 50 }),
  act: fc.constantFrom<'earn' | Outcome>('earn', 'earn', 'posted', 'voided', 'expired'),
  days: fc.integer({ min: 0, max: 200 }),
});

describe('the ledger', () => {
  it('after any acts, in any order and repeated: accounts equal the fold of the transfers, and the whole sums to nought', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const books = new Books();
        let nowMs = START_MS;
        for (const { transferId, memberId, amount, act, days } of steps) {
          nowMs += days * DAY_MS;
          const run = (): void => (act === 'earn' ? books.earn(transferId, memberId, amount, nowMs) : books.resolve(transferId, act, nowMs));
          run();
          const before = JSON.stringify([...books.accounts]);
          run();
          expect(JSON.stringify([...books.accounts])).toBe(before);
        }
        const folded = foldBalances(books.transfers.values());
        for (const account of books.accounts.values()) {
          const { posted, pendingIn, pendingOut } = account;
          expect(folded.get(`points ${account._id}`)).toEqual({ posted, pendingIn, pendingOut });
          expect(Object.values(account.byYear).reduce((sum, held) => sum + held, 0)).toBe(posted);
        }
        const all = [...folded.values()];
        expect(all.reduce((sum, balance) => sum + balance.posted, 0)).toBe(0);
        expect(all.reduce((sum, balance) => sum + balance.pendingIn - balance.pendingOut, 0)).toBe(0);
        const unresolved = [...books.transfers.values()].filter((transfer) => transfer.phase === 'pending' && !books.transfers.has(resolutionIdOf(transfer._id)));
        expect([...books.waiting].sort()).toEqual(unresolved.map((transfer) => transfer._id).sort());
      }),
      { numRuns: 300 * LONGER },
    );
  });

  it('lets the first end of a pending transfer stand', () => {
    const books = new Books();
    books.earn('t1', 'm_1', 5, START_MS);
    books.resolve('t1', 'voided', START_MS + DAY_MS);
    books.resolve('t1', 'posted', START_MS + 7 * DAY_MS);
    expect(books.accounts.get(memberPoints('m_1'))).toMatchObject({ posted: 0, pendingIn: 0, byYear: {} });
    expect(books.transfers.get(resolutionIdOf('t1'))).toMatchObject({ phase: 'voided', pendingId: 't1', amount: 5 });
  });

  it('refuses halves, nothing, negative amounts and mixed assets', () => {
    const input = { transferId: 't', asset: 'points', debitAccount: communityIssuance('c'), creditAccount: memberPoints('m'), cause: { kind: 'k', aggregateId: 'a', text: '' }, communityId: 'c', nowMs: 1, dueAtMs: 2 } as const;
    for (const amount of [0, -5, 1.5, Number.NaN, 2 ** 60]) expect(() => decidePending(null, { ...input, amount })).toThrow(/whole amount/);
    expect(() => decidePending(null, { ...input, amount: 1, asset: 'hours' })).toThrow(/holds no hours/);
    expect(() => decidePending(null, { ...input, amount: 1, debitAccount: input.creditAccount })).toThrow(/two different/);
  });

  it('is valid to the end of the next calendar year in UTC+8', () => {
    expect(new Date(validUntilMsOf(START_MS)).toISOString()).toBe('2027-12-31T15:59:59.999Z');
    expect(new Date(validUntilMsOf(Date.parse('2026-12-31T16:00:00Z'))).toISOString()).toBe('2028-12-31T15:59:59.999Z');
    expect(chinaMonth(Date.parse('2026-11-30T16:00:00Z'))).toBe('2026-12');
  });

  it('uses up what ends earliest', () => {
    expect(takeEarliest({ '2028': 5, '2027': 4 }, 6)).toEqual({ '2028': 3 });
    expect(() => takeEarliest({ '2027': 4 }, 5)).toThrow(/lacks 1/);
  });
});
