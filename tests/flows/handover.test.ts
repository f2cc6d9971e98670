import type { ApiContract } from '@contract';
import type { Transfer } from '../../cloudfunctions/core/ledger/transfer';
import type { Task } from '../../cloudfunctions/core/staff/task';
import { ADMIN, Community, DAY_MS, GRID, HOUR_MS, MERCHANT, NEIGHBOUR, newOperation, OUTSIDE_STAFF, POSTER, STAFF, STREET } from './support/community';
import { confirmedWish, deliveredWish, heldWish, openWish, planOf, plannedWish, type Loop } from './support/wish-steps';
import { WishSight } from './support/wish-sight';

/** From hand to hand, and when it goes wrong: codes and disputes against the deployed bundles. */
let community: Community;
let sight: WishSight;
const STREET_STAFF = 'oTestStreetStaff';

beforeAll(async () => {
  community = await Community.found();
  sight = new WishSight(community);
  await community.join(STREET_STAFF, '街道老李', GRID);
  await community.grant(STREET_STAFF, 'staff', STREET);
});
afterAll(async () => {
  await community.close();
});

const urgent = { urgency: 'urgent' as const };
const claimOf = (loop: Loop) => sight.wish(loop.wishId).claims[loop.claimId];
const wrongOf = (code: string): string => (code === '000000' ? '111111' : '000000');
const complaintOf = (loop: Loop, kind: ApiContract['dispute.open']['input']['kind'] = 'notReceived') => ({ ...loop, kind, note: '驿站的架子上没看到' });
const transfersOf = (loop: Loop): readonly Transfer[] => community.documents<Transfer>('transfers').filter((transfer) => transfer.cause.aggregateId === loop.wishId);

