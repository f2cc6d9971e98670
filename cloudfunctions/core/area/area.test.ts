import { decideArea, districtOf, type Area } from './area';

const district = districtOf({ code: 'hs', name: '海山区', dutyPhone: '0571-1' }, 'op_1', 1);
const under = (parent: Area, level: Area['level'], code: string, more: object = {}): ReturnType<typeof decideArea> =>
  decideArea(parent, { code, level, name: '青枫', dutyPhone: undefined, stationName: undefined, point: null, ...more }, 'op_2', 2);
const added = (...args: Parameters<typeof under>): Area => {
  const result = under(...args);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};

describe('the area tree', () => {
  it('grows level by level, ids from the codes', () => {
    const street = added(district, 'street', 's1');
    const community = added(street, 'community', 'c1');
    const grid = added(community, 'grid', 'g1');
    expect(grid).toMatchObject({ _id: 'hs-s1-c1-g1', parentId: 'hs-s1-c1', areaIds: ['hs', 'hs-s1', 'hs-s1-c1', 'hs-s1-c1-g1'], level: 'grid' });
  });

  it('skips no level and ends at the grid', () => {
    expect(under(district, 'community', 'c1')).toMatchObject({ ok: false, refusal: { code: 'BAD_INPUT' } });
    expect(under(district, 'district', 'd2')).toMatchObject({ ok: false });
    const grid = added(added(added(district, 'street', 's'), 'community', 'c'), 'grid', 'g');
    expect(under(grid, 'grid', 'x')).toMatchObject({ ok: false });
  });

  it('inherits the phone and the station, or has its own', () => {
    const street = added(district, 'street', 's1');
    const community = added(street, 'community', 'c1', { dutyPhone: '0571-2' });
    expect(street.dutyPhone).toBe('0571-1');
    expect(community).toMatchObject({ dutyPhone: '0571-2', stationName: '青枫驿站' });
    expect(added(community, 'grid', 'g1')).toMatchObject({ dutyPhone: '0571-2', stationName: '青枫驿站' });
    expect(added(street, 'community', 'c2', { stationName: '幸福里驿站' }).stationName).toBe('幸福里驿站');
  });
});
