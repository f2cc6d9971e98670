import type { Role } from '@contract';
import type { WhoIsGone } from '../erase/gone';

/** What happened to a member and must be told elsewhere: written by the update that made it happen, delivered idempotently. */
export type MemberEvent = {
  readonly eventId: string;
  readonly atMs: number;
  /** Member who acted. */
  readonly byId: string;
} & (
  | { readonly kind: 'roleGranted'; readonly role: Role; readonly areaId: string; readonly areaName: string }
  | { readonly kind: 'roleRevoked'; readonly role: Role; readonly areaId: string; readonly areaName: string }
  | { readonly kind: 'frozen'; readonly untilMs: number; readonly reason: string; readonly areaId: string }
  /** Who they were, until it is taken out of what others were told; absent in events older than the rule. */
  | { readonly kind: 'left'; readonly gone?: WhoIsGone }
);
