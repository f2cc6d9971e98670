import type { ReferralClass, ReferralOutcome, ReferralRole, ReferralState, TaskKind } from '@contract';
import type { Steps } from '../aggregate/step';
import { deriveId } from '../kernel/ids';

/** Somebody with a part in a referral, and for which place. */
export interface ReferralParty {
  readonly memberId: string;
  readonly name: string;
  readonly areaId: string;
  readonly areaName: string;
}

/**
 * A wish handed to somebody who can do more (RULES.md section 8). It always has an owner, who is the sender until a
 * transfer is accepted, and a moment at which the program looks again.
 */
export interface Referral {
  readonly class: ReferralClass;
  readonly state: ReferralState;
  /** 1 or 2; after the second the owner stays. */
  readonly hop: number;
  /** Counts every step of every referral of the wish; names events and tasks. */
  readonly turn: number;
  readonly reason: string;
  readonly from: ReferralParty;
  readonly toAreaId: string;
  readonly toAreaName: string;
  readonly toRole: ReferralRole;
  readonly owner: ReferralParty;
  /** Who accepted without becoming the owner. */
  readonly helper: ReferralParty | null;
  readonly dueAtMs: number;
  /** How often it was asked after since the last step of a person. */
  readonly asked: number;
  readonly taskId: string | null;
  readonly outcome: ReferralOutcome | null;
  readonly note: string;
  readonly history: readonly { readonly atMs: number; readonly text: string }[];
  readonly steps: Steps;
}

/** Two hops, reminders and an end; older lines leave. */
export const REFERRAL_HISTORY_MAX = 16;
export const REFERRAL_STEPS_MAX = 20;

type ReferralTaskKind = Extract<TaskKind, 'referralOffer' | 'referralReturned' | 'referralReport' | 'referralStuck'>;

/** The id is its cause: the turn of the wish's referrals that opened it. */
export const referralTaskId = (kind: ReferralTaskKind, wishId: string, turn: number): string => deriveId('k', kind, wishId, String(turn));

export const isOpenReferral = (referral: Referral | null): referral is Referral => referral !== null && referral.state !== 'done';

/** Lines of a referral with one more. */
export const withLine = (referral: Pick<Referral, 'history'>, atMs: number, text: string): Referral['history'] => [...referral.history, { atMs, text }].slice(-REFERRAL_HISTORY_MAX);

/** Steps with one more; the oldest are forgotten. */
export const withStep = (steps: Steps, operationId: string, inputHash: string): Steps => Object.fromEntries([...Object.entries(steps), [operationId, inputHash] as const].slice(-REFERRAL_STEPS_MAX));
