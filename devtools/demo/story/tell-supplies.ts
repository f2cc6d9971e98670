import { WEEK_SLOTS_ALL, type Skill, type TradeCertificate, type WishCategory } from '@contract';
import type { Step } from '../../../cloudfunctions/core/aggregate/step';
import { deriveId } from '../../../cloudfunctions/core/kernel/ids';
import { homesOf } from '../../../cloudfunctions/core/member/member';
import { decidePause } from '../../../cloudfunctions/core/supply/change-supply';
import { newSupply, supplyIdOf, type SupplyParty } from '../../../cloudfunctions/core/supply/supply';
import type { CastKey } from '../community/cast';
import { daysBefore, DEMO_NOW_MS } from '../community/moments';
import { HOME_COMMUNITY } from '../community/places';
import type { Stage } from './stage';

interface SketchedSupply {
  readonly by: CastKey;
  readonly as: 'member' | 'merchant' | 'unit' | { readonly organisation: string };
  readonly category: WishCategory;
  readonly title: string;
  readonly words: string;
  readonly conditions?: string;
  readonly skills?: readonly Skill[];
  readonly certificates?: readonly TradeCertificate[];
  /** A 小区 of the community; all of it when absent. */
  readonly grid?: number;
  readonly slots: number;
  readonly capacityPerWeek: number;
  readonly days: number;
  readonly isPaused?: true;
}

const slotsOf = (days: readonly number[], parts: readonly number[]): number => days.flatMap((day) => parts.map((part) => 1 << (day * 3 + part))).reduce((all, slot) => all | slot, 0);
const WEEKEND = slotsOf([5, 6], [0, 1]);
const WORKDAYS = slotsOf([0, 1, 2, 3, 4], [0, 1]);
const EVENINGS = slotsOf([0, 1, 2, 3, 4], [2]);

const SUPPLIES: readonly SketchedSupply[] = [
  { by: 'wuShop', as: 'merchant', category: 'goods', title: '米面油，送到家门口', words: '每周给有困难的邻居留五份米面油，店里配好，送到驿站或家门口。', slots: WORKDAYS | WEEKEND, capacityPerWeek: 5, days: 52 },
  { by: 'wuShop', as: 'merchant', category: 'service', title: '帮老人代买、送菜', words: '每天下午送货顺路，可以帮腿脚不便的老人带菜上楼。', slots: slotsOf([0, 1, 2, 3, 4, 5], [1]), capacityPerWeek: 8, days: 30 },
  { by: 'zhouShop', as: 'merchant', category: 'repair', title: '换灯、修锁、修水龙头', words: '五金店开了二十年，小活当天去。零件收本钱，工钱不要。', skills: ['repair'], certificates: ['electrical'], slots: WEEK_SLOTS_ALL, capacityPerWeek: 6, days: 45 },
  { by: 'zhouShop', as: 'merchant', category: 'skill', title: '教邻居换灯管、修马桶', words: '周六上午在店里教，工具管够。', skills: ['repair'], slots: slotsOf([5], [0]), capacityPerWeek: 2, days: 20 },
  { by: 'kangShop', as: 'merchant', category: 'service', title: '量血压、教用助行器', words: '药房里有护士，也可以上门，先打电话约。', conditions: '不代买处方药', skills: ['elderCare', 'firstAid'], slots: WORKDAYS, capacityPerWeek: 4, days: 28 },
  { by: 'liuWei', as: 'unit', category: 'companionship', title: '陪老人说说话、读报纸', words: '行里的年轻人结对去，两个人一起。', skills: ['listening'], slots: WEEKEND, capacityPerWeek: 4, days: 40 },
  { by: 'liuWei', as: 'unit', category: 'study', title: '给孩子讲作业，在公益空间', words: '周末上午，两位同事一起，家长在场。', slots: slotsOf([5, 6], [0]), capacityPerWeek: 6, days: 35 },
  { by: 'linXiao', as: 'member', category: 'skill', title: '教老人用手机', words: '挂号、视频、付水电费，慢慢教。', skills: ['phoneTeaching'], grid: 1, slots: EVENINGS | slotsOf([6], [1]), capacityPerWeek: 2, days: 25 },
  { by: 'sunNing', as: 'member', category: 'companionship', title: '下楼陪走走，下盘象棋', words: '我爸也爱下棋，一起来。', skills: ['listening'], slots: WEEKEND, capacityPerWeek: 3, days: 57 },
  { by: 'fangJie', as: 'member', category: 'service', title: '帮忙接送、陪去医院', words: '有车，工作日上午可以。', skills: ['elderCare'], slots: slotsOf([1, 3], [0]), capacityPerWeek: 2, days: 18, isPaused: true },
  { by: 'chenBo', as: 'member', category: 'skill', title: '教下象棋、写春联', words: '楼下石桌边，笔墨我带。', grid: 4, slots: slotsOf([0, 1, 2, 3, 4], [1]), capacityPerWeek: 2, days: 22 },
  { by: 'liuWei', as: 'member', category: 'companionship', title: '周末陪老人逛菜场', words: '推车、拎袋子都行。', skills: ['elderCare'], grid: 3, slots: slotsOf([5, 6], [0]), capacityPerWeek: 2, days: 15 },
  { by: 'heJing', as: { organisation: '澄溪区阳光助残中心' }, category: 'service', title: '轮椅、助行器借用和修理', words: '免押金借三个月，坏了上门修。', skills: ['disabilityCare'], slots: WORKDAYS, capacityPerWeek: 5, days: 33 },
];

