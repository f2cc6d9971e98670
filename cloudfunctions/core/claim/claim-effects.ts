import type { NoticeTarget, TaskKind } from '@contract';
import type { Effect } from '../effect/effect';
import { chinaDateText, chinaTimeText, HOUR_MS } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { addWorkingMs } from '../kernel/working-days';
import { RULES } from '../rules';
import { checksOf, messageOf, noticeOf, target, taskOf, wishTaskId } from '../wish/effect-parts';
import type { Claim, Wish } from '../wish/wish';
import type { WishEvent } from '../wish/wish-event';
import { claimRecordOf } from './claim-record';

export type ClaimEvent = Extract<WishEvent, { readonly claimId: string }>;
type EventOf<K extends ClaimEvent['kind']> = Extract<ClaimEvent, { readonly kind: K }>;

export const isClaimEvent = (event: WishEvent): event is ClaimEvent => 'claimId' in event;

/** What waits for somebody in the life of a claim; one id each, so that the step that ends it finds it. */
type Todo = 'plan' | 'deliver' | 'confirm' | 'rate';
export const todoIdOf = (todo: Todo, claimId: string): string => deriveId('n', todo, claimId);

const finish = (todo: Todo, claim: Claim, memberId: string, event: ClaimEvent): Effect => ({ kind: 'finishNotice', noticeId: todoIdOf(todo, claim.claimId), memberId, atMs: event.atMs });

const finishGiver = (claim: Claim, event: ClaimEvent): readonly Effect[] => [finish('plan', claim, claim.claimerId, event), finish('deliver', claim, claim.claimerId, event)];

const record = (wish: Wish, claim: Claim): Effect => ({ kind: 'claimRecord', record: claimRecordOf(wish, claim) });

const claimTaskId = (kind: TaskKind, claim: Claim): string => wishTaskId(kind, claim.claimId);

const closeTask = (kind: TaskKind, claim: Claim, event: ClaimEvent, note: string): Effect => ({ kind: 'closeTask', taskId: claimTaskId(kind, claim), atMs: event.atMs, note });

const openTask = (wish: Wish, claim: Claim, event: ClaimEvent, kind: TaskKind, reasonText: string, actionText: string): Effect =>
  taskOf(wish, event, { taskId: claimTaskId(kind, claim), taskKind: kind, claimId: claim.claimId, reasonText, actionText, dueAtMs: addWorkingMs(event.atMs, RULES.wish.reviewWorkingHours * HOUR_MS) });

const tell = (wish: Wish, event: ClaimEvent, memberId: string, title: string, body: string, page: NoticeTarget['page']): Effect =>
  noticeOf(wish, event, memberId, { title, body, target: target(page, wish._id, event.claimId) });

const ask = (wish: Wish, event: ClaimEvent, memberId: string, todo: Todo, words: { readonly title: string; readonly body: string; readonly actionText: string }, page: NoticeTarget['page'], dueAtMs: number): Effect =>
  noticeOf(wish, event, memberId, { noticeId: todoIdOf(todo, event.claimId), title: words.title, body: words.body, target: target(page, wish._id, event.claimId), todo: { actionText: words.actionText, dueAtMs } });

const momentText = (atMs: number): string => `${chinaDateText(atMs)} ${chinaTimeText(atMs)}`;

const held = (wish: Wish, claim: Claim, event: EventOf<'claimHeld'>): readonly Effect[] => [
  record(wish, claim),
  ask(wish, event, claim.claimerId, 'plan', { title: `“${wish.title}”哪天送？`, body: `先为您留着 ${claim.shares} 份，到 ${momentText(claim.holdUntilMs)}。说好哪天送就行。`, actionText: '定时间' }, 'claimPlan', claim.holdUntilMs),
  tell(wish, event, wish.posterId, '有人认领了', `${claim.claimerName}认领了“${wish.title}” ${claim.shares} 份，正在定哪天送。`, 'wishDetail'),
  messageOf(wish, event, wish.posterId, 'wishClaimed', `${claim.shares} 份有人认领了`, target('wishDetail', wish._id)),
  ...(wish.unclaimedToldAtMs === null ? [] : [{ kind: 'closeTask', taskId: wishTaskId('unclaimed', wish._id), atMs: event.atMs, note: '有人认领了' } as const]),
];

const reminded = (wish: Wish, claim: Claim, event: EventOf<'claimReminded'>): readonly Effect[] => {
  const byMs = claim.deliverByMs ?? claim.holdUntilMs;
  const [title, note, page] =
    claim.plan === null ? (['快到时间了，哪天送？', `${momentText(byMs)} 前说一声，不然会让给下一位`, 'claimPlan'] as const) : (['约好的日子快到了', `${momentText(byMs)} 前送到，拍张照片`, 'claimDeliver'] as const);
  return [tell(wish, event, claim.claimerId, title, `“${wish.title}”：${note}。来不及也没关系，还回去就好。`, page), messageOf(wish, event, claim.claimerId, 'claimReminder', note, target(page, wish._id, claim.claimId))];
};

const planned = (wish: Wish, claim: Claim, event: EventOf<'claimPlanned'>): readonly Effect[] => {
  const byMs = claim.deliverByMs ?? claim.holdUntilMs;
  const dayText = claim.plan === null ? '' : chinaDateText(claim.plan.deliverAtMs);
  return [
    record(wish, claim),
    finish('plan', claim, claim.claimerId, event),
    ask(wish, event, claim.claimerId, 'deliver', { title: `“${wish.title}”送到了吗？`, body: `${chinaDateText(byMs)} 前送到，拍一张照片就好。`, actionText: '送到了' }, 'claimDeliver', byMs),
    ...(dayText === '' ? [] : [tell(wish, event, wish.posterId, `约好 ${dayText} 送`, `${claim.claimerName}会在 ${dayText} 把“${wish.title}”的 ${claim.shares} 份送来。`, 'wishDetail')]),
  ];
};

