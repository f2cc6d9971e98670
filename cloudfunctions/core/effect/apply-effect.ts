import { tellActivityLasts } from '../activity/tell-activity.use-case';
import { writeAudit } from '../audit/audit.repository';
import { endTry } from '../batch/end-try.use-case';
import { awardTraining, syncSkill } from '../certificate/award-training.use-case';
import { saveClaimRecord } from '../claim/claim-record.repository';
import { openErrand, tellErrand, tellLastLeg } from '../last-leg/tell-last-leg.use-case';
import { holdPoints, releasePoints, voidHeldPoints } from '../favour/carry-freeze.use-case';
import { releaseGift } from '../gift/gift.repository';
import { inviteToHelp } from '../help-back/help-back.repository';
import { resolvePending, wasVoided } from '../ledger/ledger.repository';
import { checkMedia } from '../media/check-media.use-case';
import { flagOverdue, unflagOverdue } from '../member/overdue-flag.repository';
import { deliverMessage } from '../notice/deliver-message.use-case';
import { finishNotice, insertNotice, postponeNotice } from '../notice/notice.repository';
import { linkPerson } from '../person/person.repository';
import { deleteFiles } from '../platform/storage';
import { carryPoints } from '../points/carry-points.use-case';
import { earnPoints, takeBackPoints, wordsOfEarning } from '../points/earn.use-case';
import { startPublicity, takeDownPublicity, tellPublicityEnd } from '../publicity/carry-publicity.use-case';
import { releaseOpenWish } from '../quota/open-wish.quota';
import { notePrint, tellClaimRated } from '../rating/carry-rating.use-case';
import { offerFirst, tallyRating } from '../rating-sum/carry-tally.use-case';
import { openRectification, tellRatedSince, tellRectified } from '../rectification/carry-rectification.use-case';
import { alignRound } from '../round/align-round.use-case';
import { foldRound } from '../round/fold-round.use-case';
import { insertReport } from '../safety/safety.repository';
import { carryServicePoints, countService, openService } from '../service/carry-service.use-case';
import { noteShiftRated, saveSignUpRecord } from '../shift/sign-up-record.repository';
import { leaveTeamShifts } from '../shift/team-shifts.use-case';
import { openShift, tellShift } from '../shift/tell-shift.use-case';
import { alertStaff } from '../staff/alert-staff.use-case';
import { closeTask, openTask } from '../staff/task.repository';
import { endTeam, syncTeam } from '../team/team-membership.repository';
import { syncParty } from '../unit/unit-party.repository';
import type { Effect, EffectOf } from './effect';

type Carry = { readonly [K in Effect['kind']]: (effect: EffectOf<K>) => Promise<void> };

/**
 * Each kind writes under ids made from its cause or under a guard, so repeating one changes nothing. Looked up when they
 * are called: some of these modules bring effects about themselves and import this one.
 */
const CARRY: Carry = {
  notice: (effect) => insertNotice(effect),
  finishNotice: (effect) => finishNotice(effect),
  postponeNotice: (effect) => postponeNotice(effect),
  message: (effect) => deliverMessage(effect),
  openTask: (effect) => openTask(effect),
  closeTask: (effect) => closeTask(effect),
  claimRecord: (effect) => saveClaimRecord(effect.record),
  earnPoints: (effect) => earnPoints(effect),
  tellEarned: async ({ earning, notice }) => insertNotice({ kind: 'notice', ...notice, body: `${notice.body}${await wordsOfEarning(earning)}` }),
  reinstatePoints: async (effect) => ((await wasVoided(effect.voidedTransferId)) ? earnPoints(effect.earning) : undefined),
  carryPoints: (effect) => carryPoints(effect),
  endHold: async (effect) => void (await resolvePending(effect.transferId, effect.outcome, effect.atMs)),
  releaseGift: (effect) => releaseGift(effect.giftId, effect.redemptionId, effect.isFetched),
  holdPoints: (effect) => holdPoints(effect),
  releasePoints: (effect) => releasePoints(effect),
  voidHeldPoints: (effect) => voidHeldPoints(effect),
  voidPoints: (effect) => takeBackPoints(effect.transferId, effect.atMs),
  endTry: (effect) => endTry(effect),
  syncParty: (effect) => syncParty(effect),
  checkMedia: (effect) => checkMedia(effect),
  eraseFile: (effect) => deleteFiles([effect.fileId]),
  releaseQuota: (effect) => releaseOpenWish(effect.quotaId, effect.reservationId),
  startPublicity: (effect) => startPublicity(effect),
  takeDownPublicity: (effect) => takeDownPublicity(effect),
  publicityEnded: (effect) => tellPublicityEnd(effect),
  inviteToHelp: (effect) => inviteToHelp(effect),
  audit: (effect) => writeAudit(effect.line),
  personLink: (effect) => linkPerson(effect),
  alignRound: (effect) => alignRound(effect),
  foldRound: (effect) => foldRound(effect),
  openErrand: (effect) => openErrand(effect),
  tellErrand: (effect) => tellErrand(effect),
  tellLastLeg: (effect) => tellLastLeg(effect),
  claimRated: (effect) => tellClaimRated(effect),
  shiftRated: (effect) => noteShiftRated(effect),
  firstOffer: (effect) => offerFirst(effect),
  tallyRating: (effect) => tallyRating(effect),
  openRectification: (effect) => openRectification(effect),
  ratedSince: (effect) => tellRatedSince(effect),
  rectified: (effect) => tellRectified(effect),
  notePrint: (effect) => notePrint(effect),
  reportSafety: (effect) => insertReport(effect),
  alertStaff: (effect) => alertStaff(effect),
  openShift: (effect) => openShift(effect),
  tellShift: (effect) => tellShift(effect),
  activityLasts: (effect) => tellActivityLasts(effect),
  signUpRecord: (effect) => saveSignUpRecord(effect),
  openService: (effect) => openService(effect),
  countService: (effect) => countService(effect),
  servicePoints: (effect) => carryServicePoints(effect),
  syncTeam: (effect) => syncTeam(effect),
  endTeam: (effect) => endTeam(effect),
  leaveTeamShifts: (effect) => leaveTeamShifts(effect),
  awardTraining: (effect) => awardTraining(effect),
  syncSkill: (effect) => syncSkill(effect),
  flagOverdue: (effect) => flagOverdue(effect.memberId, effect.claimId),
  unflagOverdue: (effect) => unflagOverdue(effect.memberId, effect.claimId),
};

/** Carries out one effect. Effects of one aggregate come in the order of its events; what throws is tried again later. */
export const applyEffect = (effect: Effect): Promise<void> => (CARRY[effect.kind] as (effect: Effect) => Promise<void>)(effect);
