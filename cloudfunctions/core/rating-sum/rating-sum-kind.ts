import type { AggregateKind, Due } from '../aggregate/aggregate-kind';
import type { Effect } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import { unsatisfiedPeopleOf } from './judge-sum';
import { rectificationIdOf, revealedByClock, revealedFrom, type RatingSum, type RatingSumEvent } from './rating-sum';
import { peopleOf } from './score';

const isSeeing = (event: RatingSumEvent): event is Extract<RatingSumEvent, { readonly kind: 'tallied' | 'revealed' }> => event.kind === 'tallied' || event.kind === 'revealed';

const opening = (sum: RatingSum, event: RatingSumEvent): readonly Effect[] => {
  if (!isSeeing(event) || event.order === null) return [];
  const { _id, partyId, giverKind, partyText, communityId, areaIds } = sum;
  return [{ kind: 'openRectification', rectificationId: rectificationIdOf(event.eventId), sumId: _id, party: { partyId, kind: giverKind, text: partyText }, poor: event.order, communityId, areaIds, atMs: event.atMs }];
};

/** What shows of people who rated since the order. */
const tellingSince = (sum: RatingSum, event: RatingSumEvent): readonly Effect[] => {
  if (sum.rectification === null || !isSeeing(event)) return [];
  const { rectificationId, sinceMs } = sum.rectification;
  const shown = revealedFrom(sum.tallies, event.atMs).shown.filter(({ atMs }) => atMs > sinceMs);
  return shown.length === 0 ? [] : [{ kind: 'ratedSince', rectificationId, since: { people: peopleOf(shown), unsatisfied: unsatisfiedPeopleOf(shown), revision: sum.revision }, atMs: event.atMs }];
};

const hiding = (sum: RatingSum, event: RatingSumEvent): readonly Effect[] =>
  event.kind !== 'replyHidden'
    ? []
    : [{
        kind: 'notice', noticeId: deriveId('n', event.eventId, sum.partyId), memberId: sum.partyId, title: '您的回应，社区收起来了', body: sum.reply?.hiddenNote ?? '', pictureKey: 'hand',
        target: { page: 'ratingSums', wishId: null, claimId: null, subjectId: sum._id }, todo: null, atMs: event.atMs,
      }];

const praising = (sum: RatingSum, event: RatingSumEvent): readonly Effect[] =>
  !isSeeing(event) || !event.isPraised
    ? []
    : [{
        kind: 'notice', noticeId: deriveId('n', 'praise', sum._id), memberId: sum.partyId, title: '邻居们很满意，谢谢您', body: '愿意让大家看到这声谢谢吗？打开点一下就放上，随时可以收回。', pictureKey: 'hand',
        target: { page: 'ratingSums', wishId: null, claimId: null, subjectId: sum._id }, todo: null, atMs: event.atMs,
      }];

const offering = (sum: RatingSum, event: RatingSumEvent): readonly Effect[] =>
  event.kind !== 'offered'
    ? []
    : [{
        kind: 'notice', noticeId: deriveId('n', event.eventId, sum.partyId), memberId: sum.partyId, title: '有件急的，先告诉您', body: `“${event.title}”，您帮过这一类，邻居们很满意。顺手就看看，不方便也没关系。`, pictureKey: event.pictureKey,
        target: { page: 'wishDetail', wishId: event.wishId, claimId: null }, todo: null, atMs: event.atMs,
      }];

const clocksOf = (sum: RatingSum, nowMs: number): readonly Due<RatingSumEvent>[] => (sum.revealsAtMs === null ? [] : [{ atMs: sum.revealsAtMs, change: revealedByClock(sum, sum.revealsAtMs, nowMs) }]);

export const RATING_SUM_KIND: AggregateKind<RatingSum, RatingSumEvent> = { collection: 'ratingSums', effectsOf: (sum, event) => [...opening(sum, event), ...tellingSince(sum, event), ...hiding(sum, event), ...praising(sum, event), ...offering(sum, event)], clocksOf };
