import type { DifficultyCase } from '../../cloudfunctions/core/difficulty/difficulty-case';
import { isCaseCoherent } from '../../cloudfunctions/core/difficulty/difficulty-case';
import { isPublicityCoherent, type Publicity } from '../../cloudfunctions/core/publicity/publicity';
import type { Task } from '../../cloudfunctions/core/staff/task';
import type { Wish } from '../../cloudfunctions/core/wish/wish';
import { ADMIN, COMMUNITY, Community, DAY_MS, DISTRICT, NEIGHBOUR, newOperation, OUTSIDER, OUTSIDE_STAFF, POSTER, STAFF, STREET } from './support/community';
import { checkedCase, checkOf, joinWorker, passedCase, passPublicity, proposal, proposedCase, publicisedCase, WORKER } from './support/publicity-steps';
import { submitWish, wishInput } from './support/wish-steps';

/** People in special difficulty and publicities, through the deployed bundles. */
let community: Community;
beforeEach(async () => {
  community = await Community.found();
  await joinWorker(community);
});
afterEach(async () => {
  await community.close();
});

const caseOf = (caseId: string): DifficultyCase => {
  const found = community.document<DifficultyCase>('difficultyCases', caseId);
  if (found === null) throw new Error(`no case ${caseId}`);
  expect(isCaseCoherent(found)).toBe(true);
  return found;
};
const publicityOf = (publicityId: string): Publicity => {
  const found = community.document<Publicity>('publicities', publicityId);
  if (found === null) throw new Error(`no publicity ${publicityId}`);
  expect(isPublicityCoherent(found)).toBe(true);
  return found;
};
const openTasks = (subjectId: string): readonly string[] => community.documents<Task>('tasks').filter((task) => task.subjectId === subjectId && task.state === 'open').map((task) => `${task.kind}: ${task.actionText}`).sort();
const audits = (subjectId: string): readonly string[] => community.documents<{ kind: string; subjectId: string; note: string }>('audit').filter((line) => line.subjectId === subjectId).map((line) => `${line.kind}: ${line.note}`);

test('from the proposal over four checks, publicity and decision into the ledger; a year later it ends by itself', async () => {
  const caseId = await proposedCase(community);
  expect(openTasks(caseId)).toEqual(['difficulty: 去记一项']);
  await community.must(WORKER, 'difficulty.check', checkOf(caseId, 'visit'));
  await community.must(WORKER, 'difficulty.check', checkOf(caseId, 'listen'));
  await community.must(WORKER, 'difficulty.check', checkOf(caseId, 'records'));
  expect(await community.refused(WORKER, 'difficulty.check', checkOf(caseId, 'discuss'))).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await community.refused(STAFF, 'difficulty.check', { ...checkOf(caseId, 'discuss'), participants: ['何静', '周敏'] })).toMatchObject({ code: 'BAD_INPUT' });
  await community.must(STAFF, 'difficulty.check', checkOf(caseId, 'discuss'));
  expect(openTasks(caseId)).toEqual(['difficulty: 去公示']);

  expect(await community.refused(WORKER, 'difficulty.publicise', { caseId, aidText: '透析补助' })).toMatchObject({ code: 'PUBLIC_TEXT_PRIVATE', fields: { aidText: expect.stringContaining('透析') as string } });
  const { publicityId } = await community.must(WORKER, 'difficulty.publicise', { caseId, aidText: '送米油，每周上门看看' });
  await community.runJobs();
  expect(openTasks(caseId)).toEqual([]);
  expect(openTasks(publicityId)).toEqual(['posting: 记下贴在哪儿', 'posting: 记下贴在哪儿', 'posting: 记下贴在哪儿']);
  await community.must(STAFF, 'publicity.recordPosting', { publicityId, level: 'community', place: '社区宣传栏', photoFileId: await community.upload(STAFF, 'evidence') });
  expect(await community.refused(STAFF, 'publicity.recordPosting', { publicityId, level: 'street', place: '街道大厅' })).toMatchObject({ code: 'OUT_OF_AREA' });
  await community.must(ADMIN, 'publicity.recordPosting', { publicityId, level: 'district', place: '区政务大厅' });

  for (const areaId of [COMMUNITY, STREET, DISTRICT]) expect((await community.must(POSTER, 'publicity.list', { areaId })).items.map((item) => item.maskedName)).toEqual(['张*']);
  const seen = await community.must(POSTER, 'publicity.get', { publicityId });
  expect(JSON.stringify(seen)).not.toMatch(/张桂兰|8811111|3 号楼|独居/);
  expect(seen).toMatchObject({ state: 'running', objectRefusal: null, canAnswer: false, objections: [] });

  await passPublicity(community, publicityId);
  expect(publicityOf(publicityId).state).toBe('passed');
  expect(openTasks(publicityId)).toEqual([]);
  expect(openTasks(caseId)).toEqual(['difficulty: 来决定']);
  expect(await community.refused(WORKER, 'difficulty.decide', { caseId, decision: { kind: 'approve' } })).toMatchObject({ code: 'NOT_ALLOWED' });
  await community.must(STAFF, 'difficulty.decide', { caseId, decision: { kind: 'approve', note: '' } });
  expect(caseOf(caseId)).toMatchObject({ state: 'inLedger', shelf: 'ledger' });
  expect(openTasks(caseId)).toEqual([]);

  await community.advance(29 * DAY_MS);
  await community.runJobs();
  expect(openTasks(caseId)).toEqual(['difficulty: 去记走访']);
  await community.must(STAFF, 'difficulty.visit', { caseId, note: '精神不错，炉子好用。', nextVisitAtMs: community.nowMs() + 60 * DAY_MS });
  expect(openTasks(caseId)).toEqual([]);
  await community.advance(320 * DAY_MS);
  await community.runJobs();
  expect(openTasks(caseId)).toEqual(['difficulty: 去记走访', 'difficulty: 看看要不要续']);
  await community.advance(30 * DAY_MS);
  await community.runJobs();
  expect(caseOf(caseId)).toMatchObject({ state: 'ended', shelf: 'ended' });
  expect(openTasks(caseId)).toEqual([]);
});

