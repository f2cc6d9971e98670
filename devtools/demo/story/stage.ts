import type { Area } from '../../../cloudfunctions/core/area/area';
import { benefitNodesOf, type Benefit } from '../../../cloudfunctions/core/benefit/benefit';
import { ancestorAt } from '../../../cloudfunctions/core/kernel/area-tree';
import { createFieldSealer, type FieldSealer } from '../../../cloudfunctions/core/platform/field-sealer';
import type { Member } from '../../../cloudfunctions/core/member/member';
import type { WishPlace } from '../../../cloudfunctions/core/wish/submit-wish';
import { localEnvironment } from '../community/build-member';
import type { People } from '../community/build-people';
import type { Random } from '../random';
import type { SketchedWish } from '../wishes/wish-sketch';
import type { CampaignBooks } from './campaign-books';
import type { Pictures } from './pictures';
import type { Town } from './town';

/** What every story of the demo is told with. */
export interface Stage {
  readonly town: Town;
  readonly people: People;
  readonly pictures: Pictures;
  readonly random: Random;
  readonly areas: ReadonlyMap<string, Area>;
  readonly benefits: readonly Benefit[];
  /** Money as it was folded day by day; empty until the books are closed. */
  books: CampaignBooks;
}

/** Benefits that hold at a place, as the program would read them. */
export const benefitsAt = (stage: Stage, areaId: string): readonly Benefit[] => stage.benefits.filter((benefit) => benefitNodesOf(areaId).includes(benefit.areaId));

const sealer: FieldSealer = createFieldSealer(localEnvironment.LINYUAN_FIELD_KEY ?? '');
export const sealName = (name: string): string => sealer.seal(name);

export const areaOf = (stage: Stage, areaId: string): Area => {
  const area = stage.areas.get(areaId);
  if (!area) throw new Error(`the demo has no area ${areaId}`);
  return area;
};

export const placeOf = (stage: Stage, areaId: string): WishPlace => {
  const area = areaOf(stage, areaId);
  const community = areaOf(stage, ancestorAt(areaId, 'community') ?? areaId);
  return { areaId, areaName: area.name, communityId: community._id, communityName: community.name, stationName: area.stationName, point: area.point };
};

/** Shops whose trade fits a category; who sells tofu mends no tap. */
const FITTING: Readonly<Partial<Record<SketchedWish['category'], RegExp>>> = {
  goods: /粮|米行|超市|家纺|文具|鞋|果|菜|母婴|用品|便利|灯饰|窗帘|书|毛线|家具|体育|花|药房/,
  repair: /五金|维修|水电|锁|修|灯饰|自行车/,
  service: /理发|美发|裁缝|家政|照相|搬运|洗衣|磨刀|打印/,
  study: /文具|书|打印|琴|体育/,
};

const isFree = (stage: Stage, member: Member, atMs: number): boolean => member.joinedAtMs < atMs && stage.town.member(member._id).overdueClaimIds.length === 0;

const shopsFor = (stage: Stage, communityId: string, category: SketchedWish['category']): readonly Member[] => {
  const pattern = FITTING[category];
  if (!pattern) return [];
  return stage.people.of(communityId, 'merchant').filter((member) => member.roles.some((held) => pattern.test(held.merchantName ?? '')));
};

/** Neighbours who may give to a wish that was published at this moment: fitting shops first, then volunteers and residents. */
export function drawGivers(stage: Stage, communityId: string, category: SketchedWish['category'], except: readonly string[], count: number, atMs: number): readonly Member[] {
  const isOpen = (member: Member): boolean => !except.includes(member._id) && isFree(stage, member, atMs);
  const shops = shopsFor(stage, communityId, category).filter(isOpen);
  const others = [...stage.people.of(communityId, 'volunteer'), ...stage.people.of(communityId, null)].filter(isOpen);
  // The list begins with the shops of the cast: they are who people think of first.
  const wanted = Math.min(shops.length, Math.ceil(count * 0.5));
  const [known] = shops;
  const fromShops = known && wanted > 0 && stage.random.chance(0.55) ? [known, ...stage.random.sample(shops.slice(1), wanted - 1)] : stage.random.sample(shops, wanted);
  return [...fromShops, ...stage.random.sample(others, count - fromShops.length)];
}
