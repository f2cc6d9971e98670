import fc from 'fast-check';
import { carriedOut, refusalOf } from '../aggregate/aggregate.fixtures';
import { dueChanges } from '../aggregate/aggregate-kind';
import { applyChange } from '../aggregate/change';
import { DAY_MS } from '../kernel/clock';
import { COMMUNITY, member, merchant, neighbour, openWish, roleOf, staff, START_MS } from '../wish/wish.fixtures';
import { decideMerge, decideMove, decideSplit, decideUndo } from './adjust-plan';
import { bundlingOf, decideBundled } from './bundle-open-needs';
import { decideConfirm, decideDrop } from './end-plan';
import { bundlesOf, isNeedPlanCoherent, needsIn, personsIn, type NeedPlan } from './need-plan';
import { NEED_PLAN_KIND } from './need-plan-kind';
import { needPlanView } from './need-plan-view';
import { draftOf, needsOf, stepBy } from './need-plan.fixtures';

const groupOwner = member('m_owner', { displayName: '陈群主', roles: [roleOf('groupOwner', COMMUNITY)] });
const by = (id: string) => stepBy(id);
/** Two 小区 of 25 and one of 39 people, four kilometres apart. */
const three = (): NeedPlan => draftOf([...needsOf(25, 1, 0), ...needsOf(25, 2, 4), ...needsOf(39, 3, 8)]);
const numberOf = (plan: NeedPlan, grid: number): number => plan.needs[`w_goods_${grid}_0`]?.[3] ?? 0;
const sizes = (plan: NeedPlan): readonly number[] => [...bundlesOf(plan).values()].map(personsIn).sort((a, b) => a - b);
const messageOf = (decided: ReturnType<typeof decideMerge>): string => (decided.ok ? '' : (decided.refusal.message ?? ''));

describe('a bundling', () => {
  test('packs by kind and place; too few are a small list, without a place a list of their own', () => {
    const plan = draftOf([...needsOf(25, 1, 0), ...needsOf(25, 2, 4), ...needsOf(12, 4, 0, 'repair'), ...needsOf(3, 5, null)]);
    expect(sizes(plan)).toEqual([25, 25]);
    expect(isNeedPlanCoherent(plan)).toBe(true);
    const view = needPlanView(plan, staff, null);
    expect(view.unplaced).toEqual([{ category: 'goods', reason: 'noPlace', personCount: 3, needCount: 3 }, { category: 'repair', reason: 'tooFew', personCount: 12, needCount: 12 }]);
    expect([view.needCount, view.personCount, view.bundles.map(({ reachMinutes }) => reachMinutes)]).toEqual([65, 65, [0, 0]]);
    expect(JSON.stringify(view)).not.toMatch(/m_\d/);
  });

  test('a person counts once; who was named only to the reviewer counts each time', () => {
    const own = needsOf(30, 1, 0).map((need) => ({ ...need, posterId: 'm_one', recipientIds: ['m_one'] }));
    expect(sizes(draftOf(own))).toEqual([]);
    const posted = needsOf(30, 1, 0).map((need) => ({ ...need, posterId: 'm_staff', recipientIds: ['m_staff'], postedByStaff: true, onBehalf: { relation: '邻居' } }));
    expect(sizes(draftOf(posted))).toEqual([30]);
    const onPaper = posted.map((need, index) => ({ ...need, recipientIds: ['m_staff', `p_${index % 20}`] }));
    expect(sizes(draftOf(onPaper))).toEqual([20]);
  });

  test('last legs, what is taken and what is in a project at work are left out', () => {
    const needs = needsOf(25, 1, 0);
    const errandFor = openWish({ errandFor: { wishId: 'w_p', claimId: 'c_p', giverId: 'm_g', isArrived: true, isOver: false } }).errandFor ?? null;
    const read = needs.map((need, index) => (index === 0 ? { ...need, errandFor } : index === 1 ? { ...need, sharesLeft: 0 } : need));
    const { needs: planned } = bundlingOf({ categories: ['goods'], sizeMin: 20, sizeMax: 60, seed: 1 }, read, new Set(['w_goods_1_2']), false);
    expect(Object.keys(planned)).toHaveLength(22);
  });

  test('a second reading changes nothing', () => {
    const plan = three();
    expect(decideBundled(plan, bundlingOf(plan, [], new Set(), false), START_MS)).toEqual({ ok: true, value: { kind: 'replay' } });
  });
});

