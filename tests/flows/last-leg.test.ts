import type { Notice } from '../../cloudfunctions/core/notice/notice';
import type { Task } from '../../cloudfunctions/core/staff/task';
import { isCoherent } from '../../cloudfunctions/core/wish/wish';
import { Community, COMMUNITY, DAY_MS, GRID, MERCHANT, NEIGHBOUR, OUTSIDE_STAFF, OUTSIDER, POSTER, STAFF } from './support/community';
import { askedLeg, atStation, broughtLeg, carryAcross, comingToStation, takenLeg, wishOf, type Leg } from './support/last-leg-steps';
import { planOf, plannedWish, type Loop } from './support/wish-steps';

/** What lies at a station is brought home by a neighbour: against the deployed bundles. */
const VOLUNTEER = 'oTestVolunteerXu';
let community: Community;

beforeAll(async () => {
  community = await Community.found();
  await community.join(VOLUNTEER, '徐师傅', GRID);
});
afterAll(async () => {
  await community.close();
});

const incoming = async ({ wishId, claimId }: Loop) => (await community.must(POSTER, 'wish.get', { wishId })).incoming.find((claim) => claim.claimId === claimId);
const legState = async (leg: Loop): Promise<string | undefined> => (await incoming(leg))?.lastLeg?.state;
const stateOf = (loop: Loop): string | undefined => wishOf(community, loop.wishId).claims[loop.claimId]?.state;
const noticesOf = (wishId: string): readonly string[] => community.documents<Notice>('notices').filter((notice) => notice.target.wishId === wishId).map((notice) => notice.title);
const tasksOf = (wishId: string): readonly string[] => community.documents<Task>('tasks').filter((task) => task.wishId === wishId && task.kind !== 'review').map((task) => `${task.kind}:${task.state}`).sort();
const isOnWall = async (reader: string, errandId: string): Promise<boolean> => (await community.must(reader, 'wish.wall', { sort: 'new' })).items.some((card) => card.wishId === errandId);

describe('asked for', () => {
  test('once, by the recipient; a quiet wish of one share that says nothing of theirs', async () => {
    const loop = await atStation(community, { title: '想要一袋米，腿脚不便' });
    expect(await incoming(loop)).toMatchObject({ canAskLastLeg: true, lastLeg: null });
    const first = await community.must(POSTER, 'lastLeg.request', loop, 'ask-leg-000000001');
    expect(await community.must(POSTER, 'lastLeg.request', loop, 'ask-leg-000000001')).toEqual(first);
    expect((await community.must(STAFF, 'lastLeg.request', loop)).errandId).toBe(first.errandId);
    expect(await incoming(loop)).toMatchObject({ canAskLastLeg: false, lastLeg: { state: 'asked', canCancel: true, errandId: first.errandId } });
    const errand = wishOf(community, first.errandId);
    expect(errand).toMatchObject({ state: 'open', category: 'service', sharesWanted: 1, title: '从青枫驿站捎一件到邻居家', errandFor: { ...loop, isArrived: true, isOver: false } });
    expect(errand.windowEndMs - community.nowMs()).toBeLessThanOrEqual(4 * DAY_MS);
    for (const words of ['腿脚', '米', '赵', '枫林里']) expect(`${errand.title}${errand.story}${errand.shareNote}${errand.posterText}`).not.toContain(words);
    expect(await community.must(NEIGHBOUR, 'wish.get', { wishId: first.errandId })).toMatchObject({ isErrand: true, incoming: [], claimRefusal: null, handoverText: '从青枫驿站取，送到邻居家' });
  });

  test('by nobody else, and only for what goes by the station', async () => {
    const loop = await atStation(community);
    for (const other of [MERCHANT, NEIGHBOUR, OUTSIDER, OUTSIDE_STAFF]) expect((await community.refused(other, 'lastLeg.request', loop)).code).toBe('NOT_FOUND');
    expect((await community.refused(POSTER, 'lastLeg.cancel', loop)).code).toBe('NOT_FOUND');
    const home = await plannedWish(community, { urgency: 'urgent' });
    expect(await incoming(home)).toMatchObject({ canAskLastLeg: false });
    expect((await community.refused(POSTER, 'lastLeg.request', home)).code).toBe('LAST_LEG_NOT_NOW');
    await community.must(POSTER, 'dispute.open', { ...loop, kind: 'notReceived', note: '没看到' });
    expect((await community.refused(POSTER, 'lastLeg.request', loop)).code).toBe('CLAIM_IN_DISPUTE');
  });

  test('seen and taken in its own community only, by a neighbour who did not give it', async () => {
    const leg = await askedLeg(community, await atStation(community, {}, NEIGHBOUR));
    expect([await isOnWall(VOLUNTEER, leg.errandId), await isOnWall(OUTSIDER, leg.errandId)]).toEqual([true, false]);
    expect((await community.refused(OUTSIDER, 'wish.get', { wishId: leg.errandId })).code).toBe('NOT_FOUND');
    expect((await community.refused(OUTSIDER, 'wish.claim', { wishId: leg.errandId, shares: 1 })).code).toBe('NOT_FOUND');
    expect((await community.refused(POSTER, 'wish.claim', { wishId: leg.errandId, shares: 1 })).code).toBe('CLAIM_OWN_WISH');
    expect((await community.refused(NEIGHBOUR, 'wish.claim', { wishId: leg.errandId, shares: 1 })).code).toBe('LAST_LEG_NOT_YOURS');
    expect((await community.refused(MERCHANT, 'wish.claim', { wishId: leg.errandId, shares: 1, as: { kind: 'merchant' } })).code).toBe('LAST_LEG_NOT_YOURS');
    const batch = await community.must(VOLUNTEER, 'wish.claimMany', { items: [{ wishId: leg.errandId, shares: 1 }], mode: 'bestEffort' });
    expect(JSON.stringify(batch)).toContain('捎一程要单独接');
    expect((await community.must(STAFF, 'round.candidates', { roundId: null, areaId: COMMUNITY })).items.some((card) => card.wishId === leg.errandId)).toBe(false);
    expect((await community.must(POSTER, 'wish.similar', { category: 'service' })).some((card) => card.wishId === leg.errandId)).toBe(false);
  });
});

