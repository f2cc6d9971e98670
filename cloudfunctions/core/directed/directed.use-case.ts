import { LIMITS, type ApiContract, type DirectedCardView, type DirectedRef, type DirectedView, type Page } from '@contract';
import * as v from 'valibot';
import { changeAggregate } from '../aggregate/settle.use-case';
import { stepOf } from '../aggregate/step.use-case';
import type { Step } from '../aggregate/step';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { fail, refuse, type Result } from '../kernel/result';
import { groundFor } from '../lane/lane.repository';
import { fileOfKey } from '../media/judge-photo';
import { partiesOf, worksAt, type Member } from '../member/member';
import { memberRepository } from '../member/member.repository';
import type { MemberContext } from '../platform/context';
import { whereAfter } from '../platform/keyset';
import { assertOwnFile, isOwnFile, temporaryLinks } from '../platform/storage';
import { oneOf } from '../platform/store';
import { checkWords } from '../shift/words-check.use-case';
import { wishTitles } from '../wish/wish-titles.repository';
import { decideAnswer, decideCancel, type AgreeFacts, type DirectedDecision } from './answer-gift';
import { audienceOf, isOfCommunity } from './directed-access';
import type { DirectedGift, DirectedOutcome } from './directed-gift';
import { DIRECTED_KIND } from './directed-kind';
import { decideJudgePhoto, toldPhotosOf } from './directed-photos';
import { directedCardView, directedView, filesFor, wishIdsFor } from './directed-view';
import { directedRepository, isLateElsewhere } from './directed.repository';
import { decideCallOff, decideHandOver, decideReceive } from './hand-things';
import { decideWithdraw } from './offer-gift';
import { decideReport } from './report-gift';
import { decideAnswerLeftover, decideConfirmReturn, decideCorrectReturn, decideRecordReturn, decideSettleLeftover } from './settle-leftover';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

export const refOf = ({ _id, state }: DirectedGift): DirectedRef => ({ directedId: _id, state });

/** Payments come in while people act: whoever lost decides anew. */
const TRIES = 4;

/** One act on a gift that the caller may see; what they do not see is not there. */
export const actOn = async <I extends { readonly directedId: string }>(context: MemberContext, input: I, decide: (gift: DirectedGift, actor: Member, step: Step) => Result<DirectedOutcome>, read: DirectedGift | null = null): Promise<DirectedRef> =>
  refOf(await changeAggregate(DIRECTED_KIND, context, input.directedId, (gift) => (audienceOf(gift, context.member) === null ? refuse('NOT_FOUND') : decide(gift, context.member, stepOf(context, input))), TRIES, read));

/** Refuses NOT_FOUND, also for what the reader may not see. */
export const readableGift = async ({ member }: MemberContext, directedId: string): Promise<DirectedGift> => {
  const gift = await directedRepository.get(directedId);
  return audienceOf(gift, member) === null ? fail('NOT_FOUND') : gift;
};

export const getDirected = async (context: MemberContext, { directedId }: Parsed<'directed.get'>): Promise<DirectedView> => {
  const gift = await readableGift(context, directedId);
  const [links, wishes] = await Promise.all([temporaryLinks(filesFor(gift, context.member)), wishTitles(wishIdsFor(gift, context.member))]);
  return directedView(gift, { reader: context.member, nowMs: context.nowMs, links, wishes });
};

export const withdrawDirected = (context: MemberContext, input: Parsed<'directed.withdraw'>): Promise<DirectedRef> => actOn(context, input, decideWithdraw);

/** Who shall answer for it: by the code they read out, or whoever accepts. Refuses PERSON_NOT_FOUND. */
const answerableOf = async ({ member }: MemberContext, code: string | null): Promise<Member> => {
  const found = code === null ? member : await memberRepository.findByCode(code);
  if (found === null) return fail('PERSON_NOT_FOUND', { fields: { answerableCode: '没找到这个编号' } });
  return found._id === member._id ? member : ((await memberRepository.find(found._id)) ?? fail('PERSON_NOT_FOUND'));
};

/** What agreeing asks of other areas. Three requests, two more with a code; none where nothing is agreed. */
const agreeFactsOf = async (context: MemberContext, directedId: string, decision: DirectedDecision): Promise<AgreeFacts> => {
  if (decision.kind !== 'accept') return { ground: null, answerable: context.member, isLateElsewhere: false };
  const { communityId } = await readableGift(context, directedId);
  const answerable = await answerableOf(context, decision.answerableCode);
  const [ground, isLate] = await Promise.all([groundFor(communityId, 'directed'), isLateElsewhere(answerable._id)]);
  return { ground, answerable, isLateElsewhere: isLate };
};

/** Refuses NOT_FOUND, OUT_OF_AREA, DIRECTED_OWN, DIRECTED_CHANGED, LANE_CLOSED, PERSON_NOT_FOUND, DIRECTED_LATE, BAD_INPUT, TEXT_RISKY, OPERATION_REUSED, BUSY. */
export const answerDirected = async (context: MemberContext, input: Parsed<'directed.answer'>): Promise<DirectedRef> => {
  const { decision } = input;
  await checkWords(context, decision.kind === 'accept' ? Object.values(decision.facts) : [decision.note], decision.kind === 'accept' ? 'facts' : 'note');
  const facts = await agreeFactsOf(context, input.directedId, decision);
  return actOn(context, input, (gift, actor, step) => decideAnswer(gift, decision, facts, actor, step));
};

export const handOverThing = async (context: MemberContext, input: Parsed<'directed.handOver'>): Promise<DirectedRef> => {
  await checkWords(context, [input.note], 'note');
  return actOn(context, input, (gift, actor, step) => decideHandOver(gift, input.thingId, { note: input.note, handedAtMs: input.handedAtMs }, actor, step));
};

