import type { ApiContract, RatedReply } from '@contract';
import { settleAfterCommand as settleAggregate } from '../aggregate/settle.use-case';
import { hashInput } from '../kernel/ids';
import { fail, unwrap } from '../kernel/result';
import { checkText } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { environmentValue } from '../platform/environment';
import { assertOwnFile } from '../platform/storage';
import { store } from '../platform/store';
import { RULES } from '../rules';
import { servedIdOf } from '../wish/recipient';
import { settleAfterCommand } from '../wish/settle-wish.use-case';
import type { Shift } from '../shift/shift';
import type { Wish } from '../wish/wish';
import { careTexts } from './careful-rating';
import { findPrints } from './carry-rating.use-case';
import { RATING_KIND } from './rating-kind';
import { claimSubject, decideMayRate, ratingOf, type RatingInput, type RatingSubject, type SaidInput } from './make-rating';
import { decideMayRateShift } from './shift-subject';
import { ratingIdOf, type Rating } from './rating';

/** As it was answered the first time, whatever became of the point since; what it brought stands in `rating.mine`. */
const replyOf = (rating: Rating): RatedReply => ({ ratingId: rating._id, reasons: rating.pointState === 'notOffered' ? [] : careTexts(rating, RULES.rating) });

/** The rating that stands: the same act gives the same answer, another one comes too late. */
const answerAgain = (standing: Rating | null, context: MemberContext, inputHash: string): RatedReply => {
  if (standing === null) return fail('BUSY');
  if (standing.operationId !== context.operationId || standing.inputHash !== inputHash) return fail('OPERATION_REUSED', { message: '这次您已经评过了，谢谢。' });
  return replyOf(standing);
};

/** Whether these files are the rater's own. Refuses FILE_NOT_YOURS. */
const assertOwnFiles = ({ photoFileIds, voiceFileId }: SaidInput, context: MemberContext): void => {
  for (const fileId of [...photoFileIds, ...(voiceFileId === null ? [] : [voiceFileId])]) assertOwnFile(fileId, context.member._id);
};

const save = async (context: MemberContext, subject: RatingSubject, input: SaidInput, inputHash: string): Promise<RatedReply> => {
  assertOwnFiles(input, context);
  const [verdict, prints] = await Promise.all([checkText(context.openid, [input.words]), findPrints(subject.communityId, subject.raterId)]);
  const { member, operationId, nowMs } = context;
  const rating = ratingOf(subject, input, { member, operationId, inputHash, wordsState: verdict === 'review' ? 'human' : 'clear', nowMs, prints, secret: environmentValue('LINYUAN_ID_SECRET') });
  if ((await store.insertOnce('ratings', rating)) === 'exists') return answerAgain(await store.find<Rating>('ratings', rating._id), context, inputHash);
  // Its clock is set, so `jobs` finishes what fails here.
  await settleAggregate(RATING_KIND, rating._id, nowMs, context.requestId);
  return replyOf(rating);
};

/**
 * Rates a confirmed claim, once. Made with care it earns a point that waits seven days.
 * @throws RefusedError NOT_FOUND, RATING_NOT_YOURS, RATING_TOO_EARLY, FILE_NOT_YOURS, TEXT_RISKY,
 *   CONTENT_CHECK_UNAVAILABLE, OPERATION_REUSED (rated before), BUSY.
 */
export const rate = async (context: MemberContext, input: RatingInput): Promise<RatedReply> => {
  const inputHash = hashInput(input);
  const { wish, claim } = unwrap(decideMayRate(await store.find<Wish>('wishes', input.wishId), input.claimId, context.member));
  if (claim.satisfaction !== null) return answerAgain(await store.find<Rating>('ratings', ratingIdOf(input.claimId, servedIdOf(wish))), context, inputHash);
  const reply = await save(context, claimSubject(wish, claim, context.member, context.nowMs), input, inputHash);
  await settleAfterCommand(wish._id, context.nowMs, context.requestId);
  return reply;
};

/**
 * Rates a shift one took part in, once, like a claim.
 * @throws RefusedError NOT_FOUND, RATING_NOT_YOURS, RATING_TOO_EARLY, FILE_NOT_YOURS, TEXT_RISKY,
 *   CONTENT_CHECK_UNAVAILABLE, OPERATION_REUSED (rated before), BUSY.
 */
export const rateShift = async (context: MemberContext, input: ApiContract['rating.rateShift']['parsed']): Promise<RatedReply> => {
  const shift = await store.find<Shift>('shifts', input.shiftId);
  return save(context, unwrap(decideMayRateShift(shift, context.member)), input, hashInput(input));
};
