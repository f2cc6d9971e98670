/** Operators MongoDB has and the local cloud has not: refused by name instead of computed wrongly. */
import type { Operator, OperatorTable } from './compiled';
import { failure } from './failure';

const refused =
  (why: string): Operator =>
  (_operand, _compiler, name) => {
    throw failure(`the local cloud does not support ${name}: ${why}`);
  };

export const unsupported: OperatorTable = {
  $accumulator: refused('it runs JavaScript in the database'),
  $function: refused('it runs JavaScript in the database'),
  $meta: refused('documents carry no search score here'),
  $rand: refused('its results cannot be repeated'),
  $sampleRate: refused('its results cannot be repeated'),
  $toDecimal: refused('it keeps no decimals'),
  $toObjectId: refused('it keeps no object ids'),
};
