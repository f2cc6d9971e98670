import { LIMITS, type ApiContract, type MyWishView, type Page, type WishCardView, type WishDetailView } from '@contract';
import * as v from 'valibot';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { startOfChinaWeekMs } from '../kernel/clock';
import { isErrand } from '../last-leg/last-leg';
import { homeOf, partiesOf, type Member } from '../member/member';
import type { MemberContext } from '../platform/context';
import { whereAfter } from '../platform/keyset';
import { temporaryLinks } from '../platform/storage';
import { command, oneOf, store } from '../platform/store';
import { MY_WISH_FIELDS, myWishView, type MyWish } from './my-wish';
import { CARD_FIELDS, wishCardView, type WishCard } from './wish-card';
import { linkedFilesOf, wishDetailView } from './wish-detail';
import { assertVisible } from './wish-scope';
import type { Wish } from './wish';
import { wishRepository } from './wish.repository';

/** One wish on its own page: the reader, the wish, and the links of its pictures. */
export const getWish = async (context: MemberContext, input: { readonly wishId: string }): Promise<WishDetailView> => {
  const wish = await wishRepository.get(input.wishId);
  assertVisible(wish, context.member);
  const links = await temporaryLinks(linkedFilesOf(wish, context.member));
  return wishDetailView(wish, context.member, links, context.nowMs);
};

const MINE_ORDER = [['createdAtMs', 'desc'], ['_id', 'desc']] as const;

export const myWishes = async (context: MemberContext, input: { readonly cursor: string | null }): Promise<Page<MyWishView>> => {
  const last = decodeCursor(input.cursor, v.tuple([v.number(), v.string()]));
  const where = whereAfter({ recipientIds: oneOf(partiesOf(context.member)) }, MINE_ORDER, last);
  const wishes = await store.query<MyWish>('wishes', { where, order: MINE_ORDER, limit: LIMITS.pageSize + 1, fields: MY_WISH_FIELDS });
  const shown = wishes.slice(0, LIMITS.pageSize);
  const end = shown.at(-1);
  return { items: shown.map((wish) => myWishView(wish, context.member)), nextCursor: wishes.length > shown.length && end ? encodeCursor([end.createdAtMs, end._id]) : null };
};

/** The newest wishes of somebody on paper, as staff go through them on the phone. One request. */
export const wishesForPerson = async (personId: string, reader: Member): Promise<readonly MyWishView[]> => {
  const wishes = await store.query<MyWish>('wishes', { where: { recipientIds: personId }, order: MINE_ORDER, limit: LIMITS.pageSize, fields: MY_WISH_FIELDS });
  return wishes.map((wish) => myWishView(wish, reader));
};

/** More live wishes of one household than this are not compared. */
const SIMILAR_READ = 10;

/** Live wishes of a household, newest first; the index reads no ended one. One request. */
export const liveWishesOf = async (householdId: string): Promise<readonly WishCard[]> => {
  const wishes = await store.query<WishCard>('wishes', { where: { householdId, isLive: true }, order: [['createdAtMs', 'desc']], limit: SIMILAR_READ, fields: CARD_FIELDS });
  return wishes.filter((wish) => !isErrand(wish));
};

/** The household's own live wishes, the category asked for first: enough to see that something was asked already. */
export const similarWishes = async (context: MemberContext, input: ApiContract['wish.similar']['parsed']): Promise<readonly WishCardView[]> => {
  const wishes = await liveWishesOf(homeOf(context.member));
  return [...wishes].sort((a, b) => Number(b.category === input.category) - Number(a.category === input.category)).map((wish) => wishCardView(wish, context.member));
};

/** Counting stops here; the page says "100 多个". */
const DONE_COUNT_MAX = 100;

export const doneThisWeek = async (context: MemberContext): Promise<ApiContract['wish.doneThisWeek']['output']> => {
  const where = { communityId: context.member.communityId, completedAtMs: command.gte(startOfChinaWeekMs(context.nowMs)) };
  const done = await store.query<Pick<Wish, '_id' | 'errandFor'>>('wishes', { where, order: [['completedAtMs', 'desc']], limit: DONE_COUNT_MAX, fields: ['_id', 'errandFor'] });
  // A gift that was carried home is one wish that came true.
  return { count: done.filter((wish) => !isErrand(wish)).length, isAtLeast: done.length === DONE_COUNT_MAX };
};
