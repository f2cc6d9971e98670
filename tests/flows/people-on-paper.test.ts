import type { ApiContract } from '@contract';
import { isSoundPerson, type Person } from '../../cloudfunctions/core/person/person';
import type { Wish } from '../../cloudfunctions/core/wish/wish';
import { Community, COMMUNITY, DAY_MS, GRID, MERCHANT, NEIGHBOUR, newOperation, OTHER_COMMUNITY, OUTSIDER, OUTSIDE_STAFF, POSTER, STAFF } from './support/community';
import { openWish, planOf } from './support/wish-steps';
import { WishSight } from './support/wish-sight';

const PHONE = '0571-8812 3456';

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

  const write = async (name = '孙桂香', phone: string | null = PHONE): Promise<string> => (await community.must(STAFF, 'person.save', { name, phone, areaId: GRID, address: '三栋二单元 402' })).personId;

  const callOf = (personId: string, changes: Partial<ApiContract['phone.recordWish']['input']> = {}): ApiContract['phone.recordWish']['input'] => ({
    personId,
    title: '想修一修厕所的灯',
    story: '夜里起来看不见，怕摔。',
    category: 'repair',
    shares: 1,
    estimatedValueFen: 3_000,
    urgency: 'normal',
    windowEndMs: community.nowMs() + 20 * DAY_MS,
    handover: 'home',
    consent: { kind: 'phone', saidAtMs: community.nowMs() },
    ...changes,
  });

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
    await community.must(STAFF, 'claim.confirm', { wishId, claimId });
    await community.must(STAFF, 'rating.rate', { wishId, claimId, satisfaction: 'satisfied', words: '电话里说灯很亮', chips: [], secondsOnScreen: 20 });
    await community.runJobs();
    expect(sight.wish(wishId)).toMatchObject({ state: 'completed' });
    expect(community.documents<{ raterId: string; claimId: string }>('ratings').find((rating) => rating.claimId === claimId)?.raterId).toBe(personId);
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
    expect(await sight.todos(STAFF, wishId)).toEqual([expect.stringContaining('哪天送')]);
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

  describe('taking over', () => {
    const issue = (personId: string): Promise<ApiContract['person.issueTakeover']['output']> => community.must(STAFF, 'person.issueTakeover', { personId, proof: '看了身份证和老年证' });
    const paper = (personId: string): Person => community.document<Person>('persons', personId) ?? ({} as Person);
    let newcomers = 0;
    const newcomer = async (name: string): Promise<string> => {
      const openid = `oTestTaker${(newcomers += 1)}x`;
      await community.join(openid, name, GRID);
      return openid;
    };
    const wrong = (code: string): string => `${code.slice(0, 4)}${code.endsWith('000000') ? '000001' : '000000'}`;

    test('with the right code: wishes, todos and messages from before are theirs, and they say themselves that it arrived', async () => {
      const personId = await write('周凤英', '057188120001');
      const { wishId } = await community.must(STAFF, 'phone.recordWish', callOf(personId, { urgency: 'urgent' }));
      await community.must(STAFF, 'review.decide', { wishId, decision: { kind: 'approve' } });
      const { claimId } = await community.must(MERCHANT, 'wish.claim', { wishId, shares: 1 });
      await community.must(MERCHANT, 'claim.plan', planOf(community, { wishId, claimId }));
      await community.must(MERCHANT, 'claim.deliver', { wishId, claimId, note: '', proofFileIds: [await community.upload(MERCHANT, 'proof')] });
      const { code } = await issue(personId);
      expect(JSON.stringify(community.documents('persons'))).not.toContain(code.slice(4));
      const taker = await newcomer('周凤英');
      const operation = newOperation();
      expect(await community.must(taker, 'person.takeOver', { code: `${code.slice(0, 4)} ${code.slice(4)}` }, operation)).toMatchObject({ personId });
      expect(await community.must(taker, 'person.takeOver', { code }, operation)).toMatchObject({ personId });
      expect(paper(personId)).toMatchObject({ state: 'takenOver', outbox: {} });
      expect((await community.must(taker, 'wish.mine', {})).items).toEqual([expect.objectContaining({ wishId, isMine: true, nextStep: 'confirm', nextClaimId: claimId })]);
      expect(await sight.todos(taker, wishId)).toEqual([expect.stringContaining('收到了吗')]);
      expect((await community.must(taker, 'notice.inbox', {})).items.map((notice) => notice.title)).toEqual(expect.arrayContaining(['有人认领了', '您的记录接过来了']));
      expect((await community.must(taker, 'claim.confirm', { wishId, claimId })).canRate).toBe(true);
      await community.runJobs();
      expect(await sight.todos(taker, wishId)).toEqual([expect.stringContaining('帮得怎么样')]);
      expect((await community.refused(STAFF, 'person.issueTakeover', { personId, proof: '再开一个' })).code).toBe('PERSON_TAKEN_OVER');
      expect(community.documents<{ kind: string; subjectId: string }>('audit').filter((line) => line.subjectId === personId).map((line) => line.kind)).toEqual(expect.arrayContaining(['takeoverIssued', 'takenOver']));
    });

    test('a wrong code costs a try, five end it; a code of yesterday and a used one are over', async () => {
      const personId = await write('吴玉兰', '057188120002');
      const taker = await newcomer('吴玉兰');
      const { code } = await issue(personId);
      for (let left = 4; left >= 0; left -= 1) expect((await community.refused(taker, 'person.takeOver', { code: wrong(code) })).message).toContain(left === 0 ? '用完' : `${left} 次`);
      expect((await community.refused(taker, 'person.takeOver', { code })).code).toBe('TAKEOVER_CODE_OVER');
      const second = await issue(personId);
      await community.advance(31 * 60_000);
      expect((await community.refused(taker, 'person.takeOver', { code: second.code })).code).toBe('TAKEOVER_CODE_OVER');
      await community.runJobs();
      expect(paper(personId)).toMatchObject({ takeover: null, takeoverHandle: null, outbox: {} });
      const third = await issue(personId);
      expect((await community.refused(STAFF, 'person.takeOver', { code: third.code })).code).toBe('NOT_ALLOWED');
      expect((await community.refused(OUTSIDER, 'person.takeOver', { code: third.code })).message).toContain('青枫社区');
      await community.must(taker, 'person.takeOver', { code: third.code });
      expect((await community.refused(NEIGHBOUR, 'person.takeOver', { code: third.code })).code).toBe('TAKEOVER_CODE_OVER');
    });

    test('two with the same code at once: one has it; thirty guesses at once cost no more than five tries', async () => {
      const personId = await write('郑秀英', '057188120003');
      const { code } = await issue(personId);
      const takers = await Promise.all(['郑甲', '郑乙', '郑丙'].map(newcomer));
      const answers = await Promise.all(takers.map((openid) => community.send(openid, 'person.takeOver', { code })));
      expect(answers.filter((answer) => answer.ok === true)).toHaveLength(1);
      const holders = (await Promise.all(takers.map((openid) => community.me(openid)))).filter((me) => community.document<{ partyIds: string[] }>('members', me.memberId)?.partyIds.includes(personId));
      expect(holders.map((me) => me.memberId)).toEqual([paper(personId).memberId]);

      const guessed = await write('郑秀芳', '057188120004');
      const out = await issue(guessed);
      const guesses = await Promise.all(takers.flatMap((openid) => Array.from({ length: 10 }, () => community.send(openid, 'person.takeOver', { code: wrong(out.code) }))));
      const codes = guesses.map((answer) => (answer.ok === false ? answer.error.code : 'none'));
      expect(codes.filter((each) => each === 'TAKEOVER_CODE_WRONG').length).toBeLessThanOrEqual(5);
      expect(paper(guessed).takeover?.triesLeft ?? 0).toBeGreaterThanOrEqual(0);
    });

    test('the wrong one had it: undone within seven days, nothing of it stays with them; later it is too late', async () => {
      const personId = await write('冯桂珍', '057188120005');
      const { wishId } = await community.must(STAFF, 'phone.recordWish', callOf(personId));
      const taker = await newcomer('冯甲');
      await community.must(taker, 'person.takeOver', { code: (await issue(personId)).code });
      expect((await community.refused(OUTSIDE_STAFF, 'person.undoTakeover', { personId, reason: '认错人了' })).code).toBe('OUT_OF_AREA');
      await community.must(STAFF, 'person.undoTakeover', { personId, reason: '认错人了' });
      expect((await community.must(taker, 'wish.mine', {})).items).toEqual([]);
      expect((await community.refused(taker, 'wish.withdraw', { wishId })).code).toBe('NOT_FOUND');
      const right = await newcomer('冯桂珍');
      await community.must(right, 'person.takeOver', { code: (await issue(personId)).code });
      await community.must(right, 'wish.withdraw', { wishId });
      await community.advance(8 * DAY_MS);
      expect((await community.refused(STAFF, 'person.undoTakeover', { personId, reason: '太晚' })).code).toBe('NOT_ALLOWED');
      expect(community.documents<Person>('persons').every(isSoundPerson)).toBe(true);
      expect(community.documents<Wish>('wishes').every((wish) => wish.recipientIds.length >= 1)).toBe(true);
    });

    test('whoever took over and leaves the community leaves the paper to staff', async () => {
      const personId = await write('何招弟', '057188120006');
      const taker = await newcomer('何招弟');
      await community.must(taker, 'person.takeOver', { code: (await issue(personId)).code });
      await community.must(taker, 'member.leave', {});
      await community.runJobs();
      expect(paper(personId)).toMatchObject({ state: 'onPaper', memberId: null, outbox: {} });
    });
  });
});
