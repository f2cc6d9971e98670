import type { ApiContract, RouteName } from '@contract';
import { COMMUNITY, Community, MERCHANT, NEIGHBOUR, newOperation, OUTSIDE_STAFF, OUTSIDER, POSTER, STAFF } from './support/community';
import { heldWish, openWish, planOf, plannedWish, submitWish, wishInput } from './support/wish-steps';

/** Whatever comes in, the answer is a code of the table and a sentence a neighbour would understand. */
describe('bad input', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
  });
  afterAll(async () => {
    await community.close();
  });

  const expectChinese = (message: string): void => {
    expect(message).toMatch(/[\u4e00-\u9fff]/);
    expect(message).not.toMatch(/[a-z]{4,}/i);
  };

  const wrongSubmits: readonly (readonly [name: string, changes: Record<string, unknown>, field: string])[] = [
    ['an empty title', { title: '   ' }, 'title'],
    ['2,501 characters', { story: '长'.repeat(2501) }, 'story'],
    ['a string for a number', { shares: '3' }, 'shares'],
    ['half a share', { shares: 1.5 }, 'shares'],
    ['61 shares', { shares: 61 }, 'shares'],
    ['an operator in a string field', { title: { $ne: null } }, 'title'],
    ['an unknown field', { openid: 'oSomebodyElse' }, 'openid'],
    ['a category nobody knows', { category: 'cash' }, 'category'],
    ['seven photos', { photoFileIds: Array.from({ length: 7 }, (_unused, index) => `cloud://env.bucket/uploads/a/${index}.jpg`) }, 'photoFileIds'],
    ['control characters', { title: '灯\u0000坏了' }, 'title'],
  ];

  test.each(wrongSubmits)('%s is refused beside its field', async (_name, changes, field) => {
    const error = await community.refused(POSTER, 'wish.submit', { ...wishInput(community), ...changes });
    expect(error.code).toBe('BAD_INPUT');
    expect(Object.keys(error.fields ?? {})).toContain(field);
    expectChinese(error.message);
    for (const sentence of Object.values(error.fields ?? {})) expectChinese(sentence);
  });

  test('risky text is refused with a plain reason, doubtful text goes to a person', async () => {
    const error = await community.refused(POSTER, 'wish.submit', wishInput(community, { story: '这里有违禁的话' }));
    expect(error.code).toBe('TEXT_RISKY');
    expectChinese(error.message);
    const reply = await community.must(POSTER, 'wish.submit', wishInput(community, { title: '存疑的一句话', urgency: 'urgent' }));
    expect(reply.shownToHuman).toBe(true);
  });

  test('a call without a route, with an unknown one, or with one of the prototype', async () => {
    for (const route of [undefined, 'wish.delete', 'constructor', '__proto__', 'toString']) {
      const reply = await community.cloud.call('api', { route, input: {} } as object, POSTER);
      expect(reply.result).toMatchObject({ ok: false, error: { code: 'UNKNOWN_ROUTE' } });
    }
  });

  test('a change without an operation id', async () => {
    const reply = await community.cloud.call('api', { route: 'wish.submit', input: wishInput(community) }, POSTER);
    expect(reply.result).toMatchObject({ ok: false, error: { code: 'BAD_INPUT' } });
  });

  test('somebody who has not joined', async () => {
    expect((await community.refused('oTestStranger', 'wish.submit', wishInput(community))).code).toBe('NOT_JOINED');
    expect((await community.refused('oTestStranger', 'wish.wall', { sort: 'near' })).code).toBe('NOT_JOINED');
  });

  test('an identity in the event is not believed', async () => {
    const reply = await community.cloud.call('api', { route: 'member.me', input: {}, openid: STAFF, OPENID: STAFF }, 'oTestStranger');
    expect(reply.result).toMatchObject({ ok: true, data: { joined: false } });
  });

  test("another person's file", async () => {
    const foreign = await community.upload(NEIGHBOUR, 'wishPhoto');
    expect((await community.refused(POSTER, 'wish.submit', wishInput(community, { photoFileIds: [foreign] }))).code).toBe('FILE_NOT_YOURS');
    const loop = await plannedWish(community, { urgency: 'urgent' });
    expect((await community.refused(MERCHANT, 'claim.deliver', { ...loop, proofFileIds: [foreign] })).code).toBe('FILE_NOT_YOURS');
  });

  test('a wish that is not there, and a claim that is not one’s own', async () => {
    expect((await community.refused(MERCHANT, 'wish.claim', { wishId: 'w_nowhere', shares: 1 })).code).toBe('NOT_FOUND');
    const loop = await heldWish(community, { urgency: 'urgent' });
    for (const route of ['claim.plan', 'claim.giveBack'] as const) {
      const input = route === 'claim.plan' ? planOf(community, loop) : loop;
      expect(['NOT_ALLOWED', 'NOT_FOUND']).toContain((await community.refused(NEIGHBOUR, route, input)).code);
    }
    expect(['NOT_ALLOWED', 'NOT_FOUND']).toContain((await community.refused(NEIGHBOUR, 'claim.confirm', loop)).code);
  });

  test('a role one does not have, an area that is not one’s own', async () => {
    const wishId = await submitWish(community, { urgency: 'urgent' });
    const decision = { wishId, decision: { kind: 'approve' } };
    expect((await community.refused(POSTER, 'review.decide', decision)).code).toBe('NOT_ALLOWED');
    expect((await community.refused(OUTSIDE_STAFF, 'review.decide', decision)).code).toBe('OUT_OF_AREA');
    expect((await community.refused(OUTSIDE_STAFF, 'review.get', { wishId })).code).toBe('OUT_OF_AREA');
    expect(['OUT_OF_AREA', 'NOT_ALLOWED']).toContain((await community.refused(OUTSIDE_STAFF, 'staff.queue', { areaId: COMMUNITY })).code);
    const { memberId } = await community.me(OUTSIDER);
    const role = { memberId, role: 'merchant', areaId: COMMUNITY, merchantName: '远方小店' };
    expect(['OUT_OF_AREA', 'ROLE_AREA_TOO_HIGH']).toContain((await community.refused(OUTSIDE_STAFF, 'member.grantRole', role)).code);
    expect((await community.refused(STAFF, 'member.grantRole', { ...role, role: 'administrator', areaId: 'd01' })).code).toMatch(/ROLE_AREA_TOO_HIGH|NOT_ALLOWED|OUT_OF_AREA/);
  });

  test('one’s own wish, more than is left, a wish not yet approved', async () => {
    const open = await openWish(community, { shares: 2, urgency: 'urgent' });
    expect((await community.refused(POSTER, 'wish.claim', { wishId: open, shares: 1 })).code).toBe('CLAIM_OWN_WISH');
    expect((await community.refused(NEIGHBOUR, 'wish.claim', { wishId: open, shares: 3 })).code).toBe('SHARES_NOT_ENOUGH');
    const waiting = await submitWish(community, { urgency: 'urgent' });
    expect(['WISH_STATE_CHANGED', 'NOT_FOUND']).toContain((await community.refused(NEIGHBOUR, 'wish.claim', { wishId: waiting, shares: 1 })).code);
  });

  test('over the cap, a day gone by, goods that may not be given, posting for somebody without consent', async () => {
    expect((await community.refused(POSTER, 'wish.submit', wishInput(community, { estimatedValueFen: 60_000 }))).code).toBe('WISH_OVER_CAP');
    expect((await community.refused(POSTER, 'wish.submit', wishInput(community, { windowEndMs: community.nowMs() - 3 * 86_400_000 }))).code).toBe('WISH_WINDOW_PAST');
    expect((await community.refused(POSTER, 'wish.submit', wishInput(community, { category: 'goods', title: '想要两罐婴儿奶粉' }))).code).toBe('WISH_NOT_ALLOWED_GOODS');
    expect((await community.refused(POSTER, 'wish.submit', { ...wishInput(community), onBehalf: { beneficiaryName: '张奶奶', relation: '邻居' } })).code).toBe('BAD_INPUT');
  });
});

