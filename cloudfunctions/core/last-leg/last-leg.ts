import type { LastLegState } from '@contract';
import type { Steps } from '../aggregate/step';
import { deriveId } from '../kernel/ids';
import { claimsOf, isActive, type Claim, type Wish } from '../wish/wish';

/**
 * The last leg (RULES.md section 1): what lies at a station is brought home by a neighbour. It is a wish of its own, the
 * errand, so that claiming, clocks, contact, code, dispute, points and thanks are those of every wish. The claim it is for
 * (the parent's) knows the errand's id and mirrors how it stands; the errand knows its parent. Each tells the other by events.
 */
export interface ErrandFor {
  readonly wishId: string;
  readonly claimId: string;
  /** Whoever gave the thing has a way of their own to bring it home, and may not take the errand. */
  readonly giverId: string;
  /** It lies at the station by now. */
  readonly isArrived: boolean;
  /** Its parent needs it no more: nobody may take it any longer. */
  readonly isOver: boolean;
}

/** What the parent's claim knows of its errand. */
export interface ClaimErrand {
  readonly errandId: string;
  readonly state: LastLegState;
  /** Only the recipient's side and whoever keeps the station read it. */
  readonly carrierName: string;
  /** Revision of the errand this was told at; an older telling changes nothing. */
  readonly revision: number;
  readonly takeByMs: number;
  /** Acts of asking and calling off → hash of their input; at most two a round. */
  readonly steps: Steps;
}

/** The same claim's same round is the same errand, however often it is asked for. */
export const errandIdOf = (claimId: string, round: number): string => deriveId('w', 'errand', claimId, String(round));

/** Whether a wish is the last leg of another's gift. */
export const isErrand = (wish: Pick<Wish, 'errandFor'>): boolean => (wish.errandFor ?? null) !== null;

const LIVE: readonly LastLegState[] = ['asked', 'taken', 'brought'];

export const isLegLive = (errand: Pick<ClaimErrand, 'state'> | null): boolean => errand !== null && LIVE.includes(errand.state);

/** How an errand stands, as its parent mirrors it. */
export const legOf = (errand: Wish): Pick<ClaimErrand, 'state' | 'carrierName'> => {
  const claims = claimsOf(errand);
  const named = (state: LastLegState, claim: Claim | undefined): Pick<ClaimErrand, 'state' | 'carrierName'> => ({ state, carrierName: claim?.claimerName ?? '' });
  const confirmed = claims.find((claim) => claim.state === 'confirmed');
  if (confirmed !== undefined) return named('received', confirmed);
  if (errand.state === 'expired') return named('unanswered', undefined);
  if (errand.state !== 'open') return named('withdrawn', undefined);
  const active = claims.find(isActive);
  return active === undefined ? named('asked', undefined) : named(active.state === 'delivered' ? 'brought' : 'taken', active);
};
