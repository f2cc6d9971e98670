import { districtOf, type Area } from '../area/area';
import { maskedName, RECENT_OPERATIONS_MAX } from './member';
import { decidePlace, newMember, nodesOfPlace, placeAtDistrict } from './new-member';
import { meView, personView } from './member.view';
import { noteOperation, oldestOperations, wasDone } from './recent-operations.repository';

const area = (areaId: string, name: string): Area => ({ ...districtOf({ code: areaId, name, dutyPhone: '0571-1' }, 'op', 1), point: { lng: 120.1, lat: 30.2 } });
const known = new Map([area('hs-s1-c1', '青枫社区'), area('hs-s1-c1-g1', '枫林苑')].map((each) => [each._id, each]));
const place = decidePlace('hs-s1-c1-g1', known);
if (!place.ok) throw new Error('the place is joinable');
const member = newMember({ memberId: 'm_1', openid: 'oSecret_1', displayName: '三楼李姐', privacyVersion: '2026-11-20', place: place.value, operationId: 'op_1', inputHash: 'h', nowMs: 5 });

describe('joining', () => {
  it('reads the community and the grid, and nothing above them', () => {
    expect(nodesOfPlace('hs-s1-c1-g1')).toEqual(['hs-s1-c1', 'hs-s1-c1-g1']);
    expect(nodesOfPlace('hs-s1')).toEqual([]);
  });

  it('puts a person into grid and community, or into the community alone', () => {
    expect(member).toMatchObject({ communityId: 'hs-s1-c1', communityName: '青枫社区', gridId: 'hs-s1-c1-g1', gridName: '枫林苑', areaIds: ['hs', 'hs-s1', 'hs-s1-c1', 'hs-s1-c1-g1'] });
    expect(decidePlace('hs-s1-c1', known)).toMatchObject({ ok: true, value: { gridId: null, gridName: null, communityId: 'hs-s1-c1' } });
  });

  it.each(['hs', 'hs-s1', 'hs-s1-c9', 'hs-s1-c1-g9'])('refuses %s', (areaId) => {
    expect(decidePlace(areaId, known)).toMatchObject({ ok: false, refusal: { code: 'AREA_NOT_JOINABLE' } });
  });

  it('lets the first administrator stand at the district', () => {
    expect(placeAtDistrict(area('hs', '海山区'))).toMatchObject({ communityId: 'hs', communityName: '海山区', gridId: null });
  });
});

describe('what others see', () => {
  it('never has the openid in it', () => {
    for (const view of [meView(member, 3, 9), personView(member, member)]) expect(JSON.stringify(view)).not.toContain('oSecret');
  });

  it('masks a name to its first character, also beyond the basic plane', () => {
    expect([maskedName('刘建国'), maskedName('𠮷田'), maskedName('')]).toEqual(['刘*', '𠮷*', '邻*']);
  });

  it('tells the numbers that screens speak of', () => {
    expect(meView(member, 3, 9).rules).toEqual({ holdHours: 72, deliverDays: 7, confirmDays: 5, reviewWorkingHours: 24, openWishesPerHousehold: 3, valueCapFen: 50_000, aboveCapMaxFen: 500_000 });
  });
});

describe('operations that were carried out', () => {
  const withOperations = (count: number): { readonly recentOperations: Readonly<Record<string, string>> } => ({
    recentOperations: Object.fromEntries(Array.from({ length: count }, (_, index) => [`op_${String.fromCharCode(97 + index)}`, 'h'])),
  });

  it('are known again, and refused with another input', () => {
    expect(wasDone(member, 'op_1', 'h')).toBe(true);
    expect(wasDone(member, 'op_2', 'h')).toBe(false);
    expect(() => wasDone(member, 'op_1', 'other')).toThrow('OPERATION_REUSED');
  });

  it('are bounded: the oldest goes when a new one comes', () => {
    expect(oldestOperations(withOperations(RECENT_OPERATIONS_MAX - 1))).toEqual([]);
    expect(oldestOperations(withOperations(RECENT_OPERATIONS_MAX))).toEqual(['op_a']);
    expect(Object.keys(noteOperation(withOperations(RECENT_OPERATIONS_MAX), 'op_new', 'h'))).toEqual(['recentOperations.op_a', 'recentOperations.op_new']);
  });
});
