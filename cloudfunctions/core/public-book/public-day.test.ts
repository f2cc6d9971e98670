import * as fc from 'fast-check';
import { DAY_MS, HOUR_MS } from '../kernel/clock';
import { campaignEscrow, campaignFunds, communityPaidOut, communityReceived, communityRefunded, matchBudget } from '../ledger/account';
import type { Transfer } from '../ledger/transfer';
import { csvOf, ledgerDayView } from './ledger-view';
import { bookPlaceOf, movementOf } from './movement';
import { dayAfter, dayOfFold, firstDay, foldedInto, isPublicDayCoherent, sealed, totalsOf, type BookFold, type Movement, type PublicDay } from './public-day';

const AT_MS = Date.parse('2026-11-15T10:00:00+08:00');
const gift = (amountFen: number, isFirstOfGiver = true): Movement => ({ lineId: 'gifts', kind: 'gifts', amountFen, isFirstOfGiver, text: '', spendingId: null });
const fold = (number: number, movements: readonly Movement[], account = 's1', atMs = AT_MS): BookFold => ({ account, number, atMs, movements });

const transfer = (debitAccount: string, creditAccount: string, changes: Partial<Transfer> = {}): Transfer => ({
  _id: 't_1', asset: 'CNY', phase: 'posted', pendingId: null, reversesId: null, debitAccount, creditAccount, accounts: [debitAccount, creditAccount], amount: 500, lots: {}, cause: { kind: 'give', aggregateId: 'gv_1', text: '' },
  communityId: 'c', createdAtMs: AT_MS, place: '', dueAtMs: null, whenDue: null, validUntilMs: null, ...changes,
});
const moved = (found: Transfer, side: 'debit' | 'credit', firsts: readonly string[] = []): Movement | null => movementOf({ _id: `${found._id}~${side}` }, new Map([[found._id, found]]), new Set(firsts));

describe('a posting in the public ledger', () => {
  const escrow = campaignEscrow('cp_1', 1);

  it('is a line by where it came from or went to; inside the campaign it is none', () => {
    expect(moved(transfer(communityReceived('c'), escrow), 'credit', ['gv_1'])).toMatchObject({ kind: 'gifts', amountFen: 500, isFirstOfGiver: true });
    expect(moved(transfer(communityReceived('c'), escrow, { cause: { kind: 'cash', aggregateId: 'gv_2', text: '' } }), 'credit')).toMatchObject({ kind: 'cash', isFirstOfGiver: false });
    expect(moved(transfer(communityReceived('c'), escrow, { phase: 'pending' }), 'credit')).toBeNull();
    expect(moved(transfer(communityReceived('c'), escrow, { phase: 'voided', pendingId: 't_0' }), 'credit')).toBeNull();
    expect(moved(transfer(escrow, communityRefunded('c'), { cause: { kind: 'refund', aggregateId: 'gv_1', text: '' } }), 'debit')).toMatchObject({ kind: 'refunds', amountFen: -500 });
    expect(moved(transfer(escrow, communityRefunded('c'), { cause: { kind: 'missed', aggregateId: 'gv_1', text: '' } }), 'debit')).toMatchObject({ kind: 'returned', amountFen: -500 });
    expect(moved(transfer(matchBudget('b'), escrow, { cause: { kind: 'match', aggregateId: 'gv_1', text: '药房配捐' } }), 'credit')).toMatchObject({ kind: 'match', text: '药房配捐', isFirstOfGiver: false });
    expect(moved(transfer(campaignFunds('cp_1'), communityPaidOut('c'), { cause: { kind: 'spend', aggregateId: 'sp_1', text: '扶手材料' } }), 'debit')).toMatchObject({ kind: 'spending', amountFen: -500, spendingId: 'sp_1', text: '扶手材料' });
    expect(moved(transfer(campaignFunds('cp_1'), campaignFunds('cp_2'), { cause: { kind: 'leftover', aggregateId: 'cp_1', text: '余下的转给另一件' } }), 'debit')).toMatchObject({ kind: 'carried', amountFen: -500 });
    for (const side of ['debit', 'credit'] as const) expect(moved(transfer(escrow, campaignFunds('cp_1')), side)).toBeNull();
    expect(() => movementOf({ _id: 't_9~credit' }, new Map(), new Set())).toThrow();
  });

  it('belongs to a stage or to the funds; what came too late to neither', () => {
    expect([bookPlaceOf(escrow), bookPlaceOf(campaignFunds('cp_1')), bookPlaceOf('campaign:cp_1:returns'), bookPlaceOf('directed:d_1:funds')]).toEqual([{ campaignId: 'cp_1', account: 's1' }, { campaignId: 'cp_1', account: 'funds' }, null, null]);
  });
});

