import { isThing } from '@contract';
import { chinaDateText, chinaDayPartText } from '../kernel/clock';
import { contactEffectsOf } from '../contact/contact-effects';
import { disputeEffectsOf } from '../dispute/dispute-effects';
import type { Effect } from '../effect/effect';
import { handoverEffectsOf } from '../handover/handover-effects';
import { legClaimEffectsOf } from '../last-leg/last-leg-effects';
import { projectClaimed, rescueClosed } from '../rescue/rescue-effects';
import { RULES } from '../rules';
import { checksOf, messageOf, target } from '../wish/effect-parts';
import type { Claim, Wish } from '../wish/wish';
import { wordsOf } from '../wish/words-of';
import type { WishEvent } from '../wish/wish-event';
import { ask, closeTask, confirmedEffects, finish, finishGiver, flagIdOf, momentText, openOverdueTask, openTask, overdueEnded, record, restRecord, tell, todoIdOf, type ClaimEvent } from './claim-effect-parts';

type EventOf<K extends ClaimEvent['kind']> = Extract<ClaimEvent, { readonly kind: K }>;

export const isClaimEvent = (event: WishEvent): event is ClaimEvent => 'claimId' in event;

const held = (wish: Wish, claim: Claim, event: EventOf<'claimHeld'>): readonly Effect[] => [
  record(wish, claim),
  ask(wish, event, claim.claimerId, 'plan', { title: `“${wish.title}”${wordsOf(wish).when}？`, body: `先为您留着 ${claim.shares} 份，到 ${momentText(claim.holdUntilMs)}。说好${wordsOf(wish).when}就行。`, actionText: '定时间' }, 'claimPlan', claim.holdUntilMs),
  tell(wish, event, wish.posterId, '有人认领了', `${claim.claimerName}认领了“${wish.title}” ${claim.shares} 份，正在定${wordsOf(wish).when}。`, 'wishDetail'),
  messageOf(wish, event, wish.posterId, 'wishClaimed', `${claim.shares} 份有人认领了`, target('wishDetail', wish._id)),
  ...rescueClosed(wish, event, '有人认领了'),
];

const reminded = (wish: Wish, claim: Claim, event: EventOf<'claimReminded'>): readonly Effect[] => {
  const byMs = claim.deliverByMs ?? claim.holdUntilMs;
  const words = wordsOf(wish);
  const [title, note, page] =
    claim.plan === null ? ([`快到时间了，${words.when}？`, `${momentText(byMs)} 前说一声，不然会让给下一位`, 'claimPlan'] as const) : (['约好的日子快到了', `${momentText(byMs)} 前${words.by}，拍张照片`, 'claimDeliver'] as const);
  return [tell(wish, event, claim.claimerId, title, `“${wish.title}”：${note}。来不及也没关系，还回去就好。`, page), messageOf(wish, event, claim.claimerId, 'claimReminder', note, target(page, wish._id, claim.claimId))];
};

const planned = (wish: Wish, claim: Claim, event: EventOf<'claimPlanned'>): readonly Effect[] => {
  const byMs = claim.deliverByMs ?? claim.holdUntilMs;
  const { plan } = claim;
  const words = wordsOf(wish);
  return [
    record(wish, claim),
    finish('plan', claim, claim.claimerId, event),
    ask(wish, event, claim.claimerId, 'deliver', { title: `“${wish.title}”${words.done}吗？`, body: `${chinaDateText(byMs)} 前${words.by}，拍一张照片就好。`, actionText: words.done }, 'claimDeliver', byMs),
    ...(plan === null ? [] : [tell(wish, event, wish.posterId, `约好 ${chinaDateText(plan.deliverAtMs)}${words.go}`, isThing(words) ? `${claim.claimerName}会在 ${chinaDayPartText(plan.deliverAtMs)}把“${wish.title}”的 ${claim.shares} 份送来。` : `“${wish.title}”：${claim.claimerName}会在 ${chinaDayPartText(plan.deliverAtMs)}${words.come}。`, 'wishDetail')]),
  ];
};

const overdue = (wish: Wish, claim: Claim, event: EventOf<'claimOverdue'>): readonly Effect[] => [
  record(wish, claim),
  { kind: 'flagOverdue', memberId: claim.claimerId, claimId: flagIdOf(claim, event.round) },
  tell(wish, event, claim.claimerId, '约好的日子过了', `“${wish.title}”还在等您。这两天${wordsOf(wish).by}也算，来不及就还回去，让给别的邻居。`, 'claimDeliver'),
  openOverdueTask(wish, claim, event),
];

const extended = (wish: Wish, claim: Claim, event: EventOf<'claimExtended'>): readonly Effect[] => {
  const dayText = chinaDateText(claim.deliverByMs ?? event.atMs);
  const words = wordsOf(wish);
  const reasonText = event.reason === '' ? '' : `：${event.reason}`;
  return [
    record(wish, claim),
    ...overdueEnded(claim, event, `延到 ${dayText}`),
    { kind: 'postponeNotice', noticeId: todoIdOf('deliver', claim.claimId), memberId: claim.claimerId, body: `${dayText} 前${words.by}，拍一张照片就好。`, dueAtMs: claim.deliverByMs ?? event.atMs },
    tell(wish, event, wish.posterId, `晚几天${words.go}，最晚 ${dayText}`, isThing(words) ? `${claim.claimerName}要晚几天送“${wish.title}”${reasonText}` : `“${wish.title}”：${claim.claimerName}要晚几天${words.go}${reasonText}`, 'wishDetail'),
    ...(event.isByStaff ? [tell(wish, event, claim.claimerId, `社区帮您延到 ${dayText}`, `“${wish.title}”最晚 ${dayText} ${words.by}就行。`, 'claimDeliver')] : []),
  ];
};

