import { fail } from '../kernel/result';
import { command, type Change } from '../platform/store';
import { RECENT_OPERATIONS_MAX, type Member } from './member';

type Operations = Pick<Member, 'recentOperations'>;

/**
 * Whether this act was carried out before; the same id with another input is refused (OPERATION_REUSED).
 * Operation ids are hashes of caller, route and the client's id, so two people never meet in one.
 */
export const wasDone = (member: Operations, operationId: string, inputHash: string): boolean => {
  const known = member.recentOperations[operationId];
  if (known === undefined) return false;
  if (known !== inputHash) fail('OPERATION_REUSED');
  return true;
};

/** Guard that no call with this id came first, to stand beside the rule itself. */
export const notDoneYet = (operationId: string): Readonly<Record<string, unknown>> => ({ [`recentOperations.${operationId}`]: command.exists(false) });

/** Pure: the oldest ids that must go so that one more fits; the database keeps the order in which they came. */
export const oldestOperations = (member: Operations): readonly string[] => {
  const ids = Object.keys(member.recentOperations);
  return ids.slice(0, Math.max(0, ids.length - RECENT_OPERATIONS_MAX + 1));
};

/** Notes the act in the same update that carries it out, and forgets the oldest ones. */
export const noteOperation = (member: Operations, operationId: string, inputHash: string): Change => ({
  ...Object.fromEntries(oldestOperations(member).map((id) => [`recentOperations.${id}`, command.remove()])),
  [`recentOperations.${operationId}`]: inputHash,
});
