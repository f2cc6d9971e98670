import { writeAudit } from '../audit/audit.repository';
import { endTry } from '../batch/end-try.use-case';
import { saveClaimRecord } from '../claim/claim-record.repository';
import { openErrand, tellErrand, tellLastLeg } from '../last-leg/tell-last-leg.use-case';
import { releaseGift } from '../gift/gift.repository';
import { inviteToHelp } from '../help-back/help-back.repository';
import { resolvePending, wasVoided } from '../ledger/ledger.repository';
import { checkMedia } from '../media/check-media.use-case';
import { flagOverdue, unflagOverdue } from '../member/overdue-flag.repository';
import { deliverMessage } from '../notice/deliver-message.use-case';
import { finishNotice, insertNotice, postponeNotice } from '../notice/notice.repository';
import { linkPerson } from '../person/person.repository';
import { deleteFiles } from '../platform/storage';
import { earnPoints, takeBackPoints } from '../points/earn.use-case';
import { startPublicity, takeDownPublicity, tellPublicityEnd } from '../publicity/carry-publicity.use-case';
import { releaseOpenWish } from '../quota/open-wish.quota';
import { notePrint, tellClaimRated } from '../rating/carry-rating.use-case';
import { alignRound } from '../round/align-round.use-case';
import { foldRound } from '../round/fold-round.use-case';
import { closeTask, openTask } from '../staff/task.repository';
import { syncParty } from '../unit/unit-party.repository';
import type { Effect } from './effect';

/**
 * Carries out one effect. Each kind writes under ids made from its cause or under a guard, so repeating one changes
 * nothing. Effects of one aggregate are carried out in the order of its events; what throws is tried again later.
 */
export const applyEffect = async (effect: Effect): Promise<void> => {
  switch (effect.kind) {
    case 'notice':
      return insertNotice(effect);
    case 'finishNotice':
      return finishNotice(effect);
    case 'postponeNotice':
      return postponeNotice(effect);
    case 'message':
      return deliverMessage(effect);
    case 'openTask':
      return openTask(effect);
    case 'closeTask':
      return closeTask(effect);
    case 'claimRecord':
      return saveClaimRecord(effect.record);
    case 'earnPoints':
      return earnPoints(effect);
    case 'reinstatePoints':
      return (await wasVoided(effect.voidedTransferId)) ? earnPoints(effect.earning) : undefined;
    case 'endHold':
      await resolvePending(effect.transferId, effect.outcome, effect.atMs);
      return;
    case 'releaseGift':
      return releaseGift(effect.giftId, effect.redemptionId, effect.isFetched);
    case 'voidPoints':
      return takeBackPoints(effect.transferId, effect.atMs);
    case 'endTry':
      return endTry(effect);
    case 'syncParty':
      return syncParty(effect);
    case 'checkMedia':
      return checkMedia(effect);
    case 'eraseFile':
      return deleteFiles([effect.fileId]);
    case 'releaseQuota':
      return releaseOpenWish(effect.quotaId, effect.reservationId);
    case 'startPublicity':
      return startPublicity(effect);
    case 'takeDownPublicity':
      return takeDownPublicity(effect);
    case 'publicityEnded':
      return tellPublicityEnd(effect);
    case 'inviteToHelp':
      return inviteToHelp(effect);
    case 'audit':
      return writeAudit(effect.line);
    case 'personLink':
      return linkPerson(effect);
    case 'alignRound':
      return alignRound(effect);
    case 'foldRound':
      return foldRound(effect);
    case 'openErrand':
      return openErrand(effect);
    case 'tellErrand':
      return tellErrand(effect);
    case 'tellLastLeg':
      return tellLastLeg(effect);
    case 'claimRated':
      return tellClaimRated(effect);
    case 'notePrint':
      return notePrint(effect);
    case 'flagOverdue':
      return flagOverdue(effect.memberId, effect.claimId);
    case 'unflagOverdue':
      return unflagOverdue(effect.memberId, effect.claimId);
    default: {
      const never: never = effect;
      throw new Error(`unknown effect ${JSON.stringify(never)}`);
    }
  }
};
