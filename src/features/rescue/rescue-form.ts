import type { RouteName, WishDetailView } from '@contract';

/** Reads that a choice makes stale. */
export const RESCUE_STALE: readonly RouteName[] = ['staff.queue', 'wish.get', 'wish.wall', 'home.overview', 'claim.mine', 'referral.list', 'referral.get'];

export interface RescueFormProps {
  readonly wish: WishDetailView;
  /** Told what is so now. */
  readonly onDone: (words: string) => void;
}
