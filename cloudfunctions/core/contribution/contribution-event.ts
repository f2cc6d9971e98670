import type { RefundReason } from '@contract';
import type { OutboxEvent } from '../aggregate/aggregate';

export type ContributionEvent = OutboxEvent &
  (
    | { readonly kind: 'ordered' | 'paid' | 'closed' | 'looked' | 'ended' | 'refundAsked' | 'refundRefused' | 'refundStuck' | 'refunded' | 'returnRecorded' | 'returned' }
    /** Money came that is not to stay: what WeChat says came, not what was ordered. */
    | { readonly kind: 'cameBack'; readonly reason: Extract<RefundReason, 'late' | 'mismatch'>; readonly wasOpen: boolean }
    | { readonly kind: 'refundBegun' | 'returnBegun'; readonly reason: RefundReason }
    | { readonly kind: 'entered' | 'cashConfirmed' }
    | { readonly kind: 'cashRefused'; readonly note: string }
  );
