import { leaving, sharesGuard } from '../claim/claim-parts';
import type { EffectOf } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import { accept, type Result } from '../kernel/result';
import { claimsOf, isPending, type Claim, type Wish } from '../wish/wish';
import { changed, is, REPLAY, type Outcome } from '../wish/wish-change';

type Told = EffectOf<'tellErrand'>;

const commonOf = (errand: Wish, told: Told) => ({ eventId: deriveId('e', errand._id, told.news, told.causeId), atMs: told.atMs, byId: told.byId });

/** The update is about everything that was read: whoever takes or brings it in the same moment comes before or after. */
const unchanged = (errand: Wish) => ({ revision: is(errand.revision) });

/** Whoever was on the way need not go. */
const calledOff = (errand: Wish, claim: Claim, told: Told): Outcome => {
  const path = `claims.${claim.claimId}`;
  const { when, leaves } = leaving(errand, claim);
  return changed({
    when: { ...unchanged(errand), ...sharesGuard(claim), ...when },
    set: {
      'errandFor.isOver': true, state: 'withdrawn', endedAtMs: told.atMs,
      [`${path}.state`]: 'cancelled', [`${path}.endedAtMs`]: told.atMs, [`${path}.plan`]: null, [`${path}.isOverdue`]: false,
    },
    add: { sharesLeft: claim.shares, sharesHeld: -claim.shares },
    leaves,
    event: { kind: 'errandOver', claimId: claim.claimId, note: told.note, wasOverdue: claim.isOverdue, round: claim.extensionCount, ...commonOf(errand, told) },
  });
};

/** The recipient said at the gift itself that it came: whoever says they brought it did. */
const thanked = (errand: Wish, claim: Claim, told: Told): Outcome => {
  const path = `claims.${claim.claimId}`;
  const { when, leaves } = leaving(errand, claim);
  return changed({
    when: { ...unchanged(errand), ...when },
    set: { 'errandFor.isOver': true, [`${path}.state`]: 'confirmed', [`${path}.confirmedAtMs`]: told.atMs, [`${path}.confirmedBy`]: told.byId, [`${path}.endedAtMs`]: told.atMs },
    leaves,
    event: { kind: 'claimConfirmed', claimId: claim.claimId, ...commonOf(errand, told) },
  });
};

const over = (errand: Wish, told: Told): Outcome => {
  const pending = claimsOf(errand).find(isPending);
  if (pending === undefined) {
    return changed({
      when: unchanged(errand),
      set: { 'errandFor.isOver': true, state: 'withdrawn', endedAtMs: told.atMs },
      event: { kind: 'withdrawn', closesTaskId: null, closesNoticeId: null, ...commonOf(errand, told) },
    });
  }
  if (!pending.isDisputed && (pending.state === 'held' || pending.state === 'planned')) return calledOff(errand, pending, told);
  if (!pending.isDisputed && pending.state === 'delivered' && told.isReceived) return thanked(errand, pending, told);
  // Brought already, or staff sort it out: that goes on by itself, only nobody takes it anew.
  return changed({ when: unchanged(errand), set: { 'errandFor.isOver': true }, event: { kind: 'errandEnding', ...commonOf(errand, told) } });
};

const arrived = (errand: Wish, told: Told): Outcome => changed({ when: { state: is('open'), 'errandFor.isArrived': is(false) }, set: { 'errandFor.isArrived': true }, event: { kind: 'errandArrived', ...commonOf(errand, told) } });

/** The errand hears from its parent: the thing lies at the station, or is needed no more. Told twice, it changes once. */
export const decideErrandTold = (errand: Wish, told: Told): Result<Outcome> => {
  const { errandFor } = errand;
  if (!errandFor || errand.state !== 'open' || errandFor.isOver) return accept(REPLAY);
  if (told.news === 'arrived') return accept(errandFor.isArrived ? REPLAY : arrived(errand, told));
  // Brought and confirmed: about to be completed.
  if (errand.sharesDelivered === errand.sharesWanted && !claimsOf(errand).some(isPending)) return accept(REPLAY);
  return accept(over(errand, told));
};
