import { LIMITS, type ApiContract, type HallView, type Page, type RoundCandidateView, type RoundDetailView, type RoundReportView, type RoundView, type WishCardView } from '@contract';
import * as v from 'valibot';
import type { ClaimRecord } from '../claim/claim-record';
import { decodeCursor, encodeCursor } from '../kernel/cursor';
import { fail } from '../kernel/result';
import { isErrand } from '../last-leg/last-leg';
import { worksAt, type Member } from '../member/member';
import { PAGE_PATHS } from '../notice/notice-page';
import type { MemberContext } from '../platform/context';
import { whereAfter } from '../platform/keyset';
import { miniProgramCode } from '../platform/mini-program-code';
import { command, store } from '../platform/store';
import { RULES } from '../rules';
import { streetIdOf } from '../wish/wall-order';
import { settleAfterCommand } from '../wish/settle-wish.use-case';
import { CARD_FIELDS, wishCardView, type WishCard } from '../wish/wish-card';
import { findByCode, readEnded, roundRepository } from './round.repository';
import type { Round } from './round';
import { freedWishes } from './round-wishes';
import { isRoundVisible, reportView, ROUND_FIELDS, roundView, SUM_FIELDS, sumsOf, type RoundHead, type SummedWish } from './round-view';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

/** A round that somebody may not see is one that is not there. */
const getVisible = async (roundId: string, reader: Member): Promise<Round> => {
  const round = await roundRepository.find(roundId);
  return round !== null && isRoundVisible(round, reader) ? round : fail('NOT_FOUND');
};

const LIST_ORDER = [['endsAtMs', 'desc'], ['_id', 'desc']] as const;

export const listRounds = async (context: MemberContext, input: Parsed<'round.list'>): Promise<Page<RoundView>> => {
  const last = decodeCursor(input.cursor, v.tuple([v.number(), v.string()]));
  const where = whereAfter({ streetId: streetIdOf(context.member.areaId), state: input.shelf }, LIST_ORDER, last);
  const rounds = await store.query<RoundHead>('rounds', { where, order: LIST_ORDER, limit: LIMITS.pageSize + 1, fields: ROUND_FIELDS });
  const shown = rounds.slice(0, LIMITS.pageSize);
  const end = shown.at(-1);
  return {
    items: shown.filter((round) => isRoundVisible(round, context.member)).map((round) => roundView(round, context.member)),
    nextCursor: rounds.length > shown.length && end ? encodeCursor([end.endsAtMs, end._id]) : null,
  };
};

const readSummed = (roundId: string, limit: number): Promise<readonly SummedWish[]> => store.query<SummedWish>('wishes', { where: { roundId }, order: [['wallState', 'asc'], ['windowEndMs', 'asc'], ['_id', 'asc']], limit, fields: SUM_FIELDS });

export const getRound = async (context: MemberContext, input: { readonly roundId: string }): Promise<RoundDetailView> => {
  const round = await getVisible(input.roundId, context.member);
  const wishes = await readSummed(round._id, RULES.round.wishesMax);
  return { ...roundView(round, context.member), sums: sumsOf(wishes), reportedAtMs: round.reportedAtMs };
};

export const getReport = async (context: MemberContext, input: { readonly roundId: string }): Promise<RoundReportView> => reportView(await getVisible(input.roundId, context.member), context.member);

const WISHES_ORDER = [['windowEndMs', 'asc'], ['_id', 'asc']] as const;

/** Wishes of a round as cards. What may be seen is decided on the wishes, since the round itself is not read. */
export const roundWishes = async (context: MemberContext, input: Parsed<'round.wishes'>): Promise<Page<WishCardView>> => {
  const last = decodeCursor(input.cursor, v.tuple([v.number(), v.string()]));
  const where = whereAfter({ roundId: input.roundId, wallState: input.status }, WISHES_ORDER, last);
  const wishes = await store.query<WishCard>('wishes', { where, order: WISHES_ORDER, limit: LIMITS.pageSize + 1, fields: CARD_FIELDS });
  const shown = wishes.slice(0, LIMITS.pageSize);
  const end = shown.at(-1);
  return {
    items: shown.filter((wish) => isRoundVisible({ state: 'open', areaId: wish.areaId }, context.member)).map((wish) => wishCardView(wish, context.member)),
    nextCursor: wishes.length > shown.length && end ? encodeCursor([end.windowEndMs, end._id]) : null,
  };
};

type CandidateCard = WishCard & { readonly roundId: string | null };

const standingOf = (wish: CandidateCard, roundId: string | null): RoundCandidateView['standing'] => {
  if (wish.roundId === null) return 'free';
  return wish.roundId === roundId ? 'here' : 'elsewhere';
};

