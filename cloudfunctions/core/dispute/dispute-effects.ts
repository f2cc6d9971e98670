import { DISPUTE_KIND_LABEL } from '@contract';
import { closeTask, confirmedEffects, deliveryPoints, deliveryPointsId, finish, finishGiver, overdueEnded, record, type ClaimEvent } from '../claim/claim-effect-parts';
import type { Effect } from '../effect/effect';
import { chinaDateText, chinaTimeText } from '../kernel/clock';
import { dueInWorkingHours } from '../kernel/working-days';
import { RULES } from '../rules';
import { checksOf, noticeOf, target, taskOf, wishTaskId } from '../wish/effect-parts';
import type { Claim, Wish } from '../wish/wish';
import { wordsOf } from '../wish/words-of';

export type DisputeEvent = Extract<ClaimEvent, { readonly kind: 'disputeOpened' | 'disputeOverdue' | 'disputeEnded' }>;
type EventOf<K extends DisputeEvent['kind']> = Extract<DisputeEvent, { readonly kind: K }>;

const taskIdOf = (claimId: string, round: number, level: 'community' | 'street'): string => wishTaskId('dispute', claimId, String(round), level);

const tell = (wish: Wish, event: DisputeEvent, memberId: string, title: string, body: string): Effect => noticeOf(wish, event, memberId, { title, body, target: target('dispute', wish._id, event.claimId) });


const reasonOf = (wish: Wish, claim: Claim): string => (claim.dispute === null ? '' : `${claim.dispute.side === 'giver' ? wordsOf(wish).giver : wordsOf(wish).receiver}说${DISPUTE_KIND_LABEL[claim.dispute.kind]}：${claim.dispute.note}`);

const disputeTask = (wish: Wish, claim: Claim, event: DisputeEvent, level: 'community' | 'street'): Effect =>
  taskOf(wish, event, {
    taskId: taskIdOf(claim.claimId, event.disputeRound, level),
    taskKind: 'dispute',
    claimId: claim.claimId,
    // A street looks at it when the community did not answer in time.
    ...(level === 'street' ? { areaIds: wish.areaIds.slice(0, 2) } : {}),
    reasonText: level === 'street' ? `社区没按时答复。${reasonOf(wish, claim)}` : reasonOf(wish, claim),
    actionText: '两边问问，写下结果',
    ...dueInWorkingHours(event.atMs, RULES.dispute.workingHours),
  });

const opened = (wish: Wish, claim: Claim, event: EventOf<'disputeOpened'>): readonly Effect[] => {
  const otherId = event.side === 'giver' ? wish.posterId : claim.claimerId;
  const dueText = claim.dispute === null ? '' : `${chinaDateText(claim.dispute.dueAtMs)} ${chinaTimeText(claim.dispute.dueAtMs)} 前`;
  const said = claim.dispute === null ? '有话要说' : `说${DISPUTE_KIND_LABEL[claim.dispute.kind]}`;
  return [
    record(wish, claim),
    ...(event.heldPointsRound === null ? [] : [{ kind: 'voidPoints', transferId: deliveryPointsId(claim, event.heldPointsRound), reason: '社区在问，先放一放', atMs: event.atMs } as const]),
    disputeTask(wish, claim, event, 'community'),
    tell(wish, event, otherId, event.side === 'giver' ? `${claim.claimerName}${said}` : `对方${said}`, `“${wish.title}”这件事，社区 ${dueText}会两边问清楚，不怪谁，先不用着急。`),
    ...checksOf(wish, event.photoIds, event.atMs),
  ];
};

const overdue = (wish: Wish, claim: Claim, event: EventOf<'disputeOverdue'>): readonly Effect[] => {
  const openerId = claim.dispute?.side === 'giver' ? claim.claimerId : wish.posterId;
  return [disputeTask(wish, claim, event, 'street'), tell(wish, event, openerId, '已经请街道一起看了', `“${wish.title}”这件事社区还没答复，街道会接着问。等不及可以打社区电话。`)];
};

