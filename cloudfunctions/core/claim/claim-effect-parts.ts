import { isThing, type NoticeTarget, type TaskKind } from '@contract';
import type { Effect, EffectOf } from '../effect/effect';
import { chinaDateText, chinaTimeText } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { dueInWorkingHours } from '../kernel/working-days';
import { RULES } from '../rules';
import { servedIdOf } from '../wish/recipient';
import { messageOf, noticeOf, target, taskOf, wishTaskId } from '../wish/effect-parts';
import type { Claim, Wish } from '../wish/wish';
import { wordsOf } from '../wish/words-of';
import type { WishEvent } from '../wish/wish-event';
import { isFirstConfirmed, rootIdOf } from './claim-parts';
import { claimRecordOf } from './claim-record';

/** Parts from which effects of claims are said: what claiming itself and what handing over bring about. */
export type ClaimEvent = Extract<WishEvent, { readonly claimId: string }>;

/** What waits for somebody in the life of a claim; one id each, so that the step that ends it finds it. */
type Todo = 'plan' | 'deliver' | 'confirm' | 'rate';
export const todoIdOf = (todo: Todo, claimId: string): string => deriveId('n', todo, claimId);

export const finish = (todo: Todo, claim: Claim, memberId: string, event: ClaimEvent): Effect => ({ kind: 'finishNotice', noticeId: todoIdOf(todo, claim.claimId), memberId, atMs: event.atMs });

export const finishGiver = (claim: Claim, event: ClaimEvent): readonly Effect[] => [finish('plan', claim, claim.claimerId, event), finish('deliver', claim, claim.claimerId, event)];

export const record = (wish: Wish, claim: Claim): Effect => ({ kind: 'claimRecord', record: claimRecordOf(wish, claim) });

export const claimTaskId = (kind: TaskKind, claim: Claim): string => wishTaskId(kind, claim.claimId);

export const closeTask = (kind: TaskKind, claim: Claim, event: ClaimEvent, note: string): Effect => ({ kind: 'closeTask', taskId: claimTaskId(kind, claim), atMs: event.atMs, note });

export const openTask = (wish: Wish, claim: Claim, event: ClaimEvent, kind: TaskKind, reasonText: string, actionText: string): Effect =>
  taskOf(wish, event, { taskId: claimTaskId(kind, claim), taskKind: kind, claimId: claim.claimId, reasonText, actionText, ...dueInWorkingHours(event.atMs, RULES.wish.reviewWorkingHours) });

export const tell = (wish: Wish, event: ClaimEvent, memberId: string, title: string, body: string, page: NoticeTarget['page']): EffectOf<'notice'> =>
  noticeOf(wish, event, memberId, { title, body, target: target(page, wish._id, event.claimId) });

export const ask = (wish: Wish, event: ClaimEvent, memberId: string, todo: Todo, words: { readonly title: string; readonly body: string; readonly actionText: string }, page: NoticeTarget['page'], dueAtMs: number): Effect =>
  noticeOf(wish, event, memberId, { noticeId: todoIdOf(todo, event.claimId), title: words.title, body: words.body, target: target(page, wish._id, event.claimId), todo: { actionText: words.actionText, dueAtMs } });

export const momentText = (atMs: number): string => `${chinaDateText(atMs)} ${chinaTimeText(atMs)}`;

/** A claim may be overdue again after an extension: each round is flagged, asked after and settled by itself. */
export const flagIdOf = (claim: Claim, round: number): string => (round === 0 ? claim.claimId : `${claim.claimId}_${round}`);
const overdueTaskId = (claim: Claim, round: number): string => (round === 0 ? claimTaskId('deliveryOverdue', claim) : wishTaskId('deliveryOverdue', claim.claimId, String(round)));

type RoundEvent = ClaimEvent & { readonly round: number };

export const openOverdueTask = (wish: Wish, claim: Claim, event: RoundEvent): Effect =>
  taskOf(wish, event, { taskId: overdueTaskId(claim, event.round), taskKind: 'deliveryOverdue', claimId: claim.claimId, reasonText: `${claim.claimerName}过了日子还没${wordsOf(wish).by}`, actionText: '打电话问问', ...dueInWorkingHours(event.atMs, RULES.wish.reviewWorkingHours) });

