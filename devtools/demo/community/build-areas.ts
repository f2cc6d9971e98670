import { decideArea, districtOf, type Area, type NewArea } from '../../../cloudfunctions/core/area/area';
import { unwrap } from '../../../cloudfunctions/core/kernel/result';
import { at } from './moments';
import { DISTRICT, STREETS } from './places';

const OPENED_AT_MS = at('2026-03-02', '09:00');

/** Grids lie around the middle of their community, some three minutes on foot apart. */
const gridPoint = (lng: number, lat: number, index: number): NewArea['point'] => {
  const [east, north] = ([[-1, 1], [1, 1], [1, -1], [-1, -1]] as const)[index % 4] ?? [0, 0];
  return { lng: lng + east * 0.0021, lat: lat + north * 0.0017 };
};

/** The whole tree of the demo district, made by the same rule that makes it in the program. */
export function buildAreas(): readonly Area[] {
  const areas: Area[] = [];
  const add = (parent: Area, input: NewArea): Area => {
    const area = unwrap(decideArea(parent, input, `demo-area-${parent._id}-${input.code}`, OPENED_AT_MS + areas.length));
    areas.push(area);
    return area;
  };
  const district = districtOf(DISTRICT, 'demo-area-district', OPENED_AT_MS);
  areas.push(district);
  for (const { communities, ...place } of STREETS) {
    const street = add(district, { ...place, level: 'street', stationName: undefined, point: null });
    for (const { grids, lng, lat, ...community } of communities) {
      const node = add(street, { ...community, level: 'community', point: { lng, lat } });
      grids.forEach((grid, index) => add(node, { ...grid, level: 'grid', dutyPhone: undefined, stationName: undefined, point: gridPoint(lng, lat, index) }));
    }
  }
  const parents = new Set(areas.map(({ parentId }) => parentId));
  return areas.map((area) => ({ ...area, hasChildren: parents.has(area._id) }));
}
