import { LIMITS, type ApiContract, type Page, type PublicityCardView, type PublicityView } from '@contract';
import * as v from 'valibot';
import { aggregateRepository } from '../aggregate/aggregate.repository';
import { changeAggregate } from '../aggregate/settle.use-case';
import { stepOf } from '../aggregate/step.use-case';
import { writeAudit } from '../audit/audit.repository';
import { loadOverrides } from '../calendar/calendar.repository';
import { pathOf } from '../kernel/area-tree';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { deriveId } from '../kernel/ids';
import { fail, RefusedError } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import { checkText } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { openText, sealText } from '../platform/field-sealer';
import { whereAfter } from '../platform/keyset';
import { assertOwnFile, temporaryLinks } from '../platform/storage';
import { store } from '../platform/store';
import { RULES } from '../rules';
import { decideAnswerToObjection } from './answer-objection';
import { decideObjection, isOfItsDistrict } from './object-publicity';
import { isOver, objectionIdOf, objectionsOf, type Publicity } from './publicity';
import type { PublicityEvent } from './publicity-event';
import { CARD_FIELDS, publicityCardView, publicityView, type PublicityCard } from './publicity-view';
import { decidePosting } from './record-posting';
import { PUBLICITY_KIND } from './settle-publicity';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

const repository = aggregateRepository<Publicity, PublicityEvent>(PUBLICITY_KIND.collection);

const BOARD_ORDER = [['shownAtMs', 'desc'], ['_id', 'desc']] as const;

/** The nodes above a person's home, and those they work for. */
const mayReadBoard = (member: Member, areaId: string): boolean => pathOf(member.areaId).includes(areaId) || worksAt(member, areaId);

/** The notice board of a community, street or district. One query; what ended long ago is not shown. */
export const listPublicities = async (context: MemberContext, input: Parsed<'publicity.list'>): Promise<Page<PublicityCardView>> => {
  const areaId = input.areaId ?? context.member.communityId;
  if (!mayReadBoard(context.member, areaId)) fail('OUT_OF_AREA', { message: '只能看自己社区、街道和区里的公示。' });
  const last = decodeCursor(input.cursor, v.tuple([v.number(), v.string()]));
  const where = whereAfter({ areaIds: areaId, isOpen: input.state === 'open' }, BOARD_ORDER, last);
  const cards = await store.query<PublicityCard>('publicities', { where, order: BOARD_ORDER, limit: LIMITS.pageSize + 1, fields: CARD_FIELDS });
  const oldestMs = input.state === 'open' ? 0 : context.nowMs - RULES.publicity.shownAfterEndMs;
  const shown = cards.slice(0, LIMITS.pageSize).filter((card) => card.shownAtMs >= oldestMs);
  const end = shown.at(-1);
  const hasMore = shown.length === LIMITS.pageSize && cards.length > LIMITS.pageSize && end !== undefined;
  return { items: shown.map(publicityCardView), nextCursor: hasMore ? encodeCursor([end.shownAtMs, end._id]) : null };
};

/** Staff read who objected and what, and the audit knows it first; the own words one reads without. */
const readTexts = async (publicity: Publicity, context: MemberContext): Promise<ReadonlyMap<string, string>> => {
  const objections = objectionsOf(publicity);
  const readable = worksAt(context.member, publicity.areaId) ? objections : objections.filter((objection) => objection.objectionId === objectionIdOf(publicity._id, context.callerId));
  if (readable.some((objection) => objection.byId !== context.callerId)) {
    await writeAudit({ auditId: deriveId('a', context.requestId, publicity._id), kind: 'readObjection', byId: context.callerId, subjectId: publicity._id, areaIds: publicity.areaIds, note: '核实公示异议', atMs: context.nowMs });
  }
  return new Map(readable.map((objection) => [objection.objectionId, openText(objection.textSealed)]));
};

const isStillShown = (publicity: Publicity, nowMs: number): boolean => !isOver(publicity) || (publicity.endedAtMs ?? 0) >= nowMs - RULES.publicity.shownAfterEndMs;

export const getPublicity = async (context: MemberContext, input: Parsed<'publicity.get'>): Promise<PublicityView> => {
  const publicity = await repository.get(input.publicityId);
  const isStaff = worksAt(context.member, publicity.areaId);
  if (!isOfItsDistrict(publicity, context.member) || publicity.isForgotten || (!isStaff && !isStillShown(publicity, context.nowMs))) fail('NOT_FOUND');
  const photos = isStaff ? Object.values(publicity.postings).flatMap((posting) => (posting?.photoFileId ? [posting.photoFileId] : [])) : [];
  const texts = await readTexts(publicity, context);
  const links = await temporaryLinks(photos);
  return publicityView({ publicity, reader: context.member, nowMs: context.nowMs, links, texts });
};

/** Somebody else's objection in the same moment stops the clock first; the second one then finds it stopped and joins. */
const onceMoreWhenBusy = async <T>(run: () => Promise<T>): Promise<T> => {
  try {
    return await run();
  } catch (error) {
    if (error instanceof RefusedError && error.refusal.code === 'BUSY') return run();
    throw error;
  }
};

/** The moment that counts is when the call came in, so the text check cannot make somebody late. */
export const objectToPublicity = async (context: MemberContext, input: Parsed<'publicity.object'>): Promise<ApiContract['publicity.object']['output']> => {
  await checkText(context.openid, [input.text]);
  const overrides = await loadOverrides(context.nowMs);
  const words = { textSealed: sealText(input.text), isAnonymousToPublic: input.isAnonymousToPublic };
  const publicity = await onceMoreWhenBusy(() =>
    changeAggregate(PUBLICITY_KIND, context, input.publicityId, (found: Publicity) => decideObjection(found, words, context.member, stepOf(context, input), overrides)),
  );
  return { publicityId: publicity._id, answerDueAtMs: publicity.objections[objectionIdOf(publicity._id, context.callerId)]?.dueAtMs ?? context.nowMs };
};

export const answerObjection = async (context: MemberContext, input: Parsed<'publicity.answer'>): Promise<{ readonly publicityId: string }> => {
  const { publicityId, ...words } = input;
  await checkText(context.openid, [input.text]);
  const overrides = await loadOverrides(context.nowMs);
  await changeAggregate(PUBLICITY_KIND, context, publicityId, (found: Publicity) => decideAnswerToObjection(found, words, context.member, stepOf(context, input), overrides));
  return { publicityId };
};

export const recordPosting = async (context: MemberContext, input: Parsed<'publicity.recordPosting'>): Promise<{ readonly publicityId: string }> => {
  const { publicityId, level, place, photoFileId } = input;
  if (photoFileId !== null) assertOwnFile(photoFileId, context.callerId);
  await changeAggregate(PUBLICITY_KIND, context, publicityId, (found: Publicity) => decidePosting(found, level, { place, photoFileId }, context.member, stepOf(context, input)));
  return { publicityId };
};
