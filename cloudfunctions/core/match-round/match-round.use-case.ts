import type { ApiContract, MatchCandidateView, MatchRoundCardView, MatchRoundView, MatchRowsView } from '@contract';
import type { Step } from '../aggregate/step';
import { stepOf } from '../aggregate/step.use-case';
import { findArea } from '../area/area.repository';
import { levelOf } from '../kernel/area-tree';
import { fail, unwrap, type Result } from '../kernel/result';
import { suitabilityOf } from '../match/suitability';
import { worksAt, type Member } from '../member/member';
import type { MemberContext } from '../platform/context';
import { oneOf, store } from '../platform/store';
import { checkWords } from '../shift/words-check.use-case';
import { offerOf } from '../supply/supply-sides';
import { suppliesByIds } from '../supply/supply.repository';
import { decideCancel, decideOverride, decideSend, decideSolveAgain, type MatchChange } from './change-match-round';
import { isOver, newMatchRound, type MatchRound } from './match-round';
import { changeMatchRound, findNeedPage, findRowPage, getMatchRound, roundsOfCommunity } from './match-round.repository';
import { candidateView, matchRoundCard, matchRoundView, ROW_SUPPLY_FIELDS, ROW_WISH_FIELDS, rowView, type RowSupply, type RowWish } from './match-round-view';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

/** Shown in the list of a community. */
const ROUNDS_READ = 30;
/** Its own steps change the round too: whoever lost decides anew. */
const TRIES = 3;

/** A community the caller works for. Refuses OUT_OF_AREA. */
const staffedCommunity = (member: Member, asked: string | null): string => {
  const communityId = asked ?? member.communityId;
  return levelOf(communityId) === 'community' && worksAt(member, communityId) ? communityId : fail('OUT_OF_AREA');
};

/** A round of a community the caller works for. Refuses NOT_FOUND. */
const staffedRound = async (member: Member, roundId: string): Promise<MatchRound> => {
  const round = await getMatchRound(roundId);
  return worksAt(member, round.communityId) ? round : fail('NOT_FOUND');
};

/** The caller's own start of before; null: somebody else's. Refuses OPERATION_REUSED. */
const replayOf = (round: MatchRound | undefined, step: Step): MatchRound | null => {
  if (round?.operationId !== step.operationId || round.startedById !== step.actorId) return null;
  return round.inputHash === step.inputHash ? round : fail('OPERATION_REUSED');
};

/**
 * The next round of a community. Its number is its id, so that of two that begin at once one does.
 * Refuses OUT_OF_AREA, MATCH_ROUND_UNDERWAY, OPERATION_REUSED.
 */
export const startMatchRound = async (context: MemberContext, input: Parsed<'matchRound.start'>): Promise<MatchRoundView> => {
  const { member } = context;
  const communityId = staffedCommunity(member, input.communityId);
  const step = stepOf(context, input);
  const [last] = await roundsOfCommunity(communityId, 1);
  const replay = replayOf(last, step);
  if (replay !== null) return matchRoundView(replay);
  if (last !== undefined && !isOver(last)) fail('MATCH_ROUND_UNDERWAY');
  const communityName = communityId === member.communityId ? member.communityName : ((await findArea(communityId)) ?? fail('NOT_FOUND')).name;
  const fresh = newMatchRound({ communityId, communityName }, (last?.n ?? 0) + 1, input, member, step);
  if ((await store.insertOnce('matchRounds', fresh)) === 'inserted') return matchRoundView(fresh);
  return matchRoundView(replayOf(await getMatchRound(fresh._id), step) ?? fail('MATCH_ROUND_UNDERWAY'));
};

export const listMatchRounds = async ({ member }: MemberContext, input: Parsed<'matchRound.list'>): Promise<readonly MatchRoundCardView[]> =>
  (await roundsOfCommunity(staffedCommunity(member, input.communityId), ROUNDS_READ)).map(matchRoundCard);

export const getMatchRoundView = async ({ member }: MemberContext, { roundId }: Parsed<'matchRound.get'>): Promise<MatchRoundView> => matchRoundView(await staffedRound(member, roundId));

const readByIds = async <T extends { readonly _id: string }>(collection: 'wishes' | 'supplies', ids: readonly string[], fields: readonly string[]): Promise<ReadonlyMap<string, T>> => {
  if (ids.length === 0) return new Map();
  const read = await store.query<T>(collection, { where: { _id: oneOf(ids) }, limit: ids.length, fields });
  return new Map(read.map((document) => [document._id, document]));
};