describe('a one-time code', () => {
  test('at the door: the giver puts it in, and it is delivered and confirmed without a photo', async () => {
    const loop = await plannedWish(community, urgent);
    const { code } = await community.must(POSTER, 'handover.issueCode', loop);
    expect(JSON.stringify(sight.wish(loop.wishId))).not.toContain(code);
    expect(await community.must(MERCHANT, 'handover.redeem', { wishId: loop.wishId, code })).toMatchObject({ claimId: loop.claimId, shares: 1 });
    expect(claimOf(loop)).toMatchObject({ state: 'confirmed', code: null });
    expect(sight.wish(loop.wishId)).toMatchObject({ state: 'completed', sharesDelivered: 1 });
    expect((await community.refused(MERCHANT, 'handover.redeem', { ...loop, code })).code).toBe('CLAIM_STATE_CHANGED');
  });

  test('the same act of issuing answers the same code; a new one makes the old worthless', async () => {
    const loop = await plannedWish(community, urgent);
    const operation = 'issue-again-0001';
    const first = await community.must(POSTER, 'handover.issueCode', loop, operation);
    expect((await community.must(POSTER, 'handover.issueCode', loop, operation)).code).toBe(first.code);
    const second = await community.must(POSTER, 'handover.issueCode', loop);
    if (second.code !== first.code) expect((await community.refused(MERCHANT, 'handover.redeem', { ...loop, code: first.code })).code).toBe('CODE_WRONG');
    await community.must(MERCHANT, 'handover.redeem', { ...loop, code: second.code });
  });

  test('at the station: whoever keeps it finds what waits and takes the code; strangers and the recipient do not', async () => {
    const loop = await deliveredWish(community, urgent);
    const { items } = await community.must(STAFF, 'handover.arrivals', { state: 'waiting' });
    // Planned to be brought home in these steps, so it is not among the station's things.
    expect(items.some((arrival) => arrival.claimId === loop.claimId)).toBe(false);
    const { code } = await community.must(POSTER, 'handover.issueCode', loop);
    expect((await community.refused(NEIGHBOUR, 'handover.redeem', { ...loop, code })).code).toBe('NOT_FOUND');
    expect((await community.refused(OUTSIDE_STAFF, 'handover.redeem', { ...loop, code })).code).toBe('NOT_FOUND');
    expect((await community.refused(POSTER, 'handover.redeem', { ...loop, code })).code).toBe('NOT_FOUND');
    expect((await community.refused(NEIGHBOUR, 'handover.issueCode', loop)).code).toBe('NOT_FOUND');
    expect((await community.refused(MERCHANT, 'handover.issueCode', loop)).code).toBe('NOT_FOUND');
    await community.must(STAFF, 'handover.redeem', { ...loop, code });
    expect(claimOf(loop)?.state).toBe('confirmed');
  });

  test('none issued, too late', async () => {
    const loop = await plannedWish(community, urgent);
    expect((await community.refused(MERCHANT, 'handover.redeem', { ...loop, code: '123456' })).code).toBe('CODE_MISSING');
    const { code } = await community.must(POSTER, 'handover.issueCode', loop);
    await community.advance(25 * HOUR_MS);
    expect((await community.refused(MERCHANT, 'handover.redeem', { ...loop, code })).code).toBe('CODE_EXPIRED');
    await community.must(MERCHANT, 'claim.giveBack', loop);
  });

  test('fifty guesses at once cost exactly five tries, then the right one is worthless too', async () => {
    const loop = await plannedWish(community, urgent);
    const { code } = await community.must(POSTER, 'handover.issueCode', loop);
    const answers = await Promise.all(Array.from({ length: 50 }, () => community.send(MERCHANT, 'handover.redeem', { ...loop, code: wrongOf(code) })));
    const codes = answers.map((answer) => (answer.ok === false ? answer.error.code : 'other'));
    expect(codes.filter((each) => each === 'CODE_WRONG')).toHaveLength(5);
    expect(codes.filter((each) => each !== 'CODE_WRONG' && each !== 'CODE_EXHAUSTED' && each !== 'BUSY')).toEqual([]);
    expect(claimOf(loop)?.code?.triesLeft).toBe(0);
    expect((await community.refused(MERCHANT, 'handover.redeem', { ...loop, code })).code).toBe('CODE_EXHAUSTED');
    await community.runJobs();
    expect(sight.notices(loop.wishId).filter((title) => title === '交接码试完了，请再开一个')).toHaveLength(1);
  });

  test('a late repeat of an older asking does not bring the old code back', async () => {
    const loop = await plannedWish(community, urgent);
    const older = await community.must(POSTER, 'handover.issueCode', loop, 'issue-code-older-1');
    const newest = await community.must(POSTER, 'handover.issueCode', loop, 'issue-code-newest-1');
    expect((await community.refused(POSTER, 'handover.issueCode', loop, 'issue-code-older-1')).code).toBe('OPERATION_REUSED');
    expect(await community.must(POSTER, 'handover.issueCode', loop, 'issue-code-newest-1')).toEqual(newest);
    expect((await community.refused(MERCHANT, 'handover.redeem', { ...loop, code: older.code })).code).toBe('CODE_WRONG');
    await community.must(MERCHANT, 'handover.redeem', { ...loop, code: newest.code });
    expect((await community.refused(POSTER, 'handover.issueCode', loop, 'issue-code-newest-1')).code).toBe('OPERATION_REUSED');
  });

  test('many codes for one claim keep the document small', async () => {
    const loop = await plannedWish(community, urgent);
    for (let times = 0; times < 10; times += 1) await community.must(POSTER, 'handover.issueCode', loop);
    expect(Object.keys(claimOf(loop)?.codeActs ?? {})).toHaveLength(8);
    await community.must(MERCHANT, 'claim.giveBack', loop);
  });

  test('a wrong guess sent twice by the phone costs one try', async () => {
    const loop = await plannedWish(community, urgent);
    const { code } = await community.must(POSTER, 'handover.issueCode', loop);
    for (let times = 0; times < 2; times += 1) expect((await community.refused(MERCHANT, 'handover.redeem', { ...loop, code: wrongOf(code) }, 'guess-once-00001')).code).toBe('CODE_WRONG');
    expect(claimOf(loop)?.code?.triesLeft).toBe(4);
  });
});