const reduced = (wish: Wish, claim: Claim, event: EventOf<'claimReduced'>): readonly Effect[] => [
  record(wish, claim),
  ...(event.isByStaff ? [tell(wish, event, claim.claimerId, '社区帮您还了几份', `“${wish.title}”的 ${event.shares} 份已放回心愿墙，剩下的照约好的${wordsOf(wish).go}。`, 'claimMine')] : []),
  tell(wish, event, wish.posterId, `有 ${event.shares} 份放回来了`, `“${wish.title}”又可以认领了，会有别的邻居来。`, 'wishDetail'),
];

const delivered = (wish: Wish, claim: Claim, event: EventOf<'claimDelivered'>): readonly Effect[] => [
  record(wish, claim),
  ...restRecord(wish, event),
  ...finishGiver(claim, event),
  ...overdueEnded(claim, event, wordsOf(wish).done),
  ask(wish, event, wish.posterId, 'confirm', { title: `“${wish.title}”${wordsOf(wish).got}吗？`, body: isThing(wordsOf(wish)) ? `${claim.claimerName}把“${wish.title}”的 ${claim.shares} 份送到了。` : `${claim.claimerName}说“${wish.title}”${wordsOf(wish).done}。`, actionText: '去确认' }, 'wishConfirm', claim.confirmByMs ?? event.atMs + RULES.claim.confirmMs),
  messageOf(wish, event, wish.posterId, 'deliveryArrived', isThing(wordsOf(wish)) ? `${claim.shares} 份送到了，请确认` : `${wordsOf(wish).done}，请确认`, target('wishConfirm', wish._id, claim.claimId)),
  ...checksOf(wish, event.photoIds, event.atMs),
];

const confirmOverdue = (wish: Wish, claim: Claim, event: EventOf<'confirmOverdue'>): readonly Effect[] => [
  openTask(wish, claim, event, 'confirmOverdue', `说${wordsOf(wish).done}，5 天还没确认`, '打电话问问'),
];

const returned = (wish: Wish, claim: Claim, event: EventOf<'claimReturned'>): readonly Effect[] => [
  record(wish, claim),
  ...finishGiver(claim, event),
  finish('confirm', claim, wish.posterId, event),
  ...overdueEnded(claim, event, '还回去了'),
  ...(claim.isFollowedUp ? [closeTask('confirmOverdue', claim, event, '已放回')] : []),
  ...(event.isByStaff ? [tell(wish, event, claim.claimerId, '社区帮您还回去了', `“${wish.title}”的 ${claim.shares} 份已放回心愿墙。有空再来。`, 'claimMine')] : []),
  tell(wish, event, wish.posterId, `有 ${claim.shares} 份放回来了`, `“${wish.title}”又可以认领了，会有别的邻居来。`, 'wishDetail'),
];

const lapsed = (wish: Wish, claim: Claim, event: EventOf<'claimLapsed'>): readonly Effect[] => [
  record(wish, claim),
  ...finishGiver(claim, event),
  ...overdueEnded(claim, event, '到期放回了'),
  tell(wish, event, claim.claimerId, '到期放回了', `“${wish.title}”的 ${claim.shares} 份已让给下一位。没关系，有空再来。`, 'claimMine'),
  tell(wish, event, wish.posterId, `有 ${claim.shares} 份放回来了`, `“${wish.title}”又可以认领了，会有别的邻居来。`, 'wishDetail'),
];

/** Pure: what an event about a claim brings about elsewhere. */
export const claimEffectsOf = (wish: Wish, event: ClaimEvent): readonly Effect[] => {
  const claim = wish.claims[event.claimId];
  if (claim === undefined) throw new Error(`event ${event.eventId} is about a claim the wish ${wish._id} does not have`);
  switch (event.kind) {
    case 'claimHeld':
      return held(wish, claim, event);
    case 'projectClaimed':
      return projectClaimed(wish, claim, event);
    case 'claimReminded':
      return reminded(wish, claim, event);
    case 'claimPlanned':
      return planned(wish, claim, event);
    case 'claimOverdue':
      return overdue(wish, claim, event);
    case 'claimDelivered':
      return delivered(wish, claim, event);
    case 'claimExtended':
      return extended(wish, claim, event);
    case 'claimReduced':
      return reduced(wish, claim, event);
    case 'confirmOverdue':
      return confirmOverdue(wish, claim, event);
    case 'claimConfirmed':
      return confirmedEffects(wish, claim, event);
    case 'claimReturned':
      return returned(wish, claim, event);
    case 'claimLapsed':
      return lapsed(wish, claim, event);
    case 'disputeOpened':
    case 'disputeOverdue':
    case 'disputeEnded':
      return disputeEffectsOf(wish, claim, event);
    case 'codeIssued':
    case 'codeMissed':
    case 'claimHandedOver':
      return handoverEffectsOf(wish, claim, event);
    case 'contactLeft':
    case 'contactRead':
    case 'homeAgreed':
      return contactEffectsOf(wish, claim, event);
    case 'errandRequested':
    case 'errandCancelled':
    case 'errandTold':
    case 'errandOver':
      return legClaimEffectsOf(wish, claim, event);
    case 'claimRated':
    case 'ratingClosed':
      return [finish('rate', claim, wish.posterId, event)];
    default: {
      const never: never = event;
      return never;
    }
  }
};
