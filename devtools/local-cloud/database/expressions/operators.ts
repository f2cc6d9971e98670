/** The one table of operators, put together from the families. */
import { accumulatorsAsExpressions } from './accumulators-as-expressions';
import { arithmetic } from './arithmetic';
import { arrays } from './arrays';
import { booleans } from './booleans';
import { comparisons } from './comparisons';
import type { OperatorTable } from './compiled';
import { conditionals } from './conditionals';
import { conversions } from './conversions';
import { dateParts } from './dates-parts';
import { dateStrings } from './dates-strings';
import { literals } from './literals';
import { objects } from './objects';
import { rounding } from './rounding';
import { sets } from './sets';
import { stringParts } from './strings-parts';
import { stringPatterns } from './strings-patterns';
import { stringTexts } from './strings-text';
import { trigonometry } from './trigonometry';
import { variables } from './variables';
import { zips } from './zip';

export const OPERATORS: OperatorTable = {
  ...accumulatorsAsExpressions,
  ...arithmetic,
  ...arrays,
  ...booleans,
  ...comparisons,
  ...conditionals,
  ...conversions,
  ...dateParts,
  ...dateStrings,
  ...literals,
  ...objects,
  ...rounding,
  ...sets,
  ...stringParts,
  ...stringPatterns,
  ...stringTexts,
  ...trigonometry,
  ...variables,
  ...zips,
};
