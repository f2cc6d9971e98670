import type { PointsView } from '@contract';
import { entryStateText, entryTone, signedPoints } from './points-words';
import { trendPicture, trendPoints, TREND_HEIGHT, TREND_WIDTH } from './trend-picture';

const day = () => '11 月 26 日';
const trend = (...points: number[]): PointsView['trend'] => points.map((value, index) => ({ month: `2026-0${index + 4}`, points: value }));

describe('words of the ledger', () => {
  it('signs with a plus and a real minus', () => {
    expect([signedPoints(5), signedPoints(-30), signedPoints(0)]).toEqual(['+5', '−30', '0']);
  });

  it('says when a pending line arrives', () => {
    expect(entryStateText({ state: 'pending', dueAtMs: 1 }, day)).toBe('等确认，11 月 26 日到账');
    expect(entryStateText({ state: 'pending', dueAtMs: null }, day)).toBe('等确认');
    expect(entryStateText({ state: 'voided', dueAtMs: null }, day)).toBe('没有到账');
  });

  it('never paints what is gone as income', () => {
    expect(entryTone({ state: 'voided', points: 5 })).toBe('gone');
    expect(entryTone({ state: 'posted', points: 5 })).toBe('in');
    expect(entryTone({ state: 'posted', points: -5 })).toBe('out');
    expect(entryTone({ state: 'pending', points: 5 })).toBe('waiting');
  });
});

describe('the picture of half a year', () => {
  it('stays inside its frame and rises where points rise', () => {
    const points = trendPoints(trend(0, 5, 5, 20, 44, 68));
    expect(points.map((point) => point.monthText)).toEqual(['4月', '5月', '6月', '7月', '8月', '9月']);
    for (const { x, y } of points) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(TREND_WIDTH);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(TREND_HEIGHT);
    }
    expect(points[5]?.y).toBeLessThan(points[0]?.y ?? 0);
  });

  it('lays a newcomer’s line flat on the ground', () => {
    const heights = new Set(trendPoints(trend(0, 0, 0, 0, 0, 0)).map((point) => point.y));
    expect(heights.size).toBe(1);
    expect(trendPicture(trendPoints(trend(0, 0)))).toMatch(/^data:image\/svg\+xml,/);
  });

  it('draws nothing for nothing', () => {
    expect(trendPicture([])).toBe('');
  });
});