describe('carried', () => {
  test('two at once: one has it; the station reads who comes; received at the door confirms the gift', async () => {
    const leg = await askedLeg(community);
    const answers = await Promise.all([NEIGHBOUR, VOLUNTEER].map((who) => community.send(who, 'wish.claim', { wishId: leg.errandId, shares: 1 })));
    expect(answers.filter((answer) => answer.ok === true)).toHaveLength(1);
    const [carrier, name] = answers[0]?.ok === true ? [NEIGHBOUR, '刘洋'] as const : [VOLUNTEER, '徐师傅'] as const;
    const claim = (await community.must(carrier, 'claim.mine', { open: true })).items.find((each) => each.wishId === leg.errandId);
    expect(claim).toMatchObject({ isErrand: true, canPlanHome: true, handoverText: '从青枫驿站取，送到邻居家' });
    const errand = { wishId: leg.errandId, claimId: claim?.claimId ?? '' };
    expect((await community.refused(carrier, 'claim.plan', { ...planOf(community, errand), handover: 'station' })).code).toBe('BAD_INPUT');
    await community.must(carrier, 'claim.plan', planOf(community, errand));
    await carryAcross(community);
    expect(await legState(leg.gift)).toBe('taken');
    const row = (await community.must(STAFF, 'handover.arrivals', { state: 'waiting' })).items.find((arrival) => arrival.claimId === leg.gift.claimId);
    expect(row?.lastLegText).toBe(`交给${name}，送到家`);
    expect(JSON.stringify((await community.must(MERCHANT, 'claim.mine', { open: true })).items)).not.toContain(name);

    await community.must(POSTER, 'contact.leave', { ...errand, name: '赵阿姨', phone: '13800001234', note: '二楼' });
    expect(await community.must(carrier, 'contact.reveal', { ...errand, reason: 'findPlace' })).toMatchObject({ phone: '13800001234' });
    const { code } = await community.must(POSTER, 'handover.issueCode', errand);
    await community.must(carrier, 'handover.redeem', { ...errand, code });
    await carryAcross(community);
    expect([stateOf(errand), stateOf(leg.gift), await legState(leg.gift)]).toEqual(['confirmed', 'confirmed', 'received']);
    expect([wishOf(community, leg.gift.wishId), wishOf(community, leg.errandId)].map((wish) => [wish.state, isCoherent(wish)])).toEqual([['completed', true], ['completed', true]]);
    const earned = community.documents<{ cause: { aggregateId: string } }>('transfers').filter((transfer) => [leg.gift.wishId, leg.errandId].includes(transfer.cause.aggregateId));
    expect(earned).toHaveLength(2);
    expect(noticesOf(leg.errandId)).toContain('帮上忙了，谢谢您');
  });

  test('a gift whose giver never said it was there is confirmed too', async () => {
    const leg = await askedLeg(community, await comingToStation(community));
    expect(wishOf(community, leg.errandId).errandFor?.isArrived).toBe(false);
    const errand = await broughtLeg(community, leg);
    await carryAcross(community);
    expect(await legState(leg.gift)).toBe('brought');
    expect((await community.refused(POSTER, 'lastLeg.cancel', leg.gift)).code).toBe('LAST_LEG_NOT_NOW');
    await community.must(POSTER, 'claim.confirm', errand);
    await carryAcross(community);
    expect(stateOf(leg.gift)).toBe('confirmed');
    expect(wishOf(community, leg.gift.wishId)).toMatchObject({ state: 'completed', sharesHeld: 0, sharesDelivered: 1 });
    expect((await community.refused(MERCHANT, 'claim.deliver', { ...leg.gift, proofFileIds: [await community.upload(MERCHANT, 'proof')] })).code).toBe('CLAIM_STATE_CHANGED');
  });

  test('whoever took it is told when it arrives', async () => {
    const leg = await askedLeg(community, await comingToStation(community));
    await takenLeg(community, leg);
    await community.must(MERCHANT, 'claim.deliver', { ...leg.gift, note: '', proofFileIds: [await community.upload(MERCHANT, 'proof')] });
    await carryAcross(community);
    expect(wishOf(community, leg.errandId).errandFor?.isArrived).toBe(true);
    expect(noticesOf(leg.errandId).filter((title) => title.startsWith('东西到驿站了'))).toHaveLength(1);
  });

  test('confirmed at the gift instead: who brought it is thanked all the same', async () => {
    const leg = await askedLeg(community);
    const errand = await broughtLeg(community, leg);
    await community.must(POSTER, 'claim.confirm', leg.gift);
    await carryAcross(community);
    expect([stateOf(errand), wishOf(community, leg.errandId).state]).toEqual(['confirmed', 'completed']);
  });
});

