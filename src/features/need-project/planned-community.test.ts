import type { RoleView } from '@contract';
import { plannedCommunity, worksAsStaff } from './planned-community';

const role = (name: RoleView['role'], areaId: string): RoleView => ({ role: name, areaId, areaName: `名${areaId}`, merchantName: null });
const me = (...roles: readonly RoleView[]) => ({ roles, communityId: 'd-s-c1', communityName: '青枫社区' });

test('somebody plans for the community of their role, at home first', () => {
  expect(plannedCommunity(me(role('staff', 'd-s-c2')))).toEqual({ communityId: 'd-s-c2', communityName: '名d-s-c2' });
  expect(plannedCommunity(me(role('groupOwner', 'd-s-c2'), role('socialWorker', 'd-s-c1'))).communityId).toBe('d-s-c1');
  expect(plannedCommunity(me(role('administrator', 'd-s'), role('merchant', 'd-s-c3')))).toEqual({ communityId: 'd-s-c1', communityName: '青枫社区' });
  expect(plannedCommunity(me(role('groupOwner', 'd-s-c1-g1')))).toEqual({ communityId: 'd-s-c1', communityName: '青枫社区' });
  expect([worksAsStaff(me(role('groupOwner', 'd-s-c1'))), worksAsStaff(me(role('staff', 'd-s-c1')))]).toEqual([false, true]);
});
