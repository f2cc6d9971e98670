import type { Notice } from '../../cloudfunctions/core/notice/notice';
import type { Transfer } from '../../cloudfunctions/core/ledger/transfer';
import type { Task } from '../../cloudfunctions/core/staff/task';
import { Community, COMMUNITY, DAY_MS, DISTRICT, HOUR_MS, MERCHANT, NEIGHBOUR, newOperation, OTHER_COMMUNITY, OUTSIDE_STAFF, POSTER, STAFF, STREET } from './support/community';
import { openWish } from './support/wish-steps';
import { WishSight } from './support/wish-sight';

/** A wish nobody claims: a named social worker, three choices, referrals of two hops, and never without an owner. */
const WORKER = 'oTestSocialWorkerZhou';
const STREET_STAFF = 'oTestStreetStaff';
const rice = { category: 'goods', title: '想要几袋米', shares: 3, shareNote: '一袋 5 公斤', estimatedValueFen: 24_000, urgency: 'urgent' } as const;

describe('a wish nobody claims', () => {
  let community: Community;
  let sight: WishSight;

  beforeAll(async () => {
    community = await Community.found();
    sight = new WishSight(community);
    for (const [openid, name, areaId] of [[WORKER, '周敏', COMMUNITY], [STREET_STAFF, '郑主任', COMMUNITY]] as const) await community.join(openid, name, areaId);
    await community.grant(WORKER, 'socialWorker', COMMUNITY);
    await community.grant(STREET_STAFF, 'socialWorker', STREET);
  });
  afterAll(async () => {
    await community.close();
  });

  /** Wishes that went the whole week without a giver. */
  const toldWishes = async (count: number): Promise<readonly string[]> => {
    const wishIds: string[] = [];
    while (wishIds.length < count) wishIds.push(await openWish(community, { ...rice, windowEndMs: community.nowMs() + 80 * DAY_MS }));
    await community.advance(7 * DAY_MS + HOUR_MS);
    await community.runJobs();
    return wishIds;
  };
  const toldWish = async (): Promise<string> => (await toldWishes(1))[0] ?? '';

  const posterReads = async (wishId: string): Promise<readonly string[]> => {
    const { memberId } = await community.me(POSTER);
    return community.documents<Notice>('notices').filter((notice) => notice.memberId === memberId && notice.target.wishId === wishId).map((notice) => `${notice.title}：${notice.body}`);
  };
  const tasksOf = (wishId: string): readonly Task[] => community.documents<Task>('tasks').filter((task) => task.wishId === wishId && task.state === 'open');

  test('goes to a named social worker; a claim meanwhile ends that, and the week counts anew', async () => {
    const wishId = await toldWish();
    expect(sight.openTask(wishId)).toMatchObject({ kind: 'unclaimed', assigneeName: '周敏' });
    expect((await community.refused(WORKER, 'staff.finishTask', { taskId: sight.openTask(wishId)?._id ?? '', note: '好了' })).code).toBe('NOT_ALLOWED');
    const { claimId } = await community.must(MERCHANT, 'wish.claim', { wishId, shares: 1 });
    expect(sight.openTasks(wishId)).toEqual([]);
    expect((await community.refused(WORKER, 'rescue.split', { wishId, shares: 9, shareNote: '一小袋' })).code).toBe('WISH_STATE_CHANGED');
    await community.must(MERCHANT, 'claim.giveBack', { wishId, claimId });
    await community.advance(7 * DAY_MS + HOUR_MS);
    await community.runJobs();
    expect(sight.openTask(wishId)).toMatchObject({ kind: 'unclaimed', reasonText: expect.stringContaining('第 2 次') });
  });

  test('is split: sums hold, the poster is told, the second chooser hears who was first; a week later it comes again', async () => {
    const wishId = await toldWish();
    expect((await community.refused(WORKER, 'rescue.split', { wishId, shares: 3, shareNote: '一袋' })).fields?.shares).toContain('3 份');
    expect((await community.refused(WORKER, 'rescue.split', { wishId, shares: 61, shareNote: '一袋' })).code).toBe('BAD_INPUT');
    expect((await community.refused(OUTSIDE_STAFF, 'rescue.split', { wishId, shares: 9, shareNote: '一袋' })).code).toBe('OUT_OF_AREA');
    expect((await community.refused(POSTER, 'rescue.split', { wishId, shares: 9, shareNote: '一袋' })).code).toBe('NOT_ALLOWED');
    const input = { wishId, shares: 12, shareNote: '1 公斤米' };
    const answers = await Promise.all([community.send(WORKER, 'rescue.split', input), community.send(STAFF, 'rescue.payFromProject', { wishId, projectName: '互助金', amountFen: 20_000, deliverAtMs: community.nowMs() + DAY_MS })]);
    expect(answers.filter((answer) => answer.ok === true)).toHaveLength(1);
    const refused = answers.find((answer) => answer.ok === false);
    expect(refused?.ok === false && refused.error.message).toMatch(/刚刚选好了|有着落/);
    const other = await toldWish();
    const operation = newOperation();
    await community.must(WORKER, 'rescue.split', { ...input, wishId: other }, operation);
    await community.must(WORKER, 'rescue.split', { ...input, wishId: other }, operation);
    expect(sight.wish(other)).toMatchObject({ sharesWanted: 12, sharesLeft: 12, shareNote: '1 公斤米' });
    expect(sight.openTasks(other)).toEqual([]);
    expect((await posterReads(other)).filter((text) => text.includes('拆小了'))).toHaveLength(1);
    expect((await community.must(POSTER, 'wish.get', { wishId: other })).rescue?.choices).toHaveLength(1);
    expect((await community.must(NEIGHBOUR, 'wish.get', { wishId: other })).rescue).toBeNull();
    await community.advance(7 * DAY_MS + HOUR_MS);
    await community.runJobs();
    expect(sight.openTask(other)?.reasonText).toContain('第 2 次');
  });

  test('is paid from a project, delivered and confirmed as usual, without points', async () => {
    const wishId = await toldWish();
    const payment = { wishId, projectName: '邻里互助金', amountFen: 24_000, deliverAtMs: community.nowMs() + 2 * DAY_MS };
    expect((await community.refused(WORKER, 'rescue.payFromProject', { ...payment, amountFen: 24_001 })).fields?.amountFen).toContain('240');
    await community.must(WORKER, 'rescue.payFromProject', payment);
    expect(sight.openTasks(wishId)).toEqual([]);
    const [claim] = Object.values(sight.wish(wishId).claims);
    expect(claim).toMatchObject({ giverKind: 'project', state: 'planned', shares: 3, projectAmountFen: 24_000 });
    expect((await community.must(WORKER, 'claim.mine', { open: true })).items.map((item) => item.wishId)).toContain(wishId);
    expect((await community.must(NEIGHBOUR, 'wish.get', { wishId })).helpers[0]?.name).toBe('邻里互助金');
    const proof = await community.upload(WORKER, 'proof');
    await community.must(WORKER, 'claim.deliver', { wishId, claimId: claim?.claimId ?? '', note: '送到了', proofFileIds: [proof] });
    await community.must(POSTER, 'claim.confirm', { wishId, claimId: claim?.claimId ?? '' });
    await community.runJobs();
    expect(sight.wish(wishId).state).toBe('completed');
    expect(community.documents<Transfer>('transfers').filter((transfer) => JSON.stringify(transfer).includes(wishId))).toEqual([]);
  });

  test('nobody chooses within 24 working hours: the street gets a task of its own, and any choice ends both', async () => {
    const wishId = await toldWish();
    await community.advance(6 * DAY_MS);
    await community.runJobs();
    expect([...sight.openTasks(wishId)].sort()).toEqual(['unclaimed', 'unclaimedLate']);
    expect(tasksOf(wishId).find((task) => task.kind === 'unclaimedLate')).toMatchObject({ assigneeName: '郑主任', areaIds: [DISTRICT, STREET] });
    await community.must(STREET_STAFF, 'rescue.split', { wishId, shares: 6, shareNote: '半袋' });
    expect(sight.openTasks(wishId)).toEqual([]);
  });

  const refer = (wishId: string, toAreaId: string, toRole: 'staff' | 'socialWorker' = 'staff') => ({ wishId, class: 'transfer' as const, toAreaId, toRole, reason: '我们这儿没有这个资源' });

  test('is referred: off the wall, offered to the other community, which accepts and finishes', async () => {
    const wishId = await toldWish();
    expect((await community.refused(WORKER, 'rescue.refer', refer(wishId, COMMUNITY))).fields?.toAreaId).toBeDefined();
    expect((await community.refused(WORKER, 'rescue.refer', refer(wishId, 'd01-s09'))).fields?.toAreaId).toBeDefined();
    await community.must(WORKER, 'rescue.refer', refer(wishId, OTHER_COMMUNITY));
    expect(sight.wish(wishId)).toMatchObject({ state: 'referred', wallState: 'hidden' });
    expect(tasksOf(wishId)).toMatchObject([{ kind: 'referralOffer', subjectId: wishId, areaIds: [DISTRICT, STREET, OTHER_COMMUNITY] }]);
    const { items } = await community.must(OUTSIDE_STAFF, 'referral.list', {});
    expect(items.map((item) => [item.wishId, item.canAccept])).toEqual([[wishId, true]]);
    expect(JSON.stringify(items)).not.toContain('赵阿姨');
    expect((await community.refused(WORKER, 'referral.accept', { wishId })).code).toBe('NOT_ALLOWED');
    const operation = newOperation();
    await community.must(OUTSIDE_STAFF, 'referral.accept', { wishId }, operation);
    await community.must(OUTSIDE_STAFF, 'referral.accept', { wishId }, operation);
    expect(sight.openTasks(wishId)).toEqual([]);
    expect((await posterReads(wishId)).filter((text) => text.includes('柳岸社区接下了'))).toHaveLength(1);
    expect((await community.must(POSTER, 'wish.get', { wishId })).rescue?.referral).toMatchObject({ state: 'accepted', ownerName: '邻站小陈' });
    await community.advance(31 * DAY_MS);
    await community.runJobs();
    expect(sight.openTask(wishId)).toMatchObject({ kind: 'referralReport', areaIds: [DISTRICT, STREET, OTHER_COMMUNITY] });
    expect((await community.refused(STAFF, 'referral.finish', { wishId, outcome: 'helped', note: '好了' })).code).toBe('NOT_ALLOWED');
    await community.must(OUTSIDE_STAFF, 'referral.finish', { wishId, outcome: 'helped', note: '柳岸的粮店送来了三袋米。' });
    await community.runJobs();
    expect(sight.wish(wishId)).toMatchObject({ state: 'completed', referralAreaIds: [] });
    expect(sight.openTasks(wishId)).toEqual([]);
    expect((await community.must(OUTSIDE_STAFF, 'referral.list', {})).items).toEqual([]);
  });

  test('late, declined, a second hop and no third; then back on the wall', async () => {
    const wishId = await toldWish();
    await community.must(WORKER, 'rescue.refer', refer(wishId, OTHER_COMMUNITY));
    await community.advance(6 * DAY_MS);
    await community.runJobs();
    expect(tasksOf(wishId)).toMatchObject([{ kind: 'referralReturned', assigneeName: '周敏' }]);
    expect((await community.refused(OUTSIDE_STAFF, 'referral.accept', { wishId })).code).toBe('WISH_STATE_CHANGED');
    await community.must(WORKER, 'referral.refer', refer(wishId, STREET, 'socialWorker'));
    expect(tasksOf(wishId)).toMatchObject([{ kind: 'referralOffer', assigneeName: '郑主任' }]);
    await community.must(STREET_STAFF, 'referral.decline', { wishId, reason: '街道这个月没有米了' });
    expect((await community.refused(WORKER, 'referral.refer', refer(wishId, DISTRICT))).message).toContain('负责到底');
    await community.advance(6 * DAY_MS);
    await community.runJobs();
    expect(tasksOf(wishId)).toMatchObject([{ kind: 'referralStuck', areaIds: [DISTRICT, STREET] }]);
    await community.must(WORKER, 'referral.finish', { wishId, outcome: 'backToWall', note: '粮站下周有货，再等等邻居。' });
    expect(sight.wish(wishId)).toMatchObject({ state: 'open', wallState: 'claimable' });
    expect(sight.openTasks(wishId)).toEqual([]);
    await community.must(NEIGHBOUR, 'wish.claim', { wishId, shares: 3 });
  });

  test('two of the receiving side at once: one accepts, the other is told', async () => {
    const second = 'oTestStaffFarSecond';
    await community.join(second, '小吴', OTHER_COMMUNITY);
    await community.grant(second, 'staff', OTHER_COMMUNITY);
    const wishId = await toldWish();
    await community.must(WORKER, 'rescue.refer', refer(wishId, OTHER_COMMUNITY));
    const answers = await Promise.all([OUTSIDE_STAFF, second].map((openid) => community.send(openid, 'referral.accept', { wishId })));
    expect(answers.filter((answer) => answer.ok === true)).toHaveLength(1);
    const refused = answers.find((answer) => answer.ok === false);
    expect(refused?.ok === false && refused.error.message).toContain('刚刚接下了');
    expect((await community.refused(NEIGHBOUR, 'referral.get', { wishId })).code).toBe('NOT_ALLOWED');
    expect((await community.must(STAFF, 'referral.get', { wishId })).canFinish).toBe(false);
  });
});
