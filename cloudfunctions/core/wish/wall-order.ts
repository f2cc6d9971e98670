import type { WISH_ROUTES } from '@contract';
import type { InferOutput } from 'valibot';
import { ancestorAt } from '../kernel/area-tree';
import { isErrand } from '../last-leg/last-leg';
import type { Member } from '../member/member';
import { wishCardView, walkMinutesOf, type WishCard } from './wish-card';
import { mayReadErrand } from './wish-scope';
import type { WishCardView } from '@contract';

export type WallInput = InferOutput<(typeof WISH_ROUTES)['wish.wall']['input']>;
export type WallOrder = readonly (readonly [field: 'communityId' | 'windowEndMs' | 'publishedAtMs' | '_id', direction: 'asc' | 'desc'])[];

/**
 * How the wall is read. A wall is the reader's street. `near` walks it in rings: the own community and, when that is read
 * to its end, its neighbours in the same query, so that a small community's wall is not a short one; the neighbours that
 * stand before it in the tree come as a second leg. Every order is one index.
 */
export interface WallPlan {
  readonly streetId: string;
  readonly leg: WallLeg;
  readonly order: WallOrder;
}

export type WallLeg = 'all' | 'here' | 'before';

const SOON: WallOrder = [['windowEndMs', 'asc'], ['_id', 'asc']];
const NEW: WallOrder = [['publishedAtMs', 'desc'], ['_id', 'desc']];
const NEAR: WallOrder = [['communityId', 'asc'], ['windowEndMs', 'asc'], ['_id', 'asc']];

export const streetIdOf = (areaId: string): string => ancestorAt(areaId, 'street') ?? areaId;

/** Urgent wishes are read by how soon they end, whatever else was asked; a search by how new they are. */
export const wallPlanOf = (input: Pick<WallInput, 'sort' | 'urgentOnly' | 'search'>, reader: Pick<Member, 'areaId'>, leg: WallLeg | null): WallPlan => {
  const streetId = streetIdOf(reader.areaId);
  if (input.search !== '') return { streetId, leg: 'all', order: NEW };
  if (input.urgentOnly) return { streetId, leg: 'all', order: SOON };
  switch (input.sort) {
    case 'soon':
      return { streetId, leg: 'all', order: SOON };
    case 'new':
      return { streetId, leg: 'all', order: NEW };
    case 'near':
      return { streetId, leg: leg === 'before' ? 'before' : 'here', order: NEAR };
  }
};

/** Where a page goes on: the leg and the keys of the last row read. */
export const placeOf = (plan: WallPlan, wish: WishCard): readonly (string | number)[] => [plan.leg, ...plan.order.map(([field]) => wish[field])];

const nearness = (wish: WishCard, reader: Member): number => (walkMinutesOf(reader.point, wish.point) ?? Number.MAX_SAFE_INTEGER);

/** Rows of a page as they are shown: read by ring, nearest on foot first within the page. */
export const wallCards = (plan: WallPlan, wishes: readonly WishCard[], reader: Member): readonly WishCardView[] => {
  const isNear = plan.leg !== 'all';
  const ring = (wish: WishCard): number => (wish.communityId === reader.communityId ? 0 : 1);
  const listed = wishes.filter((wish) => !isErrand(wish) || (wish.wallState !== 'done' && mayReadErrand(wish, reader)));
  const shown = isNear ? [...listed].sort((a, b) => ring(a) - ring(b) || nearness(a, reader) - nearness(b, reader)) : listed;
  return shown.map((wish) => wishCardView(wish, reader));
};
