/** The one table of operators, put together from the families. */
import { accumulatorsAsExpressions } from './accumulators-as-expressions';
import { arithmetic } from './arithmetic';
import { arrays } from './arrays';
import { booleans } from './booleans';
import { comparisons } from './comparisons';
import type { OperatorTable } from './compiled';
import { conditionals } from './conditionals';
import { literals } from './literals';
import { objects } from './objects';
import { rounding } from './rounding';
import { sets } from './sets';
import { variables } from './variables';
import { zips } from './zip';

export const OPERATORS: OperatorTable = {
  ...accumulatorsAsExpressions,
  ...arithmetic,
  ...arrays,
  ...booleans,
  ...comparisons,
  ...conditionals,
  ...literals,
  ...objects,
  ...rounding,
  ...sets,
  ...variables,
  ...zips,
};