/** The solving that is shown: what was sent, or what waits for a look; null while it is worked out. */
const shownRun = ({ state, sentRuns, run, previewSinceMs }: MatchRound): number | null => sentRuns[0] ?? (state === 'preview' || (state === 'cancelled' && previewSinceMs !== null) ? run : null);

/** A page of who gets what; nothing yet, or no more: no rows. Five requests. Refuses NOT_FOUND. */
export const matchRows = async ({ member }: MemberContext, { roundId, page }: Parsed<'matchRound.rows'>): Promise<MatchRowsView> => {
  const round = await staffedRound(member, roundId);
  const run = shownRun(round);
  const rows = run === null ? [] : ((await findRowPage(roundId, 1, run, page))?.rows ?? []);
  const supplyIds = [...new Set(rows.flatMap(({ given, arrival }) => [...given, ...arrival].map(({ supplyId }) => supplyId)))];
  const [wishes, supplies] = await Promise.all([readByIds<RowWish>('wishes', rows.map(({ wishId }) => wishId), ROW_WISH_FIELDS), readByIds<RowSupply>('supplies', supplyIds, ROW_SUPPLY_FIELDS)]);
  const views = rows.flatMap((row) => {
    const wish = wishes.get(row.wishId);
    return wish === undefined ? [] : [rowView(row, wish, supplies)];
  });
  return { rows: views, nextPage: run !== null && page + 1 < round.previewPages ? page + 1 : null };
};

/** Whom else a wish of the preview could be given, as it was scored then. Three requests. Refuses NOT_FOUND. */
export const matchCandidates = async ({ member }: MemberContext, { roundId, page, wishId }: Parsed<'matchRound.candidates'>): Promise<readonly MatchCandidateView[]> => {
  const round = await staffedRound(member, roundId);
  const found = (await findNeedPage(roundId, 1, page))?.needs.find(({ need }) => need.wishId === wishId) ?? fail('NOT_FOUND');
  const supplies = new Map((await suppliesByIds(found.supplyIds)).map((supply) => [supply._id, supply]));
  return round.pass > 1 ? [] : found.supplyIds.flatMap((supplyId, candidate) => {
    const supply = supplies.get(supplyId);
    if (supply === undefined) return [];
    const suited = suitabilityOf(found.need, offerOf(supply, 0));
    return [candidateView(supply, found.scores[candidate] ?? 0, suited.kind === 'suited' ? suited.why : '')];
  });
};

/** Refuses what `decide` refuses, NOT_FOUND, BUSY. */
const act = async (context: MemberContext, roundId: string, decide: (round: MatchRound) => Result<MatchChange>): Promise<MatchRoundView> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const round = await staffedRound(context.member, roundId);
    const change = unwrap(decide(round));
    if (change === null) return matchRoundView(round);
    if (await changeMatchRound(round, change)) return matchRoundView({ ...round, ...change, version: round.version + 1 });
  }
  return fail('BUSY');
};

/** A pair of the preview, by its candidates: filters are never overridden. Refuses NOT_FOUND, TEXT_RISKY and what `decideOverride` refuses. */
export const overrideMatch = async (context: MemberContext, input: Parsed<'matchRound.override'>): Promise<MatchRoundView> => {
  const { roundId, page, wishId, supplyId, kind, reason } = input;
  const round = await staffedRound(context.member, roundId);
  const needs = (await findNeedPage(roundId, 1, page))?.needs ?? [];
  if (needs.find(({ need }) => need.wishId === wishId)?.supplyIds.includes(supplyId) !== true) fail('NOT_FOUND');
  const given = kind === 'swap' ? (await findRowPage(roundId, 1, round.run, page))?.rows.find((row) => row.wishId === wishId)?.given : undefined;
  await checkWords(context, [reason], 'reason');
  return act(context, roundId, (standing) => decideOverride(standing, { wishId, supplyId, kind, reason, givenIds: (given ?? []).map((pair) => pair.supplyId) }, context.member, stepOf(context, input)));
};

export const solveMatchAgain = (context: MemberContext, input: Parsed<'matchRound.solveAgain'>): Promise<MatchRoundView> => act(context, input.roundId, (round) => decideSolveAgain(round, stepOf(context, input)));
export const sendMatchRound = (context: MemberContext, input: Parsed<'matchRound.send'>): Promise<MatchRoundView> => act(context, input.roundId, (round) => decideSend(round, stepOf(context, input)));
export const cancelMatchRound = (context: MemberContext, input: Parsed<'matchRound.cancel'>): Promise<MatchRoundView> => act(context, input.roundId, (round) => decideCancel(round, context.member, stepOf(context, input)));
