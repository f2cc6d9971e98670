import type { Role } from '@contract';

/** What each role lets a person do, in one line, for the page that shows one's own roles. */
export const ROLE_NOTE: Readonly<Record<Role, string>> = {
  administrator: '管街道、社区和小区，给工作人员身份',
  staff: '看心愿、放行、催办，给社工和商户身份',
  socialWorker: '看心愿、放行、催办，替老人办事',
  merchant: '以店的名字认领心愿',
  volunteer: '接社区的志愿服务',
  groupOwner: '把心愿转到自己的群里',
};
