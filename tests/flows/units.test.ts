import type { Member } from '../../cloudfunctions/core/member/member';
import { isUnitCoherent, type Unit } from '../../cloudfunctions/core/unit/unit';
import type { Wish } from '../../cloudfunctions/core/wish/wish';
import { Community, COMMUNITY, DAY_MS, MERCHANT, NEIGHBOUR, newOperation, OUTSIDE_STAFF, OUTSIDER, POSTER, STAFF } from './support/community';
import { openWish } from './support/wish-steps';

const DEPUTY = 'oTestUnitDeputy';
const WORKER = 'oTestUnitWorker';
const CONTACT = 'oTestUnitContact';

/** 单位、党支部、家庭: one name, one contact, deputies who go on. */
describe('a group of people that gives', () => {
  let community: Community;
  let unitId: string;
  beforeAll(async () => {
    community = await Community.found();
    await community.join(CONTACT, '农商行小徐', COMMUNITY);
    await community.join(DEPUTY, '农商行老郑', COMMUNITY);
    const unit = await community.must(CONTACT, 'unit.create', { kind: 'company', name: '农商行青枫支行' });
    unitId = unit.unitId;
    await community.must(DEPUTY, 'unit.join', { code: unit.joinCode });
  });
  afterAll(async () => {
    for (const unit of community.documents<Unit>('units')) expect({ id: unit._id, coherent: isUnitCoherent(unit) }).toEqual({ id: unit._id, coherent: true });
    await community.close();
  });

  const partiesOf = async (openid: string): Promise<readonly string[]> => community.document<Member>('members', (await community.me(openid)).memberId)?.partyIds ?? [];
  const as = { kind: 'unit' as const, unitId: '' };
  const heldByUnit = async (contact: string): Promise<{ readonly wishId: string; readonly claimId: string }> => {
    const wishId = await openWish(community, { urgency: 'urgent', category: 'goods', shares: 3 });
    const { claimId } = await community.must(contact, 'wish.claim', { wishId, shares: 3, as: { ...as, unitId } });
    return { wishId, claimId };
  };

  test('only its people see it; the code is only for whoever reads it out', async () => {
    expect((await community.must(CONTACT, 'unit.mine', {}))[0]?.joinCode).toHaveLength(8);
    expect((await community.must(DEPUTY, 'unit.mine', {}))[0]).toMatchObject({ joinCode: '', isContact: false });
    expect(await community.refused(NEIGHBOUR, 'unit.get', { unitId })).toMatchObject({ code: 'NOT_FOUND' });
    expect((await community.must(STAFF, 'unit.get', { unitId })).people).toHaveLength(2);
    expect(await community.refused(OUTSIDER, 'unit.join', { code: (await community.must(CONTACT, 'unit.mine', {}))[0]?.joinCode })).toMatchObject({ code: 'OUT_OF_AREA' });
  });

  test('a renewed code is the only one; the same tap again renews nothing', async () => {
    const [before] = await community.must(CONTACT, 'unit.mine', {});
    const unitId = before?.unitId ?? '';
    expect((await community.refused(DEPUTY, 'unit.renewCode', { unitId })).code).toBe('NOT_FOUND');
    const renewed = await community.must(CONTACT, 'unit.renewCode', { unitId }, 'renew-code-000001');
    expect(renewed.joinCode).not.toBe(before?.joinCode);
    expect((await community.must(CONTACT, 'unit.renewCode', { unitId }, 'renew-code-000001')).joinCode).toBe(renewed.joinCode);
    expect((await community.refused(NEIGHBOUR, 'unit.join', { code: before?.joinCode })).code).toBe('NOT_FOUND');
    expect((await community.must(NEIGHBOUR, 'unit.join', { code: renewed.joinCode })).people).toHaveLength(3);
    await community.must(NEIGHBOUR, 'unit.leave', { unitId });
  });

  test('it claims under its name; the contact takes the steps and earns, the deputy does not', async () => {
    const loop = await heldByUnit(CONTACT);
    expect((await community.must(POSTER, 'wish.get', { wishId: loop.wishId })).helpers[0]).toMatchObject({ name: '农商行青枫支行' });
    expect(await community.refused(DEPUTY, 'wish.claim', { wishId: loop.wishId, shares: 1, as: { ...as, unitId } })).toMatchObject({ code: 'UNIT_NOT_YOURS' });
    const plan = { ...loop, deliverAtMs: community.nowMs() + DAY_MS, handover: 'station' as const };
    expect(await community.refused(DEPUTY, 'claim.plan', plan)).toMatchObject({ code: 'NOT_FOUND' });
    await community.must(CONTACT, 'claim.plan', plan);
    const list = await community.must(CONTACT, 'claim.deliveryList', { as: { ...as, unitId } });
    expect(list).toMatchObject({ giverName: '农商行青枫支行', wishCount: 1, shareCount: 3 });
    expect(list.text).toContain('厨房灯');
    expect(list.text).not.toContain('赵');
    await community.must(CONTACT, 'claim.deliver', { ...loop, shares: 2, proofFileIds: [await community.upload(CONTACT, 'proof')] });
    const part = (await community.must(CONTACT, 'wish.get', { wishId: loop.wishId })).myClaims;
    expect(part.map((claim) => [claim.state, claim.shares])).toEqual([['planned', 1], ['delivered', 2]]);
    await community.must(CONTACT, 'claim.deliver', { ...loop, proofFileIds: [await community.upload(CONTACT, 'proof')] });
    for (const claim of part) await community.must(POSTER, 'claim.confirm', { wishId: loop.wishId, claimId: claim.claimId });
    await community.runJobs();
    const { memberId } = await community.me(CONTACT);
    const earned = community.documents<{ creditAccount: string; cause: { aggregateId: string } }>('transfers').filter((transfer) => transfer.cause.aggregateId === loop.wishId && transfer.creditAccount.includes(memberId));
    expect(earned).toHaveLength(1);
    expect(community.document<Wish>('wishes', loop.wishId)?.state).toBe('completed');
  });

  test('handed over, the new contact finds the open claim, its todo and its steps', async () => {
    const loop = await heldByUnit(CONTACT);
    const { memberId } = await community.me(DEPUTY);
    const operationId = newOperation();
    expect(await community.refused(DEPUTY, 'unit.handOver', { unitId, memberId })).toMatchObject({ code: 'NOT_FOUND' });
    await community.must(CONTACT, 'unit.handOver', { unitId, memberId }, operationId);
    await community.must(CONTACT, 'unit.handOver', { unitId, memberId }, operationId);
    await community.runJobs();
    expect(await partiesOf(CONTACT)).toEqual([]);
    expect(await partiesOf(DEPUTY)).toEqual([unitId]);
    expect((await community.must(DEPUTY, 'claim.mine', { open: true })).items.map((claim) => claim.claimId)).toContain(loop.claimId);
    expect((await community.must(DEPUTY, 'home.overview', {})).todos.map((todo) => todo.target.claimId)).toContain(loop.claimId);
    expect((await community.must(CONTACT, 'claim.mine', { open: true })).items).toEqual([]);
    expect(await community.refused(CONTACT, 'claim.giveBack', loop)).toMatchObject({ code: 'NOT_FOUND' });
    await community.must(DEPUTY, 'claim.giveBack', { ...loop, shares: 1 });
    await community.must(DEPUTY, 'claim.giveBack', loop);
  });

  test('whose contact leaves the community: the first deputy goes on; without one staff look for somebody, and the unit is barred by what is overdue', async () => {
    const loop = await heldByUnit(DEPUTY);
    await community.must(DEPUTY, 'claim.plan', { ...loop, deliverAtMs: community.nowMs() + DAY_MS, handover: 'station' });
    await community.must(DEPUTY, 'member.leave', {});
    await community.runJobs();
    expect(community.document<Unit>('units', unitId)).toMatchObject({ contactName: '农商行小徐', state: 'active' });
    expect(await partiesOf(CONTACT)).toEqual([unitId]);
    await community.must(CONTACT, 'unit.leave', { unitId });
    await community.runJobs();
    expect(community.document<Unit>('units', unitId)).toMatchObject({ contactId: null, state: 'needsContact' });
    const task = (await community.must(STAFF, 'staff.queue', { areaId: COMMUNITY })).items.find((each) => each.kind === 'unitWithoutContact');
    expect(task).toMatchObject({ subjectId: unitId, title: '农商行青枫支行' });
    expect(await community.refused(STAFF, 'staff.finishTask', { taskId: task?.taskId, note: '找过了' })).toMatchObject({ code: 'NOT_ALLOWED' });
    await community.must(STAFF, 'unit.handOver', { unitId, memberId: (await community.me(MERCHANT)).memberId });
    await community.runJobs();
    expect((await community.must(STAFF, 'staff.queue', { areaId: COMMUNITY })).items.filter((each) => each.kind === 'unitWithoutContact')).toEqual([]);
    expect((await community.must(MERCHANT, 'claim.mine', { open: true })).items.map((claim) => claim.claimId)).toContain(loop.claimId);
    await community.advance(8 * DAY_MS);
    await community.runJobs();
    expect(community.document<Unit>('units', unitId)?.overdueClaimIds).toEqual([loop.claimId]);
    const another = await openWish(community, { urgency: 'urgent' });
    expect(await community.refused(MERCHANT, 'wish.claim', { wishId: another, shares: 1, as: { ...as, unitId } })).toMatchObject({ code: 'CLAIM_OVERDUE_ELSEWHERE' });
    await community.must(MERCHANT, 'wish.claim', { wishId: another, shares: 1, as: { kind: 'self' } });
    expect(await community.refused(MERCHANT, 'unit.close', { unitId })).toMatchObject({ code: 'UNIT_HAS_CLAIMS' });
    await community.must(MERCHANT, 'claim.giveBack', loop);
    await community.runJobs();
    expect(community.document<Unit>('units', unitId)?.overdueClaimIds).toEqual([]);
    await community.must(MERCHANT, 'unit.close', { unitId });
    await community.runJobs();
    expect(await partiesOf(MERCHANT)).toEqual([]);
  });

  test('staff stop new claims of a person with a reason, who then gives neither alone nor in a group', async () => {
    const { memberId, code } = await community.me(NEIGHBOUR);
    const wishId = await openWish(community, { urgency: 'urgent' });
    const { frozenUntilMs } = await community.must(STAFF, 'member.freeze', { memberId, days: 7, reason: '连着几份没送到，先缓一缓。' });
    expect(await community.must(STAFF, 'member.lookup', { code })).toMatchObject({ memberId, frozenUntilMs });
    expect(await community.must(OUTSIDE_STAFF, 'member.lookup', { code })).toMatchObject({ memberId, frozenUntilMs: 0 });
    expect(await community.refused(NEIGHBOUR, 'wish.claim', { wishId, shares: 1 })).toMatchObject({ code: 'CLAIM_ACCOUNT_FROZEN' });
    const batch = await community.must(NEIGHBOUR, 'wish.claimMany', { items: [{ wishId, shares: 1 }], mode: 'bestEffort' });
    expect(batch.items[0]).toMatchObject({ code: 'CLAIM_ACCOUNT_FROZEN' });
    expect((await community.must(NEIGHBOUR, 'notice.inbox', {})).items[0]?.body).toContain('先缓一缓');
    expect(await community.refused(OUTSIDE_STAFF, 'member.freeze', { memberId, days: 0, reason: '可以了' })).toMatchObject({ code: 'OUT_OF_AREA' });
    // A social worker, who gives no roles, looks somebody up and lets them claim again.
    await community.join(WORKER, '周敏', COMMUNITY);
    await community.grant(WORKER, 'socialWorker', COMMUNITY);
    expect(await community.must(WORKER, 'member.lookup', { code })).toMatchObject({ memberId, frozenUntilMs });
    expect((await community.refused(WORKER, 'member.grantRole', { memberId, role: 'volunteer', areaId: COMMUNITY })).code).toBe('NOT_ALLOWED');
    await community.must(WORKER, 'member.freeze', { memberId, days: 0, reason: '说开了，欢迎再来。' });
    await community.must(NEIGHBOUR, 'wish.claim', { wishId, shares: 1 });
  });

  test('a delivery that is late is extended once by the giver, further by staff, and told to the other side', async () => {
    const wishId = await openWish(community, { urgency: 'urgent' });
    const { claimId } = await community.must(NEIGHBOUR, 'wish.claim', { wishId, shares: 1 });
    const loop = { wishId, claimId };
    await community.must(NEIGHBOUR, 'claim.plan', { ...loop, deliverAtMs: community.nowMs() + DAY_MS, handover: 'home' });
    await community.advance(7 * DAY_MS + DAY_MS / 2);
    await community.runJobs();
    expect((await community.me(NEIGHBOUR)).memberId).toBeTruthy();
    expect((await community.must(NEIGHBOUR, 'wish.get', { wishId })).myClaim).toMatchObject({ isOverdue: true });
    const extended = await community.must(NEIGHBOUR, 'claim.extend', { ...loop, reason: '灯泡后天才到' });
    expect(extended).toMatchObject({ isOverdue: false, extendableUntilMs: null });
    expect(await community.refused(NEIGHBOUR, 'claim.extend', loop)).toMatchObject({ code: 'EXTENSION_USED' });
    await community.runJobs();
    expect((await community.must(POSTER, 'notice.inbox', {})).items.some((notice) => notice.title.startsWith('晚几天去修') && notice.body.includes('灯泡后天才到'))).toBe(true);
    await community.advance(3 * DAY_MS);
    await community.runJobs();
    expect((await community.must(NEIGHBOUR, 'wish.get', { wishId })).myClaim).toMatchObject({ isOverdue: true });
    expect((await community.must(STAFF, 'staff.queue', { areaId: COMMUNITY })).items.filter((task) => task.kind === 'deliveryOverdue' && task.claimId === claimId)).toHaveLength(1);
    await community.must(STAFF, 'claim.extend', { ...loop, reason: '' });
    await community.must(NEIGHBOUR, 'claim.deliver', { ...loop, proofFileIds: [await community.upload(NEIGHBOUR, 'proof')] });
    await community.runJobs();
    expect(community.documents<Member>('members').every((member) => !member.overdueClaimIds.some((id) => id.startsWith(claimId)))).toBe(true);
  });
});
