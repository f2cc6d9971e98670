import type { AggregateKind, Due } from '../aggregate/aggregate-kind';
import type { Effect } from '../effect/effect';
import { unsatisfiedPeopleOf } from './judge-sum';
import { rectificationIdOf, revealedByClock, revealedFrom, type RatingSum, type RatingSumEvent } from './rating-sum';
import { peopleOf } from './score';

const opening = (sum: RatingSum, event: RatingSumEvent): readonly Effect[] => {
  if (event.kind === 'rectified' || event.order === null) return [];
  const { _id, partyId, giverKind, partyText, communityId, areaIds } = sum;
  return [{ kind: 'openRectification', rectificationId: rectificationIdOf(event.eventId), sumId: _id, party: { partyId, kind: giverKind, text: partyText }, poor: event.order, communityId, areaIds, atMs: event.atMs }];
};

/** What shows of people who rated since the order. */
const tellingSince = (sum: RatingSum, event: RatingSumEvent): readonly Effect[] => {
  if (sum.rectification === null) return [];
  const { rectificationId, sinceMs } = sum.rectification;
  const shown = revealedFrom(sum.tallies, event.atMs).shown.filter(({ atMs }) => atMs > sinceMs);
  return shown.length === 0 ? [] : [{ kind: 'ratedSince', rectificationId, since: { people: peopleOf(shown), unsatisfied: unsatisfiedPeopleOf(shown), revision: sum.revision }, atMs: event.atMs }];
};

const clocksOf = (sum: RatingSum, nowMs: number): readonly Due<RatingSumEvent>[] => (sum.revealsAtMs === null ? [] : [{ atMs: sum.revealsAtMs, change: revealedByClock(sum, sum.revealsAtMs, nowMs) }]);

export const RATING_SUM_KIND: AggregateKind<RatingSum, RatingSumEvent> = { collection: 'ratingSums', effectsOf: (sum, event) => [...opening(sum, event), ...tellingSince(sum, event)], clocksOf };
