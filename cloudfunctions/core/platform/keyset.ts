import { command, type Guard, type QueryOptions } from './store';

/** The row a page ends with: its value in each field of the order. */
export type Keyset = readonly (string | number)[];

type Order = NonNullable<QueryOptions['order']>;

/**
 * Everything after `last` in the given order, as alternatives that an index on these fields serves one after the other:
 * beyond in the first field, or equal there and beyond in the second, and so on. `firstBelow` ends an ascending list
 * before that value of its first field.
 */
const after = (order: Order, last: Keyset, firstBelow: string | number | null): Guard[] =>
  order.map(([field, direction], depth) => {
    const equal = Object.fromEntries(order.slice(0, depth).map(([name], index) => [name, last[index]]));
    const value = last[depth];
    const beyond = direction === 'asc' ? command.gt(value) : command.lt(value);
    return { ...equal, [field]: depth === 0 && firstBelow !== null ? beyond.and(command.lt(firstBelow)) : beyond };
  });

/** The condition of a list with its place: alternatives only where there is a place to go on from. */
export const whereAfter = (where: Guard, order: Order, last: Keyset | null, firstBelow: string | number | null = null): Guard =>
  last === null ? where : (command.or(after(order, last, firstBelow).map((beyond) => ({ ...where, ...beyond }))) as unknown as Guard);
