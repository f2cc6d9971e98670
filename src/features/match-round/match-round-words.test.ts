import type { MatchFiguresView, MatchPairView } from '@contract';
import { arrivalWords, fairnessWords, leftOutWords, moreThan, roundSum } from './match-round-words';

const pair = (supplyId: string, shares = 1): MatchPairView => ({ supplyId, shares, partyName: '吴记粮油', partyKind: 'merchant', supplyTitle: '米面油', score: 8_000, why: '', isForced: false });
const figures: MatchFiguresView = { wishes: 10, shares: 10, offers: 3, offersBarred: 0, offersPushed: 0, isAtLeast: false, placed: 6, placedShares: 6, arrivalPlaced: 5, arrivalShares: 5, longest: { wishes: 2, placed: 2, arrivalPlaced: 1, waitingDays: 9 }, total: 9_960, totalWithoutFairness: 10_000, arrivalTotal: 9_000, objective: 1, dualObjective: 1, byArea: [], suitabilityVersion: 1 };

test('more and less are told in tenths of a hundred, and nothing is compared with nothing', () => {
  expect([moreThan(102, 100), moreThan(99.6, 100), moreThan(100, 100), moreThan(1, 0)]).toEqual(['多 2%', '少 0.4%', '一样', null]);
});

test('the price of fairness stands beside what it bought', () => {
  expect(fairnessWords(figures)).toBe('等得最久的 2 个里，配上 2 个（先来后到是 1 个）。照顾他们，也照顾少有人帮的人家，总的合适程度少 0.4%。');
});

test('arrival order is told only where it is another', () => {
  expect(arrivalWords([pair('a')], [pair('a')])).toBeNull();
  expect(arrivalWords([pair('a')], [])).toBe('先来后到：轮不上');
  expect(arrivalWords([], [pair('a')])).toBe('先来后到：吴记粮油（爱心商户）');
});

test('a round of the list says how far it is', () => {
  const card = { roundId: 'r', n: 1, state: 'open', startedAtMs: 0, startedByName: '', categories: null, endedAtMs: null } as const;
  expect([roundSum({ ...card, wishes: null, placed: null, served: null }), roundSum({ ...card, wishes: 9, placed: 4, served: null }), roundSum({ ...card, wishes: 9, placed: 4, served: 3 })]).toEqual(['正在算', '9 个在等，配上 4 个', '9 个在等，3 个有人接了']);
  expect(leftOutWords(figures)).toBe('');
  expect(leftOutWords({ ...figures, offersPushed: 2 })).toContain('2 份');
  expect(leftOutWords({ ...figures, isAtLeast: true })).toContain('没算进来');
});
