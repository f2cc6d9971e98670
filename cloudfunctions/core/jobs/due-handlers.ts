import { activityDue } from '../activity/activity.due';
import { difficultyDue } from '../difficulty/difficulty.due';
import { batchDue } from '../batch/batch.due';
import { pendingTransferDue } from '../ledger/pending-transfer.due';
import { giftDue } from '../gift/gift.due';
import { redemptionDue } from '../gift/redemption.due';
import { favourNightDue, freezeDue } from '../favour/favour.due';
import { giverNoteDue } from '../giver-note/giver-note.due';
import { mediaDue } from '../media/media.due';
import { proofDue } from '../points/proof.due';
import { lotsDue } from '../points/lots.due';
import { memberDue } from '../member/member.due';
import { personDue } from '../person/person.due';
import { publicityDue } from '../publicity/publicity.due';
import { quotaDue } from '../quota/quota.due';
import { ratingSumDue } from '../rating-sum/rating-sum.due';
import { ratingDue } from '../rating/rating.due';
import { rectificationDue } from '../rectification/rectification.due';
import { safetyDue } from '../safety/safety.due';
import { serviceDue } from '../service/service.due';
import { shiftDue } from '../shift/shift.due';
import { thanksDue } from '../thanks/thanks.due';
import { unitDue } from '../unit/unit.due';
import { roundDue } from '../round/round.due';
import { advanceWish } from '../wish/settle-wish.use-case';
import type { DueHandler } from './due';

/** Every kind of document that has a clock. Wishes first: what they cause sets the clocks of others. */
export const DUE_HANDLERS: readonly DueHandler[] = [{ collection: 'wishes', settle: advanceWish }, safetyDue, giverNoteDue, batchDue, unitDue, roundDue, activityDue, shiftDue, serviceDue, publicityDue, difficultyDue, mediaDue, personDue, quotaDue, ratingDue, ratingSumDue, rectificationDue, thanksDue, giftDue, redemptionDue, freezeDue, pendingTransferDue, lotsDue, proofDue, favourNightDue, memberDue];
