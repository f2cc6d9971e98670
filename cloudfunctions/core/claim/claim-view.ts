import { helpWords, isThing, type ClaimState, type ClaimView } from '@contract';
import { isContactOpen } from '../contact/contact';
import { chinaDateText, chinaDayPartText, chinaTimeText } from '../kernel/clock';
import type { Wish } from '../wish/wish';
import { claimRecordOf, type ClaimRecord } from './claim-record';
import { findClaim } from './claim-step';

const NEXT_STEP: Readonly<Record<ClaimState, ClaimView['nextStep']>> = { held: 'plan', planned: 'deliver', delivered: 'wait', confirmed: 'done', returned: 'ended', lapsed: 'ended', cancelled: 'ended' };

const statusTextOf = (claim: ClaimRecord): string => {
  if (claim.isDisputed && claim.disputeDueAtMs !== null) return `社区在两边问，${chinaDateText(claim.disputeDueAtMs)} ${chinaTimeText(claim.disputeDueAtMs)} 前答复，先不用着急`;
  const words = helpWords(claim);
  switch (claim.state) {
    case 'held':
      return `先为您留着，${chinaDateText(claim.holdUntilMs)} ${chinaTimeText(claim.holdUntilMs)} 前说好${words.when}`;
    case 'planned':
      if (claim.isOverdue) return `约好的日子过了，今天${words.by}也算，来不及就还回去`;
      return `约好 ${chinaDayPartText(claim.plan?.deliverAtMs ?? claim.holdUntilMs)}${words.go}，最晚 ${chinaDateText(claim.deliverByMs ?? claim.holdUntilMs)}`;
    case 'delivered':
      return `${isThing(words) ? '已送到' : words.done}，等对方确认；${chinaDateText(claim.confirmByMs ?? claim.holdUntilMs)}还没回音，社区会去问`;
    case 'confirmed':
      return isThing(words) ? '对方确认收到了，谢谢您' : `对方说${words.got}，谢谢您`;
    case 'returned':
      return '已还回去，谢谢您说一声';
    case 'lapsed':
      return '到期放回了，有空再来';
    case 'cancelled':
      if (claim.isErrand) return '这一趟不用跑了，谢谢您';
      return claim.deliveredAtMs === null ? '对方不要了，谢谢您这份心' : `对方不要了，您${words.done}，都记着`;
  }
};

/** A claim as its giver sees it. */
export const claimView = (claim: ClaimRecord): ClaimView => ({
  claimId: claim._id,
  wishId: claim.wishId,
  wishTitle: claim.wishTitle,
  category: claim.category,
  pictureKey: claim.pictureKey,
  shares: claim.shares,
  shareNote: claim.shareNote,
  state: claim.state,
  heldAtMs: claim.heldAtMs,
  holdUntilMs: claim.holdUntilMs,
  plan: claim.plan,
  deliverByMs: claim.deliverByMs,
  deliveredAtMs: claim.deliveredAtMs,
  confirmByMs: claim.confirmByMs,
  confirmedAtMs: claim.confirmedAtMs,
  isOverdue: claim.isOverdue,
  giverName: claim.claimerName,
  giverKind: claim.giverKind,
  extendableUntilMs: claim.extendableUntilMs,
  handoverText: claim.handoverText,
  statusText: statusTextOf(claim),
  isDisputed: claim.isDisputed,
  isErrand: claim.isErrand,
  canPlanHome: claim.isHomeAgreed,
  canContact: isContactOpen(claim),
  nextStep: claim.isDisputed ? 'wait' : NEXT_STEP[claim.state],
});

/** The view of a claim that the wish is known to hold. */
export const claimViewIn = (wish: Wish, claimId: string): ClaimView => {
  const claim = findClaim(wish, claimId);
  if (claim === null) throw new Error(`wish ${wish._id} holds no claim ${claimId}`);
  return claimView(claimRecordOf(wish, claim));
};
