import type { ApiContract } from '@contract';
import { Community, MERCHANT, NEIGHBOUR, OUTSIDE_STAFF, POSTER, STAFF } from './support/community';
import { deliveredWish, heldWish, plannedWish, planOf, type Loop } from './support/wish-steps';
import { WishSight } from './support/wish-sight';

/** The two sides of a claim find each other, and nobody else does: against the deployed bundles. */
let community: Community;
let sight: WishSight;

beforeAll(async () => {
  community = await Community.found();
  sight = new WishSight(community);
});
afterAll(async () => {
  await community.close();
});

const urgent = { urgency: 'urgent' as const };
const PHONE = '13800001234';
const mine = (loop: Loop) => ({ ...loop, name: '陈阿姨', phone: '138 0000 1234', note: '三楼左手那扇绿门' });
const theirs = (loop: Loop) => ({ ...loop, name: '小周师傅', phone: '13900005678' });
const claimOf = (loop: Loop) => sight.wish(loop.wishId).claims[loop.claimId];
const auditOf = (loop: Loop) => community.documents<{ kind: string; subjectId: string; byId: string; note: string }>('audit').filter((line) => line.kind === 'readContact' && line.subjectId === loop.wishId);
const wholeDatabase = (loop: Loop): string => JSON.stringify([sight.wish(loop.wishId), community.documents('claims'), community.documents('notices'), community.documents('audit')]);

