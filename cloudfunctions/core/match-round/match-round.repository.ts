import { fail } from '../kernel/result';
import { whereAfter } from '../platform/keyset';
import { command, store } from '../platform/store';
import type { MatchChange } from './change-match-round';
import { pagePlace, type MatchPage, type NeedPage, type OfferPage, type ProofPage, type RowPage } from './match-pages';
import type { MatchRound } from './match-round';

export const findMatchRound = (roundId: string): Promise<MatchRound | null> => store.find<MatchRound>('matchRounds', roundId);

/** The round, or NOT_FOUND. */
export const getMatchRound = async (roundId: string): Promise<MatchRound> => (await findMatchRound(roundId)) ?? fail('NOT_FOUND');

/** Rounds of a community, the last first. One request. */
export const roundsOfCommunity = (communityId: string, limit: number): Promise<readonly MatchRound[]> =>
  store.query<MatchRound>('matchRounds', { where: { communityId }, order: [['n', 'desc']], limit });

const valueOf = (value: unknown): unknown => (value !== null && typeof value === 'object' ? command.set(value) : value);

/** One guarded update; false when it changed meanwhile. */
export const changeMatchRound = async ({ _id, version }: Pick<MatchRound, '_id' | 'version'>, set: Exclude<MatchChange, null>): Promise<boolean> => {
  const update = Object.fromEntries(Object.entries(set).map(([path, value]) => [path, valueOf(value)]));
  return (await store.update('matchRounds', { _id, version }, { ...update, version: command.inc(1) })) === 1;
};

/** Written once: a step done twice finds it. */
export const savePage = async (page: MatchPage): Promise<void> => void (await store.insertOnce('matchPages', page));

const PAGES_READ = 100;

const pagesOf = async <P extends MatchPage>(roundId: string, kind: P['kind'], pass: number, run: number): Promise<readonly P[]> => {
  const pages: P[] = [];
  const [where, order] = [{ roundId, kind, pass, run }, [['page', 'asc']] as const];
  for (;;) {
    const read = await store.query<P>('matchPages', { where: whereAfter(where, order, pages.length === 0 ? null : [pages.length - 1]), order, limit: PAGES_READ });
    pages.push(...read);
    if (read.length < PAGES_READ) return pages;
  }
};

export const offerPages = (roundId: string, pass: number): Promise<readonly OfferPage[]> => pagesOf<OfferPage>(roundId, 'offers', pass, 0);
export const needPages = (roundId: string, pass: number): Promise<readonly NeedPage[]> => pagesOf<NeedPage>(roundId, 'needs', pass, 0);
export const rowPages = (roundId: string, pass: number, run: number): Promise<readonly RowPage[]> => pagesOf<RowPage>(roundId, 'rows', pass, run);

const findPage = <P extends MatchPage>(roundId: string, kind: P['kind'], pass: number, run: number, page: number): Promise<P | null> => store.find<P>('matchPages', pagePlace(roundId, kind, pass, run, page)._id);

export const findNeedPage = (roundId: string, pass: number, page: number): Promise<NeedPage | null> => findPage<NeedPage>(roundId, 'needs', pass, 0, page);
export const findRowPage = (roundId: string, pass: number, run: number, page: number): Promise<RowPage | null> => findPage<RowPage>(roundId, 'rows', pass, run, page);
export const findProof = (roundId: string, pass: number, run: number): Promise<ProofPage | null> => findPage<ProofPage>(roundId, 'proof', pass, run, 0);

/** Rows of solvings that others took the place of. */
export const dropRowsBefore = async (roundId: string, pass: number, run: number): Promise<void> => void (await store.remove('matchPages', { roundId, kind: 'rows', pass, run: command.lt(run) }));

/** What a round was computed from, once nobody asks any more. */
export const dropPages = async (roundId: string): Promise<void> => void (await store.remove('matchPages', { roundId }));