describe('ended', () => {
  /** What ends the need, and how whoever took it is told. */
  const ENDS: readonly (readonly [string, (leg: Leg) => Promise<unknown>, string])[] = [
    ['the recipient calls it off', (leg) => community.must(POSTER, 'lastLeg.cancel', leg.gift), 'delivered'],
    ['the recipient has it', (leg) => community.must(POSTER, 'claim.confirm', leg.gift), 'confirmed'],
    ['a dispute', (leg) => community.must(POSTER, 'dispute.open', { ...leg.gift, kind: 'notAsAgreed', note: '不是说好的那种' }), 'delivered'],
  ];
  test.each(ENDS)('%s', async (_why, end, gift) => {
    const leg = await askedLeg(community);
    const errand = await takenLeg(community, leg);
    await carryAcross(community);
    await end(leg);
    await carryAcross(community);
    expect([stateOf(leg.gift), stateOf(errand), wishOf(community, leg.errandId).state, isCoherent(wishOf(community, leg.errandId))]).toEqual([gift, 'cancelled', 'withdrawn', true]);
    expect(await isOnWall(VOLUNTEER, leg.errandId)).toBe(false);
    expect(noticesOf(leg.errandId).filter((title) => title === '这一趟不用跑了')).toHaveLength(1);
    expect((await community.must(NEIGHBOUR, 'claim.mine', { open: false })).items.find((claim) => claim.claimId === errand.claimId)?.statusText).toBe('这一趟不用跑了，谢谢您');
  });

  test('given back, or brought to the door by the giver after all', async () => {
    const back = await askedLeg(community, await comingToStation(community));
    await takenLeg(community, back);
    await community.must(MERCHANT, 'claim.giveBack', back.gift);
    const moved = await askedLeg(community, await comingToStation(community));
    await community.must(POSTER, 'handover.agreeHome', moved.gift);
    await community.must(MERCHANT, 'claim.plan', planOf(community, moved.gift));
    await carryAcross(community);
    for (const leg of [back, moved]) expect(wishOf(community, leg.errandId)).toMatchObject({ state: 'withdrawn', sharesLeft: 1, sharesHeld: 0 });
    expect((await incoming(moved.gift))?.lastLeg?.state).toBe('withdrawn');
  });

  test('taken and given back: it waits again; called off and asked for again is another', async () => {
    const leg = await askedLeg(community);
    const errand = await takenLeg(community, leg);
    await community.must(NEIGHBOUR, 'claim.giveBack', errand);
    await carryAcross(community);
    expect(await legState(leg.gift)).toBe('asked');
    await community.must(POSTER, 'lastLeg.cancel', leg.gift);
    const again = await community.must(POSTER, 'lastLeg.request', leg.gift);
    expect(again.errandId).not.toBe(leg.errandId);
    await carryAcross(community);
    expect([wishOf(community, leg.errandId).state, wishOf(community, again.errandId).state, await legState(leg.gift)]).toEqual(['withdrawn', 'open', 'asked']);
    await community.must(POSTER, 'lastLeg.cancel', leg.gift);
    await community.must(POSTER, 'lastLeg.request', leg.gift);
    await community.must(POSTER, 'lastLeg.cancel', leg.gift);
    expect((await community.refused(POSTER, 'lastLeg.request', leg.gift)).code).toBe('LAST_LEG_ASKED_OFTEN');
  });

  test('nobody in three days: a social worker calls, the recipient knows, and what never came is never confirmed by itself', async () => {
    const leg = await askedLeg(community);
    // The photo of the delivery has its answer: four days on, one without is a task of its own.
    await community.quiet();
    await community.advance(4 * DAY_MS);
    await carryAcross(community);
    expect([await legState(leg.gift), stateOf(leg.gift), wishOf(community, leg.errandId).state]).toEqual(['unanswered', 'delivered', 'expired']);
    expect(tasksOf(leg.gift.wishId)).toEqual(['lastLeg:open']);
    expect(noticesOf(leg.gift.wishId).filter((title) => title === '这几天没人接，社工来想办法')).toHaveLength(1);
    await community.advance(10 * DAY_MS);
    await carryAcross(community);
    expect(stateOf(leg.gift)).toBe('delivered');
    expect(tasksOf(leg.gift.wishId)).toEqual(['confirmOverdue:open', 'lastLeg:open']);
    const again = await community.must(STAFF, 'lastLeg.request', leg.gift);
    await carryAcross(community);
    expect(tasksOf(leg.gift.wishId)).toEqual(['confirmOverdue:open', 'lastLeg:done']);
    expect(noticesOf(leg.gift.wishId)).toContain('社区帮您请志愿者送到家');
    await community.must(STAFF, 'claim.confirm', leg.gift);
    await carryAcross(community);
    expect([wishOf(community, again.errandId).state, tasksOf(leg.gift.wishId)]).toEqual(['withdrawn', ['confirmOverdue:done', 'lastLeg:done']]);
  });

  test('a giver who never brings it: the gift lapses by its own clocks and takes the errand with it', async () => {
    await community.join('oTestGiverLate', '晚师傅', GRID);
    await community.join('oTestCarrierLate', '小晚', GRID);
    const leg = await askedLeg(community, await comingToStation(community, {}, 'oTestGiverLate'));
    const errand = await takenLeg(community, leg, 'oTestCarrierLate');
    await community.advance(12 * DAY_MS);
    await carryAcross(community);
    expect(stateOf(leg.gift)).toBe('lapsed');
    expect(['lapsed', 'cancelled']).toContain(stateOf(errand));
    expect(['withdrawn', 'expired']).toContain(wishOf(community, leg.errandId).state);
    expect(tasksOf(leg.gift.wishId).filter((task) => task === 'lastLeg:open')).toEqual([]);
  });
});
