import { knownStep, type Step } from '../aggregate/step';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { holdsAt } from '../kernel/access';
import { worksAt, type Member } from '../member/member';
import type { Wish } from '../wish/wish';
import { is, type Condition, type Outcome } from '../wish/wish-change';
import { isOpenReferral, withStep, type Referral } from './referral';

/** The other side of an offer: who holds the role that was asked where it was sent, or is in charge there; never the sender. */
export const mayAnswer = (referral: Referral, actor: Member): boolean => referral.from.memberId !== actor._id && holdsAt(actor.roles, [referral.toRole, 'administrator'], referral.toAreaId);

/** Whoever answers for it now, or their colleagues. */
export const isOwnerSide = (referral: Referral, actor: Member): boolean => worksAt(actor, referral.owner.areaId);

/** Whether somebody sees the referral at all: staff of the wish, of the owner, or of where it was sent. */
export const hasPart = (wish: Wish, referral: Referral, actor: Member): boolean => worksAt(actor, wish.areaId) || isOwnerSide(referral, actor) || worksAt(actor, referral.toAreaId);

/** The open referral a step is about, and a replay when it was carried out before. Refusals: NOT_FOUND, OPERATION_REUSED, WISH_STATE_CHANGED. */
export const beginReferralStep = (wish: Wish, actor: Member, step: Step): Result<{ readonly referral: Referral; readonly replay: Outcome | null }> => {
  const { referral } = wish;
  if (referral === null || !hasPart(wish, referral, actor)) return refuse('NOT_FOUND');
  const known = knownStep(referral.steps, step);
  if (known !== null) return known.ok ? accept({ referral, replay: known.value }) : known;
  if (wish.state !== 'referred' || !isOpenReferral(referral)) return refuse('WISH_STATE_CHANGED', { message: '这个转介已经办完了。' });
  return accept({ referral, replay: null });
};

/** Nobody took a step since it was read. */
export const referralGuard = (referral: Referral): Readonly<Record<string, Condition>> => ({ state: is('referred'), 'referral.turn': is(referral.turn) });

/** The referral after a person's step: the next turn, with the step noted. */
export const steppedReferral = (referral: Referral, fields: Partial<Referral>, step: Step): Referral => ({
  ...referral,
  ...fields,
  turn: referral.turn + 1,
  asked: 0,
  steps: withStep(referral.steps, step.operationId, step.inputHash),
});

export const referralEvent = (referral: Referral, step: Step): { readonly turn: number; readonly closesTaskId: string | null; readonly eventId: string; readonly atMs: number; readonly byId: string } => ({
  turn: referral.turn + 1,
  closesTaskId: referral.taskId,
  eventId: deriveId('e', step.operationId),
  atMs: step.nowMs,
  byId: step.actorId,
});
