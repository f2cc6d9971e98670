import type { PostingLevel } from '@contract';

/** What happened to a publicity; delivered from its outbox. */
export type PublicityEvent = { readonly eventId: string; readonly atMs: number; readonly byId: string } & (
  | { readonly kind: 'started' }
  | { readonly kind: 'posted'; readonly level: PostingLevel }
  | { readonly kind: 'objected'; readonly objectionId: string }
  | { readonly kind: 'answered'; readonly objectionId: string }
  | { readonly kind: 'rescheduled' }
  | { readonly kind: 'passed' }
  /** By the answer to this objection; the others that waited need none any more. */
  | { readonly kind: 'overturned'; readonly objectionId: string }
  | { readonly kind: 'withdrawn'; readonly note: string }
  | { readonly kind: 'forgotten'; readonly fileIds: readonly string[] }
);
