import type { Role } from '@contract';

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
  | { readonly kind: 'left' }
);
