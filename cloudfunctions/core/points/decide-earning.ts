import type { EarningKind, LessReason, PointRules } from '@contract';
import { chinaDay } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { chinaMonth } from '../ledger/balance';

/** What somebody did, as far as points are concerned. */
export interface Earning {
  readonly kind: EarningKind;
  /** Minutes of service; 1 of everything else. */
  readonly quantity: number;
  /** The other person of it: whoever was helped, or who is rated; null when there is none. */
  readonly withId: string | null;
  readonly text: string;
  readonly atMs: number;
}

/** What it brought. */
export interface Grant extends Earning {
  readonly points: number;
  /** Null when in full. */
  readonly reason: LessReason | null;
}

/** One person's month in one community: each cause once, in the order in which they were granted. */
export interface EarningMonth {
  /** Made from community, month and person. */
  readonly _id: string;
  readonly communityId: string;
  /** "2026-11" in UTC+8. */
  readonly month: string;
  readonly memberId: string;
  /** Transfer id → what it brought; at most `GRANTS_MAX`. */
  readonly grants: Readonly<Record<string, Grant>>;
  readonly revision: number;
}

export const earningMonthIdOf = (communityId: string, memberId: string, atMs: number): string => deriveId('em', communityId, memberId, chinaMonth(atMs));

/** Far more than a month's caps allow; bounds the document. What comes beyond brings nothing. */
export const GRANTS_MAX = 300;

const MINUTES_AN_HOUR = 60;

/** In full, before pairs and caps. Service counts whole minutes and gives whole points. */
const inFull = ({ kind, quantity }: Earning, rules: PointRules): number => (kind === 'service' ? Math.floor((quantity * rules.per.service) / MINUTES_AN_HOUR) : quantity * rules.per[kind]);

type Part = { readonly points: number; readonly reason: LessReason | null };

/** A rating is one point about a help that counts already; without it whoever is helped often would be told off for saying how it was. */
const isBetweenTwo = ({ kind, withId }: Earning): boolean => withId !== null && kind !== 'carefulRating';

/** Diminishing between the same two (RULES.md section 5). What was taken back does not count. */
const betweenTwo = (points: number, earning: Earning, before: readonly Grant[], rules: PointRules): Part => {
  if (!isBetweenTwo(earning)) return { points, reason: null };
  const times = before.filter((grant) => isBetweenTwo(grant) && grant.withId === earning.withId && grant.reason !== 'takenBack').length;
  if (times < rules.pairInFull) return { points, reason: null };
  if (times < rules.pairInFull + rules.pairInHalf) return { points: Math.floor(points / 2), reason: 'pairHalf' };
  return { points: 0, reason: 'pairEnded' };
};

const sumOf = (grants: readonly Grant[]): number => grants.reduce((sum, { points }) => sum + points, 0);

/** Pure: what an earning brings after those granted before it in the month. */
export const decideGrant = (before: readonly Grant[], earning: Earning, rules: PointRules): Grant => {
  const full = inFull(earning, rules);
  if (full === 0) return { ...earning, points: 0, reason: 'unpaid' };
  const pair = betweenTwo(full, earning, before, rules);
  const day = chinaDay(earning.atMs);
  const leftToday = Math.max(0, rules.capPerDay - sumOf(before.filter(({ atMs }) => chinaDay(atMs) === day)));
  const leftThisMonth = Math.max(0, rules.capPerMonth - sumOf(before));
  if (pair.points <= leftToday && pair.points <= leftThisMonth) return { ...earning, ...pair };
  return leftToday <= leftThisMonth ? { ...earning, points: leftToday, reason: 'dayCap' } : { ...earning, points: leftThisMonth, reason: 'monthCap' };
};