describe('adjusting', () => {
  test('group owners merge within the limits, and the last step is undone by anybody who plans', () => {
    const plan = three();
    const [one, two, far] = [numberOf(plan, 1), numberOf(plan, 2), numberOf(plan, 3)];
    const tooMany = decideMerge(plan, { bundleIds: [one, far], seenVersion: plan.version }, staff, by('m_staff'));
    expect([refusalOf(tooMany), messageOf(tooMany)]).toEqual(['NEED_BUNDLE_SIZE', '并起来有 64 人，一组最多 60 人。可以先挪几位到别的组。']);
    const merged = carriedOut(plan, decideMerge(plan, { bundleIds: [one, two], seenVersion: plan.version }, groupOwner, by('m_owner')));
    expect([sizes(merged), isNeedPlanCoherent(merged)]).toEqual([[39, 50], true]);
    expect(needPlanView(merged, staff, groupOwner)).toMatchObject({ lastStep: { kind: 'merge', byName: '陈群主', isMine: false }, may: { adjust: true, undo: true, confirm: true } });
    expect(needPlanView(merged, groupOwner, groupOwner).may).toEqual({ adjust: true, undo: true, confirm: false, drop: false });
    const undone = carriedOut(merged, decideUndo(merged, { seenVersion: merged.version }, staff, by('m_staff')));
    expect([undone.needs, undone.lastStep]).toEqual([plan.needs, null]);
    expect(refusalOf(decideUndo(undone, { seenVersion: undone.version }, staff, by('m_staff')))).toBe('NEED_PLAN_CHANGED');
  });

  test('neighbours and shops have no part in it; only staff confirm or drop', () => {
    const plan = three();
    const seenVersion = plan.version;
    for (const somebody of [neighbour, merchant]) expect(refusalOf(decideMerge(plan, { bundleIds: [1, 2], seenVersion }, somebody, by('m_x')))).toBe('NOT_FOUND');
    expect([refusalOf(decideConfirm(plan, { seenVersion }, groupOwner, by('m_o'))), refusalOf(decideDrop(plan, groupOwner, by('m_o'))), refusalOf(decideDrop(plan, neighbour, by('m_n')))]).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED', 'NOT_FOUND']);
  });

  test('a group owner of one 小区 sees all of it and changes what has neighbours of theirs', () => {
    const plan = three();
    const ofOne = member('m_fang', { roles: [roleOf('groupOwner', `${COMMUNITY}-g1`)] });
    const [one, two] = [numberOf(plan, 1), numberOf(plan, 2)];
    expect(needPlanView(plan, ofOne, null).bundles.filter(({ mayAdjust }) => mayAdjust).map(({ bundleId }) => bundleId)).toEqual([one]);
    expect(refusalOf(decideMerge(plan, { bundleIds: [one, two], seenVersion: plan.version }, ofOne, by('m_fang')))).toBe('ok');
    expect(refusalOf(decideMove(plan, { wishIds: ['w_goods_3_0'], toBundleId: two, seenVersion: plan.version }, ofOne, by('m_fang')))).toBe('OUT_OF_AREA');
  });

  test('splits in two by place or by hand, never below the limit', () => {
    const plan = three();
    const [one, two] = [numberOf(plan, 1), numberOf(plan, 2)];
    expect(messageOf(decideSplit(plan, { bundleId: one, wishIds: null, seenVersion: plan.version }, staff, by('m_staff')))).toBe('这一组 25 人，拆成两组每组至少 20 人，还不够拆。');
    const merged = carriedOut(plan, decideMerge(plan, { bundleIds: [one, two], seenVersion: plan.version }, staff, by('m_staff')));
    const split = (wishIds: readonly string[] | null) => decideSplit(merged, { bundleId: one, wishIds, seenVersion: merged.version }, staff, by('m_staff'));
    const byPlace = carriedOut(merged, split(null));
    expect([sizes(byPlace), isNeedPlanCoherent(byPlace), needPlanView(byPlace, staff, staff).bundles.map(({ places }) => places.length)]).toEqual([[25, 25, 39], true, [1, 1, 1]]);
    const ids = needsIn(merged, one).map(([wishId]) => wishId);
    expect(sizes(carriedOut(merged, split(ids.slice(0, 22))))).toEqual([22, 28, 39]);
    expect(messageOf(split(ids.slice(0, 5)))).toBe('拆开是 45 人和 5 人，一组至少要 20 人。');
  });

  test('moves needs between bundles of one kind, also those in none', () => {
    const plan = draftOf([...needsOf(25, 1, 0), ...needsOf(30, 2, 4), ...needsOf(2, 5, null), ...needsOf(20, 6, 0, 'repair')]);
    const [one, two, repair] = [numberOf(plan, 1), numberOf(plan, 2), plan.needs['w_repair_6_0']?.[3] ?? 0];
    const move = (wishIds: readonly string[], toBundleId: number) => decideMove(plan, { wishIds, toBundleId, seenVersion: plan.version }, staff, by('m_staff'));
    expect(sizes(carriedOut(plan, move(['w_goods_5_0', 'w_goods_5_1', 'w_goods_2_0'], one)))).toEqual([20, 28, 29]);
    expect(refusalOf(move(['w_goods_1_0'], repair))).toBe('NEED_BUNDLE_KIND');
    expect(messageOf(move(needsIn(plan, one).slice(0, 6).map(([id]) => id), two))).toBe(`第 ${one} 组会只剩 19 人，一组至少要 20 人。可以整组并过去。`);
    expect(refusalOf(move(['w_nobody'], one))).toBe('NEED_PLAN_CHANGED');
    const all = carriedOut(plan, move(needsIn(plan, one).map(([id]) => id), two));
    expect([sizes(all), isNeedPlanCoherent(all)]).toEqual([[20, 55], true]);
  });

  test('two at once: other bundles are no matter; the same one is told what happened', () => {
    const plan = draftOf([...needsOf(25, 1, 0), ...needsOf(25, 2, 4), ...needsOf(25, 3, 8), ...needsOf(25, 4, 12), ...needsOf(3, 5, null)]);
    const seenVersion = plan.version;
    const [one, two, three_, four] = [1, 2, 3, 4].map((grid) => numberOf(plan, grid)) as [number, number, number, number];
    const merged = carriedOut(plan, decideMerge(plan, { bundleIds: [one, two], seenVersion }, groupOwner, by('m_o')));
    expect(refusalOf(decideMove(merged, { wishIds: ['w_goods_5_0'], toBundleId: three_, seenVersion }, staff, by('m_s')))).toBe('ok');
    expect(messageOf(decideMerge(merged, { bundleIds: [one, four], seenVersion }, staff, by('m_s')))).toBe(`第 ${one} 组刚刚有人动过，已为您刷新，看一眼再动。`);
    expect(messageOf(decideMerge(merged, { bundleIds: [two, four], seenVersion }, staff, by('m_s')))).toBe(`第 ${two} 组刚刚被并走了，已为您刷新，看一眼再动。`);
    expect(refusalOf(decideConfirm(merged, { seenVersion }, staff, by('m_s')))).toBe('NEED_PLAN_CHANGED');
  });

  test('whatever is done in whatever order, every bundle keeps its size and kind', () => {
    const step = fc.record({ kind: fc.constantFrom('merge', 'split', 'move', 'undo'), one: fc.integer({ min: 1, max: 8 }), other: fc.integer({ min: 1, max: 8 }), count: fc.integer({ min: 1, max: 30 }) });
    const start = draftOf([...needsOf(25, 1, 0), ...needsOf(30, 2, 1), ...needsOf(45, 3, 8), ...needsOf(22, 4, 1, 'repair'), ...needsOf(3, 5, null)]);
    fc.assert(fc.property(fc.array(step, { maxLength: 12 }), (acts) => {
      let plan = start;
      for (const { kind, one, other, count } of acts) {
        const seenVersion = plan.version;
        const wishIds = needsIn(plan, other).slice(0, count).map(([id]) => id);
        const decided =
          kind === 'merge' ? decideMerge(plan, { bundleIds: [one, other], seenVersion }, staff, by('m_s'))
          : kind === 'split' ? decideSplit(plan, { bundleId: one, wishIds: count % 2 === 0 ? null : wishIds, seenVersion }, staff, by('m_s'))
          : kind === 'move' ? decideMove(plan, { wishIds, toBundleId: one, seenVersion }, staff, by('m_s'))
          : decideUndo(plan, { seenVersion }, staff, by('m_s'));
        if (decided.ok) plan = carriedOut(plan, decided);
        expect(isNeedPlanCoherent({ ...plan, outbox: {}, pendingEvents: 0 })).toBe(true);
      }
      expect(Object.keys(plan.needs)).toHaveLength(125);
    }), { numRuns: 60 });
  });
});

