import { DuplicateError, oneOf, store } from '../platform/store';
import { holdsAt, STAFF_ROLES } from '../kernel/access';
import type { Member } from '../member/member';
import { memberRepository } from '../member/member.repository';
import { holdsOf, type PointFreeze } from './point-freeze';

/**
 * Writes a freeze together with the hold of each of its people, or nothing: nobody is in two at a time, since a hold's id
 * is the person's.
 */
export const insertFreeze = async (freeze: PointFreeze): Promise<'inserted' | 'exists' | 'heldElsewhere'> => {
  try {
    await store.transact(async (transaction) => {
      await transaction.insert('pointFreezes', freeze);
      for (const hold of holdsOf(freeze)) await transaction.insert('pointHolds', hold);
    });
    return 'inserted';
  } catch (error) {
    if (error instanceof DuplicateError) return error.id === freeze._id ? 'exists' : 'heldElsewhere';
    throw error;
  }
};

/** With the circles of a report as many people as one query names. */
const OPEN_MAX = 10;

/** Those that stand now, the newest first. */
export const openFreezes = (communityId: string): Promise<readonly PointFreeze[]> =>
  store.query<PointFreeze>('pointFreezes', { where: { communityId, state: 'frozen' }, order: [['frozenAtMs', 'desc'], ['_id', 'desc']], limit: OPEN_MAX });

/** Of one person, whoever speaks for them: the newest first. */
export const freezesOf = (memberIds: readonly string[], limit: number): Promise<readonly PointFreeze[]> =>
  store.query<PointFreeze>('pointFreezes', { where: { memberIds: oneOf(memberIds) }, order: [['frozenAtMs', 'desc'], ['_id', 'desc']], limit });

const NAMED_MAX = 100;

/** How staff know these people; who left, or is on paper, has no name here. */
export const namesOf = async (memberIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(memberIds)].slice(0, NAMED_MAX);
  if (ids.length === 0) return new Map();
  const found = await store.query<Pick<Member, '_id' | 'displayName'>>('members', { where: { _id: oneOf(ids) }, limit: ids.length, fields: ['displayName'] });
  return new Map(found.filter(({ displayName }) => displayName !== '').map(({ _id, displayName }) => [_id, displayName]));
};

/** A community has a handful of staff; more are not looked at. */
const STAFF_READ = 50;

/** Whether anybody of the community itself may answer: staff who neither froze it nor are in it. */
export const hasJudge = async ({ communityId, frozenById, memberIds }: PointFreeze): Promise<boolean> =>
  (await memberRepository.roleHolders(communityId, null, STAFF_READ)).some(
    ({ _id, state, roles }) => state === 'active' && _id !== frozenById && !memberIds.includes(_id) && holdsAt(roles.filter(({ areaId }) => areaId === communityId), STAFF_ROLES, communityId),
  );
