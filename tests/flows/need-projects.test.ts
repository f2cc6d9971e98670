import { isNeedPlanCoherent, type NeedPlan } from '../../cloudfunctions/core/need-plan/need-plan';
import { isNeedProjectCoherent, type NeedProject } from '../../cloudfunctions/core/need-project/need-project';
import type { Notice } from '../../cloudfunctions/core/notice/notice';
import type { Task } from '../../cloudfunctions/core/staff/task';
import { ADMIN, COMMUNITY, Community, DAY_MS, GRID, MERCHANT, NEIGHBOUR, newOperation, OUTSIDE_STAFF, POSTER, STAFF } from './support/community';
import { GOODS_PLAN, placeNeeds, planOf, projectOf, startedPlan } from './support/need-steps';
import { offerAs } from './support/supply-steps';

const OWNER = 'oTestGroupOwnerChen';
const WORKER = 'oTestSocialWorkerZhou';
const MINUTE = 60_000;

describe('needs in projects', () => {
  let community: Community;

  beforeAll(async () => {
    community = await Community.found();
    await community.join(OWNER, '陈群主', GRID);
    await community.grant(OWNER, 'groupOwner', COMMUNITY);
    await community.join(WORKER, '周敏', COMMUNITY);
    await community.grant(WORKER, 'socialWorker', COMMUNITY);
  });
  afterAll(async () => {
    await community.runJobs();
    for (const plan of community.documents<NeedPlan>('needPlans')) expect({ id: plan._id, coherent: isNeedPlanCoherent(plan), waiting: plan.pendingEvents }).toEqual({ id: plan._id, coherent: true, waiting: 0 });
    for (const project of community.documents<NeedProject>('needProjects')) expect({ id: project._id, coherent: isNeedProjectCoherent(project), waiting: project.pendingEvents }).toEqual({ id: project._id, coherent: true, waiting: 0 });
    await community.close();
  });

  test('only staff of the community begin one, and one at a time', async () => {
    for (const openid of [POSTER, MERCHANT, OWNER]) expect(await community.refused(openid, 'needPlan.start', GOODS_PLAN)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await community.refused(OUTSIDE_STAFF, 'needPlan.start', { ...GOODS_PLAN, communityId: COMMUNITY })).toMatchObject({ code: 'OUT_OF_AREA' });
    expect(await community.refused(STAFF, 'needPlan.start', { ...GOODS_PLAN, sizeMin: 30, sizeMax: 25 })).toMatchObject({ code: 'BAD_INPUT', fields: { sizeMax: expect.stringContaining('不能比最少的还少') } });
    for (const sizes of [{ sizeMin: 19, sizeMax: 60 }, { sizeMin: 20, sizeMax: 61 }]) expect(await community.refused(STAFF, 'needPlan.start', { ...GOODS_PLAN, ...sizes })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await community.must(OWNER, 'needPlan.get', {})).toEqual({ plan: null });
    const operationId = newOperation();
    const [one, other] = await Promise.all([community.send(STAFF, 'needPlan.start', GOODS_PLAN, operationId), community.send(WORKER, 'needPlan.start', GOODS_PLAN)]);
    expect([one.ok, other.ok].filter((ok) => ok === true)).toHaveLength(1);
    const [plan] = community.documents<NeedPlan>('needPlans');
    if (one.ok === true) expect(await community.must(STAFF, 'needPlan.start', GOODS_PLAN, operationId)).toMatchObject({ planId: plan?._id });
    expect(await community.refused(STAFF, 'needPlan.start', GOODS_PLAN)).toMatchObject({ code: 'NEED_PLAN_OPEN' });
    await community.must(STAFF, 'needPlan.drop', { planId: plan?._id ?? '' });
  });

  test('bundled, adjusted together and told who is in it to nobody; fewer than twenty are a small list', async () => {
    placeNeeds(community, 25, 1);
    placeNeeds(community, 25, 3);
    placeNeeds(community, 4, null);
    placeNeeds(community, 6, 1, { category: 'repair' });
    const hidden = placeNeeds(community, 1, 1, { state: 'publicity', wallState: 'hidden', title: '还没上墙的心愿' });
    const plan = await startedPlan(community, { ...GOODS_PLAN, categories: ['goods', 'repair'] });
    expect(plan).toMatchObject({ needCount: 61, isAtLeast: false, may: { adjust: true, confirm: true, drop: true } });
    expect(plan.bundles.map(({ personCount }) => personCount).sort()).toEqual([25, 26]);
    expect(plan.unplaced).toEqual([{ category: 'goods', reason: 'noPlace', personCount: 4, needCount: 4 }, { category: 'repair', reason: 'tooFew', personCount: 6, needCount: 6 }]);
    expect(await community.refused(POSTER, 'needPlan.get', { planId: plan.planId })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await community.refused(OUTSIDE_STAFF, 'needPlan.get', { planId: plan.planId })).toMatchObject({ code: 'NOT_FOUND' });
    const small = await community.must(OWNER, 'needPlan.needs', { planId: plan.planId, bundleId: null });
    expect(small).toMatchObject({ total: 10, items: expect.arrayContaining([expect.objectContaining({ category: 'repair', state: 'waiting', personNumber: null })]) });
    const [first, second] = plan.bundles.map(({ bundleId }) => bundleId) as [number, number];
    const titles = async (openid: string): Promise<readonly string[]> => (await Promise.all([first, second].map((bundleId) => community.must(openid, 'needPlan.needs', { planId: plan.planId, bundleId })))).flatMap(({ items }) => items.filter(({ wishId }) => hidden.includes(wishId)).map(({ title }) => title));
    expect([await titles(STAFF), await titles(OWNER)]).toEqual([['还没上墙的心愿'], ['']]);
    expect(JSON.stringify(await community.must(OWNER, 'needPlan.get', { planId: plan.planId }))).not.toMatch(/m_placed|oTest/);

    const { planId, version: seenVersion } = plan;
    const merge = { planId, seenVersion, bundleIds: [first, second] as [number, number] };
    const answers = await Promise.all([community.send(OWNER, 'needPlan.merge', merge), community.send(STAFF, 'needPlan.merge', { ...merge, bundleIds: [second, first] })]);
    expect(answers.filter(({ ok }) => ok === true)).toHaveLength(1);
    for (const answer of answers) if (answer.ok === false) expect(answer.error).toMatchObject({ code: 'NEED_PLAN_CHANGED', message: expect.stringMatching(/第 \d 组刚刚/) });
    const merged = (await community.must(WORKER, 'needPlan.get', {})).plan;
    expect(merged).toMatchObject({ bundles: [{ personCount: 51 }], lastStep: { kind: 'merge' }, may: { undo: true } });
    await community.must(WORKER, 'needPlan.undo', { planId, seenVersion: merged?.version ?? 0 });
    expect((await community.must(STAFF, 'needPlan.get', { planId })).plan?.bundles).toHaveLength(2);
    await community.must(STAFF, 'needPlan.drop', { planId });
    expect(planOf(community, planId).needs).toEqual({});
  });

  test('confirmed bundles are projects of whoever confirmed; what went away meanwhile is not in them, and nothing is bundled twice', async () => {
    const plan = await startedPlan(community);
    const gone = Object.keys(planOf(community, plan.planId).needs).find((wishId) => planOf(community, plan.planId).needs[wishId]?.[3] === 1) ?? '';
    community.cloud.cloud.store.get('wishes').put(gone, null);
    expect(await community.refused(OWNER, 'needPlan.confirm', { planId: plan.planId, seenVersion: plan.version })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await community.refused(STAFF, 'needPlan.confirm', { planId: plan.planId, seenVersion: plan.version - 1 })).toMatchObject({ code: 'NEED_PLAN_CHANGED' });
    const operationId = newOperation();
    const confirm = { planId: plan.planId, seenVersion: plan.version };
    const confirmed = await community.must(WORKER, 'needPlan.confirm', confirm, operationId);
    expect(await community.must(WORKER, 'needPlan.confirm', confirm, operationId)).toEqual(confirmed);
    const projects = community.documents<NeedProject>('needProjects');
    expect(projects.map(({ needs, ownerName, state }) => [Object.keys(needs).includes(gone), ownerName, state])).toEqual([[false, '周敏', 'draft'], [false, '周敏', 'draft']]);
    expect(await community.refused(POSTER, 'needProject.list', { of: 'community' })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect((await community.must(OWNER, 'needProject.list', { of: 'community' })).items.map(({ isMine, isLate }) => [isMine, isLate])).toEqual([[false, false], [false, false]]);
    expect((await community.must(WORKER, 'needProject.list', { of: 'mine' })).items).toHaveLength(2);
    expect((await startedPlan(community)).bundles).toEqual([]);
    await community.must(STAFF, 'needPlan.drop', { planId: (await community.must(STAFF, 'needPlan.get', {})).plan?.planId ?? '' });
  });

  test('planned together, run and finished; the words are checked, the needs are told as they stand', async () => {
    await offerAs(community, NEIGHBOUR, { category: 'goods', title: '旧书', areaId: GRID });
    await community.must(STAFF, 'supply.save', { as: { kind: 'organisation', name: '阳光社' }, category: 'goods', title: '米面油', words: '', conditions: '', areaId: COMMUNITY, slots: 7, capacityPerWeek: 9 });
    const { _id: projectId } = community.documents<NeedProject>('needProjects')[0]!;
    const claimed = Object.keys(projectOf(community, projectId).needs)[0] ?? '';
    await community.must(MERCHANT, 'wish.claim', { wishId: claimed, shares: 3, as: { kind: 'merchant' } });
    const view = await community.must(OWNER, 'needProject.get', { projectId });
    expect(view).toMatchObject({ state: 'draft', figures: { taken: 1 }, may: { edit: true, plan: false, take: false, draftActivity: true } });
    expect(view.partners.map(({ supply, suits }) => [supply.title, suits > 0])).toContainEqual(['米面油', true]);
    expect(view.kinds.length).toBeGreaterThan(0);
    const seenVersion = view.version;
    const save = { projectId, seenVersion, plan: { ...view.plan, aim: '这里有违禁的话', firstDayMs: community.nowMs() + 3 * DAY_MS } };
    expect(await community.refused(OWNER, 'needProject.save', { ...save, plan: { ...save.plan, steps: [] } })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await community.refused(OWNER, 'needProject.save', save)).toMatchObject({ code: 'TEXT_RISKY' });
    const good = { ...save, plan: { ...save.plan, aim: '一个月里每家都收到米。' } };
    const answers = await Promise.all([community.send(OWNER, 'needProject.save', good), community.send(STAFF, 'needProject.save', good)]);
    expect(answers.map((answer) => (answer.ok === false ? answer.error.code : 'ok')).sort()).toEqual(['NEED_PROJECT_CHANGED', 'ok']);
    expect(await community.refused(OWNER, 'needProject.plan', { projectId })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await community.must(STAFF, 'needProject.plan', { projectId })).toMatchObject({ state: 'planned' });
    expect(await community.must(STAFF, 'needProject.run', { projectId })).toMatchObject({ state: 'running' });
    await community.must(STAFF, 'needProject.finish', { projectId, note: '每家都收到了，都说合用。' });
    expect((await community.must(STAFF, 'needProject.list', { of: 'community', shown: 'ended' })).items).toMatchObject([{ projectId, state: 'done', dueAtMs: null }]);
  });

  test('none is forgotten: its owner is asked, then everybody who works there, until somebody takes it on; who leaves gives it away first', async () => {
    const [project] = community.documents<NeedProject>('needProjects').filter(({ isLive }) => isLive);
    const projectId = project?._id ?? '';
    expect(await community.refused(WORKER, 'member.leave', {})).toMatchObject({ code: 'STILL_BUSY_HERE' });
    await community.advance(14 * DAY_MS + MINUTE);
    await community.runJobs();
    const notices = (): readonly string[] => community.documents<Notice>('notices').filter(({ target }) => target.subjectId === projectId).map(({ todoState }) => todoState);
    const tasks = (): readonly string[] => community.documents<Task>('tasks').filter(({ subjectId }) => subjectId === projectId).map(({ state }) => state);
    expect([notices(), tasks()]).toEqual([['open'], []]);
    await community.advance(7 * DAY_MS + MINUTE);
    await community.runJobs();
    expect(tasks()).toEqual(['open']);
    expect((await community.must(STAFF, 'needProject.list', { of: 'community' })).items).toMatchObject([{ projectId, isLate: true }]);
    await community.must(STAFF, 'needProject.take', { projectId });
    expect([[...notices()].sort(), tasks()]).toEqual([['done', 'none'], ['done']]);
    const exported = JSON.parse((await community.must(STAFF, 'member.exportData', { part: 'help' })).json) as { projects: unknown };
    expect(exported.projects).toContainEqual(expect.objectContaining({ ownerName: '何静', state: 'draft' }));
    await community.must(STAFF, 'needProject.cancel', { projectId, note: '并到别的项目里办。' });
    expect(projectOf(community, projectId)).toMatchObject({ state: 'cancelled', isLive: false });
    expect((await startedPlan(community)).bundles.length).toBeGreaterThan(0);
    await community.must(ADMIN, 'member.revokeRole', { memberId: (await community.me(WORKER)).memberId, role: 'socialWorker', areaId: COMMUNITY });
    await community.must(WORKER, 'member.leave', {});
    expect(JSON.stringify(community.documents('needProjects'))).not.toContain('周敏');
  });
});

describe('a bundling of two thousand', () => {
  test('is read in pages: its requests grow with the needs, its document stays small', async () => {
    const community = await Community.found();
    const requestsOf = async (): Promise<number> => {
      const plan = await startedPlan(community);
      const [record] = community.meters(3).filter(({ route }) => route === 'needPlan.start');
      await community.must(STAFF, 'needPlan.drop', { planId: plan.planId });
      return record?.calls.length ?? 0;
    };
    for (let grid = 0; grid < 10; grid += 1) placeNeeds(community, 50, grid);
    const some = await requestsOf();
    for (let grid = 0; grid < 10; grid += 1) placeNeeds(community, 160, grid);
    const many = await requestsOf();
    // Two pages of five hundred more to be read for each thousand, and never more than that.
    expect(many - some).toBeLessThanOrEqual(4);
    const plan = await startedPlan(community);
    expect(plan).toMatchObject({ needCount: 2_000, isAtLeast: true });
    expect(Buffer.byteLength(JSON.stringify(planOf(community, plan.planId)))).toBeLessThan(256 * 1024);
    await community.must(STAFF, 'needPlan.confirm', { planId: plan.planId, seenVersion: plan.version });
    expect(community.documents<NeedProject>('needProjects')).toHaveLength(plan.bundles.length);
    await community.close();
  });
});
