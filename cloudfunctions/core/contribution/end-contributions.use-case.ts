import type { ContributionState } from '@contract';
import { tellAggregate } from '../aggregate/tell.use-case';
import type { EffectOf } from '../effect/effect';
import { command, oneOf, store } from '../platform/store';
import { RULES } from '../rules';
import { COUNTED_STATES, OPEN_STATES } from './contribution';
import { CONTRIBUTION_KIND } from './contribution-kind';
import { decideEnd } from './refund-contribution';

interface Found {
  readonly _id: string;
}

const tellThem = async (found: readonly Found[], { reason, atMs }: EffectOf<'endContributions'>): Promise<void> => {
  const waiting = [...found];
  const slot = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await tellAggregate(CONTRIBUTION_KIND, next._id, (contribution) => decideEnd(contribution, reason, atMs));
  };
  await Promise.all(Array.from({ length: RULES.contribution.endedAtOnce }, slot));
};

/** Told ones stay where they are, so this goes on by their ids. */
const tellOpen = async (state: ContributionState, effect: EffectOf<'endContributions'>): Promise<void> => {
  for (let after: string | undefined = ''; after !== undefined; ) {
    const found: readonly Found[] = await store.query<Found>('contributions', { where: { targetKey: effect.targetKey, state, _id: command.gt(after) }, order: [['_id', 'asc']], limit: RULES.contribution.endedPage, fields: ['_id'] });
    await tellThem(found, effect);
    after = found.at(-1)?._id;
  }
};

/**
 * What money was given for did not come about: everything that counts begins to go back, page by page; what is still open
 * is marked, so that it goes back if it is paid. Each told one leaves the page, so a second run goes on where a killed one
 * was. Orders opened while this runs are not seen: whoever ends a target asks again until nothing is open.
 */
export const endContributions = async (effect: EffectOf<'endContributions'>): Promise<void> => {
  const { targetKey } = effect;
  for (;;) {
    const found = await store.query<Found>('contributions', { where: { targetKey, state: oneOf(COUNTED_STATES) }, limit: RULES.contribution.endedPage, fields: ['_id'] });
    await tellThem(found, effect);
    if (found.length < RULES.contribution.endedPage) break;
  }
  for (const state of OPEN_STATES) await tellOpen(state, effect);
};
