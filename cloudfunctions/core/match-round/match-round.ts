import type { MatchFiguresView, MatchProposalState, MatchReportView, MatchRoundState, WishCategory } from '@contract';
import { STEPS_MAX } from '../aggregate/versioned';
import type { Step, Steps } from '../aggregate/step';
import type { Member } from '../member/member';
import { RULES } from '../rules';

/** A change staff made to what was computed; it counts from the next solving on. */
export interface MatchOverride {
  readonly wishId: string;
  readonly supplyId: string;
  readonly kind: 'forbid' | 'force';
  readonly reason: string;
  /** Said after this solving; counts from the next. */
  readonly run: number;
  readonly byId: string;
  readonly byName: string;
  readonly atMs: number;
}

/** What it does now; `idle` where it waits for somebody. Each step saves its result first and where it is after. */
export type MatchPhase = 'offers' | 'wishes' | 'solve' | 'rows' | 'send' | 'fold' | 'idle';

/** How far the pass is: places in what is read, and what was saved of it. */
export interface MatchWork {
  readonly phase: MatchPhase;
  /** The last offer or wish that was read, as its values in the order of the list. */
  readonly after: readonly (string | number)[] | null;
  readonly offerPages: number;
  readonly wishPages: number;
  readonly offers: number;
  readonly wishes: number;
  readonly offersBarred: number;
  readonly offersPushed: number;
  readonly rowPages: number;
  /** Givers who were told, of how many. */
  readonly giversTold: number;
  readonly givers: number;
  /** Proposals of this pass. */
  readonly sent: number;
}

/** The report so far: answers counted in the order of wishes. */
export interface MatchFold {
  readonly after: readonly (string | number)[] | null;
  readonly lastServedWishId: string | null;
  readonly served: number;
  readonly servedShares: number;
  readonly states: Readonly<Record<MatchProposalState, number>>;
  readonly servedByArea: Readonly<Record<string, number>>;
}

/**
 * A round of matching (供需配对): one document, one round at a time in a community. It works in small steps, each saved
 * under a guard on `version`; what a step writes elsewhere has an id made from round, pass and place, so that a step done
 * twice is done once. It has no outbox: its notices are written by such steps.
 */
export interface MatchRound {
  readonly _id: string;
  readonly communityId: string;
  readonly communityName: string;
  readonly n: number;
  readonly state: MatchRoundState;
  readonly version: number;
  readonly steps: Steps;
  readonly operationId: string;
  readonly inputHash: string;
  readonly categories: readonly WishCategory[] | null;
  /** Of 10,000, for a pair of who waits longest. */
  readonly fairnessBonus: number;
  readonly answerHours: number;
  readonly startedById: string;
  readonly startedByName: string;
  readonly startedAtMs: number;
  /** From 1; what was declined is solved again in the next. */
  readonly pass: number;
  /** How often the pass was solved. */
  readonly run: number;
  /** Of each pass that was sent, the solving that was. */
  readonly sentRuns: readonly number[];
  readonly work: MatchWork;
  readonly overrides: readonly MatchOverride[];
  /** Whether any were said since it was solved last. */
  readonly isChanged: boolean;
  readonly figures: MatchFiguresView | null;
  readonly previewSinceMs: number | null;
  /** Pages of rows of the first pass. */
  readonly previewPages: number;
  readonly sentAtMs: number | null;
  readonly answerByMs: number | null;
  /** Proposals over all passes. */
  readonly sent: number;
  readonly fold: MatchFold | null;
  readonly report: MatchReportView | null;
  readonly endedAtMs: number | null;
  readonly note: string;
  readonly wakeAtMs: number;
}

export const matchRoundIdOf = (communityId: string, n: number): string => `mr_${communityId}_${String(n)}`;

export const NEW_WORK: MatchWork = { phase: 'offers', after: null, offerPages: 0, wishPages: 0, offers: 0, wishes: 0, offersBarred: 0, offersPushed: 0, rowPages: 0, giversTold: 0, givers: 0, sent: 0 };

export interface MatchOptions {
  readonly categories: readonly WishCategory[] | null;
  readonly isFair: boolean;
  readonly answerHours: number;
}

/** Pure: the `n`-th round of a community, about to read. */
export const newMatchRound = (community: { readonly communityId: string; readonly communityName: string }, n: number, options: MatchOptions, starter: Pick<Member, '_id' | 'displayName'>, step: Step): MatchRound => ({
  _id: matchRoundIdOf(community.communityId, n),
  ...community, n, state: 'collecting', version: 1, steps: {}, operationId: step.operationId, inputHash: step.inputHash,
  categories: options.categories, fairnessBonus: options.isFair ? RULES.matchRound.fairnessBonus : 0, answerHours: options.answerHours,
  startedById: starter._id, startedByName: starter.displayName, startedAtMs: step.nowMs,
  pass: 1, run: 0, sentRuns: [], work: NEW_WORK, overrides: [], isChanged: false, figures: null,
  previewSinceMs: null, previewPages: 0, sentAtMs: null, answerByMs: null, sent: 0, fold: null, report: null, endedAtMs: null, note: '', wakeAtMs: step.nowMs,
});

export const isOver = ({ state }: Pick<MatchRound, 'state'>): boolean => state === 'ended' || state === 'cancelled';

const PHASES: Readonly<Record<MatchRoundState, readonly MatchPhase[]>> = { collecting: ['offers', 'wishes'], solving: ['solve', 'rows'], preview: ['idle'], sending: ['send'], open: ['idle'], reporting: ['fold'], ended: ['idle'], cancelled: ['idle'] };

/** What must hold at every moment. */
export const isMatchRoundCoherent = (round: MatchRound): boolean =>
  PHASES[round.state].includes(round.work.phase) &&
  isOver(round) === (round.endedAtMs !== null) &&
  (round.state === 'ended') === (round.report !== null) &&
  (round.state === 'reporting') === (round.fold !== null) &&
  (round.state !== 'cancelled' || round.sentAtMs === null) &&
  round.pass >= 1 && round.pass <= RULES.matchRound.passes &&
  round.overrides.length <= RULES.matchRound.overrides &&
  Object.keys(round.steps).length <= STEPS_MAX;
