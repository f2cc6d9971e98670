import type { Lane, LaneCollector } from '@contract';
import { carriedOut, refusalOf } from '../aggregate/aggregate.fixtures';
import type { Step } from '../aggregate/step';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { decideClose, decideConfirm, decideRecord } from './change-lane';
import { LANE_KIND } from './lane-kind';
import { decidingSetting, groundOf, isLaneCoherent, laneRecordOf, mayKeepLanes, newLaneSetting, newShutLane, type LaneRecord, type LaneSetting } from './lane-setting';
import { laneView } from './lane-view';

const person = (id: string, ...roles: readonly (readonly [role: Member['roles'][number]['role'], areaId: string])[]): Member =>
  ({ _id: id, displayName: id, roles: roles.map(([role, areaId]) => ({ role, areaId, areaName: areaId, merchantName: null, grantedBy: '', grantedAtMs: 0 })) }) as unknown as Member;

const DISTRICT_ADMIN = person('m_d', ['administrator', 'd']);
const STREET_ADMIN = person('m_s', ['administrator', 'd-s']);
const COMMUNITY_ADMIN = person('m_c', ['administrator', 'd-s-c']);

let operations = 0;
const step = (member: Member, nowMs = 1_000, more: Partial<Step> = {}): Step => ({ actorId: member._id, operationId: `op_${String((operations += 1))}`, inputHash: 'h', nowMs, ...more });

const CASH: LaneCollector = { kind: 'cash', entityName: '慈善会', keeperName: '孙会计' };
const recordBy = (member: Member, collector: LaneCollector | null = CASH, nowMs = 1_000): LaneRecord =>
  laneRecordOf({ groundText: '依据', documentNo: '1 号', lawyerCheckedAtMs: 1, responsibleName: '郑主任', collector }, { memberId: 'm_agent', name: '会计' }, member, nowMs);

const SECOND_DISTRICT_ADMIN = person('m_d2', ['administrator', 'd']);
const recorded = (areaId = 'd-s', lane: Lane = 'mutual', member = DISTRICT_ADMIN): LaneSetting => newLaneSetting(lane, { _id: areaId, name: areaId }, recordBy(member, lane === 'linked' ? null : CASH), member, step(member));
const opened = (areaId = 'd-s', lane: Lane = 'mutual'): LaneSetting => {
  const setting = recorded(areaId, lane);
  return carriedOut(setting, decideConfirm(setting, setting.version, SECOND_DISTRICT_ADMIN, step(SECOND_DISTRICT_ADMIN)));
};

describe('who keeps lanes', () => {
  test('administrators of the district or the street, in their own place; no staff, no administrator of a community', () => {
    expect(mayKeepLanes(DISTRICT_ADMIN, 'd-s-c')).toBe(true);
    expect(mayKeepLanes(STREET_ADMIN, 'd-s')).toBe(true);
    expect(mayKeepLanes(STREET_ADMIN, 'd')).toBe(false);
    expect(mayKeepLanes(STREET_ADMIN, 'd-s2')).toBe(false);
    expect(mayKeepLanes(COMMUNITY_ADMIN, 'd-s-c')).toBe(false);
    expect(mayKeepLanes(person('m_x', ['staff', 'd'], ['socialWorker', 'd-s']), 'd-s')).toBe(false);
    expect(mayKeepLanes(DISTRICT_ADMIN, 'd-s-c-g')).toBe(false);
  });
});

describe('recording and confirming', () => {
  test('nothing is open before another administrator confirms; whoever recorded it may not', () => {
    const setting = recorded();
    expect(groundOf([setting])).toBeNull();
    expect(refusalOf(decideConfirm(setting, 1, DISTRICT_ADMIN, step(DISTRICT_ADMIN)))).toBe('LANE_OWN_RECORD');
    expect(refusalOf(decideConfirm(setting, 1, COMMUNITY_ADMIN, step(COMMUNITY_ADMIN)))).toBe('OUT_OF_AREA');
    const open = carriedOut(setting, decideConfirm(setting, 1, STREET_ADMIN, step(STREET_ADMIN)));
    expect(isLaneCoherent(open)).toBe(true);
    expect(groundOf([open])).toMatchObject({ lane: 'mutual', areaId: 'd-s', collector: CASH, accountingAgentId: 'm_agent', recordedById: 'm_d' });
  });

  test('only the version that was read is confirmed, and only what waits', () => {
    const setting = recorded();
    const anew = carriedOut(setting, decideRecord(setting, recordBy(DISTRICT_ADMIN), DISTRICT_ADMIN, step(DISTRICT_ADMIN)));
    expect(refusalOf(decideConfirm(anew, 1, STREET_ADMIN, step(STREET_ADMIN)))).toBe('LANE_CHANGED');
    const open = opened();
    expect(refusalOf(decideConfirm(open, open.version, STREET_ADMIN, step(STREET_ADMIN)))).toBe('LANE_CHANGED');
  });

  test('what is in force stays while a new record waits, and is replaced when that is confirmed', () => {
    const open = opened();
    const other: LaneCollector = { kind: 'subMerchant', subMchId: '1900001109', entityName: '基金会' };
    const asked = carriedOut(open, decideRecord(open, recordBy(STREET_ADMIN, other), STREET_ADMIN, step(STREET_ADMIN)));
    expect(groundOf([asked])?.collector).toEqual(CASH);
    const replaced = carriedOut(asked, decideConfirm(asked, asked.version, DISTRICT_ADMIN, step(DISTRICT_ADMIN)));
    expect(groundOf([replaced])?.collector).toEqual(other);
    expect(replaced.history.map(({ kind }) => kind)).toEqual(['recorded', 'confirmed', 'recorded', 'confirmed']);
  });

  test('the same act again is a replay, the operation with other input is refused', () => {
    const setting = recorded();
    const act = step(STREET_ADMIN);
    const open = carriedOut(setting, decideConfirm(setting, 1, STREET_ADMIN, act));
    expect(decideConfirm(open, 1, STREET_ADMIN, act)).toMatchObject({ value: { kind: 'replay' } });
    expect(refusalOf(decideConfirm(open, 1, STREET_ADMIN, { ...act, inputHash: 'other' }))).toBe('OPERATION_REUSED');
  });

  test('history is bounded', () => {
    let setting = recorded();
    for (let times = 0; times < RULES.lane.historyMax + 5; times += 1) {
      setting = { ...carriedOut(setting, decideRecord(setting, recordBy(DISTRICT_ADMIN), DISTRICT_ADMIN, step(DISTRICT_ADMIN))), outbox: {}, pendingEvents: 0 };
    }
    expect(setting.history).toHaveLength(RULES.lane.historyMax);
    expect(isLaneCoherent(setting)).toBe(true);
  });
});

