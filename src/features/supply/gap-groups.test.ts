import type { GapPersonView, GapWishView } from '@contract';
import { personGroups, wishGroups } from './gap-groups';

const wish = (wishId: string, changes: Partial<GapWishView>): GapWishView => ({ wishId, title: '', category: 'goods', urgency: 'normal', areaName: '青枫家园', sharesLeft: 1, waitingDays: 0, suitable: 0, best: null, ...changes });
const person = (caseId: string, areaName: string, service: GapPersonView['service']): GapPersonView => ({ caseId, maskedName: '张*', areaName, service, lastVisitAtMs: null, nextVisitAtMs: null });

const WISHES = [wish('a', { suitable: 2, areaName: '湖心苑', waitingDays: 9 }), wish('b', { suitable: 1, areaName: '湖心苑' }), wish('c', { urgency: 'urgent', waitingDays: 3 }), wish('d', { category: 'repair', suitable: 1, areaName: '湖心苑' })];

test('gaps come by 小区, where most have nobody first, and each group says what is in it while folded', () => {
  expect(wishGroups(WISHES, 'area').map(({ name, worst, items, words }) => [name, worst, items.length, words])).toEqual([
    ['青枫家园', 1, 1, '1 件没有人合适 · 1 件急 · 最久的等了 3 天'],
    ['湖心苑', 0, 3, '都有人合适，只是少 · 最久的等了 9 天'],
  ]);
});

test('or by kind; nothing is lost either way, and those within a group keep their order', () => {
  const groups = wishGroups(WISHES, 'category');
  expect(groups.map(({ name, items }) => [name, items.map(({ wishId }) => wishId)])).toEqual([['物品', ['a', 'b', 'c']], ['维修', ['d']]]);
  expect(wishGroups([], 'area')).toEqual([]);
});

test('people nobody visited at all come first', () => {
  expect(personGroups([person('1', '枫桥里', 'little'), person('2', '枫桥里', 'little'), person('3', '湖心苑', 'none')]).map(({ name, words }) => [name, words])).toEqual([['湖心苑', '1 位没有服务'], ['枫桥里', '2 位较少服务']]);
});
