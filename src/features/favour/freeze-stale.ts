import type { RouteName } from '@contract';

/** Reads that a step of a freeze makes stale. */
export const FREEZE_STALE: readonly RouteName[] = ['favour.readFreeze', 'favour.report', 'staff.queue'];
