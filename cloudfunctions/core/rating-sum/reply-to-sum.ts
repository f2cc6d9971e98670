import { changedBy, is, REPLAY, type OutcomeOf } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { partiesOf, worksAt, type Member } from '../member/member';
import { privateWordRefusal } from '../publicity/public-words';
import { RULES } from '../rules';
import { isPublicGiver, revealedFrom, withStep, type RatingSum, type RatingSumEvent, type SumReply } from './rating-sum';
import { peopleOf } from './score';

type Outcome = Result<OutcomeOf<RatingSumEvent>>;

const isRatedSide = (sum: Pick<RatingSum, 'partyId'>, member: Member): boolean => partiesOf(member).includes(sum.partyId);

/** Shops and units, whose score neighbours see; once there is one, and once. */
export const mayReply = (sum: RatingSum, nowMs: number): boolean =>
  sum.reply === null && isPublicGiver(sum) && peopleOf(revealedFrom(sum.tallies, nowMs).shown) >= RULES.ratingSum.peopleMin;

/**
 * The rated side answers all of it in a sentence that neighbours read. To one sentence nobody answers: neighbours read
 * none of them, and an answer to whoever wrote it would show that they are known. Refusals: NOT_FOUND, PUBLIC_TEXT_PRIVATE,
 * REPLY_NOT_NOW, OPERATION_REUSED.
 */
export const decideReply = (sum: RatingSum, words: string, member: Member, step: Step): Outcome => {
  if (!isRatedSide(sum, member)) return refuse('NOT_FOUND');
  const known = knownStep(sum.steps, step);
  if (known !== null) return known;
  if (!mayReply(sum, step.nowMs)) return refuse('REPLY_NOT_NOW');
  const isPrivate = privateWordRefusal(words, 'words');
  if (isPrivate !== null) return isPrivate;
  const reply: SumReply = { words, byId: step.actorId, atMs: step.nowMs, hiddenNote: null };
  return accept(changedBy<RatingSumEvent>({ when: { reply: is(null), revision: is(sum.revision) }, set: { reply, steps: withStep(sum.steps, step) }, event: { kind: 'replied', eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId } }));
};

/** Whether somebody may put a reply away: staff of the place, and not the rated side. */
export const mayHideReply = (sum: RatingSum, member: Member): boolean => sum.reply !== null && sum.reply.hiddenNote === null && worksAt(member, sum.communityId) && !isRatedSide(sum, member);

/** Staff put it away with a reason that the rated side reads; what is put away stays so. Refusals: OUT_OF_AREA, NOT_FOUND, NOT_ALLOWED, OPERATION_REUSED. */
export const decideHideReply = (sum: RatingSum, note: string, member: Member, step: Step): Outcome => {
  if (!worksAt(member, sum.communityId)) return refuse('OUT_OF_AREA');
  const known = knownStep(sum.steps, step);
  if (known !== null) return known;
  if (sum.reply === null) return refuse('NOT_FOUND');
  if (sum.reply.hiddenNote !== null) return accept(REPLAY);
  if (!mayHideReply(sum, member)) return refuse('NOT_ALLOWED', { message: '这是您自己这边的回应，请另一位同事来看。' });
  return accept(changedBy<RatingSumEvent>({ when: { 'reply.hiddenNote': is(null), revision: is(sum.revision) }, set: { 'reply.hiddenNote': note, steps: withStep(sum.steps, step) }, event: { kind: 'replyHidden', eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId } }));
};

/** The party lets neighbours see that they are thanked, or no longer. Refusals: NOT_FOUND, OPERATION_REUSED. */
export const decideShowPraise = (sum: RatingSum, shows: boolean, member: Member, step: Step): Outcome => {
  if (!isRatedSide(sum, member) || sum.praise === null) return refuse('NOT_FOUND');
  const known = knownStep(sum.steps, step);
  if (known !== null) return known;
  return accept(changedBy<RatingSumEvent>({ when: { revision: is(sum.revision) }, set: { 'praise.isShown': shows, steps: withStep(sum.steps, step) }, event: { kind: 'praiseShown', shows, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId } }));
};