describe('a day of the public ledger', () => {
  const first = firstDay('cp_1', 'c', AT_MS);

  it('gathers gifts in one line, says how many people, and runs a balance', () => {
    const day = [fold(1, [gift(30_000), gift(5_000)]), fold(2, [gift(1_000, false), { ...gift(64_000), lineId: 'match b', kind: 'match', isFirstOfGiver: false, text: '药房配捐' }])].reduce(foldedInto, first);
    expect(ledgerDayView(day)).toEqual({
      day: '2026-11-15', openingFen: 0, closingFen: 100_000,
      lines: [{ lineId: '2026-11-15 match b', kind: 'match', text: '药房配捐', amountFen: 64_000, balanceFen: 100_000, spendingId: null }, { lineId: '2026-11-15 gifts', kind: 'gifts', text: '3 笔，2 位头一次', amountFen: 36_000, balanceFen: 36_000, spendingId: null }],
    });
    expect(totalsOf(day, 1)).toEqual({ settledFen: 100_000, givers: 2, contributions: 3, matchedFen: 64_000 });
    expect(csvOf([day])).toBe('2026-11-15,3 笔，2 位头一次,360,360\r\n2026-11-15,药房配捐,640,1000\r\n');
  });

  it('takes a fold in once, and none before the one before it', () => {
    const day = foldedInto(first, fold(1, [gift(500)]));
    expect(foldedInto(day, fold(1, [gift(500)]))).toBe(day);
    expect(() => foldedInto(day, fold(3, [gift(500)]))).toThrow();
  });

  it('is over when the next begins, which opens with what it closed with; a clock that goes back changes no day that is over', () => {
    const day = foldedInto(first, fold(1, [gift(500)]));
    const later = fold(2, [gift(700)], 's1', AT_MS + DAY_MS);
    expect(dayOfFold(day, later)).toBe('2026-11-16');
    const next = foldedInto(dayAfter(sealed(day), '2026-11-16'), later);
    expect(next).toMatchObject({ openingFen: 500, closingFen: 1_200, isSealed: false, lines: [{ amountFen: 700 }], upTo: { s1: 2 } });
    expect(dayOfFold(next, fold(3, [], 's1', AT_MS))).toBe('2026-11-16');
  });

  it('always closes with what its folds come to, whatever their order over accounts', () => {
    const movement = fc.record({ kind: fc.constantFrom<Movement['kind']>('gifts', 'match', 'refunds', 'spending'), amountFen: fc.integer({ min: -5_000, max: 5_000 }), id: fc.integer({ min: 1, max: 3 }) });
    fc.assert(
      fc.property(fc.array(fc.record({ account: fc.constantFrom('s1', 's2', 'funds'), hours: fc.integer({ min: 0, max: 9 }), movements: fc.array(movement, { maxLength: 5 }) }), { maxLength: 40 }), (inputs) => {
        let day: PublicDay = first;
        let atMs = AT_MS;
        let sumFen = 0;
        const numbers: Record<string, number> = {};
        for (const { account, hours, movements } of inputs) {
          atMs += hours * HOUR_MS;
          numbers[account] = (numbers[account] ?? 0) + 1;
          const next = fold(numbers[account] ?? 0, movements.map(({ kind, amountFen, id }) => ({ ...gift(amountFen), kind, lineId: `${kind} ${id}` })), account, atMs);
          sumFen += movements.reduce((sum, { amountFen }) => sum + amountFen, 0);
          const target = dayOfFold(day, next);
          day = foldedInto(target === day.day ? day : dayAfter(sealed(day), target), next);
          expect([isPublicDayCoherent(day), day.closingFen]).toEqual([true, sumFen]);
          const view = ledgerDayView(day);
          expect(view.lines[0]?.balanceFen ?? view.openingFen).toBe(view.closingFen);
        }
      }),
      { numRuns: 100 },
    );
  });
});
