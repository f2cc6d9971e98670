import type { PointRules } from '@contract';
import type { EarningMonth } from '../../cloudfunctions/core/points/decide-earning';
import { ADMIN, COMMUNITY, Community, DAY_MS, MERCHANT, newOperation, OTHER_COMMUNITY, OUTSIDE_STAFF, POSTER, STAFF } from './support/community';
import { confirmedWish } from './support/wish-steps';

describe('rules for points as data', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
  });
  afterAll(async () => {
    await community.close();
  });

  const inForce = async (): Promise<PointRules> => (await community.must(POSTER, 'points.ways', {})).rules;
  const pending = async (): Promise<readonly number[]> => (await community.must(MERCHANT, 'points.mine', {})).pending.map(({ points }) => points);

  test('a new version begins tomorrow and never touches what was earned', async () => {
    const before = await inForce();
    const rules: PointRules = { ...before, per: { ...before.per, delivery: 7 } };
    const operation = newOperation();
    const saved = await community.must(STAFF, 'pointRules.save', { communityId: COMMUNITY, rules, reason: '送货的分调高一点' }, operation);
    expect(saved).toMatchObject({ number: 1, state: 'coming', byName: '何静' });
    expect(await community.must(STAFF, 'pointRules.save', { communityId: COMMUNITY, rules, reason: '送货的分调高一点' }, operation)).toEqual(saved);
    expect(await community.refused(STAFF, 'pointRules.save', { communityId: COMMUNITY, rules, reason: '别的' }, operation)).toMatchObject({ code: 'OPERATION_REUSED' });
    expect(await inForce()).toEqual(before);
    await confirmedWish(community, { urgency: 'urgent' });
    expect(await pending()).toEqual([5]);
    await community.advance(DAY_MS);
    expect((await inForce()).per.delivery).toBe(7);
    await confirmedWish(community, { urgency: 'urgent' });
    expect([...(await pending())].sort()).toEqual([5, 7]);
    expect((await community.must(STAFF, 'pointRules.list', { communityId: COMMUNITY })).map(({ number, state }) => [number, state])).toEqual([[1, 'inForce'], [0, 'past']]);
  });

  test('only staff of the place, only numbers that make sense', async () => {
    const rules = await inForce();
    const reason = '试试';
    for (const stranger of [POSTER, MERCHANT]) expect(await community.refused(stranger, 'pointRules.save', { communityId: COMMUNITY, rules, reason })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await community.refused(OUTSIDE_STAFF, 'pointRules.save', { communityId: COMMUNITY, rules, reason })).toMatchObject({ code: 'OUT_OF_AREA' });
    expect(await community.refused(STAFF, 'pointRules.list', { communityId: OTHER_COMMUNITY })).toMatchObject({ code: 'OUT_OF_AREA' });
    for (const capPerDay of [0, -1, 1.5, 501, Number.NaN]) expect(await community.refused(STAFF, 'pointRules.save', { communityId: COMMUNITY, rules: { ...rules, capPerDay }, reason })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await community.refused(STAFF, 'pointRules.save', { communityId: COMMUNITY, rules, reason })).toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining('没有要改的') });
  });

  test('two who change at once: one version, the other is told', async () => {
    const rules = await inForce();
    const change = (capPerDay: number) => ({ communityId: COMMUNITY, rules: { ...rules, capPerDay }, reason: '调一调' });
    const answers = await Promise.all([community.send(STAFF, 'pointRules.save', change(60)), community.send(ADMIN, 'pointRules.save', change(70))]);
    const codes = answers.map((answer) => (answer.ok === true ? 'ok' : answer.ok === false ? answer.error.code : 'lost'));
    expect(codes.filter((code) => code === 'ok').length).toBeGreaterThanOrEqual(1);
    expect(codes.every((code) => code === 'ok' || code === 'BUSY')).toBe(true);
    const numbers = (await community.must(STAFF, 'pointRules.list', { communityId: COMMUNITY })).map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('a cap holds when many are confirmed at once; each says why, and last month can be counted anew', async () => {
    const rules = { ...(await inForce()), capPerDay: 12, pairInFull: 100 };
    await community.must(STAFF, 'pointRules.save', { communityId: COMMUNITY, rules, reason: '一天少一点' });
    await community.advance(DAY_MS);
    for (let wishes = 0; wishes < 3; wishes += 1) await confirmedWish(community, { urgency: 'urgent' });
    await community.runJobs();
    const { memberId } = await community.me(MERCHANT);
    const months = community.documents<EarningMonth>('earningMonths').filter((month) => month.memberId === memberId);
    const today = months.flatMap(({ grants }) => Object.values(grants)).filter(({ atMs }) => atMs > community.nowMs() - DAY_MS / 2);
    expect(today.map(({ points, reason }) => [points, reason])).toEqual([[7, null], [5, 'dayCap'], [0, 'dayCap']]);
    const { lessened } = await community.must(MERCHANT, 'points.ways', {});
    expect(lessened.map(({ reason }) => reason)).toEqual(['dayCap', 'dayCap']);
    await community.advance(31 * DAY_MS);
    const view = await community.must(STAFF, 'pointRules.simulate', { communityId: COMMUNITY, rules: { ...rules, capPerDay: 500 } });
    expect(view.then.points).toBeGreaterThanOrEqual(view.now.points);
  });
});
