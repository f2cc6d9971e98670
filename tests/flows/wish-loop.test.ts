import type { Notice } from '../../cloudfunctions/core/notice/notice';
import type { Wish } from '../../cloudfunctions/core/wish/wish';
import { Community, DAY_MS, HOUR_MS, MERCHANT, NEIGHBOUR, OUTSIDER, POSTER, STAFF } from './support/community';
import { confirmedWish, deliveredWish, heldWish, openWish, planOf, plannedWish, ratingOf, submitWish, wishInput } from './support/wish-steps';
import { WishSight } from './support/wish-sight';

/** The program's main job from end to end, and every clock of it, on the deployed bundles. */
describe('the wish loop', () => {
  let community: Community;
  let sight: WishSight;
  beforeAll(async () => {
    community = await Community.found();
    sight = new WishSight(community);
  });
  afterAll(async () => {
    await community.close();
  });

  test('submitted, approved, claimed, planned, delivered, confirmed, rated: everybody is told, both see points, after seven days they are posted', async () => {
    const wishId = await submitWish(community);
    expect(sight.wish(wishId)).toMatchObject({ state: 'review', wallState: 'hidden', outbox: {}, pendingEvents: 0 });
    const queue = await community.must(STAFF, 'staff.queue', {});
    expect(queue.items).toEqual([expect.objectContaining({ kind: 'review', wishId, actionText: '去审核', workingMinutesLeft: 24 * 60 })]);

    await community.must(STAFF, 'review.decide', { wishId, decision: { kind: 'approve' } });
    expect(sight.openTasks(wishId)).toEqual([]);
    const wall = await community.must(NEIGHBOUR, 'wish.wall', { sort: 'near' });
    expect(wall.items.map((card) => [card.wishId, card.placeText, card.posterText])).toContainEqual([wishId, '本小区', '邻居发的']);

    const held = await community.must(MERCHANT, 'wish.claim', { wishId, shares: 1, as: { kind: 'merchant' } });
    expect(held).toMatchObject({ state: 'held', nextStep: 'plan', shares: 1 });
    expect(held.holdUntilMs - held.heldAtMs).toBe(72 * HOUR_MS);
    expect(await sight.todos(MERCHANT, wishId)).toEqual([expect.stringContaining('哪天去修')]);
    expect(sight.wish(wishId)).toMatchObject({ wallState: 'taken', sharesLeft: 0, sharesHeld: 1 });

    const loop = { wishId, claimId: held.claimId };
    expect((await community.must(MERCHANT, 'claim.plan', planOf(community, loop))).state).toBe('planned');
    expect(await sight.todos(MERCHANT, wishId)).toEqual([expect.stringContaining('修好了吗')]);
    const proof = await community.upload(MERCHANT, 'proof');
    expect((await community.must(MERCHANT, 'claim.deliver', { ...loop, note: '换好了', proofFileIds: [proof] })).state).toBe('delivered');
    expect(await sight.todos(MERCHANT, wishId)).toEqual([]);
    expect(await sight.todos(POSTER, wishId)).toEqual([expect.stringContaining('修好了吗')]);

    expect(await community.must(POSTER, 'claim.confirm', loop)).toEqual({ ...loop, canRate: true });
    expect(sight.wish(wishId)).toMatchObject({ state: 'completed', wallState: 'done', isLive: false, sharesDelivered: 1 });
    await community.advance(60_000);
    await community.must(POSTER, 'rating.rate', ratingOf(loop));
    expect((await community.must(POSTER, 'rating.mine', {})).items[0]).toMatchObject({ pointState: 'waiting', points: 1 });
    await community.runJobs();
    expect(await sight.todos(POSTER, wishId)).toEqual([]);
    expect(await community.must(MERCHANT, 'points.mine', {})).toMatchObject({ points: 0, pendingPoints: 5 });
    expect(await community.must(POSTER, 'points.mine', {})).toMatchObject({ points: 0, pendingPoints: 1 });
    expect(await community.must(NEIGHBOUR, 'wish.doneThisWeek', {})).toEqual({ count: 1, isAtLeast: false });

    await community.advance(7 * DAY_MS + HOUR_MS);
    await community.runJobs();
    expect(await community.must(MERCHANT, 'points.mine', {})).toMatchObject({ points: 5, pendingPoints: 0 });
    expect(await community.must(POSTER, 'points.mine', {})).toMatchObject({ points: 1, pendingPoints: 0 });
    // The last clock of a wish that came true: its recipient may be invited to help, once.
    await community.advance(8 * DAY_MS);
    await community.runJobs();
    expect(sight.wish(wishId)).toMatchObject({ outbox: {}, wakeAtMs: 4_102_444_800_000 });
  });

  test('a hold that nobody plans is reminded of, then released by itself with notice', async () => {
    const { wishId } = await heldWish(community);
    await community.advance(49 * HOUR_MS);
    await community.runJobs();
    expect(sight.notices(wishId)).toContain('快到时间了，哪天去修？');
    await community.advance(24 * HOUR_MS);
    await community.runJobs();
    expect(sight.wish(wishId)).toMatchObject({ sharesLeft: 1, sharesHeld: 0, activeClaimerIds: [], wallState: 'claimable' });
    expect(sight.notices(wishId)).toContain('到期放回了');
    expect(await sight.todos(MERCHANT, wishId)).toEqual([]);
    const again = await community.must(MERCHANT, 'wish.claim', { wishId, shares: 1 });
    expect(again.state).toBe('held');
    await community.must(MERCHANT, 'claim.giveBack', { wishId, claimId: again.claimId });
  });

  test('a plan that is not kept: staff are told, the giver may not take more, then it is released and they may', async () => {
    const { wishId } = await plannedWish(community, { urgency: 'urgent' });
    const other = await openWish(community, { urgency: 'urgent' });
    await community.advance(7 * DAY_MS + HOUR_MS);
    await community.runJobs();
    expect(sight.openTasks(wishId)).toEqual(['deliveryOverdue']);
    expect((await community.refused(MERCHANT, 'wish.claim', { wishId: other, shares: 1 })).code).toBe('CLAIM_OVERDUE_ELSEWHERE');
    await community.advance(2 * DAY_MS);
    await community.runJobs();
    expect(sight.wish(wishId).sharesLeft).toBe(1);
    expect(sight.openTasks(wishId)).toEqual([]);
    const claim = await community.must(MERCHANT, 'wish.claim', { wishId: other, shares: 1 });
    await community.must(MERCHANT, 'claim.giveBack', { wishId: other, claimId: claim.claimId });
  });

  test('nobody confirms: staff follow up, may confirm for the recipient, and the task closes', async () => {
    const loop = await deliveredWish(community, { urgency: 'urgent' });
    await sight.photosChecked(loop.wishId);
    await community.advance(5 * DAY_MS + HOUR_MS);
    await community.runJobs();
    expect(sight.openTasks(loop.wishId)).toEqual(['confirmOverdue']);
    const task = sight.openTask(loop.wishId);
    expect((await community.refused(STAFF, 'staff.finishTask', { taskId: task?._id ?? '', note: '问过了' })).code).toBe('NOT_ALLOWED');
    expect(await community.must(STAFF, 'claim.confirm', loop)).toEqual({ ...loop, canRate: false });
    expect(sight.openTasks(loop.wishId)).toEqual([]);
    expect(sight.wish(loop.wishId).state).toBe('completed');
  });

  test('asked back, answered, refused: the poster reads why, the budget has its place again', async () => {
    const wishId = await submitWish(community);
    await community.must(STAFF, 'review.decide', { wishId, decision: { kind: 'ask', note: '请说清楚是哪盏灯' } });
    expect(await sight.todos(POSTER, wishId)).toEqual(['社区想请您补一句']);
    const answered = await community.must(POSTER, 'wish.answer', { wishId, answer: '厨房灶台上面那盏' });
    expect(answered.reviewDueAtMs).toBeGreaterThan(community.nowMs());
    expect(await sight.todos(POSTER, wishId)).toEqual([]);
    await community.must(STAFF, 'review.decide', { wishId, decision: { kind: 'refuse', note: '和正在办的重复了' } });
    expect((await community.must(POSTER, 'wish.get', { wishId })).reviewNote).toBe('和正在办的重复了');
    expect((await community.refused(NEIGHBOUR, 'wish.get', { wishId })).code).toBe('NOT_FOUND');
    expect(sight.wish(wishId)).toMatchObject({ state: 'refused', isLive: false });
  });

  test('three open wishes a household; urgent ones and ended ones do not count', async () => {
    const poster = 'oTestBudgetPoster';
    await community.join(poster, '钱叔', 'd01-s01-c01-g01');
    const wishIds: string[] = [];
    for (let count = 0; count < 3; count += 1) wishIds.push(await submitWish(community, {}, poster));
    expect((await community.refused(poster, 'wish.submit', wishInput(community))).code).toBe('WISH_BUDGET_USED');
    await submitWish(community, { urgency: 'urgent' }, poster);
    await community.must(poster, 'wish.withdraw', { wishId: wishIds[0] ?? '' });
    await submitWish(community, {}, poster);
    expect(await community.must(poster, 'wish.similar', { category: 'repair' })).toHaveLength(4);
  });
});