const overdue = (wish: Wish, claim: Claim, event: EventOf<'claimOverdue'>): readonly Effect[] => [
  record(wish, claim),
  { kind: 'flagOverdue', memberId: claim.claimerId, claimId: claim.claimId },
  tell(wish, event, claim.claimerId, '约好的日子过了', `“${wish.title}”还在等您。这两天送到也算，来不及就还回去，让给别的邻居。`, 'claimDeliver'),
  openTask(wish, claim, event, 'deliveryOverdue', `${claim.claimerName}过了日子还没送`, '打电话问问'),
];

/** The giver is free to claim again, and nobody has to ask after them. */
const overdueEnded = (claim: Claim, event: ClaimEvent & { readonly wasOverdue: boolean }, note: string): readonly Effect[] =>
  event.wasOverdue ? [{ kind: 'unflagOverdue', memberId: claim.claimerId, claimId: claim.claimId }, closeTask('deliveryOverdue', claim, event, note)] : [];

const delivered = (wish: Wish, claim: Claim, event: EventOf<'claimDelivered'>): readonly Effect[] => [
  record(wish, claim),
  ...finishGiver(claim, event),
  ...overdueEnded(claim, event, '送到了'),
  ask(wish, event, wish.posterId, 'confirm', { title: `“${wish.title}”收到了吗？`, body: `${claim.claimerName}把“${wish.title}”的 ${claim.shares} 份送到了。`, actionText: '去确认' }, 'wishConfirm', claim.confirmByMs ?? event.atMs + RULES.claim.confirmMs),
  messageOf(wish, event, wish.posterId, 'deliveryArrived', `${claim.shares} 份送到了，请确认`, target('wishConfirm', wish._id, claim.claimId)),
  ...checksOf(wish, event.photoIds, event.atMs),
];

const notReceived = (wish: Wish, claim: Claim, event: EventOf<'claimNotReceived'>): readonly Effect[] => [
  openTask(wish, claim, event, 'notReceived', event.note === '' ? '说还没收到' : `说还没收到：${event.note}`, '两边问问'),
  tell(wish, event, claim.claimerId, '对方说还没收到', `“${wish.title}”可能放错了地方，社工会来问一声，不着急。`, 'claimMine'),
];

const confirmOverdue = (wish: Wish, claim: Claim, event: EventOf<'confirmOverdue'>): readonly Effect[] => [
  openTask(wish, claim, event, 'confirmOverdue', '送到 5 天还没说收到', '打电话问问'),
];

const confirmed = (wish: Wish, claim: Claim, event: EventOf<'claimConfirmed'>): readonly Effect[] => [
  record(wish, claim),
  finish('confirm', claim, wish.posterId, event),
  ...(claim.notReceivedAtMs === null ? [] : [closeTask('notReceived', claim, event, '确认收到了')]),
  ...(claim.isFollowedUp ? [closeTask('confirmOverdue', claim, event, '确认收到了')] : []),
  {
    kind: 'earnPoints',
    transferId: deriveId('t', 'delivery', claim.claimId),
    memberId: claim.claimerId,
    communityId: wish.communityId,
    points: RULES.points.delivery,
    causeText: `送到“${wish.title}”`,
    causeKind: 'delivery',
    aggregateId: wish._id,
    atMs: event.atMs,
    dueAtMs: event.atMs + RULES.points.pendingMs,
  },
  tell(wish, event, claim.claimerId, '帮上忙了，谢谢您', `对方确认收到“${wish.title}”。${RULES.points.delivery} 分待确认，${chinaDateText(event.atMs + RULES.points.pendingMs)} 到账。`, 'points'),
  messageOf(wish, event, claim.claimerId, 'deliveryConfirmed', '对方确认收到了，谢谢您', target('claimMine', wish._id, claim.claimId)),
  ...(claim.satisfaction === null
    ? [ask(wish, event, wish.posterId, 'rate', { title: `${claim.claimerName}帮得怎么样？`, body: `“${wish.title}”，说一句感受，15 秒就好。`, actionText: '说一句' }, 'wishRate', event.atMs + RULES.rating.askMs)]
    : []),
];

const returned = (wish: Wish, claim: Claim, event: EventOf<'claimReturned'>): readonly Effect[] => [
  record(wish, claim),
  ...finishGiver(claim, event),
  finish('confirm', claim, wish.posterId, event),
  ...overdueEnded(claim, event, '还回去了'),
  ...(claim.notReceivedAtMs === null ? [] : [closeTask('notReceived', claim, event, '已放回')]),
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
    case 'claimReminded':
      return reminded(wish, claim, event);
    case 'claimPlanned':
      return planned(wish, claim, event);
    case 'claimOverdue':
      return overdue(wish, claim, event);
    case 'claimDelivered':
      return delivered(wish, claim, event);
    case 'claimNotReceived':
      return notReceived(wish, claim, event);
    case 'confirmOverdue':
      return confirmOverdue(wish, claim, event);
    case 'claimConfirmed':
      return confirmed(wish, claim, event);
    case 'claimReturned':
      return returned(wish, claim, event);
    case 'claimLapsed':
      return lapsed(wish, claim, event);
    case 'claimRated':
    case 'ratingClosed':
      return [finish('rate', claim, wish.posterId, event)];
    default: {
      const never: never = event;
      return never;
    }
  }
};
