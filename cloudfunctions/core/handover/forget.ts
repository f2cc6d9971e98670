import { claimsOf, isLiveOf, isPending, type Wish } from '../wish/wish';

/**
 * What handing over needed and nobody needs any more: phones and codes are gone with the claim or the wish they were
 * for, in the update that settles it (RULES.md section 1: contact only while needed).
 */
export const forgottenOf = (wish: Wish): Readonly<Record<string, null>> => {
  const ended = claimsOf(wish).filter((claim) => !isPending(claim));
  const forgotten: Record<string, null> = {};
  if (!isLiveOf(wish) && wish.contact !== null && claimsOf(wish).every((claim) => !isPending(claim))) forgotten.contact = null;
  for (const claim of ended) {
    if (claim.giverPhoneSealed !== null) forgotten[`claims.${claim.claimId}.giverPhoneSealed`] = null;
    if (claim.code !== null) forgotten[`claims.${claim.claimId}.code`] = null;
  }
  return forgotten;
};
