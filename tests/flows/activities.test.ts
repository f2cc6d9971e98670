import type { Notice } from '../../cloudfunctions/core/notice/notice';
import { isShiftCoherent } from '../../cloudfunctions/core/shift/shift';
import type { Task } from '../../cloudfunctions/core/staff/task';
import { activityOfCloud, activityWords, addShifts, draftActivity, openShift, openShifts, shiftOfCloud, signUpFor, signUpIdOf } from './support/activity-steps';
import { ADMIN, Community, COMMUNITY, DAY_MS, GRID, HOUR_MS, MERCHANT, NEIGHBOUR, newOperation, OTHER_COMMUNITY, OUTSIDE_STAFF, OUTSIDER, POSTER, STAFF } from './support/community';

const titlesOf = async (community: Community, openid: string): Promise<readonly string[]> => (await community.must(openid, 'notice.inbox', {})).items.map((notice) => notice.title);

describe('an activity, from draft to end', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
    await community.join('oTestGroupOwner', '方姐', GRID);
    await community.grant('oTestGroupOwner', 'groupOwner', COMMUNITY);
  });
  afterAll(async () => {
    await community.close();
  });

  test('is drafted by a group owner, asked back once, published by staff, and stands on the home of its street', async () => {
    const activityId = await draftActivity(community, { title: '楼道清理' }, 'oTestGroupOwner');
    expect(await community.refused('oTestGroupOwner', 'activity.submit', { activityId })).toMatchObject({ code: 'ACTIVITY_NOT_READY' });
    await addShifts(community, activityId, { count: 3 }, 'oTestGroupOwner');
    expect(await community.refused(NEIGHBOUR, 'activity.get', { activityId })).toMatchObject({ code: 'NOT_FOUND' });
    await community.must('oTestGroupOwner', 'activity.submit', { activityId });
    expect((await community.must(STAFF, 'activity.queue', { areaId: COMMUNITY })).items).toMatchObject([{ activityId, title: '楼道清理', shiftCount: 3 }]);
    expect(await community.refused(OUTSIDE_STAFF, 'activity.decide', { activityId, decision: { kind: 'publish' } })).toMatchObject({ code: 'OUT_OF_AREA' });
    await community.must(STAFF, 'activity.decide', { activityId, decision: { kind: 'askBack', note: '写清楚带什么工具' } });
    expect(await community.must('oTestGroupOwner', 'activity.get', { activityId })).toMatchObject({ state: 'draft', note: '写清楚带什么工具', canSubmit: true });
    await community.must('oTestGroupOwner', 'activity.update', { activityId, words: activityWords({ title: '楼道清理', story: '带手套和扫把。' }) });
    await community.must('oTestGroupOwner', 'activity.submit', { activityId });
    await community.must(STAFF, 'activity.decide', { activityId, decision: { kind: 'publish' } });
    await community.runJobs();
    const home = await community.must(NEIGHBOUR, 'activity.list', { fromDay: null, toDay: null, kind: 'volunteerService' });
    expect(home.items.map(({ title, state, seatsLeft }) => ({ title, state, seatsLeft }))).toEqual(Array.from({ length: 3 }, () => ({ title: '楼道清理', state: 'open', seatsLeft: 8 })));
    expect((await community.must(NEIGHBOUR, 'activity.get', { activityId })).story).toBe('带手套和扫把。');
    // Another community does not see it among its own, but may open a shared card.
    expect((await community.must(OUTSIDER, 'activity.list', { fromDay: null, toDay: null, kind: null })).items).toEqual([]);
    expect((await community.must(OUTSIDER, 'activity.get', { activityId })).title).toBe('楼道清理');
    const tasks = community.documents<Task>('tasks').filter((task) => task.kind === 'activityReview' && task.subjectId === activityId);
    expect(tasks.map((task) => task.state)).toEqual(['done', 'done']);
    // Who drafted it may not change what was checked; staff may, and the shifts follow.
    expect(await community.refused('oTestGroupOwner', 'activity.update', { activityId, words: activityWords() })).toMatchObject({ code: 'OUT_OF_AREA' });
    await community.must(STAFF, 'activity.update', { activityId, words: activityWords({ title: '楼道大扫除' }) });
    expect((await community.must(NEIGHBOUR, 'activity.get', { activityId })).shifts.map((shift) => shift.title)).toEqual(['楼道大扫除', '楼道大扫除', '楼道大扫除']);
    expect((await community.must('oTestGroupOwner', 'activity.mine', { shelf: 'published' })).items.map((each) => each.activityId)).toEqual([activityId]);
    await community.advance(30 * DAY_MS);
    for (let run = 0; run < 3; run += 1) await community.runJobs();
    expect(activityOfCloud(community, activityId)).toMatchObject({ state: 'ended', pendingEvents: 0 });
  });

  test('one who drafted it does not check it; a risky one without cover goes nowhere', async () => {
    const activityId = await draftActivity(community, { risk: { level: 'high', note: '高处作业' } });
    await addShifts(community, activityId);
    expect(await community.refused(STAFF, 'activity.submit', { activityId })).toMatchObject({ code: 'ACTIVITY_UNINSURED' });
    await community.must(STAFF, 'activity.update', { activityId, words: activityWords({ risk: { level: 'high', note: '高处作业' }, insurance: '街道投了意外险' }) });
    await community.must(STAFF, 'activity.submit', { activityId });
    expect(await community.refused(STAFF, 'activity.decide', { activityId, decision: { kind: 'publish' } })).toMatchObject({ code: 'ACTIVITY_OWN_DRAFT' });
    expect(await community.must(ADMIN, 'activity.decide', { activityId, decision: { kind: 'publish' } })).toMatchObject({ state: 'published' });
    // Once published it stays covered.
    expect(await community.refused(STAFF, 'activity.update', { activityId, words: activityWords({ risk: { level: 'some', note: '' } }) })).toMatchObject({ code: 'ACTIVITY_UNINSURED' });
    expect(await community.refused(POSTER, 'activity.create', { areaId: COMMUNITY, words: activityWords() })).toMatchObject({ code: 'OUT_OF_AREA' });
    expect(await community.refused(STAFF, 'activity.create', { areaId: OTHER_COMMUNITY, words: activityWords() })).toMatchObject({ code: 'OUT_OF_AREA' });
    expect(await community.refused(STAFF, 'activity.update', { activityId, words: activityWords({ story: '这里有违禁的话', insurance: '街道投了意外险' }) })).toMatchObject({ code: 'TEXT_RISKY' });
  });

  test('called off, its shifts are called off and everybody is told once', async () => {
    const { activityId, shiftIds } = await openShifts(community, { count: 2 }, { title: '一起包粽子' });
    for (const shiftId of shiftIds) await signUpFor(community, NEIGHBOUR, shiftId);
    const operation = newOperation();
    await community.must(STAFF, 'activity.cancel', { activityId, reason: '场地停水' }, operation);
    expect(await community.must(STAFF, 'activity.cancel', { activityId, reason: '场地停水' }, operation)).toMatchObject({ state: 'cancelled', note: '场地停水' });
    for (let run = 0; run < 3; run += 1) await community.runJobs();
    expect(shiftIds.map((shiftId) => shiftOfCloud(community, shiftId).state)).toEqual(['cancelled', 'cancelled']);
    expect((await titlesOf(community, NEIGHBOUR)).filter((title) => title === '“一起包粽子”取消了')).toHaveLength(2);
    expect((await community.must(NEIGHBOUR, 'shift.mine', { ahead: true })).items.filter((each) => each.activityId === activityId)).toEqual([]);
    expect(await community.refused(POSTER, 'shift.signUp', { shiftId: shiftIds[0] })).toMatchObject({ code: 'SHIFT_STATE_CHANGED' });
  });
});

