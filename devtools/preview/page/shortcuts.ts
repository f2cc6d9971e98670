import type { Person } from './control';
import { fill, h } from '../../page-kit/dom';

export interface Shortcut {
  readonly label: string;
  readonly page: string;
  /** Absent: for everybody. */
  readonly role?: string;
}

/** Pages one might want to see at once; roles are read as the people list writes them. */
export const SHORTCUTS: readonly Shortcut[] = [
  { label: '首页', page: 'pages/home/index' },
  { label: '心愿墙', page: 'pages/wishes/index' },
  { label: '发心愿', page: 'packages/wish/post/index' },
  { label: '我的心愿', page: 'packages/wish/mine/index' },
  { label: '我的认领', page: 'packages/claim/mine/index' },
  { label: '积分', page: 'packages/points/index/index' },
  { label: '消息', page: 'packages/notice/index/index' },
  { label: '我的', page: 'pages/me/index' },
  { label: '社区待办', page: 'packages/staff/queue/index', role: '社区工作人员' },
  { label: '社区待办', page: 'packages/staff/queue/index', role: '社工' },
  { label: '社区待办', page: 'packages/staff/queue/index', role: '管理员' },
  { label: '给身份', page: 'packages/staff/roles/index', role: '社区工作人员' },
  { label: '给身份', page: 'packages/staff/roles/index', role: '管理员' },
  { label: '社区和小区', page: 'packages/staff/areas/index', role: '管理员' },
];

/** Merchants stand in the list under the name of their shop. */
const KNOWN_ROLES = ['社区工作人员', '社工', '管理员', '志愿者', '群主'];
const isMerchant = (person: Person): boolean => person.roles.some((role) => !KNOWN_ROLES.includes(role));

const shortcutsOf = (person: Person): readonly Shortcut[] => [
  ...SHORTCUTS.filter(({ role }) => role === undefined || person.roles.includes(role)),
  ...(isMerchant(person) ? [{ label: '商户工作台', page: 'packages/merchant/index/index' }] : []),
];

/** A row of pages to open in a phone without walking there. */
export class Shortcuts {
  private readonly chips = h('div', { class: 'chips' });
  readonly element = h('section', { class: 'shortcuts' }, h('h2', {}, '直接打开'), this.chips);

  constructor(private readonly onOpen: (page: string) => void) {}

  show(person: Person): void {
    fill(this.chips, ...shortcutsOf(person).map(({ label, page }) => h('button', { class: 'chip', type: 'button', onClick: () => this.onOpen(page) }, label)));
  }
}
