import type { DifficultyCheckKind } from '@contract';

/** What happened to a case; delivered from its outbox. `stage` numbers the steps, so that each has a task of its own. */
export type DifficultyEvent = { readonly eventId: string; readonly atMs: number; readonly byId: string } & (
  | { readonly kind: 'suggested' }
  /** By staff at once, or from a suggestion. */
  | { readonly kind: 'opened' }
  | { readonly kind: 'checkRecorded'; readonly check: DifficultyCheckKind }
  | { readonly kind: 'publicised' }
  | { readonly kind: 'publicityPassed' }
  | { readonly kind: 'publicityOverturned' }
  | { readonly kind: 'approved' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'closed'; readonly wasPublic: boolean }
  /** `plannedMs`: the visit it is about, by the day it was planned for. */
  | { readonly kind: 'visited'; readonly plannedMs: number | null }
  | { readonly kind: 'visitDue'; readonly plannedMs: number }
  | { readonly kind: 'renewalDue' }
  | { readonly kind: 'ended' }
  | { readonly kind: 'forgotten'; readonly fileIds: readonly string[] }
);