describe('which node counts', () => {
  test('the nearest that was decided; one that only waits does not', () => {
    const district = opened('d');
    const community = recorded('d-s-c');
    expect(decidingSetting([district, community])).toBe(district);
    const street = opened('d-s');
    expect(decidingSetting([street, district, community])).toBe(street);
  });

  test('closed nearer by is closed, though it is open further up; shut from the start too', () => {
    const street = opened('d-s');
    const closed = carriedOut(street, decideClose(street, '先停', STREET_ADMIN, step(STREET_ADMIN)));
    expect(groundOf([opened('d'), closed])).toBeNull();
    const shut = newShutLane('mutual', { _id: 'd-s-c', name: '社区' }, '不开', STREET_ADMIN, step(STREET_ADMIN));
    expect(isLaneCoherent(shut)).toBe(true);
    expect(groundOf([street, shut])).toBeNull();
    expect(groundOf([street])).not.toBeNull();
  });

  test('nobody closes twice; closing drops what waited, and it may be recorded anew', () => {
    const open = opened();
    const asked = carriedOut(open, decideRecord(open, recordBy(DISTRICT_ADMIN), DISTRICT_ADMIN, step(DISTRICT_ADMIN)));
    const closed = carriedOut(asked, decideClose(asked, '先停', STREET_ADMIN, step(STREET_ADMIN)));
    expect(closed).toMatchObject({ state: 'closed', record: null, proposed: null });
    expect(refusalOf(decideClose(closed, '再停', STREET_ADMIN, step(STREET_ADMIN)))).toBe('LANE_CHANGED');
    const again = carriedOut(closed, decideRecord(closed, recordBy(DISTRICT_ADMIN), DISTRICT_ADMIN, step(DISTRICT_ADMIN)));
    expect(groundOf([again])).toBeNull();
    expect(isLaneCoherent(again)).toBe(true);
  });
});

describe('what is read and logged', () => {
  const place = { areaId: 'd-s-c', areaName: '青枫社区' };

  test('a community reads whose decision counts, and what is missing', () => {
    expect(laneView('mutual', place, [], STREET_ADMIN)).toMatchObject({ state: null, isOpen: false, node: null, missing: ['ground'], canRecord: true, canConfirm: false, canClose: false });
    expect(laneView('mutual', place, [opened('d-s')], STREET_ADMIN)).toMatchObject({ state: null, isOpen: true, node: { areaId: 'd-s' }, missing: [], canClose: true });
    expect(laneView('mutual', place, [recorded('d-s-c')], STREET_ADMIN)).toMatchObject({ state: 'waiting', isOpen: false, missing: ['second'], canConfirm: true });
    expect(laneView('mutual', place, [recorded('d-s-c')], DISTRICT_ADMIN)).toMatchObject({ canConfirm: false, canClose: true });
  });

  test('without a collector the mutual lane says so, the linked one needs none', () => {
    const setting = newLaneSetting('mutual', { _id: 'd-s', name: '街道' }, recordBy(DISTRICT_ADMIN, null), DISTRICT_ADMIN, step(DISTRICT_ADMIN));
    const open = carriedOut(setting, decideConfirm(setting, 1, STREET_ADMIN, step(STREET_ADMIN)));
    expect(isLaneCoherent(open)).toBe(true);
    expect(laneView('mutual', place, [open], STREET_ADMIN).missing).toEqual(['collector']);
    expect(laneView('linked', place, [opened('d-s', 'linked')], STREET_ADMIN).missing).toEqual([]);
  });

  test('every step has one line in the log, without a text of anybody', () => {
    const open = opened();
    const closed = carriedOut(open, decideClose(open, '一句私事', STREET_ADMIN, step(STREET_ADMIN)));
    const all = Object.values(closed.outbox).flatMap((event) => LANE_KIND.effectsOf(closed, event));
    // Who waits for a second look is asked, and those at work hear that it was shut; why stays with whoever keeps lanes.
    expect(all.map(({ kind }) => kind)).toEqual(['audit', 'openTask', 'audit', 'closeTask', 'audit', 'tellLaneShut']);
    expect(JSON.stringify(all)).not.toContain('一句私事');
    const lines = all.filter(({ kind }) => kind === 'audit');
    expect(lines).toMatchObject([{ line: { kind: 'laneRecorded', byId: 'm_d' } }, { line: { kind: 'laneConfirmed', byId: 'm_d2' } }, { line: { kind: 'laneClosed', note: '社区互助' } }]);
    expect(new Set(lines.map((effect) => (effect.kind === 'audit' ? effect.line.auditId : ''))).size).toBe(3);
  });
});