export const receiveThing = async (context: MemberContext, input: Parsed<'directed.receive'>): Promise<DirectedRef> => {
  await checkWords(context, [input.note], 'note');
  return actOn(context, input, (gift, actor, step) => decideReceive(gift, input.thingId, { count: input.count, note: input.note }, actor, step));
};

export const callOffThing = async (context: MemberContext, input: Parsed<'directed.callOff'>): Promise<DirectedRef> => {
  await checkWords(context, [input.reason], 'reason');
  return actOn(context, input, (gift, actor, step) => decideCallOff(gift, input.thingId, input.reason, actor, step));
};

export const cancelDirected = async (context: MemberContext, input: Parsed<'directed.cancel'>): Promise<DirectedRef> => {
  await checkWords(context, [input.reason], 'reason');
  return actOn(context, input, (gift, actor, step) => decideCancel(gift, input.reason, actor, step));
};

export const reportDirected = async (context: MemberContext, input: Parsed<'directed.report'>): Promise<DirectedRef> => {
  for (const fileId of input.photos) assertOwnFile(fileId, context.callerId);
  await checkWords(context, [input.text], 'text');
  return actOn(context, input, (gift, actor, step) => decideReport(gift, { kind: input.kind, text: input.text, photos: input.photos }, actor, step));
};

export const judgeDirectedPhoto = async (context: MemberContext, input: Parsed<'directed.judgePhoto'>): Promise<DirectedRef> => {
  const { decision, photoKey } = input;
  await checkWords(context, decision.kind === 'refuse' ? [decision.reason] : [], 'decision.reason');
  const isOwn = (gift: DirectedGift): boolean => isOwnFile(fileOfKey(toldPhotosOf(gift), photoKey) ?? '', context.callerId);
  return actOn(context, input, (gift, actor, step) => decideJudgePhoto(gift, { photoKey, decision }, isOwn(gift), actor, step));
};

export const settleDirectedLeftover = async (context: MemberContext, input: Parsed<'directed.settleLeftover'>): Promise<DirectedRef> => {
  await checkWords(context, [input.reason], 'reason');
  return actOn(context, input, (gift, actor, step) => decideSettleLeftover(gift, input.to, input.reason, actor, step));
};

export const answerDirectedLeftover = async (context: MemberContext, input: Parsed<'directed.answerLeftover'>): Promise<DirectedRef> => {
  await checkWords(context, [input.note], 'note');
  return actOn(context, input, (gift, actor, step) => decideAnswerLeftover(gift, input, actor, step));
};

export const recordDirectedReturn = async (context: MemberContext, input: Parsed<'directed.recordReturn'>): Promise<DirectedRef> => {
  await checkWords(context, [input.voucherNo], 'voucherNo');
  return actOn(context, input, (gift, actor, step) => decideRecordReturn(gift, input.voucherNo, actor, step));
};

export const correctDirectedReturn = async (context: MemberContext, input: Parsed<'directed.correctReturn'>): Promise<DirectedRef> => {
  await checkWords(context, [input.voucherNo, input.reason], 'reason');
  return actOn(context, input, (gift, actor, step) => decideCorrectReturn(gift, input, actor, step));
};

export const confirmDirectedReturn = (context: MemberContext, input: Parsed<'directed.confirmReturn'>): Promise<DirectedRef> => actOn(context, input, decideConfirmReturn);

const PLACE = v.tuple([v.number(), v.string()]);
const NEWEST = [['offeredAtMs', 'desc'], ['_id', 'desc']] as const;
const OLDEST = [['offeredAtMs', 'asc'], ['_id', 'asc']] as const;

const pageOf = async ({ member }: MemberContext, where: Readonly<Record<string, unknown>>, order: typeof NEWEST | typeof OLDEST, cursor: string | null): Promise<Page<DirectedCardView>> => {
  const rows = await directedRepository.list({ where: whereAfter(where, order, decodeCursor(cursor, PLACE)), order, limit: LIMITS.pageSize + 1 });
  const shown = rows.slice(0, LIMITS.pageSize);
  const end = shown.at(-1);
  return { items: shown.map((gift) => directedCardView(gift, member)), nextCursor: rows.length > shown.length && end ? encodeCursor([end.offeredAtMs, end._id]) : null };
};

/** Of the own community, or of one the reader works in or has a shop in. Refuses OUT_OF_AREA. */
export const listDirected = (context: MemberContext, input: Parsed<'directed.list'>): Promise<Page<DirectedCardView>> => {
  const communityId = input.areaId ?? context.member.communityId;
  return pageOf(context, { communityId: isOfCommunity({ communityId }, context.member) ? communityId : fail('OUT_OF_AREA'), shown: input.shown }, NEWEST, input.cursor);
};

/** What one gave oneself, for a shop or for a unit, or what one answers for. */
export const myDirected = (context: MemberContext, { as, cursor }: Parsed<'directed.mine'>): Promise<Page<DirectedCardView>> =>
  pageOf(context, as === 'answerable' ? { 'answerable.memberId': context.callerId } : { 'giver.partyId': context.member.partyIds.length === 0 ? context.callerId : oneOf(partiesOf(context.member)) }, NEWEST, cursor);

/** Refuses OUT_OF_AREA. */
export const waitingDirected = (context: MemberContext, input: Parsed<'directed.waiting'>): Promise<Page<DirectedCardView>> => {
  const communityId = input.areaId ?? context.member.communityId;
  return pageOf(context, { communityId: worksAt(context.member, communityId) ? communityId : fail('OUT_OF_AREA'), isWaiting: true }, OLDEST, input.cursor);
};
