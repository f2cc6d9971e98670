import { LIMITS, type ApiContract, type Page, type RecheckCallView, type RecheckView, type RectificationRowView, type RectificationView } from '@contract';
import * as v from 'valibot';
import { aggregateRepository } from '../aggregate/aggregate.repository';
import type { OutcomeOf } from '../aggregate/change';
import { changeAggregate } from '../aggregate/settle.use-case';
import { stepOf } from '../aggregate/step.use-case';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { fail, unwrap, type Result } from '../kernel/result';
import { worksAt } from '../member/member';
import { checkText } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { peopleByIds } from '../person/person.repository';
import { whereAfter } from '../platform/keyset';
import { assertOwnFile, temporaryLinks } from '../platform/storage';
import { decideAnswer, decideObjection, decideObjectionAnswer } from './answer-order';
import { decideClose } from './end-rectification';
import { askedRaterOf, decideMayAct, paperRatersOf, type Rectification } from './rectification';
import type { RectificationEvent } from './rectification-event';
import { RECTIFICATION_KIND } from './rectification-kind';
import { evidenceFilesOf, recheckCalls, recheckFilesOf, recheckView, rectificationReaderOf, rectificationRowView, rectificationView } from './rectification-view';
import { decideJudgement, decideRecheckAnswer, decideRecordRecheck, decideReview } from './review-answer';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];
type Decide = (rectification: Rectification) => Result<OutcomeOf<RectificationEvent>>;

const repository = aggregateRepository<Rectification, RectificationEvent>('rectifications');

const placeSchema = v.tuple([v.number(), v.string()]);
const ORDER = [['orderedAtMs', 'desc'], ['_id', 'desc']] as const;

const viewFor = async (context: MemberContext, rectification: Rectification): Promise<RectificationView> => {
  const reader = rectificationReaderOf(rectification, context.member) ?? fail('NOT_FOUND');
  return rectificationView(rectification, { member: context.member, reader, links: await temporaryLinks(evidenceFilesOf(rectification, reader)) });
};

/** After an act the pictures come with the next look. */
const act = async (context: MemberContext, rectificationId: string, decide: Decide): Promise<RectificationView> => {
  const rectification = await changeAggregate(RECTIFICATION_KIND, context, rectificationId, decide);
  return rectificationView(rectification, { member: context.member, reader: rectificationReaderOf(rectification, context.member) ?? fail('NOT_FOUND'), links: new Map() });
};

/** The rated side reads it, so what WeChat is not sure about is asked for in other words. */
const checkNote = async (context: MemberContext, note: string): Promise<void> => {
  if ((await checkText(context.openid, [note])) === 'review') fail('TEXT_RISKY', { message: '这句话请换个说法。', fields: { note: '请换个说法' } });
};

export const getRectification = async (context: MemberContext, { rectificationId }: Parsed<'rectification.get'>): Promise<RectificationView> => viewFor(context, await repository.get(rectificationId));

/** Those of a place, the newest first. Refuses OUT_OF_AREA. */
export const listRectifications = async ({ member }: MemberContext, { areaId, isOpen, cursor }: Parsed<'rectification.list'>): Promise<Page<RectificationRowView>> => {
  if (!worksAt(member, areaId)) fail('OUT_OF_AREA');
  const where = whereAfter({ areaIds: areaId, isOpen }, ORDER, decodeCursor(cursor, placeSchema));
  const found = await repository.list({ where, order: ORDER, limit: LIMITS.pageSize + 1 });
  const page = found.slice(0, LIMITS.pageSize);
  const end = page.at(-1);
  return { items: page.map(rectificationRowView), nextCursor: found.length > page.length && end ? encodeCursor([end.orderedAtMs, end._id]) : null };
};

/** Only staff read it; what WeChat is not sure about, they are. */
export const answerOrder = async (context: MemberContext, input: Parsed<'rectification.answer'>): Promise<RectificationView> => {
  input.photoFileIds.forEach((fileId) => assertOwnFile(fileId, context.callerId));
  await checkText(context.openid, [input.words]);
  return act(context, input.rectificationId, (standing) => decideAnswer(standing, input.words, input.photoFileIds, context.member, stepOf(context, input)));
};

export const objectToOrder = async (context: MemberContext, input: Parsed<'rectification.object'>): Promise<RectificationView> => {
  await checkText(context.openid, [input.words]);
  return act(context, input.rectificationId, (standing) => decideObjection(standing, input.words, context.member, stepOf(context, input)));
};

export const decideOnObjection = async (context: MemberContext, input: Parsed<'rectification.decideObjection'>): Promise<RectificationView> => {
  await checkNote(context, input.note);
  return act(context, input.rectificationId, (standing) => decideObjectionAnswer(standing, input.isUpheld, input.note, context.member, stepOf(context, input)));
};

export const reviewAnswer = async (context: MemberContext, input: Parsed<'rectification.review'>): Promise<RectificationView> => {
  if (input.decision.kind === 'more') await checkNote(context, input.decision.note);
  return act(context, input.rectificationId, (standing) => decideReview(standing, input.decision, context.member, stepOf(context, input)));
};

export const judgeRectification = async (context: MemberContext, input: Parsed<'rectification.judge'>): Promise<RectificationView> => {
  await checkNote(context, input.note);
  return act(context, input.rectificationId, (standing) => decideJudgement(standing, input.isRecovered, input.note, context.member, stepOf(context, input)));
};

export const closeRectification = async (context: MemberContext, input: Parsed<'rectification.close'>): Promise<RectificationView> => {
  await checkNote(context, input.note);
  return act(context, input.rectificationId, (standing) => decideClose(standing, input.outcome, input.note, context.member, stepOf(context, input)));
};

export const getRecheck = async (context: MemberContext, { rectificationId }: Parsed<'recheck.get'>): Promise<RecheckView> => {
  const rectification = await repository.get(rectificationId);
  if (askedRaterOf(rectification, context.member) === null) return fail('NOT_FOUND');
  return recheckView(rectification, { member: context.member, links: await temporaryLinks(recheckFilesOf(rectification)) }, context.nowMs) ?? fail('NOT_FOUND');
};

const callsOf = async (rectification: Rectification): Promise<readonly RecheckCallView[]> => recheckCalls(rectification, await peopleByIds(paperRatersOf(rectification)));

export const listRecheckCalls = async (context: MemberContext, { rectificationId }: Parsed<'recheck.calls'>): Promise<readonly RecheckCallView[]> => {
  const rectification = await repository.get(rectificationId);
  if (rectificationReaderOf(rectification, context.member) !== 'staff') return fail('NOT_FOUND');
  unwrap(decideMayAct(rectification, context.member));
  return callsOf(rectification);
};

export const recordRecheck = async (context: MemberContext, input: Parsed<'recheck.record'>): Promise<readonly RecheckCallView[]> =>
  callsOf(await changeAggregate(RECTIFICATION_KIND, context, input.rectificationId, (standing) => decideRecordRecheck(standing, input.personId, input.answer, context.member, stepOf(context, input))));

export const answerRecheck = async (context: MemberContext, input: Parsed<'recheck.answer'>): Promise<RecheckView> => {
  const rectification = await changeAggregate(RECTIFICATION_KIND, context, input.rectificationId, (standing) => decideRecheckAnswer(standing, input.answer, context.member, stepOf(context, input)));
  // The pictures were seen before the tap.
  return recheckView(rectification, { member: context.member, links: new Map() }, context.nowMs) ?? fail('NOT_FOUND');
};
