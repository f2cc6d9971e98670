import type { ApiContract } from '@contract';
import { hashInput } from '../kernel/ids';
import { fail, unwrap } from '../kernel/result';
import { checkText } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { logDefect } from '../platform/log';
import { asDelivery } from '../platform/meter';
import { assertOwnFile } from '../platform/storage';
import { store } from '../platform/store';
import { settleAfterCommand } from '../wish/settle-wish.use-case';
import { servedIdOf } from '../wish/recipient';
import type { Wish } from '../wish/wish';
import { finishRating } from './finish-rating.use-case';
import { decideMayRate, ratingIdOf, ratingOf, type Rating, type RatingInput } from './rating';

type Reply = ApiContract['rating.rate']['output'];

const replyOf = ({ _id, points }: Rating): Reply => ({ ratingId: _id, pointsPending: points?.amount ?? 0, dueAtMs: points?.dueAtMs ?? null });

/** The rating that stands: the same act gives the same answer, another one comes too late. */
const answerAgain = (standing: Rating | null, context: MemberContext, inputHash: string): Reply => {
  if (standing === null) return fail('BUSY');
  if (standing.operationId !== context.operationId || standing.inputHash !== inputHash) return fail('OPERATION_REUSED', { message: '这次帮忙您已经评过了，谢谢。' });
  return replyOf(standing);
};

const save = async (context: MemberContext, wish: Wish, input: RatingInput, inputHash: string): Promise<Reply> => {
  const verdict = await checkText(context.openid, [input.words]);
  const rating = ratingOf(wish, input, { member: context.member, operationId: context.operationId, inputHash, wordsState: verdict === 'review' ? 'human' : 'clear', nowMs: context.nowMs });
  if ((await store.insertOnce('ratings', rating)) === 'exists') return answerAgain(await store.find<Rating>('ratings', rating._id), context, inputHash);
  // Its clock is set, so `jobs` finishes what fails here.
  await asDelivery(() => finishRating(rating)).catch((error: unknown) => logDefect(context.requestId, 'rating', error));
  await settleAfterCommand(wish._id, context.nowMs, context.requestId);
  return replyOf(rating);
};

/**
 * Rates a confirmed claim, once. Made with care it earns a point that waits seven days.
 * @throws RefusedError NOT_FOUND, RATING_NOT_YOURS, RATING_TOO_EARLY, FILE_NOT_YOURS, TEXT_RISKY,
 *   CONTENT_CHECK_UNAVAILABLE, OPERATION_REUSED (rated before), BUSY.
 */
export const rate = async (context: MemberContext, input: RatingInput): Promise<Reply> => {
  const inputHash = hashInput(input);
  const { wish, claim } = unwrap(decideMayRate(await store.find<Wish>('wishes', input.wishId), input.claimId, context.member));
  if (claim.satisfaction !== null) return answerAgain(await store.find<Rating>('ratings', ratingIdOf(input.claimId, servedIdOf(wish))), context, inputHash);
  for (const fileId of input.photoFileIds) assertOwnFile(fileId, context.member._id);
  return save(context, wish, input, inputHash);
};
