import { cursorSchema, emptySchema, type Page } from './common';
import * as v from 'valibot';
import { BUDGET, route } from './route';

/** One line of the ledger in a person's words. */
export interface PointsEntryView {
  readonly entryId: string;
  /** Positive came in, negative went out. */
  readonly points: number;
  readonly state: 'pending' | 'posted' | 'voided' | 'expired';
  readonly causeText: string;
  readonly atMs: number;
  /** While pending: when it is posted if nothing speaks against it. */
  readonly dueAtMs: number | null;
  /** While pending: staff hold it, for a reason that stands beside it. */
  readonly isHeld?: boolean;
}

export interface PointsView {
  readonly points: number;
  readonly pendingPoints: number;
  readonly pending: readonly PointsEntryView[];
  /** End of the next calendar year: what is posted now is valid until then. */
  readonly validUntilMs: number;
  /** What ends this year, if anything. */
  readonly endingThisYear: { readonly points: number; readonly atMs: number } | null;
  /** Balance at the end of each of the last six months, oldest first. */
  readonly trend: readonly { readonly month: string; readonly points: number }[];
}

export const POINTS_ROUTES = {
  'points.mine': route<PointsView>()({ input: emptySchema, mutating: false, access: 'member', requestBudget: BUDGET.detail }),
  'points.entries': route<Page<PointsEntryView>>()({ input: v.strictObject({ cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.listWithPictures }),
} as const;
