import type { Effect, EffectOf } from '../../../cloudfunctions/core/effect/effect';
import type { Member } from '../../../cloudfunctions/core/member/member';
import type { Person } from '../../../cloudfunctions/core/person/person';
import { decideRectified, decideTally, newRatingSum, partyTextOf, type RatingSum, type RatingSumEvent } from '../../../cloudfunctions/core/rating-sum/rating-sum';
import { RATING_SUM_KIND } from '../../../cloudfunctions/core/rating-sum/rating-sum-kind';
import { newRectification, orderTaskIdOf, type Rectification } from '../../../cloudfunctions/core/rectification/rectification';
import type { RectificationEvent } from '../../../cloudfunctions/core/rectification/rectification-event';
import { RECTIFICATION_KIND } from '../../../cloudfunctions/core/rectification/rectification-kind';
import { decideRatedSince } from '../../../cloudfunctions/core/rectification/review-answer';
import type { Assignee } from '../../../cloudfunctions/core/staff/task';
import type { Unit } from '../../../cloudfunctions/core/unit/unit';
import { AggregateShelf } from './aggregate-shelf';

/** What a rating brings about among sums and orders. */
export type RatedEffect = EffectOf<'tallyRating' | 'openRectification' | 'ratedSince' | 'rectified' | 'firstOffer'>;

const RATED_KINDS: readonly string[] = ['tallyRating', 'openRectification', 'ratedSince', 'rectified', 'firstOffer'] satisfies readonly RatedEffect['kind'][];

export const isRatedEffect = (effect: Effect): effect is RatedEffect => RATED_KINDS.includes(effect.kind);

/** Who gave, by their id; and who stands in for the community. */
export interface Parties {
  readonly member: (id: string) => Member | null;
  /** A unit, or a shop that is a party of its own. */
  readonly unit: (id: string) => Pick<Unit, 'name'> | null;
  readonly person: (id: string) => Person | null;
  readonly socialWorker: (areaIds: readonly string[], cause: string) => Assignee | null;
}

/** What people think of each party, and the orders that follow from it. */
export class RatingShelves {
  readonly sums: AggregateShelf<RatingSum, RatingSumEvent>;
  readonly rectifications: AggregateShelf<Rectification, RectificationEvent>;

  private readonly waiting: EffectOf<'tallyRating'>[] = [];

  constructor(
    private readonly parties: Parties,
    carryOut: (effect: Effect) => void,
  ) {
    this.sums = new AggregateShelf(RATING_SUM_KIND, carryOut);
    this.rectifications = new AggregateShelf(RECTIFICATION_KIND, carryOut);
  }

  carryOut(effect: RatedEffect): void {
    switch (effect.kind) {
      case 'tallyRating':
        return void this.waiting.push(effect);
      case 'openRectification':
        return this.rectifications.insert(newRectification(effect, this.parties.socialWorker(effect.areaIds, orderTaskIdOf(effect.rectificationId))), effect.atMs);
      case 'ratedSince':
        return this.rectifications.act(effect.rectificationId, effect.atMs, (found) => decideRatedSince(found, effect.since, effect.atMs));
      case 'firstOffer':
        // Sums are told last, so nobody is thanked yet while wishes are told.
        return;
      case 'rectified':
        return this.sums.act(effect.sumId, effect.atMs, (sum) => decideRectified(sum, effect.rectificationId, effect.atMs));
    }
  }

  /** Stories are told one after another, their ratings came mixed: what people rated is taken in as it came, and clocks are heard. */
  tellAll(nowMs: number): void {
    for (const effect of [...this.waiting].sort((a, b) => a.atMs - b.atMs)) this.tally(effect);
    for (const sumId of this.sums.documents.keys()) this.sums.advance(sumId, nowMs);
  }

  private tally(effect: EffectOf<'tallyRating'>): void {
    const { rated, communityId, tally, atMs } = effect;
    const { partyId } = rated;
    const fresh = newRatingSum(effect, partyTextOf(rated.kind, communityId, { member: this.parties.member(partyId), unit: this.parties.unit(partyId), person: this.parties.person(partyId) }));
    if (this.sums.documents.has(fresh._id)) return this.sums.act(fresh._id, atMs, (sum) => decideTally(sum, tally, atMs));
    this.sums.insert(fresh, atMs);
  }
}