const stepOf = (actorId: string, about: string, nowMs: number): Step => ({ actorId, operationId: deriveId('op', 'demo', 'supply', about, actorId), inputHash: 'demo', nowMs });

const partyOf = ({ town, people }: Stage, { by, as }: SketchedSupply): SupplyParty => {
  const member = town.member(people.cast(by)._id);
  const placed = { communityId: HOME_COMMUNITY, communityName: member.communityName };
  if (typeof as === 'object') return { ...placed, partyKind: 'organisation', partyId: deriveId('og', HOME_COMMUNITY, as.organisation), partyName: as.organisation, keeperId: HOME_COMMUNITY, peopleIds: [], householdIds: [] };
  if (as === 'unit') {
    const unit = [...town.units.documents.values()].find(({ contactId }) => contactId === member._id);
    if (unit === undefined) throw new Error(`${by} answers for no unit`);
    return { ...placed, partyKind: 'unit', partyId: unit._id, partyName: unit.name, keeperId: unit._id, peopleIds: unit.memberIds, householdIds: [] };
  }
  const shopName = as === 'merchant' ? member.roles.find(({ role }) => role === 'merchant')?.merchantName : null;
  return { ...placed, partyKind: as, partyId: member._id, partyName: shopName ?? member.displayName, keeperId: member._id, peopleIds: [member._id], householdIds: homesOf(member) };
};

/** What shops, a unit, neighbours and an organisation of the demo's own community can give. */
export function tellSupplies(stage: Stage): void {
  const { town, people, areas } = stage;
  for (const sketch of SUPPLIES) {
    const member = town.member(people.cast(sketch.by)._id);
    const [atMs, areaId] = [daysBefore(sketch.days), sketch.grid === undefined ? HOME_COMMUNITY : `${HOME_COMMUNITY}-g${sketch.grid}`];
    const area = areas.get(areaId);
    const { category, title, words, conditions = '', skills = [], certificates = [], slots, capacityPerWeek } = sketch;
    const supply = newSupply(partyOf(stage, sketch), { category, title, words, conditions, skills, certificates, areaId, areaName: area?.name ?? '', point: sketch.as === 'member' || sketch.as === 'merchant' ? member.point : (area?.point ?? null), slots, capacityPerWeek }, stepOf(member._id, title, atMs));
    town.supplies.shelf.insert(supply, atMs);
    if (sketch.isPaused) town.supplies.shelf.act(supplyIdOf(stepOf(member._id, title, atMs).operationId), daysBefore(3), (standing) => decidePause(standing, member, stepOf(member._id, `pause ${title}`, daysBefore(3))));
  }
  town.supplies.countAll(DEMO_NOW_MS);
}