describe('the same act twice', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
  });
  afterAll(async () => {
    await community.close();
  });

  test('the same tap twice is one wish, one claim, one plan', async () => {
    const operationId = newOperation();
    const input = wishInput(community);
    const [first, second] = await Promise.all([community.must(POSTER, 'wish.submit', input, operationId), community.must(POSTER, 'wish.submit', input, operationId)]);
    expect(second.wishId).toBe(first.wishId);
    await community.must(STAFF, 'review.decide', { wishId: first.wishId, decision: { kind: 'approve' } });
    const claimOperation = newOperation();
    const claim: ApiContract['wish.claim']['input'] = { wishId: first.wishId, shares: 1, as: { kind: 'merchant' } };
    const claims = await Promise.all(Array.from({ length: 5 }, () => community.must(MERCHANT, 'wish.claim', claim, claimOperation)));
    expect(new Set(claims.map((view) => view.claimId)).size).toBe(1);
  });

  test('a reply lost and sent again has the same answer, even after the claim was given back', async () => {
    const wishId = await openWish(community, { urgency: 'urgent' });
    const operationId = newOperation();
    const first = await community.must(MERCHANT, 'wish.claim', { wishId, shares: 1 }, operationId);
    await community.must(MERCHANT, 'claim.giveBack', { wishId, claimId: first.claimId });
    const again = await community.must(MERCHANT, 'wish.claim', { wishId, shares: 1 }, operationId);
    expect(again.claimId).toBe(first.claimId);
    const detail = await community.must(NEIGHBOUR, 'wish.get', { wishId });
    expect(detail.shares).toEqual({ wanted: 1, left: 1, held: 0, delivered: 0 });
  });

  test('the same operation id with other input is refused', async () => {
    const operationId = newOperation();
    await community.must(POSTER, 'wish.submit', wishInput(community), operationId);
    expect((await community.refused(POSTER, 'wish.submit', wishInput(community, { title: '换一句话试试看' }), operationId)).code).toBe('OPERATION_REUSED');
  });

  test('an operation id of somebody else says nothing', async () => {
    const operationId = newOperation();
    const wishId = await openWish(community, { shares: 2, urgency: 'urgent' });
    const mine = await community.must(MERCHANT, 'wish.claim', { wishId, shares: 1 }, operationId);
    const theirs = await community.must(NEIGHBOUR, 'wish.claim', { wishId, shares: 1 }, operationId);
    expect(theirs.claimId).not.toBe(mine.claimId);
  });

  test('a household has three wishes in hand; the fourth is told why; one done makes room', async () => {
    const poster = 'oTestBudget';
    await community.join(poster, '钱家', 'd01-s01-c01-g01');
    const wishes = [];
    for (let index = 0; index < 3; index += 1) wishes.push((await community.must(poster, 'wish.submit', wishInput(community))).wishId);
    const refused: RouteName = 'wish.submit';
    expect((await community.refused(poster, refused, wishInput(community))).code).toBe('WISH_BUDGET_USED');
    await community.must(poster, 'wish.withdraw', { wishId: wishes[0] ?? '' });
    await community.runJobs();
    await community.must(poster, 'wish.submit', wishInput(community));
  });
});
