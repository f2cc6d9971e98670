import type { LedgerLineKind } from '@contract';
import { chinaDay } from '../kernel/clock';

/** One line of a day: gifts of a day are one, each spending is its own. */
export interface PublicLine {
  readonly lineId: string;
  readonly kind: LedgerLineKind;
  /** Signed, fen. */
  readonly amountFen: number;
  /** Movements in it, and how many of them were somebody's first. */
  readonly count: number;
  readonly people: number;
  /** What a line of its own is called; empty for lines that say how many. */
  readonly text: string;
  readonly spendingId: string | null;
}

/** What came for one stage, whatever became of it since. */
export interface StageTotals {
  readonly settledFen: number;
  readonly givers: number;
  readonly contributions: number;
  readonly matchedFen: number;
}

/**
 * One day of a campaign's public ledger, written by `jobs` in the order of the folds of its accounts. `upTo` says how far
 * each chain is in it: the same update writes both, so a fold is taken in once. A day that is over is sealed before the
 * next one begins, so that of two writers the slower one changes nothing.
 */
export interface PublicDay {
  /** `<campaignId>_<day>` */
  readonly _id: string;
  readonly campaignId: string;
  readonly communityId: string;
  readonly day: string;
  readonly isSealed: boolean;
  /** Counts on from day to day. */
  readonly revision: number;
  readonly openingFen: number;
  readonly closingFen: number;
  /** In the order they first came. */
  readonly lines: readonly PublicLine[];
  /** Account (`s1`, `s2` …, `funds`) → folds of it that are in. */
  readonly upTo: Readonly<Record<string, number>>;
  readonly stages: Readonly<Record<string, StageTotals>>;
  /** The newest fold that is in. */
  readonly settledAtMs: number;
}

/** One posted movement over the edge of a campaign's accounts. */
export interface Movement {
  readonly lineId: string;
  readonly kind: LedgerLineKind;
  readonly amountFen: number;
  readonly isFirstOfGiver: boolean;
  readonly text: string;
  readonly spendingId: string | null;
}

/** What one fold of one of its accounts brings. */
export interface BookFold {
  /** `s1` … or `funds`. */
  readonly account: string;
  readonly number: number;
  readonly atMs: number;
  readonly movements: readonly Movement[];
}

export const publicDayId = (campaignId: string, day: string): string => `${campaignId}_${day}`;

const NO_TOTALS: StageTotals = { settledFen: 0, givers: 0, contributions: 0, matchedFen: 0 };
export const totalsOf = (day: Pick<PublicDay, 'stages'>, stage: number): StageTotals => day.stages[`s${stage}`] ?? NO_TOTALS;

export const firstDay = (campaignId: string, communityId: string, atMs: number): PublicDay => ({
  _id: publicDayId(campaignId, chinaDay(atMs)), campaignId, communityId, day: chinaDay(atMs), isSealed: false, revision: 1, openingFen: 0, closingFen: 0, lines: [], upTo: {}, stages: {}, settledAtMs: atMs,
});

/** Pure: the day after a sealed one; the same for everybody who asks. */
export const dayAfter = (sealed: PublicDay, day: string): PublicDay => ({ ...sealed, _id: publicDayId(sealed.campaignId, day), day, isSealed: false, revision: sealed.revision + 1, openingFen: sealed.closingFen, lines: [] });

export const sealed = (day: PublicDay): PublicDay => ({ ...day, isSealed: true, revision: day.revision + 1 });

/** The day a fold belongs to: its own, but never one that is over. */
export const dayOfFold = (standing: PublicDay, fold: BookFold): string => {
  const day = chinaDay(fold.atMs);
  return day > standing.day ? day : standing.day;
};

const withMovement = (lines: readonly PublicLine[], { lineId, kind, amountFen, isFirstOfGiver, text, spendingId }: Movement): readonly PublicLine[] => {
  const people = isFirstOfGiver ? 1 : 0;
  const standing = lines.find((line) => line.lineId === lineId);
  if (standing === undefined) return [...lines, { lineId, kind, amountFen, count: 1, people, text, spendingId }];
  return lines.map((line) => (line === standing ? { ...line, amountFen: line.amountFen + amountFen, count: line.count + 1, people: line.people + people } : line));
};

const IN_KINDS: readonly LedgerLineKind[] = ['gifts', 'cash', 'match', 'refunds', 'returned'];

const withTotals = (totals: StageTotals, { kind, amountFen, isFirstOfGiver }: Movement): StageTotals => ({
  settledFen: totals.settledFen + (IN_KINDS.includes(kind) ? amountFen : 0),
  givers: totals.givers + (isFirstOfGiver ? 1 : 0),
  contributions: totals.contributions + (kind === 'gifts' || kind === 'cash' ? 1 : 0),
  matchedFen: totals.matchedFen + (kind === 'match' ? amountFen : 0),
});

/** Pure: a day with one more fold; a fold that is in already changes nothing. Folds of an account come in their order. */
export const foldedInto = (day: PublicDay, fold: BookFold): PublicDay => {
  const known = day.upTo[fold.account] ?? 0;
  if (fold.number <= known) return day;
  if (fold.number !== known + 1) throw new Error(`${day._id} has ${known} folds of ${fold.account}, fold ${fold.number} came`);
  const sumFen = fold.movements.reduce((sum, { amountFen }) => sum + amountFen, 0);
  return {
    ...day,
    revision: day.revision + 1,
    closingFen: day.closingFen + sumFen,
    lines: fold.movements.reduce(withMovement, day.lines),
    upTo: { ...day.upTo, [fold.account]: fold.number },
    stages: fold.account === 'funds' ? day.stages : { ...day.stages, [fold.account]: fold.movements.reduce(withTotals, day.stages[fold.account] ?? NO_TOTALS) },
    settledAtMs: Math.max(day.settledAtMs, fold.atMs),
  };
};

/** What must hold at every moment; a false is a defect. */
export const isPublicDayCoherent = (day: PublicDay): boolean => day.closingFen === day.lines.reduce((sum, { amountFen }) => sum + amountFen, day.openingFen) && new Set(day.lines.map(({ lineId }) => lineId)).size === day.lines.length;