describe('the end of a bundling', () => {
  test('confirmed as it was seen; with nothing in it, or dropped, there is nothing to confirm', () => {
    const plan = three();
    expect(carriedOut(plan, decideConfirm(plan, { seenVersion: plan.version }, staff, by('m_s')))).toMatchObject({ state: 'confirmed', endedAtMs: START_MS });
    const few = draftOf(needsOf(12, 1, 0));
    expect(messageOf(decideConfirm(few, { seenVersion: few.version }, staff, by('m_s')))).toContain('还没有一组够 20 人');
    const dropped = carriedOut(plan, decideDrop(plan, staff, by('m_s')));
    expect([dropped.needs, isNeedPlanCoherent(dropped), refusalOf(decideConfirm(dropped, { seenVersion: dropped.version }, staff, by('m_s')))]).toEqual([{}, true, 'NEED_PLAN_CHANGED']);
  });

  test('asked after a week of rest, put away after a month; an act answers the question', () => {
    const strike = (plan: NeedPlan, atMs: number): NeedPlan => dueChanges(NEED_PLAN_KIND.clocksOf(plan, atMs), atMs).slice(0, 1).reduce<NeedPlan>((standing, change) => applyChange(standing, change), plan);
    const asked = strike(three(), START_MS + 7 * DAY_MS);
    expect(asked.askedAtMs).toBe(START_MS + 7 * DAY_MS);
    const acted = carriedOut(asked, decideMerge(asked, { bundleIds: [numberOf(asked, 1), numberOf(asked, 2)], seenVersion: asked.version }, staff, stepBy('m_s', START_MS + 8 * DAY_MS)));
    const [last] = Object.values(acted.outbox).slice(-1);
    expect(last === undefined ? [] : NEED_PLAN_KIND.effectsOf(acted, last)).toMatchObject([{ kind: 'finishNotice' }]);
    expect(strike(asked, START_MS + 30 * DAY_MS)).toMatchObject({ state: 'dropped', needs: {} });
  });
});
