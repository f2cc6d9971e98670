import { callShareOf, isDrawn } from '../../cloudfunctions/core/rating/call-back';
import { decideCare, itemsAnswered, type CareReason } from '../../cloudfunctions/core/rating/careful-rating';
import { ratingTimeOf } from '../../cloudfunctions/core/rating/rating-time';
import { copiedFrom, lastByHandMs, pairsOf, withPrint, type SentencePrint } from '../../cloudfunctions/core/rating/sentence-print';
import { isWritten } from '../../cloudfunctions/core/rating/writing';
import { RULES } from '../../cloudfunctions/core/rules';
import { createRandom, type Random } from '../demo/random';
import { copySource, isHonest, POPULATION, RATER_KINDS, rateAs, type CopySource, type MadeRating, type RaterKind } from './raters';

export interface KindResult {
  readonly made: number;
  readonly paid: number;
  readonly calls: number;
  readonly takenBack: number;
  readonly reasons: Readonly<Partial<Record<CareReason, number>>>;
}

export interface SimulationResult {
  readonly kinds: Readonly<Record<RaterKind, KindResult>>;
  readonly paidMean: number;
  readonly honestMean: number;
  /** Of the mean of the paid ones. */
  readonly standardError: number;
  /** By the rules alone, who is honest: paid and not, by what they gave. */
  readonly refusedByScore: Readonly<Record<number, { made: number; refused: number }>>;
}

/** A community with 30 wishes a week: some 25 ratings. */
export const RATINGS_A_YEAR = 1_250;
const YEAR_MS = 365 * 86_400_000;
const START_MS = Date.UTC(2026, 0, 1);
const SECRET = 'simulated';

/** What a call finds; assumptions. Also the honest misremember, and many don't answer. */
const FOUND_OUT = { careless: 0.6, honest: 0.01 } as const;
const REACHED_IN_TWO = 0.88;

const pickKind = (random: Random): RaterKind => {
  let rest = random.next();
  for (const kind of RATER_KINDS) if ((rest -= POPULATION[kind].share) < 0) return kind;
  return 'careful';
};

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const standardErrorOf = (values: readonly number[]): number => {
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1) / values.length);
};

/** One community's year, with the memory that the program keeps. */
class Year {
  private community: readonly SentencePrint[] = [];
  private readonly own = new Map<string, readonly SentencePrint[]>();
  private readonly sources = new Map<string, CopySource>();
  private readonly templates: CopySource;

  constructor(private readonly random: Random) {
    this.templates = copySource(random);
  }

  sourceOf(raterId: string): CopySource {
    const known = this.sources.get(raterId) ?? { ...this.templates, own: copySource(this.random).own };
    this.sources.set(raterId, known);
    return known;
  }

  decide(made: MadeRating, raterId: string, ratingId: string, nowMs: number): ReturnType<typeof decideCare> & { readonly isCalled: boolean } {
    const own = this.own.get(raterId) ?? [];
    const items = itemsAnswered(made.content);
    const total = Object.values(made.seconds).reduce((sum, part) => sum + part, 0);
    const time = ratingTimeOf({ secondsOnScreen: total, secondsPerItem: made.seconds }, items, { nowMs, deliveredAtMs: nowMs - 86_400_000, lastByHandMs: lastByHandMs(raterId, this.community) }, RULES.rating);
    const pairs = pairsOf(made.content.words, SECRET, RULES.rating);
    const copied = copiedFrom({ pairs, raterId, isWritten: made.isTold || isWritten(made.content.words, time, RULES.rating) }, { own, community: this.community }, RULES.rating, nowMs);
    const print: SentencePrint = { ratingId, raterId, recordedBy: raterId, atMs: nowMs, pairs };
    this.own.set(raterId, withPrint(own, print, RULES.rating.ownPrintsKept, RULES.rating.ownPrintsMs) ?? own);
    this.community = withPrint(this.community, print, RULES.rating.printsKept, RULES.rating.printsMs) ?? this.community;
    const care = decideCare(made.content, { time, isTold: made.isTold, copied }, RULES.rating);
    return { ...care, isCalled: care.isCareful && isDrawn(ratingId, SECRET, callShareOf(time, made.isTold)) };
  }
}

/** Whether a call takes the point back. */
const isTakenBack = (random: Random, kind: RaterKind): boolean => random.chance(REACHED_IN_TWO) && random.chance(isHonest(kind) ? FOUND_OUT.honest : FOUND_OUT.careless);

/**
 * Lets a community rate for a year under the program's own rules, after `warmUp` ratings that only fill the memory. The
 * same seed gives the same year.
 */
export const simulateRaters = (seed: number, ratings = RATINGS_A_YEAR, warmUp = 0): SimulationResult => {
  const random = createRandom(seed);
  const year = new Year(random);
  const kinds = Object.fromEntries(RATER_KINDS.map((kind) => [kind, { made: 0, paid: 0, calls: 0, takenBack: 0, reasons: {} as Record<string, number> }])) as Record<RaterKind, { made: number; paid: number; calls: number; takenBack: number; reasons: Record<string, number> }>;
  const refusedByScore: Record<number, { made: number; refused: number }> = Object.fromEntries([1, 2, 3, 4, 5].map((score) => [score, { made: 0, refused: 0 }]));
  const [paid, honest]: [number[], number[]] = [[], []];
  for (let index = 0; index < warmUp + ratings; index += 1) {
    const kind = pickKind(random);
    const raterId = `${kind}-${random.between(1, POPULATION[kind].people)}`;
    const ratingId = `${seed}-${index}`;
    const made = rateAs(kind, random, year.sourceOf(raterId));
    const care = year.decide(made, raterId, ratingId, START_MS + Math.round((YEAR_MS * index) / ratings));
    if (index < warmUp) continue;
    const sum = kinds[kind];
    sum.made += 1;
    if (care.isCalled) sum.calls += 1;
    const isBack = care.isCalled && isTakenBack(random, kind);
    const isPaid = care.isCareful && !isBack;
    if (isBack) sum.takenBack += 1;
    if (isPaid) sum.paid += 1;
    if (isPaid) paid.push(made.score);
    if (!care.isCareful) for (const reason of care.reasons) sum.reasons[reason] = (sum.reasons[reason] ?? 0) + 1;
    if (!isHonest(kind)) continue;
    honest.push(made.score);
    const byScore = refusedByScore[made.score];
    if (byScore === undefined) continue;
    byScore.made += 1;
    if (!isPaid) byScore.refused += 1;
  }
  return { kinds, paidMean: meanOf(paid), honestMean: meanOf(honest), standardError: standardErrorOf(paid), refusedByScore };
};
