import type { OutboxEvent } from '../aggregate/aggregate';

/** What happened to a certificate. */
export type CertificateEvent = OutboxEvent & ({ readonly kind: 'issued' } | { readonly kind: 'awarded' } | { readonly kind: 'nameShown' } | { readonly kind: 'revoked'; readonly reason: string });