test('an objection stops the clock until staff answer; who wrote it stays with staff, and reading it is in the audit', async () => {
  const { caseId, publicityId } = await publicisedCase(community);
  await community.runJobs();
  await community.advance(DAY_MS);
  const before = publicityOf(publicityId).endsAtMs;
  const operationId = newOperation();
  const input = { publicityId, text: '她女儿每天都来，不算没人管。', isAnonymousToPublic: false };
  await community.must(NEIGHBOUR, 'publicity.object', input, operationId);
  await community.must(NEIGHBOUR, 'publicity.object', input, operationId);
  expect(await community.refused(NEIGHBOUR, 'publicity.object', { ...input, text: '换个说法' }, operationId)).toMatchObject({ code: 'OPERATION_REUSED' });
  expect(await community.refused(NEIGHBOUR, 'publicity.object', input)).toMatchObject({ code: 'OBJECTION_ALREADY' });
  expect(openTasks(publicityId)).toContain('objection: 去核实答复');

  const neighbourly = await community.must(POSTER, 'publicity.get', { publicityId });
  expect(neighbourly).toMatchObject({ state: 'paused', endsAtMs: null, openObjections: 1, answers: [] });
  expect(JSON.stringify(neighbourly)).not.toContain('女儿');
  const staffly = await community.must(STAFF, 'publicity.get', { publicityId });
  expect(staffly.objections).toMatchObject([{ byName: '刘洋', text: input.text }]);
  expect(audits(publicityId)).toEqual(['readObjection: 核实公示异议']);

  // Long after the old end: the clock stands.
  await community.advance(before - community.nowMs() + DAY_MS);
  await community.runJobs();
  expect(publicityOf(publicityId).state).toBe('paused');
  const objectionId = staffly.objections[0]?.objectionId ?? '';
  expect(await community.refused(WORKER, 'publicity.answer', { publicityId, objectionId, isUpheld: false, text: '核实过' })).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await community.refused(OUTSIDE_STAFF, 'publicity.answer', { publicityId, objectionId, isUpheld: false, text: '核实过' })).toMatchObject({ code: 'OUT_OF_AREA' });
  await community.must(STAFF, 'publicity.answer', { publicityId, objectionId, isUpheld: false, text: '上门问过，女儿在外地，半年回来一次。' });
  const going = publicityOf(publicityId);
  expect(going.state).toBe('running');
  expect(going.endsAtMs).toBeGreaterThan(before);
  expect((await community.must(POSTER, 'publicity.get', { publicityId })).answers).toMatchObject([{ byText: '刘*', isUpheld: false }]);
  await passPublicity(community, publicityId);
  expect(caseOf(caseId).state).toBe('toDecide');
});