/** What staff may pick from: everything that waits in the area, with where it stands. A round that is over holds nothing back. */
export const roundCandidates = async (context: MemberContext, input: Parsed<'round.candidates'>): Promise<Page<RoundCandidateView>> => {
  if (!worksAt(context.member, input.areaId)) return fail('OUT_OF_AREA');
  const last = decodeCursor(input.cursor, v.tuple([v.number(), v.string()]));
  const where = whereAfter({ areaIds: input.areaId, wallState: 'claimable' }, WISHES_ORDER, last);
  const wishes = await store.query<CandidateCard>('wishes', { where, order: WISHES_ORDER, limit: LIMITS.pageSize + 1, fields: [...CARD_FIELDS, 'roundId'] });
  const page = wishes.slice(0, LIMITS.pageSize);
  const shown = freedWishes(page, await readEnded(page.flatMap((wish) => (wish.roundId === null || wish.roundId === input.roundId ? [] : [wish.roundId]))));
  const end = shown.at(-1);
  return {
    items: shown.filter((wish) => !isErrand(wish)).map((wish) => ({ ...wishCardView(wish, context.member), standing: standingOf(wish, input.roundId) })),
    nextCursor: wishes.length > shown.length && end ? encodeCursor([end.windowEndMs, end._id]) : null,
  };
};

/** Opens an on-site event by the code on its screen. Refuses ROUND_CODE_UNKNOWN; each person has so many tries an hour. */
export const enterRound = async (_context: MemberContext, input: Parsed<'round.enter'>): Promise<{ readonly roundId: string }> => {
  const found = await findByCode(input.code);
  return found === null ? fail('ROUND_CODE_UNKNOWN') : { roundId: found.roundId };
};

/** Opens the event's own page when scanned; only who runs it asks. */
export const screenPicture = async (context: MemberContext, input: { readonly roundId: string }): Promise<{ readonly pictureUri: string | null }> => {
  const round = await getVisible(input.roundId, context.member);
  return worksAt(context.member, round.areaId) ? { pictureUri: await miniProgramCode(PAGE_PATHS.round, round._id) } : fail('OUT_OF_AREA');
};

/** Records are written moments after their claims and not always in that order; a look back catches the late ones. */
const LOOK_BACK_MS = 10_000;
const HALL_CLAIMS = 40;
const HALL_FREE = 12;

type HallClaim = Pick<ClaimRecord, '_id' | 'giverText' | 'wishTitle' | 'pictureKey' | 'shares' | 'heldAtMs'>;

const readHallClaims = (roundId: string, sinceMs: number): Promise<readonly HallClaim[]> =>
  store.query<HallClaim>('claims', { where: { roundId, heldAtMs: command.gt(sinceMs - LOOK_BACK_MS) }, order: [['heldAtMs', 'desc'], ['_id', 'desc']], limit: HALL_CLAIMS, fields: ['giverText', 'wishTitle', 'pictureKey', 'shares', 'heldAtMs'] });

/** When a crowd claims one wish, a call leaves what it has no time for to `jobs`; a hall cannot wait a minute for that. */
const SETTLED_A_LOOK = 6;

const settleStragglers = async (context: MemberContext, wishes: readonly SummedWish[]): Promise<void> => {
  const late = wishes.filter((wish) => wish.pendingEvents > 0).slice(0, SETTLED_A_LOOK);
  await Promise.all(late.map((wish) => settleAfterCommand(wish._id, context.nowMs, context.requestId)));
};

/** A screen asks every two seconds; whether its round runs is asked again after so long. */
const HALL_SURE_MS = 10_000;
const HALLS_KEPT = 50;
/** Rounds this instance lately found running or over → when. One that is prepared or called off never stands here. */
const sureOfHalls = new Map<string, number>();

/** Refuses NOT_FOUND for what is prepared, called off or far away; the wishes of a draft are nobody's show yet. */
const assertHallOpen = async (roundId: string, context: MemberContext): Promise<void> => {
  const sureAtMs = sureOfHalls.get(roundId);
  if (sureAtMs !== undefined && Math.abs(context.nowMs - sureAtMs) < HALL_SURE_MS) return;
  sureOfHalls.delete(roundId);
  const round = await getVisible(roundId, context.member);
  if (round.state !== 'open' && round.state !== 'closed') return fail('NOT_FOUND', { message: '这场活动还没开始，或者取消了。' });
  if (sureOfHalls.size >= HALLS_KEPT) sureOfHalls.clear();
  sureOfHalls.set(roundId, context.nowMs);
};

/** What the hall screen asks every two seconds: the wishes, then what was claimed, so that a claim is seen at the next look. */
export const followHall = async (context: MemberContext, input: Parsed<'round.hall'>): Promise<HallView> => {
  await assertHallOpen(input.roundId, context);
  const all = await readSummed(input.roundId, RULES.round.wishesMax);
  await settleStragglers(context, all);
  const claims = await readHallClaims(input.roundId, input.sinceMs);
  const wishes = all.filter((wish) => isRoundVisible({ state: 'open', areaId: wish.areaId }, context.member));
  if (wishes.length === 0 && all.length > 0) return fail('NOT_FOUND');
  return {
    nowMs: context.nowMs,
    sums: sumsOf(wishes),
    claims: wishes.length === 0 ? [] : claims.map(({ _id, ...claim }) => ({ claimId: _id, ...claim })),
    free: wishes.filter((wish) => wish.wallState === 'claimable').slice(0, HALL_FREE).map((wish) => ({ wishId: wish._id, title: wish.title, pictureKey: wish.pictureKey, left: wish.sharesLeft })),
  };
};
