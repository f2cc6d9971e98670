import { LIMITS, type ApiContract, type Page, type ShopCardView, type ShopPageView, type ShopView, type ShopYearView } from '@contract';
import * as v from 'valibot';
import { listClaimRecords } from '../claim/claim-record.repository';
import { isWithin } from '../kernel/area-tree';
import { startOfChinaDayMs } from '../kernel/clock';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { fail } from '../kernel/result';
import type { Gift } from '../gift/gift';
import { worksAt, type Member } from '../member/member';
import { RULES } from '../rules';
import type { MemberContext } from '../platform/context';
import { whereAfter } from '../platform/keyset';
import { temporaryLinks } from '../platform/storage';
import { command, store } from '../platform/store';
import { suppliesKeptBy } from '../supply/supply.repository';
import { decidesOn, roleIn, type Shop } from './shop';
import { yearOf } from './shop-record';
import { licenceFilesOf, shopCardView, shopView } from './shop-view';
import { shopRepository, shopsOf } from './shop.repository';
import { thanksTo } from './shop-thanks.repository';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

const placeSchema = v.tuple([v.number(), v.string()]);
const BY_ADMISSION = [['admittedAtMs', 'asc'], ['_id', 'asc']] as const;
const BY_APPLICATION = [['appliedAtMs', 'asc'], ['_id', 'asc']] as const;

export const myShops = async ({ member }: MemberContext): Promise<readonly ShopView[]> => (await shopsOf(member._id)).map((shop) => shopView(shop, member));

/** For its own people and staff of the community; only owners and staff see the licence. Refuses NOT_FOUND. */
export const getShop = async ({ member }: MemberContext, { shopId }: Parsed<'shop.get'>): Promise<ShopView> => {
  const shop = await shopRepository.get(shopId);
  const isClerk = roleIn(shop, member._id) === 'clerk';
  if (roleIn(shop, member._id) === null && !decidesOn(shop, member)) return fail('NOT_FOUND');
  const fileIds = isClerk ? [] : licenceFilesOf(shop);
  return shopView(shop, member, fileIds.length === 0 ? new Map() : await temporaryLinks(fileIds));
};

const pageOf = <T>(rows: readonly Shop[], view: (shop: Shop) => T, momentOf: (shop: Shop) => number): Page<T> => {
  const shown = rows.slice(0, LIMITS.pageSize);
  const end = shown.at(-1);
  return { items: shown.map(view), nextCursor: rows.length > shown.length && end ? encodeCursor([momentOf(end), end._id]) : null };
};

/** Shops of the reader's community, in the order in which they joined: nobody is ranked. */
export const allianceOf = async ({ member }: MemberContext, { cursor }: Parsed<'shop.alliance'>): Promise<Page<ShopCardView>> => {
  const where = whereAfter({ communityId: member.communityId, isListed: true }, BY_ADMISSION, decodeCursor(cursor, placeSchema));
  return pageOf(await shopRepository.list({ where, order: BY_ADMISSION, limit: LIMITS.pageSize + 1 }), shopCardView, ({ admittedAtMs }) => admittedAtMs ?? 0);
};

/** Refuses OUT_OF_AREA. */
export const listShops = async ({ member }: MemberContext, { communityId, shelf, cursor }: Parsed<'shop.list'>): Promise<Page<ShopView>> => {
  if (!worksAt(member, communityId, ['administrator', 'staff'])) return fail('OUT_OF_AREA');
  const where = whereAfter({ communityId, shelf }, BY_APPLICATION, decodeCursor(cursor, placeSchema));
  return pageOf(await shopRepository.list({ where, order: BY_APPLICATION, limit: LIMITS.pageSize + 1 }), (shop) => shopView(shop, member), ({ appliedAtMs }) => appliedAtMs);
};

/** Its page is for the neighbourhood, as long as it is listed; for its own people and staff also otherwise, once it was let in. Refuses NOT_FOUND. */
const shownShop = async (member: Member, shopId: string): Promise<Shop> => {
  const shop = await shopRepository.get(shopId);
  if (shop.admittedAtMs === null) return fail('NOT_FOUND');
  const isNeighbour = isWithin(member.communityId, shop.communityId) && shop.isListed;
  return isNeighbour || roleIn(shop, member._id) !== null || worksAt(member, shop.communityId) ? shop : fail('NOT_FOUND');
};

export const shopPage = async ({ member }: MemberContext, { shopId }: Parsed<'shop.page'>): Promise<ShopPageView> => {
  const shop = await shownShop(member, shopId);
  const [supplies, gifts, thanks] = await Promise.all([
    suppliesKeptBy([shopId]),
    store.query<Gift>('gifts', { where: { offererId: shopId, state: 'open' }, order: [['createdAtMs', 'desc'], ['_id', 'desc']], limit: RULES.shop.shown, fields: ['title', 'points', 'stock'] }),
    thanksTo(shop),
  ]);
  return {
    ...shopCardView(shop),
    address: shop.address, communityName: shop.communityName, sinceMs: shop.admittedAtMs ?? shop.appliedAtMs,
    offers: supplies.filter(({ state }) => state === 'open').slice(0, RULES.shop.shown).map(({ _id, title, category }) => ({ supplyId: _id, title, category })),
    gifts: gifts.map(({ _id, title, points, stock }) => ({ giftId: _id, title, points, stock })),
    thanks,
    isMine: roleIn(shop, member._id) !== null,
  };
};

/** What a shop gave in a year (年度爱心卡), counted anew each time from what was confirmed in it. Refuses NOT_FOUND. */
export const shopYear = async ({ member }: MemberContext, { shopId, year }: Parsed<'shop.year'>): Promise<ShopYearView> => {
  const shop = await shownShop(member, shopId);
  const limit = RULES.shop.yearRead;
  const [fromMs, toMs] = [startOfChinaDayMs(`${String(year)}-01-01`), startOfChinaDayMs(`${String(year + 1)}-01-01`)];
  const [ended, fetched] = await Promise.all([
    // Confirmed in the year, it was not touched before it began.
    listClaimRecords({ where: { claimerId: shopId, isOpen: false, updatedAtMs: command.gte(fromMs) }, order: [['updatedAtMs', 'desc'], ['_id', 'desc']], limit }),
    store.query<{ readonly endedAtMs: number | null }>('redemptions', { where: { offererId: shopId, state: 'fetched', fetchByMs: command.gte(fromMs) }, limit, fields: ['endedAtMs'] }),
  ]);
  const gifts = fetched.filter(({ endedAtMs }) => endedAtMs !== null && endedAtMs >= fromMs && endedAtMs < toMs);
  return { shopId, name: shop.name, communityName: shop.communityName, year, ...yearOf(ended, year), gifts: gifts.length, isAtLeast: ended.length === limit || fetched.length === limit };
};
