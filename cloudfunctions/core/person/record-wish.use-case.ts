import type { ApiContract, RecordWishInput } from '@contract';
import { hashInput } from '../kernel/ids';
import { fail, RefusedError, unwrap } from '../kernel/result';
import { benefitsAt } from '../benefit/benefit.repository';
import { isCompared } from '../benefit/match-benefits';
import { checkText } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { assertOwnFile } from '../platform/storage';
import { settleAfterCommand } from '../wish/settle-wish.use-case';
import { submissionRefusalOf, wishIdOf } from '../wish/submit-wish';
import type { Wish } from '../wish/wish';
import { wishRepository } from '../wish/wish.repository';
import { getPersonFor } from './person.use-case';
import { decideRecordedWish, wishInputOf } from './record-wish';

type Reply = ApiContract['phone.recordWish']['output'];

const replyOf = (wish: Wish): Reply => ({ wishId: wish._id, reviewDueAtMs: wish.review.dueAtMs });

const replayOf = (wish: Wish, inputHash: string): Reply => (wish.inputHash === inputHash ? replyOf(wish) : fail('OPERATION_REUSED'));

const record = async (context: MemberContext, input: RecordWishInput, inputHash: string): Promise<Reply> => {
  if (input.consent.kind !== 'phone') assertOwnFile(input.consent.fileId, context.callerId);
  const person = await getPersonFor(context, input.personId);
  const refusal = submissionRefusalOf(wishInputOf(person, input), context.member, context.nowMs);
  if (refusal !== null) throw new RefusedError(refusal.refusal);
  const benefits = isCompared(input.category) ? await benefitsAt(person.areaId, false) : [];
  const needsCare = (await checkText(context.openid, [input.title, input.story, input.shareNote])) === 'review';
  const wish = unwrap(decideRecordedWish(person, input, context.member, { operationId: context.operationId, inputHash, nowMs: context.nowMs, needsCare, benefits }));
  if ((await wishRepository.insert(wish)) === 'exists') return replayOf(await wishRepository.get(wish._id), inputHash);
  await settleAfterCommand(wish._id, context.nowMs, context.requestId);
  return replyOf(wish);
};

/**
 * 电话代办: one insert under an id made from the act, as for any wish; a repeat finds it there, and a refusal looks
 * whether this very act stood before.
 * @throws RefusedError NOT_FOUND, OUT_OF_AREA, BAD_INPUT, WISH_*, FILE_NOT_YOURS, TEXT_RISKY,
 *   CONTENT_CHECK_UNAVAILABLE, OPERATION_REUSED.
 */
export const recordWish = async (context: MemberContext, input: RecordWishInput): Promise<Reply> => {
  const inputHash = hashInput(input);
  try {
    return await record(context, input, inputHash);
  } catch (error) {
    if (!(error instanceof RefusedError) || error.refusal.code === 'OPERATION_REUSED') throw error;
    const standing = await wishRepository.find(wishIdOf(context.operationId));
    if (standing === null) throw error;
    return replayOf(standing, inputHash);
  }
};
