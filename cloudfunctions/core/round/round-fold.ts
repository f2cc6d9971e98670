import type { RoundCategoryFigures, RoundFigures, SharesView, WishCategory } from '@contract';
import { hashInput } from '../kernel/ids';
import { DAY_MS } from '../kernel/clock';
import { RULES } from '../rules';
import { claimsOf, isActive, type Wish } from '../wish/wish';

/** What a report reads of a wish. */
export const FOLD_FIELDS = ['state', 'category', 'estimatedValueFen', 'sharesWanted', 'sharesLeft', 'sharesHeld', 'sharesDelivered', 'claims'] as const satisfies readonly (keyof Wish)[];
export type FoldedWish = Pick<Wish, '_id' | (typeof FOLD_FIELDS)[number]>;

/** Deliveries later than this fall into the last box; the median is read from the boxes, so the document stays small. */
const DAYS_MAX = 60;
/** Of a hash: enough to tell givers apart, short enough to keep thousands. */
const GIVER_KEY_CHARACTERS = 10;

interface CategorySum {
  readonly wishes: number;
  readonly wishesDone: number;
  readonly sharesWanted: number;
  readonly sharesDelivered: number;
}

/** How far a report is: sums over the wishes read so far. Stands in the round, so a killed run goes on where it was. */
export interface RoundFold {
  /** Counts the reports of this round; a late page of an older one changes nothing. */
  readonly pass: number;
  readonly nextIndex: number;
  readonly wishes: number;
  readonly wishesDone: number;
  readonly shares: SharesView;
  readonly deliveredValueFen: number;
  readonly giverKeys: readonly string[];
  readonly giversIsAtLeast: boolean;
  readonly thankedNames: readonly string[];
  /** Deliveries by whole days since the claim; index 0 is the same day. */
  readonly deliveriesByDay: readonly number[];
  readonly deliveryMsTotal: number;
  readonly claimsUnderWay: number;
  readonly byCategory: Readonly<Partial<Record<WishCategory, CategorySum>>>;
}

/** The finished figures with what is needed to tell people's figures only from five on. */
export interface RoundReport extends Omit<RoundFigures, 'givers' | 'daysMedian' | 'daysMean'> {
  readonly givers: number;
  readonly deliveries: number;
  readonly daysMedian: number;
  readonly daysMean: number;
  readonly claimsUnderWay: number;
}

export const newFold = (pass: number): RoundFold => ({
  pass,
  nextIndex: 0,
  wishes: 0,
  wishesDone: 0,
  shares: { wanted: 0, left: 0, held: 0, delivered: 0 },
  deliveredValueFen: 0,
  giverKeys: [],
  giversIsAtLeast: false,
  thankedNames: [],
  deliveriesByDay: [],
  deliveryMsTotal: 0,
  claimsUnderWay: 0,
  byCategory: {},
});

const NO_SUM: CategorySum = { wishes: 0, wishesDone: 0, sharesWanted: 0, sharesDelivered: 0 };

const foldShares = (sums: SharesView, wish: FoldedWish): SharesView => ({
  wanted: sums.wanted + wish.sharesWanted,
  left: sums.left + wish.sharesLeft,
  held: sums.held + wish.sharesHeld,
  delivered: sums.delivered + wish.sharesDelivered,
});

const countDay = (boxes: readonly number[], days: number): readonly number[] => {
  const index = Math.min(Math.max(days, 0), DAYS_MAX);
  return Array.from({ length: Math.max(boxes.length, index + 1) }, (_unused, box) => (boxes[box] ?? 0) + (box === index ? 1 : 0));
};

