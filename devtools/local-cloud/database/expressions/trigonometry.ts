/** $sin, $cos, $tan and their relatives (MongoDB 4.2), in radians. */
import { fixed, unary } from './arity';
import type { Operator, OperatorTable } from './compiled';
import { failure, isNullish, typeName } from './failure';
import { showNumber } from './show-value';

interface Domain {
  readonly text: string;
  holds(value: number): boolean;
}

const FINITE: Domain = { text: '(-inf,inf)', holds: (value) => Number.isFinite(value) };
const UNIT: Domain = { text: '[-1,1]', holds: (value) => value >= -1 && value <= 1 };
const FROM_ONE: Domain = { text: '[1,inf]', holds: (value) => value >= 1 };
const ANY: Domain = { text: '[-inf,inf]', holds: () => true };

const shown = (value: number): string => (Number.isFinite(value) ? showNumber(value) : value > 0 ? 'inf' : '-inf');

/** A function on a domain; NaN gives NaN, null and missing give null. */
const on = ({ text, holds }: Domain, operation: (value: number) => number): Operator =>
  unary((value, name) => {
    if (isNullish(value)) return null;
    if (typeof value !== 'number') throw failure(`${name} only supports numeric types, not ${typeName(value)}`);
    if (!Number.isNaN(value) && !holds(value)) throw failure(`cannot apply ${name} to ${shown(value)}, value must in ${text}`);
    return operation(value);
  });

const HALF_TURN_DEGREES = 180;

export const trigonometry: OperatorTable = {
  $acos: on(UNIT, Math.acos),
  $acosh: on(FROM_ONE, Math.acosh),
  $asin: on(UNIT, Math.asin),
  $asinh: on(ANY, Math.asinh),
  $atan: on(ANY, Math.atan),
  $atan2: fixed(2, ([y, x], name) => {
    for (const value of [y, x]) {
      if (isNullish(value)) return null;
      if (typeof value !== 'number') throw failure(`${name} only supports numeric types, not ${typeName(value)}`);
    }
    return Math.atan2(y as number, x as number);
  }),
  $atanh: on(UNIT, Math.atanh),
  $cos: on(FINITE, Math.cos),
  $cosh: on(ANY, Math.cosh),
  $degreesToRadians: on(ANY, (degrees) => (degrees * Math.PI) / HALF_TURN_DEGREES),
  $radiansToDegrees: on(ANY, (radians) => (radians * HALF_TURN_DEGREES) / Math.PI),
  $sin: on(FINITE, Math.sin),
  $sinh: on(ANY, Math.sinh),
  $tan: on(FINITE, Math.tan),
  $tanh: on(ANY, Math.tanh),
};
