import { LIMITS } from '@contract';
import { aggregateRepository } from '../aggregate/aggregate.repository';
import { dropFlag, flagOverdue } from '../member/overdue-flag.repository';
import { whereAfter, type Keyset } from '../platform/keyset';
import { command, store } from '../platform/store';
import type { Person } from './person';
import type { PersonEvent } from './person-event';
import { isPersonId } from './person-id';

export const personRepository = aggregateRepository<Person, PersonEvent>('persons');

/** A telephone has a household behind it; more people than this share none. */
const PEOPLE_AT_A_PHONE_MAX = 10;
/** Codes out at one moment that begin with the same four digits. */
const SAME_HANDLE_MAX = 5;

export const peopleAtPhone = (phoneKey: string): Promise<readonly Person[]> => personRepository.list({ where: { phoneKey }, order: [['_id', 'asc']], limit: PEOPLE_AT_A_PHONE_MAX });

export const peopleByHandle = (takeoverHandle: string): Promise<readonly Person[]> => personRepository.list({ where: { takeoverHandle }, limit: SAME_HANDLE_MAX });

/** Some people by their ids, as lists show them. */
export const peopleByIds = (ids: readonly string[]): Promise<readonly Pick<Person, '_id' | 'maskedName' | 'state'>[]> =>
  ids.length === 0 ? Promise.resolve([]) : store.query('persons', { where: { _id: command.in([...ids]) }, order: [['_id', 'asc']], limit: ids.length, fields: ['maskedName', 'state'] });

export interface PaperNumber {
  readonly _id: string;
  readonly maskedName: string;
  readonly phoneSealed: string;
}

/** Those of them who are on paper still and left a number there; it is sealed. One request, none when nobody is on paper. */
export const paperNumbers = async (partyIds: readonly string[]): Promise<readonly PaperNumber[]> => {
  const ids = [...new Set(partyIds.filter(isPersonId))];
  if (ids.length === 0) return [];
  const people = await store.query<Pick<Person, '_id' | 'maskedName' | 'phoneSealed' | 'state'>>('persons', { where: { _id: command.in(ids) }, order: [['_id', 'asc']], limit: ids.length, fields: ['maskedName', 'phoneSealed', 'state'] });
  return people.flatMap(({ _id, maskedName, phoneSealed, state }) => (state === 'onPaper' && phoneSealed !== null ? [{ _id, maskedName, phoneSealed }] : []));
};

export const PEOPLE_ORDER = [['createdAtMs', 'desc'], ['_id', 'desc']] as const;

const ROW_FIELDS = ['maskedName', 'areaName', 'phoneKey', 'memberId', 'createdAtMs'] as const satisfies readonly (keyof Person)[];
export type PersonRow = Pick<Person, '_id' | (typeof ROW_FIELDS)[number]>;

export const peopleOfArea = (areaId: string, last: Keyset | null): Promise<readonly PersonRow[]> =>
  store.query<PersonRow>('persons', { where: whereAfter({ areaIds: areaId }, PEOPLE_ORDER, last), order: PEOPLE_ORDER, limit: LIMITS.pageSize + 1, fields: ROW_FIELDS });

/** Their account counts as of the paper's home, and what the paper gave too late bars it likewise. */
const join = async (memberId: string, person: Person): Promise<void> => {
  await store.update('members', { _id: memberId, state: 'active', partyIds: command.neq(person._id) }, { partyIds: command.push([person._id]), [`paperHomes.${person._id}`]: person.householdId });
  for (const claimId of person.overdueClaimIds) await flagOverdue(memberId, claimId);
};

const part = async (memberId: string, personId: string, overdueClaimIds: readonly string[]): Promise<void> => {
  await store.update('members', { _id: memberId, partyIds: personId }, { partyIds: command.pull(personId), [`paperHomes.${personId}`]: command.remove() });
  for (const claimId of overdueClaimIds) await dropFlag(memberId, claimId);
};

/** A paper changes hands a few times in its life, never so often while one effect is carried out. */
const LOOKS_MAX = 5;

/**
 * Brings a member's parties into line with whose account the paper is *now*, whatever event asked for it, and looks again
 * afterwards: two deliveries that cross each other end the same way.
 */
export const linkPerson = async ({ memberId, personId }: { readonly memberId: string; readonly personId: string }): Promise<void> => {
  let isTheirs: boolean | null = null;
  for (let looks = 0; looks < LOOKS_MAX; looks += 1) {
    const person = await personRepository.find(personId);
    const isNow = person?.memberId === memberId;
    if (isNow === isTheirs) return;
    isTheirs = isNow;
    await (isNow && person !== null ? join(memberId, person) : part(memberId, personId, person?.overdueClaimIds ?? []));
  }
  throw new Error(`person ${personId} changed under every look`);
};
