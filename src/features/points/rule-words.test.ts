import type { PointRules, SimulationView } from '@contract';
import { limitSentences, paidKinds, simulationSentence, totalText } from './rule-words';

const rules: PointRules = { per: { delivery: 5, carefulRating: 1, service: 10, meeting: 0, suggestion: 10, coPlanning: 10 }, capPerDay: 100, capPerMonth: 1000, pairInFull: 8, pairInHalf: 8 };
const total = { points: 120, people: 9, lessened: 0 };
const view: SimulationView = { month: '2026-10', now: total, then: { points: 90, people: 9, lessened: 4 }, kinds: [], more: 0, less: 3, isPartial: false };

describe('rules for points in words', () => {
  it('leaves out what brings nothing', () => {
    expect(paidKinds(rules).map(({ kind }) => kind)).toEqual(['delivery', 'carefulRating', 'service', 'suggestion', 'coPlanning']);
  });

  it('tells caps and pairs', () => {
    expect(limitSentences(rules)).toEqual(['一天最多 100 分，一个月最多 1000 分', '同样两个人之间，一个月里前 8 次全算，再 8 次算一半']);
    expect(limitSentences({ ...rules, pairInHalf: 0 })[1]).toBe('同样两个人之间，一个月里前 8 次算分');
  });

  it('tells what a change would have done, and to how many', () => {
    expect(simulationSentence(view)).toBe('照新规则，10 月会少 30 分：3 人会少');
    expect(simulationSentence({ ...view, then: total, more: 2, less: 2 })).toBe('照新规则，10 月会一样多：2 人会多，2 人会少');
    expect(simulationSentence({ ...view, now: { ...total, points: 0 }, then: { ...total, points: 0 } })).toContain('还没有人得分');
    expect(totalText(view.then)).toBe('90 分，9 人，少算 4 次');
  });
});
