import { emptySchema } from './common';
import { BUDGET, route } from './route';
import type { WishCardView } from './wish.contract';

/** One house of the drawn map: a 小区, or a community whose wishes name no 小区. Nothing finer is ever told. */
export interface MapPlaceView {
  readonly areaId: string;
  readonly name: string;
  readonly isHome: boolean;
  /** Where its middle lies from the reader's own, in whole minutes on foot; null when either has no place on the map. */
  readonly eastMinutes: number | null;
  readonly northMinutes: number | null;
  readonly walkText: string | null;
  /** Windows of the house: waiting dark, taken half, done lit. */
  readonly waiting: number;
  readonly taken: number;
  readonly done: number;
  /** The wishes that wait there. */
  readonly wishes: readonly WishCardView[];
}

export interface WishMapView {
  readonly homeName: string;
  readonly places: readonly MapPlaceView[];
  /** How many wishes wait that were read; more may. */
  readonly waiting: number;
  readonly isAtLeast: boolean;
}

export const WISH_MAP_ROUTES = {
  /** The reader's street as a drawn plan: one query of at most a hundred wishes, those that wait first. */
  'wish.map': route<WishMapView>()({ input: emptySchema, mutating: false, access: 'member', requestBudget: BUDGET.list }),
} as const;
