import type { MatchProposalState } from '@contract';
import { aggregateRepository } from '../aggregate/aggregate.repository';
import { whereAfter, type Keyset } from '../platform/keyset';
import { command, oneOf, store } from '../platform/store';
import type { MatchProposal, MatchProposalEvent } from './match-proposal';

export const matchProposalRepository = aggregateRepository<MatchProposal, MatchProposalEvent>('matchProposals');

/** More than anybody is asked of ten wishes. */
const PROPOSED_READ = 200;

/** Once, however often a round's step is done. */
export const insertProposal = async (proposal: MatchProposal): Promise<void> => void (await matchProposalRepository.insert(proposal));

/** Of a pass, in one state or in all. */
export const countProposals = (roundId: string, pass: number, state: MatchProposalState | null = null): Promise<number> => store.count('matchProposals', { roundId, pass, ...(state !== null && { state }) });

/** Whether a giver still has something to answer of a pass. */
export const hasOpenOf = async (roundId: string, pass: number, keeperId: string): Promise<boolean> => (await store.count('matchProposals', { roundId, pass, state: 'open', keeperId })) > 0;

const ROUND_ORDER = [['wishId', 'asc'], ['_id', 'asc']] as const;

/** All of a round in the order of wishes, a stretch at a time. */
export const proposalsOfRound = (roundId: string, after: Keyset | null, limit: number): Promise<readonly MatchProposal[]> =>
  matchProposalRepository.list({ where: whereAfter({ roundId }, ROUND_ORDER, after), order: ROUND_ORDER, limit });

/** What these are asked now. */
export const openProposalsOf = (keeperIds: readonly string[], limit: number): Promise<readonly MatchProposal[]> =>
  matchProposalRepository.list({ where: { keeperId: oneOf(keeperIds), state: 'open' }, order: [['answerByMs', 'desc'], ['_id', 'asc']], limit });

/** For a wish, the last first. */
export const proposalsForWish = (wishId: string, limit: number): Promise<readonly MatchProposal[]> =>
  matchProposalRepository.list({ where: { wishId }, order: [['answerByMs', 'desc'], ['_id', 'asc']], limit });

/** Of these wishes those that a giver was ever asked for in a round, whatever they said. One request. */
export const wishesProposedTo = async (keeperId: string, wishIds: readonly string[]): Promise<readonly string[]> =>
  wishIds.length === 0 ? [] : (await store.query<Pick<MatchProposal, 'wishId'>>('matchProposals', { where: { wishId: oneOf(wishIds), keeperId }, limit: PROPOSED_READ, fields: ['wishId'] })).map(({ wishId }) => wishId);

/** What a person was asked and said, for their own export. */
export const ownProposals = (memberId: string, limit: number): Promise<readonly Readonly<Record<string, unknown>>[]> =>
  store.query('matchProposals', { where: { keeperId: memberId }, limit, fields: ['state', 'shares', 'why', 'sentAtMs', 'answerByMs', 'closedAtMs', 'reason'] });

/** What somebody who left wrote in their answers. */
export const eraseAnswers = async (memberId: string): Promise<void> => void (await store.update('matchProposals', { closedById: memberId }, { reason: '', revision: command.inc(1) }));