describe('signing up', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
  });
  afterAll(async () => {
    await community.close();
  });
  afterEach(async () => {
    await community.runJobs();
    for (const shift of community.documents<Parameters<typeof isShiftCoherent>[0]>('shifts')) expect({ shiftId: shift._id, coherent: isShiftCoherent(shift) }).toEqual({ shiftId: shift._id, coherent: true });
  });

  test('two share cards are one place; a clash is told at once; the same tap again answers the same', async () => {
    const shiftId = await openShift(community);
    const other = await openShift(community, { lastsMs: 3 * HOUR_MS }, { title: '同一天的义诊' });
    const operation = newOperation();
    const [first, second] = await Promise.all([community.send(NEIGHBOUR, 'shift.signUp', { shiftId }, operation), community.send(NEIGHBOUR, 'shift.signUp', { shiftId })]);
    expect([first, second].filter((answer) => answer.ok === true)).toHaveLength(1);
    expect(Object.keys(shiftOfCloud(community, shiftId).signUps)).toHaveLength(1);
    if (first.ok === true) expect(await community.must(NEIGHBOUR, 'shift.signUp', { shiftId }, operation)).toEqual(first.data);
    expect((await community.must(NEIGHBOUR, 'shift.get', { shiftId: other })).clashesWith).toEqual(['给独居老人送餐']);
    expect(await signUpFor(community, NEIGHBOUR, other)).toMatchObject({ outcome: 'joined', clashesWith: ['给独居老人送餐'] });
    expect(await community.must(POSTER, 'shift.get', { shiftId })).toMatchObject({ seatsLeft: 7, comingCount: 1, people: [{ name: '刘*', isLead: false }], mySignUp: null, canLead: false });
    expect((await community.must(NEIGHBOUR, 'shift.mine', { ahead: true })).items.map((each) => each.title).sort()).toEqual(['同一天的义诊', '给独居老人送餐']);
  });

  test('full: a similar shift first, then the waitlist in order; a freed place is offered, taken, or goes on to the next', async () => {
    const { shiftIds } = await openShifts(community, { capacity: 1, count: 2 }, { kind: 'training', title: '急救培训' });
    const [full = '', free = ''] = shiftIds;
    await signUpFor(community, NEIGHBOUR, full);
    const told = await signUpFor(community, POSTER, full);
    expect(told).toMatchObject({ outcome: 'full', canWait: true, signUp: null, similar: [{ shiftId: free, title: '急救培训' }] });
    expect((await community.must(POSTER, 'shift.similar', { shiftId: full, activityId: shiftOfCloud(community, full).activityId, kind: 'training' })).dates.map((date) => date.seatsLeft)).toEqual([0, 1]);
    expect(await signUpFor(community, POSTER, full, { ifFull: 'wait' })).toMatchObject({ outcome: 'waiting', signUp: { waitingNumber: 1 } });
    expect(await signUpFor(community, MERCHANT, full, { ifFull: 'wait' })).toMatchObject({ outcome: 'waiting', signUp: { waitingNumber: 2 } });
    expect(await signUpFor(community, OUTSIDER, full, { ifFull: 'wait' })).toMatchObject({ outcome: 'full', canWait: false });
    await community.must(NEIGHBOUR, 'shift.cancelSignUp', { shiftId: full, signUpId: await signUpIdOf(community, NEIGHBOUR) });
    // Nobody jumps the queue, not even into a seat that is free for a moment.
    expect(await signUpFor(community, OUTSIDER, full)).toMatchObject({ outcome: 'full' });
    const offered = await community.must(POSTER, 'shift.get', { shiftId: full });
    expect(offered.mySignUp).toMatchObject({ state: 'offered', todo: 'answerOffer' });
    expect(await titlesOf(community, POSTER)).toContain('“急救培训”有位子了');
    await community.advance(25 * HOUR_MS);
    await community.runJobs();
    expect(await community.refused(POSTER, 'shift.answerOffer', { shiftId: full, signUpId: await signUpIdOf(community, POSTER), accept: true })).toMatchObject({ code: 'OFFER_OVER' });
    expect(await community.must(MERCHANT, 'shift.answerOffer', { shiftId: full, signUpId: await signUpIdOf(community, MERCHANT), accept: true })).toMatchObject({ state: 'joined' });
    expect(shiftOfCloud(community, full)).toMatchObject({ seatsLeft: 0, waitingCount: 0 });
    expect(await titlesOf(community, POSTER)).toContain('位子让给下一位了');
  });

  test('for one\'s parents with their consent; a child only where it is allowed and with the guardian', async () => {
    const shiftId = await openShift(community);
    const mother = { name: '妈妈', relation: 'parent' as const, isMinor: false };
    const child = { name: '小宝', relation: 'child' as const, isMinor: true };
    expect(await community.refused(NEIGHBOUR, 'shift.signUp', { shiftId, companions: [mother] })).toMatchObject({ code: 'SIGN_UP_CONSENT' });
    expect(await community.refused(NEIGHBOUR, 'shift.signUp', { shiftId, companions: [child], hasConsent: true })).toMatchObject({ code: 'SIGN_UP_NO_MINORS' });
    expect(await signUpFor(community, NEIGHBOUR, shiftId, { isSelf: false, companions: [mother], hasConsent: true, phone: '13800001111' })).toMatchObject({ outcome: 'joined', signUp: { isSelf: false, seats: 1, companions: [mother] } });
    const forFamilies = await openShift(community, {}, { minors: { isAllowed: true, isPublicPlace: true, hasTwoAdults: true, isGuardianPresent: true } });
    expect(await community.refused(POSTER, 'shift.signUp', { shiftId: forFamilies, isSelf: false, companions: [child], hasConsent: true })).toMatchObject({ code: 'SIGN_UP_CONSENT' });
    expect(await signUpFor(community, POSTER, forFamilies, { companions: [child], hasConsent: true })).toMatchObject({ outcome: 'joined', signUp: { seats: 2 } });
    // The number is nobody's to read until the shift is near, and then each reading is logged.
    expect(JSON.stringify(community.documents('signUps'))).not.toContain('13800001111');
    expect(await community.refused(STAFF, 'shift.callList', { shiftId })).toMatchObject({ code: 'CALL_LIST_NOT_NOW' });
    await community.advance(36 * HOUR_MS);
    expect(await community.must(STAFF, 'shift.callList', { shiftId })).toMatchObject({ people: [{ name: '刘洋', phone: '13800001111' }] });
    expect(await community.refused(POSTER, 'shift.callList', { shiftId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(community.documents<{ kind: string; subjectId: string }>('audit').filter((line) => line.subjectId === shiftId).map((line) => line.kind)).toEqual(['readContact']);
  });

  test('bad luck: seats below what is taken, a moved time, edited and called off while people sign up', async () => {
    const shiftId = await openShift(community, { capacity: 3 });
    for (const openid of [NEIGHBOUR, POSTER]) await signUpFor(community, openid, shiftId);
    const { startsAtMs, endsAtMs } = shiftOfCloud(community, shiftId);
    const edit = { shiftId, startsAtMs, endsAtMs, placeText: '青枫驿站门口' };
    expect(await community.refused(STAFF, 'shift.update', { ...edit, capacity: 1 })).toMatchObject({ code: 'SHIFT_CAPACITY_TAKEN', message: expect.stringContaining('2 位') as string });
    expect(await community.refused(NEIGHBOUR, 'shift.update', { ...edit, capacity: 9 })).toMatchObject({ code: 'NOT_ALLOWED' });
    const [edited, joined] = await Promise.all([community.send(STAFF, 'shift.update', { ...edit, startsAtMs: startsAtMs + HOUR_MS, endsAtMs: endsAtMs + HOUR_MS, capacity: 5 }), community.send(MERCHANT, 'shift.signUp', { shiftId })]);
    expect([edited.ok, joined.ok]).toEqual([true, true]);
    for (let run = 0; run < 2; run += 1) await community.runJobs();
    expect(shiftOfCloud(community, shiftId)).toMatchObject({ capacity: 5, seatsLeft: 2, startsAtMs: startsAtMs + HOUR_MS });
    expect((await titlesOf(community, NEIGHBOUR)).filter((title) => title === '“给独居老人送餐”改了时间或地方')).toHaveLength(1);
    const [off] = await Promise.all([community.must(STAFF, 'shift.cancel', { shiftId, reason: '下大雨' }), community.send(OUTSIDER, 'shift.signUp', { shiftId })]);
    expect(off.state).toBe('cancelled');
    for (let run = 0; run < 2; run += 1) await community.runJobs();
    const told = community.documents<Notice>('notices').filter((notice) => notice.target.subjectId === shiftId && notice.title === '“给独居老人送餐”取消了');
    expect(told).toHaveLength(Object.keys(shiftOfCloud(community, shiftId).signUps).length);
  });

  test('leaving late asks a reason; the lead reads it; reminders come a day and two hours before', async () => {
    const shiftId = await openShift(community);
    for (const openid of [NEIGHBOUR, POSTER]) await signUpFor(community, openid, shiftId);
    await community.advance(49 * HOUR_MS);
    await community.runJobs();
    expect(await titlesOf(community, NEIGHBOUR)).toContain('“给独居老人送餐”就在这一天里');
    const mine = { shiftId, signUpId: await signUpIdOf(community, NEIGHBOUR) };
    expect((await community.must(NEIGHBOUR, 'shift.get', { shiftId })).mySignUp).toMatchObject({ isLateToCancel: true });
    expect(await community.refused(NEIGHBOUR, 'shift.cancelSignUp', mine)).toMatchObject({ code: 'SIGN_UP_REASON' });
    expect(await community.refused(POSTER, 'shift.cancelSignUp', { ...mine, reason: '不是我的' })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.must(NEIGHBOUR, 'shift.cancelSignUp', { ...mine, reason: '孩子发烧' })).toMatchObject({ state: 'lateCancelled' });
    expect(await titlesOf(community, STAFF)).toContain('刘洋临时来不了');
    await community.advance(21 * HOUR_MS + 30 * 60_000);
    await community.runJobs();
    expect(await titlesOf(community, POSTER)).toContain('“给独居老人送餐”快开始了');
    const soon = (await community.must(NEIGHBOUR, 'notice.inbox', {})).items.filter((notice) => notice.target.subjectId === shiftId && notice.title.includes('快开始了'));
    expect(soon).toEqual([]);
  });
});
