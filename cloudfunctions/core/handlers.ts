import { activityHandlers } from './activity/activity.routes';
import { areaHandlers } from './area/area.routes';
import { benefitHandlers } from './benefit/benefit.routes';
import { calendarHandlers } from './calendar/calendar.routes';
import { callListHandlers } from './call-list/call-list.routes';
import { batchHandlers } from './batch/batch.routes';
import { claimHandlers } from './claim/claim.routes';
import { reconciliationHandlers } from './reconciliation/reconciliation.routes';
import { contributionHandlers } from './contribution/contribution.routes';
import { difficultyHandlers } from './difficulty/difficulty.routes';
import { directedHandlers } from './directed/directed.routes';
import { disputeHandlers } from './dispute/dispute.routes';
import { contactHandlers } from './contact/contact.routes';
import { favourHandlers } from './favour/favour.routes';
import { fundHandlers } from './fund/fund.routes';
import { giftHandlers } from './gift/gift.routes';
import { giverNoteHandlers } from './giver-note/giver-note.routes';
import { groupHandlers } from './group/group.routes';
import { shopHandlers } from './shop/shop.routes';
import { handoverHandlers } from './handover/handover.routes';
import { laneHandlers } from './lane/lane.routes';
import { linkedHandlers } from './linked/linked.routes';
import { lastLegHandlers } from './last-leg/last-leg.routes';
import { helpBackHandlers } from './help-back/help-back.routes';
import { homeHandlers } from './home/home.routes';
import { matchHandlers } from './match-budget/match-budget.routes';
import { matchProposalHandlers } from './match-proposal/match-proposal.routes';
import { matchRoundHandlers } from './match-round/match-round.routes';
import { mediaHandlers } from './media/media.routes';
import { memberHandlers } from './member/member.routes';
import { mutualHandlers } from './mutual/mutual.routes';
import { needPlanHandlers } from './need-plan/need-plan.routes';
import { consultHandlers } from './consult/consult.routes';
import { needProjectHandlers } from './need-project/need-project.routes';
import { noticeHandlers } from './notice/notice.routes';
import type { Handlers } from './platform/router';
import { personHandlers } from './person/person.routes';
import { pledgeHandlers } from './pledge/pledge.routes';
import { ledgerHandlers } from './points/ledger.routes';
import { pointRuleHandlers } from './points/point-rules.routes';
import { pointsHandlers } from './points/points.routes';
import { publicBookHandlers } from './public-book/public-book.routes';
import { publicityHandlers } from './publicity/publicity.routes';
import { ratingSumHandlers } from './rating-sum/rating-sum.routes';
import { ratingHandlers } from './rating/rating.routes';
import { rectificationHandlers } from './rectification/rectification.routes';
import { rescueHandlers } from './rescue/rescue.routes';
import { reviewHandlers } from './review/review.routes';
import { safetyHandlers } from './safety/safety.routes';
import { serviceHandlers } from './service/service.routes';
import { certificateHandlers } from './certificate/certificate.routes';
import { shareHandlers } from './share/share.routes';
import { shiftHandlers } from './shift/shift.routes';
import { spendingHandlers } from './spending/spending.routes';
import { thanksHandlers } from './thanks/thanks.routes';
import { teamHandlers } from './team/team.routes';
import { supplyHandlers } from './supply/supply.routes';
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
  ...groupHandlers,
  ...shopHandlers,
  ...shareHandlers,
  ...supplyHandlers,
  ...matchRoundHandlers,
  ...matchProposalHandlers,
  ...needPlanHandlers,
  ...needProjectHandlers,
  ...consultHandlers,
  ...teamHandlers,
  ...publicBookHandlers,
  ...mutualHandlers,
  ...directedHandlers,
  ...pledgeHandlers,
  ...matchHandlers,
  ...spendingHandlers,
  ...fundHandlers,
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
  ...contributionHandlers,
  ...reconciliationHandlers,
  ...noticeHandlers,
  ...callListHandlers,
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
  ...laneHandlers,
  ...linkedHandlers,
};
