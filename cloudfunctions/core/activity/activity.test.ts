import { carriedOut, refusalOf } from '../aggregate/aggregate.fixtures';
import { DAY_MS } from '../kernel/clock';
import { unwrap } from '../kernel/result';
import { checker, draft, FAMILIES, lead, plannedTime, published, stepBy, withShift } from '../shift/shift.fixtures';
import { COMMUNITY, member, roleOf, START_MS } from '../wish/wish.fixtures';
import { isActivityCoherent, missingOf } from './activity';
import { activityClocksOf } from './activity-clocks';
import { activityEffectsOf } from './activity-effects';
import { decideAddShifts, decideCancel, decideDecision, decideLasts, decideSubmit, mayDraft } from './change-activity';

describe('an activity', () => {
  it('says what is missing before it is handed in', () => {
    expect(refusalOf(decideSubmit(draft(), lead, stepBy(lead)))).toBe('ACTIVITY_NOT_READY');
    const risky = withShift(draft({ risk: { level: 'some', note: '雨天路滑' } }));
    expect(refusalOf(decideSubmit(risky, lead, stepBy(lead)))).toBe('ACTIVITY_UNINSURED');
    const camp = withShift(draft({ minors: { ...FAMILIES, hasTwoAdults: false } }));
    expect(missingOf(camp)).toHaveLength(1);
    expect(refusalOf(decideSubmit(camp, lead, stepBy(lead)))).toBe('ACTIVITY_NOT_READY');
    expect(isActivityCoherent({ ...published(), outbox: {}, pendingEvents: 0 })).toBe(true);
  });

  it('is checked by another than its drafter, who works there', () => {
    const submitted = carriedOut(withShift(), decideSubmit(withShift(), lead, stepBy(lead)));
    expect(refusalOf(decideDecision(submitted, { kind: 'publish' }, lead, stepBy(lead)))).toBe('ACTIVITY_OWN_DRAFT');
    expect(refusalOf(decideDecision(submitted, { kind: 'publish' }, member('m_far', { roles: [roleOf('staff', 'd01-s01-c02')] }), stepBy(lead)))).toBe('OUT_OF_AREA');
    const back = carriedOut(submitted, decideDecision(submitted, { kind: 'askBack', note: '写清楚带什么' }, checker, stepBy(checker)));
    expect(back).toMatchObject({ state: 'draft', note: '写清楚带什么' });
    expect([mayDraft(member('m_a'), COMMUNITY, null), mayDraft(member('m_b', { roles: [roleOf('groupOwner', COMMUNITY)] }), COMMUNITY, null)]).toEqual([false, true]);
  });

  it('makes its shifts once each, open at once when it is published, and has room for so many', () => {
    const step = stepBy(lead);
    const activity = carriedOut(draft(), decideAddShifts(draft(), [plannedTime(), plannedTime(START_MS + 5 * DAY_MS)], lead, step));
    expect(unwrap(decideAddShifts(activity, [plannedTime()], lead, step)).kind).toBe('replay');
    const event = Object.values(activity.outbox).find((each) => each.kind === 'shiftsAdded');
    if (event === undefined) throw new Error('no shifts were added');
    const opened = activityEffectsOf({ ...activity, state: 'published' }, event);
    expect(opened.map((effect) => effect.kind === 'openShift' && effect.shift._id)).toEqual(activity.shiftIds);
    expect(opened).toMatchObject([{ shift: { state: 'open', seatsLeft: 8 } }, { shift: { state: 'open' } }]);
    expect(refusalOf(decideAddShifts({ ...activity, shiftIds: Array.from({ length: 48 }, (_unused, index) => `h_${index}`) }, [plannedTime()], lead, stepBy(lead)))).toBe('SHIFTS_FULL');
    expect(refusalOf(decideAddShifts(activity, [plannedTime(START_MS - DAY_MS)], lead, stepBy(lead)))).toBe('BAD_INPUT');
  });

  it('tells the people of its team of new times, once it is published', () => {
    const ofTeam = { ...draft(), teamId: 'g_river', organiserName: '枫林巡河队' };
    const added = carriedOut(ofTeam, decideAddShifts(ofTeam, [plannedTime(), plannedTime(START_MS + 5 * DAY_MS)], lead, stepBy(lead)));
    const [event] = Object.values(added.outbox).filter((each) => each.kind === 'shiftsAdded');
    if (event === undefined) throw new Error('no shifts were added');
    const news = (activity: typeof added) => activityEffectsOf(activity, event).filter((effect) => effect.kind === 'tellTeam');
    expect(news(added)).toEqual([]);
    expect(news({ ...added, state: 'published' })).toMatchObject([{ teamId: 'g_river', exceptId: added.organiserId, title: '队里又排了时间', body: expect.stringContaining('一共 2 个时间') as string, target: { page: 'team', subjectId: 'g_river' } }]);
    expect(activityEffectsOf({ ...added, state: 'published', teamId: null }, event)).toHaveLength(2);
  });

  it('ends by itself after its last shift, also when that was moved', () => {
    const activity = published();
    const later = (activity.lastEndsAtMs ?? 0) + DAY_MS;
    const lasting = carriedOut(activity, decideLasts(activity, later, START_MS));
    expect(activityClocksOf(lasting, START_MS)[0]?.atMs).toBe(later + 14 * DAY_MS);
    expect(unwrap(decideLasts(lasting, later, START_MS)).kind).toBe('replay');
    const off = carriedOut(lasting, decideCancel(lasting, '场地停水', lead, stepBy(lead)));
    expect(activityClocksOf(off, START_MS)).toEqual([]);
    expect(refusalOf(decideCancel(off, '又一次', lead, stepBy(lead)))).toBe('ACTIVITY_STATE_CHANGED');
  });
});
