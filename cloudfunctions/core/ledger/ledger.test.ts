import { NEVER_MS } from '../aggregate/aggregate';
import { campaignEscrow, communityIssuance, communityReceived, communityRedeemed, formatAccount, memberPoints } from './account';
import { chinaMonth } from './balance';
import { Books } from './books.fixtures';
import { decideTransfer, type Draft } from './decide-transfer';
import { addLots, earliestLots, FOREVER, validUntilMsOf } from './lots';
import { moneyDraft } from './money-move';
import { checkHeld } from './proof';
import { resolutionIdOf, reversalIdOf } from './transfer';

const START_MS = Date.parse('2026-11-20T01:41:00Z');
const DAY_MS = 86_400_000;
const cause = { kind: 'delivery', aggregateId: 'w_1', text: '送到' };
const member = memberPoints('m_1');

const earning = (transferId: string, change: Partial<Draft> = {}): Draft => ({
  transferId, asset: 'points', debitAccount: communityIssuance('c'), creditAccount: member, amount: 5, cause, communityId: 'c', nowMs: START_MS, waits: { untilMs: START_MS + 7 * DAY_MS, then: 'posted' }, ...change,
});
const hold = (transferId: string, amount: number, nowMs = START_MS): Draft =>
  ({ transferId, asset: 'points', debitAccount: member, creditAccount: communityRedeemed('c'), amount, cause: { kind: 'gift', aggregateId: 'g_1', text: '换购物袋' }, communityId: 'c', nowMs, waits: { untilMs: nowMs + 14 * DAY_MS, then: 'expired' } });
const rich = (amount: number): Books => {
  const books = new Books();
  books.move(earning('e', { amount, waits: null }));
  return books;
};