/** The giver is free to claim again, and nobody has to ask after them. */
export const overdueEnded = (claim: Claim, event: RoundEvent & { readonly wasOverdue: boolean }, note: string): readonly Effect[] =>
  event.wasOverdue ? [{ kind: 'unflagOverdue', memberId: claim.claimerId, claimId: flagIdOf(claim, event.round) }, { kind: 'closeTask', taskId: overdueTaskId(claim, event.round), atMs: event.atMs, note }] : [];

/** Of a delivery in parts: the claim that goes on with the rest. */
export const restRecord = (wish: Wish, event: Extract<ClaimEvent, { readonly kind: 'claimDelivered' }>): readonly Effect[] => {
  const rest = event.restClaimId === null ? undefined : wish.claims[event.restClaimId];
  return rest === undefined ? [] : [record(wish, rest)];
};

/** Points for a delivery, once in however many parts it came; each has an id of its own, so that points which were taken back may be given again. */
export const deliveryPointsId = (claim: Claim, round: number): string => (round === 0 ? deriveId('t', 'delivery', rootIdOf(claim)) : deriveId('t', 'delivery', rootIdOf(claim), String(round)));

export const deliveryPoints = (wish: Wish, claim: Claim, atMs: number, round: number = claim.pointsRound): EffectOf<'earnPoints'> => ({
  kind: 'earnPoints',
  transferId: deliveryPointsId(claim, round),
  // Points are a person's: whoever handed it over, also for a unit.
  // Who gave by phone earns for themselves, not for the staff who wrote it down.
  memberId: claim.giverKind === 'person' ? claim.claimerId : (claim.deliveredById ?? claim.contactId),
  communityId: wish.communityId,
  earningKind: 'delivery',
  quantity: 1,
  withId: servedIdOf(wish),
  causeText: `${wordsOf(wish).did}“${wish.title}”`,
  aggregateId: wish._id,
  atMs,
  dueAtMs: atMs + RULES.points.pendingMs,
});

const partText = (claim: Claim): string => (claim.splitFromId === null ? '' : `的 ${claim.shares} 份`);

/** Whoever gave reads that it arrived, and what that brought them. */
const thanked = (wish: Wish, claim: Claim, event: ClaimEvent): readonly Effect[] => {
  const said = (pointsText: string): EffectOf<'notice'> => tell(wish, event, claim.claimerId, '帮上忙了，谢谢您', `${isThing(wordsOf(wish)) ? `对方确认收到“${wish.title}”${partText(claim)}` : `对方说“${wish.title}”${partText(claim)}${wordsOf(wish).got}`}。${pointsText}`, 'points');
  if (claim.giverKind === 'project') return [said('项目经费办的，不记积分。')];
  if (!isFirstConfirmed(wish, claim)) return [said('这件心愿的积分已经记过了。')];
  const earning = deliveryPoints(wish, claim, event.atMs);
  return [earning, { kind: 'tellEarned', earning, notice: said('') }];
};

/** What it brings about that a claim is confirmed, whoever said so. */
export const confirmedEffects = (wish: Wish, claim: Claim, event: ClaimEvent): readonly Effect[] => [
  record(wish, claim),
  finish('confirm', claim, wish.posterId, event),
  ...(claim.isFollowedUp ? [closeTask('confirmOverdue', claim, event, '确认了')] : []),
  ...thanked(wish, claim, event),
  messageOf(wish, event, claim.claimerId, 'deliveryConfirmed', isThing(wordsOf(wish)) ? '对方确认收到了，谢谢您' : `对方说${wordsOf(wish).got}，谢谢您`, target('claimMine', wish._id, claim.claimId)),
  // Also when it is rated by now: the rating's own event finishes the question, and a slower delivery then finds it there.
  ask(wish, event, wish.posterId, 'rate', { title: `${claim.claimerName}帮得怎么样？`, body: `“${wish.title}”，说一句感受，15 秒就好。`, actionText: '说一句' }, 'wishRate', event.atMs + RULES.rating.askMs),
];