/** Who gave or is giving; returned and lapsed claims gave nothing. */
const foldClaims = (fold: RoundFold, wish: FoldedWish): RoundFold => {
  const keys = new Set(fold.giverKeys);
  const names = new Set(fold.thankedNames);
  let { giversIsAtLeast, deliveriesByDay, deliveryMsTotal, claimsUnderWay } = fold;
  for (const claim of claimsOf(wish)) {
    if (isActive(claim)) claimsUnderWay += 1;
    if (claim.deliveredAtMs === null || (claim.state !== 'delivered' && claim.state !== 'confirmed')) continue;
    const key = hashInput(claim.claimerId).slice(0, GIVER_KEY_CHARACTERS);
    if (keys.size < RULES.round.giversCounted) keys.add(key);
    else giversIsAtLeast ||= !keys.has(key);
    if ((claim.giverKind === 'merchant' || claim.giverKind === 'unit') && names.size < RULES.round.namesThanked) names.add(claim.claimerName);
    const tookMs = Math.max(0, claim.deliveredAtMs - claim.heldAtMs);
    deliveriesByDay = countDay(deliveriesByDay, Math.floor(tookMs / DAY_MS));
    deliveryMsTotal += tookMs;
  }
  return { ...fold, giverKeys: [...keys], thankedNames: [...names], giversIsAtLeast, deliveriesByDay, deliveryMsTotal, claimsUnderWay };
};

const foldWish = (fold: RoundFold, wish: FoldedWish): RoundFold => {
  const isDone = wish.state === 'completed';
  const sum = fold.byCategory[wish.category] ?? NO_SUM;
  const valueFen = wish.estimatedValueFen === null ? 0 : Math.round((wish.estimatedValueFen * wish.sharesDelivered) / wish.sharesWanted);
  return {
    ...foldClaims(fold, wish),
    wishes: fold.wishes + 1,
    wishesDone: fold.wishesDone + Number(isDone),
    shares: foldShares(fold.shares, wish),
    deliveredValueFen: fold.deliveredValueFen + valueFen,
    byCategory: {
      ...fold.byCategory,
      [wish.category]: { wishes: sum.wishes + 1, wishesDone: sum.wishesDone + Number(isDone), sharesWanted: sum.sharesWanted + wish.sharesWanted, sharesDelivered: sum.sharesDelivered + wish.sharesDelivered },
    },
  };
};

/** Pure: the sums after another page of `read` ids, of which `wishes` were found. */
export const foldPage = (fold: RoundFold, wishes: readonly FoldedWish[], read: number): RoundFold => ({ ...wishes.reduce(foldWish, fold), nextIndex: fold.nextIndex + read });

const medianOf = (boxes: readonly number[], count: number): number => {
  let seen = 0;
  for (const [days, deliveries] of boxes.entries()) {
    seen += deliveries;
    if (seen * 2 >= count) return days;
  }
  return 0;
};

const MEAN_DIGITS = 10;

/** Pure: the report of a fold that read every wish. */
export const reportOf = (fold: RoundFold): RoundReport => {
  const deliveries = fold.deliveriesByDay.reduce((sum, count) => sum + count, 0);
  return {
    wishes: fold.wishes,
    wishesDone: fold.wishesDone,
    shares: fold.shares,
    givers: fold.giverKeys.length,
    giversIsAtLeast: fold.giversIsAtLeast,
    deliveredValueFen: fold.deliveredValueFen,
    deliveries,
    daysMedian: medianOf(fold.deliveriesByDay, deliveries),
    daysMean: deliveries === 0 ? 0 : Math.round((fold.deliveryMsTotal / deliveries / DAY_MS) * MEAN_DIGITS) / MEAN_DIGITS,
    byCategory: Object.entries(fold.byCategory).map(([category, sum]): RoundCategoryFigures => ({ category: category as WishCategory, ...sum })),
    thankedNames: fold.thankedNames,
    claimsUnderWay: fold.claimsUnderWay,
  };
};

/** The figures as everybody may read them: about people never below five (RULES.md section 8). */
export const figuresOf = ({ givers, deliveries, daysMedian, daysMean, claimsUnderWay: _inner, ...report }: RoundReport): RoundFigures => ({
  ...report,
  givers: givers === 0 || givers >= RULES.round.peopleMin ? givers : null,
  daysMedian: deliveries >= RULES.round.peopleMin ? daysMedian : null,
  daysMean: deliveries >= RULES.round.peopleMin ? daysMean : null,
});
