import type { MeView } from '@contract';
import { isPublicisedFirst, valueCapFenFor } from './value-cap';

const rules: MeView['rules'] = { holdHours: 72, deliverDays: 7, confirmDays: 5, reviewWorkingHours: 24, openWishesPerHousehold: 3, valueCapFen: 50_000, aboveCapMaxFen: 500_000 };
const resident: Pick<MeView, 'roles' | 'rules'> = { roles: [], rules };
const worker: Pick<MeView, 'roles' | 'rules'> = { roles: [{ role: 'socialWorker', areaId: 'd1-s1-c1', areaName: '青枫社区', merchantName: null }], rules };

test('only staff who post for a person may go above the cap, and then it is publicised first', () => {
  expect([valueCapFenFor(resident, { isOnBehalf: true }), valueCapFenFor(worker, { isOnBehalf: false }), valueCapFenFor(worker, { isOnBehalf: true })]).toEqual([50_000, 50_000, 500_000]);
  expect(isPublicisedFirst(worker, { isOnBehalf: true, valueYuan: '1800' })).toBe(true);
  expect(isPublicisedFirst(worker, { isOnBehalf: true, valueYuan: '500' })).toBe(false);
  expect(isPublicisedFirst(resident, { isOnBehalf: true, valueYuan: '1800' })).toBe(false);
});
