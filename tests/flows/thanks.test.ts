import type { Thanks } from '../../cloudfunctions/core/thanks/thanks';
import { Community, DAY_MS, MERCHANT, NEIGHBOUR, newOperation, OUTSIDER, POSTER, STAFF } from './support/community';
import { confirmedWish, deliveredWish, type Loop } from './support/wish-steps';

const WORDS = '灯亮了，晚上做饭看得清了，谢谢您跑一趟';

/** 说声谢谢: private to the giver, on the wall only while both sides want it. */
describe('thanks for help that came', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
  });
  afterAll(async () => {
    await community.close();
  });

  const wall = async (openid = NEIGHBOUR): Promise<readonly string[]> => (await community.must(openid, 'thanks.wall', {})).items.map((item) => item.thanksId);
  const todosOf = async (openid: string): Promise<readonly string[]> => (await community.must(openid, 'home.overview', {})).todos.flatMap((todo) => (todo.target.page === 'thanks' ? [todo.target.subjectId ?? ''] : []));
  const saidFor = async (words = WORDS): Promise<Loop & { readonly thanksId: string }> => {
    const loop = await confirmedWish(community, { urgency: 'urgent' });
    const { thanksId } = await community.must(POSTER, 'thanks.say', { ...loop, words });
    return { ...loop, thanksId };
  };

  test('only who was helped says it, after it came, once', async () => {
    const early = await deliveredWish(community, { urgency: 'urgent' });
    expect(await community.refused(POSTER, 'thanks.say', { ...early, words: WORDS })).toMatchObject({ code: 'THANKS_TOO_EARLY' });
    await community.must(POSTER, 'claim.confirm', early);
    for (const stranger of [NEIGHBOUR, MERCHANT, STAFF, OUTSIDER]) expect(await community.refused(stranger, 'thanks.say', { ...early, words: WORDS })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await community.refused(POSTER, 'thanks.say', { ...early, claimId: 'nothing', words: WORDS })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.refused(POSTER, 'thanks.say', { ...early, words: '  ' })).toMatchObject({ code: 'BAD_INPUT' });
    const operationId = newOperation();
    const said = await community.must(POSTER, 'thanks.say', { ...early, words: WORDS }, operationId);
    expect(await community.must(POSTER, 'thanks.say', { ...early, words: WORDS }, operationId)).toEqual(said);
    expect(await community.refused(POSTER, 'thanks.say', { ...early, words: '再谢一次' })).toMatchObject({ code: 'OPERATION_REUSED' });
    const notices = (await community.must(MERCHANT, 'notice.inbox', {})).items.filter((notice) => notice.target.subjectId === said.thanksId);
    expect(notices).toHaveLength(1);
    expect(JSON.stringify(notices)).not.toContain('赵');
  });

  test('it is private: nobody else finds it, nobody else moves it', async () => {
    const { thanksId } = await saidFor();
    const received = (await community.must(MERCHANT, 'thanks.mine', {})).items.find((item) => item.thanksId === thanksId);
    expect(received).toMatchObject({ side: 'received', words: WORDS, otherText: '一位邻居', stage: 'private' });
    expect((await community.must(NEIGHBOUR, 'thanks.mine', {})).items).toEqual([]);
    expect(await wall()).not.toContain(thanksId);
    expect(await community.refused(NEIGHBOUR, 'thanks.show', { thanksId, shows: true })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.refused(POSTER, 'thanks.show', { thanksId, shows: true })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.refused(MERCHANT, 'thanks.consent', { thanksId, consents: true })).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('on the wall when both want it, off it when either does not', async () => {
    const { thanksId } = await saidFor();
    const operationId = newOperation();
    await community.must(MERCHANT, 'thanks.show', { thanksId, shows: true }, operationId);
    expect(await community.must(MERCHANT, 'thanks.show', { thanksId, shows: true }, operationId)).toMatchObject({ stage: 'asked' });
    expect(await community.refused(MERCHANT, 'thanks.show', { thanksId, shows: false }, operationId)).toMatchObject({ code: 'OPERATION_REUSED' });
    expect(await wall()).not.toContain(thanksId);
    expect(await todosOf(POSTER)).toContain(thanksId);
    await community.must(POSTER, 'thanks.consent', { thanksId, consents: true });
    expect(await todosOf(POSTER)).not.toContain(thanksId);
    const shown = (await community.must(NEIGHBOUR, 'thanks.wall', {})).items.find((item) => item.thanksId === thanksId);
    expect(shown).toMatchObject({ words: WORDS, giverText: '吴记粮油' });
    expect(JSON.stringify(shown)).not.toContain('赵');
    expect(await wall(OUTSIDER)).not.toContain(thanksId);
    await community.must(MERCHANT, 'thanks.show', { thanksId, shows: false });
    expect(await wall()).not.toContain(thanksId);
    expect(await community.must(MERCHANT, 'thanks.show', { thanksId, shows: true })).toMatchObject({ stage: 'shown' });
    await community.must(POSTER, 'thanks.consent', { thanksId, consents: false });
    expect(await wall()).not.toContain(thanksId);
    expect(await community.refused(MERCHANT, 'thanks.show', { thanksId, shows: true })).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  test('what everybody may not read stays between the two', async () => {
    const { thanksId } = await saidFor('3 号楼 402 的门修好了，谢谢');
    expect(await community.refused(MERCHANT, 'thanks.show', { thanksId, shows: true })).toMatchObject({ code: 'PUBLIC_TEXT_PRIVATE' });
    expect(await community.refused(POSTER, 'thanks.consent', { thanksId, consents: true })).toMatchObject({ code: 'PUBLIC_TEXT_PRIVATE' });
  });

  test('a yes and a taking back at once never leave it on the wall against either', async () => {
    const { thanksId } = await saidFor();
    await community.must(MERCHANT, 'thanks.show', { thanksId, shows: true });
    await Promise.all([community.send(POSTER, 'thanks.consent', { thanksId, consents: true }), community.send(MERCHANT, 'thanks.show', { thanksId, shows: false })]);
    await community.runJobs();
    const stands = community.document<Thanks>('thanks', thanksId);
    expect(stands?.isOnWall).toBe(stands?.giverShows === true && stands.consents);
    expect((await wall()).includes(thanksId)).toBe(stands?.isOnWall);
  });

  test('a question that nobody answers ends by itself', async () => {
    const { thanksId } = await saidFor();
    await community.must(MERCHANT, 'thanks.show', { thanksId, shows: true });
    await community.advance(14 * DAY_MS + 1);
    await community.runJobs();
    expect(await todosOf(POSTER)).not.toContain(thanksId);
    expect(community.document<Thanks>('thanks', thanksId)).toMatchObject({ giverShows: false, askedAtMs: null, pendingEvents: 0 });
    expect(await community.must(POSTER, 'thanks.mine', {})).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ thanksId, stage: 'private' })]) });
  });

  test('who leaves takes their words off the wall, and has them in what they take along', async () => {
    const leaver = 'oTestThanksLeaver';
    await community.join(leaver, '要搬走的', 'd01-s01-c01');
    const loop = await confirmedWish(community, { urgency: 'urgent' }, leaver);
    const { thanksId } = await community.must(leaver, 'thanks.say', { ...loop, words: WORDS });
    await community.must(MERCHANT, 'thanks.show', { thanksId, shows: true });
    await community.must(leaver, 'thanks.consent', { thanksId, consents: true });
    expect(await wall()).toContain(thanksId);
    expect((await community.must(leaver, 'member.exportData', {})).json).toContain(WORDS);
    await community.must(leaver, 'member.leave', {});
    await community.runJobs();
    expect(await wall()).not.toContain(thanksId);
  });
});