describe('a number', () => {
  test('each side leaves it, reads the other for a reason, and sees how often and why', async () => {
    const loop = await plannedWish(community, urgent);
    expect((await community.refused(MERCHANT, 'contact.reveal', { ...loop, reason: 'arrange' })).code).toBe('CONTACT_MISSING');
    expect((await community.refused(POSTER, 'contact.leave', mine(loop))).code).toBe('CONSENT_MISSING');
    expect(await community.must(POSTER, 'contact.get', loop)).toMatchObject({ side: 'recipient', receiverName: claimOf(loop)?.claimerName, hasMine: false });
    await community.must(POSTER, 'contact.leave', { ...mine(loop), agreesToReceiver: true });
    await community.must(MERCHANT, 'contact.leave', theirs(loop));
    expect(wholeDatabase(loop)).not.toMatch(/13800001234|13900005678|绿门/);
    expect(claimOf(loop)?.contact?.recipient?.agreedAtMs).not.toBeNull();

    expect(await community.must(MERCHANT, 'contact.reveal', { ...loop, reason: 'findPlace' })).toEqual({ name: '陈阿姨', phone: PHONE, note: '三楼左手那扇绿门' });
    expect(await community.must(POSTER, 'contact.reveal', { ...loop, reason: 'noAnswer' })).toEqual({ name: '小周师傅', phone: '13900005678', note: '' });
    const merchantId = (await community.me(MERCHANT)).memberId;
    expect(auditOf(loop)).toHaveLength(2);
    expect(auditOf(loop)).toContainEqual(expect.objectContaining({ byId: merchantId, note: `${loop.claimId} giver findPlace` }));
    const view = await community.must(POSTER, 'contact.get', loop);
    expect(view.readings).toContainEqual(expect.objectContaining({ isMine: false, reason: 'findPlace' }));
    expect(JSON.stringify(view)).not.toContain('13900005678');
  });

  test('strangers, staff and another area get nothing, and leave nothing', async () => {
    const loop = await plannedWish(community, urgent);
    await community.must(POSTER, 'contact.leave', { ...mine(loop), agreesToReceiver: true });
    for (const stranger of [NEIGHBOUR, STAFF, OUTSIDE_STAFF]) {
      expect((await community.refused(stranger, 'contact.get', loop)).code).toBe('NOT_FOUND');
      expect((await community.refused(stranger, 'contact.reveal', { ...loop, reason: 'arrange' })).code).toBe('NOT_FOUND');
      expect((await community.refused(stranger, 'contact.leave', theirs(loop))).code).toBe('NOT_FOUND');
    }
    expect(auditOf(loop)).toEqual([]);
  });

  test('not before it is planned, not in a dispute, and gone with the end', async () => {
    const held = await heldWish(community, urgent);
    expect((await community.refused(POSTER, 'contact.leave', { ...mine(held), agreesToReceiver: true })).code).toBe('CONTACT_NOT_NEEDED');

    const loop = await deliveredWish(community, urgent);
    await community.must(POSTER, 'contact.leave', { ...mine(loop), agreesToReceiver: true });
    await community.must(POSTER, 'dispute.open', { ...loop, kind: 'notReceived', note: '还没看到' });
    expect((await community.refused(MERCHANT, 'contact.reveal', { ...loop, reason: 'arrange' })).code).toBe('CLAIM_IN_DISPUTE');
    await community.must(POSTER, 'dispute.withdraw', loop);
    await community.must(MERCHANT, 'contact.reveal', { ...loop, reason: 'arrange' });
    await community.must(POSTER, 'claim.confirm', loop);
    expect(claimOf(loop)?.contact).toBeNull();
    expect((await community.refused(MERCHANT, 'contact.reveal', { ...loop, reason: 'arrange' })).code).toBe('CONTACT_NOT_NEEDED');
    expect((await community.refused(POSTER, 'contact.get', loop)).code).toBe('CONTACT_NOT_NEEDED');
  });

  test('gone when it is given back or left at the station instead', async () => {
    const back = await plannedWish(community, urgent);
    await community.must(POSTER, 'contact.leave', { ...mine(back), agreesToReceiver: true });
    await community.must(MERCHANT, 'claim.giveBack', back);
    expect(claimOf(back)?.contact).toBeNull();
    const moved = await plannedWish(community, urgent);
    await community.must(POSTER, 'contact.leave', { ...mine(moved), agreesToReceiver: true });
    await community.must(MERCHANT, 'claim.plan', { ...planOf(community, moved), handover: 'station' });
    expect(claimOf(moved)?.contact).toBeNull();
  });

  test('the same act twice counts once; readings end; both at once lose nothing', async () => {
    const loop = await plannedWish(community, urgent, POSTER, NEIGHBOUR);
    // Who meets the other twice in one call is asked to try again, as every phone does by itself.
    const leave = async (openid: string, input: ApiContract['contact.leave']['input'], operation: string): Promise<string | true> => {
      const answer = await community.send(openid, 'contact.leave', input, operation);
      return answer.ok === false && answer.error.code === 'BUSY' ? leave(openid, input, operation) : answer.ok === false ? answer.error.code : true;
    };
    expect(await Promise.all([leave(POSTER, mine(loop), 'leave-contact-0001'), leave(NEIGHBOUR, theirs(loop), 'leave-contact-0002')])).toEqual([true, true]);
    await community.must(POSTER, 'contact.leave', mine(loop), 'leave-contact-0001');
    expect((await community.refused(POSTER, 'contact.leave', { ...mine(loop), phone: '13811112222' }, 'leave-contact-0001')).code).toBe('OPERATION_REUSED');
    expect(claimOf(loop)?.contact).toMatchObject({ giver: { agreedAtMs: null }, recipient: { agreedAtMs: null } });
    for (let times = 0; times < 2; times += 1) await community.must(NEIGHBOUR, 'contact.reveal', { ...loop, reason: 'late' }, 'read-contact-00001');
    expect((await community.refused(NEIGHBOUR, 'contact.reveal', { ...loop, reason: 'arrange' }, 'read-contact-00001')).code).toBe('OPERATION_REUSED');
    expect(auditOf(loop)).toHaveLength(1);
    for (let times = 0; times < 5; times += 1) await community.must(NEIGHBOUR, 'contact.reveal', { ...loop, reason: 'late' });
    expect((await community.refused(NEIGHBOUR, 'contact.reveal', { ...loop, reason: 'late' })).code).toBe('CONTACT_READ_OFTEN');
    expect(auditOf(loop)).toHaveLength(6);
  });
});

test('at home only when the recipient agreed', async () => {
  const loop = await heldWish(community, { ...urgent, handover: 'station' });
  expect((await community.refused(MERCHANT, 'claim.plan', planOf(community, loop))).code).toBe('HOME_NOT_AGREED');
  for (const other of [MERCHANT, NEIGHBOUR, OUTSIDE_STAFF]) expect((await community.refused(other, 'handover.agreeHome', loop)).code).toBe('NOT_FOUND');
  expect((await community.must(POSTER, 'wish.get', { wishId: loop.wishId })).incoming[0]).toMatchObject({ canAgreeHome: true, canContact: false });
  await community.must(POSTER, 'handover.agreeHome', loop);
  await community.must(POSTER, 'handover.agreeHome', loop);
  expect(sight.notices(loop.wishId).filter((title) => title === '对方说可以送到家')).toHaveLength(1);
  expect(await community.must(MERCHANT, 'claim.plan', planOf(community, loop))).toMatchObject({ canPlanHome: true, canContact: true });
  expect((await community.must(POSTER, 'wish.get', { wishId: loop.wishId })).incoming[0]).toMatchObject({ canAgreeHome: false, canContact: true });
});
