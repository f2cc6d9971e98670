import type { Rating } from '../../cloudfunctions/core/rating/rating';
import type { RatingSum } from '../../cloudfunctions/core/rating-sum/rating-sum';
import { openShift, shiftOfCloud, signUpFor, signUpIdOf } from './support/activity-steps';
import { Community, COMMUNITY, DAY_MS, GRID, HOUR_MS, MERCHANT, NEIGHBOUR, newOperation, POSTER, STAFF } from './support/community';

const LEAD = 'oTestLeadZhou';
const COMING = ['oTestComes0x', 'oTestComes1x', 'oTestComes2x', 'oTestComes3x', NEIGHBOUR] as const;
const said = { satisfaction: 'satisfied', words: '门口有人接，水也备好了', secondsOnScreen: 30 } as const;

describe('those who were there say how it was', () => {
  let community: Community;
  let shiftId = '';
  beforeAll(async () => {
    community = await Community.found();
    await community.join(LEAD, '周敏', GRID);
    for (const [index, openid] of COMING.slice(0, -1).entries()) await community.join(openid, `来的${index}`, GRID);
    shiftId = await openShift(community, { leadCode: (await community.me(LEAD)).code });
    for (const openid of [...COMING, POSTER, LEAD]) await signUpFor(community, openid, shiftId);
    await community.advance(3 * DAY_MS + 3 * HOUR_MS);
    await settle();
  });
  afterAll(async () => {
    await community.close();
  });

  const settle = async (): Promise<void> => {
    for (let run = 0; run < 4; run += 1) await community.runJobs();
  };

  const ratings = (): readonly Rating[] => community.documents<Rating>('ratings').filter(({ about }) => about.shiftId === shiftId);

  test('not before the roster says who came, and only by them: neither the lead nor somebody who stayed away', async () => {
    expect(await community.refused(NEIGHBOUR, 'rating.rateShift', { shiftId, ...said })).toMatchObject({ code: 'RATING_TOO_EARLY' });
    const { startsAtMs: fromMs, endsAtMs: toMs } = shiftOfCloud(community, shiftId);
    const came = await Promise.all([...COMING, LEAD].map(async (openid) => ({ signUpId: await signUpIdOf(community, openid), self: { fromMs, toMs } })));
    await community.must(LEAD, 'shift.confirmRoster', { shiftId, came });
    await settle();
    expect(await community.refused(POSTER, 'rating.rateShift', { shiftId, ...said })).toMatchObject({ code: 'RATING_NOT_YOURS' });
    expect(await community.refused(LEAD, 'rating.rateShift', { shiftId, ...said })).toMatchObject({ code: 'RATING_NOT_YOURS' });
    expect(await community.refused(MERCHANT, 'rating.rateShift', { shiftId, ...said })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.refused(NEIGHBOUR, 'rating.rateShift', { shiftId: 'h_nothing', ...said })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.refused(NEIGHBOUR, 'rating.rateShift', { shiftId, ...said, voiceFileId: 'cloud://e.b/uploads/m_other/1.mp3', voiceSeconds: 3 })).toMatchObject({ code: 'FILE_NOT_YOURS' });
    expect((await community.must(NEIGHBOUR, 'shift.get', { shiftId })).mySignUp).toMatchObject({ canRate: true });
    expect((await community.must(LEAD, 'shift.get', { shiftId })).mySignUp).toMatchObject({ canRate: false });
    expect(ratings()).toEqual([]);
  });

  test('once each, also sent twice at once; with a reason it earns its point like any careful rating', async () => {
    const operation = newOperation();
    const first = await community.must(NEIGHBOUR, 'rating.rateShift', { shiftId, ...said }, operation);
    expect(await community.must(NEIGHBOUR, 'rating.rateShift', { shiftId, ...said }, operation)).toEqual(first);
    expect(await community.refused(NEIGHBOUR, 'rating.rateShift', { shiftId, ...said, words: '换一句' }, operation)).toMatchObject({ code: 'OPERATION_REUSED' });
    expect(await community.refused(NEIGHBOUR, 'rating.rateShift', { shiftId, ...said })).toMatchObject({ code: 'OPERATION_REUSED', message: '这次您已经评过了，谢谢。' });
    const twice = newOperation();
    await Promise.all([1, 2].map(() => community.send('oTestComes0x', 'rating.rateShift', { shiftId, ...said, words: '路线讲得清楚，没走冤枉路' }, twice)));
    await settle();
    expect(ratings()).toHaveLength(2);
    const mine = (await community.must(NEIGHBOUR, 'rating.mine', {})).items[0];
    expect(mine).toMatchObject({ ratingId: first.ratingId, title: '给独居老人送餐', points: 1 });
    expect((await community.must(NEIGHBOUR, 'shift.get', { shiftId })).mySignUp).toMatchObject({ canRate: false });
    expect((await community.must(NEIGHBOUR, 'shift.mine', { ahead: false })).items[0]).toMatchObject({ canRate: false });
  });

  test('whoever organised it reads what five people think together, never who; and is rated apart from their help', async () => {
    const organiserId = shiftOfCloud(community, shiftId).organiserId;
    const sums = async () => (await community.must(STAFF, 'ratingSum.mine', {})).sums;
    const [two] = await sums();
    expect(two).toMatchObject({ kind: 'organiser', people: 0, score: null, hidden: { ratings: 2, peopleMissing: 3 } });
    for (const [index, openid] of COMING.slice(1, 4).entries()) await community.must(openid, 'rating.rateShift', { shiftId, ...said, words: `第 ${index} 户的电梯坏了也有人帮着抬` });
    await settle();
    const [sum] = await sums();
    expect(sum).toMatchObject({ kind: 'organiser', people: 5, counts: { satisfied: 5 }, categories: [{ category: 'activity', people: 5 }] });
    expect(JSON.stringify(sum)).not.toMatch(/来的|刘洋|m_/);
    expect(community.documents<RatingSum>('ratingSums').map(({ partyId, giverKind, communityId }) => ({ partyId, giverKind, communityId }))).toEqual([{ partyId: organiserId, giverKind: 'organiser', communityId: COMMUNITY }]);
    await settle();
    for (const { pendingEvents } of ratings()) expect(pendingEvents).toBe(0);
  });
});
