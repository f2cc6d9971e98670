import { type Role, ROLES, type RoleView } from '@contract';
import { doesStaffWork, staffWork } from './staff-work';

const held = (role: Role): RoleView => ({ role, areaId: 'area-1', areaName: '临园社区', merchantName: null });
const due = (...minutes: readonly number[]) => minutes.map((workingMinutesLeft) => ({ workingMinutesLeft }));

test('only those who may open the queue see its door', () => {
  expect(ROLES.filter((role) => doesStaffWork([held(role)])).sort()).toEqual(['administrator', 'socialWorker', 'staff']);
  expect(doesStaffWork([])).toBe(false);
});

test.each([
  [due(200, 30, 960), true, { title: '社区待办 · 3 件', due: '最急的还剩 30 分钟', isLate: false }],
  [due(959), true, { title: '社区待办 · 1 件', due: '最急的还剩 15 小时', isLate: false }],
  [due(960), true, { title: '社区待办 · 1 件', due: '最急的还剩 2 个工作日', isLate: false }],
  [due(-130, 5), true, { title: '社区待办 · 2 件', due: '最急的过了 2 小时', isLate: true }],
  [due(...Array.from({ length: 20 }, () => 60)), false, { title: '社区待办 · 20+ 件', due: '最急的还剩 1 小时', isLate: false }],
  [due(), true, { title: '社区待办 · 0 件', due: '都办好了', isLate: false }],
])('%j, end %p', (tasks, isEnd, words) => expect(staffWork(tasks, isEnd)).toEqual(words));
