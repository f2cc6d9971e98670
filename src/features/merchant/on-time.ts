import type { ClaimView } from '@contract';

/** A plain fraction, never a grade: `onTime` of `delivered` claims arrived by the day that was promised. */
export interface OnTime {
  readonly onTime: number;
  readonly total: number;
}

/**
 * Pure: counts ended claims. What was given back in time is left out, because giving back is never held against
 * anybody; a hold that ran out after a plan was made counts as a promise not kept.
 */
export function countOnTime(ended: readonly ClaimView[]): OnTime {
  const promises = ended.filter((claim) => claim.state === 'confirmed' || (claim.state === 'lapsed' && claim.plan !== null));
  return { onTime: promises.filter(wasOnTime).length, total: promises.length };
}

function wasOnTime(claim: ClaimView): boolean {
  if (claim.state !== 'confirmed') return false;
  if (claim.deliveredAtMs === null || claim.deliverByMs === null) return true;
  return claim.deliveredAtMs <= claim.deliverByMs;
}

/** Moment by which an open claim wants something from its giver: plan it, or deliver it. */
export function dueAtMs(claim: ClaimView): number {
  if (claim.state === 'held') return claim.holdUntilMs;
  return claim.plan?.deliverAtMs ?? claim.deliverByMs ?? claim.confirmByMs ?? claim.holdUntilMs;
}

/** Pure: claims that still wait for their giver, the earliest first. */
export function toDeliver(open: readonly ClaimView[]): readonly ClaimView[] {
  return open
    .filter((claim) => claim.nextStep === 'plan' || claim.nextStep === 'deliver')
    .sort((a, b) => dueAtMs(a) - dueAtMs(b));
}
