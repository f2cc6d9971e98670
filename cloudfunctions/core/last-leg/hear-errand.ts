import { leaving, sharesGuard } from '../claim/claim-parts';
import { findClaim } from '../claim/claim-step';
import type { EffectOf } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import { accept, type Result } from '../kernel/result';
import type { Claim, Wish } from '../wish/wish';
import { changed, is, REPLAY, type Outcome } from '../wish/wish-change';

type Told = EffectOf<'tellLastLeg'>;

/** Confirmed with the errand: it came home, so it came, whatever the giver has said so far. */
const cameHome = (wish: Wish, claim: Claim, told: Told): Pick<Parameters<typeof changed>[0], 'when' | 'set' | 'add' | 'leaves'> => {
  const path = `claims.${claim.claimId}`;
  const { when, leaves } = leaving(wish, claim);
  return {
    when: { [`${path}.state`]: is(claim.state), [`${path}.isDisputed`]: is(false), [`${path}.isOverdue`]: is(claim.isOverdue), ...sharesGuard(claim), ...when },
    set: {
      [`${path}.state`]: 'confirmed',
      [`${path}.deliveredAtMs`]: claim.deliveredAtMs ?? told.atMs,
      [`${path}.deliveredById`]: claim.deliveredById ?? claim.contactId,
      [`${path}.confirmedAtMs`]: told.atMs,
      [`${path}.confirmedBy`]: told.byId,
      [`${path}.endedAtMs`]: told.atMs,
      [`${path}.isOverdue`]: false,
    },
    add: claim.state === 'planned' ? { sharesHeld: -claim.shares, sharesDelivered: claim.shares } : {},
    leaves,
  };
};

const isStillRunning = (claim: Claim): boolean => (claim.state === 'planned' || claim.state === 'delivered') && !claim.isDisputed;

/**
 * The parent hears how its errand stands: mirrored once, in the order of the errand's revisions. Received at the door means
 * that the gift is confirmed, unless staff sort something out about it or it ended before.
 */
export const decideLegTold = (wish: Wish, told: Told): Result<Outcome> => {
  const claim = findClaim(wish, told.claimId);
  const errand = claim?.errand ?? null;
  if (claim === null || errand === null || errand.errandId !== told.errandId || told.revision <= errand.revision) return accept(REPLAY);
  // Called off here already; the errand says so itself a moment later.
  if (errand.state === 'withdrawn' && (told.state === 'asked' || told.state === 'taken')) return accept(REPLAY);
  if (errand.state === told.state && errand.carrierName === told.carrierName) return accept(REPLAY);
  const path = `claims.${claim.claimId}`;
  const confirms = told.state === 'received' && isStillRunning(claim);
  const home = confirms ? cameHome(wish, claim, told) : { when: {}, set: {}, add: {}, leaves: {} };
  const common = { claimId: claim.claimId, eventId: deriveId('e', told.errandId, 'told', String(told.revision)), atMs: told.atMs, byId: told.byId };
  return accept(
    changed({
      when: { [`${path}.errandRound`]: is(claim.errandRound), [`${path}.errand.revision`]: is(errand.revision), ...home.when },
      set: { [`${path}.errand.state`]: told.state, [`${path}.errand.carrierName`]: told.carrierName, [`${path}.errand.revision`]: told.revision, ...home.set },
      add: home.add ?? {},
      leaves: home.leaves ?? {},
      event: confirms ? { kind: 'claimHandedOver', wasOverdue: claim.isOverdue, round: claim.extensionCount, ...common } : { kind: 'errandTold', legState: told.state, legRound: claim.errandRound - 1, ...common },
    }),
  );
};
