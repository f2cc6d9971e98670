import { LIMITS, type ApiContract, type HearThanksView, type Page, type ShownThanksView, type ThanksView } from '@contract';
import * as v from 'valibot';
import { aggregateRepository } from '../aggregate/aggregate.repository';
import { changeAggregate, settleAfterCommand } from '../aggregate/settle.use-case';
import { stepOf } from '../aggregate/step.use-case';
import { writeAudit } from '../audit/audit.repository';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { deriveId } from '../kernel/ids';
import { fail, unwrap } from '../kernel/result';
import { partiesOf } from '../member/member';
import { checkText } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { whereAfter } from '../platform/keyset';
import { assertOwnFile, temporaryLinks } from '../platform/storage';
import { oneOf, store } from '../platform/store';
import { wishRepository } from '../wish/wish.repository';
import { decideSaidAgain } from './end-thanks';
import { decideHearing, decideMayHear } from './hear-thanks';
import { decideConsent, decideShowing } from './show-thanks';
import { decideMayThank, newThanks, type Thanks } from './thanks';
import type { ThanksEvent } from './thanks-event';
import { THANKS_KIND } from './thanks-kind';
import { hearThanksView, SHOWN_FIELDS, shownThanksView, thanksView, voiceFilesOf, type ShownThanks } from './thanks-view';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

const thanksRepository = aggregateRepository<Thanks, ThanksEvent>('thanks');

const viewFor = async (context: MemberContext, thanks: Thanks): Promise<ThanksView> => thanksView(thanks, context.member, await temporaryLinks(voiceFilesOf(thanks, context.member)));

/**
 * Thanks the giver of a confirmed claim, once; who only spoke and was not passed on says it again in words. What WeChat
 * is not sure about is asked for in other words.
 * @throws RefusedError NOT_FOUND, NOT_ALLOWED, THANKS_TOO_EARLY, FILE_NOT_YOURS, TEXT_RISKY, CONTENT_CHECK_UNAVAILABLE, BAD_INPUT, OPERATION_REUSED.
 */
export const sayThanks = async (context: MemberContext, input: Parsed<'thanks.say'>): Promise<ThanksView> => {
  const step = stepOf(context, input);
  if (input.voiceFileId !== null) assertOwnFile(input.voiceFileId, context.callerId);
  const wish = await wishRepository.get(input.wishId);
  const fresh = newThanks(wish, unwrap(decideMayThank(wish, input.claimId, context.member)), input, step);
  if ((await checkText(context.openid, [input.words])) === 'review') fail('TEXT_RISKY', { message: '这句话请换个说法。', fields: { words: '请换个说法' } });
  if ((await thanksRepository.insert(fresh)) === 'exists') return thanksView(await changeAggregate(THANKS_KIND, context, fresh._id, (standing) => decideSaidAgain(standing, input, step)), context.member, new Map());
  await settleAfterCommand(THANKS_KIND, fresh._id, context.nowMs, context.requestId);
  return thanksView(fresh, context.member, new Map());
};

export const showThanks = async (context: MemberContext, input: Parsed<'thanks.show'>): Promise<ThanksView> =>
  viewFor(context, await changeAggregate(THANKS_KIND, context, input.thanksId, (thanks) => decideShowing(thanks, input.shows, context.member, stepOf(context, input))));

export const consentToShow = async (context: MemberContext, input: Parsed<'thanks.consent'>): Promise<ThanksView> =>
  viewFor(context, await changeAggregate(THANKS_KIND, context, input.thanksId, (thanks) => decideConsent(thanks, input, context.member, stepOf(context, input))));

/** What staff are to listen to. It is private, so the reading stands in the audit before it is told. Refuses NOT_FOUND, OUT_OF_AREA, NOT_ALLOWED. */
export const hearThanks = async (context: MemberContext, input: Parsed<'thanks.hear'>): Promise<HearThanksView> => {
  const thanks = unwrap(decideMayHear(await thanksRepository.get(input.thanksId), context.member));
  if (thanks.voice === null || thanks.voice.hearing === null) return { ...hearThanksView(thanks, new Map()), words: '' };
  await writeAudit({ auditId: deriveId('a', context.requestId, thanks._id), kind: 'readThanks', byId: context.callerId, subjectId: thanks._id, areaIds: thanks.areaIds, note: thanks.voice.hearing.purpose, atMs: context.nowMs });
  return hearThanksView(thanks, await temporaryLinks([thanks.voice.fileId]));
};

/** What staff found; a reason is read by whoever spoke, so it is checked like any text. */
export const judgeThanks = async (context: MemberContext, input: Parsed<'thanks.judge'>): Promise<ApiContract['thanks.judge']['output']> => {
  const { thanksId, purpose, decision } = input;
  if (decision.kind === 'refuse' && (await checkText(context.openid, [decision.reason])) === 'review') fail('TEXT_RISKY', { message: '这句话请换个说法。', fields: { 'decision.reason': '请换个说法' } });
  await changeAggregate(THANKS_KIND, context, thanksId, (thanks) => decideHearing(thanks, purpose, decision, context.member, stepOf(context, input)));
  return { thanksId };
};

const placeSchema = v.tuple([v.number(), v.string()]);
const MINE_ORDER = [['saidAtMs', 'desc'], ['_id', 'desc']] as const;
const WALL_ORDER = [['shownAtMs', 'desc'], ['_id', 'desc']] as const;

/** What the reader said and what was said to them, the newest first. */
export const myThanks = async (context: MemberContext, input: Parsed<'thanks.mine'>): Promise<Page<ThanksView>> => {
  const where = whereAfter({ partyIds: oneOf(partiesOf(context.member)) }, MINE_ORDER, decodeCursor(input.cursor, placeSchema));
  const found = await store.query<Thanks>('thanks', { where, order: MINE_ORDER, limit: LIMITS.pageSize + 1 });
  const page = found.slice(0, LIMITS.pageSize);
  const end = page.at(-1);
  const links = await temporaryLinks(page.flatMap((thanks) => voiceFilesOf(thanks, context.member)));
  return { items: page.map((thanks) => thanksView(thanks, context.member, links)), nextCursor: found.length > page.length && end ? encodeCursor([end.saidAtMs, end._id]) : null };
};

/** What both sides agreed to show, in the reader's community. */
export const thanksWall = async (context: MemberContext, input: Parsed<'thanks.wall'>): Promise<Page<ShownThanksView>> => {
  const where = whereAfter({ communityId: context.member.communityId, isOnWall: true }, WALL_ORDER, decodeCursor(input.cursor, placeSchema));
  const found = await store.query<ShownThanks>('thanks', { where, order: WALL_ORDER, limit: LIMITS.pageSize + 1, fields: SHOWN_FIELDS });
  const page = found.slice(0, LIMITS.pageSize);
  const end = page.at(-1);
  const links = await temporaryLinks(page.flatMap(({ wallVoice }) => (wallVoice === null ? [] : [wallVoice.fileId])));
  return { items: page.map((thanks) => shownThanksView(thanks, links)), nextCursor: found.length > page.length && end ? encodeCursor([end.shownAtMs, end._id]) : null };
};
