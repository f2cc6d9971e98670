import type { ApiContract } from '@contract';
import { isSoundPerson, type Person } from '../../cloudfunctions/core/person/person';
import type { Rating } from '../../cloudfunctions/core/rating/rating';
import { ADMIN, Community, COMMUNITY, DAY_MS, GRID, MERCHANT, NEIGHBOUR, newOperation, OTHER_COMMUNITY, OUTSIDE_STAFF, POSTER, STAFF } from './support/community';
import { PHONE, phoneWish, writePerson } from './support/paper-steps';
import { openWish, planOf } from './support/wish-steps';
import { WishSight } from './support/wish-sight';

/** People without WeChat: written down once, helped by phone, and one day in possession of what was kept for them. */
describe('people on paper', () => {
  let community: Community;
  let sight: WishSight;
  beforeAll(async () => {
    community = await Community.found();
    sight = new WishSight(community);
  });
  afterAll(async () => {
    await community.close();
  });

  const write = (name?: string, phone?: string | null): Promise<string> => writePerson(community, name, phone);
  const callOf = (personId: string, changes: Partial<ApiContract['phone.recordWish']['input']> = {}): ApiContract['phone.recordWish']['input'] => phoneWish(community, personId, changes);

  test('the same number and name are the same paper, two at one telephone are two of one home', async () => {
    const first = await write();
    const again = await community.must(STAFF, 'person.save', { name: '孙桂香', phone: '057188123456', areaId: GRID, address: '' });
    expect(again).toEqual({ personId: first, isNew: false });
    const husband = await write('孙长根');
    const found = await community.must(STAFF, 'person.find', { areaId: COMMUNITY, phone: PHONE });
    expect(found.map((person) => person.name).sort()).toEqual(['孙桂香', '孙长根'].sort());
    const people = community.documents<Person>('persons');
    expect(people.find((person) => person._id === husband)?.householdId).toBe(people.find((person) => person._id === first)?.householdId);
    expect(JSON.stringify(people)).not.toMatch(/孙桂香|88123456|402/);
    expect(people.every(isSoundPerson)).toBe(true);
    const lines = community.documents<{ kind: string; subjectId: string; byId: string }>('audit').filter((line) => line.kind === 'readPerson');
    expect(lines).toHaveLength(1);
  });

  test('strangers and staff of elsewhere neither find, read, write nor record', async () => {
    const personId = await write();
    for (const openid of [NEIGHBOUR, MERCHANT]) expect((await community.refused(openid, 'person.find', { areaId: COMMUNITY, phone: PHONE })).code).toBe('NOT_ALLOWED');
    expect((await community.refused(OUTSIDE_STAFF, 'person.find', { areaId: COMMUNITY, phone: PHONE })).code).toBe('OUT_OF_AREA');
    expect((await community.refused(OUTSIDE_STAFF, 'person.get', { personId, reason: '接电话' })).code).toBe('OUT_OF_AREA');
    expect((await community.refused(OUTSIDE_STAFF, 'person.list', { areaId: COMMUNITY })).code).toBe('OUT_OF_AREA');
    expect((await community.refused(OUTSIDE_STAFF, 'person.save', { name: '某人', areaId: GRID })).code).toBe('OUT_OF_AREA');
    expect((await community.refused(OUTSIDE_STAFF, 'phone.recordWish', callOf(personId))).code).toBe('OUT_OF_AREA');
    expect((await community.refused(OUTSIDE_STAFF, 'phone.waiting', { personId })).code).toBe('OUT_OF_AREA');
    expect((await community.refused(OUTSIDE_STAFF, 'person.issueTakeover', { personId, proof: '身份证' })).code).toBe('OUT_OF_AREA');
    const otherSide = await community.must(OUTSIDE_STAFF, 'person.find', { areaId: OTHER_COMMUNITY, phone: PHONE });
    expect(otherSide).toEqual([]);
  });

  test('above the cap their own word about the publicity is asked, and only then it goes there', async () => {
    const personId = await write('许阿公', '0571-8812 9001');
    const dear = callOf(personId, { title: '想要一张护理床', category: 'goods', estimatedValueFen: 120_000, windowEndMs: community.nowMs() + 60 * DAY_MS });
    expect((await community.refused(STAFF, 'phone.recordWish', dear)).code).toBe('CONSENT_MISSING');
    const { wishId } = await community.must(STAFF, 'phone.recordWish', { ...dear, mayPublicise: true });
    expect(community.documents<{ _id: string; aboveCap: object | null; onBehalf: { mayPublicise: boolean } }>('wishes').find((wish) => wish._id === wishId)).toMatchObject({ aboveCap: { maskedName: '许*' }, onBehalf: { mayPublicise: true } });
  });

  test('who gave by phone and let the day pass gives nothing new until it is settled', async () => {
    const personId = await write('郑阿公', '0571-8812 9002');
    const wishId = await openWish(community, { title: '想借一张折叠椅' });
    const { claimId } = await community.must(STAFF, 'phone.recordClaim', { personId, wishId, shares: 1 });
    await community.must(STAFF, 'claim.plan', planOf(community, { wishId, claimId }));
    await community.advance(8 * DAY_MS);
    await community.runJobs();
    await community.runJobs();
    const other = await openWish(community, { title: '想借一把雨伞' }, NEIGHBOUR);
    expect((await community.refused(STAFF, 'phone.recordClaim', { personId, wishId: other, shares: 1 })).code).toBe('CLAIM_OVERDUE_ELSEWHERE');
    await community.must(STAFF, 'claim.giveBack', { wishId, claimId });
    await community.runJobs();
    await community.must(STAFF, 'phone.recordClaim', { personId, wishId: other, shares: 1 });
  });

  test('a card is read with a reason that stays; the list shows no name and no number', async () => {
    const personId = await write();
    const card = await community.must(STAFF, 'person.get', { personId, reason: '回访' });
    expect(card).toMatchObject({ name: '孙桂香', phone: '057188123456', address: '三栋二单元 402', mayPublicise: false, isTakenOver: false });
    expect(community.documents<{ kind: string; note: string; subjectId: string }>('audit')).toContainEqual(expect.objectContaining({ kind: 'readPerson', subjectId: personId, note: '回访' }));
    const list = await community.must(STAFF, 'person.list', { areaId: COMMUNITY });
    expect(list.items.find((row) => row.personId === personId)).toMatchObject({ maskedName: '孙*', hasPhone: true });
    expect(JSON.stringify(list)).not.toMatch(/孙桂香|88123456/);
  });

  test('a wish told on the phone lives to the end, marked as such, and never uses up the household', async () => {
    const personId = await write();
    const operation = newOperation();
    const input = callOf(personId);
    const { wishId } = await community.must(STAFF, 'phone.recordWish', input, operation);
    expect((await community.must(STAFF, 'phone.recordWish', input, operation)).wishId).toBe(wishId);
    expect((await community.refused(STAFF, 'phone.recordWish', { ...input, title: '想修别的' }, operation)).code).toBe('OPERATION_REUSED');
    expect(sight.wish(wishId)).toMatchObject({ channel: 'phone', posterText: '电话代办', postedByStaff: true, recipientIds: [expect.stringMatching(/^m_/), personId] });
    expect(sight.openTask(wishId)?.reasonText).toBe('电话代办的心愿');
    const review = await community.must(STAFF, 'review.get', { wishId });
    expect(review.onBehalf).toMatchObject({ beneficiaryName: '孙桂香', consentKind: 'phone', consentUrl: null, helperName: '何静', mayPublicise: false });
    await community.must(STAFF, 'review.decide', { wishId, decision: { kind: 'approve' } });
    const seen = await community.must(NEIGHBOUR, 'wish.get', { wishId });
    expect(seen.posterText).toBe('电话代办');
    expect(JSON.stringify(seen)).not.toMatch(/孙|402|8812/);

    const { claimId } = await community.must(MERCHANT, 'wish.claim', { wishId, shares: 1 });
    await community.must(MERCHANT, 'claim.plan', planOf(community, { wishId, claimId }));
    await community.must(MERCHANT, 'claim.deliver', { wishId, claimId, note: '', proofFileIds: [await community.upload(MERCHANT, 'proof')] });
    const waiting = await community.must(STAFF, 'phone.waiting', { personId });
    expect(waiting.wishes.find((wish) => wish.wishId === wishId)).toMatchObject({ nextStep: 'confirm', nextClaimId: claimId });
    // What is not safe or not right can be asked about: the number on the paper is all there is.
    const { reportId } = await community.must(STAFF, 'safety.report', { wishId, claimId, safetyKind: 'hazard', words: '说灯有点烫手' });
    expect((await community.must(STAFF, 'safety.read', { reportId })).phone).toBe(PHONE.replace(/\D/g, ''));
    await community.must(MERCHANT, 'dispute.open', { wishId, claimId, kind: 'notAsAgreed', note: '到了没人' });
    expect((await community.must(ADMIN, 'dispute.reach', { wishId, claimId })).numbers).toEqual([{ side: 'recipient', name: '孙*', phone: PHONE.replace(/\D/g, '') }]);
    await community.must(MERCHANT, 'dispute.withdraw', { wishId, claimId });
    await community.must(STAFF, 'claim.confirm', { wishId, claimId });
    await community.must(STAFF, 'rating.rate', { wishId, claimId, satisfaction: 'satisfied', words: '电话里说灯很亮', chips: [], secondsOnScreen: 20 });
    await community.runJobs();
    expect(sight.wish(wishId)).toMatchObject({ state: 'completed' });
    expect(community.documents<Rating>('ratings').find(({ about }) => about.claimId === claimId)?.raterId).toBe(personId);
    for (let index = 0; index < 4; index += 1) await community.must(STAFF, 'phone.recordWish', callOf(personId, { title: `第 ${index} 件小事` }));
    const card = await community.must(STAFF, 'person.get', { personId, reason: '接电话' });
    expect(card.live).toHaveLength(4);
  });

  test('a gift told on the phone: staff answer for it to the end, a colleague of the other side confirms, nobody learns the name', async () => {
    const personId = await write('钱有福', '057188123499');
    const wishId = await openWish(community);
    const operation = newOperation();
    const claim = await community.must(STAFF, 'phone.recordClaim', { personId, wishId, shares: 1 }, operation);
    expect((await community.must(STAFF, 'phone.recordClaim', { personId, wishId, shares: 1 }, operation)).claimId).toBe(claim.claimId);
    expect(claim).toMatchObject({ giverKind: 'person', giverName: '钱*', state: 'held' });
    const loop = { wishId, claimId: claim.claimId };
    expect(await sight.todos(STAFF, wishId)).toEqual([expect.stringContaining('哪天去修')]);
    expect((await community.refused(OUTSIDE_STAFF, 'claim.plan', planOf(community, loop))).code).toBe('NOT_FOUND');
    expect((await community.refused(NEIGHBOUR, 'claim.plan', planOf(community, loop))).code).toBe('NOT_FOUND');
    await community.must(STAFF, 'claim.plan', planOf(community, loop));
    expect((await community.must(STAFF, 'phone.waiting', { personId })).claims).toEqual([expect.objectContaining({ claimId: claim.claimId, state: 'planned' })]);
    await community.must(STAFF, 'claim.deliver', { ...loop, note: '', proofFileIds: [await community.upload(STAFF, 'proof')] });
    expect(await sight.todos(STAFF, wishId)).toEqual([]);
    expect((await community.refused(STAFF, 'claim.confirm', loop)).code).toBe('NOT_FOUND');
    await community.must(POSTER, 'claim.confirm', loop);
    await community.runJobs();
    expect(sight.wish(wishId)).toMatchObject({ state: 'completed' });
    expect(community.documents<{ creditAccount: string }>('transfers').filter((transfer) => transfer.creditAccount === `member:${personId}:points`)).toHaveLength(1);
    const own = (await community.must(STAFF, 'phone.recordWish', callOf(personId))).wishId;
    await community.must(STAFF, 'review.decide', { wishId: own, decision: { kind: 'approve' } });
    expect((await community.refused(STAFF, 'phone.recordClaim', { personId, wishId: own, shares: 1 })).code).toBe('CLAIM_OWN_WISH');
  });

  test('refusals come in plain words: consent in the future, a window past, a paper of somebody else', async () => {
    const personId = await write();
    expect((await community.refused(STAFF, 'phone.recordWish', callOf(personId, { consent: { kind: 'phone', saidAtMs: community.nowMs() + DAY_MS } }))).code).toBe('BAD_INPUT');
    expect((await community.refused(STAFF, 'phone.recordWish', callOf(personId, { windowEndMs: community.nowMs() - 2 * DAY_MS }))).code).toBe('WISH_WINDOW_PAST');
    const file = await community.upload(NEIGHBOUR, 'consent');
    expect((await community.refused(STAFF, 'phone.recordWish', callOf(personId, { consent: { kind: 'paper', fileId: file } }))).code).toBe('FILE_NOT_YOURS');
    expect((await community.refused(STAFF, 'phone.recordWish', callOf('pp_nobody'))).code).toBe('NOT_FOUND');
    expect((await community.refused(STAFF, 'person.save', { name: '钱', phone: '12', areaId: GRID })).fields).toHaveProperty('phone');
  });
});
