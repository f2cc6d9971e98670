import { ROLE_LABEL, type Role } from '@contract';

/** What each role lets a person do, in one line, for the page that shows one's own roles. */
export const ROLE_NOTE: Readonly<Record<Role, string>> = {
  administrator: '管街道、社区和小区，给工作人员身份',
  staff: '看心愿、放行、催办，给社工和商户身份',
  socialWorker: '看心愿、放行、催办，替老人办事',
  merchant: '以店的名字认领心愿',
  volunteer: '接社区的志愿服务',
  groupOwner: '把心愿转到自己的群里',
};

const STAFF: ReadonlySet<Role> = new Set(['administrator', 'staff', 'socialWorker']);
/** Who is given the role, said so that a person knows whether it is theirs. */
const WHO_MAY: Readonly<Partial<Record<Role, string>>> = { groupOwner: '您当着附近一个微信群的群主', merchant: '您开着店、想以店的名字帮邻居', volunteer: '您愿意接社区的志愿服务' };

/** Pure: whose page it is, and who may ask the community for the role; staff see it besides and are named only where it is theirs alone. */
export function roleWanted(roles: readonly Role[]): { readonly whose: string; readonly whoMay: string } {
  const own = roles.filter((role) => !STAFF.has(role));
  if (own.length === 0) return { whose: '社区工作人员', whoMay: '您在社区做事的话' };
  const [first] = own;
  return { whose: own.map((role) => ROLE_LABEL[role]).join('和'), whoMay: own.length === 1 && first !== undefined ? `${WHO_MAY[first] ?? '您该有这个身份'}的话` : '您是其中一种的话' };
}
