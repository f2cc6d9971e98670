import { communityPaidOut, directedEscrow, directedFunds } from '../../cloudfunctions/core/ledger/account';
import { ADMIN, COMMUNITY, Community, DAY_MS, MERCHANT, NEIGHBOUR, OTHER_COMMUNITY, OUTSIDER, OUTSIDE_STAFF, POSTER, STAFF } from './support/community';
import { acceptInput, agreedGift, AMOUNT_FEN, closeDirected, COLLEAGUE, directedPage, FACTS, giftOf, moneyWords, noticesOf, offer, onlyMoney, openDirected, openTasks, payPart, runningGift, thingWords } from './support/directed-steps';
import { balanceOf, receiptOf } from './support/fund-steps';
import { openWish } from './support/wish-steps';
import { runMinutes } from './support/money-steps';

describe('directed gifts', () => {
  let community: Community;
  let useKey: string;

  beforeAll(async () => {
    community = await Community.found();
    useKey = await openDirected(community);
  });
  afterAll(() => closeDirected(community));

  test('money from its offer to its last report: agreed, paid in parts, spent on what was agreed, told, ended', async () => {
    const directedId = await offer(community, moneyWords(useKey));
    expect(openTasks(community, 'directedOffer', directedId)).toHaveLength(1);
    expect((await community.must(STAFF, 'directed.waiting', {})).items).toContainEqual(expect.objectContaining({ directedId, waits: 'answer', giverName: '吴记粮油' }));
    expect(await community.refused(NEIGHBOUR, 'directed.get', { directedId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.refused(MERCHANT, 'directed.pay', { directedId, amountFen: 50_000 })).toMatchObject({ code: 'GIVE_NOT_NOW' });

    expect(await community.must(STAFF, 'directed.answer', { directedId, decision: { kind: 'ask', note: '灶台是哪一种？' } })).toMatchObject({ state: 'asked' });
    expect(await noticesOf(community, MERCHANT, directedId)).toContain('“给午餐桌添灶台和米”还要补一句');
    expect(await community.must(MERCHANT, 'directed.update', { directedId, words: moneyWords(useKey, { purpose: '换一台节能灶台。' }) })).toMatchObject({ state: 'offered' });
    expect(openTasks(community, 'directedOffer', directedId)).toHaveLength(1);

    expect(await community.must(STAFF, 'directed.answer', acceptInput(community, directedId))).toMatchObject({ state: 'agreed' });
    expect(openTasks(community, 'directedOffer', directedId)).toEqual([]);
    expect(await directedPage(community, MERCHANT, directedId)).toMatchObject({ audience: 'giver', facts: FACTS, toPayFen: AMOUNT_FEN, entityName: '云溪区慈善会', may: { canPay: true, payRefusal: null } });
    expect(await directedPage(community, NEIGHBOUR, directedId)).toMatchObject({ audience: 'neighbour', answerable: { name: '何*' }, may: { canPay: false, payRefusal: null } });

    await payPart(community, directedId, 40_000);
    await runMinutes(community, 2);
    expect(giftOf(community, directedId)).toMatchObject({ state: 'agreed', fundsLeftFen: 0 });
    expect(await directedPage(community, MERCHANT, directedId)).toMatchObject({ paidFen: 40_000, toPayFen: 60_000, payLimits: { minimumFen: 10_000, maximumFen: 60_000 } });
    await payPart(community, directedId, 60_000);
    await runMinutes(community, 4);
    expect(giftOf(community, directedId)).toMatchObject({ state: 'running', fundsLeftFen: AMOUNT_FEN });
    expect([balanceOf(community, directedEscrow(directedId)), balanceOf(community, directedFunds(directedId))]).toEqual([0, AMOUNT_FEN]);
    expect(await community.refused(MERCHANT, 'directed.withdraw', { directedId })).toMatchObject({ code: 'DIRECTED_CHANGED' });

    const ask = async (key: string) => ({ hostKind: 'directed' as const, hostId: directedId, useKey: key, text: '灶台一台', amountFen: AMOUNT_FEN, payee: { kind: 'organisation' as const, name: '平安厨具店' }, receiptFileIds: [await receiptOf(community, STAFF)] });
    expect(await community.refused(NEIGHBOUR, 'spending.ask', { ...(await ask(useKey)), receiptFileIds: [await receiptOf(community, NEIGHBOUR)] })).toMatchObject({ code: 'NOT_ALLOWED' });
    const { spendingId } = await community.must(STAFF, 'spending.ask', await ask(useKey));
    const ref = { hostKind: 'directed' as const, hostId: directedId, spendingId };
    expect(await community.refused(NEIGHBOUR, 'spending.get', { spendingId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.must(MERCHANT, 'spending.get', { spendingId })).toMatchObject({ state: 'asked', filerName: null });
    expect((await directedPage(community, MERCHANT, directedId)).spendings).toMatchObject([{ spendingId, state: 'asked' }]);
    expect((await directedPage(community, NEIGHBOUR, directedId)).spendings).toEqual([]);
    await community.must(COLLEAGUE, 'spending.approve', ref);
    await community.must(ADMIN, 'spending.approve', ref);
    await community.must(COLLEAGUE, 'spending.recordPayout', { ...ref, voucherNo: '记-11-3', paidAtMs: community.nowMs() });
    await runMinutes(community, 2);
    expect([balanceOf(community, directedFunds(directedId)), balanceOf(community, communityPaidOut(COMMUNITY))]).toEqual([0, AMOUNT_FEN]);
    expect(await directedPage(community, NEIGHBOUR, directedId)).toMatchObject({ spentFen: AMOUNT_FEN, spendings: [{ spendingId, state: 'paid' }], uses: [{ useKey, plannedFen: AMOUNT_FEN, spentFen: AMOUNT_FEN }] });

    const report = { directedId, kind: 'final' as const, text: '灶台装好了，米也收到了。', photos: [await community.upload(STAFF, 'campaignPhoto'), await community.upload(STAFF, 'campaignPhoto', 'review')] };
    expect(await community.refused(STAFF, 'directed.report', report)).toMatchObject({ code: 'DIRECTED_THINGS_OPEN' });
    await community.must(MERCHANT, 'directed.handOver', { directedId, thingId: 'g1', note: '放在食堂后门', handedAtMs: community.nowMs() });
    expect(openTasks(community, 'directedThings', directedId)).toHaveLength(1);
    expect(await community.refused(STAFF, 'directed.receive', { directedId, thingId: 'g1', count: 18, note: '' })).toMatchObject({ code: 'BAD_INPUT' });
    await community.must(STAFF, 'directed.receive', { directedId, thingId: 'g1', count: 18, note: '两袋破了，退回了' });
    expect(openTasks(community, 'directedThings', directedId)).toEqual([]);
    expect(await community.must(STAFF, 'directed.report', report)).toMatchObject({ state: 'ended' });
    await community.filesChecked(0);
    await runMinutes(community, 1);
    expect(openTasks(community, 'directedPhoto', directedId)).toHaveLength(1);
    const [doubted] = (await directedPage(community, STAFF, directedId)).photosInDoubt;
    const judge = { directedId, photoKey: doubted?.photoKey ?? '', decision: { kind: 'clear' } } as const;
    expect((await directedPage(community, MERCHANT, directedId)).photosInDoubt).toEqual([]);
    expect((await community.refused(STAFF, 'directed.judgePhoto', judge)).message).toContain('您自己传的');
    expect((await directedPage(community, NEIGHBOUR, directedId)).disclosures.find(({ kind }) => kind === 'final')?.photoUrls).toHaveLength(1);
    await community.must(COLLEAGUE, 'directed.judgePhoto', judge);
    expect(openTasks(community, 'directedPhoto', directedId)).toEqual([]);
    const seen = await directedPage(community, NEIGHBOUR, directedId);
    expect(seen).toMatchObject({ state: 'ended', things: [{ receivedCount: 18, handedNote: '', note: '' }] });
    expect(seen.disclosures.find(({ kind }) => kind === 'final')?.photoUrls).toHaveLength(2);
    expect((await community.must(NEIGHBOUR, 'directed.list', { shown: 'ended' })).items.map((card) => card.directedId)).toContain(directedId);
    expect((await community.must(MERCHANT, 'directed.mine', {})).items.map((card) => card.directedId)).toContain(directedId);
    expect((await community.must(STAFF, 'directed.mine', { as: 'answerable' })).items.map((card) => card.directedId)).toContain(directedId);
  });

  test('people of a unit never answer on its gift, also those who joined later; who left may; the picker reads the wall of the gift’s community', async () => {
    const { unitId, joinCode } = await community.must(POSTER, 'unit.create', { kind: 'company', name: '光明设计院' });
    const { directedId } = await community.must(POSTER, 'directed.offer', { as: { kind: 'unit', unitId }, words: thingWords() });
    const refuse = { directedId, decision: { kind: 'refuse', note: '用不上' } } as const;
    await community.must(COLLEAGUE, 'unit.join', { code: joinCode });
    await community.runJobs();
    expect((await community.refused(COLLEAGUE, 'directed.answer', refuse)).code).toBe('DIRECTED_OWN');
    await community.must(COLLEAGUE, 'unit.leave', { unitId });
    await community.runJobs();
    expect(await community.must(COLLEAGUE, 'directed.answer', refuse)).toMatchObject({ state: 'refused' });

    const [here, there] = [await openWish(community, {}, POSTER), await openWish(community, {}, OUTSIDER, OUTSIDE_STAFF)];
    const wall = async (input: object): Promise<readonly string[]> => (await community.must(MERCHANT, 'wish.wall', { sort: 'soon', ...input })).items.map(({ wishId }) => wishId);
    expect(await wall({})).toEqual(expect.arrayContaining([here, there]));
    const own = await wall({ within: 'community' });
    expect([own.includes(here), own.includes(there)]).toEqual([true, false]);
    expect((await community.refused(MERCHANT, 'wish.wall', { sort: 'soon', within: 'community', communityId: OTHER_COMMUNITY })).code).toBe('OUT_OF_AREA');
  });

  test('for a person there is no field for money, and nothing is said that tells who it is', async () => {
    const money = { amountFen: AMOUNT_FEN, lines: [{ useKey, text: '药', amountFen: AMOUNT_FEN }] };
    const words = thingWords();
    expect(await community.refused(MERCHANT, 'directed.offer', { as: { kind: 'merchant' }, words: { ...words, what: { ...words.what, money } } as never })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await community.refused(MERCHANT, 'directed.offer', { as: { kind: 'merchant' }, words: thingWords({ purpose: '她得了癌症，住 7 号楼。' }) })).toMatchObject({ code: 'PUBLIC_TEXT_PRIVATE' });
    expect(await community.refused(MERCHANT, 'directed.offer', { as: { kind: 'merchant' }, words: thingWords({ what: { subjectKind: 'person', things: [] } }) })).toMatchObject({ code: 'BAD_INPUT' });
    const directedId = await agreedGift(community, words);
    expect(giftOf(community, directedId)).toMatchObject({ state: 'running', collector: null, lines: [] });
    expect(await community.refused(MERCHANT, 'directed.pay', { directedId, amountFen: 10_000 })).toMatchObject({ code: 'GIVE_NOT_NOW', message: '这份赠与不收钱，只收东西和服务。' });
    expect(await directedPage(community, NEIGHBOUR, directedId)).toMatchObject({ giverName: '一家商户', amountFen: null });
    expect(await directedPage(community, STAFF, directedId)).toMatchObject({ giverName: '吴记粮油' });
  });

  test('sums, days and uses that do not fit', async () => {
    const what = (amountFen: number, lineFen: number, key = useKey) => ({ subjectKind: 'matter' as const, money: { amountFen, lines: [{ useKey: key, text: '灶台', amountFen: lineFen }] }, things: [] });
    for (const bad of [what(100_000, 99_999), what(0, 0), what(999, 999), what(10_000_001, 10_000_001), what(100_000.5, 100_000.5), what(100_000, 100_000, 'unknown')]) expect(['BAD_INPUT', 'USE_UNKNOWN']).toContain((await community.refused(MERCHANT, 'directed.offer', { as: { kind: 'merchant' }, words: moneyWords(useKey, { what: bad }) })).code);
    const directedId = await offer(community, moneyWords(useKey));
    const input = acceptInput(community, directedId);
    const nowMs = community.nowMs();
    for (const days of [{ payByMs: nowMs + 41 * DAY_MS }, { payByMs: nowMs - DAY_MS }, { payByMs: null }, { reportByMs: nowMs + 9 * DAY_MS }, { reportByMs: nowMs + 800 * DAY_MS }]) expect(await community.refused(STAFF, 'directed.answer', { ...input, decision: { ...input.decision, ...days } })).toMatchObject({ code: 'BAD_INPUT' });
    await community.must(MERCHANT, 'directed.withdraw', { directedId });
    expect(openTasks(community, 'directedOffer', directedId)).toEqual([]);
  });

  test('who may not: strangers, other staff, staff who give themselves, the shop of the staff', async () => {
    const directedId = await offer(community, moneyWords(useKey));
    expect(await community.refused(OUTSIDER, 'directed.offer', { as: { kind: 'merchant' }, words: moneyWords(useKey), communityId: COMMUNITY })).toMatchObject({ code: 'OUT_OF_AREA' });
    expect(await community.refused(OUTSIDER, 'directed.offer', { as: { kind: 'self' }, words: moneyWords(useKey), communityId: COMMUNITY })).toMatchObject({ code: 'OUT_OF_AREA' });
    expect(await community.refused(NEIGHBOUR, 'directed.update', { directedId, words: moneyWords(useKey) })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.refused(OUTSIDE_STAFF, 'directed.answer', acceptInput(community, directedId))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.refused(STAFF, 'directed.pay', { directedId, amountFen: 10_000 })).toMatchObject({ code: 'NOT_ALLOWED' });
    const own = await offer(community, moneyWords(useKey), STAFF);
    expect(await community.refused(STAFF, 'directed.answer', acceptInput(community, own))).toMatchObject({ code: 'DIRECTED_OWN' });
    const { code: ownCode } = await community.me(STAFF);
    const input = acceptInput(community, own);
    expect(await community.refused(COLLEAGUE, 'directed.answer', { ...input, decision: { ...input.decision, answerableCode: ownCode } })).toMatchObject({ code: 'BAD_INPUT' });
    await community.must(COLLEAGUE, 'directed.answer', input);
    expect(await community.refused(STAFF, 'directed.cancel', { directedId: own, reason: '不办了' })).toMatchObject({ code: 'DIRECTED_OWN' });
    await community.must(COLLEAGUE, 'directed.cancel', { directedId: own, reason: '不办了' });
    expect(await community.must(STAFF, 'directed.answer', { directedId, decision: { kind: 'refuse', note: '食堂今年不换灶台' } })).toMatchObject({ state: 'refused' });
    expect(await community.refused(NEIGHBOUR, 'directed.get', { directedId })).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('a unit gives by its contact; its people read it, and none of them answers for the community; it stays while its gift is at work', async () => {
    const unit = await community.must(NEIGHBOUR, 'unit.create', { kind: 'company', name: '农商行青枫支行' });
    await community.must(COLLEAGUE, 'unit.join', { code: unit.joinCode });
    await runMinutes(community, 1);
    const asUnit = { as: { kind: 'unit' as const, unitId: unit.unitId }, words: onlyMoney(useKey, { isAnonymous: true }) };
    expect(await community.refused(COLLEAGUE, 'directed.offer', asUnit)).toMatchObject({ code: 'UNIT_NOT_YOURS' });
    const { directedId } = await community.must(NEIGHBOUR, 'directed.offer', asUnit);
    expect(await community.refused(COLLEAGUE, 'directed.answer', acceptInput(community, directedId))).toMatchObject({ code: 'DIRECTED_OWN' });
    await community.must(STAFF, 'directed.answer', acceptInput(community, directedId));
    expect(await directedPage(community, COLLEAGUE, directedId)).toMatchObject({ audience: 'giver', giverName: '农商行青枫支行', may: { canPay: false, canWithdraw: false } });
    expect(await directedPage(community, POSTER, directedId)).toMatchObject({ audience: 'neighbour', giverName: '一家单位' });
    expect(await community.refused(NEIGHBOUR, 'unit.close', { unitId: unit.unitId })).toMatchObject({ code: 'UNIT_HAS_CLAIMS' });
    expect((await community.must(NEIGHBOUR, 'directed.mine', {})).items.map((card) => card.directedId)).toEqual([directedId]);
    await community.must(NEIGHBOUR, 'directed.withdraw', { directedId });
    await community.must(NEIGHBOUR, 'unit.close', { unitId: unit.unitId });
  });

  test('a bundle of needs is of wishes on the wall; neighbours read how many, never which', async () => {
    const wishIds = [await openWish(community, {}, POSTER), await openWish(community, {}, NEIGHBOUR)];
    expect(await community.refused(MERCHANT, 'directed.offer', { as: { kind: 'merchant' }, words: onlyMoney(useKey, { for: { kind: 'needs', wishIds: [...wishIds, 'w_none'] } }) })).toMatchObject({ code: 'NOT_FOUND' });
    const directedId = await agreedGift(community, onlyMoney(useKey, { for: { kind: 'needs', wishIds } }));
    expect(await directedPage(community, MERCHANT, directedId)).toMatchObject({ forText: '2 个心愿', wishes: wishIds.map((wishId) => ({ wishId })) });
    expect(await directedPage(community, OUTSIDE_STAFF, directedId).catch(() => null)).toBeNull();
    expect(await directedPage(community, POSTER, directedId)).toMatchObject({ forText: '2 个心愿', wishes: [] });
  });

  test('two of the staff answer at once: one counts', async () => {
    const directedId = await offer(community, moneyWords(useKey));
    const answers = await Promise.all([community.send(STAFF, 'directed.answer', acceptInput(community, directedId)), community.send(COLLEAGUE, 'directed.answer', { directedId, decision: { kind: 'refuse', note: '不要' } })]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'DIRECTED_CHANGED' } });
  });

  test('a report that is late is said to everybody, and whoever owes it answers for no other', async () => {
    const directedId = await runningGift(community, onlyMoney(useKey), MERCHANT, COLLEAGUE);
    await community.advance((giftOf(community, directedId).reportByMs ?? 0) - 6 * DAY_MS - community.nowMs());
    await runMinutes(community, 2);
    expect(await noticesOf(community, COLLEAGUE, directedId)).toContain('“给午餐桌添灶台和米”该报告了');
    await community.advance(8 * DAY_MS);
    await runMinutes(community, 2);
    expect(openTasks(community, 'directedReport', directedId)).toHaveLength(1);
    expect(await directedPage(community, NEIGHBOUR, directedId)).toMatchObject({ isReportOverdue: true });
    expect(await noticesOf(community, MERCHANT, directedId)).toContain('“给午餐桌添灶台和米”的报告晚了');
    const next = await offer(community, moneyWords(useKey));
    expect(await community.refused(COLLEAGUE, 'directed.answer', acceptInput(community, next))).toMatchObject({ code: 'DIRECTED_LATE' });
    await community.must(STAFF, 'directed.report', { directedId, kind: 'final', text: '灶台晚到了，装好了。' });
    expect(openTasks(community, 'directedReport', directedId)).toEqual([]);
    expect(await community.must(COLLEAGUE, 'directed.answer', acceptInput(community, next))).toMatchObject({ state: 'agreed' });
  });

  test('whoever gives or answers for a gift stays until it is over; then their name leaves it, and what they gave is theirs to take along', async () => {
    const mover = 'oTestMovingGiver';
    await community.join(mover, '搬走的马', COMMUNITY);
    const directedId = await offer(community, thingWords({ isAnonymous: false }), mover);
    expect(await community.refused(mover, 'member.leave', {})).toMatchObject({ code: 'STILL_BUSY_HERE' });
    const exported = JSON.parse((await community.must(mover, 'member.exportData', { part: 'help' })).json) as { readonly directedGifts: readonly { readonly title: string }[] };
    expect(exported.directedGifts).toMatchObject([{ title: '给一位邻居送米和理发', giver: { name: '搬走的马' } }]);
    await community.must(mover, 'directed.withdraw', { directedId });
    await community.must(mover, 'member.leave', {});
    await runMinutes(community, 1);
    expect(giftOf(community, directedId).giver.name).toBe('一位邻居');
  });

});
