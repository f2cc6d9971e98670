import type { Notice } from '../../cloudfunctions/core/notice/notice';
import type { Wish } from '../../cloudfunctions/core/wish/wish';
import { COMMUNITY, Community, DAY_MS, GRID, HOUR_MS, MERCHANT, NEIGHBOUR, newOperation, OTHER_COMMUNITY, OUTSIDE_STAFF, POSTER, STAFF, ADMIN } from './support/community';
import { assertRoundsSound, previewedRound, proofOf, proposalsIn, roundOf, sentRound, workUntil, workUntilPass } from './support/match-round-steps';
import { offerAs, supplyWords } from './support/supply-steps';
import { openWish } from './support/wish-steps';

const COLLEAGUE = 'oTestStaffColleague';
const OTHER_POSTER = 'oTestResidentQian';
const RICE = { category: 'goods', title: '想要一袋米', story: '这个月手头紧，想要一袋米。', handover: 'station' } as const;

describe('rounds of matching', () => {
  let community: Community;
  let riceId = '';
  let lampId = '';
  let shopSupplyId = '';

  beforeAll(async () => {
    community = await Community.found();
    await community.join(COLLEAGUE, '周敏', COMMUNITY);
    await community.join(OTHER_POSTER, '钱叔', GRID);
    await community.grant(COLLEAGUE, 'socialWorker', COMMUNITY);
    shopSupplyId = (await community.must(MERCHANT, 'supply.save', { as: { kind: 'merchant' }, ...supplyWords({ category: 'goods', title: '米面油', capacityPerWeek: 2 }) })).supplyId;
    riceId = await openWish(community, RICE, POSTER);
    await community.advance(DAY_MS);
    lampId = await openWish(community, {}, OTHER_POSTER);
  });
  afterAll(async () => {
    assertRoundsSound(community);
    await community.close();
  });

  const noticesTo = async (openid: string, title: string): Promise<readonly Notice[]> => {
    const { memberId } = await community.me(openid);
    return community.documents<Notice>('notices').filter((notice) => notice.memberId === memberId && notice.title === title);
  };

  test('only staff of the community, one at a time, once however often it is sent', async () => {
    expect(await community.refused(NEIGHBOUR, 'matchRound.start', {})).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await community.refused(STAFF, 'matchRound.start', { communityId: OTHER_COMMUNITY })).toMatchObject({ code: 'OUT_OF_AREA' });
    expect(await community.refused(STAFF, 'matchRound.start', { answerHours: 5 })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await community.refused(STAFF, 'matchRound.start', { categories: [] })).toMatchObject({ code: 'BAD_INPUT' });
    const operationId = newOperation();
    const [first, second] = await Promise.all([community.send(STAFF, 'matchRound.start', { isFair: false }, operationId), community.send(COLLEAGUE, 'matchRound.start', {})]);
    const begun = [first, second].filter((answer) => answer.ok === true);
    expect(begun).toHaveLength(1);
    expect([first, second].filter((answer) => answer.ok === false)).toMatchObject([{ error: { code: 'MATCH_ROUND_UNDERWAY' } }]);
    const roundId = begun[0]?.ok === true ? begun[0].data.roundId : '';
    expect(await community.refused(OUTSIDE_STAFF, 'matchRound.get', { roundId })).toMatchObject({ code: 'NOT_FOUND' });
    for (const route of ['matchRound.send', 'matchRound.solveAgain'] as const) expect(await community.refused(STAFF, route, { roundId })).toMatchObject({ code: 'MATCH_ROUND_CHANGED' });
    await community.must(STAFF, 'matchRound.cancel', { roundId });
    expect(await community.must(STAFF, 'matchRound.get', { roundId })).toMatchObject({ state: 'cancelled', canCancel: false, note: expect.stringContaining('没有发出') });
    expect(proposalsIn(community, roundId)).toEqual([]);
    const again = newOperation();
    const next = await community.must(STAFF, 'matchRound.start', {}, again);
    expect(await community.must(STAFF, 'matchRound.start', {}, again)).toMatchObject({ roundId: next.roundId, n: 2 });
    expect(await community.refused(STAFF, 'matchRound.start', { isFair: false }, again)).toMatchObject({ code: 'OPERATION_REUSED' });
    await community.must(STAFF, 'matchRound.cancel', { roundId: next.roundId });
  });

  test('nothing offered of that kind, nothing to send; three days unlooked at, it ends by itself', async () => {
    const { roundId } = await community.must(STAFF, 'matchRound.start', { categories: ['study'] });
    const view = await workUntil(community, roundId, 'preview');
    expect(view).toMatchObject({ figures: { wishes: 0, placed: 0, objective: 0, dualObjective: 0 }, canSend: false, canCancel: true });
    expect(await community.refused(STAFF, 'matchRound.send', { roundId })).toMatchObject({ code: 'MATCH_ROUND_EMPTY' });
    await community.advance(3 * DAY_MS);
    expect(await workUntil(community, roundId, 'cancelled')).toMatchObject({ note: expect.stringContaining('三天') });
  });

  test('staff see who gets what and why, change it with a reason, and send only what they saw', async () => {
    const neighbourSupplyId = await offerAs(community, NEIGHBOUR, { category: 'goods', title: '多买的米', capacityPerWeek: 1 });
    const roundId = await previewedRound(community);
    expect(proofOf(community, roundId)).toMatchObject({ isSound: true, gap: 0 });
    const { rows, nextPage } = await community.must(COLLEAGUE, 'matchRound.rows', { roundId, page: 0 });
    expect(nextPage).toBeNull();
    expect(rows.map(({ wishId }) => wishId)).toEqual([riceId, lampId]);
    const rice = rows[0];
    expect(rice).toMatchObject({ title: RICE.title, shares: 1, given: [{ why: expect.stringContaining('什么时候都方便'), isForced: false }], arrival: [{ shares: 1 }] });
    expect(rows[1]).toMatchObject({ candidates: 0, given: [], arrival: [] });
    const givenId = rice?.given[0]?.supplyId ?? '';
    const otherId = givenId === shopSupplyId ? neighbourSupplyId : shopSupplyId;
    const page = rice?.page ?? 0;
    const candidates = await community.must(STAFF, 'matchRound.candidates', { roundId, page, wishId: riceId });
    expect(candidates.map(({ supplyId }) => supplyId).sort()).toEqual([givenId, otherId].sort());
    const swap = { roundId, page, wishId: riceId, supplyId: otherId, kind: 'swap', reason: '两家都问过了，这家顺路' } as const;
    expect(await community.refused(STAFF, 'matchRound.override', { ...swap, reason: ' ' })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await community.refused(STAFF, 'matchRound.override', { ...swap, wishId: lampId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.must(STAFF, 'matchRound.override', swap)).toMatchObject({ canSend: false, canSolveAgain: true, overrides: [{ kind: 'forbid', supplyId: givenId, isApplied: false }, { kind: 'force', supplyId: otherId }] });
    expect(await community.refused(STAFF, 'matchRound.send', { roundId })).toMatchObject({ code: 'MATCH_ROUND_STALE' });
    await community.must(STAFF, 'matchRound.solveAgain', { roundId });
    expect(await workUntil(community, roundId, 'preview')).toMatchObject({ canSend: true, overrides: [{ isApplied: true }, { isApplied: true }] });
    expect(proofOf(community, roundId)).toMatchObject({ isSound: true, gap: 0 });
    expect((await community.must(STAFF, 'matchRound.rows', { roundId, page: 0 })).rows[0]).toMatchObject({ given: [{ supplyId: otherId, isForced: true }] });
    expect(proposalsIn(community, roundId)).toEqual([]);
    await community.must(STAFF, 'matchRound.cancel', { roundId });
    await community.must(NEIGHBOUR, 'supply.end', { supplyId: neighbourSupplyId });
  });

  test('accepted by one tap it is an ordinary claim; the report says who was served', async () => {
    const roundId = await sentRound(community);
    const [proposal] = proposalsIn(community, roundId);
    const proposalId = proposal?._id ?? '';
    expect(proposalsIn(community, roundId)).toMatchObject([{ wishId: riceId, supplyId: shopSupplyId, state: 'open' }]);
    expect(await noticesTo(MERCHANT, '有个心愿适合您')).toMatchObject([{ todoState: 'open', target: { page: 'matchProposals' } }]);
    expect(await noticesTo(POSTER, '可能有邻居来帮忙')).toHaveLength(1);
    expect(await community.must(MERCHANT, 'matchProposal.mine', {})).toMatchObject([{ proposalId, title: RICE.title, canAnswer: true, partyName: '吴记粮油' }]);
    expect(await community.refused(NEIGHBOUR, 'matchProposal.get', { proposalId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.refused(NEIGHBOUR, 'matchProposal.accept', { proposalId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.must(POSTER, 'matchProposal.forWish', { wishId: riceId })).toMatchObject([{ partyName: '吴记粮油', canSayUnsuited: true }]);
    expect(await community.refused(NEIGHBOUR, 'matchProposal.forWish', { wishId: riceId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.refused(STAFF, 'matchRound.cancel', { roundId })).toMatchObject({ code: 'MATCH_ROUND_CHANGED' });
    const operationId = newOperation();
    const accepted = await community.must(MERCHANT, 'matchProposal.accept', { proposalId }, operationId);
    expect(await community.must(MERCHANT, 'matchProposal.accept', { proposalId }, operationId)).toEqual(accepted);
    expect(await community.refused(MERCHANT, 'matchProposal.decline', { proposalId })).toMatchObject({ code: 'MATCH_PROPOSAL_CLOSED' });
    expect(await community.refused(POSTER, 'matchProposal.unsuited', { proposalId })).toMatchObject({ code: 'MATCH_PROPOSAL_CLOSED' });
    expect(community.document<Wish>('wishes', riceId)?.claims[accepted.claimId ?? '']).toMatchObject({ state: 'held', giverKind: 'merchant', claimerName: '吴记粮油', shares: 1 });
    expect((await community.must(MERCHANT, 'claim.mine', { open: true })).items).toMatchObject([{ claimId: accepted.claimId }]);
    expect(await noticesTo(MERCHANT, '有个心愿适合您')).toMatchObject([{ todoState: 'done' }]);
    await community.advance(HOUR_MS);
    expect(await workUntil(community, roundId, 'ended')).toMatchObject({ report: { wishes: 2, served: 1, servedShares: 1, waited: 1, passes: 1, proposals: { accepted: 1, open: 0 }, byArea: [{ wishes: 2, served: 1 }] }, sent: 1 });
  });
});

describe('what becomes of proposals', () => {
  let community: Community;
  let wishId = '';
  let supplyIds: Readonly<Record<string, string>> = {};

  beforeAll(async () => {
    community = await Community.found();
  });
  beforeEach(async () => {
    await community.foundAnew();
    const shop = await community.must(MERCHANT, 'supply.save', { as: { kind: 'merchant' }, ...supplyWords({ category: 'goods', title: '米面油', capacityPerWeek: 2 }) });
    supplyIds = { [MERCHANT]: shop.supplyId, [NEIGHBOUR]: await offerAs(community, NEIGHBOUR, { category: 'goods', title: '家里的面', capacityPerWeek: 1 }) };
    wishId = await openWish(community, RICE, POSTER);
  });
  afterEach(() => assertRoundsSound(community));
  afterAll(async () => {
    await community.close();
  });

  const giverOf = (supplyId: string | undefined): string => (supplyId === supplyIds[MERCHANT] ? MERCHANT : NEIGHBOUR);

  test('declined or unsuited, it is solved again without that pair; with nobody left the round ends', async () => {
    const roundId = await sentRound(community);
    const [first] = proposalsIn(community, roundId);
    expect(await community.refused(giverOf(first?.supplyId), 'matchProposal.decline', { proposalId: first?._id ?? '', reason: '这里有违禁的话' })).toMatchObject({ code: 'TEXT_RISKY' });
    expect(await community.must(giverOf(first?.supplyId), 'matchProposal.decline', { proposalId: first?._id ?? '', reason: '这周进货没到' })).toMatchObject({ state: 'declined', claimId: null });
    await community.advance(HOUR_MS);
    await workUntilPass(community, roundId, 2);
    const second = proposalsIn(community, roundId).find(({ pass }) => pass === 2);
    expect(giverOf(second?.supplyId)).not.toBe(giverOf(first?.supplyId));
    expect(proofOf(community, roundId, 2)).toMatchObject({ isSound: true, gap: 0 });
    await community.must(POSTER, 'matchProposal.unsuited', { proposalId: second?._id ?? '' });
    expect(community.documents<Notice>('notices').filter(({ title }) => title === '有一件这次不用您来了')).toMatchObject([{ memberId: second?.keeperId }]);
    await community.advance(HOUR_MS);
    expect(await workUntil(community, roundId, 'ended')).toMatchObject({ pass: 3, sent: 2, report: { served: 0, waited: 1, passes: 3, proposals: { declined: 1, unsuited: 1, open: 0 } } });
    // What a round was computed from goes after a while; what it came to stays.
    await community.advance(91 * DAY_MS);
    await community.runJobs();
    expect(community.documents('matchPages')).toEqual([]);
    expect(await community.must(STAFF, 'matchRound.list', {})).toMatchObject([{ roundId, state: 'ended', served: 0 }]);
  });

  test('no answer in time lapses; claimed on the wall by the one who was asked counts, by another it is gone', async () => {
    const otherId = await openWish(community, { ...RICE, title: '想要一袋面' }, POSTER);
    const roundId = await sentRound(community);
    const proposals = proposalsIn(community, roundId);
    expect(proposals.map((proposal) => proposal.wishId).sort()).toEqual([wishId, otherId].sort());
    const [mine, others] = [proposals[0], proposals[1]];
    await community.must(giverOf(mine?.supplyId), 'wish.claim', { wishId: mine?.wishId ?? '', shares: 1, as: { kind: giverOf(mine?.supplyId) === MERCHANT ? 'merchant' : 'self' } });
    await community.join('oTestResidentHelper', '方姐', GRID);
    await community.must('oTestResidentHelper', 'wish.claim', { wishId: others?.wishId ?? '', shares: 1, as: { kind: 'self' } });
    expect(await community.refused(giverOf(others?.supplyId), 'matchProposal.accept', { proposalId: others?._id ?? '' })).toMatchObject({ code: expect.stringMatching(/SHARES_SOLD_OUT|WISH_STATE_CHANGED/) });
    await community.advance(48 * HOUR_MS);
    await workUntil(community, roundId, 'ended');
    expect(proposalsIn(community, roundId).map(({ _id, state }) => [_id, state]).sort()).toEqual([[mine?._id, 'accepted'], [others?._id, 'gone']].sort());
    expect(roundOf(community, roundId).report).toMatchObject({ served: 1, proposals: { accepted: 1, gone: 1, lapsed: 0 } });
  });

  test('nobody is asked more than twice a week, over all rounds', async () => {
    await community.must(NEIGHBOUR, 'supply.end', { supplyId: supplyIds[NEIGHBOUR] ?? '' });
    for (const _round of [1, 2]) {
      const roundId = await sentRound(community);
      await community.must(MERCHANT, 'matchProposal.decline', { proposalId: proposalsIn(community, roundId)[0]?._id ?? '' });
      await community.advance(HOUR_MS);
      await workUntil(community, roundId, 'ended');
    }
    const third = await previewedRound(community);
    expect(roundOf(community, third).figures).toMatchObject({ offers: 0, offersPushed: 1, placed: 0 });
    await community.must(STAFF, 'matchRound.cancel', { roundId: third });
  });

  test('what went while staff looked is not sent; whoever began it may lose the role meanwhile', async () => {
    await community.join(COLLEAGUE, '周敏', COMMUNITY);
    await community.grant(COLLEAGUE, 'socialWorker', COMMUNITY);
    const { supplyId } = await community.must(NEIGHBOUR, 'supply.get', { supplyId: supplyIds[NEIGHBOUR] ?? '' });
    await community.must(NEIGHBOUR, 'supply.end', { supplyId });
    const roundId = await previewedRound(community, COLLEAGUE);
    expect(roundOf(community, roundId).figures).toMatchObject({ placed: 1 });
    await community.must(ADMIN, 'member.revokeRole', { memberId: (await community.me(COLLEAGUE)).memberId, role: 'socialWorker', areaId: COMMUNITY });
    expect(await community.refused(COLLEAGUE, 'matchRound.send', { roundId })).toMatchObject({ code: 'NOT_ALLOWED' });
    await community.must(MERCHANT, 'supply.pause', { supplyId: supplyIds[MERCHANT] ?? '' });
    await community.must(STAFF, 'matchRound.send', { roundId });
    expect(await workUntil(community, roundId, 'ended')).toMatchObject({ sent: 0, report: { served: 0, waited: 1, passes: 1 } });
    expect(proposalsIn(community, roundId)).toEqual([]);
  });

  test('a unit is asked through its contact; an organisation, kept by staff, is not asked', async () => {
    for (const openid of [MERCHANT, NEIGHBOUR]) await community.must(openid, 'supply.end', { supplyId: supplyIds[openid] ?? '' });
    await community.must(STAFF, 'supply.save', { as: { kind: 'organisation', name: '阳光助残中心' }, ...supplyWords({ category: 'goods', title: '轮椅' }) });
    const { unitId } = await community.must(MERCHANT, 'unit.create', { kind: 'company', name: '粮油行' });
    await community.must(MERCHANT, 'supply.save', { as: { kind: 'unit', unitId }, ...supplyWords({ category: 'goods', title: '五袋米' }) });
    const roundId = await sentRound(community);
    expect(proposalsIn(community, roundId)).toMatchObject([{ partyKind: 'unit', partyId: unitId, keeperId: unitId }]);
    const proposalId = proposalsIn(community, roundId)[0]?._id ?? '';
    const { claimId } = await community.must(MERCHANT, 'matchProposal.accept', { proposalId });
    expect(community.document<Wish>('wishes', wishId)?.claims[claimId ?? '']).toMatchObject({ claimerId: unitId, giverKind: 'unit' });
    const [accept, unsuited] = [await community.send(MERCHANT, 'matchProposal.accept', { proposalId }), await community.send(POSTER, 'matchProposal.unsuited', { proposalId })];
    for (const answer of [accept, unsuited]) expect(answer).toMatchObject({ ok: false, error: { code: 'MATCH_PROPOSAL_CLOSED' } });
  });
});
