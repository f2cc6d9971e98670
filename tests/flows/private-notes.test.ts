import type { GiverNote } from '../../cloudfunctions/core/giver-note/giver-note';
import type { Notice } from '../../cloudfunctions/core/notice/notice';
import type { SafetyReport } from '../../cloudfunctions/core/safety/safety-report';
import type { Task } from '../../cloudfunctions/core/staff/task';
import { Community, COMMUNITY, DAY_MS, GRID, MERCHANT, NEIGHBOUR, newOperation, OUTSIDE_STAFF, OUTSIDER, POSTER, STAFF, STREET } from './support/community';
import { confirmedWish, deliveredWish, heldWish, plannedWish, type Loop } from './support/wish-steps';

/** What a giver tells the social worker, and what either side says is not safe; over the deployed bundles. */
describe('private notes and safety reports', () => {
  const STREET_STAFF = 'oTestStreetStaff';
  const WORKER = 'oTestSocialWorker';
  const RISKY = '违禁的话：他动手了';
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
    for (const [openid, name] of [[STREET_STAFF, '街道老郑'], [WORKER, '社工周敏']] as const) await community.join(openid, name, GRID);
    await community.grant(STREET_STAFF, 'staff', STREET);
    await community.grant(WORKER, 'socialWorker', COMMUNITY);
  });
  afterAll(async () => {
    await community.close();
  });

  const tasksOf = (subjectId: string, state: Task['state'] = 'open'): readonly Task[] => community.documents<Task>('tasks').filter((task) => task.subjectId === subjectId && task.state === state);
  const noticesTo = async (openid: string, isIt: (notice: Notice) => boolean): Promise<readonly string[]> => {
    const { memberId } = await community.me(openid);
    return community.documents<Notice>('notices').filter((notice) => notice.memberId === memberId && isIt(notice)).map(({ title }) => title);
  };
  const aboutSafety = ({ target }: Notice): boolean => target.page === 'safety' || target.page === 'staffSafety';
  const claimOf = ({ wishId, claimId }: Loop) => ({ wishId, claimId });
  /** Everything somebody can read of a wish, its claim and their inbox. */
  const sightOf = async (openid: string, loop: Loop): Promise<string> => JSON.stringify([await community.must(openid, 'wish.get', { wishId: loop.wishId }), await community.must(openid, 'notice.inbox', {}), await community.must(openid, 'claim.mine', { open: true })]);

  test('a note is the giver\'s, once a claim; the recipient never sees it, staff read it and the reading is logged', async () => {
    const loop = await confirmedWish(community, { urgency: 'urgent' });
    const operationId = newOperation();
    const input = { ...claimOf(loop), answer: 'smooth', words: '腿脚不便，下次多坐一会儿' } as const;
    for (const who of [POSTER, NEIGHBOUR, STAFF, OUTSIDER]) expect((await community.refused(who, 'giverNote.leave', input)).code).toBe('NOT_FOUND');
    const [first, second] = await Promise.all([community.must(MERCHANT, 'giverNote.leave', input, operationId), community.must(MERCHANT, 'giverNote.leave', input, operationId)]);
    expect(second).toEqual(first);
    expect((await community.refused(MERCHANT, 'giverNote.leave', { ...input, answer: 'nobodyHome' })).code).toBe('NOTE_ALREADY');
    expect((await community.refused(MERCHANT, 'giverNote.leave', { ...input, words: '改一改' }, operationId)).code).toBe('OPERATION_REUSED');
    expect(await community.must(MERCHANT, 'giverNote.door', claimOf(loop))).toMatchObject({ answers: [], note: { answer: 'smooth' } });
    expect(await sightOf(POSTER, loop)).not.toMatch('多坐一会儿');
    for (const [who, code] of [[POSTER, 'NOT_ALLOWED'], [MERCHANT, 'NOT_ALLOWED'], [OUTSIDE_STAFF, 'OUT_OF_AREA']] as const) expect((await community.refused(who, 'giverNote.ofWish', { wishId: loop.wishId })).code).toBe(code);
    expect(await community.must(STAFF, 'giverNote.ofWish', { wishId: loop.wishId })).toMatchObject([{ answer: 'smooth', words: '腿脚不便，下次多坐一会儿' }]);
    expect(community.documents<{ subjectId: string; kind: string }>('audit').filter(({ subjectId, kind }) => subjectId === loop.wishId && kind === 'readGiverNote')).toHaveLength(1);
  });

  test('it is not said before there was a plan; how it went only once delivered', async () => {
    const held = await heldWish(community, { urgency: 'urgent' });
    expect((await community.refused(MERCHANT, 'giverNote.leave', { ...held, answer: 'unsafe' })).code).toBe('NOTE_TOO_EARLY');
    const planned = await plannedWish(community, { urgency: 'urgent' });
    expect(await community.must(MERCHANT, 'giverNote.door', planned)).toMatchObject({ answers: ['nobodyHome', 'unsafe'], note: null });
    expect((await community.refused(MERCHANT, 'giverNote.leave', { ...planned, answer: 'smooth' })).code).toBe('NOTE_TOO_EARLY');
    expect((await community.refused(MERCHANT, 'giverNote.leave', { ...planned, answer: 'nobodyHome', words: RISKY })).code).toBe('TEXT_RISKY');
  });

  test('nobody home: a social worker is named, says how the person is, and the giver hears only that somebody looked', async () => {
    const loop = await plannedWish(community, { urgency: 'urgent' });
    const { noteId } = await community.must(MERCHANT, 'giverNote.leave', { ...loop, answer: 'nobodyHome', words: '敲了三次门' });
    const [task] = tasksOf(noteId);
    expect(task).toMatchObject({ kind: 'nobodyHome', assigneeName: '社工周敏' });
    expect((await community.refused(STAFF, 'staff.finishTask', { taskId: task?._id ?? '', note: '看过' })).code).toBe('NOT_ALLOWED');
    expect((await community.refused(OUTSIDE_STAFF, 'giverNote.followUp', { noteId, words: '看过' })).code).toBe('OUT_OF_AREA');
    const operationId = newOperation();
    for (let times = 0; times < 2; times += 1) await community.must(WORKER, 'giverNote.followUp', { noteId, words: '住院了，女儿陪着' }, operationId);
    expect((await community.refused(STAFF, 'giverNote.followUp', { noteId, words: '又看过' })).code).toBe('CASE_STATE_CHANGED');
    expect([tasksOf(noteId), await sightOf(MERCHANT, loop)]).toEqual([[], expect.not.stringContaining('住院')]);
    expect(await noticesTo(MERCHANT, ({ target }) => target.claimId === loop.claimId && target.page === 'giverNote')).toEqual(['社工问过了']);
    const forgotten = await deliveredWish(community, { urgency: 'urgent' });
    const late = await community.must(MERCHANT, 'giverNote.leave', { ...forgotten, answer: 'nobodyHome' });
    await community.advance(3 * DAY_MS);
    await community.runJobs();
    expect(tasksOf(late.noteId).map(({ areaIds }) => areaIds.length).sort()).toEqual([2, community.document<GiverNote>('giverNotes', late.noteId)?.areaIds.length]);
  });

  test('not safe, from the giver\'s note: a report at once, whatever the check says; the answer reaches the giver, nothing the recipient', async () => {
    const loop = await deliveredWish(community, { urgency: 'urgent' });
    await community.must(MERCHANT, 'giverNote.leave', { ...loop, answer: 'unsafe', words: RISKY, safetyKind: 'threat', phone: '13800001111' });
    const report = community.documents<SafetyReport>('safetyReports').find(({ claimId }) => claimId === loop.claimId);
    if (report === undefined) throw new Error('no report');
    expect(report).toMatchObject({ side: 'giver', wordsState: 'flagged' });
    expect(JSON.stringify(community.documents('safetyReports'))).not.toMatch('13800001111');
    expect(tasksOf(report._id)).toMatchObject([{ kind: 'safetyReport', rank: 0 }]);
    for (const who of [STAFF, WORKER]) expect(await noticesTo(who, ({ target }) => target.subjectId === report._id)).toEqual(['有人说不安全，请马上看']);
    for (const who of [OUTSIDE_STAFF, POSTER, NEIGHBOUR]) expect(await noticesTo(who, ({ target }) => target.subjectId === report._id)).toEqual([]);
    expect((await community.refused(MERCHANT, 'safety.report', { ...loop, safetyKind: 'money', words: '' })).code).toBe('SAFETY_WITH_STAFF');
    for (const [who, code] of [[POSTER, 'NOT_ALLOWED'], [OUTSIDE_STAFF, 'OUT_OF_AREA']] as const) expect((await community.refused(who, 'safety.read', { reportId: report._id })).code).toBe(code);
    expect(await community.must(STAFF, 'safety.read', { reportId: report._id })).toMatchObject({ words: RISKY, isFlagged: true, phone: '13800001111', side: 'giver' });
    expect((await community.must(POSTER, 'safety.door', claimOf(loop))).reports).toEqual([]);
    await community.must(STAFF, 'safety.answer', { reportId: report._id, words: '去看过了，下次两个人一起去' });
    expect(await community.must(MERCHANT, 'safety.door', claimOf(loop))).toMatchObject({ canReport: true, reports: [{ answer: { words: '去看过了，下次两个人一起去' } }] });
    expect(await noticesTo(MERCHANT, ({ target }) => target.page === 'safety' && target.claimId === loop.claimId)).toEqual(expect.arrayContaining(['您说的，社区收到了', '您说的不安全，社区答复了']));
    expect([await noticesTo(POSTER, aboutSafety), tasksOf(report._id), community.document<SafetyReport>('safetyReports', report._id)?.phoneSealed]).toEqual([[], [], null]);
  });

  test('not safe, from the recipient: twice sent is one, at night staff are told, unanswered it goes to the street, the giver never knows', async () => {
    const loop = await deliveredWish(community, { urgency: 'urgent' });
    const input = { ...claimOf(loop), safetyKind: 'hazard', words: '插座冒火花' } as const;
    expect((await community.refused(POSTER, 'safety.report', { ...input, safetyKind: 'other', words: '' })).fields).toHaveProperty('words');
    for (const who of [NEIGHBOUR, OUTSIDE_STAFF]) expect((await community.refused(who, 'safety.report', input)).code).toBe('NOT_FOUND');
    const operationId = newOperation();
    const [one, two] = await Promise.all([community.must(POSTER, 'safety.report', input, operationId), community.must(POSTER, 'safety.report', input, operationId)]);
    expect(two).toEqual(one);
    const { reportId } = one;
    expect(community.documents<SafetyReport>('safetyReports').filter(({ claimId }) => claimId === loop.claimId)).toHaveLength(1);
    await community.runJobs();
    expect(await noticesTo(STAFF, ({ target }) => target.subjectId === reportId)).toHaveLength(1);
    expect((await community.refused(MERCHANT, 'safety.answer', { reportId, words: '没事' })).code).toBe('NOT_ALLOWED');
    await community.advance(3 * DAY_MS);
    for (let runs = 0; runs < 2; runs += 1) await community.runJobs();
    expect(tasksOf(reportId).map(({ areaIds }) => areaIds.length).sort()).toEqual([2, community.document<SafetyReport>('safetyReports', reportId)?.areaIds.length]);
    expect(await noticesTo(STREET_STAFF, ({ target }) => target.subjectId === reportId)).toEqual(['有人说不安全，请马上看']);
    expect(await community.must(POSTER, 'safety.door', claimOf(loop))).toMatchObject({ canReport: false, reports: [{ isLate: true, answer: null }] });
    await community.must(STREET_STAFF, 'safety.answer', { reportId, words: '电工换好了插座' });
    expect([tasksOf(reportId), await sightOf(MERCHANT, loop)]).toEqual([[], expect.not.stringMatching('插座')]);
    const again = await community.must(POSTER, 'safety.report', { ...input, words: '又冒了一次' });
    expect(again.reportId).not.toBe(reportId);
    expect(JSON.parse((await community.must(POSTER, 'member.exportData', {})).json)).toMatchObject({ safetyReports: [{ words: '又冒了一次' }, { words: '插座冒火花' }] });
  });
});
