import type { Notice } from '../../cloudfunctions/core/notice/notice';
import type { KeptSignUp } from '../../cloudfunctions/core/shift/sign-up-record.repository';
import { isShiftCoherent } from '../../cloudfunctions/core/shift/shift';
import type { Task } from '../../cloudfunctions/core/staff/task';
import { openShift, shiftOfCloud, signUpFor, signUpIdOf, type Times } from './support/activity-steps';
import { ADMIN, Community, COMMUNITY, DAY_MS, GRID, HOUR_MS, MERCHANT, NEIGHBOUR, newOperation, OUTSIDER, POSTER, STAFF } from './support/community';

const LEAD = 'oTestLeadZhou';

describe('who came', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
    await community.join(LEAD, '周敏', GRID);
    await community.join('oTestSecondStaff', '小何', GRID);
    await community.grant('oTestSecondStaff', 'staff', COMMUNITY);
  });
  afterAll(async () => {
    await community.close();
  });
  afterEach(async () => {
    await settle();
    for (const shift of community.documents<Parameters<typeof isShiftCoherent>[0]>('shifts')) expect({ shiftId: shift._id, coherent: isShiftCoherent(shift), waiting: shift.pendingEvents }).toEqual({ shiftId: shift._id, coherent: true, waiting: 0 });
  });

  const settle = async (): Promise<void> => {
    for (let run = 0; run < 3; run += 1) await community.runJobs();
  };

  /** Led by a neighbour without any role; these people are in. */
  const led = async (people: readonly string[], times: Times = {}): Promise<string> => {
    const { code } = await community.me(LEAD);
    const shiftId = await openShift(community, { leadCode: code, ...times });
    for (const openid of people) await signUpFor(community, openid, shiftId);
    return shiftId;
  };

  const idOf = (openid: string): Promise<string> => signUpIdOf(community, openid);
  const recordOf = (shiftId: string, signUpId: string): KeptSignUp | null => community.document<KeptSignUp>('signUps', `${shiftId}_${signUpId}`);
  const overAt = (shiftId: string): { readonly fromMs: number; readonly toMs: number } => {
    const { startsAtMs, endsAtMs } = shiftOfCloud(community, shiftId);
    return { fromMs: startsAtMs, toMs: endsAtMs };
  };

  test('checks in with the code of these minutes; a photographed one is soon old', async () => {
    const shiftId = await led([NEIGHBOUR, POSTER]);
    expect((await community.must(LEAD, 'shift.roster', { shiftId })).checkInCode).toBeNull();
    expect(await community.refused(NEIGHBOUR, 'shift.roster', { shiftId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.refused(NEIGHBOUR, 'shift.checkIn', { shiftId, code: '123456' })).toMatchObject({ code: 'CHECK_IN_NOT_NOW' });
    await community.advance(3 * DAY_MS + 60_000);
    await community.runJobs();
    const { checkInCode } = await community.must(LEAD, 'shift.roster', { shiftId });
    const code = checkInCode ?? '';
    expect(code).toMatch(/^\d{6}$/);
    await community.must(NEIGHBOUR, 'shift.checkIn', { shiftId, code });
    await community.must(NEIGHBOUR, 'shift.checkIn', { shiftId, code });
    expect(await community.refused(MERCHANT, 'shift.checkIn', { shiftId, code })).toMatchObject({ code: 'NOT_FOUND' });
    await community.advance(21 * 60_000);
    expect(await community.refused(POSTER, 'shift.checkIn', { shiftId, code })).toMatchObject({ code: 'CHECK_IN_WRONG' });
    const roster = await community.must(LEAD, 'shift.roster', { shiftId });
    expect(roster.entries.map(({ name, checkedInAtMs }) => ({ name, isIn: checkedInAtMs !== null }))).toEqual([{ name: '刘洋', isIn: true }, { name: '赵阿姨', isIn: false }]);
  });

  test('confirmed in one go: early leavers, a walk-in by code and one by name; sent again from a phone without network it is once', async () => {
    const shiftId = await led([NEIGHBOUR, POSTER]);
    expect(await community.refused(LEAD, 'shift.confirmRoster', { shiftId, came: [] })).toMatchObject({ code: 'ROSTER_TOO_EARLY' });
    await community.advance(3 * DAY_MS + 3 * HOUR_MS);
    await settle();
    expect((await community.must(LEAD, 'shift.led', {})).items.map((shift) => shift.shiftId)).toContain(shiftId);
    const { fromMs, toMs } = overAt(shiftId);
    const { code } = await community.me(MERCHANT);
    const input = {
      shiftId,
      came: [{ signUpId: await idOf(NEIGHBOUR), self: { fromMs: fromMs + 5 * 60_000, toMs: toMs - 30 * 60_000 } }],
      walkIns: [{ code, name: '吴老板', fromMs, toMs }, { code: null, name: '路过的大爷', fromMs, toMs: null }],
    };
    expect(await community.refused(LEAD, 'shift.confirmRoster', { ...input, came: [{ signUpId: await idOf(NEIGHBOUR), self: { fromMs, toMs: community.nowMs() + DAY_MS } }] })).toMatchObject({ code: 'ROSTER_TIMES' });
    expect(await community.refused(LEAD, 'shift.confirmRoster', { ...input, walkIns: [{ code: 'ZZZZ9999', name: '谁', fromMs, toMs }] })).toMatchObject({ code: 'PERSON_NOT_FOUND' });
    const operation = newOperation();
    await community.must(LEAD, 'shift.confirmRoster', input, operation);
    await settle();
    const again = await community.must(LEAD, 'shift.confirmRoster', input, operation);
    expect(again.entries.map(({ name, state, fromMs: came, toMs: left }) => ({ name, state, minutes: came !== null && left !== null ? (left - came) / 60_000 : null }))).toEqual(
      expect.arrayContaining([{ name: '刘洋', state: 'attended', minutes: 85 }, { name: '赵阿姨', state: 'absent', minutes: null }, { name: '吴老板', state: 'attended', minutes: 120 }, { name: '路过的大爷', state: 'attended', minutes: null }]),
    );
    expect(again.entries).toHaveLength(4);
    expect(await community.refused(STAFF, 'shift.confirmRoster', { shiftId, came: [] })).toMatchObject({ code: 'ROSTER_DONE' });
    const notices = community.documents<Notice>('notices').filter((notice) => notice.target.subjectId === shiftId);
    // Whose hours count is told so by the record of service, on the next run.
    await settle();
    expect(community.documents<Notice>('notices').map((notice) => notice.title)).toEqual(expect.arrayContaining(['记了 1 小时 25 分', '记了 2 小时']));
    expect(notices.filter((notice) => notice.title === '谁到了？记一下名单').map((notice) => notice.todoState)).toEqual(['done']);
    expect((await community.must(NEIGHBOUR, 'shift.mine', { ahead: false })).items[0]).toMatchObject({ shiftId, state: 'attended', todo: null });
  });

  test('two leads confirming at once make one', async () => {
    const shiftId = await led([NEIGHBOUR, POSTER]);
    await community.advance(3 * DAY_MS + 3 * HOUR_MS);
    await settle();
    const { fromMs, toMs } = overAt(shiftId);
    const answers = await Promise.all([
      community.send(LEAD, 'shift.confirmRoster', { shiftId, came: [{ signUpId: await idOf(NEIGHBOUR), self: { fromMs, toMs } }] }),
      community.send(STAFF, 'shift.confirmRoster', { shiftId, came: [{ signUpId: await idOf(POSTER), self: { fromMs, toMs } }] }),
    ]);
    expect(answers.filter((answer) => answer.ok === true)).toHaveLength(1);
    expect(answers.flatMap((answer) => (answer.ok === false ? [answer.error.code] : []))).toEqual(['ROSTER_DONE']);
    const states = Object.values(shiftOfCloud(community, shiftId).signUps).map((signUp) => signUp.state);
    expect([...states].sort()).toEqual(['absent', 'attended']);
  });

  test('nobody noted when somebody left: they are asked, and what they say is at most the planned end', async () => {
    const shiftId = await led([NEIGHBOUR]);
    await community.advance(3 * DAY_MS + 3 * HOUR_MS);
    await settle();
    const { fromMs, toMs } = overAt(shiftId);
    const mine = { shiftId, signUpId: await idOf(NEIGHBOUR) };
    await community.must(LEAD, 'shift.confirmRoster', { shiftId, came: [{ signUpId: mine.signUpId, self: { fromMs, toMs: null } }] });
    await settle();
    expect((await community.must(NEIGHBOUR, 'home.overview', {})).todos.map((todo) => todo.title)).toContain('那天您几点走的？');
    expect(await community.refused(NEIGHBOUR, 'shift.sayEnd', { ...mine, toMs: toMs + HOUR_MS })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await community.must(NEIGHBOUR, 'shift.sayEnd', { ...mine, toMs: toMs - 20 * 60_000 })).toMatchObject({ state: 'attended', toMs: toMs - 20 * 60_000, todo: null });
    expect(await community.refused(NEIGHBOUR, 'shift.sayEnd', { ...mine, toMs })).toMatchObject({ code: 'SIGN_UP_CHANGED' });
    expect(recordOf(shiftId, mine.signUpId)).toMatchObject({ state: 'attended', toMs: toMs - 20 * 60_000 });
  });

  test('not come is asked first; ill is believed; silence counts, and may be appealed to somebody who was not there', async () => {
    const shiftId = await led([NEIGHBOUR, POSTER, OUTSIDER]);
    await community.advance(3 * DAY_MS + 3 * HOUR_MS);
    await settle();
    await community.must(LEAD, 'shift.confirmRoster', { shiftId, came: [] });
    await settle();
    const ref = async (openid: string) => ({ shiftId, signUpId: await idOf(openid) });
    expect((await community.must(NEIGHBOUR, 'home.overview', {})).todos.map((todo) => todo.title)).toContain('那天没见到您，还好吗？');
    expect(await community.must(NEIGHBOUR, 'shift.sayWhy', { ...(await ref(NEIGHBOUR)), reason: 'ill' })).toMatchObject({ state: 'excused', todo: null });
    expect(await community.refused(POSTER, 'shift.sayWhy', { ...(await ref(POSTER)), reason: 'other' })).toMatchObject({ code: 'BAD_INPUT' });
    await community.must(POSTER, 'shift.sayWhy', { ...(await ref(POSTER)), reason: 'other', words: '电梯坏了下不来' });
    await community.advance(73 * HOUR_MS);
    await settle();
    // What waits for staff does not run out; who said nothing is told.
    expect(shiftOfCloud(community, shiftId).signUps[await idOf(POSTER)]?.state).toBe('absent');
    expect((await community.must(OUTSIDER, 'shift.mine', { ahead: false })).items).toMatchObject([{ state: 'noShow', todo: 'appeal' }]);
    expect(await community.must('oTestSecondStaff', 'shift.absence', await ref(POSTER))).toMatchObject({ name: '赵阿姨', words: '电梯坏了下不来', canDecide: true });
    expect(await community.must('oTestSecondStaff', 'shift.decideAbsence', { ...(await ref(POSTER)), excuse: true, words: '知道了，注意安全' })).toMatchObject({ shiftId });
    await community.must(OUTSIDER, 'shift.sayWhy', { ...(await ref(OUTSIDER)), reason: 'caring', words: '送孩子去医院了' });
    await community.must('oTestSecondStaff', 'shift.decideAbsence', { ...(await ref(OUTSIDER)), excuse: false, words: '下次先说一声' });
    expect(await community.refused('oTestSecondStaff', 'shift.decideAbsence', { ...(await ref(OUTSIDER)), excuse: true, words: '再想想' })).toMatchObject({ code: 'ABSENCE_NOT_NOW' });
    await settle();
    expect(community.documents<Task>('tasks').filter((task) => task.kind === 'absence').map((task) => task.state)).toEqual(['done', 'done']);
    expect(await community.refused(OUTSIDER, 'shift.sayWhy', { ...(await ref(OUTSIDER)), reason: 'ill', words: '又想起来了' })).toMatchObject({ code: 'ABSENCE_NOT_NOW' });
  });

  test('three times not come in ninety days: the lead is asked first, and silence is a yes', async () => {
    for (let times = 0; times < 3; times += 1) {
      const shiftId = await led([MERCHANT]);
      await community.advance(3 * DAY_MS + 3 * HOUR_MS);
      await settle();
      await community.must(LEAD, 'shift.confirmRoster', { shiftId, came: [] });
      await community.advance(73 * HOUR_MS);
      await settle();
    }
    const asked = await led([]);
    expect(await signUpFor(community, MERCHANT, asked)).toMatchObject({ outcome: 'asked', signUp: { state: 'asked' } });
    expect(shiftOfCloud(community, asked).seatsLeft).toBe(7);
    const roster = await community.must(LEAD, 'shift.approve', { shiftId: asked, signUpId: await idOf(MERCHANT), accept: false });
    expect(roster.entries).toMatchObject([{ state: 'declined' }]);
    expect(shiftOfCloud(community, asked).seatsLeft).toBe(8);
    const silent = await led([MERCHANT]);
    await community.advance(25 * HOUR_MS);
    await settle();
    expect(shiftOfCloud(community, silent).signUps[await idOf(MERCHANT)]?.state).toBe('joined');
    await community.advance(100 * DAY_MS);
    await settle();
    expect(await signUpFor(community, MERCHANT, await led([]))).toMatchObject({ outcome: 'joined' });
  });

  test('no one-to-one with a minor is confirmed; a lead who leaves is missed by staff; a roster nobody confirms as well', async () => {
    const { code } = await community.me(LEAD);
    const shiftId = await openShift(community, { leadCode: code }, { minors: { isAllowed: true, isPublicPlace: true, hasTwoAdults: true, isGuardianPresent: true } });
    await signUpFor(community, NEIGHBOUR, shiftId, { companions: [{ name: '小宝', relation: 'child', isMinor: true }], hasConsent: true });
    await community.must(LEAD, 'member.leave', {});
    await settle();
    expect(shiftOfCloud(community, shiftId)).toMatchObject({ leadId: null, leadName: '' });
    const tasks = () => community.documents<Task>('tasks').filter((task) => task.subjectId === shiftId).map((task) => `${task.kind} ${task.state}`);
    expect(tasks()).toEqual(['shiftWithoutLead open']);
    await community.advance(3 * DAY_MS + 3 * HOUR_MS);
    await settle();
    const { fromMs, toMs } = overAt(shiftId);
    const signUpId = await idOf(NEIGHBOUR);
    // The child came with nobody else there: the guardian alone is one grown-up too few.
    expect(await community.refused(STAFF, 'shift.confirmRoster', { shiftId, came: [{ signUpId, self: { fromMs, toMs }, companionsCame: 1 }] })).toMatchObject({ code: 'MINOR_NEEDS_ADULTS' });
    await community.advance(73 * HOUR_MS);
    await settle();
    expect(tasks()).toContain('rosterLate open');
    await community.must(ADMIN, 'shift.confirmRoster', { shiftId, came: [{ signUpId, self: { fromMs, toMs }, companionsCame: 1 }], walkIns: [{ code: null, name: '帮忙的大姐', fromMs, toMs }] });
    await settle();
    expect(tasks().filter((task) => task.startsWith('rosterLate'))).toEqual(['rosterLate done']);
  });
});
