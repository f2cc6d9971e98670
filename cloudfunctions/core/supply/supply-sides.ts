import { type Skill } from '@contract';
import type { SuitabilityNeed, SuitabilityOffer } from '../match/suitability';
import { slotsUntil, weekdayOf } from '../match/week-slots';
import { DAY_MS } from '../kernel/clock';
import { forbiddenGoodsIn } from '../wish/negative-list';
import type { Wish } from '../wish/wish';
import { seenOf, type Supply } from './supply';

/** What matching reads of a wish. */
export const NEED_FIELDS = [
  'title', 'story', 'shareNote', 'category', 'pictureKey', 'tradeCertificate', 'urgency', 'windowEndMs', 'handover', 'areaId', 'areaName', 'areaIds', 'communityId', 'point',
  'sharesLeft', 'sharesHeld', 'sharesDelivered', 'publishedAtMs', 'recipientIds', 'householdId', 'activeClaimerIds', 'state', 'wallState', 'errandFor',
] as const satisfies readonly (keyof Wish)[];
export type NeededWish = Pick<Wish, '_id' | (typeof NEED_FIELDS)[number]>;

/** Words of a wish that ask for a skill; a thing asks for none. */
const SKILL_WORDS: readonly (readonly [Skill, RegExp])[] = [
  ['elderCare', /护理|翻身|助浴|洗澡|照护|照顾老人/],
  ['childCare', /带孩子|看孩子|照看|接送孩子/],
  ['disabilityCare', /轮椅|残疾|盲人|听障/],
  ['listening', /聊天|说说话|谈心|陪伴|倾听/],
  ['mediation', /调解|矛盾|纠纷/],
  ['phoneTeaching', /手机|微信|智能机/],
  ['repair', /修|换灯|安装/],
];

/** A child, as people write of one; 助学 is nearly always for one. */
const MINOR_WORDS = /孩子|小孩|娃|儿童|小学|初中|高中|学生|幼儿|未成年/;

const daysSince = (sinceMs: number, nowMs: number): number => (sinceMs === 0 ? 0 : Math.max(0, (nowMs - sinceMs) / DAY_MS));

/** Pure: a wish as suitability sees it. `helpedTimes`: of its home lately, null where nobody counted. */
export const needOf = (wish: NeededWish, nowMs: number, helpedTimes: number | null): SuitabilityNeed => {
  const words = `${wish.title}\n${wish.shareNote}\n${wish.story}`;
  const isGoods = wish.category === 'goods';
  return {
    wishId: wish._id,
    category: wish.category,
    skills: isGoods ? [] : SKILL_WORDS.filter(([, pattern]) => pattern.test(words)).map(([skill]) => skill),
    tradeCertificate: wish.tradeCertificate,
    isForbidden: isGoods && forbiddenGoodsIn(wish) !== null,
    isForMinor: wish.category === 'study' || MINOR_WORDS.test(words),
    isInPublic: wish.handover === 'station',
    areaIds: wish.areaIds,
    point: wish.point,
    slots: slotsUntil(nowMs, wish.windowEndMs),
    today: weekdayOf(nowMs),
    sharesLeft: wish.sharesLeft,
    isUrgent: wish.urgency === 'urgent',
    waitingDays: daysSince(wish.publishedAtMs, nowMs),
    helpedTimes,
    peopleIds: wish.recipientIds,
    householdId: wish.householdId,
  };
};

/** Pure: an offer as suitability sees it; `inHand`: helps its party has under way. */
export const offerOf = (supply: Supply, inHand: number): SuitabilityOffer => ({
  supplyId: supply._id,
  state: supply.state,
  partyKind: supply.partyKind,
  peopleIds: [supply.partyId, ...supply.peopleIds],
  householdIds: supply.householdIds,
  category: supply.category,
  skills: supply.skills,
  // What nobody has seen is not relied on.
  certificates: seenOf(supply),
  areaId: supply.areaId,
  point: supply.point,
  slots: supply.slots,
  capacityLeft: Math.max(0, supply.capacityPerWeek - inHand),
  record: supply.record,
});

/** Pure: how many wishes each party has in hand. */
export const inHandOf = (wishes: readonly Pick<Wish, 'activeClaimerIds'>[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const partyId of wishes.flatMap(({ activeClaimerIds }) => activeClaimerIds)) counts.set(partyId, (counts.get(partyId) ?? 0) + 1);
  return counts;
};

/** Homes of wishes that came true lately, as the database has them. */
export interface HelpedWish {
  readonly householdId: string;
}

/** Pure: how often each home was helped: its wishes that came true within a year, and those that somebody has in hand. */
export const helpedOf = (wishes: readonly Pick<Wish, 'householdId' | 'sharesHeld' | 'sharesDelivered'>[], cameTrue: readonly HelpedWish[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  const taken = wishes.filter(({ sharesHeld, sharesDelivered }) => sharesHeld + sharesDelivered > 0);
  for (const { householdId } of [...taken, ...cameTrue]) counts.set(householdId, (counts.get(householdId) ?? 0) + 1);
  return counts;
};
