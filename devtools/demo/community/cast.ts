import type { Role } from '@contract';
import type { SeedPerson } from '../../local-cloud';

/** People with a name and a part in the demo; everybody else is drawn by chance. */
export interface CastPerson {
  readonly key: string;
  /** Never all digits: the SDK would turn it into a number. */
  readonly openid: string;
  readonly name: string;
  readonly areaId: string;
  readonly roles: readonly { readonly role: Role; readonly areaId: string; readonly merchantName?: string }[];
  readonly note: string;
  readonly careMode?: true;
}

const QF = 'cx-tf-qf';

export const CAST = [
  { key: 'linXiao', openid: 'oDemoLinXiao0001', name: '林晓', areaId: `${QF}-g1`, roles: [], note: '上班族，发过心愿也帮过邻居' },
  { key: 'heJing', openid: 'oDemoHeJing0002', name: '何静', areaId: QF, roles: [{ role: 'staff', areaId: QF }], note: '青枫社区干事，每天看待办' },
  { key: 'wuShop', openid: 'oDemoWuShop0003', name: '吴老板', areaId: `${QF}-g2`, roles: [{ role: 'merchant', areaId: 'cx-tf', merchantName: '吴记粮油' }], note: '吴记粮油，一条街都认得他' },
  { key: 'zhouMin', openid: 'oDemoZhouMin0004', name: '周敏', areaId: QF, roles: [{ role: 'socialWorker', areaId: QF }], note: '社工，走访时替老人发心愿' },
  { key: 'zhaoAyi', openid: 'oDemoZhaoAyi0005', name: '赵阿姨', areaId: `${QF}-g1`, roles: [], note: '用大字版，灯绳刚接好，等她说一声', careMode: true },
  { key: 'zhouShop', openid: 'oDemoZhouShop0006', name: '周师傅', areaId: `${QF}-g2`, roles: [{ role: 'merchant', areaId: QF, merchantName: '老周五金' }], note: '老周五金，修灯换锁都找他' },
  { key: 'kangShop', openid: 'oDemoKangShop0007', name: '康店长', areaId: `${QF}-g3`, roles: [{ role: 'merchant', areaId: QF, merchantName: '康民药房' }], note: '康民药房，拐角那家' },
  { key: 'chenBo', openid: 'oDemoChenBo0008', name: '陈伯', areaId: `${QF}-g4`, roles: [], note: '想找个下象棋的伴' },
  { key: 'liuWei', openid: 'oDemoLiuWei0009', name: '刘薇', areaId: `${QF}-g3`, roles: [{ role: 'volunteer', areaId: QF }], note: '周末志愿者' },
  { key: 'fangJie', openid: 'oDemoFangJie0010', name: '方姐', areaId: `${QF}-g1`, roles: [{ role: 'groupOwner', areaId: `${QF}-g1` }], note: '青枫家园业主群群主' },
  { key: 'sunNing', openid: 'oDemoSunNing0011', name: '孙宁', areaId: `${QF}-g2`, roles: [], note: '替妈妈发心愿的女儿' },
  { key: 'zhengStreet', openid: 'oDemoZhengJie0012', name: '郑主任', areaId: QF, roles: [{ role: 'administrator', areaId: 'cx-tf' }], note: '听枫街道管理员' },
  { key: 'luDistrict', openid: 'oDemoLuQu0013', name: '陆科长', areaId: 'cx-tf-sy', roles: [{ role: 'administrator', areaId: 'cx' }], note: '澄溪区管理员，第一位' },
] as const satisfies readonly CastPerson[];

/** Somebody who has WeChat and nothing else yet: not a member of any community. */
export const NEWCOMER: SeedPerson = { openid: 'oDemoNewcomer0014', name: '新来的邻居', roles: [], area: '还没有加入', note: '从群里的卡片第一次点进来' };

export type CastKey = (typeof CAST)[number]['key'];
