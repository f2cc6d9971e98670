import { NEVER_MS } from '../aggregate/aggregate';
import { DAY_MS, HOUR_MS } from '../kernel/clock';
import { COMMUNITY, member, roleOf, staff, START_MS } from '../wish/wish.fixtures';
import { isShiftVisible, mayLead } from './shift-access';
import { firstUntilMsMoved, firstUntilMsOf, teamRefusalOf } from './team-first';
import { toldOutside } from './told-outside';

const inTeam = member('m_in', { teamIds: ['g_1'] });
const leading = member('m_lead', { teamIds: ['g_1'], ledTeamIds: ['g_1'] });
const outsider = member('m_out');
const social = member('m_social', { roles: [roleOf('socialWorker', COMMUNITY)] });

describe('whose turn it is to sign up', () => {
  const first = { teamId: 'g_1', audience: 'teamFirst', firstUntilMs: START_MS + DAY_MS } as const;

  it('is the team’s for a day, but never for more than half of the time left', () => {
    expect(firstUntilMsOf({ audience: 'teamFirst', startsAtMs: START_MS + 5 * DAY_MS }, START_MS)).toBe(START_MS + DAY_MS);
    expect(firstUntilMsOf({ audience: 'teamFirst', startsAtMs: START_MS + 10 * HOUR_MS }, START_MS)).toBe(START_MS + 5 * HOUR_MS);
    expect([firstUntilMsOf({ audience: 'everybody', startsAtMs: START_MS + DAY_MS }, START_MS), firstUntilMsOf({ audience: 'helpTeam', startsAtMs: START_MS + DAY_MS }, START_MS)]).toEqual([null, NEVER_MS]);
    expect(firstUntilMsMoved(first, START_MS + 4 * HOUR_MS, START_MS)).toBe(START_MS + 2 * HOUR_MS);
    expect(firstUntilMsMoved(first, START_MS + 9 * DAY_MS, START_MS)).toBe(first.firstUntilMs);
  });

  it('then is everybody’s; what is only the team’s never', () => {
    expect([teamRefusalOf(first, inTeam, START_MS), teamRefusalOf(first, outsider, START_MS + DAY_MS)]).toEqual([null, null]);
    expect(teamRefusalOf(first, outsider, START_MS)?.refusal).toMatchObject({ code: 'TEAM_ONLY', message: expect.stringContaining('大家都能报') as string });
    expect(teamRefusalOf({ ...first, audience: 'teamOnly', firstUntilMs: NEVER_MS }, outsider, START_MS + 300 * DAY_MS)?.refusal.code).toBe('TEAM_ONLY');
  });
});

describe('a help team’s shift', () => {
  const shift = { teamId: 'g_1', audience: 'helpTeam', state: 'open', areaId: COMMUNITY, organiserId: 'm_gone', leadId: 'm_gone' } as const;

  it('is seen by its people and social workers, led by its leads; whoever left has nothing of it', () => {
    expect([inTeam, leading, social, staff, outsider, member('m_gone')].map((reader) => isShiftVisible(shift, reader))).toEqual([true, true, true, false, false, false]);
    expect([inTeam, leading, social, staff, member('m_gone')].map((reader) => mayLead(shift, reader))).toEqual([false, true, true, false, false]);
  });

  it('is told outside without its words', () => {
    const words = { title: '陪孙奶奶复查', placeText: '3 单元门口', organiserName: '三楼小组', areaName: '青枫社区' };
    expect(JSON.stringify(toldOutside({ audience: 'helpTeam', ...words }))).not.toMatch(/孙奶奶|单元|三楼/);
    expect(toldOutside({ audience: 'teamOnly', ...words }).title).toBe('陪孙奶奶复查');
  });
});
