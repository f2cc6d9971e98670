import { claimsOf, isPending, type Wish } from '../wish/wish';

/** A code is gone with the claim it was for, in the update that settles it. */
export const forgottenOf = (wish: Wish): Readonly<Record<string, null>> =>
  Object.fromEntries(claimsOf(wish).flatMap((claim) => (isPending(claim) || claim.code === null ? [] : [[`claims.${claim.claimId}.code`, null] as const])));
