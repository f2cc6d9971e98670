import { communityIssuance, memberPoints } from '../ledger/account';
import { unwrap } from '../kernel/result';
import { decideResolution, decideTransfer } from '../ledger/decide-transfer';
import { entryView, lastMonths, pointsView } from './points.view';

const NOW_MS = Date.parse('2026-11-20T01:41:00Z');
const DAY_MS = 86_400_000;
const address = memberPoints('m_1');
const earned = unwrap(decideTransfer(null, {
  transferId: 't_1', asset: 'points', debitAccount: communityIssuance('hs-s1-c1'), creditAccount: address, amount: 5,
  cause: { kind: 'delivery', aggregateId: 'w_1', text: '送到一份米油' }, communityId: 'hs-s1-c1', nowMs: NOW_MS, waits: { untilMs: NOW_MS + 7 * DAY_MS, then: 'posted' },
}));
const posted = decideResolution(earned.account, earned.transfer, 'posted', NOW_MS + 7 * DAY_MS);

describe('somebody\'s points', () => {
  it('begins with nothing, six flat months and the date that points of today are valid to', () => {
    expect(pointsView(null, [], NOW_MS)).toEqual({
      points: 0, pendingPoints: 0, pending: [], validUntilMs: Date.parse('2027-12-31T15:59:59.999Z'), endingThisYear: null,
      trend: ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'].map((month) => ({ month, points: 0 })),
    });
  });

  it('shows what waits, and until when', () => {
    expect(pointsView(earned.account, earned.clock === null ? [] : [earned.clock], NOW_MS)).toMatchObject({ points: 0, pendingPoints: 5, pending: [{ points: 5, state: 'pending', causeText: '送到一份米油', dueAtMs: NOW_MS + 7 * DAY_MS }] });
  });

  it('carries a month\'s end into the months after it', () => {
    const view = pointsView(posted.account, [], Date.parse('2027-02-10T00:00:00Z'));
    expect(view.trend).toEqual([['2026-09', 0], ['2026-10', 0], ['2026-11', 5], ['2026-12', 5], ['2027-01', 5], ['2027-02', 5]].map(([month, points]) => ({ month, points })));
  });

  it('says what ends this year, in that year only', () => {
    expect(pointsView(posted.account, [], NOW_MS).endingThisYear).toBeNull();
    expect(pointsView(posted.account, [], Date.parse('2027-03-01T00:00:00Z')).endingThisYear).toEqual({ points: 5, atMs: Date.parse('2027-12-31T15:59:59.999Z') });
  });

  it('counts months in UTC+8 and across the year', () => {
    expect(lastMonths(Date.parse('2026-12-31T16:00:00Z'), 3)).toEqual(['2026-11', '2026-12', '2027-01']);
  });
});

describe('a line of the list', () => {
  it('is one line from pending to its end', () => {
    expect(entryView(earned.transfer, new Map(), address)).toMatchObject({ entryId: 't_1', points: 5, state: 'pending', dueAtMs: NOW_MS + 7 * DAY_MS });
    const ends = new Map([[posted.transfer._id, posted.transfer]]);
    expect(entryView(earned.transfer, ends, address)).toMatchObject({ entryId: 't_1', points: 5, state: 'posted', dueAtMs: null, atMs: NOW_MS });
  });

  it('is negative for the side that gives', () => {
    expect(entryView(earned.transfer, new Map(), earned.transfer.debitAccount).points).toBe(-5);
  });
});