const OUTCOME_WORDS: Readonly<Record<EventOf<'disputeEnded'>['outcome'], { readonly title: string; readonly giver: string; readonly recipient: string }>> = {
  received: { title: '社区问清楚了：算收到了', giver: '谢谢您，这份算办好了。', recipient: '这份算收到了。' },
  returned: { title: '社区问清楚了：这几份放回墙上', giver: '这次没成，不怪您，有空再来。', recipient: '会有别的邻居来认领。' },
  cancelled: { title: '社区问清楚了：这几份不要了', giver: '谢谢您这份心，没白跑，都记着。', recipient: '这几份已从心愿里去掉。' },
  dismissed: { title: '社区问清楚了：照原来的办', giver: '日子往后顺延了，接着办就好。', recipient: '照说好的等着就好，日子往后顺延了。' },
  withdrawn: { title: '没事了，说开了', giver: '接着办就好，日子往后顺延了。', recipient: '接着办就好，日子往后顺延了。' },
};

const points = (wish: Wish, claim: Claim, event: EventOf<'disputeEnded'>): readonly Effect[] => {
  const { voidedPointsRound, pointsRound } = event;
  const heir = event.heirClaimId === null ? undefined : wish.claims[event.heirClaimId];
  // The help that counted did not come after all, but another part of it did.
  if (voidedPointsRound !== null && heir !== undefined) return [{ kind: 'reinstatePoints', voidedTransferId: deliveryPointsId(claim, voidedPointsRound), earning: deliveryPoints(wish, heir, event.atMs) }];
  if (voidedPointsRound !== null) return pointsRound === null ? [] : [{ kind: 'reinstatePoints', voidedTransferId: deliveryPointsId(claim, voidedPointsRound), earning: deliveryPoints(wish, claim, event.atMs, pointsRound) }];
  // The giver kept their word; that nobody wanted it any more is not their doing.
  return event.outcome === 'cancelled' && event.fromState === 'delivered' ? [deliveryPoints(wish, claim, event.atMs)] : [];
};

/** What ends with the claim, however it ended. */
const settled = (wish: Wish, claim: Claim, event: EventOf<'disputeEnded'>): readonly Effect[] => [
  record(wish, claim),
  ...finishGiver(claim, event),
  finish('confirm', claim, wish.posterId, event),
  ...overdueEnded(claim, event, '社区断过了'),
  ...(claim.isFollowedUp ? [closeTask('confirmOverdue', claim, event, '社区断过了')] : []),
  ...(event.outcome === 'returned' ? [finish('rate', claim, wish.posterId, event)] : []),
];

const goesOn = (event: EventOf<'disputeEnded'>): boolean => event.outcome === 'withdrawn' || event.outcome === 'dismissed';

const ended = (wish: Wish, claim: Claim, event: EventOf<'disputeEnded'>): readonly Effect[] => {
  const words = OUTCOME_WORDS[event.outcome];
  const why = claim.dispute === null || claim.dispute.outcomeNote === '' ? '' : ` 社区说：${claim.dispute.outcomeNote}`;
  const isFirstConfirmation = event.outcome === 'received' && event.fromState !== 'confirmed';
  const close = (level: 'community' | 'street'): Effect => ({ kind: 'closeTask', taskId: taskIdOf(claim.claimId, event.disputeRound, level), atMs: event.atMs, note: words.title });
  return [
    close('community'),
    // Also when it was decided in the very moment in which the street was asked.
    close('street'),
    ...(goesOn(event) ? [record(wish, claim)] : settled(wish, claim, event)),
    ...points(wish, claim, event),
    ...(isFirstConfirmation ? confirmedEffects(wish, claim, event) : []),
    tell(wish, event, claim.claimerId, words.title, `“${wish.title}”：${words.giver}${why}`),
    tell(wish, event, wish.posterId, words.title, `“${wish.title}”：${words.recipient}${why}`),
    ...checksOf(wish, event.photoIds, event.atMs),
  ];
};

/** Pure: what the events of a dispute bring about elsewhere. */
export const disputeEffectsOf = (wish: Wish, claim: Claim, event: DisputeEvent): readonly Effect[] => {
  switch (event.kind) {
    case 'disputeOpened':
      return opened(wish, claim, event);
    case 'disputeOverdue':
      return overdue(wish, claim, event);
    case 'disputeEnded':
      return ended(wish, claim, event);
  }
};
