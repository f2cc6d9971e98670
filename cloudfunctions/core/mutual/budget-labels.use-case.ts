import { fail } from '../kernel/result';
import { decideUse, streetOf } from '../spending/use-table';
import { findUseTable } from '../spending/use-table.repository';
import type { UseLabels } from './propose-campaign';

/**
 * What the street's table calls the lines of a budget; each must be allowed there, as spending will ask again. `path`:
 * where the lines stand in the input. One request where money is asked for.
 * @throws RefusedError USE_UNKNOWN, USE_FORBIDDEN, naming each line that is wrong.
 */
export const budgetLabels = async (communityId: string, lines: readonly { readonly useKey: string }[], path: string): Promise<UseLabels> => {
  if (lines.length === 0) return new Map();
  const table = await findUseTable(streetOf(communityId) ?? '');
  const labels = new Map<string, string>();
  const wrong = lines.flatMap(({ useKey }, index) => {
    const decided = decideUse(table, useKey);
    if (decided.ok) labels.set(useKey, decided.value.label);
    return decided.ok ? [] : [{ code: decided.refusal.code, field: `${path}.${index}.useKey` }];
  });
  const [first] = wrong;
  return first === undefined ? labels : fail(first.code, { fields: Object.fromEntries(wrong.map(({ field }) => [field, '请从街道的用途表里另选一类'])) });
};
