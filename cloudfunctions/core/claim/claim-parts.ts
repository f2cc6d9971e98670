import { deriveId } from '../kernel/ids';
import { claimsOf, isActive, type Claim, type Wish } from '../wish/wish';
import { is, type Change, type Condition } from '../aggregate/change';
import type { WishEvent } from '../wish/wish-event';

/**
 * A claim that is delivered in parts becomes several claims of one giver: each part has its own proof and confirmation.
 * `activeClaimerIds` holds a giver once as long as any part is active, so whoever ends a part looks at the others.
 */
const ACTIVE_STATES = ['held', 'planned', 'delivered'] as const;

/** The id of the part that a delivery splits off; its cause is the claim and the act. */
export const partIdOf = (claimId: string, operationId: string): string => deriveId('c', claimId, operationId);

/** The claim that was held in the first place: all parts of it earn once. */
export const rootIdOf = (claim: Claim): string => claim.splitFromId ?? claim.claimId;

const othersOf = (wish: Wish, claim: Claim): readonly Claim[] => claimsOf(wish).filter((other) => other.claimId !== claim.claimId && other.claimerId === claim.claimerId && isActive(other));

type Leaving = Pick<Change<WishEvent>, 'leaves'> & { readonly when: Readonly<Record<string, Condition>> };

/**
 * What ending a claim takes out of `activeClaimerIds`: the giver when no other part of theirs is active. As long as one is,
 * the guard holds on to it, so that two parts ending at once never leave the giver behind.
 */
export const leaving = (wish: Wish, claim: Claim): Leaving => {
  const [other] = othersOf(wish, claim);
  if (other === undefined) return { when: {}, leaves: { activeClaimerIds: claim.claimerId } };
  return { when: { [`claims.${other.claimId}.state`]: { in: ACTIVE_STATES } }, leaves: {} };
};

/** The shares of a claim are still as they were read; for steps that move some or all of them. */
export const sharesGuard = (claim: Claim): Readonly<Record<string, Condition>> => ({ [`claims.${claim.claimId}.shares`]: is(claim.shares) });

/** All parts of what was held in the first place, this one included. */
export const partsOf = (wish: Wish, claim: Claim): readonly Claim[] => claimsOf(wish).filter((part) => rootIdOf(part) === rootIdOf(claim));

/** The part that was confirmed first, leaving out `without`; null when none is. */
export const firstConfirmedOf = (wish: Wish, claim: Claim, without: string | null = null): Claim | null => {
  const confirmed = partsOf(wish, claim).filter((part) => part.confirmedAtMs !== null && part.claimId !== without);
  return [...confirmed].sort((a, b) => (a.confirmedAtMs ?? 0) - (b.confirmedAtMs ?? 0) || (a.claimId < b.claimId ? -1 : 1))[0] ?? null;
};

/** Whether this is the part of a held claim that was confirmed first; only that one earns. */
export const isFirstConfirmed = (wish: Wish, claim: Claim): boolean => {
  const first = firstConfirmedOf(wish, claim);
  return first === null || first.claimId === claim.claimId;
};
