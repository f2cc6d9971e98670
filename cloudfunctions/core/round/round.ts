import type { RoundKind, RoundState } from '@contract';
import type { Aggregate } from '../aggregate/aggregate';
import type { Steps } from '../aggregate/step';
import { RULES } from '../rules';
import type { RoundEvent } from './round-event';
import type { RoundFold, RoundReport } from './round-fold';

/**
 * A themed round (期) or an on-site claim event (爱心认领活动): one document that says which wishes stand in it, when it
 * runs, and afterwards what came of it. The round is the truth of its list and its cap, `wish.roundId` of "at most one
 * round": the round takes a wish first, the wish then joins or, when it stands in another round, is dropped again.
 */
export interface Round extends Aggregate<RoundEvent> {
  readonly kind: RoundKind;
  readonly state: RoundState;
  readonly title: string;
  readonly theme: string;
  readonly areaId: string;
  readonly areaIds: readonly string[];
  readonly areaName: string;
  /** What lists ask by. */
  readonly streetId: string;
  readonly organiserId: string;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  /** Null for a round without a screen. */
  readonly screenCode: string | null;
  readonly wishIds: readonly string[];
  readonly openedAtMs: number | null;
  readonly endedAtMs: number | null;
  /** Of a cancelled round: how many of its wishes were told to leave. */
  readonly releasedWishes: number;
  /** While the report is being made: how far it is. */
  readonly fold: RoundFold | null;
  readonly report: RoundReport | null;
  readonly reportedAtMs: number | null;
  readonly reportDueAtMs: number | null;
  /** Counts the reports begun. */
  readonly reportPass: number;
  /** Counts the commands, so that each is decided on what stands. */
  readonly version: number;
  readonly inputHash: string;
  /** Ids of the last commands → hash of their input; at most `ROUND_STEPS_MAX`. */
  readonly steps: Steps;
}

export const ROUND_STEPS_MAX = 40;

export const wishesMaxOf = (kind: RoundKind): number => (kind === 'onSite' ? RULES.round.onSiteWishesMax : RULES.round.wishesMax);

/** What must hold at every moment; a false is a defect. */
export const isRoundCoherent = (round: Round): boolean =>
  new Set(round.wishIds).size === round.wishIds.length &&
  round.wishIds.length <= wishesMaxOf(round.kind) &&
  Object.keys(round.outbox).length === round.pendingEvents &&
  Object.keys(round.steps).length <= ROUND_STEPS_MAX &&
  (round.fold === null || round.state === 'closed');
