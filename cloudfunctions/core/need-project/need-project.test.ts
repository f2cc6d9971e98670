import { LIMITS, needProjectPlanSchema, WISH_CATEGORIES } from '@contract';
import * as v from 'valibot';
import { carriedOut, refusalOf } from '../aggregate/aggregate.fixtures';
import { dueChanges } from '../aggregate/aggregate-kind';
import { applyChange } from '../aggregate/change';
import { DAY_MS } from '../kernel/clock';
import { decideConfirm } from '../need-plan/end-plan';
import { draftOf, needsOf, stepBy } from '../need-plan/need-plan.fixtures';
import { COMMUNITY, member, neighbour, openWish, roleOf, staff, START_MS } from '../wish/wish.fixtures';
import { bundledNeedView, bundledStateOf, type BundledWish } from './bundled-need';
import { decideCancel, decideCounted, decideFinish, decidePlan, decideRun, decideSave, decideTake } from './change-project';
import { draftPlanOf } from './draft-plan';
import { isNeedProjectCoherent, type NeedProject } from './need-project';
import { NEED_PROJECT_KIND } from './need-project-kind';
import { countNeeds, projectsOf } from './open-project';

const groupOwner = member('m_owner', { roles: [roleOf('groupOwner', COMMUNITY)] });
const colleague = member('m_zhou', { displayName: '周敏', roles: [roleOf('socialWorker', COMMUNITY)] });
const OPEN = { state: 'open', sharesLeft: 1 } as const;
const needs = [...needsOf(25, 1, 0), ...needsOf(25, 2, 4)];
const standing = (changes: Readonly<Record<string, Pick<BundledWish, 'state' | 'sharesLeft'> | null>> = {}) =>
  new Map(needs.flatMap(({ _id }) => (changes[_id] === null ? [] : [[_id, changes[_id] ?? OPEN] as const])));

const opened = (wishes = standing()): readonly NeedProject[] => {
  const plan = draftOf(needs);
  const confirmed = carriedOut(plan, decideConfirm(plan, { seenVersion: plan.version }, staff, stepBy('m_staff')));
  return projectsOf(confirmed, wishes, [], { ownerId: 'm_staff', ownerName: '何静' }, START_MS);
};
const first = (): NeedProject => opened()[0]!;
const withDay = (project: NeedProject, firstDayMs: number | null): NeedProject => carriedOut(project, decideSave(project, { ...project.plan, firstDayMs }, project.planVersion, staff, stepBy('m_staff')));
const strike = (project: NeedProject, atMs: number): NeedProject => dueChanges(NEED_PROJECT_KIND.clocksOf(project, atMs), atMs).slice(0, 1).reduce<NeedProject>((standing_, change) => applyChange(standing_, change), project);
const effectsOfLast = (project: NeedProject) => Object.values(project.outbox).slice(-1).flatMap((event) => NEED_PROJECT_KIND.effectsOf(project, event));

