/** The one table of operators, put together from the families. */
import { booleans } from './booleans';
import { comparisons } from './comparisons';
import type { OperatorTable } from './compiled';
import { literals } from './literals';

export const OPERATORS: OperatorTable = {
  ...booleans,
  ...comparisons,
  ...literals,
};