test('a true objection ends it: the case is not taken up, and those who still waited are told', async () => {
  const { caseId, publicityId } = await publicisedCase(community);
  await community.must(NEIGHBOUR, 'publicity.object', { publicityId, text: '人去年就搬走了。', isAnonymousToPublic: true });
  await community.must(OUTSIDER, 'publicity.object', { publicityId, text: '不住这儿了。', isAnonymousToPublic: true });
  const [first] = (await community.must(STAFF, 'publicity.get', { publicityId })).objections;
  await community.must(STAFF, 'publicity.answer', { publicityId, objectionId: first?.objectionId ?? '', isUpheld: true, text: '情况属实，已撤下。' });
  await community.runJobs();
  expect(publicityOf(publicityId).state).toBe('overturned');
  expect(caseOf(caseId)).toMatchObject({ state: 'refused', outcomeNote: '公示中的异议属实：情况属实，已撤下。' });
  expect(openTasks(publicityId)).toEqual([]);
  const titles = community.documents<{ title: string; target: { subjectId?: string } }>('notices').filter((notice) => notice.target.subjectId === publicityId).map((notice) => notice.title);
  expect(titles.sort()).toEqual(['您提的情况属实，公示撤下了', '您的话收到了', '您的话收到了', '这次公示已经结束']);
});

test('an objection in the last second counts, one after it does not', async () => {
  const { publicityId } = await publicisedCase(community);
  const late = await publicisedCase(community);
  await community.advance(publicityOf(publicityId).endsAtMs - 20_000 - community.nowMs());
  await community.must(NEIGHBOUR, 'publicity.object', { publicityId, text: '还有话说。', isAnonymousToPublic: true });
  await community.advance(60_000);
  expect(await community.refused(NEIGHBOUR, 'publicity.object', { publicityId: late.publicityId, text: '还有话说。', isAnonymousToPublic: true })).toMatchObject({ code: 'PUBLICITY_OVER' });
  await community.runJobs();
  expect([publicityOf(publicityId).state, publicityOf(late.publicityId).state]).toEqual(['paused', 'passed']);
});

test('two objecting at once both count; two deciding at once are one decision', async () => {
  const { publicityId } = await publicisedCase(community);
  await Promise.all([NEIGHBOUR, POSTER, OUTSIDER].map((openid) => community.must(openid, 'publicity.object', { publicityId, text: '想问问情况。', isAnonymousToPublic: true })));
  expect(publicityOf(publicityId)).toMatchObject({ state: 'paused', openObjections: 3 });
  const { caseId } = await passedCase(community);
  const answers = await Promise.all([community.send(STAFF, 'difficulty.decide', { caseId, decision: { kind: 'approve' } }), community.send(ADMIN, 'difficulty.decide', { caseId, decision: { kind: 'refuse', note: '不够条件' } })]);
  expect(answers.filter((answer) => answer.ok === true)).toHaveLength(1);
  expect(['inLedger', 'refused']).toContain(caseOf(caseId).state);
});

test('what is sealed is opened only by staff of the area, for a reason that is written down first', async () => {
  const caseId = await checkedCase(community, 1);
  expect(JSON.stringify(caseOf(caseId))).not.toMatch(/张桂兰|8811111|3 号楼|腿脚/);
  const listed = await community.must(STAFF, 'difficulty.list', { shelf: 'open' });
  expect(listed.items).toMatchObject([{ caseId, maskedName: '张*', checksDone: 1 }]);
  expect(audits(caseId)).toEqual([]);
  expect(await community.must(STAFF, 'difficulty.open', { caseId, reason: '明天上门' })).toMatchObject({ name: '张桂兰', address: '枫林里 3 号楼 201', checks: [{ kind: 'visit' }] });
  expect(audits(caseId)).toEqual(['readDifficultyCase: 明天上门']);
  expect(await community.refused(NEIGHBOUR, 'difficulty.open', { caseId, reason: '看看' })).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await community.refused(OUTSIDE_STAFF, 'difficulty.open', { caseId, reason: '看看' })).toMatchObject({ code: 'OUT_OF_AREA' });
  expect(await community.refused(OUTSIDE_STAFF, 'difficulty.check', checkOf(caseId, 'listen'))).toMatchObject({ code: 'OUT_OF_AREA' });
  expect((await community.must(OUTSIDE_STAFF, 'difficulty.list', { shelf: 'open' })).items).toEqual([]);
});

