/** Says which index would serve a query that none serves. */
import { requestFailed, type CloudError } from '../../kernel/cloud-error';
import { readConstraints, type Constraints, type Query } from './constraints';
import { isPoint } from './intervals';
import type { SortSpec } from './planner';

function wantedKeys({ fields }: Constraints, sort: SortSpec): [string, number][] {
  const keys: [string, number][] = [];
  const add = (field: string, direction: number): void => {
    if (!keys.some(([known]) => known === field)) keys.push([field, direction]);
  };
  const isEquality = (field: string): boolean => fields.get(field)?.some(({ intervals }) => intervals.every(isPoint)) === true;
  for (const field of fields.keys()) if (isEquality(field)) add(field, 1);
  for (const [field, direction] of sort) add(field, direction);
  for (const field of fields.keys()) add(field, 1);
  return keys;
}

/** The refusal, naming the index to declare: equality fields first, then the sort, then ranges. */
export function planRefusal(collection: string, conjuncts: readonly Query[], sort: SortSpec): CloudError {
  const constraints = readConstraints(conjuncts);
  const shape = [...constraints.shape].map(([field, operator]) => `${field}:${operator}`).join(', ');
  const order = sort.length === 0 ? '' : ` sort {${sort.map(([field, direction]) => `${field}:${direction}`).join(', ')}}`;
  // A branch of $or that nothing serves needs its own index; the first one is named with the rest of the query.
  const branch = constraints.alternatives[0]?.[0];
  const keys = wantedKeys(branch === undefined ? constraints : readConstraints([...conjuncts, branch]), sort);
  const [geo] = constraints.geo;
  const wanted = keys.length === 0 && geo !== undefined ? [[geo.field, '2dsphere']] : keys;
  const advice =
    wanted.length === 0
      ? 'add a condition of equality or range on an indexed field'
      : `declare ${JSON.stringify(wanted)} in cloudfunctions/database.ts`;
  return requestFailed(`no declared index serves ${collection} {${shape}}${order}; ${advice}`);
}
