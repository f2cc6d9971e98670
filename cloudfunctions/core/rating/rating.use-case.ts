import { LIMITS, type ApiContract, type AppealTaskView, type CallBackView, type MyRatingView, type Page, type RatingMediaTaskView } from '@contract';
import * as v from 'valibot';
import { aggregateRepository } from '../aggregate/aggregate.repository';
import { changeAggregate } from '../aggregate/settle.use-case';
import { stepOf } from '../aggregate/step.use-case';
import { writeAudit } from '../audit/audit.repository';
import { codeHashOf } from '../handover/code';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { deriveId } from '../kernel/ids';
import { fail, unwrap } from '../kernel/result';
import { partiesOf } from '../member/member';
import { isPersonId } from '../person/person-id';
import { personRepository } from '../person/person.repository';
import { checkText } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { environmentValue } from '../platform/environment';
import { openText, sealText } from '../platform/field-sealer';
import { whereAfter } from '../platform/keyset';
import { temporaryLinks } from '../platform/storage';
import { oneOf } from '../platform/store';
import { findGrants } from '../points/earning.repository';
import { decideLeaveNumber, decideMayCall, decideRecordCall } from './call-back';
import { decideMayLook, decideMediaByStaff } from './judge-media';
import type { Rating, RatingEvent } from './rating';
import { mediaEntries } from './rating-media';
import { decideAppeal, decideEndAppeal, decideMayRead } from './rating-appeal';
import { RATING_KIND } from './rating-kind';
import { appealTaskView, callBackView, earningOf, mediaFilesOf, mediaTaskView, myRatingView } from './rating-view';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];
type RatingRef = { readonly ratingId: string };

const ratingRepository = aggregateRepository<Rating, RatingEvent>('ratings');

const placeSchema = v.tuple([v.number(), v.string()]);
const ORDER = [['createdAtMs', 'desc'], ['_id', 'desc']] as const;

/** What the reader rated, themselves or through those they answer for, the newest first. */
export const myRatings = async ({ member, nowMs }: MemberContext, input: Parsed<'rating.mine'>): Promise<Page<MyRatingView>> => {
  const where = whereAfter({ raterId: oneOf(partiesOf(member)) }, ORDER, decodeCursor(input.cursor, placeSchema));
  const found = await ratingRepository.list({ where, order: ORDER, limit: LIMITS.pageSize + 1 });
  const page = found.slice(0, LIMITS.pageSize);
  const end = page.at(-1);
  const [links, grants] = await Promise.all([temporaryLinks(page.flatMap((rating) => mediaFilesOf(rating, 'rater'))), findGrants(page.flatMap((rating) => earningOf(rating) ?? []))]);
  return { items: page.map((rating) => myRatingView(rating, { dutyPhone: member.dutyPhone, nowMs, links, grants })), nextCursor: found.length > page.length && end ? encodeCursor([end.createdAtMs, end._id]) : null };
};

/** @throws RefusedError NOT_FOUND, APPEAL_ALREADY, APPEAL_NOT_NOW, TEXT_RISKY, CONTENT_CHECK_UNAVAILABLE, OPERATION_REUSED, BUSY. */
export const appealRating = async (context: MemberContext, input: Parsed<'rating.appeal'>): Promise<RatingRef> => {
  // Only staff read it; what WeChat is not sure about, they are.
  await checkText(context.openid, [input.words]);
  await changeAggregate(RATING_KIND, context, input.ratingId, (standing) => decideAppeal(standing, input.words, context.member, stepOf(context, input)));
  return { ratingId: input.ratingId };
};

/** What was left is remembered by a keyed hash: a number is soon tried by whoever sees a plain one. */
export const leaveNumber = async (context: MemberContext, { ratingId, phone }: Parsed<'rating.leaveNumber'>): Promise<RatingRef> => {
  const step = stepOf(context, { ratingId, phone: codeHashOf(environmentValue('LINYUAN_ID_SECRET'), ratingId, phone) });
  const sealed = sealText(phone);
  await changeAggregate(RATING_KIND, context, ratingId, (standing) => decideLeaveNumber(standing, sealed, context.member, step));
  return { ratingId };
};