describe('a dispute', () => {
  test('not received: everything waits, staff decide, the shares go back and both are told why', async () => {
    const loop = await deliveredWish(community, urgent);
    expect((await community.must(POSTER, 'dispute.open', complaintOf(loop))).dutyPhone).toBe('0571-8800101');
    expect(sight.openTasks(loop.wishId)).toEqual(['dispute']);
    expect((await community.refused(POSTER, 'claim.confirm', loop)).code).toBe('CLAIM_IN_DISPUTE');
    expect((await community.refused(POSTER, 'handover.issueCode', loop)).code).toBe('CLAIM_IN_DISPUTE');
    expect((await community.refused(STAFF, 'staff.finishTask', { taskId: sight.openTask(loop.wishId)?._id ?? '', note: '问过了' })).code).toBe('NOT_ALLOWED');
    expect((await community.must(MERCHANT, 'claim.mine', { open: true })).items.find((claim) => claim.claimId === loop.claimId)?.isDisputed).toBe(true);
    await community.must(STAFF, 'dispute.decide', { ...loop, outcome: 'returned', note: '两边都找过，没找着' });
    expect(sight.openTasks(loop.wishId)).toEqual([]);
    expect(sight.wish(loop.wishId)).toMatchObject({ state: 'open', sharesLeft: 1, sharesDelivered: 0 });
    const view = await community.must(MERCHANT, 'dispute.get', loop);
    expect(view.dispute).toMatchObject({ state: 'decided', outcome: 'returned', outcomeNote: '两边都找过，没找着' });
    expect(transfersOf(loop)).toEqual([]);
    expect(await sight.todos(POSTER, loop.wishId)).toEqual([]);
  });

  test('nobody but the two sides and staff of the area reads it; neither side and no other area decides it', async () => {
    const loop = await deliveredWish(community, urgent);
    expect((await community.refused(NEIGHBOUR, 'dispute.open', complaintOf(loop))).code).toBe('NOT_FOUND');
    const operationId = newOperation();
    await community.must(POSTER, 'dispute.open', { ...complaintOf(loop, 'notAsAgreed'), phone: '13800002222' }, operationId);
    await community.must(POSTER, 'dispute.open', { ...complaintOf(loop, 'notAsAgreed'), phone: '13800002222' }, operationId);
    expect((await community.refused(POSTER, 'dispute.open', { ...complaintOf(loop, 'notAsAgreed'), phone: '13800003333' }, operationId)).code).toBe('OPERATION_REUSED');
    expect((await community.refused(NEIGHBOUR, 'dispute.get', loop)).code).toBe('NOT_FOUND');
    // The number is for staff who hear both sides, logged before it is told, and gone with the end.
    const loggedTimes = (): number => community.documents<{ subjectId: string; kind: string }>('audit').filter(({ subjectId, kind }) => subjectId === loop.wishId && kind === 'readContact').length;
    expect((await community.refused(OUTSIDE_STAFF, 'dispute.reach', loop)).code).toBe('OUT_OF_AREA');
    for (const side of [POSTER, MERCHANT]) expect((await community.refused(side, 'dispute.reach', loop)).code).toBe('NOT_ALLOWED');
    expect(loggedTimes()).toBe(0);
    expect(await community.must(STAFF, 'dispute.reach', loop)).toEqual({ numbers: [{ side: 'recipient', name: '', phone: '13800002222' }] });
    expect(loggedTimes()).toBe(1);
    expect(JSON.stringify([community.documents('wishes'), await community.must(MERCHANT, 'dispute.get', loop)])).not.toMatch('13800002222');
    const ruling = { ...loop, outcome: 'received', note: '看过了，合用' } as const;
    expect((await community.refused(OUTSIDE_STAFF, 'dispute.decide', ruling)).code).toBe('OUT_OF_AREA');
    expect((await community.refused(POSTER, 'dispute.decide', ruling)).code).toBe('NOT_ALLOWED');
    await community.must(STREET_STAFF, 'dispute.decide', ruling);
    expect(claimOf(loop)?.dispute?.phoneSealed).toBeNull();
    expect((await community.refused(STAFF, 'dispute.reach', loop)).code).toBe('DISPUTE_CLOSED');
    expect(sight.wish(loop.wishId).state).toBe('completed');
    expect((await community.refused(POSTER, 'dispute.open', complaintOf(loop))).code).toBe('DISPUTE_CLOSED');
  });

  test('two staff at once: one decides, the other is told that it is decided', async () => {
    const loop = await deliveredWish(community, urgent);
    await community.must(POSTER, 'dispute.open', complaintOf(loop));
    const answers = await Promise.all([
      community.send(STAFF, 'dispute.decide', { ...loop, outcome: 'received', note: '找到了' }),
      community.send(STREET_STAFF, 'dispute.decide', { ...loop, outcome: 'returned', note: '没找到' }),
    ]);
    expect(answers.filter((answer) => answer.ok === true)).toHaveLength(1);
    expect(answers.flatMap((answer) => (answer.ok === false ? [answer.error.code] : []))).toEqual(['DISPUTE_CLOSED']);
    expect(sight.openTasks(loop.wishId)).toEqual([]);
  });

  test('not answered in time: the street is asked as well, and the clocks of the claim go on where they stood', async () => {
    const loop = await plannedWish(community, urgent);
    const before = claimOf(loop)?.deliverByMs ?? 0;
    await community.must(MERCHANT, 'dispute.open', complaintOf(loop, 'notWanted'));
    await community.advance(9 * DAY_MS);
    await community.runJobs();
    const tasks = community.documents<Task>('tasks').filter((task) => task.wishId === loop.wishId && task.state === 'open');
    expect(tasks.map((task) => [task.kind, task.areaIds.at(-1)]).sort()).toEqual([['dispute', STREET], ['dispute', GRID]]);
    expect(claimOf(loop)).toMatchObject({ state: 'planned', isOverdue: false });
    await community.must(MERCHANT, 'dispute.withdraw', loop);
    expect((claimOf(loop)?.deliverByMs ?? 0) - before).toBeGreaterThanOrEqual(9 * DAY_MS);
    expect(sight.openTasks(loop.wishId)).toEqual([]);
    await community.must(MERCHANT, 'claim.giveBack', loop);
  });

  test('not wanted any more: the shares leave the wish, and with the last of them the wish', async () => {
    const loop = await heldWish(community, { ...urgent, shares: 2 });
    await community.must(POSTER, 'dispute.open', complaintOf(loop, 'notWanted'));
    await community.must(STAFF, 'dispute.decide', { ...loop, outcome: 'cancelled', note: '家里已经买了一份' });
    expect(sight.wish(loop.wishId)).toMatchObject({ sharesWanted: 1, sharesLeft: 1, sharesHeld: 0, state: 'open', estimatedValueFen: 1_500 });
    const last = await deliveredWish(community, urgent);
    await community.must(MERCHANT, 'dispute.open', complaintOf(last, 'notWanted'));
    await community.must(STAFF, 'dispute.decide', { ...last, outcome: 'cancelled', note: '对方不收了' });
    expect(sight.wish(last.wishId)).toMatchObject({ sharesWanted: 0, state: 'withdrawn' });
    expect(claimOf(last)?.state).toBe('cancelled');
    // The giver kept their word.
    expect(transfersOf(last).map((transfer) => transfer.phase)).toEqual(['pending']);
  });

  test('after the confirmation: points wait apart, come again, or are gone; too late when they have come', async () => {
    const kept = await confirmedWish(community, urgent);
    await community.must(POSTER, 'dispute.open', complaintOf(kept));
    expect(transfersOf(kept).map((transfer) => transfer.phase).sort()).toEqual(['pending', 'voided']);
    await community.must(POSTER, 'dispute.withdraw', kept);
    expect(transfersOf(kept).filter((transfer) => transfer.phase === 'pending')).toHaveLength(2);
    const lost = await confirmedWish(community, urgent);
    await community.must(POSTER, 'dispute.open', complaintOf(lost));
    await community.must(STAFF, 'dispute.decide', { ...lost, outcome: 'returned', note: '拿错了，是别家的' });
    expect(sight.wish(lost.wishId)).toMatchObject({ state: 'open', sharesLeft: 1 });
    await community.advance(8 * DAY_MS);
    await community.runJobs();
    expect(transfersOf(kept).map((transfer) => transfer.phase).sort()).toEqual(['pending', 'pending', 'posted', 'voided']);
    expect(transfersOf(lost).map((transfer) => transfer.phase).sort()).toEqual(['pending', 'voided']);
    expect((await community.refused(POSTER, 'dispute.open', complaintOf(kept))).code).toBe('DISPUTE_NOT_NOW');
  });

  test('of a delivery in parts the points pass on when the part that earned goes back on the wall', async () => {
    const shares = { ...urgent, shares: 3 };
    const partOf = async (wishId: string, claimId: string, count: number): Promise<Loop> => {
      const known = new Set(Object.keys(sight.wish(wishId).claims));
      await community.must(MERCHANT, 'claim.deliver', { wishId, claimId, shares: count, proofFileIds: [await community.upload(MERCHANT, 'proof')] });
      return { wishId, claimId: Object.keys(sight.wish(wishId).claims).find((id) => !known.has(id)) ?? claimId };
    };
    const wishId = await openWish(community, shares);
    const { claimId } = await community.must(MERCHANT, 'wish.claim', { wishId, shares: 3, as: { kind: 'merchant' } });
    await community.must(MERCHANT, 'claim.plan', planOf(community, { wishId, claimId }));
    const [first, second] = [await partOf(wishId, claimId, 1), await partOf(wishId, claimId, 1)];
    const third = await partOf(wishId, claimId, 1);
    for (const part of [first, second]) await community.must(POSTER, 'claim.confirm', part);
    const phases = (): readonly string[] => transfersOf(first).map((transfer) => transfer.phase).sort();
    expect(phases()).toEqual(['pending']);
    await community.must(POSTER, 'dispute.open', complaintOf(first));
    await community.must(STAFF, 'dispute.decide', { ...first, outcome: 'returned', note: '这一份没送到' });
    expect(phases()).toEqual(['pending', 'pending', 'voided']);
    // Then the next as well: whoever is confirmed later inherits.
    await community.must(POSTER, 'dispute.open', complaintOf(second));
    await community.must(STAFF, 'dispute.decide', { ...second, outcome: 'returned', note: '这一份也没送到' });
    expect(phases()).toEqual(['pending', 'pending', 'voided', 'voided']);
    await community.must(POSTER, 'claim.confirm', third);
    expect(phases()).toEqual(['pending', 'pending', 'pending', 'voided', 'voided']);
  });

  test('the same word sent twice is said once; photos of it stay hidden until they were checked', async () => {
    const loop = await deliveredWish(community, urgent);
    const photo = await community.upload(POSTER, 'evidence');
    const complaint = { ...complaintOf(loop), photoFileIds: [photo] };
    await community.must(POSTER, 'dispute.open', complaint, 'open-once-000001');
    await community.must(POSTER, 'dispute.open', complaint, 'open-once-000001');
    expect((await community.refused(POSTER, 'dispute.open', { ...complaint, note: '别的话' }, 'open-once-000001')).code).toBe('OPERATION_REUSED');
    await sight.photosChecked(loop.wishId);
    const view = await community.must(MERCHANT, 'dispute.get', loop);
    expect(view.dispute?.photos).toEqual([expect.objectContaining({ state: 'shown', url: expect.any(String) as string })]);
    expect(view.proofPhotos).toHaveLength(1);
  });

  test('days off that administrators entered count in the document as in the queue', async () => {
    const dayOf = (atMs: number): string => new Date(atMs + 8 * HOUR_MS).toISOString().slice(0, 10);
    const holidays = [1, 2, 3, 4, 5, 6].map((days) => dayOf(community.nowMs() + days * DAY_MS)).filter((day) => day.slice(0, 4) === dayOf(community.nowMs()).slice(0, 4));
    await community.must(ADMIN, 'calendar.setDays', { year: dayOf(community.nowMs()).slice(0, 4), holidays, workdays: [] });
    const loop = await deliveredWish(community, urgent);
    const { dueAtMs } = await community.must(POSTER, 'dispute.open', complaintOf(loop));
    const standing = claimOf(loop)?.dispute?.dueAtMs ?? 0;
    expect(dayOf(standing) > (holidays.at(-1) ?? '')).toBe(true);
    expect(sight.openTask(loop.wishId)?.dueAtMs).toBe(standing);
    expect((await community.must(POSTER, 'dispute.get', loop)).dispute?.dueAtMs).toBe(standing);
    expect(dueAtMs).toBeLessThanOrEqual(standing);
    await community.must(POSTER, 'dispute.withdraw', loop);
  });
});