test('consent is separate, and a guardian gives it for a child', async () => {
  const input = await proposal(community);
  expect(await community.refused(WORKER, 'difficulty.propose', { ...input, consent: { ...input.consent, agreesToPublicise: false } })).toMatchObject({ code: 'BAD_INPUT' });
  expect(await community.refused(WORKER, 'difficulty.propose', { ...input, consent: { ...input.consent, isUnder14: true } })).toMatchObject({ code: 'BAD_INPUT', fields: { 'consent.guardianName': expect.stringContaining('监护人') as string } });
  expect(await community.refused(STAFF, 'difficulty.propose', input)).toMatchObject({ code: 'FILE_NOT_YOURS' });
});

test('a neighbour tells of somebody; staff go, take it up, and may close it when the person does not want it', async () => {
  const { caseId } = await community.must(NEIGHBOUR, 'difficulty.suggest', { name: '老张', address: '小花园边上', circumstances: '好几天没见她下楼。' });
  expect(openTasks(caseId)).toEqual(['difficulty: 去看看']);
  const { areaId: _areaId, ...person } = await proposal(community);
  await community.must(WORKER, 'difficulty.accept', { caseId, ...person });
  expect(caseOf(caseId)).toMatchObject({ state: 'checking', maskedName: '张*' });
  for (const [kind, by] of [['visit', WORKER], ['listen', WORKER], ['records', STAFF], ['discuss', STAFF]] as const) await community.must(by, 'difficulty.check', checkOf(caseId, kind));
  const { publicityId } = await community.must(WORKER, 'difficulty.publicise', { caseId, aidText: '每周上门看看' });
  await community.must(WORKER, 'difficulty.close', { caseId, note: '本人不想公示了' });
  await community.runJobs();
  expect(publicityOf(publicityId).state).toBe('withdrawn');
  expect(openTasks(caseId)).toEqual([]);
  expect(openTasks(publicityId)).toEqual([]);
});