describe('a project', () => {
  test('begins with what is still there, a plan of its kind and an owner', () => {
    const projects = opened(standing({ w_goods_1_0: null, w_goods_1_1: { state: 'withdrawn', sharesLeft: 1 }, w_goods_1_2: { state: 'open', sharesLeft: 0 } }));
    expect(projects.map(({ personCount, figures }) => [personCount, figures]).sort()).toEqual([[23, { waiting: 22, taken: 1, met: 0, gone: 0 }], [25, { waiting: 25, taken: 0, met: 0, gone: 0 }]]);
    for (const project of projects) expect([isNeedProjectCoherent(project), project.ownerName, project.dueAtMs]).toEqual([true, '何静', START_MS + 14 * DAY_MS]);
    expect(opened(new Map())).toEqual([]);
  });

  test('the drafted plan of every kind is one that can be saved, however large', () => {
    for (const category of WISH_CATEGORIES) for (const personCount of [1, 20, 60]) {
      const plan = draftPlanOf({ category, personCount, sharesLeft: personCount * 60, areaNames: ['机床厂宿舍大院东区二期三号地块', '枫林里'], partnerIds: Array.from({ length: 40 }, (_, index) => `sp_${index}`) });
      expect(v.safeParse(needProjectPlanSchema, plan).issues).toBeUndefined();
      expect(plan.partnerIds).toHaveLength(LIMITS.partnersPerProject);
    }
  });

  test('planned with a first day, then running, then done; each step by staff, words by group owners too', () => {
    const draft = first();
    expect([refusalOf(decidePlan(draft, staff, stepBy('m'))), refusalOf(decideRun(draft, staff, stepBy('m'))), refusalOf(decideFinish(draft, '好了', staff, stepBy('m')))]).toEqual(['NEED_PROJECT_NOT_READY', 'NEED_PROJECT_CHANGED', 'NEED_PROJECT_CHANGED']);
    expect(refusalOf(decidePlan(withDay(draft, START_MS - 2 * DAY_MS), staff, stepBy('m')))).toBe('NEED_PROJECT_NOT_READY');
    const dated = withDay(draft, START_MS + 10 * DAY_MS);
    expect([refusalOf(decideSave(dated, dated.plan, dated.planVersion, groupOwner, stepBy('m'))), refusalOf(decidePlan(dated, groupOwner, stepBy('m'))), refusalOf(decidePlan(dated, neighbour, stepBy('m')))]).toEqual(['ok', 'NOT_ALLOWED', 'NOT_FOUND']);
    const planned = carriedOut(dated, decidePlan(dated, staff, stepBy('m')));
    expect([planned.dueAtMs, refusalOf(decideSave(planned, { ...planned.plan, firstDayMs: null }, planned.planVersion, staff, stepBy('m')))]).toEqual([START_MS + 13 * DAY_MS, 'NEED_PROJECT_NOT_READY']);
    const running = carriedOut(planned, decideRun(planned, staff, stepBy('m', START_MS + 10 * DAY_MS)));
    expect(running.dueAtMs).toBe(START_MS + (10 + 4 * 7 + 7) * DAY_MS);
    const done = carriedOut(running, decideFinish(running, '都送到了', staff, stepBy('m', START_MS + 40 * DAY_MS)));
    expect(done).toMatchObject({ state: 'done', note: '都送到了', dueAtMs: null, isLive: false });
    expect([isNeedProjectCoherent(done), NEED_PROJECT_KIND.clocksOf(done, START_MS), refusalOf(decideCancel(done, '不办', staff, stepBy('m')))]).toEqual([true, [], 'NEED_PROJECT_CHANGED']);
  });

  test('nobody writes over words they did not read', () => {
    const project = first();
    const changed = withDay(project, START_MS + DAY_MS);
    expect(refusalOf(decideSave(changed, project.plan, project.planVersion, groupOwner, stepBy('m')))).toBe('NEED_PROJECT_CHANGED');
    const counted = carriedOut(project, decideCounted(project, countNeeds(project.needs, standing({ w_goods_1_0: null, w_goods_2_0: null })), START_MS));
    expect(refusalOf(decideSave(counted, project.plan, project.planVersion, groupOwner, stepBy('m')))).toBe('ok');
  });

  test('its owner is asked when it is due, all staff a week later; taking it over answers both', () => {
    const asked = strike({ ...first(), countAtMs: START_MS + 90 * DAY_MS }, START_MS + 14 * DAY_MS);
    expect(effectsOfLast(asked)).toMatchObject([{ kind: 'notice', memberId: 'm_staff', todo: { actionText: '去看计划' } }]);
    const late = strike(asked, START_MS + 21 * DAY_MS);
    expect(effectsOfLast(late)).toMatchObject([{ kind: 'openTask', taskKind: 'needProjectLate' }]);
    const taken = carriedOut(late, decideTake(late, colleague, stepBy('m_zhou', START_MS + 22 * DAY_MS)));
    expect(taken).toMatchObject({ ownerId: 'm_zhou', ownerName: '周敏', dueAtMs: START_MS + 29 * DAY_MS, askedAtMs: null, taskAtMs: null });
    expect(effectsOfLast(taken)).toMatchObject([{ kind: 'finishNotice', memberId: 'm_staff' }, { kind: 'closeTask' }, { kind: 'notice', memberId: 'm_staff' }]);
    expect(decideTake(taken, colleague, stepBy('m_zhou'))).toEqual({ ok: true, value: { kind: 'replay' } });
  });

  test('counts what became of its needs and says once that nothing is left', () => {
    const project = first();
    const allMet = new Map(Object.keys(project.needs).map((wishId) => [wishId, { state: 'completed', sharesLeft: 0 } as const]));
    const met = carriedOut(project, decideCounted(project, countNeeds(project.needs, allMet), START_MS + DAY_MS));
    expect([met.figures.met, effectsOfLast(met).map(({ kind }) => kind), isNeedProjectCoherent(met)]).toEqual([Object.keys(project.needs).length, ['notice'], true]);
    expect(decideCounted(met, countNeeds(met.needs, allMet), START_MS + 2 * DAY_MS)).toEqual({ ok: true, value: { kind: 'replay' } });
  });
});

test('a need has words only for whoever may read its wish', () => {
  const wish = openWish();
  const view = (found: BundledWish | undefined, isStaff: boolean) => bundledNeedView(wish._id, found, { areaId: COMMUNITY, name: '枫林里' }, 'goods', { isStaff, personNumber: 3 });
  expect(view(wish, false)).toMatchObject({ title: wish.title, state: 'waiting', personNumber: null });
  expect(view({ ...wish, state: 'publicity' }, false)).toMatchObject({ title: '', state: 'waiting' });
  expect(view({ ...wish, state: 'publicity' }, true)).toMatchObject({ title: wish.title, personNumber: 3 });
  expect(view({ ...wish, state: 'withdrawn' }, true)).toMatchObject({ title: '', state: 'gone', sharesLeft: 0 });
  expect([bundledStateOf(undefined), bundledStateOf({ state: 'referred', sharesLeft: 1 }), bundledStateOf({ state: 'completed', sharesLeft: 0 })]).toEqual(['gone', 'gone', 'met']);
});
