import { creditCheckDigitOf, type ShopKind } from '@contract';
import type { Step } from '../../../cloudfunctions/core/aggregate/step';
import { DAY_MS, HOUR_MS } from '../../../cloudfunctions/core/kernel/clock';
import { deriveId } from '../../../cloudfunctions/core/kernel/ids';
import type { Member } from '../../../cloudfunctions/core/member/member';
import { decideLicencePhoto, decideReview } from '../../../cloudfunctions/core/shop/review-shop';
import { licenceOf, newShop } from '../../../cloudfunctions/core/shop/shop';
import { decideInviteToShop, decideJoinShop } from '../../../cloudfunctions/core/shop/shop-people';
import { CAST } from '../community/cast';
import { daysBefore, hoursBefore } from '../community/moments';
import { HOME_COMMUNITY } from '../community/places';
import { sealName, type Stage } from './stage';

interface SketchedShop {
  readonly name: string;
  readonly kind: ShopKind;
  readonly address: string;
  readonly words: string;
  readonly phone: string;
  /** The first 17 characters of its credit code; the last is their check digit. */
  readonly code: string;
  readonly validUntilDay: string | null;
  readonly appliedMs: number;
  /** A neighbour who helps out in the shop since so many days. */
  readonly clerkDays?: number;
}

/** Those let in, in the order in which they came: their owners gave by a role given by hand before. */
const SHOPS: readonly SketchedShop[] = [
  { name: '红旗粮油店', kind: 'groceries', address: '听枫路 18 号', words: '米面油都有，重的帮您送上楼。', phone: '13800000014', code: '92330102MA2DEM014', validUntilDay: null, appliedMs: daysBefore(150), clerkDays: 90 },
  { name: '新叶文具', kind: 'learning', address: '青枫小学对面', words: '本子、笔、书包，开学前先紧着要用的孩子。', phone: '13800000006', code: '92330102MA2DEM006', validUntilDay: '2027-08-31', appliedMs: daysBefore(109) },
  { name: '四季鲜果', kind: 'groceries', address: '枫林里北门', words: '当天的水果和菜，留一份给不方便出门的邻居。', phone: '13800000009', code: '92330102MA2DEM009', validUntilDay: null, appliedMs: daysBefore(107) },
];

/** Sent in yesterday afternoon; staff have it before them. */
const WAITING: SketchedShop = {
  name: '小满面包房', kind: 'meals', address: '听枫路 42 号', words: '每晚关门前的面包，谁家需要就送去。', phone: '13800000013', code: '92330102MA2DEM013', validUntilDay: '2028-03-31', appliedMs: hoursBefore(18),
};

/** WeChat's check of a photo was over within seconds. */
const CHECKED_AFTER_MS = 4_000;

const stepOf = (actorId: string, about: string, nowMs: number): Step => ({ actorId, operationId: deriveId('op', 'demo', 'shop', about, actorId), inputHash: 'demo', nowMs });

const ownerOf = ({ town, people }: Stage, name: string): Member => {
  const owner = people.of(HOME_COMMUNITY, 'merchant').find(({ roles }) => roles.some(({ merchantName }) => merchantName === name));
  if (owner === undefined) throw new Error(`nobody runs ${name}`);
  return town.member(owner._id);
};

const applied = (stage: Stage, { name, kind, address, words, phone, code, validUntilDay, appliedMs }: SketchedShop): string => {
  const { shelf, licences } = stage.town.shops;
  const owner = ownerOf(stage, name);
  const photoFileId = stage.pictures.take(owner._id, 'licence', 'letter');
  const licence = licenceOf({ creditCode: `${code}${creditCheckDigitOf(code) ?? ''}`, photoFileId, validUntilDay });
  const shop = newShop({ name, kind, address, words, licence, sealedContact: sealName(JSON.stringify({ name: owner.displayName, phone })) }, owner, stepOf(owner._id, name, appliedMs));
  licences.set(licence.creditCode, { _id: licence.creditCode, shopId: shop._id, atMs: appliedMs });
  shelf.insert(shop, appliedMs);
  shelf.act(shop._id, appliedMs + CHECKED_AFTER_MS, (standing) => decideLicencePhoto(standing, photoFileId, 'shown', appliedMs + CHECKED_AFTER_MS));
  return shop._id;
};

/** By the code that the owner read out in the shop. */
const joined = (stage: Stage, shopId: string, { name }: SketchedShop, atMs: number): void => {
  const { town, people } = stage;
  const castIds = new Set<string>(CAST.map(({ openid }) => openid));
  const clerk = people.of(HOME_COMMUNITY, null).find(({ openid, joinedAtMs }) => !castIds.has(openid) && joinedAtMs < atMs - DAY_MS);
  if (clerk === undefined) throw new Error('the demo lacks a clerk');
  const owner = ownerOf(stage, name);
  const inviteId = deriveId('si', 'demo', shopId);
  town.shops.shelf.act(shopId, atMs - HOUR_MS, (standing) => decideInviteToShop(standing, { inviteId, role: 'clerk' }, owner, stepOf(owner._id, `invite ${name}`, atMs - HOUR_MS)));
  town.shops.shelf.act(shopId, atMs, (standing) => decideJoinShop(standing, inviteId, town.member(clerk._id), stepOf(clerk._id, `join ${name}`, atMs)));
};

/**
 * Shops of the demo's own community that came into the alliance, before the wishes they give to are told, and one that
 * applies. 吴记粮油 and the others give by the role they were given by hand.
 */
export function tellShops(stage: Stage): void {
  const { town, people } = stage;
  const staff = town.member(people.cast('heJing')._id);
  for (const sketch of SHOPS) {
    const shopId = applied(stage, sketch);
    const atMs = sketch.appliedMs + DAY_MS;
    town.shops.shelf.act(shopId, atMs, (standing) => decideReview(standing, { kind: 'approve', sawPaper: true, validUntilDay: sketch.validUntilDay }, staff, stepOf(staff._id, `admit ${sketch.name}`, atMs)));
    if (sketch.clerkDays !== undefined) joined(stage, shopId, sketch, daysBefore(sketch.clerkDays));
  }
  applied(stage, WAITING);
}
