import { REFERRAL_STATE_LABEL, type ReferralBriefView, type ReferralView } from '@contract';
import { chinaDateText, chinaTimeText, MINUTE_MS } from '../kernel/clock';
import { workingMsBetween } from '../kernel/working-days';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import type { Wish } from '../wish/wish';
import { isOpenReferral, type Referral } from './referral';
import { isOwnerSide, mayAnswer } from './referral-step';

/** What a list of referrals reads; names and consent of persons helped are not even fetched. */
export const REFERRAL_FIELDS = [
  'title', 'story', 'category', 'pictureKey', 'urgency', 'sharesWanted', 'sharesLeft', 'sharesHeld', 'sharesDelivered', 'shareNote', 'communityName', 'areaId', 'state', 'windowEndMs', 'referral', 'referralDueAtMs',
] as const satisfies readonly (keyof Wish)[];

export type ReferredWish = Pick<Wish, '_id' | (typeof REFERRAL_FIELDS)[number]>;

/** A referred wish for either side. */
export const referralView = (wish: ReferredWish, referral: Referral, reader: Member, nowMs: number): ReferralView => {
  const isOwner = isOpenReferral(referral) && referral.state !== 'offered' && isOwnerSide(referral, reader);
  return {
    wishId: wish._id,
    title: wish.title,
    story: wish.story,
    category: wish.category,
    pictureKey: wish.pictureKey,
    urgency: wish.urgency,
    shares: { wanted: wish.sharesWanted, left: wish.sharesLeft, held: wish.sharesHeld, delivered: wish.sharesDelivered },
    shareNote: wish.shareNote,
    placeText: wish.communityName,
    wishState: wish.state,
    class: referral.class,
    state: referral.state,
    hop: referral.hop,
    fromName: referral.from.name,
    fromAreaName: referral.from.areaName,
    toAreaName: referral.toAreaName,
    toRole: referral.toRole,
    ownerName: referral.owner.name,
    helperName: referral.helper?.name ?? '',
    reason: referral.reason,
    dueAtMs: referral.dueAtMs,
    workingMinutesLeft: Math.round(workingMsBetween(nowMs, referral.dueAtMs) / MINUTE_MS),
    steps: referral.history,
    canAccept: referral.state === 'offered' && mayAnswer(referral, reader),
    canFinish: isOwner,
    canReferOn: isOwner && referral.hop < RULES.referral.hopsMax,
    canReturnToWall: isOwner && wish.windowEndMs > nowMs,
  };
};

const briefTextOf = (referral: Referral): string => {
  const momentText = `${chinaDateText(referral.dueAtMs)} ${chinaTimeText(referral.dueAtMs)}`;
  switch (referral.state) {
    case 'offered':
      return `转给${referral.toAreaName}，${momentText} 前有回话；${referral.owner.name}跟着`;
    case 'accepted':
      return `${referral.owner.areaName}的${referral.owner.name}负责${referral.helper === null ? '' : `，${referral.helper.areaName}一起办`}，${chinaDateText(referral.dueAtMs)} 前说办得怎么样`;
    case 'declined':
      return `${referral.owner.name}在想别的办法，${momentText} 前定下来`;
    case 'done':
      return `${REFERRAL_STATE_LABEL.done}：${referral.note}`;
  }
};

/** The same for the poster: who answers for it, and when the next word comes. */
export const referralBriefView = (referral: Referral): ReferralBriefView => ({ state: referral.state, text: briefTextOf(referral), ownerName: referral.owner.name, dueAtMs: referral.dueAtMs, steps: referral.history });