describe('a wish above the cap', () => {
  const input = async (changes = {}): Promise<ReturnType<typeof wishInput>> =>
    wishInput(community, { estimatedValueFen: 300_000, windowEndMs: community.nowMs() + 40 * DAY_MS, onBehalf: { beneficiaryName: '李素芬', relation: '服务对象', consent: { kind: 'paper', fileId: await community.upload(WORKER, 'consent') }, mayPublicise: true }, ...changes });

  test('only staff, only for a person, and never approved by who posted it', async () => {
    expect(await community.refused(POSTER, 'wish.submit', wishInput(community, { estimatedValueFen: 300_000 }))).toMatchObject({ code: 'WISH_OVER_CAP' });
    expect(await community.refused(WORKER, 'wish.submit', await input({ onBehalf: null }))).toMatchObject({ code: 'WISH_OVER_CAP' });
    expect(await community.refused(WORKER, 'wish.submit', await input({ estimatedValueFen: 500_001 }))).toMatchObject({ code: 'WISH_OVER_CAP' });
    expect(await community.refused(WORKER, 'wish.submit', await input({ windowEndMs: community.nowMs() + 3 * DAY_MS }))).toMatchObject({ code: 'BAD_INPUT' });
    const { onBehalf } = await input();
    expect(await community.refused(WORKER, 'wish.submit', await input({ onBehalf: onBehalf && { ...onBehalf, mayPublicise: false } }))).toMatchObject({ code: 'CONSENT_MISSING' });
    const { wishId } = await community.must(WORKER, 'wish.submit', await input());
    expect(await community.refused(WORKER, 'review.decide', { wishId, decision: { kind: 'approve' } })).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  test('goes on the wall when its publicity passed, and not before', async () => {
    const { wishId } = await community.must(WORKER, 'wish.submit', await input());
    await community.must(STAFF, 'review.decide', { wishId, decision: { kind: 'approve' } });
    await community.runJobs();
    expect(community.document<Wish>('wishes', wishId)).toMatchObject({ state: 'publicity', wallState: 'hidden', publishedAtMs: 0 });
    expect((await community.must(WORKER, 'wish.get', { wishId })).timeline.map((step) => step.title)).toContain('正在公示');
    const [card] = (await community.must(POSTER, 'publicity.list', {})).items;
    expect(card).toMatchObject({ maskedName: '李*', aidText: '维修，约 3000 元', subjectKind: 'wishAboveCap' });
    await passPublicity(community, card?.publicityId ?? '');
    expect(community.document<Wish>('wishes', wishId)).toMatchObject({ state: 'open', wallState: 'claimable' });
  });

  test('is refused with the answer when an objection holds; withdrawn, its publicity comes down', async () => {
    const { wishId } = await community.must(WORKER, 'wish.submit', await input());
    await community.must(STAFF, 'review.decide', { wishId, decision: { kind: 'approve' } });
    const [card] = (await community.must(POSTER, 'publicity.list', {})).items;
    const publicityId = card?.publicityId ?? '';
    await community.must(NEIGHBOUR, 'publicity.object', { publicityId, text: '上个月刚换过新的。', isAnonymousToPublic: true });
    const [objection] = (await community.must(ADMIN, 'publicity.get', { publicityId })).objections;
    await community.must(ADMIN, 'publicity.answer', { publicityId, objectionId: objection?.objectionId ?? '', isUpheld: true, text: '确实刚换过，不用再帮。' });
    await community.runJobs();
    expect(community.document<Wish>('wishes', wishId)).toMatchObject({ state: 'refused', review: { note: '公示没有通过：确实刚换过，不用再帮。' } });

    const second = await community.must(WORKER, 'wish.submit', await input({ title: '想换一台洗衣机' }));
    await community.must(STAFF, 'review.decide', { wishId: second.wishId, decision: { kind: 'approve' } });
    await community.must(WORKER, 'wish.withdraw', { wishId: second.wishId });
    await community.runJobs();
    expect(community.documents<Publicity>('publicities').map((found) => found.state).sort()).toEqual(['overturned', 'withdrawn']);
  });
});

test('a year nobody knows is warned of until an administrator enters it; then the end moves', async () => {
  await community.advance(Date.parse('2030-12-27T10:00:00+08:00') - community.nowMs());
  const { publicityId } = await publicisedCase(community);
  expect(await community.must(POSTER, 'publicity.get', { publicityId })).toMatchObject({ calendarWarning: expect.stringContaining('2031') as string, endsAtMs: Date.parse('2031-01-03T23:59:59.999+08:00') });
  expect(await community.must(STAFF, 'calendar.get', { year: '2031' })).toMatchObject({ source: 'weekends', warning: expect.stringContaining('2031') as string });
  expect(await community.refused(STAFF, 'calendar.setDays', { year: '2031', holidays: [], workdays: [] })).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await community.refused(ADMIN, 'calendar.setDays', { year: '2031', holidays: ['2031-02-30'], workdays: [] })).toMatchObject({ code: 'BAD_INPUT' });
  await community.must(ADMIN, 'calendar.setDays', { year: '2031', holidays: ['2031-01-01', '2031-01-02', '2031-01-03'], workdays: [] });
  await community.must(ADMIN, 'calendar.setDays', { year: '2031', holidays: ['2031-01-01'], workdays: [] });
  expect(await community.must(STAFF, 'calendar.get', { year: '2031' })).toMatchObject({ source: 'staff', holidays: ['2031-01-01'], warning: null });
  await passPublicity(community, publicityId);
  expect(publicityOf(publicityId)).toMatchObject({ state: 'running', endsAtMs: Date.parse('2031-01-06T23:59:59.999+08:00') });
  await passPublicity(community, publicityId);
  expect(publicityOf(publicityId).state).toBe('passed');
});

test('staff have their hours on the days that an administrator left them', async () => {
  await community.advance(Date.parse('2030-12-31T17:00:00+08:00') - community.nowMs());
  await community.must(ADMIN, 'calendar.setDays', { year: '2031', holidays: ['2031-01-01', '2031-01-02', '2031-01-03'], workdays: [] });
  await community.must(ADMIN, 'calendar.setDays', { year: '2030', holidays: [], workdays: [] });
  const caseId = await proposedCase(community);
  const wishId = await submitWish(community);
  // An hour of the old year; Thursday to Sunday are off.
  const dueMs = Date.parse('2031-01-08T17:00:00+08:00');
  for (const about of [caseId, wishId]) {
    const [task] = community.documents<Task>('tasks').filter((each) => each.subjectId === about || each.wishId === about);
    expect(Math.abs((task?.dueAtMs ?? 0) - dueMs)).toBeLessThan(60_000);
  }
  expect(await community.must(STAFF, 'difficulty.get', { caseId })).toMatchObject({ calendarWarning: null });
});
