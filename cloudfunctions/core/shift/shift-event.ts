import type { AbsenceReason } from '@contract';
import type { BroadcastKind } from './broadcast';

/** What happened to a shift; waits in its outbox until delivered. */
export type ShiftEvent = {
  readonly eventId: string;
  readonly atMs: number;
  /** Member who acted, or 'clock'. */
  readonly byId: string;
} & (
  | { readonly kind: 'created' }
  /** Its activity was published, or says other words. */
  | { readonly kind: 'toldWords' }
  | { readonly kind: 'changed'; readonly hasNewLead: boolean }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'leadGone' }
  /** What only the read model keeps: the sealed number, the answers. */
  | { readonly kind: 'signedUp'; readonly signUpId: string; readonly sealedPhone: string | null; readonly answers: readonly string[] }
  /** By its person: given back, off the waitlist, an offer taken or not; or by the lead about one that asked first. */
  | { readonly kind: 'signUpMoved'; readonly signUpId: string; readonly isLate: boolean; readonly reason: string }
  | { readonly kind: 'offered'; readonly signUpId: string }
  | { readonly kind: 'offerLapsed'; readonly signUpId: string }
  /** Nobody answered a sign-up that asked first: it stands. */
  | { readonly kind: 'askLapsed'; readonly signUpId: string }
  | { readonly kind: 'checkedIn'; readonly signUpId: string }
  | { readonly kind: 'minorsAlone' }
  | { readonly kind: 'reminderDue' }
  | { readonly kind: 'began' }
  | { readonly kind: 'ended' }
  | { readonly kind: 'rosterLate' }
  | { readonly kind: 'rosterConfirmed'; readonly wasLate: boolean }
  /** Some of its people are told, or their lists brought up to date. */
  | { readonly kind: 'told'; readonly about: BroadcastKind; readonly words: string; readonly sinceMs: number; readonly signUpIds: readonly string[] }
  | { readonly kind: 'broadcastOver' }
  | { readonly kind: 'endSaid'; readonly signUpId: string }
  | { readonly kind: 'absenceSaid'; readonly signUpId: string; readonly reason: AbsenceReason; readonly words: string; readonly isForStaff: boolean }
  | { readonly kind: 'absenceDecided'; readonly signUpId: string; readonly words: string }
  | { readonly kind: 'noShow'; readonly signUpId: string }
);
