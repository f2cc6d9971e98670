import { DAY_MS, HOUR_MS } from '../../../cloudfunctions/core/kernel/clock';
import { decideAnswer } from '../../../cloudfunctions/core/rectification/answer-order';
import { DEMO_NOW_MS } from '../community/moments';
import { HOME_COMMUNITY } from '../community/places';
import { POORLY_RATED_WISHES } from '../wishes/poorly-rated';
import type { Stage } from './stage';
import { tellWish } from './tell-wish';

/** Turns of wishes go on from here, so that other people post these. */
const FIRST_TURN = 900;

/** The shop wrote yesterday afternoon what it does differently, so staff have it before them. */
const ANSWERED_BEFORE_MS = 16 * HOUR_MS;

/** One shop did five repairs badly. When their ratings show, an order follows by itself, as in the program. */
export function tellPoorRatings(stage: Stage): void {
  POORLY_RATED_WISHES.forEach((sketch, index) => tellWish(stage, sketch, HOME_COMMUNITY, FIRST_TURN + index));
}

/** After the sums were made: the shop answers the order. */
export function tellRectification({ town }: Stage): void {
  const nowMs = DEMO_NOW_MS - ANSWERED_BEFORE_MS;
  for (const { _id, partyId, orderedAtMs } of [...town.rated.rectifications.documents.values()]) {
    if (orderedAtMs > nowMs - DAY_MS) continue;
    const shop = town.member(partyId);
    town.rated.rectifications.act(_id, nowMs, (found) => decideAnswer(found, '徒弟手生，我没跟着去。以后我自己上门，修完当面试一遍，三天内再坏免费来修。', [], shop, { actorId: partyId, operationId: `demo-rectify-${_id}`, inputHash: 'demo', nowMs }));
  }
}
