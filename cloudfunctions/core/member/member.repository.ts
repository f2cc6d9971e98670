import { command, store } from '../platform/store';
import type { Member } from './member';

/** What staff see of a person; nothing more leaves the database for a list. */
const PERSON_FIELDS = ['displayName', 'communityName', 'roles', 'state', 'communityId', 'frozenUntilMs', 'teamIds'] as const;
export type PersonFields = Pick<Member, '_id' | (typeof PERSON_FIELDS)[number]>;

export const memberRepository = {
  /** May be null: somebody who never joined. */
  find: (memberId: string): Promise<Member | null> => store.find<Member>('members', memberId),

  /** By the eight characters a person reads out; null for nobody and for somebody who left. */
  findByCode: async (code: string): Promise<PersonFields | null> => {
    const [found] = await store.query<PersonFields>('members', { where: { code }, limit: 1, fields: PERSON_FIELDS });
    return found !== undefined && found.state === 'active' ? found : null;
  },

  /** People with a role at the node or below, by id, after `afterId`. */
  roleHolders: (areaId: string, afterId: string | null, limit: number): Promise<readonly PersonFields[]> =>
    store.query<PersonFields>('members', { where: { roleAreaIds: areaId, ...(afterId !== null && { _id: command.gt(afterId) }) }, order: [['_id', 'asc']], limit, fields: PERSON_FIELDS }),

  insertOnce: (member: Member): Promise<'inserted' | 'exists'> => store.insertOnce('members', member),

  /** Somebody who left comes back: everything anew but the window of their calls and what still has to be delivered. */
  revive: (member: Member): Promise<number> => {
    const { _id, rates: _rates, settledClaimIds: _settled, recentOperations, outbox: _outbox, revision: _revision, wakeAtMs: _wake, ...fields } = member;
    const replaced = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value !== null && typeof value === 'object' ? command.set(value) : value]));
    const operations = Object.fromEntries(Object.entries(recentOperations).map(([id, hash]) => [`recentOperations.${id}`, hash]));
    return store.update('members', { _id, state: 'left' }, { ...replaced, ...operations, revision: command.inc(1) });
  },
};
