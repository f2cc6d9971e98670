import { tellActivityLasts } from '../activity/tell-activity.use-case';
import { writeAudit } from '../audit/audit.repository';
import { endTry } from '../batch/end-try.use-case';
import { awardTraining, syncSkill } from '../certificate/award-training.use-case';
import { saveClaimRecord } from '../claim/claim-record.repository';
import { countConsult, endConsult, inviteToConsult, openConsultOf, tellConsult, tellConsulted } from '../consult/carry-consult.use-case';
import { noteGiver } from '../contribution/contribution.repository';
import { endContributions } from '../contribution/end-contributions.use-case';
import { countDirected, seekPayment, tellPayment } from '../directed/carry-directed.use-case';
import { openErrand, tellErrand, tellLastLeg } from '../last-leg/tell-last-leg.use-case';
import { holdPoints, releasePoints, voidHeldPoints } from '../favour/carry-freeze.use-case';
import { tellFund, tellGrant } from '../fund/tell-fund.use-case';
import { releaseGift } from '../gift/gift.repository';
import { inviteToHelp } from '../help-back/help-back.repository';
import { endMoney, moveMoney } from '../ledger/carry-money.use-case';
import { tellLaneShut } from '../lane/tell-lane-shut.use-case';
import { resolvePending, wasVoided } from '../ledger/ledger.repository';
import { askMatch, endMatch, tellMatch, tellMatchTerms } from '../match-budget/carry-match.use-case';
import { claimProposed, closeMatchNotice } from '../match-proposal/carry-match-proposal.use-case';
import { checkMedia } from '../media/check-media.use-case';
import { flagOverdue, unflagOverdue } from '../member/overdue-flag.repository';
import { deliverMessage } from '../notice/deliver-message.use-case';
import { countStage, tellLeftover } from '../mutual/carry-campaign.use-case';
import { bundleOpenNeeds } from '../need-plan/carry-plan.use-case';
import { countNeedProject, openNeedProjects } from '../need-project/carry-project.use-case';
import { finishNotice, insertNotice, postponeNotice } from '../notice/notice.repository';
import { linkPerson } from '../person/person.repository';
import { deleteFiles } from '../platform/storage';
import { endPledges, followHours, openPledge, tellNeed } from '../pledge/carry-need.use-case';
import { carryPoints } from '../points/carry-points.use-case';
import { earnPoints, takeBackPoints, wordsOfEarning } from '../points/earn.use-case';
import { startPublicity, takeDownPublicity, tellPublicityEnd } from '../publicity/carry-publicity.use-case';
import { releaseOpenWish } from '../quota/open-wish.quota';
import { notePrint, tellClaimRated } from '../rating/carry-rating.use-case';
import { offerFirst, tallyRating } from '../rating-sum/carry-tally.use-case';
import { notePayAccount } from '../reconciliation/pay-account.repository';
import { openRectification, tellRatedSince, tellRectified } from '../rectification/carry-rectification.use-case';
import { alignRound } from '../round/align-round.use-case';
import { foldRound } from '../round/fold-round.use-case';
import { insertReport } from '../safety/safety.repository';
import { carryServicePoints, countService, openService } from '../service/carry-service.use-case';
import { noteShiftRated, saveSignUpRecord } from '../shift/sign-up-record.repository';
import { leaveTeamShifts } from '../shift/team-shifts.use-case';
import { openShift, tellShift } from '../shift/tell-shift.use-case';
import { saveSpendingRow } from '../spending/spending-row.repository';
import { freeLicence } from '../shop/shop.repository';
import { syncShop } from '../shop/shop-party.repository';
import { alignShop, countShop, sweepShop } from '../shop/carry-shop.use-case';
import { alertStaff } from '../staff/alert-staff.use-case';
import { closeTask, openTask } from '../staff/task.repository';
import { noteReach } from '../share/count-shares.use-case';
import { reachesOfClaim, reachOfSignUp } from '../share/reach';
import { closeCodesOf } from '../share/share.repository';
import { countSupply, syncSupplies } from '../supply/carry-supplies.use-case';
import { seekSuggestion, tellSuggestion } from '../supply/suggest.use-case';
import { endTeam, syncTeam } from '../team/team-membership.repository';
import { tellTeam } from '../team/tell-team.use-case';
import { syncGiverPeople } from '../unit/giver-people.repository';
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
  claimRecord: async ({ record }) => {
    await saveClaimRecord(record);
    for (const reach of reachesOfClaim(record)) await noteReach(reach);
  },
  earnPoints: (effect) => earnPoints(effect),
  tellEarned: async ({ earning, notice }) => insertNotice({ kind: 'notice', ...notice, body: `${notice.body}${await wordsOfEarning(earning)}` }),
  reinstatePoints: async (effect) => ((await wasVoided(effect.voidedTransferId)) ? earnPoints(effect.earning) : undefined),
  carryPoints: (effect) => carryPoints(effect),
  endHold: async (effect) => void (await resolvePending(effect.transferId, effect.outcome, effect.atMs)),
  noteGiver: (effect) => noteGiver(effect),
  endContributions: (effect) => endContributions(effect),
  notePayAccount: (effect) => notePayAccount(effect),
  moveMoney: (effect) => moveMoney(effect),
  endMoney: (effect) => endMoney(effect),
  tellMatch: (effect) => tellMatch(effect),
  askMatch: (effect) => askMatch(effect),
  tellMatchTerms: (effect) => tellMatchTerms(effect),
  endMatch: (effect) => endMatch(effect),
  tellLaneShut: (effect) => tellLaneShut(effect),
  openPledge: (effect) => openPledge(effect),
  tellNeed: (effect) => tellNeed(effect),
  endPledges: (effect) => endPledges(effect),
  followHours: (effect) => followHours(effect),
  noteSpending: (effect) => saveSpendingRow(effect.row),
  tellFund: (effect) => tellFund(effect),
  tellGrant: (effect) => tellGrant(effect),
  releaseGift: (effect) => releaseGift(effect.giftId, effect.redemptionId, effect.isFetched),
  holdPoints: (effect) => holdPoints(effect),
  releasePoints: (effect) => releasePoints(effect),
  voidHeldPoints: (effect) => voidHeldPoints(effect),
  voidPoints: (effect) => takeBackPoints(effect.transferId, effect.atMs),
  endTry: (effect) => endTry(effect),
  claimProposed: (effect) => claimProposed(effect),
  closeMatchNotice: (effect) => closeMatchNotice(effect),
  syncSupplies: (effect) => syncSupplies(effect),
  bundleOpenNeeds: (effect) => bundleOpenNeeds(effect),
  openNeedProjects: (effect) => openNeedProjects(effect),
  countNeedProject: (effect) => countNeedProject(effect),
  openConsult: (effect) => openConsultOf(effect),
  inviteToConsult: (effect) => inviteToConsult(effect),
  countConsult: (effect) => countConsult(effect),
  tellConsult: (effect) => tellConsult(effect),
  consultEnded: (effect) => endConsult(effect),
  tellConsulted: (effect) => tellConsulted(effect),
  countSupply: (effect) => countSupply(effect),
  seekSuggestion: (effect) => seekSuggestion(effect),
  tellSuggestion: (effect) => tellSuggestion(effect),
  syncParty: (effect) => syncParty(effect),
  syncGiverPeople: ({ unitId }) => syncGiverPeople(unitId),
  syncShop: ({ shopId, memberId }) => syncShop(shopId, memberId),
  alignShop: (effect) => alignShop(effect),
  sweepShop: (effect) => sweepShop(effect),
  countShop: (effect) => countShop(effect),
  freeLicence: ({ creditCode, shopId }) => freeLicence(creditCode, shopId),
  checkMedia: (effect) => checkMedia(effect),
  eraseFile: (effect) => deleteFiles([effect.fileId]),
  releaseQuota: (effect) => releaseOpenWish(effect.quotaId, effect.reservationId),
  startPublicity: (effect) => startPublicity(effect),
  takeDownPublicity: (effect) => takeDownPublicity(effect),
  publicityEnded: (effect) => tellPublicityEnd(effect),
  countStage: (effect) => countStage(effect),
  tellLeftover: (effect) => tellLeftover(effect),
  tellPayment: (effect) => tellPayment(effect),
  seekPayment: (effect) => seekPayment(effect),
  countDirected: (effect) => countDirected(effect),
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
  signUpRecord: async (effect) => {
    await saveSignUpRecord(effect);
    const reach = reachOfSignUp(effect.record);
    if (reach !== null) await noteReach(reach);
  },
  openService: (effect) => openService(effect),
  countService: (effect) => countService(effect),
  servicePoints: (effect) => carryServicePoints(effect),
  syncTeam: (effect) => syncTeam(effect),
  endTeam: (effect) => endTeam(effect),
  tellTeam: (effect) => tellTeam(effect),
  leaveTeamShifts: (effect) => leaveTeamShifts(effect),
  awardTraining: (effect) => awardTraining(effect),
  syncSkill: (effect) => syncSkill(effect),
  noteReach: (effect) => noteReach(effect),
  closeShares: ({ groupId, atMs }) => closeCodesOf(groupId, atMs),
  flagOverdue: (effect) => flagOverdue(effect.memberId, effect.claimId),
  unflagOverdue: (effect) => unflagOverdue(effect.memberId, effect.claimId),
};

/** Carries out one effect. Effects of one aggregate come in the order of its events; what throws is tried again later. */
export const applyEffect = (effect: Effect): Promise<void> => (CARRY[effect.kind] as (effect: Effect) => Promise<void>)(effect);
