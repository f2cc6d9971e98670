import { DAY_MS } from '../kernel/clock';
import { RULES } from '../rules';
import { isQuiet, staleLooks, type Look } from './favour-report';
import type { Circle } from './find-circles';

const look = (changes: Partial<Look> = {}): Look => ({ byId: 'm_staff', byName: '何静', aboutIds: [], note: '轮流接孩子', atMs: 0, times: 8, operationId: 'op', inputHash: 'hash', ...changes });
const circle = (circleId: string): Circle => ({ circleId, memberIds: ['m_one', 'm_two'], times: 8, allTimes: 8, ratings: 0, points: 40, ways: [] });

describe('staff asked and all was well', () => {
  it('is quiet until they confirm each other clearly more often', () => {
    expect(isQuiet({ times: 8 }, null)).toBe(false);
    expect(isQuiet({ times: 7 + RULES.favours.growsBy }, look())).toBe(true);
    expect(isQuiet({ times: 8 + RULES.favours.growsBy }, look())).toBe(false);
  });

  it('is forgotten only of those who are named no more, and late', () => {
    const nowMs = RULES.favours.looksKeptMs + 2 * DAY_MS;
    const looks = { fc_named: look(), fc_old: look(), fc_new: look({ atMs: nowMs - DAY_MS }) };
    expect(staleLooks(looks, [circle('fc_named')], nowMs)).toEqual(['fc_old']);
  });
});
