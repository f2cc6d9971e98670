import type { Benefit } from '../../cloudfunctions/core/benefit/benefit';
import type { Task } from '../../cloudfunctions/core/staff/task';
import { Community, COMMUNITY, DISTRICT, HOUR_MS, MERCHANT, NEIGHBOUR, newOperation, OUTSIDE_STAFF, POSTER, STAFF } from './support/community';
import { openWish, submitWish, wishInput } from './support/wish-steps';
import { WishSight } from './support/wish-sight';

/** Before a wish goes out: the list of benefits, the social worker, two reviewers, certificates, words put right. */
const WORKER = 'oTestSocialWorkerZhou';

const wheelchairs = { areaId: COMMUNITY, name: '残疾辅具', gives: '轮椅可以适配', whoMayGet: '有残疾人证的居民', whereToApply: '街道残联窗口', keywords: ['轮椅', '助听器'] };
const chairWish = { category: 'goods', title: '想借一辆轮椅', story: '推爸爸去看银杏', urgency: 'urgent' } as const;

describe('review', () => {
  let community: Community;
  let sight: WishSight;

  beforeAll(async () => {
    community = await Community.found();
    sight = new WishSight(community);
  });
  afterAll(async () => {
    await community.close();
  });

  test('staff keep the list of benefits; residents read it; a repeated call is one line', async () => {
    const operation = newOperation();
    const saved = await community.must(STAFF, 'benefit.save', wheelchairs, operation);
    expect(await community.must(STAFF, 'benefit.save', wheelchairs, operation)).toEqual(saved);
    expect((await community.refused(STAFF, 'benefit.save', { ...wheelchairs, name: '别的' }, operation)).code).toBe('OPERATION_REUSED');
    expect(community.documents<Benefit>('benefits')).toHaveLength(1);
    expect((await community.refused(OUTSIDE_STAFF, 'benefit.save', wheelchairs)).code).toBe('OUT_OF_AREA');
    expect((await community.refused(POSTER, 'benefit.save', wheelchairs)).code).toBe('NOT_ALLOWED');
    expect((await community.refused(OUTSIDE_STAFF, 'benefit.retire', { benefitId: saved.benefitId })).code).toBe('OUT_OF_AREA');
    const [shown] = await community.must(POSTER, 'benefit.list', {});
    expect(shown).toMatchObject({ name: '残疾辅具', canEdit: false, keywords: [], editorName: '' });
    const edited = await community.must(STAFF, 'benefit.save', { ...wheelchairs, benefitId: saved.benefitId, whereToApply: '社区驿站' });
    expect(edited).toMatchObject({ whereToApply: '社区驿站', benefitId: saved.benefitId });
    await community.must(STAFF, 'benefit.retire', { benefitId: saved.benefitId });
    expect(await community.must(POSTER, 'benefit.list', {})).toEqual([]);
    expect(await community.must(STAFF, 'benefit.list', { areaId: COMMUNITY, withRetired: true })).toHaveLength(1);
    await community.must(STAFF, 'benefit.retire', { benefitId: saved.benefitId, isActive: true });
    expect((await community.refused(POSTER, 'benefit.list', { areaId: 'd01-s01-c02' })).code).toBe('OUT_OF_AREA');
    expect(await community.must(POSTER, 'benefit.list', { areaId: DISTRICT })).toEqual([]);
  });

  test('without a social worker in the community staff weigh the benefit themselves', async () => {
    const wishId = await submitWish(community, chairWish);
    expect(sight.openTasks(wishId)).toEqual(['benefitCheck']);
    expect((await community.refused(STAFF, 'review.decide', { wishId, decision: { kind: 'approve' } })).message).toContain('残疾辅具');
    await community.must(STAFF, 'review.benefit', { wishId, decision: 'notApplicable' });
    expect(sight.openTasks(wishId)).toEqual(['review']);
    await community.must(STAFF, 'review.decide', { wishId, decision: { kind: 'approve' } });
    expect(sight.wish(wishId).state).toBe('open');
  });

  test('a hit goes to the social worker by name, then to the ordinary review; both help together', async () => {
    await community.join(WORKER, '周敏', COMMUNITY);
    await community.grant(WORKER, 'socialWorker', COMMUNITY);
    const wishId = await submitWish(community, chairWish);
    expect(sight.openTask(wishId)).toMatchObject({ kind: 'benefitCheck', assigneeName: '周敏', rank: 0 });
    expect((await community.refused(STAFF, 'review.benefit', { wishId, decision: 'together' })).code).toBe('NOT_ALLOWED');
    expect((await community.refused(OUTSIDE_STAFF, 'review.benefit', { wishId, decision: 'together' })).code).toBe('OUT_OF_AREA');
    expect((await community.refused(STAFF, 'staff.finishTask', { taskId: sight.openTask(wishId)?._id ?? '', note: '好了' })).code).toBe('NOT_ALLOWED');
    const operation = newOperation();
    await community.must(WORKER, 'review.benefit', { wishId, decision: 'together' }, operation);
    await community.must(WORKER, 'review.benefit', { wishId, decision: 'together' }, operation);
    expect((await community.refused(WORKER, 'review.benefit', { wishId, decision: 'applyOnly' })).message).toContain('周敏');
    expect([...sight.openTasks(wishId)].sort()).toEqual(['benefitHelp', 'review']);
    expect(sight.notices(wishId)).toContain('政府的补贴也可以申请');
    const view = await community.must(STAFF, 'review.get', { wishId });
    expect(view.benefits).toMatchObject({ state: 'together', byName: '周敏', hits: [{ name: '残疾辅具' }] });
  });

  test('what government gives is refused with its name, and somebody helps to apply', async () => {
    const wishId = await submitWish(community, { ...chairWish, urgency: 'normal' });
    await community.must(WORKER, 'review.benefit', { wishId, decision: 'applyOnly', note: '明天上午我过来。' });
    expect(sight.wish(wishId).state).toBe('refused');
    expect(sight.openTasks(wishId)).toEqual(['benefitHelp']);
    const detail = await community.must(POSTER, 'wish.get', { wishId });
    expect(detail.reviewNote).toContain('残疾辅具');
    expect(detail.reviewNote).toContain('明天上午');
    await community.must(WORKER, 'staff.finishTask', { taskId: sight.openTask(wishId)?._id ?? '', note: '陪着填好表' });
    expect(sight.openTasks(wishId)).toEqual([]);
  });

  test('what staff write to the poster is looked at first', async () => {
    const wishId = await submitWish(community, { ...chairWish, urgency: 'normal' });
    for (const note of ['违禁的话', '存疑的话']) expect((await community.refused(WORKER, 'review.benefit', { wishId, decision: 'applyOnly', note })).code).toBe('TEXT_RISKY');
    expect((await community.refused(STAFF, 'review.decide', { wishId, decision: { kind: 'ask', note: '违禁的问题' } })).code).toBe('TEXT_RISKY');
    expect(sight.openTasks(wishId)).toEqual(['benefitCheck']);
    await community.must(POSTER, 'wish.withdraw', { wishId });
  });

  test('an answer brings a wish back to the social worker while the benefit is not weighed', async () => {
    const wishId = await submitWish(community, chairWish);
    await community.must(STAFF, 'review.decide', { wishId, decision: { kind: 'ask', note: '有残疾人证吗' } });
    expect(sight.openTasks(wishId)).toEqual([]);
    await community.must(POSTER, 'wish.answer', { wishId, answer: '有，二级' });
    expect(sight.openTasks(wishId)).toEqual(['benefitCheck']);
    await community.must(POSTER, 'wish.withdraw', { wishId });
    expect(sight.openTasks(wishId)).toEqual([]);
  });

  test('two reviewers at once: one decides, the other is told who it was', async () => {
    const second = 'oTestStaffSecond';
    await community.join(second, '小林', COMMUNITY);
    await community.grant(second, 'staff', COMMUNITY);
    const wishId = await submitWish(community, { urgency: 'urgent' });
    const answers = await Promise.all([STAFF, second].map((openid) => community.send(openid, 'review.decide', { wishId, decision: openid === STAFF ? { kind: 'approve' } : { kind: 'refuse', note: '和上个月的重复了' } })));
    const refused = answers.filter((answer) => answer.ok === false);
    expect(answers.filter((answer) => answer.ok === true)).toHaveLength(1);
    expect(refused[0]?.ok === false && refused[0].error.message).toMatch(/(何静|小林)刚刚已经看过：(通过|退回)/);
  });

  test('spelling is put right while approving, and the poster is told', async () => {
    const wishId = await submitWish(community, { title: '想找人一起下向棋', category: 'companionship', urgency: 'urgent' });
    await community.must(STAFF, 'review.decide', { wishId, decision: { kind: 'approve', title: '想找人一起下象棋' } });
    expect(sight.wish(wishId).title).toBe('想找人一起下象棋');
    const { items } = await community.must(POSTER, 'notice.inbox', {});
    expect(items.find((item) => item.target.wishId === wishId && item.title.includes('通过'))?.body).toContain('顺了顺字句');
    const wall = await community.must(NEIGHBOUR, 'wish.wall', { sort: 'new', search: '象棋' });
    expect(wall.items.map((item) => item.wishId)).toContain(wishId);
  });

  test('like wishes of the community and saved sentences stand beside a review', async () => {
    const first = await openWish(community, { title: '想找人教我用手机挂号', category: 'skill', urgency: 'urgent' }, NEIGHBOUR);
    const wishId = await submitWish(community, { title: '教教我用手机挂号吧', category: 'skill', urgency: 'urgent' });
    expect((await community.must(STAFF, 'review.aids', { wishId })).nearby.map((card) => card.wishId)).toEqual([first]);
    const save = { wishId, kind: 'ask', text: '请写清是几号楼下的灯', isKept: true } as const;
    await community.must(STAFF, 'review.saveReason', save);
    await community.must(STAFF, 'review.saveReason', save);
    expect((await community.must(STAFF, 'review.aids', { wishId })).askReasons.filter((text) => text === save.text)).toHaveLength(1);
    expect((await community.must(STAFF, 'review.saveReason', { ...save, isKept: false })).reasons).toEqual([]);
    expect((await community.refused(OUTSIDE_STAFF, 'review.aids', { wishId })).code).toBe('OUT_OF_AREA');
  });

  test('a repair the law asks a certificate for is claimed by a shop, not by a neighbour', async () => {
    const wishId = await openWish(community, { title: '一开空调就跳闸', urgency: 'urgent' });
    expect((await community.must(NEIGHBOUR, 'wish.get', { wishId })).tradeCertificate).toBe('electrical');
    expect((await community.refused(NEIGHBOUR, 'wish.claim', { wishId, shares: 1 })).code).toBe('CLAIM_NEEDS_CERTIFICATE');
    expect((await community.refused(MERCHANT, 'wish.claim', { wishId, shares: 1 })).code).toBe('CLAIM_NEEDS_CERTIFICATE');
    await community.must(MERCHANT, 'wish.claim', { wishId, shares: 1, as: { kind: 'merchant' } });
  });

  test('urgent wishes stand first in the queue, whatever time the others have left', async () => {
    await submitWish(community, { category: 'skill', title: '想学包粽子' }, NEIGHBOUR);
    await community.advance(HOUR_MS);
    const urgent = await submitWish(community, { urgency: 'urgent', category: 'skill', title: '想请人教孩子骑车' });
    const { items } = await community.must(STAFF, 'staff.queue', { areaId: COMMUNITY });
    const lastUrgent = items.map((task) => task.isUrgent).lastIndexOf(true);
    expect(items.slice(0, lastUrgent + 1).every((task) => task.isUrgent)).toBe(true);
    expect(items.find((task) => task.wishId === urgent)?.isUrgent).toBe(true);
    expect(community.documents<Task>('tasks').every((task) => task.rank === 0 || task.rank === 1)).toBe(true);
  });

  test('a repeated submission answers the same, also when the household could not post a new one', async () => {
    const operation = newOperation();
    const input = wishInput(community, { category: 'skill', title: '想学用打车软件', windowEndMs: community.nowMs() + 20 * 24 * HOUR_MS });
    const first = await community.must(MERCHANT, 'wish.submit', input, operation);
    for (const title of ['想学打字', '想学拍照']) await submitWish(community, { category: 'skill', title }, MERCHANT);
    expect(await community.must(MERCHANT, 'wish.submit', input, operation)).toEqual(first);
    expect((await community.refused(MERCHANT, 'wish.submit', { ...input, title: '别的事' }, operation)).code).toBe('OPERATION_REUSED');
  });
});
