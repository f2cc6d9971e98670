import { activityHandlers } from './activity/activity.routes';
import { areaHandlers } from './area/area.routes';
import { benefitHandlers } from './benefit/benefit.routes';
import { calendarHandlers } from './calendar/calendar.routes';
import { batchHandlers } from './batch/batch.routes';
import { claimHandlers } from './claim/claim.routes';
import { difficultyHandlers } from './difficulty/difficulty.routes';
import { disputeHandlers } from './dispute/dispute.routes';
import { contactHandlers } from './contact/contact.routes';
import { favourHandlers } from './favour/favour.routes';
import { giftHandlers } from './gift/gift.routes';
import { giverNoteHandlers } from './giver-note/giver-note.routes';
import { handoverHandlers } from './handover/handover.routes';
import { lastLegHandlers } from './last-leg/last-leg.routes';
import { helpBackHandlers } from './help-back/help-back.routes';
import { homeHandlers } from './home/home.routes';
import { mediaHandlers } from './media/media.routes';
import { memberHandlers } from './member/member.routes';
import { noticeHandlers } from './notice/notice.routes';
import type { Handlers } from './platform/router';
import { personHandlers } from './person/person.routes';
import { ledgerHandlers } from './points/ledger.routes';
import { pointRuleHandlers } from './points/point-rules.routes';
import { pointsHandlers } from './points/points.routes';
import { publicityHandlers } from './publicity/publicity.routes';
import { ratingSumHandlers } from './rating-sum/rating-sum.routes';
import { ratingHandlers } from './rating/rating.routes';
import { rectificationHandlers } from './rectification/rectification.routes';
import { rescueHandlers } from './rescue/rescue.routes';
import { reviewHandlers } from './review/review.routes';
import { safetyHandlers } from './safety/safety.routes';
import { serviceHandlers } from './service/service.routes';
import { certificateHandlers } from './certificate/certificate.routes';
import { shiftHandlers } from './shift/shift.routes';
import { thanksHandlers } from './thanks/thanks.routes';
import { teamHandlers } from './team/team.routes';
import { unitHandlers } from './unit/unit.routes';
import { roundHandlers } from './round/round.routes';
import { wishMapHandlers } from './wish/wish-map.routes';
import { wishHandlers } from './wish/wish.routes';

/** Every route of the contract with the use case that answers it; one that is missing does not compile. */
export const handlers: Handlers = {
  ...areaHandlers,
  ...memberHandlers,
  ...wishHandlers,
  ...benefitHandlers,
  ...claimHandlers,
  ...batchHandlers,
  ...unitHandlers,
  ...teamHandlers,
  ...rescueHandlers,
  ...reviewHandlers,
  ...ratingHandlers,
  ...ratingSumHandlers,
  ...rectificationHandlers,
  ...helpBackHandlers,
  ...personHandlers,
  ...pointsHandlers,
  ...ledgerHandlers,
  ...pointRuleHandlers,
  ...favourHandlers,
  ...giftHandlers,
  ...noticeHandlers,
  ...homeHandlers,
  ...mediaHandlers,
  ...calendarHandlers,
  ...publicityHandlers,
  ...difficultyHandlers,
  ...roundHandlers,
  ...wishMapHandlers,
  ...disputeHandlers,
  ...handoverHandlers,
  ...lastLegHandlers,
  ...safetyHandlers,
  ...giverNoteHandlers,
  ...thanksHandlers,
  ...contactHandlers,
  ...activityHandlers,
  ...shiftHandlers,
  ...serviceHandlers,
  ...certificateHandlers,
};
