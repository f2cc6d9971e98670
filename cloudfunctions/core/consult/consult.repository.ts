import type { ConsultWordKind } from '@contract';
import { aggregateRepository } from '../aggregate/aggregate.repository';
import { whereAfter, type Keyset } from '../platform/keyset';
import { command, oneOf, store } from '../platform/store';
import { RULES } from '../rules';
import { notingAt } from './change-consult';
import type { Consult, ConsultEvent } from './consult';
import type { ConsultVoice, ConsultWord } from './voice';

export const consultRepository = aggregateRepository<Consult, ConsultEvent>('consults');

const SHELF = [['shelfPlace', 'asc'], ['_id', 'asc']] as const;
const MOST_BACKED = [['backs', 'desc'], ['_id', 'asc']] as const;
const BY_ID = [['_id', 'asc']] as const;

/** Of a community, open ones first. One request. */
export const consultsOf = (communityId: string): Promise<readonly Consult[]> => consultRepository.list({ where: { communityId }, order: SHELF, limit: RULES.consult.listed });

/** The one that closes first, of those that are open in a community. One request. */
export const openConsultOf = async (communityId: string, nowMs: number): Promise<Consult | null> =>
  (await consultRepository.list({ where: { communityId, state: 'open', endsAtMs: command.gt(nowMs) }, order: [['endsAtMs', 'asc'], ['_id', 'asc']], limit: 1 }))[0] ?? null;

/** That there is something to count, unless somebody said so just now. One request. */
export const noteSaid = (consultId: string, nowMs: number): Promise<boolean> => consultRepository.adjust(consultId, notingAt(nowMs), nowMs + RULES.consult.countMs);

export const findVoice = (voiceId: string): Promise<ConsultVoice | null> => store.find<ConsultVoice>('consultVoices', voiceId);
export const findWord = (wordId: string): Promise<ConsultWord | null> => store.find<ConsultWord>('consultWords', wordId);

/** What one person said, taken back or not. One request. */
export const wordsBy = (consultId: string, memberId: string): Promise<readonly ConsultWord[]> => store.query<ConsultWord>('consultWords', { where: { consultId, memberId }, limit: RULES.consult.pageRead });

/** The most backed first. One request. */
export const wordsOf = (where: Readonly<Record<string, unknown>> & { readonly consultId: string; readonly kind: ConsultWordKind }, last: Keyset | null, limit: number): Promise<readonly ConsultWord[]> =>
  store.query<ConsultWord>('consultWords', { where: whereAfter(where, MOST_BACKED, last), order: MOST_BACKED, limit });

/** Words with these ids in this consultation. One request. */
export const wordsByIds = (consultId: string, wordIds: readonly string[]): Promise<readonly ConsultWord[]> => store.query<ConsultWord>('consultWords', { where: { _id: oneOf(wordIds), consultId }, limit: wordIds.length });

export const countUnanswered = (consultId: string): Promise<number> => store.count('consultWords', { consultId, isUnanswered: true });

/** Everything of one consultation, a request for every five hundred. */
export const everyOf = async <T extends { readonly _id: string }>(collection: 'consultVoices' | 'consultWords', consultId: string, fields: readonly string[]): Promise<readonly T[]> => {
  const { pageRead } = RULES.consult;
  const found: T[] = [];
  for (;;) {
    const last = found.at(-1);
    const page = await store.query<T>(collection, { where: whereAfter({ consultId }, BY_ID, last === undefined ? null : [last._id]), order: BY_ID, limit: pageRead, fields });
    found.push(...page);
    if (page.length < pageRead) return found;
  }
};
