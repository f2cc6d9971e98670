import { changedBy, is, REPLAY, type OutcomeOf } from '../aggregate/change';
import type { EffectOf } from '../effect/effect';
import { DAY_MS } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { accept, type Result } from '../kernel/result';
import { RULES } from '../rules';
import { isPraiseworthy } from './judge-sum';
import { revealedFrom, type RatingSum, type RatingSumEvent } from './rating-sum';

const WEEK_MS = 7 * DAY_MS;

/**
 * Whether a thanked party is told first of an urgent wish of a kind it has helped with (奖优): while that is still earned,
 * never of its own wish, and within so many a day and a week. A second time it is a replay; when it is not offered, too.
 */
export const decideOffer = (sum: RatingSum, wish: EffectOf<'firstOffer'>): Result<OutcomeOf<RatingSumEvent>> => {
  const { wishId, category, title, pictureKey, recipientIds, atMs } = wish;
  const { shown } = revealedFrom(sum.tallies, atMs);
  const recent = Object.entries(sum.offers).filter(([, offeredAtMs]) => offeredAtMs > atMs - WEEK_MS);
  const today = recent.filter(([, offeredAtMs]) => offeredAtMs > atMs - DAY_MS);
  const isBusy = recent.length >= RULES.ratingSum.offersPerWeek || today.length >= RULES.ratingSum.offersPerDay;
  const isTheirs = shown.some((tally) => tally.category === category) && !recipientIds.includes(sum.partyId);
  if (Object.hasOwn(sum.offers, wishId) || isBusy || !isTheirs || !isPraiseworthy(shown)) return accept(REPLAY);
  return accept(
    changedBy<RatingSumEvent>({
      when: { revision: is(sum.revision) },
      set: { offers: Object.fromEntries([...recent, [wishId, atMs]]) },
      event: { kind: 'offered', wishId, title, pictureKey, eventId: deriveId('e', sum._id, 'offered', wishId), atMs, byId: 'clock' },
    }),
  );
};
