import type { ApiContract, ReviewView } from '@contract';
import { writeAudit } from '../audit/audit.repository';
import { stepOf } from '../aggregate/step.use-case';
import { deriveId } from '../kernel/ids';
import { fail } from '../kernel/result';
import { worksAt } from '../member/member';
import { checkText } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { openText } from '../platform/field-sealer';
import { assertOwnFile, temporaryLinks } from '../platform/storage';
import { changeWish } from '../wish/change-wish.use-case';
import type { Wish } from '../wish/wish';
import { linkedFilesOf } from '../wish/wish-detail';
import { liveWishesOf } from '../wish/wish-lists.use-case';
import { wishRepository } from '../wish/wish.repository';
import { decideAnswer } from './answer-review';
import { decidePhoto } from './decide-photo';
import { decideReview } from './decide-review';
import { reviewView } from './review-view';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];


/** The reading is in the audit before the name is in the answer; one line a call. */
const readBeneficiary = async (wish: Wish, context: MemberContext): Promise<string | null> => {
  if (wish.onBehalf === null) return null;
  await writeAudit({
    auditId: deriveId('a', context.requestId, wish._id),
    kind: 'readBeneficiary',
    byId: context.callerId,
    subjectId: wish._id,
    areaIds: wish.areaIds,
    note: '审核心愿',
    atMs: context.nowMs,
  });
  return openText(wish.onBehalf.beneficiaryNameSealed);
};

/** A wish before its reviewer: the wish, the household's other wishes, the links, and a line of audit for the name. */
export const getReview = async (context: MemberContext, input: Parsed<'review.get'>): Promise<ReviewView> => {
  const wish = await wishRepository.get(input.wishId);
  if (!worksAt(context.member, wish.areaId)) fail('OUT_OF_AREA');
  const consentFileId = wish.onBehalf?.consentFileId ?? null;
  const consentFiles = consentFileId === null ? [] : [consentFileId];
  const beneficiaryName = await readBeneficiary(wish, context);
  const [live, links] = await Promise.all([liveWishesOf(wish.householdId), temporaryLinks([...linkedFilesOf(wish, context.member), ...consentFiles])]);
  const similar = live.filter((other) => other._id !== wish._id);
  return reviewView({ wish, reader: context.member, similar, links, beneficiaryName, nowMs: context.nowMs });
};

/** Words put right while approving go on the wall at once, and a question or a reason is read by the poster, so they are looked at like any others. */
const checkWords = async (context: MemberContext, decision: Parsed<'review.decide'>['decision']): Promise<void> => {
  const words = decision.kind === 'approve' ? [decision.title, decision.story].filter((text): text is string => text !== null) : [decision.note];
  if (words.length > 0 && (await checkText(context.openid, words)) === 'review') fail('TEXT_RISKY', { message: '写的字句没有通过内容检查，请换个说法。' });
};

export const decideOnWish = async (context: MemberContext, input: Parsed<'review.decide'>): Promise<{ readonly wishId: string }> => {
  await checkWords(context, input.decision);
  await changeWish(context, input.wishId, (wish) => decideReview(wish, input.decision, context.member, stepOf(context, input)));
  return { wishId: input.wishId };
};

export const decideOnPhoto = async (context: MemberContext, input: Parsed<'review.photo'>): Promise<{ readonly photoId: string }> => {
  await changeWish(context, input.wishId, (wish) => decidePhoto(wish, input.photoId, input.verdict, context.member, stepOf(context, input)));
  return { photoId: input.photoId };
};

/** The poster's answer to the reviewer's question. */
export const answerReview = async (context: MemberContext, input: Parsed<'wish.answer'>): Promise<ApiContract['wish.answer']['output']> => {
  input.photoFileIds.forEach((fileId) => assertOwnFile(fileId, context.callerId));
  const needsCare = (await checkText(context.openid, [input.answer])) === 'review';
  const wish = await changeWish(context, input.wishId, (found) => decideAnswer(found, { answer: input.answer, photoFileIds: input.photoFileIds, needsCare }, context.member, stepOf(context, input)));
  return { wishId: wish._id, reviewDueAtMs: wish.review.dueAtMs };
};
