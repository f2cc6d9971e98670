import { LIMITS, type ApiContract, type Page, type ShownThanksView, type ThanksView } from '@contract';
import * as v from 'valibot';
import { aggregateRepository } from '../aggregate/aggregate.repository';
import { changeAggregate, settleAfterCommand } from '../aggregate/settle.use-case';
import { stepOf } from '../aggregate/step.use-case';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { fail, unwrap } from '../kernel/result';
import { partiesOf } from '../member/member';
import { checkText } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { whereAfter } from '../platform/keyset';
import { oneOf, store } from '../platform/store';
import { wishRepository } from '../wish/wish.repository';
import { decideConsent, decideShowing } from './show-thanks';
import { THANKS_KIND } from './thanks-kind';
import { SHOWN_FIELDS, shownThanksView, thanksView, type ShownThanks } from './thanks-view';
import { decideMayThank, decideSaidAgain, newThanks, type Thanks, type ThanksEvent } from './thanks';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

const thanksRepository = aggregateRepository<Thanks, ThanksEvent>('thanks');

/**
 * Thanks the giver of a confirmed claim, once. What WeChat is not sure about is asked for in other words.
 * @throws RefusedError NOT_FOUND, NOT_ALLOWED, THANKS_TOO_EARLY, TEXT_RISKY, CONTENT_CHECK_UNAVAILABLE, OPERATION_REUSED.
 */
export const sayThanks = async (context: MemberContext, input: Parsed<'thanks.say'>): Promise<ThanksView> => {
  const step = stepOf(context, input);
  const wish = await wishRepository.get(input.wishId);
  const fresh = newThanks(wish, unwrap(decideMayThank(wish, input.claimId, context.member)), input.words, step);
  if ((await checkText(context.openid, [input.words])) === 'review') fail('TEXT_RISKY', { message: '这句话请换个说法。', fields: { words: '请换个说法' } });
  if ((await thanksRepository.insert(fresh)) === 'exists') return thanksView(unwrap(decideSaidAgain(await thanksRepository.get(fresh._id), step)), context.member);
  await settleAfterCommand(THANKS_KIND, fresh._id, context.nowMs, context.requestId);
  return thanksView(fresh, context.member);
};

export const showThanks = async (context: MemberContext, input: Parsed<'thanks.show'>): Promise<ThanksView> =>
  thanksView(await changeAggregate(THANKS_KIND, context, input.thanksId, (thanks) => decideShowing(thanks, input.shows, context.member, stepOf(context, input))), context.member);

export const consentToShow = async (context: MemberContext, input: Parsed<'thanks.consent'>): Promise<ThanksView> =>
  thanksView(await changeAggregate(THANKS_KIND, context, input.thanksId, (thanks) => decideConsent(thanks, input.consents, context.member, stepOf(context, input))), context.member);

const placeSchema = v.tuple([v.number(), v.string()]);
const MINE_ORDER = [['saidAtMs', 'desc'], ['_id', 'desc']] as const;
const WALL_ORDER = [['shownAtMs', 'desc'], ['_id', 'desc']] as const;

/** What the reader said and what was said to them, the newest first. */
export const myThanks = async (context: MemberContext, input: Parsed<'thanks.mine'>): Promise<Page<ThanksView>> => {
  const where = whereAfter({ partyIds: oneOf(partiesOf(context.member)) }, MINE_ORDER, decodeCursor(input.cursor, placeSchema));
  const found = await store.query<Thanks>('thanks', { where, order: MINE_ORDER, limit: LIMITS.pageSize + 1 });
  const page = found.slice(0, LIMITS.pageSize);
  const end = page.at(-1);
  return { items: page.map((thanks) => thanksView(thanks, context.member)), nextCursor: found.length > page.length && end ? encodeCursor([end.saidAtMs, end._id]) : null };
};

/** What both sides agreed to show, in the reader's community. */
export const thanksWall = async (context: MemberContext, input: Parsed<'thanks.wall'>): Promise<Page<ShownThanksView>> => {
  const where = whereAfter({ communityId: context.member.communityId, isOnWall: true }, WALL_ORDER, decodeCursor(input.cursor, placeSchema));
  const found = await store.query<ShownThanks>('thanks', { where, order: WALL_ORDER, limit: LIMITS.pageSize + 1, fields: SHOWN_FIELDS });
  const page = found.slice(0, LIMITS.pageSize);
  const end = page.at(-1);
  return { items: page.map(shownThanksView), nextCursor: found.length > page.length && end ? encodeCursor([end.shownAtMs, end._id]) : null };
};
