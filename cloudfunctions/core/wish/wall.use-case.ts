import { LIMITS, type Page, type WishCardView } from '@contract';
import * as v from 'valibot';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { holdsAt } from '../kernel/access';
import { fail } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import type { MemberContext } from '../platform/context';
import { whereAfter, type Keyset } from '../platform/keyset';
import { command, store, type Guard } from '../platform/store';
import { queryTokensOf } from './search-tokens';
import { placeOf, wallCards, wallPlanOf, type WallInput, type WallPlan } from './wall-order';
import { CARD_FIELDS, type WishCard } from './wish-card';

/** The leg, then the keys of the order. */
const placeSchema = v.tupleWithRest([v.picklist(['all', 'here', 'before'])], v.union([v.string(), v.number()]));

/** Reads of one page: a row more than shown tells whether there is another page. A search also reads what it passes over. */
const PAGE_READ = LIMITS.pageSize + 1;
const SEARCH_READ = 2 * LIMITS.pageSize;

const readCards = (where: Guard, plan: WallPlan, limit: number): Promise<readonly WishCard[]> =>
  store.query<WishCard>('wishes', { where, order: plan.order, limit, fields: CARD_FIELDS });

/** Where a page of a leg begins; going on, the keys of the last row stand in for the leg's beginning. */
const pageWhere = (where: Guard, plan: WallPlan, communityId: string, last: Keyset | null): Guard => {
  switch (plan.leg) {
    case 'all':
      return whereAfter(where, plan.order, last);
    case 'here':
      return last === null ? { ...where, communityId: command.gte(communityId) } : whereAfter(where, plan.order, last);
    case 'before':
      return last === null ? { ...where, communityId: command.lt(communityId) } : whereAfter(where, plan.order, last, communityId);
  }
};

/** One community's own wall, for who lives, works or has a shop there. Refuses OUT_OF_AREA. */
const communityOf = ({ communityId }: WallInput, reader: Member): string => {
  const wanted = communityId ?? reader.communityId;
  return wanted === reader.communityId || worksAt(reader, wanted) || holdsAt(reader.roles, ['merchant'], wanted) ? wanted : fail('OUT_OF_AREA');
};

const wallGuard = (input: WallInput, plan: WallPlan, reader: Member): Guard => ({
  areaIds: input.within === 'community' ? communityOf(input, reader) : plan.streetId,
  wallState: input.status,
  ...(input.category !== null && { category: input.category }),
  ...(input.urgentOnly && { urgency: 'urgent' }),
});

/** After the last row of `here` come the communities that stand before it; they are a list of their own. */
const nextCursorOf = (plan: WallPlan, read: readonly WishCard[], shown: readonly WishCard[]): string | null => {
  const last = shown.at(-1);
  if (read.length > shown.length && last !== undefined) return encodeCursor(placeOf(plan, last));
  return plan.leg === 'here' ? encodeCursor(['before']) : null;
};

const listWall = async (input: WallInput, reader: Member): Promise<Page<WishCardView>> => {
  const place = decodeCursor(input.cursor, placeSchema);
  const [leg, ...keys] = place ?? [null];
  const plan = wallPlanOf(input, reader, leg);
  const last = keys.length === plan.order.length ? keys : null;
  const wishes = await readCards(pageWhere(wallGuard(input, plan, reader), plan, reader.communityId, last), plan, PAGE_READ);
  const shown = wishes.slice(0, LIMITS.pageSize);
  return { items: wallCards(plan, shown, reader), nextCursor: nextCursorOf(plan, wishes, shown) };
};

/** One token is looked up, the others are compared here: what is read is bounded whatever the words. */
const searchWall = async (input: WallInput, reader: Member): Promise<Page<WishCardView>> => {
  const place = decodeCursor(input.cursor, placeSchema);
  const plan = wallPlanOf(input, reader, null);
  const [first, ...others] = queryTokensOf(plan.streetId, input.search);
  if (first === undefined) return { items: [], nextCursor: null };
  const last = place === null ? null : place.slice(1);
  const wishes = await readCards(whereAfter({ searchTokens: first, wallState: input.status }, plan.order, last), plan, SEARCH_READ);
  const matches = (wish: WishCard): boolean =>
    others.every((token) => wish.searchTokens.includes(token)) && (input.category === null || wish.category === input.category) && (!input.urgentOnly || wish.urgency === 'urgent');
  const found = wishes.filter(matches).slice(0, LIMITS.pageSize);
  const isCut = found.length === LIMITS.pageSize;
  const end = isCut ? found.at(-1) : wishes.at(-1);
  const hasMore = isCut ? end !== wishes.at(-1) || wishes.length === SEARCH_READ : wishes.length === SEARCH_READ;
  return { items: wallCards(plan, found, reader), nextCursor: hasMore && end !== undefined ? encodeCursor(placeOf(plan, end)) : null };
};

/** The wish wall: one query a page, whatever is asked. A page may hold fewer rows than fit while more follow. */
export const wishWall = (context: MemberContext, input: WallInput): Promise<Page<WishCardView>> =>
  input.search === '' ? listWall(input, context.member) : searchWall(input, context.member);

/** What can be claimed nearest to the reader, for the first page. One query. */
export const nearWishes = async (reader: Member, limit: number): Promise<readonly WishCardView[]> => {
  const input: WallInput = { sort: 'near', category: null, urgentOnly: false, status: 'claimable', within: 'street', communityId: null, search: '', cursor: null };
  const plan = wallPlanOf(input, reader, null);
  const wishes = await readCards(pageWhere(wallGuard(input, plan, reader), plan, reader.communityId, null), plan, limit);
  return wallCards(plan, wishes, reader);
};