describe('what surrounds the loop', () => {
  let community: Community;
  let sight: WishSight;
  beforeAll(async () => {
    community = await Community.found();
    sight = new WishSight(community);
  });
  afterAll(async () => {
    await community.close();
  });

  test('a document that fails holds up no other, and a run that is killed is taken over', async () => {
    const wishes = [await heldWish(community, { urgency: 'urgent' }), await heldWish(community, { urgency: 'urgent' }), await heldWish(community, { urgency: 'urgent' })];
    await community.advance(73 * HOUR_MS);
    // The lease and the list of what is due come first; what fails is the reading of one wish.
    await community.arm({ function: 'jobs', kind: 'error', nth: 4, times: 1 });
    await community.cloud.control('jobs', {});
    const released = (): number => wishes.filter(({ wishId }) => sight.wish(wishId).sharesLeft === 1).length;
    expect(released()).toBeGreaterThanOrEqual(2);
    await community.arm({ function: 'jobs', kind: 'kill', nth: 3, times: 1 });
    await community.advance(3 * 60_000);
    await community.cloud.control('jobs', {});
    await community.arm();
    await community.advance(2 * 60_000);
    await community.runJobs();
    expect(released()).toBe(3);
    expect(wishes.map(({ wishId }) => sight.wish(wishId).pendingEvents)).toEqual([0, 0, 0]);
  });

  test('unclaimed for seven days: a social worker is told and so is the poster; at the end of its window it expires', async () => {
    const wishId = await openWish(community, { urgency: 'urgent', windowEndMs: community.nowMs() + 9 * DAY_MS });
    await community.advance(7 * DAY_MS + HOUR_MS);
    await community.runJobs();
    expect(sight.openTasks(wishId)).toEqual(['unclaimed']);
    expect(sight.notices(wishId)).toContain('社工来一起想办法');
    await community.advance(3 * DAY_MS);
    await community.runJobs();
    expect(sight.wish(wishId)).toMatchObject({ state: 'expired', wallState: 'hidden', isLive: false });
    expect(sight.openTasks(wishId)).toEqual([]);
  });

  test('photos stay hidden until the content check answers; without an answer a person looks', async () => {
    const photo = await community.upload(POSTER, 'wishPhoto');
    const wishId = await openWish(community, { urgency: 'urgent', photoFileIds: [photo] });
    await sight.photosChecked(wishId);
    await community.runJobs();
    const detail = await community.must(NEIGHBOUR, 'wish.get', { wishId });
    expect(detail.photos).toEqual([{ photoId: expect.any(String), url: expect.stringMatching(/^http/), state: 'shown' }]);

    await community.arm({ callback: 'media', mode: 'lost' } as never);
    const lost = await openWish(community, { urgency: 'urgent', photoFileIds: [await community.upload(POSTER, 'wishPhoto')] });
    await community.advance(31 * 60_000);
    await community.runJobs();
    await community.arm();
    expect(Object.values(sight.wish(lost).photos).map((entry) => entry.state)).toEqual(['human']);
    expect(sight.openTasks(lost)).toEqual(['photoReview']);
    const [photoId] = Object.keys(sight.wish(lost).photos);
    await community.must(STAFF, 'review.photo', { wishId: lost, photoId: photoId ?? '', verdict: 'show' });
    expect(sight.openTasks(lost)).toEqual([]);
    expect((await community.must(NEIGHBOUR, 'wish.get', { wishId: lost })).photos).toHaveLength(1);
  });

  test('posted for somebody: the name is sealed, only the reviewer reads it, and the reading is in the audit', async () => {
    const consent = await community.upload(POSTER, 'consent');
    const wishId = await submitWish(community, { urgency: 'urgent', onBehalf: { beneficiaryName: '张桂兰', relation: '楼上邻居', consent: { kind: 'paper', fileId: consent } } });
    expect(JSON.stringify(sight.wish(wishId))).not.toContain('张桂兰');
    const review = await community.must(STAFF, 'review.get', { wishId });
    expect(review.onBehalf).toMatchObject({ beneficiaryName: '张桂兰', relation: '楼上邻居', consentUrl: expect.stringMatching(/^http/) });
    expect(review.checks.every((check) => check.text !== '')).toBe(true);
    expect(community.documents<{ subjectId: string }>('audit').filter((line) => line.subjectId === wishId)).toHaveLength(1);
    await community.must(STAFF, 'review.decide', { wishId, decision: { kind: 'approve' } });
    const seen = JSON.stringify(await community.must(NEIGHBOUR, 'wish.get', { wishId }));
    expect(seen).not.toContain('张桂兰');
    expect(seen).not.toContain('oTest');
    expect(seen).toContain('邻居代发');
  });

  test('the wall: rings, categories, urgency, search, pages without gaps or repeats', async () => {
    const poster = 'oTestWallPoster';
    await community.join(poster, '孙姐', 'd01-s01-c02');
    for (let index = 0; index < 24; index += 1) {
      const input = wishInput(community, { urgency: index % 3 === 0 ? 'urgent' : 'normal', category: 'study', title: `四年级数学盼人讲讲，第${index}题` });
      const { wishId } = await community.must(STAFF, 'wish.submit', { ...input, areaId: 'd01-s01-c01' });
      await community.must(STAFF, 'review.decide', { wishId, decision: { kind: 'approve' } });
    }
    for (const sort of ['near', 'soon', 'new'] as const) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: { readonly items: readonly { readonly wishId: string }[]; readonly nextCursor: string | null } = await community.must(OUTSIDER, 'wish.wall', { sort, category: 'study', cursor });
        seen.push(...page.items.map((card) => card.wishId));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect({ sort, count: new Set(seen).size }).toEqual({ sort, count: 24 });
      expect(seen).toHaveLength(24);
    }
    const urgent = await community.must(NEIGHBOUR, 'wish.wall', { sort: 'near', urgentOnly: true, category: 'study' });
    expect(urgent.items).toHaveLength(8);
    const found = await community.must(NEIGHBOUR, 'wish.wall', { sort: 'new', search: '数学 第7题' });
    expect(found.items.map((card) => card.title)).toEqual(['四年级数学盼人讲讲，第7题']);
    expect((await community.must(NEIGHBOUR, 'wish.wall', { sort: 'new', search: '没有这种事' })).items).toEqual([]);
    expect((await community.refused(NEIGHBOUR, 'wish.wall', { sort: 'new', cursor: 'bm90LWEtY3Vyc29y' })).code).toBe('BAD_INPUT');
  });

  test('a wish in full, shared by several, is completed when the last of them is confirmed', async () => {
    const wishId = await openWish(community, { urgency: 'urgent', shares: 3, category: 'goods', title: '三位老人，各盼一袋米', shareNote: '5 公斤米' });
    const first = await community.must(NEIGHBOUR, 'wish.claim', { wishId, shares: 2 });
    const second = await community.must(OUTSIDER, 'wish.claim', { wishId, shares: 1 });
    for (const [openid, claimId] of [[NEIGHBOUR, first.claimId], [OUTSIDER, second.claimId]] as const) {
      await community.must(openid, 'claim.deliver', { wishId, claimId, proofFileIds: [await community.upload(openid, 'proof')] });
      await community.must(POSTER, 'claim.confirm', { wishId, claimId });
    }
    expect(sight.wish(wishId)).toMatchObject({ state: 'completed', sharesDelivered: 3, wallState: 'done' });
    const detail = await community.must(MERCHANT, 'wish.get', { wishId });
    expect(detail.helpers.map((helper) => helper.name)).toEqual(['刘*', '远*']);
    expect((await community.must(NEIGHBOUR, 'claim.mine', { open: false })).items.map((claim) => claim.claimId)).toContain(first.claimId);
  });
});

test('confirmedWish leaves a wish that nobody has to touch again', async () => {
  const community = await Community.found();
  try {
    const { wishId } = await confirmedWish(community);
    await community.runJobs();
    expect(community.document<Wish>('wishes', wishId)).toMatchObject({ state: 'completed', outbox: {} });
    await community.advance(15 * DAY_MS);
    await community.runJobs();
    // The question about the help was put away; nothing is left to look at.
    expect(community.document<Wish>('wishes', wishId)).toMatchObject({ outbox: {}, wakeAtMs: 4_102_444_800_000 });
    expect(community.documents<Notice>('notices').filter((notice) => notice.todoState === 'open')).toEqual([]);
  } finally {
    await community.close();
  }
});
