import { isConsultCoherent, type Consult } from '../../cloudfunctions/core/consult/consult';
import type { Notice } from '../../cloudfunctions/core/notice/notice';
import type { Task } from '../../cloudfunctions/core/staff/task';
import type { Transfer } from '../../cloudfunctions/core/ledger/transfer';
import { ADMIN, COMMUNITY, Community, DAY_MS, GRID, MERCHANT, NEIGHBOUR, newOperation, OUTSIDE_STAFF, OUTSIDER, POSTER, STAFF } from './support/community';
import { closedConsult, consultOf, counted, draftedProject, openedConsult, voicesIn, wordsIn } from './support/consult-steps';
import { bindByCode, OWNER, withOwners } from './support/group-steps';
import { projectOf } from './support/need-steps';

const WORKER = 'oTestSocialWorkerZhou';

describe('neighbours plan together', () => {
  let community: Community;
  let projectId = '';
  let consultId = '';

  beforeAll(async () => {
    community = await Community.found();
    await withOwners(community);
    await community.join(WORKER, '周敏', COMMUNITY);
    await community.grant(WORKER, 'socialWorker', COMMUNITY);
    await bindByCode(community);
    projectId = (await draftedProject(community))._id;
  });
  afterAll(async () => {
    await community.runJobs();
    for (const consult of community.documents<Consult>('consults')) expect({ id: consult._id, coherent: isConsultCoherent(consult), waiting: consult.pendingEvents }).toEqual({ id: consult._id, coherent: true, waiting: 0 });
    await community.close();
  });

  const get = (openid: string) => community.must(openid, 'consult.get', { consultId });
  const noticesAbout = (memberId?: string): readonly Notice[] => community.documents<Notice>('notices').filter(({ target, memberId: whose }) => target.subjectId === consultId && (memberId === undefined || whose === memberId));

  test('staff of the community ask about a draft, one consultation at a time, and the plan waits for it', async () => {
    for (const openid of [POSTER, OWNER]) expect(await community.refused(openid, 'consult.open', { projectId, days: 7 })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await community.refused(OUTSIDE_STAFF, 'consult.open', { projectId, days: 7 })).toMatchObject({ code: 'NOT_FOUND' });
    for (const days of [2, 15, 3.5]) expect(await community.refused(STAFF, 'consult.open', { projectId, days })).toMatchObject({ code: 'BAD_INPUT' });
    const operationId = newOperation();
    const answers = await Promise.all([community.send(STAFF, 'consult.open', { projectId, days: 7 }, operationId), community.send(WORKER, 'consult.open', { projectId, days: 7 })]);
    expect(answers.map((answer) => (answer.ok === false ? answer.error.code : 'ok')).sort()).toEqual(['NEED_PROJECT_CONSULTING', 'ok']);
    await community.runJobs();
    const [consult] = community.documents<Consult>('consults');
    consultId = consult?._id ?? '';
    expect(community.documents('consults')).toHaveLength(1);
    if (answers[0]?.ok === true) expect(await community.must(STAFF, 'consult.open', { projectId, days: 7 }, operationId)).toMatchObject({ consultId });
    const { plan, version } = await community.must(STAFF, 'needProject.get', { projectId });
    await community.must(STAFF, 'needProject.save', { projectId, seenVersion: version, plan: { ...plan, firstDayMs: community.nowMs() + 20 * DAY_MS } });
    expect(await community.refused(STAFF, 'needProject.plan', { projectId })).toMatchObject({ code: 'NEED_PROJECT_CONSULTING' });
    expect(await community.must(STAFF, 'needProject.get', { projectId })).toMatchObject({ consult: { consultId, isLive: true }, may: { plan: false, consult: false } });
  });

  test('invited are whoever has a wish in it and owners of groups, each once; it tells no wish and nobody', async () => {
    const owner = (await community.me(OWNER)).memberId;
    await community.runJobs();
    expect(noticesAbout(owner).map(({ title }) => title)).toEqual([expect.stringContaining('想听听您怎么看')]);
    const invited = noticesAbout().map(({ memberId }) => memberId);
    expect([invited.length, new Set(invited).size]).toEqual([23, 23]);
    expect(invited).not.toContain((await community.me(STAFF)).memberId);
    const view = await get(POSTER);
    expect(view).toMatchObject({ state: 'open', personCount: 22, peopleCount: 0, may: { speak: true, judge: false, close: false, answer: false }, project: null, decided: null });
    expect(view.points.map(({ no }) => no)).toEqual([1, 2, 3, 4]);
    expect(JSON.stringify(view)).not.toMatch(/m_placed|w_placed|posterId/);
    expect(await community.must(POSTER, 'home.overview', {})).toMatchObject({ consult: { consultId } });
    expect((await community.must(OUTSIDER, 'home.overview', {})).consult).toBeNull();
    for (const openid of [OUTSIDER, OUTSIDE_STAFF]) expect(await community.refused(openid, 'consult.get', { consultId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.refused(OUTSIDER, 'consult.rank', { consultId, points: [1] })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.refused(OUTSIDER, 'consult.list', { communityId: COMMUNITY })).toMatchObject({ code: 'OUT_OF_AREA' });
    expect(await community.must(NEIGHBOUR, 'consult.list', {})).toMatchObject([{ consultId, state: 'open' }]);
  });

  test('three points each, changed until it closes; nobody counts twice, however they send it', async () => {
    expect(await community.refused(POSTER, 'consult.rank', { consultId, points: [1, 2, 3, 4] })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await community.refused(POSTER, 'consult.rank', { consultId, points: [9] })).toMatchObject({ code: 'BAD_INPUT' });
    const operationId = newOperation();
    await community.must(POSTER, 'consult.rank', { consultId, points: [1, 2] }, operationId);
    await Promise.all([community.send(NEIGHBOUR, 'consult.rank', { consultId, points: [1] }), community.send(NEIGHBOUR, 'consult.rank', { consultId, points: [1] })]);
    await community.must(POSTER, 'consult.rank', { consultId, points: [2, 3, 3] });
    // The first call again, long after its reply was lost: what was chosen since stays.
    await community.must(POSTER, 'consult.rank', { consultId, points: [1, 2] }, operationId);
    expect(await community.refused(POSTER, 'consult.rank', { consultId, points: [4] }, operationId)).toMatchObject({ code: 'OPERATION_REUSED' });
    await community.must(OWNER, 'consult.rank', { consultId, points: [3] });
    await counted(community);
    expect((await get(POSTER)).points.map(({ picks }) => picks)).toEqual([1, 1, 2, 0]);
    expect(await get(NEIGHBOUR)).toMatchObject({ peopleCount: 3, mine: { points: [1], words: [] } });
    expect(voicesIn(community, consultId)).toHaveLength(3);
  });

  test('one addition each, through the check; others back it instead of saying it again', async () => {
    const add = { consultId, kind: 'add', point: null } as const;
    expect(await community.refused(POSTER, 'consult.say', { ...add, text: '这里有违禁的话' })).toMatchObject({ code: 'TEXT_RISKY' });
    expect(await community.refused(POSTER, 'consult.say', { ...add, text: '   ' })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await community.refused(POSTER, 'consult.say', { ...add, point: 1, text: '添一条' })).toMatchObject({ code: 'BAD_INPUT' });
    const operationId = newOperation();
    const { wordId } = await community.must(POSTER, 'consult.say', { ...add, text: '送东西前先打个电话' }, operationId);
    expect(await community.must(POSTER, 'consult.say', { ...add, text: '送东西前先打个电话' }, operationId)).toEqual({ wordId });
    expect(await community.refused(POSTER, 'consult.say', { ...add, text: '再添一条' })).toMatchObject({ code: 'CONSULT_SAID' });
    const both = await Promise.all([community.send(NEIGHBOUR, 'consult.say', { ...add, text: '周末也来' }), community.send(NEIGHBOUR, 'consult.say', { ...add, text: '晚上也来' })]);
    expect(both.map((answer) => (answer.ok === false ? answer.error.code : 'ok')).sort()).toEqual(['CONSULT_SAID', 'ok']);
    for (const openid of [NEIGHBOUR, OWNER, MERCHANT]) await community.must(openid, 'consult.back', { consultId, wordId, isBacked: true });
    await community.must(MERCHANT, 'consult.back', { consultId, wordId, isBacked: true });
    await community.must(MERCHANT, 'consult.back', { consultId, wordId, isBacked: false });
    expect(await community.refused(POSTER, 'consult.back', { consultId, wordId, isBacked: true })).toMatchObject({ code: 'BAD_INPUT' });
    await counted(community);
    const view = await get(OWNER);
    expect(view.adds[0]).toMatchObject({ wordId, text: '送东西前先打个电话', backs: 2, isBacked: true, byText: '赵*' });
    expect(view.counts).toMatchObject({ adds: 2, objections: 0, waiting: 0, unanswered: 0 });
    expect((await get(STAFF)).adds[0]).toMatchObject({ byText: '赵阿姨' });
  });

  test('an objection to a point is seen without a name, once somebody looked; what is hidden says why to its author', async () => {
    const object = { consultId, kind: 'object', point: 3 } as const;
    expect(await community.refused(NEIGHBOUR, 'consult.say', { ...object, point: 9, text: '不合适' })).toMatchObject({ code: 'BAD_INPUT' });
    const { wordId } = await community.must(NEIGHBOUR, 'consult.say', { ...object, text: '一天送完太赶，老人吃不消' });
    const about = await community.must(OWNER, 'consult.say', { ...object, point: 1, text: '三栋那位不用打电话' });
    expect((await get(POSTER)).objections).toEqual([]);
    expect((await get(NEIGHBOUR)).mine.words.find((word) => word.wordId === wordId)).toMatchObject({ state: 'waiting', isMine: true });
    expect(await community.refused(POSTER, 'consult.words', { consultId, kind: 'object', of: 'waiting' })).toMatchObject({ code: 'NOT_ALLOWED' });
    await counted(community);
    const tasks = (): readonly string[] => community.documents<Task>('tasks').filter(({ subjectId }) => subjectId === consultId).map(({ kind, state }) => `${kind} ${state}`);
    expect(tasks()).toEqual(['consultLook open']);
    expect((await community.must(STAFF, 'consult.words', { consultId, kind: 'object', of: 'waiting' })).items.map(({ byText }) => byText).sort()).toEqual(['刘洋', '方姐'].sort());
    expect(await community.refused(POSTER, 'consult.judge', { consultId, wordId, isShown: true })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await community.refused(OUTSIDE_STAFF, 'consult.judge', { consultId, wordId, isShown: true })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.refused(STAFF, 'consult.judge', { consultId, wordId, isShown: false })).toMatchObject({ code: 'BAD_INPUT' });
    await Promise.all([community.must(STAFF, 'consult.judge', { consultId, wordId, isShown: true }), community.must(WORKER, 'consult.judge', { consultId, wordId, isShown: true })]);
    await community.must(STAFF, 'consult.judge', { consultId, wordId: about.wordId, isShown: false, reason: '说到了谁家，就不公开了' });
    await counted(community);
    expect(tasks()).toEqual(['consultLook done']);
    const view = await get(POSTER);
    expect(view.objections).toMatchObject([{ wordId, point: 3, byText: '', text: '一天送完太赶，老人吃不消' }]);
    expect(view.points.map(({ objections }) => objections)).toEqual([0, 0, 1, 0]);
    expect((await get(OWNER)).mine.words).toMatchObject([{ state: 'hidden', hideReason: '说到了谁家，就不公开了' }]);
    expect(JSON.stringify(view)).not.toContain('三栋');
  });

  test('one\'s own words are taken back while it is open, and said anew', async () => {
    const add = { consultId, kind: 'add', point: null } as const;
    const { wordId } = await community.must(MERCHANT, 'consult.say', { ...add, text: '我出二十斤米' });
    expect(await community.refused(NEIGHBOUR, 'consult.withdraw', { consultId, wordId })).toMatchObject({ code: 'NOT_FOUND' });
    await community.must(MERCHANT, 'consult.withdraw', { consultId, wordId });
    expect(wordsIn(community, consultId).find(({ _id }) => _id === wordId)).toMatchObject({ state: 'withdrawn', text: '' });
    await community.must(MERCHANT, 'consult.say', { ...add, text: '米我来出' });
    await counted(community);
    expect((await get(MERCHANT)).counts.adds).toBe(3);
  });

  test('on its day it closes; everything said in time is counted, and its owner is asked to answer each', async () => {
    await closedConsult(community);
    const consult = consultOf(community, consultId);
    expect(consult).toMatchObject({ state: 'answering', tally: { people: 4, adds: 3, objected: 1, unanswered: 4 } });
    for (const [route, input] of [['consult.rank', { consultId, points: [1] }], ['consult.say', { consultId, kind: 'add', point: null, text: '晚了' }]] as const) expect(await community.refused(POSTER, route, input)).toMatchObject({ code: 'CONSULT_OVER' });
    expect(noticesAbout(consult.ownerId).filter(({ todoState }) => todoState === 'open')).toMatchObject([{ body: expect.stringContaining('4 条等您答复') }]);
    expect(await community.must(POSTER, 'home.overview', {})).toMatchObject({ consult: null });
  });

  test('nobody is left without an answer: late, everybody who works there is asked; it does not end before', async () => {
    expect(await community.refused(STAFF, 'consult.finish', { consultId, note: '都听到了' })).toMatchObject({ code: 'CONSULT_UNANSWERED' });
    await community.advance(7 * DAY_MS);
    await community.runJobs();
    expect(community.documents<Task>('tasks').filter(({ subjectId, kind }) => subjectId === consultId && kind === 'consultLate').map(({ state }) => state)).toEqual(['open']);
    const open = await community.must(STAFF, 'consult.words', { consultId, kind: 'add', of: 'open' });
    const [first, ...others] = open.items;
    expect(first).toMatchObject({ text: '送东西前先打个电话', backs: 2 });
    const answer = { consultId, wordIds: [first?.wordId ?? ''], outcome: 'adopted' as const, text: '写进第一步了' };
    expect(await community.refused(OWNER, 'consult.answer', answer)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await community.refused(STAFF, 'consult.answer', { ...answer, text: '这里有违禁的话' })).toMatchObject({ code: 'TEXT_RISKY' });
    const raced = await Promise.all([community.send(STAFF, 'consult.answer', answer), community.send(WORKER, 'consult.answer', { ...answer, outcome: 'no', text: '办不到' })]);
    expect(raced.map((each) => (each.ok === false ? each.error.code : 'ok')).sort()).toEqual(['CONSULT_CHANGED', 'ok']);
    const [one] = raced;
    await community.must(one?.ok === true ? STAFF : WORKER, 'consult.answer', answer);
    expect(await community.must(STAFF, 'consult.answer', { ...answer, wordIds: others.map(({ wordId }) => wordId), outcome: 'no', text: '志愿者排不过来，下次再试' })).toEqual({ answered: 2 });
    const objections = await community.must(STAFF, 'consult.words', { consultId, kind: 'object', of: 'open' });
    expect(await community.must(STAFF, 'consult.get', { consultId })).toMatchObject({ counts: { unanswered: 1 } });
    await community.must(STAFF, 'consult.answer', { consultId, wordIds: objections.items.map(({ wordId }) => wordId), outcome: 'partly', text: '分两天送' });
    expect(await community.must(STAFF, 'consult.get', { consultId })).toMatchObject({ counts: { unanswered: 0 } });
  });

  test('whoever took part hears once, with the answer to what they said; what was adopted earns points once; the plan goes on', async () => {
    const { plan, version } = await community.must(STAFF, 'needProject.get', { projectId });
    const steps = [{ week: 1, text: '送之前先打个电话' }, ...plan.steps.slice(1)];
    await community.must(STAFF, 'needProject.save', { projectId, seenVersion: version, plan: { ...plan, steps } });
    const finish = { consultId, note: '最要紧的是集中送，先打电话，分两天' };
    const operationId = newOperation();
    const answers = await Promise.all([community.send(STAFF, 'consult.finish', finish, operationId), community.send(WORKER, 'consult.finish', finish)]);
    expect(answers.filter(({ ok }) => ok === true)).toHaveLength(1);
    await community.runJobs();
    await community.runJobs();
    const view = await get(POSTER);
    expect(view).toMatchObject({ state: 'answered', decided: { note: finish.note, goneSteps: [plan.steps[0]?.text] }, project: { state: 'draft' } });
    expect(view.decided?.steps.map(({ isNew }) => isNew)).toEqual([true, false, false, false]);
    const poster = (await community.me(POSTER)).memberId;
    expect(noticesAbout(poster).map(({ body }) => body)).toEqual([expect.stringMatching(/送东西前先打个电话”：照办。写进第一步了/)]);
    expect(noticesAbout((await community.me(OWNER)).memberId).map(({ title }) => title).sort()).toEqual([expect.stringContaining('商量出结果了'), expect.stringContaining('想听听您怎么看')]);
    const earned = community.documents<Transfer>('transfers').filter(({ cause }) => cause.kind === 'suggestion').map(({ creditAccount, amount }) => [creditAccount, amount]);
    expect(earned).toHaveLength(2);
    expect(earned).toContainEqual([`member:${poster}:points`, 10]);
    expect(community.documents<Task>('tasks').filter(({ subjectId }) => subjectId === consultId).every(({ state }) => state === 'done')).toBe(true);
    expect(await community.must(STAFF, 'needProject.plan', { projectId })).toMatchObject({ state: 'planned' });
    expect(await community.must(NEIGHBOUR, 'consult.get', { consultId })).toMatchObject({ project: { state: 'planned' } });
  });

  test('whoever leaves takes their words and name along, what they chose stays counted for nobody; before, they may take all of it with them', async () => {
    const exported = JSON.parse((await community.must(NEIGHBOUR, 'member.exportData', { part: 'service' })).json) as { consultWords: unknown; consultVoices: unknown };
    expect(exported.consultWords).toContainEqual(expect.objectContaining({ kind: 'object', text: '一天送完太赶，老人吃不消', answer: expect.objectContaining({ outcome: 'partly' }) }));
    expect(exported.consultVoices).toHaveLength(1);
    const { memberId } = await community.me(NEIGHBOUR);
    await community.must(NEIGHBOUR, 'member.leave', {});
    await community.runJobs();
    const left = JSON.stringify([...community.documents('consultWords'), ...community.documents('consultVoices')]);
    for (const trace of ['刘洋', '老人吃不消', memberId]) expect(left).not.toContain(trace);
    expect(voicesIn(community, consultId).map(({ picks }) => picks)).toContainEqual([1]);
    expect((await community.must(ADMIN, 'consult.list', { communityId: COMMUNITY })).length).toBe(1);
  });
});

describe('a consultation beside its project and in groups', () => {
  let community: Community;

  beforeAll(async () => {
    community = await Community.found();
    await withOwners(community);
    await community.join(WORKER, '周敏', COMMUNITY);
    await community.grant(WORKER, 'socialWorker', COMMUNITY);
    await bindByCode(community);
  });
  afterAll(() => community.close());

  test('closed by hand, its project called off: whoever took part hears of it, and it changes hands with its project', async () => {
    const project = await draftedProject(community, 4);
    const next = await openedConsult(community, project._id, 3);
    await community.must(POSTER, 'consult.rank', { consultId: next, points: [1] });
    await community.must(WORKER, 'needProject.take', { projectId: project._id });
    await community.runJobs();
    expect(consultOf(community, next).ownerId).toBe((await community.me(WORKER)).memberId);
    expect(await community.refused(OWNER, 'consult.close', { consultId: next })).toMatchObject({ code: 'NOT_ALLOWED' });
    const answers = await Promise.all([community.send(STAFF, 'consult.close', { consultId: next }), community.send(WORKER, 'consult.close', { consultId: next })]);
    expect(answers.map((answer) => (answer.ok === false ? answer.error.code : 'ok')).sort()).toEqual(['CONSULT_CHANGED', 'ok']);
    await counted(community);
    expect(consultOf(community, next)).toMatchObject({ state: 'answering', tally: { people: 1, unanswered: 0 } });
    await community.must(STAFF, 'needProject.cancel', { projectId: project._id, note: '并到别的项目里办。' });
    await community.runJobs();
    expect(consultOf(community, next).state).toBe('cancelled');
    const about = community.documents<Notice>('notices').filter(({ target, memberId }) => target.subjectId === next && memberId === consultOf(community, next).ownerId);
    expect(about.map(({ todoState }) => todoState)).toEqual(['done']);
    const poster = (await community.me(POSTER)).memberId;
    expect(community.documents<Notice>('notices').filter(({ target, memberId }) => target.subjectId === next && memberId === poster).map(({ title }) => title)).toEqual([expect.stringContaining('不办了')]);
    expect(projectOf(community, project._id)).toMatchObject({ state: 'cancelled', isConsulting: false });
  });

  test('a card in a group leads there while it is open, says that it is over, and counts who took part', async () => {
    const project = await draftedProject(community, 6);
    const next = await openedConsult(community, project._id, 3);
    const [group] = await community.must(OWNER, 'group.mine', {});
    const groupId = group?.groupId ?? '';
    expect((await community.must(OWNER, 'share.things', { groupId })).filter(({ itemKind }) => itemKind === 'consult')).toMatchObject([{ itemId: next, standing: 'open' }]);
    const { code } = await community.must(OWNER, 'share.make', { groupId, itemKind: 'consult', itemId: next });
    expect(await community.must(NEIGHBOUR, 'share.open', { code })).toMatchObject({ itemKind: 'consult', itemId: next, standing: 'open' });
    await community.must(NEIGHBOUR, 'consult.rank', { consultId: next, points: [2] });
    await counted(community);
    const numbers = async () => (await community.must(OWNER, 'share.ofGroup', { groupId })).find((each) => each.code === code)?.numbers;
    expect(await numbers()).toMatchObject({ opened: 1, signedUp: 1, completed: 0 });
    await closedConsult(community, 3);
    expect(await community.must(POSTER, 'share.open', { code })).toMatchObject({ standing: 'over' });
    await community.must(STAFF, 'consult.finish', { consultId: next, note: '照原计划办' });
    await community.runJobs();
    await counted(community);
    expect(await numbers()).toMatchObject({ opened: 2, signedUp: 1, completed: 1 });
  });
});

describe('many at once', () => {
  test('a hundred choose in a moment: nobody is refused, everybody counts once, and the shared document is hardly written', async () => {
    const community = await Community.found();
    const project = await draftedProject(community);
    const consultId = await openedConsult(community, project._id);
    const people = Array.from({ length: 100 }, (_, index) => `oTestCrowd${String(index).padStart(3, '0')}`);
    for (let from = 0; from < people.length; from += 10) await Promise.all(people.slice(from, from + 10).map((openid) => community.join(openid, '邻居', GRID)));
    const before = consultOf(community, consultId).revision;
    const answers = (await Promise.all(people.map((openid, index) => community.send(openid, 'consult.rank', { consultId, points: [1, 2 + (index % 3)] })))).filter(({ ok }) => ok === true);
    expect(answers).toHaveLength(100);
    expect(consultOf(community, consultId).revision - before).toBeLessThanOrEqual(10);
    await counted(community);
    expect(consultOf(community, consultId).tally).toMatchObject({ people: 100, picks: { 1: 100, 2: 34, 3: 33, 4: 33 } });
    await community.close();
  });
});
