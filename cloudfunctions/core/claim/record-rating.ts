import type { Satisfaction } from '@contract';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import type { Wish } from '../wish/wish';
import { changed, is, REPLAY, type Outcome } from '../wish/wish-change';
import { findClaim } from './claim-step';

/** Notes on the wish that a confirmed claim was rated, once; the rating itself stands in its own document. */
export const decideRated = (wish: Wish, claimId: string, satisfaction: Satisfaction, raterId: string, nowMs: number): Result<Outcome> => {
  const claim = findClaim(wish, claimId);
  if (claim === null) return refuse('NOT_FOUND');
  if (claim.satisfaction !== null) return accept(REPLAY);
  if (claim.state !== 'confirmed') return refuse('RATING_TOO_EARLY');
  return accept(
    changed({
      when: { [`claims.${claimId}.state`]: is('confirmed'), [`claims.${claimId}.satisfaction`]: is(null) },
      set: { [`claims.${claimId}.satisfaction`]: satisfaction },
      event: { kind: 'claimRated', claimId, eventId: deriveId('e', 'rated', claimId), atMs: nowMs, byId: raterId },
    }),
  );
};
