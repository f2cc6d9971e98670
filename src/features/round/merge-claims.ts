import type { HallClaimView } from '@contract';

/** More names than a screen ever shows are not kept. */
const KEPT = 40;

/** Pure: what was seen and what came, each once, the newest first. Looks overlap, so most of what comes is known. */
export function mergeClaims(seen: readonly HallClaimView[], fresh: readonly HallClaimView[]): readonly HallClaimView[] {
  const byId = new Map([...seen, ...fresh].map((claim) => [claim.claimId, claim]));
  return [...byId.values()].sort((a, b) => b.heldAtMs - a.heldAtMs || (a.claimId < b.claimId ? -1 : 1)).slice(0, KEPT);
}
