import type { ApiContract } from '@contract';
import { memberPoints } from '../../cloudfunctions/core/ledger/account';
import { foldBalances, type Account } from '../../cloudfunctions/core/ledger/balance';
import type { Transfer } from '../../cloudfunctions/core/ledger/transfer';
import type { Member } from '../../cloudfunctions/core/member/member';
import { isSoundPerson, type Person } from '../../cloudfunctions/core/person/person';
import type { Wish } from '../../cloudfunctions/core/wish/wish';
import { Community, DAY_MS, GRID, HOUR_MS, MERCHANT, NEIGHBOUR, newOperation, OUTSIDER, OUTSIDE_STAFF, STAFF } from './support/community';
import { phoneWish, writePerson } from './support/paper-steps';
import { openWish, planOf, type Loop } from './support/wish-steps';
import { WishSight } from './support/wish-sight';

/** Somebody helped by phone has WeChat now: what staff kept for them becomes theirs, once, and only theirs. */
describe('taking over what was kept on paper', () => {
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
    expect(await sight.todos(taker, wishId)).toEqual([expect.stringContaining('修好了吗')]);
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

  test('the account is at home where the paper is, and what was given too late bars it likewise, until it is settled or undone', async () => {
    const personId = await write('蒋素珍', '057188120007');
    const gift = await openWish(community, { title: '想借一张折叠床', urgency: 'urgent' });
    const { claimId } = await community.must(STAFF, 'phone.recordClaim', { personId, wishId: gift, shares: 1 });
    await community.must(STAFF, 'claim.plan', planOf(community, { wishId: gift, claimId }));
    await community.advance(8 * DAY_MS);
    await community.runJobs();
    await community.runJobs();
    const taker = await newcomer('蒋素珍');
    const memberOf = async (): Promise<Member | null> => community.document<Member>('members', (await community.me(taker)).memberId);
    const other = await openWish(community, { title: '想借一架人字梯', urgency: 'urgent' });
    await community.must(taker, 'person.takeOver', { code: (await issue(personId)).code });
    expect(await memberOf()).toMatchObject({ paperHomes: { [personId]: paper(personId).householdId }, overdueClaimIds: [claimId] });
    expect((await community.refused(taker, 'wish.claim', { wishId: other, shares: 1 })).code).toBe('CLAIM_OVERDUE_ELSEWHERE');
    await community.must(STAFF, 'person.undoTakeover', { personId, reason: '先核对一下' });
    expect(await memberOf()).toMatchObject({ paperHomes: {}, overdueClaimIds: [] });
    await community.must(taker, 'person.takeOver', { code: (await issue(personId)).code });
    await community.must(taker, 'claim.giveBack', { wishId: gift, claimId });
    await community.runJobs();
    expect(await memberOf()).toMatchObject({ overdueClaimIds: [] });
    await community.must(taker, 'wish.claim', { wishId: other, shares: 1 });
    // Somebody else at the same telephone is of the same home: they don't help themselves.
    const kin = await write('蒋家老伴', '057188120007');
    const { wishId } = await community.must(STAFF, 'phone.recordWish', callOf(kin, { title: '想换一个水龙头' }));
    await community.must(STAFF, 'review.decide', { wishId, decision: { kind: 'approve' } });
    expect((await community.refused(taker, 'wish.claim', { wishId, shares: 1 })).code).toBe('CLAIM_OWN_WISH');
  });

  test('what was earned on paper becomes theirs once nothing can be undone, with its day; what comes later follows', async () => {
    const personId = await write('郑阿婆', '057188120007');
    const give = async (title: string): Promise<Loop> => {
      const wishId = await openWish(community, { title, urgency: 'urgent' }, NEIGHBOUR);
      const loop = { wishId, claimId: (await community.must(STAFF, 'phone.recordClaim', { personId, wishId, shares: 1 })).claimId };
      await community.must(STAFF, 'claim.plan', planOf(community, loop));
      await community.must(STAFF, 'claim.deliver', { ...loop, note: '送来了', proofFileIds: [await community.upload(STAFF, 'proof')] });
      return loop;
    };
    await community.must(NEIGHBOUR, 'claim.confirm', await give('想借一把折叠椅用两天'));
    await community.advance(8 * DAY_MS);
    await community.runJobs();
    const late = await give('想借一把大雨伞用一天');
    const onPaper = (): Account | null => community.document<Account>('accounts', memberPoints(personId));
    const { posted, lots } = onPaper() ?? { posted: 0, lots: {} };
    expect(posted).toBe(5);
    const taker = await newcomer('郑阿婆');
    await community.must(taker, 'person.takeOver', { code: (await issue(personId)).code });
    await community.must(NEIGHBOUR, 'claim.confirm', late);
    expect((await community.must(taker, 'points.mine', {})).points).toBe(0);
    await community.advance(8 * DAY_MS + HOUR_MS);
    for (let runs = 0; runs < 3; runs += 1) await community.runJobs();
    const { memberId } = await community.me(taker);
    expect(community.document<Account>('accounts', memberPoints(memberId))?.lots).toEqual(lots);
    expect((await community.must(taker, 'points.entries', {})).items).toMatchObject([{ points: 5, causeText: '以前社区电话里帮您记的' }]);
    await community.advance(8 * DAY_MS);
    for (let runs = 0; runs < 3; runs += 1) await community.runJobs();
    expect(onPaper()).toMatchObject({ posted: 0, pendingIn: 0, lots: {} });
    expect((await community.must(taker, 'points.mine', {})).points).toBe(10);
    expect([...foldBalances(community.documents<Transfer>('transfers')).values()].reduce((sum, balance) => sum + balance.posted, 0)).toBe(0);
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