describe('a movement', () => {
  it('lets the first end of a pending one stand', () => {
    const books = new Books();
    books.move(earning('t'));
    books.resolve('t', 'voided', START_MS + DAY_MS);
    books.resolve('t', 'posted', START_MS + 7 * DAY_MS);
    expect(books.accounts.get(member)).toMatchObject({ posted: 0, pendingIn: 0, lots: {} });
    expect(books.transfers.get(resolutionIdOf('t'))).toMatchObject({ phase: 'voided', pendingId: 't', amount: 5 });
  });

  it('refuses halves, nothing, negative amounts, mixed assets and gifts between people', () => {
    for (const amount of [0, -5, 1.5, Number.NaN, 2 ** 60]) expect(() => decideTransfer(null, earning('t', { amount }))).toThrow(/whole amount/);
    expect(() => decideTransfer(null, earning('t', { asset: 'hours' }))).toThrow(/holds no hours/);
    expect(() => decideTransfer(null, earning('t', { debitAccount: member }))).toThrow(/two different/);
    expect(() => decideTransfer(null, earning('t', { debitAccount: memberPoints('m_2') }))).toThrow(/one person to another/);
  });

  it('stops before a sum is no longer exact', () => {
    const books = rich(Number.MAX_SAFE_INTEGER);
    expect(() => books.move(earning('t2', { waits: null }))).toThrow(/beyond 2\^53/);
    expect(books.accounts.get(member)?.posted).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('holds only what can be used: nothing pending, nothing held twice', () => {
    const books = rich(10);
    books.move(earning('waits'));
    expect(books.move(hold('h1', 7))).toBe('written');
    expect(books.move(hold('h2', 4))).toBe('refused');
    expect(books.move(hold('h2', 3))).toBe('written');
    expect(books.accounts.get(member)).toMatchObject({ posted: 10, pendingIn: 5, pendingOut: 10, lots: {} });
    books.resolve('h1', 'posted', START_MS + DAY_MS);
    books.resolve('h2', 'expired', START_MS + 14 * DAY_MS);
    expect(books.accounts.get(member)).toMatchObject({ posted: 3, pendingOut: 0, lots: { '2027-12-31': 3 } });
  });

  it('brings a hold back with the days it had, the earliest taken first', () => {
    const books = new Books();
    books.move(earning('old', { amount: 4, waits: null }));
    books.move(earning('new', { amount: 5, waits: null, nowMs: Date.parse('2027-03-01T00:00:00Z') }));
    books.move(hold('h', 6, Date.parse('2027-03-02T00:00:00Z')));
    expect(books.accounts.get(member)?.lots).toEqual({ '2028-12-31': 3 });
    books.resolve('h', 'voided', Date.parse('2027-03-03T00:00:00Z'));
    expect(books.accounts.get(member)?.lots).toEqual({ '2027-12-31': 4, '2028-12-31': 5 });
  });

  it('counts hours and money apart from points; they stay', () => {
    const books = new Books();
    books.move(earning('h', { asset: 'hours', amount: 90, creditAccount: formatAccount({ owner: 'member', id: 'm_1', purse: 'hours' }), waits: null }));
    books.move(earning('f', { asset: 'CNY', amount: 1_00, debitAccount: 'community:c:matching', creditAccount: 'campaign:k_1:escrow', waits: null }));
    expect(books.accounts.get('member:m_1:hours')?.lots).toEqual({ [FOREVER]: 90 });
    expect([...books.postings.values()].map(({ book, posted }) => [book, posted])).toEqual([['hours community:c:issuance', -90], ['CNY community:c:matching', -100], ['CNY campaign:k_1:escrow', 100]]);
  });
});

describe('money', () => {
  const gift = { transferId: 'g', debitAccount: communityReceived('c'), creditAccount: campaignEscrow('k_1', 1), amountFen: 1_000, cause: { kind: 'contribution', aggregateId: 'gv_1', text: '出钱' }, communityId: 'c', isPending: true, atMs: START_MS };
  const standing = (books: Books): Readonly<Record<string, string>> => {
    while (books.fold(START_MS)) continue;
    return Object.fromEntries(books.sharedBalances().map(([book, { posted, pendingIn, pendingOut }]) => [book, `${posted} +${pendingIn} -${pendingOut}`]));
  };

  it('waits in its escrow until it is ended, once, and belongs to nobody', () => {
    const books = new Books();
    expect([books.move(moneyDraft(gift)), books.move(moneyDraft(gift))]).toEqual(['written', 'known']);
    expect(standing(books)).toEqual({ 'CNY community:c:received': '0 +0 -1000', 'CNY campaign:k_1_s1:escrow': '0 +1000 -0' });
    expect(books.waiting.get('g')?.wakeAtMs).toBe(NEVER_MS);
    books.resolve('g', 'posted', START_MS);
    books.resolve('g', 'voided', START_MS);
    expect(standing(books)).toEqual({ 'CNY community:c:received': '-1000 +0 -0', 'CNY campaign:k_1_s1:escrow': '1000 +0 -0' });
    expect([books.accounts.size, books.waiting.size]).toEqual([0, 0]);
  });

  it('never goes to a person or comes from one, nor in parts of a fen', () => {
    expect(() => moneyDraft({ ...gift, creditAccount: 'member:m_1:CNY' })).toThrow(/nobody owns money/);
    expect(() => moneyDraft({ ...gift, debitAccount: 'member:m_1:CNY' })).toThrow(/nobody owns money/);
    for (const amountFen of [0, -1, 0.1, Number.NaN]) expect(() => decideTransfer(null, moneyDraft({ ...gift, amountFen }))).toThrow(/whole amount/);
  });

  it('shows the proof a book that gave more than it held', () => {
    const right = { posted: 500, pendingIn: 20, pendingOut: 500 };
    expect(checkHeld('CNY campaign:k_1:funds', true, right)).toEqual([]);
    for (const wrong of [{ ...right, posted: 499 }, { ...right, posted: -1, pendingOut: 0 }, { ...right, pendingIn: -1 }]) expect(checkHeld('CNY campaign:k_1:funds', true, wrong)).toHaveLength(1);
    expect(checkHeld('CNY community:c:received', false, { ...right, posted: -500 })).toEqual([]);
  });
});

describe('a reversal', () => {
  it('undoes once, and what undoes is not undone', () => {
    const books = rich(5);
    expect(books.reverse('e', START_MS)).toBe('written');
    expect(books.reverse('e', START_MS)).toBe('known');
    expect(books.reverse(reversalIdOf('e'), START_MS)).toBe('isReversal');
    expect(books.accounts.get(member)).toMatchObject({ posted: 0, lots: {} });
  });

  it('takes back no more than somebody still has', () => {
    const books = rich(5);
    books.move(hold('h', 3));
    expect(books.reverse('e', START_MS)).toBe('written');
    expect(books.transfers.get(reversalIdOf('e'))?.amount).toBe(2);
    books.resolve('h', 'voided', START_MS);
    expect(books.accounts.get(member)).toMatchObject({ posted: 3, pendingOut: 0, lots: { '2027-12-31': 3 } });
    books.move(hold('all', 3));
    const again = rich(5);
    again.move(hold('all', 5));
    expect(again.reverse('e', START_MS)).toBe('nothingLeft');
    expect(books.reverse('h', START_MS)).toBe('notPosted');
  });
});

describe('validity', () => {
  it('is to the end of the next calendar year in UTC+8, leap days and all', () => {
    expect(new Date(validUntilMsOf(START_MS)).toISOString()).toBe('2027-12-31T15:59:59.999Z');
    expect(new Date(validUntilMsOf(Date.parse('2026-12-31T16:00:00Z'))).toISOString()).toBe('2028-12-31T15:59:59.999Z');
    expect(new Date(validUntilMsOf(Date.parse('2028-02-29T12:00:00Z'))).toISOString()).toBe('2029-12-31T15:59:59.999Z');
    expect(chinaMonth(Date.parse('2026-11-30T16:00:00Z'))).toBe('2026-12');
  });

  it('is dated from the day it was due, when jobs comes after the turn of the year', () => {
    const books = new Books();
    const dueMs = Date.parse('2026-12-31T15:59:00Z');
    books.move(earning('t', { nowMs: dueMs - 7 * DAY_MS, waits: { untilMs: dueMs, then: 'posted' } }));
    books.resolve('t', 'posted', dueMs + 2 * DAY_MS);
    expect(books.accounts.get(member)?.lots).toEqual({ '2027-12-31': 5 });
  });

  it('ends what is left of a lot, not what is held, and the held part when it comes back', () => {
    const books = rich(5);
    const yearEndMs = Date.parse('2027-12-31T15:59:59.999Z');
    books.move(hold('h', 2, yearEndMs - DAY_MS));
    books.endLots(member, yearEndMs);
    expect(books.accounts.get(member)?.posted).toBe(5);
    books.endLots(member, yearEndMs + 1);
    expect(books.accounts.get(member)).toMatchObject({ posted: 2, pendingOut: 2, lots: {} });
    books.resolve('h', 'expired', yearEndMs + 13 * DAY_MS);
    expect(books.accounts.get(member)?.lots).toEqual({ '2027-12-31': 2 });
    books.endLots(member, yearEndMs + 13 * DAY_MS);
    expect(books.accounts.get(member)).toMatchObject({ posted: 0, pendingOut: 0, lots: {} });
  });

  it('takes the earliest lots, or a named one first', () => {
    expect(earliestLots({ '2028-12-31': 5, '2027-12-31': 4 }, 6)).toEqual({ '2027-12-31': 4, '2028-12-31': 2 });
    expect(earliestLots({ '2028-12-31': 5, '2027-12-31': 4 }, 6, '2028-12-31')).toEqual({ '2028-12-31': 5, '2027-12-31': 1 });
    expect(() => earliestLots({ '2027-12-31': 4 }, 5)).toThrow(/lacks 1/);
    expect(addLots({ a: 1 }, { a: -1, b: 2 })).toEqual({ b: 2 });
  });
});
