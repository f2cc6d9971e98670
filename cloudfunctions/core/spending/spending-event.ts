import type { ApproverRole } from '@contract';

/**
 * What happened to a spending; waits in its host's outbox until delivered. A host's own events include these
 * (`type CampaignEvent = … | SpendingEvent`), so that decisions here change any host.
 */
export type SpendingEvent = {
  readonly eventId: string;
  readonly atMs: number;
  /** Member who acted. */
  readonly byId: string;
  readonly spendingId: string;
} & (
  | { readonly kind: 'spendingAsked' }
  /** `isEnough`: with this yes it may be paid out. */
  | { readonly kind: 'spendingApproved'; readonly role: ApproverRole; readonly isEnough: boolean }
  /** `wasApproved`: it might have been paid out already, what was set aside for it comes back. */
  | { readonly kind: 'spendingRefused' | 'spendingWithdrawn'; readonly wasApproved: boolean }
  | { readonly kind: 'spendingPaid' }
);

const KINDS: readonly string[] = ['spendingAsked', 'spendingApproved', 'spendingRefused', 'spendingWithdrawn', 'spendingPaid'] satisfies readonly SpendingEvent['kind'][];

/** Whether an event of a host is about one of its spendings; the host hands it to `spendingEffectsOf`. */
export const isSpendingEvent = <E extends { readonly kind: string }>(event: E | SpendingEvent): event is SpendingEvent => KINDS.includes(event.kind);
