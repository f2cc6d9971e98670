import type { EarningMonth, Grant } from '../points/decide-earning';

/** From one person to another: how often the one confirmed what the other did, and what came of it. */
export interface Way {
  readonly byId: string;
  readonly forId: string;
  /** Confirmations: each brought, or would have brought, the other something. */
  readonly times: number;
  /** Ratings of the same things; told, not counted again. */
  readonly ratings: number;
  /** What both got by it: the other for doing it, the one for rating it with care. */
  readonly points: number;
}

/** By whom and for whom; an id holds neither character. */
export type Ways = ReadonlyMap<string, Way>;

const keyOf = (byId: string, forId: string): string => `${byId}>${forId}`;

export interface Period {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** What was taken back did not happen; what has no other person says nothing about two. */
const wayOf = (memberId: string, { kind, withId, points, reason, atMs }: Grant, { fromMs, untilMs }: Period): Way | null => {
  if (withId === null || withId === memberId || reason === 'takenBack' || atMs < fromMs || atMs >= untilMs) return null;
  if (kind === 'carefulRating') return { byId: memberId, forId: withId, times: 0, ratings: 1, points };
  return { byId: withId, forId: memberId, times: 1, ratings: 0, points };
};

/** Adds up ways page by page: a community's months need not be in memory at once. */
export class WaySums {
  private readonly sums = new Map<string, Way>();

  constructor(private readonly period: Period) {}

  add({ memberId, grants }: Pick<EarningMonth, 'memberId' | 'grants'>): void {
    for (const grant of Object.values(grants)) {
      const way = wayOf(memberId, grant, this.period);
      if (way !== null) this.addWay(way);
    }
  }

  ways(): Ways {
    return this.sums;
  }

  private addWay(way: Way): void {
    const key = keyOf(way.byId, way.forId);
    const known = this.sums.get(key);
    this.sums.set(key, known === undefined ? way : { ...way, times: known.times + way.times, ratings: known.ratings + way.ratings, points: known.points + way.points });
  }
}
