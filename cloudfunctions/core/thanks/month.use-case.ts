import type { ApiContract, MonthHelperView, OwnNameView, Page } from '@contract';
import * as v from 'valibot';
import { stepOf } from '../aggregate/step.use-case';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { fail, unwrap } from '../kernel/result';
import type { MemberContext } from '../platform/context';
import { whereAfter } from '../platform/keyset';
import { command, oneOf, store } from '../platform/store';
import { earningMonthIdOf, type EarningMonth } from '../points/decide-earning';
import { monthPage, monthStartMs, WALL_WORD_FIELDS, wordsShownUntilMs, type WallWord } from './month-page';
import { decideOwnName, ownNameView, type OwnName } from './own-name';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

/** People looked at for a page; some did not help in the month. */
const LOOKED_AT = 60;
/** Words of a month that are looked through, the newest. */
const WORDS_READ = 300;

const placeSchema = v.tuple([v.string(), v.string()]);
const ORDER = [['name', 'asc'], ['_id', 'asc']] as const;

const monthsOf = (communityId: string, month: string, names: readonly OwnName[]): Promise<readonly EarningMonth[]> => {
  if (names.length === 0) return Promise.resolve([]);
  const ids = names.map(({ _id }) => earningMonthIdOf(communityId, _id, monthStartMs(month)));
  return store.query<EarningMonth>('earningMonths', { where: { _id: oneOf(ids) }, limit: ids.length, fields: ['memberId', 'grants'] });
};

const wallWords = (communityId: string, month: string): Promise<readonly WallWord[]> =>
  store.query<WallWord>('thanks', { where: { communityId, isOnWall: true, shownAtMs: command.gte(monthStartMs(month)).and(command.lt(wordsShownUntilMs(month))) }, order: [['shownAtMs', 'desc'], ['_id', 'desc']], limit: WORDS_READ, fields: WALL_WORD_FIELDS });

/** Begins with those who want to be named, as they decided up to now; nobody else is ever looked up. */
export const thanksMonth = async ({ member }: MemberContext, { month, cursor }: Parsed<'thanks.month'>): Promise<Page<MonthHelperView>> => {
  const { communityId } = member;
  const where = whereAfter({ communityId, shows: true }, ORDER, decodeCursor(cursor, placeSchema));
  const found = await store.query<OwnName>('thanksNames', { where, order: ORDER, limit: LOOKED_AT + 1 });
  const names = found.slice(0, LOOKED_AT);
  const end = names.at(-1);
  const [months, words] = await Promise.all([monthsOf(communityId, month, names), wallWords(communityId, month)]);
  return { items: monthPage(month, names, months, words), nextCursor: found.length > names.length && end ? encodeCursor([end.name, end._id]) : null };
};

export const readOwnName = async ({ member }: MemberContext): Promise<OwnNameView> => ownNameView(await store.find<OwnName>('thanksNames', member._id), member);

const write = async (before: OwnName | null, after: OwnName): Promise<boolean> => {
  if (before === null) return (await store.insertOnce('thanksNames', after)) === 'inserted';
  const { _id, steps, ...fields } = after;
  return (await store.update('thanksNames', { _id, revision: before.revision }, { ...fields, steps: command.set(steps) })) === 1;
};

/** @throws RefusedError OPERATION_REUSED, BUSY (answered twice at once). */
export const showOwnName = async (context: MemberContext, input: Parsed<'thanks.showName'>): Promise<OwnNameView> => {
  const standing = await store.find<OwnName>('thanksNames', context.member._id);
  const after = unwrap(decideOwnName(standing, input, context.member, stepOf(context, input)));
  if (after === null) return ownNameView(standing, context.member);
  return (await write(standing, after)) ? ownNameView(after, context.member) : fail('BUSY');
};
