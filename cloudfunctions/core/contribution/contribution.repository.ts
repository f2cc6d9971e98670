import { aggregateRepository } from '../aggregate/aggregate.repository';
import type { EffectOf } from '../effect/effect';
import { oneOf, store } from '../platform/store';
import { OPEN_STATES, type Contribution } from './contribution';
import type { ContributionEvent } from './contribution-event';

export const contributionRepository = aggregateRepository<Contribution, ContributionEvent>('contributions');

/** Whether something given for the target may still become money that counts. One request. */
export const hasOpenContributions = async (targetKey: string): Promise<boolean> =>
  (await store.query<{ readonly _id: string }>('contributions', { where: { targetKey, state: oneOf(OPEN_STATES) }, limit: 1, fields: ['_id'] })).length > 0;

/** Notes the first time somebody's money came for a target, so that givers are counted once. One request. */
export const noteGiver = async ({ giverKey, targetKey, contributionId, communityId, atMs }: EffectOf<'noteGiver'>): Promise<void> => {
  const giver = { _id: giverKey, targetKey, firstContributionId: contributionId, communityId, firstAtMs: atMs };
  await store.insertOnce('campaignGivers', giver);
};