export const readAppeal = async (context: MemberContext, input: Parsed<'rating.readAppeal'>): Promise<AppealTaskView> => {
  const rating = await ratingRepository.get(input.ratingId);
  const appeal = unwrap(decideMayRead(rating, context.member));
  return appealTaskView(rating, appeal, await temporaryLinks(mediaFilesOf(rating, 'judge')));
};

export const endAppeal = async (context: MemberContext, input: Parsed<'rating.decideAppeal'>): Promise<AppealTaskView> => {
  const rating = await changeAggregate(RATING_KIND, context, input.ratingId, (standing) => decideEndAppeal(standing, input.isGranted, input.note, context.member, stepOf(context, input)));
  return appealTaskView(rating, rating.appeal ?? fail('NOT_FOUND'), await temporaryLinks(mediaFilesOf(rating, 'judge')));
};

/** How whoever rated is reached: the number they left, or that of somebody on paper. Nothing when the call is over. */
const reachOf = async (rating: Rating): Promise<Pick<CallBackView, 'phone' | 'callName'>> => {
  if (rating.callBack === null || rating.callBack.outcome !== null) return { phone: null, callName: '' };
  const left = rating.callBack.phoneSealed === null ? null : openText(rating.callBack.phoneSealed);
  if (!isPersonId(rating.raterId)) return { phone: left, callName: '' };
  const person = await personRepository.find(rating.raterId);
  return { phone: left ?? (person?.phoneSealed ? openText(person.phoneSealed) : null), callName: person === null ? '' : openText(person.nameSealed) };
};

/** The audit line comes before the number. */
export const readCallBack = async (context: MemberContext, input: Parsed<'callBack.read'>): Promise<CallBackView> => {
  const rating = await ratingRepository.get(input.ratingId);
  const callBack = unwrap(decideMayCall(rating, context.member));
  if (callBack.outcome === null) await writeAudit({ auditId: deriveId('a', context.requestId, rating._id), kind: 'readContact', byId: context.callerId, subjectId: rating._id, areaIds: rating.areaIds, note: '评价回访', atMs: context.nowMs });
  return callBackView(rating, callBack, await reachOf(rating), await temporaryLinks(mediaFilesOf(rating, 'staff')));
};

export const recordCall = async (context: MemberContext, input: Parsed<'callBack.record'>): Promise<ApiContract['callBack.record']['output']> => {
  const rating = await changeAggregate(RATING_KIND, context, input.ratingId, (standing) => decideRecordCall(standing, input.result, input.note, context.member, stepOf(context, input)));
  return { ratingId: rating._id, isOver: rating.callBack?.outcome !== null };
};

/** What staff are to look at. It is private, so the reading stands in the audit before it is told. Refuses NOT_FOUND, OUT_OF_AREA, NOT_ALLOWED. */
export const readMedia = async (context: MemberContext, input: Parsed<'rating.readMedia'>): Promise<RatingMediaTaskView> => {
  const rating = unwrap(decideMayLook(await ratingRepository.get(input.ratingId), context.member));
  const fileIds = mediaFilesOf(rating, 'looker');
  if (!mediaEntries(rating).some(([, { state }]) => state === 'human')) return { ...mediaTaskView(rating, new Map()), words: '' };
  await writeAudit({ auditId: deriveId('a', context.requestId, rating._id), kind: 'readRating', byId: context.callerId, subjectId: rating._id, areaIds: rating.areaIds, note: '看评价里检查拿不准的', atMs: context.nowMs });
  return mediaTaskView(rating, fileIds.length === 0 ? new Map() : await temporaryLinks(fileIds));
};

/** What staff found; a reason is read by whoever rated, so it is checked like any text. */
export const judgeMedia = async (context: MemberContext, input: Parsed<'rating.judgeMedia'>): Promise<ApiContract['rating.judgeMedia']['output']> => {
  const { ratingId, media, decision } = input;
  if (decision.kind === 'refuse' && (await checkText(context.openid, [decision.reason])) === 'review') fail('TEXT_RISKY', { message: '这句话请换个说法。', fields: { 'decision.reason': '请换个说法' } });
  await changeAggregate(RATING_KIND, context, ratingId, (rating) => decideMediaByStaff(rating, media, decision, context.member, stepOf(context, input)));
  return { ratingId };
};
