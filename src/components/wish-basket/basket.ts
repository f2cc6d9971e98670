import { LIMITS } from '@contract';

/** A wish of a bundle; without a title once it is gone. */
export interface PickedWish {
  readonly wishId: string;
  readonly title: string;
}

/** Ticks a wish or takes it away; more than a bundle holds are not taken. */
export function toggleWish(wishes: readonly PickedWish[], wish: PickedWish): readonly PickedWish[] {
  if (wishes.some(({ wishId }) => wishId === wish.wishId)) return wishes.filter(({ wishId }) => wishId !== wish.wishId);
  return wishes.length >= LIMITS.wishesPerCampaign ? wishes : [...wishes, wish];
}
