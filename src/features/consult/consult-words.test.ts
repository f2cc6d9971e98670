import { CONSULT_STATES } from '@contract';
import { byWords, consultTag, forWhomWords, nextWords, ownStateWords, peopleWords, pickButton, rankedPoints, samePicks, toggledPicks, untilWords } from './consult-words';

const NOW_MS = Date.parse('2026-11-26T09:41:00+08:00');
const DAY_MS = 86_400_000;
const point = (no: number, picks: number) => ({ no, text: `第 ${no} 步`, week: 1, picks, objections: 0 });

describe('words of planning together', () => {
  test('three at most are chosen; a fourth changes nothing, a second tap takes back', () => {
    expect([toggledPicks([], 2, 3), toggledPicks([2], 1, 3), toggledPicks([1, 2, 3], 4, 3), toggledPicks([1, 2], 1, 3)]).toEqual([[2], [1, 2], [1, 2, 3], [2]]);
    expect([samePicks([2, 1], [1, 2]), samePicks([], [1])]).toEqual([true, false]);
  });

  test('the button says what a tap does, and that it was noted', () => {
    expect([pickButton([], []).reason, pickButton([1, 2], []).text, pickButton([1, 2], [2, 1]).reason, pickButton([1], [1, 2]).text, pickButton([], [1]).text]).toEqual(['先选一样', '就选这 2 样', '记下了，结束前都能改', '改成这 1 样', '都不选了']);
  });

  test('results stand by what most people chose', () => {
    expect(rankedPoints([point(1, 2), point(2, 5), point(3, 2)]).map(({ no }) => no)).toEqual([2, 1, 3]);
  });

  test('for whom is a number and a place; until when is told in days', () => {
    expect(forWhomWords({ personCount: 22, areaNames: ['枫林里', '柳岸'], communityName: '青枫社区' })).toBe('为枫林里一带 22 位邻居');
    expect(forWhomWords({ personCount: 22, areaNames: [], communityName: '青枫社区' })).toBe('为青枫社区 22 位邻居');
    expect(untilWords({ state: 'open', endsAtMs: NOW_MS + 3 * DAY_MS }, NOW_MS)).toContain('11 月 29 日');
    expect(untilWords({ state: 'answered', endsAtMs: NOW_MS - DAY_MS }, NOW_MS)).toContain('结束');
  });

  test('each state says what comes next, in a sentence of its own', () => {
    const said = CONSULT_STATES.map((state) => nextWords({ state, answerByMs: NOW_MS, endsAtMs: NOW_MS + DAY_MS }, NOW_MS));
    expect([new Set(said).size, new Set(CONSULT_STATES.map((state) => consultTag(state).words)).size]).toEqual([CONSULT_STATES.length, CONSULT_STATES.length]);
    expect([peopleWords({ state: 'open', peopleCount: 0 }), peopleWords({ state: 'open', peopleCount: 9 })]).toEqual(['还没有人说，您来开个头', '9 人说了想法']);
  });

  test('an objection has no name for neighbours; one\'s own words say how they stand', () => {
    expect([byWords({ kind: 'object', byText: '', isMine: false }), byWords({ kind: 'add', byText: '赵*', isMine: false }), byWords({ kind: 'object', byText: '', isMine: true })]).toEqual(['一位邻居', '赵*', '我说的']);
    expect([ownStateWords({ isMine: true, state: 'waiting', hideReason: '' }), ownStateWords({ isMine: true, state: 'hidden', hideReason: '说到了谁家' }), ownStateWords({ isMine: true, state: 'shown', hideReason: '' })]).toEqual(['社区看过以后才给大家看', '没有公开：说到了谁家', '']);
  });
});
