import type { Role, RoleView } from '@contract';
import type { IconName } from '@/drawings';
import type { PageName } from '@/lib/pages';

/** A door on 我的 that opens only for those who hold one of its roles. */
export interface Workbench {
  readonly page: PageName;
  readonly title: string;
  readonly note: string;
  readonly icon: IconName;
}

interface Door extends Omit<Workbench, 'note'> {
  readonly roles: readonly Role[];
  readonly note: (held: readonly RoleView[]) => string;
}

const areaNames = (held: readonly RoleView[]): string => [...new Set(held.map((role) => role.areaName))].join('、');

const DOORS: readonly Door[] = [
  { page: 'merchant', title: '商户工作台', icon: 'store', roles: ['merchant'], note: (held) => held.map((role) => role.merchantName ?? role.areaName).join('、') },
  { page: 'staffQueue', title: '社区待办', icon: 'list', roles: ['administrator', 'staff', 'socialWorker'], note: areaNames },
  { page: 'arrivals', title: '驿站到货', icon: 'box', roles: ['administrator', 'staff', 'socialWorker', 'volunteer'], note: () => '等人来取的，核对交接码' },
  { page: 'giftsToHand', title: '礼物发放', icon: 'gift', roles: ['merchant', 'administrator', 'staff', 'socialWorker', 'volunteer'], note: () => '有人拿积分换了，来取时对码' },
  { page: 'pledgesToReceive', title: '收东西', icon: 'box', roles: ['administrator', 'staff', 'socialWorker', 'volunteer'], note: () => '邻居给社区互助出的，送来时对码' },
  { page: 'staffDifficulty', title: '困难帮扶', icon: 'shield', roles: ['administrator', 'staff', 'socialWorker'], note: () => '四查、公示和台账' },
  { page: 'phoneDesk', title: '电话代办', icon: 'phone', roles: ['administrator', 'staff', 'socialWorker'], note: () => '有人打电话来，边听边记' },
  { page: 'callList', title: '打电话提醒', icon: 'phone', roles: ['administrator', 'staff', 'socialWorker'], note: () => '有事等着、微信提醒不到的邻居' },
  { page: 'people', title: '没有微信的居民', icon: 'user', roles: ['administrator', 'staff', 'socialWorker'], note: () => '替谁办着事，谁用上了微信' },
  { page: 'staffActivities', title: '活动审核', icon: 'calendar', roles: ['administrator', 'staff', 'socialWorker'], note: () => '起草好的活动，看过就能报名' },
  { page: 'staffHours', title: '服务时长', icon: 'clock', roles: ['administrator', 'staff', 'socialWorker'], note: () => '有没有记错的，每月导出一份' },
  { page: 'moneyDesk', title: '现金和退款', icon: 'text', roles: ['administrator', 'staff', 'socialWorker'], note: () => '互助和定向赠与里要核对、要退的钱' },
  { page: 'directedDesk', title: '定向赠与', icon: 'box', roles: ['administrator', 'staff', 'socialWorker'], note: () => '等答复、等点收、该报告的' },
  { page: 'matchRounds', title: '供需配对', icon: 'refresh', roles: ['administrator', 'staff', 'socialWorker'], note: () => '心愿和资源一起配，看过再发' },
  { page: 'needProjects', title: '需求项目', icon: 'group', roles: ['administrator', 'staff', 'socialWorker', 'groupOwner'], note: () => '把没人接的心愿打包，一组一组办' },
  { page: 'myGroups', title: '我的群', icon: 'share', roles: ['groupOwner'], note: () => '转一件到群里，看看来了多少人' },
  { page: 'staffGroups', title: '社区里的群', icon: 'users', roles: ['administrator', 'staff', 'socialWorker'], note: () => '谁的群绑在社区，要不要停用' },
  { page: 'staffShops', title: '爱心商户', icon: 'store', roles: ['administrator', 'staff'], note: () => '谁想加入、执照到没到期' },
  { page: 'reconciliations', title: '对账', icon: 'check', roles: ['administrator', 'staff', 'socialWorker'], note: () => '每天的账和微信账单对上了没有' },
  { page: 'supplyTable', title: '资源对接', icon: 'pin', roles: ['administrator', 'staff', 'socialWorker'], note: () => '谁能帮什么，还缺什么' },
  { page: 'staffReferrals', title: '转介', icon: 'share', roles: ['administrator', 'staff', 'socialWorker'], note: () => '转出去的、转来的，办到哪了' },
  { page: 'staffRectifications', title: '整改', icon: 'flag', roles: ['administrator', 'staff', 'socialWorker'], note: () => '不满意的多了，帮着改好' },
  { page: 'staffBenefits', title: '补贴清单', icon: 'list', roles: ['administrator', 'staff', 'socialWorker'], note: () => '政府能帮的，心愿来了先对一对' },
  { page: 'staffLedger', title: '积分账本', icon: 'star', roles: ['administrator', 'staff', 'socialWorker'], note: () => '发了多少分，夜里对上了没有' },
  { page: 'staffFavours', title: '互相确认', icon: 'users', roles: ['administrator', 'staff', 'socialWorker'], note: () => '谁和谁总是互相确认，先问问再说' },
  { page: 'pointRules', title: '积分规则', icon: 'gear', roles: ['administrator', 'staff'], note: () => '什么事给多少分，改之前先算一算' },
  { page: 'spendings', title: '用款', icon: 'check', roles: ['administrator', 'staff'], note: () => '等您看的、等付款的' },
  { page: 'useTable', title: '用途表', icon: 'list', roles: ['administrator'], note: () => '钱准花在哪里、不准花在哪里' },
  { page: 'staffRoles', title: '身份管理', icon: 'users', roles: ['administrator', 'staff'], note: () => '给人身份、收回身份' },
  { page: 'staffPause', title: '暂停认领', icon: 'clock', roles: ['socialWorker'], note: () => '总说好不送的，先歇几天' },
  { page: 'staffAreas', title: '区域管理', icon: 'pin', roles: ['administrator'], note: () => '街道、社区和小区' },
  { page: 'laneGrounds', title: '众筹开通', icon: 'shield', roles: ['administrator'], note: () => '三条路的依据和收款方' },
  { page: 'staffCalendar', title: '放假安排', icon: 'calendar', roles: ['administrator'], note: () => '工作日按它来算' },
];

/** Pure: the workbenches this person may open, in a fixed order; nobody sees a door that would refuse them. */
export function decideWorkbenches(roles: readonly RoleView[]): readonly Workbench[] {
  return DOORS.flatMap((door) => {
    const held = roles.filter((role) => door.roles.includes(role.role));
    if (held.length === 0) return [];
    return [{ page: door.page, title: door.title, icon: door.icon, note: door.note(held) }];
  });
}
