import type { RectificationView } from '@contract';
import type { RatingSum } from '../../cloudfunctions/core/rating-sum/rating-sum';
import { isRectificationCoherent, type Rectification } from '../../cloudfunctions/core/rectification/rectification';
import type { Notice } from '../../cloudfunctions/core/notice/notice';
import type { Task } from '../../cloudfunctions/core/staff/task';
import { ADMIN, Community, COMMUNITY, DAY_MS, GRID, HOUR_MS, MERCHANT, NEIGHBOUR, newOperation, OUTSIDE_STAFF, STAFF } from './support/community';
import { confirmedFor, ratedByFive, ratedOnPaper } from './support/rating-steps';
import { ratingOf } from './support/wish-steps';

/** What people think of somebody's help, and what follows when too many are not satisfied; over the deployed bundles. */
describe('what people think of somebody\'s help', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
  });
  afterAll(async () => {
    await community.close();
  });

  const orders = (): readonly Rectification[] => community.documents<Rectification>('rectifications');
  const tasksOf = (rectificationId: string): readonly string[] => community.documents<Task>('tasks').filter((task) => task.subjectId === rectificationId && task.state === 'open').map((task) => `${task.actionText} ${task.areaIds.length}`);
  const told = (title: string): number => community.documents<Notice>('notices').filter((notice) => notice.title.includes(title)).length;
  const mine = async () => (await community.must(MERCHANT, 'ratingSum.mine', {})).sums;

  test('stays hidden until five people rated, and never says who; neighbours see the score only then', async () => {
    const [first, ...others] = ['oTestEarly01', 'oTestEarly02', 'oTestEarly03', 'oTestEarly04', 'oTestEarly05'];
    const loops = [];
    for (const openid of [first ?? '', ...others]) {
      await community.join(openid, '钱大爷', GRID);
      const loop = await confirmedFor(community, openid, false);
      await community.advance(HOUR_MS);
      await community.must(openid, 'rating.rate', { ...ratingOf(loop), words: `灯换好了，${openid.slice(-2)}号的开关也顺手了` });
      loops.push(loop);
      if (loops.length === 4) {
        expect(await mine()).toMatchObject([{ people: 0, score: null, sentences: [], hidden: { ratings: 4, peopleMissing: 1 } }]);
        expect(await community.must(NEIGHBOUR, 'ratingSum.ofGiver', loop)).toMatchObject({ name: '吴记粮油', people: 0, score: null });
      }
    }
    const [sum] = await mine();
    expect(sum).toMatchObject({ kind: 'merchant', name: '吴记粮油', people: 5, hidden: null, counts: { satisfied: 5, fair: 0, unsatisfied: 0 }, chips: [{ chip: '很准时', count: 5 }] });
    expect(sum?.sentences).toHaveLength(5);
    const ids = [...loops.flatMap(({ wishId, claimId }) => [wishId, claimId]), ...(await Promise.all(others.map(async (openid) => (await community.me(openid)).memberId)))];
    expect(ids.filter((id) => JSON.stringify(sum).includes(id))).toEqual([]);
    expect(await community.must(NEIGHBOUR, 'ratingSum.ofGiver', loops[0] ?? { wishId: '', claimId: '' })).toMatchObject({ people: 5, score: { mean: expect.any(Number) } });
    expect((await community.must(NEIGHBOUR, 'ratingSum.mine', {})).sums).toEqual([]);
    expect(orders()).toEqual([]);
    const reply = { sumId: sum?.sumId ?? '', words: '谢谢大家，以后都约在上午' };
    const [said, operationId] = [loops[0] ?? { wishId: '', claimId: '' }, newOperation()];
    for (let times = 0; times < 2; times += 1) await community.must(MERCHANT, 'ratingSum.reply', reply, operationId);
    expect((await community.refused(MERCHANT, 'ratingSum.reply', { ...reply, words: '再说一句' })).code).toBe('REPLY_NOT_NOW');
    expect((await community.refused(NEIGHBOUR, 'ratingSum.reply', reply)).code).toBe('NOT_FOUND');
    expect(await community.must(NEIGHBOUR, 'ratingSum.ofGiver', said)).toMatchObject({ reply: reply.words, hidesReplyOf: null });
    expect((await community.refused(OUTSIDE_STAFF, 'ratingSum.hideReply', { sumId: reply.sumId, note: '不合适' })).code).toBe('OUT_OF_AREA');
    await community.must(STAFF, 'ratingSum.hideReply', { sumId: reply.sumId, note: '说的是别家的事' });
    expect(await community.must(NEIGHBOUR, 'ratingSum.ofGiver', said)).toMatchObject({ reply: '' });
    expect((await mine())[0]?.reply).toEqual({ words: reply.words, hiddenNote: '说的是别家的事' });
    await ratedByFive(community, 'satisfied');
    expect((await mine())[0]?.praise).toEqual({ isShown: false });
    expect(told('邻居们很满意')).toBe(1);
    expect((await community.refused(NEIGHBOUR, 'ratingSum.showPraise', { sumId: reply.sumId, shows: true })).code).toBe('NOT_FOUND');
    expect(await community.must(NEIGHBOUR, 'ratingSum.ofGiver', said)).toMatchObject({ isPraised: false });
    await community.must(MERCHANT, 'ratingSum.showPraise', { sumId: reply.sumId, shows: true });
    const { json } = await community.must(MERCHANT, 'member.exportData', { part: 'help' });
    expect(JSON.parse(json)).toMatchObject({ ratingsOfMyHelp: [{ people: 10, reply: { words: reply.words, hiddenNote: '说的是别家的事' }, praise: { isShown: true } }] });
    expect(ids.slice(-others.length).filter((memberId) => json.includes(memberId))).toEqual([]);
    expect(await community.must(NEIGHBOUR, 'ratingSum.ofGiver', said)).toMatchObject({ isPraised: true });
    await community.advance(120 * DAY_MS);
    await community.runJobs();
  });

  test('too many unsatisfied: an order, evidence, one question to those who rated, closed', async () => {
    const raters = (await ratedByFive(community, 'unsatisfied')).map(({ openid }) => openid);
    const [order] = orders();
    const rectificationId = order?._id ?? '';
    expect(order).toMatchObject({ partyText: '吴记粮油', people: 5, unsatisfied: 5, state: 'ordered' });
    expect(community.documents<RatingSum>('ratingSums').find(({ rectification }) => rectification !== null)?.rectification?.rectificationId).toBe(rectificationId);
    expect(tasksOf(rectificationId)).toEqual(['打个电话，帮着想办法 3']);
    expect(await community.must(MERCHANT, 'rectification.get', { rectificationId })).toMatchObject({ reader: 'party', acts: ['answer', 'object'] });
    for (const [openid, code] of [[NEIGHBOUR, 'NOT_FOUND'], [OUTSIDE_STAFF, 'NOT_FOUND'], [raters[0] ?? '', 'NOT_FOUND']] as const) expect((await community.refused(openid, 'rectification.get', { rectificationId })).code).toBe(code);
    expect((await community.refused(STAFF, 'rectification.answer', { rectificationId, words: '替他说' })).code).toBe('NOT_FOUND');
    expect((await community.refused(raters[0] ?? '', 'recheck.answer', { rectificationId, answer: 'better' })).code).toBe('NOT_FOUND');

    const photo = await community.upload(MERCHANT, 'evidence');
    const answer = { rectificationId, words: '换了师傅，修完当面试一遍', photoFileIds: [photo] };
    const operationId = newOperation();
    for (let times = 0; times < 2; times += 1) expect(await community.must(MERCHANT, 'rectification.answer', answer, operationId)).toMatchObject({ state: 'answered' });
    await community.filesChecked(0);
    await community.runJobs();
    const seen: RectificationView = await community.must(STAFF, 'rectification.get', { rectificationId });
    expect(seen).toMatchObject({ reader: 'staff', acts: ['review'], answers: [{ words: '换了师傅，修完当面试一遍', photos: [{ state: 'shown', url: expect.any(String) }] }] });
    expect((await community.refused(OUTSIDE_STAFF, 'rectification.review', { rectificationId, decision: { kind: 'recheck' } })).code).toBe('OUT_OF_AREA');
    expect((await community.refused(MERCHANT, 'rectification.review', { rectificationId, decision: { kind: 'recheck' } })).code).toBe('NOT_ALLOWED');
    await community.must(STAFF, 'rectification.review', { rectificationId, decision: { kind: 'recheck' } });
    await community.runJobs();
    expect(told('好些没有')).toBe(5);

    const tap = newOperation();
    for (let times = 0; times < 2; times += 1) expect(await community.must(raters[0] ?? '', 'recheck.answer', { rectificationId, answer: 'better' }, tap)).toMatchObject({ answer: 'better' });
    expect((await community.refused(raters[0] ?? '', 'recheck.answer', { rectificationId, answer: 'notBetter' })).code).toBe('RECHECK_ALREADY');
    for (const openid of raters.slice(1, 4)) await community.must(openid, 'recheck.answer', { rectificationId, answer: 'better' });
    await community.advance(8 * DAY_MS);
    for (let times = 0; times < 2; times += 1) await community.runJobs();
    expect(orders()).toMatchObject([{ state: 'closed', isOpen: false, end: { outcome: 'recovered' } }]);
    expect(await community.must(MERCHANT, 'rectification.get', { rectificationId })).toMatchObject({ outcome: 'recovered', rechecked: null, acts: [] });
    expect(tasksOf(rectificationId)).toEqual([]);
    expect(told('整改办完了')).toBe(1);
    expect((await mine())[0]?.rectificationId).toBeNull();
    expect((await community.must(STAFF, 'rectification.list', { areaId: COMMUNITY, isOpen: false })).items).toHaveLength(1);
  });

  test('who rated on paper is asked by phone, once, by staff; the others read what the shop did', async () => {
    const { personId } = await ratedOnPaper(community, 'unsatisfied');
    // With the fourth of them five people rated, and the order is made; the last one is not asked.
    const raters = (await ratedByFive(community, 'unsatisfied')).slice(0, 4).map(({ openid }) => openid);
    const rectificationId = orders().find(({ isOpen }) => isOpen)?._id ?? '';
    expect(Object.keys(community.document<Rectification>('rectifications', rectificationId)?.raters ?? {})).toContain(personId);
    const photoFileIds = [await community.upload(MERCHANT, 'evidence')];
    await community.must(MERCHANT, 'rectification.answer', { rectificationId, words: '换了师傅，修完当面试一遍', photoFileIds });
    await community.filesChecked(0);
    await community.runJobs();
    const record = { rectificationId, personId, answer: 'better' } as const;
    expect((await community.refused(STAFF, 'recheck.record', record)).code).toBe('RECTIFICATION_CHANGED');
    await community.must(STAFF, 'rectification.review', { rectificationId, decision: { kind: 'recheck' } });
    await community.runJobs();
    expect(await community.must(raters[0] ?? '', 'recheck.get', { rectificationId })).toMatchObject({ changes: [{ words: '换了师傅，修完当面试一遍', photos: [{ state: 'shown', url: expect.any(String) }] }] });
    expect(tasksOf(rectificationId)).toEqual(['问问好些没有 3']);
    expect(await community.must(STAFF, 'recheck.calls', { rectificationId })).toEqual([{ personId, maskedName: '孙*', answer: null }]);

    for (const openid of [MERCHANT, NEIGHBOUR]) expect((await community.refused(openid, 'recheck.calls', { rectificationId })).code).toMatch(/NOT_FOUND|NOT_ALLOWED/);
    expect((await community.refused(OUTSIDE_STAFF, 'recheck.record', record)).code).toBe('OUT_OF_AREA');
    const rater = Object.keys(community.document<Rectification>('rectifications', rectificationId)?.raters ?? {}).find((id) => id !== personId) ?? '';
    expect((await community.refused(STAFF, 'recheck.record', { ...record, personId: rater })).code).toBe('NOT_FOUND');
    const operationId = newOperation();
    for (let times = 0; times < 2; times += 1) expect(await community.must(STAFF, 'recheck.record', record, operationId)).toEqual([{ personId, maskedName: '孙*', answer: 'better' }]);
    expect((await community.refused(STAFF, 'recheck.record', { ...record, answer: 'notBetter' })).code).toBe('RECHECK_ALREADY');
    await community.runJobs();
    expect(tasksOf(rectificationId)).toEqual([]);
    for (const openid of raters) await community.must(openid, 'recheck.answer', { rectificationId, answer: 'better' });
    await community.advance(8 * DAY_MS);
    for (let times = 0; times < 2; times += 1) await community.runJobs();
    expect(community.document<Rectification>('rectifications', rectificationId)).toMatchObject({ end: { outcome: 'recovered' } });
    await community.advance(120 * DAY_MS);
    await community.runJobs();
  });

  test('not answered in time it goes to the street, which ends it; nothing is stopped meanwhile', async () => {
    await ratedByFive(community, 'unsatisfied');
    const rectificationId = orders().find(({ isOpen }) => isOpen)?._id ?? '';
    await community.must(MERCHANT, 'rectification.object', { rectificationId, words: '那几天整条街停电' });
    await community.advance(30 * DAY_MS);
    for (let times = 0; times < 2; times += 1) await community.runJobs();
    expect([...tasksOf(rectificationId)].sort()).toEqual(['打个电话，帮着想办法 3', '看一看，给个答复 2', '看一看，给个答复 3']);
    await community.must(STAFF, 'rectification.decideObjection', { rectificationId, isUpheld: false, note: '查过，那几天没停' });
    await community.advance(30 * DAY_MS);
    for (let times = 0; times < 2; times += 1) await community.runJobs();
    expect(community.document<Rectification>('rectifications', rectificationId)).toMatchObject({ state: 'escalated', escalation: { cause: 'overdue' } });
    expect(tasksOf(rectificationId)).toEqual(['两边谈谈，写下怎么办 2']);
    expect((await community.refused(MERCHANT, 'rectification.answer', { rectificationId, words: '现在改' })).code).toBe('RECTIFICATION_CHANGED');
    expect((await community.refused(STAFF, 'rectification.close', { rectificationId, outcome: 'talked', note: '谈了' })).code).toBe('OUT_OF_AREA');
    await confirmedFor(community, NEIGHBOUR, false);
    await community.must(ADMIN, 'rectification.close', { rectificationId, outcome: 'talked', note: '两边谈过，下个月再看' });
    await community.runJobs();
    expect(orders().every(isRectificationCoherent)).toBe(true);
    expect(orders().map(({ state }) => state)).toEqual(['closed', 'closed', 'closed']);
    expect(tasksOf(rectificationId)).toEqual([]);
  });
});
