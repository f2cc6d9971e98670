/** $arrayToObject, $bsonSize, $mergeObjects, $objectToArray. */
import { isPlainObject } from '../../kernel/values';
import { unary, variadic } from './arity';
import { sizeOfDocument } from './bson-size';
import type { OperatorTable } from './compiled';
import { failure, isNullish, typeName } from './failure';
import { showValue } from './show-value';

type Pair = readonly [string, unknown];

function pairOfArray(item: unknown): Pair {
  if (!Array.isArray(item)) {
    throw failure(`$arrayToObject requires a consistent input format. Elements mustall be arrays or all be objects. Array was detected, now found: ${typeName(item)}`);
  }
  const [key, value] = item as unknown[];
  if (item.length !== 2) throw failure(`$arrayToObject requires an array of size 2 arrays,found array of size: ${item.length}`);
  if (typeof key !== 'string') throw failure(`$arrayToObject requires an array of key-value pairs, where the key must be of type string. Found key type: ${typeName(key)}`);
  return [key, value];
}

function pairOfObject(item: unknown): Pair {
  if (!isPlainObject(item)) {
    throw failure(`$arrayToObject requires a consistent input format. Elements mustall be arrays or all be objects. Object was detected, now found: ${typeName(item)}`);
  }
  const count = Object.keys(item).length;
  if (count !== 2) throw failure(`$arrayToObject requires an object keys of 'k' and 'v'. Found incorrect number of keys:${count}`);
  if (!Object.hasOwn(item, 'k') || !Object.hasOwn(item, 'v')) {
    throw failure(`$arrayToObject requires an object with keys 'k' and 'v'. Missing either or both keys from: ${showValue(item)}`);
  }
  if (typeof item.k !== 'string') throw failure(`$arrayToObject requires an object with keys 'k' and 'v', where the value of 'k' must be of type string. Found type: ${typeName(item.k)}`);
  return [item.k, item.v];
}

/** The first element decides which of the two forms all must have; of equal keys the last wins. */
function arrayToObject(input: unknown): unknown {
  if (isNullish(input)) return null;
  if (!Array.isArray(input)) throw failure(`$arrayToObject requires an array input, found: ${typeName(input)}`);
  const first: unknown = input[0];
  if (input.length > 0 && !Array.isArray(first) && !isPlainObject(first)) throw failure(`Unrecognised input type format for $arrayToObject: ${typeName(first)}`);
  return Object.fromEntries(input.map(Array.isArray(first) ? pairOfArray : pairOfObject));
}

function objectToArray(value: unknown): unknown {
  if (isNullish(value)) return null;
  if (!isPlainObject(value)) throw failure(`$objectToArray requires a document input, found: ${typeName(value)}`);
  return Object.entries(value).map(([k, v]) => ({ k, v }));
}

/** A single array is read as the list of objects; what is null or missing is left out. */
function mergeObjects(values: readonly unknown[]): unknown {
  const [only] = values;
  const inputs = values.length === 1 && Array.isArray(only) ? (only as unknown[]) : values;
  return Object.fromEntries(
    inputs.flatMap((input) => {
      if (isNullish(input)) return [];
      if (!isPlainObject(input)) throw failure(`$mergeObjects requires object inputs, but input ${showValue(input)} is of type ${typeName(input)}`);
      return Object.entries(input);
    }),
  );
}

function bsonSize(value: unknown): unknown {
  if (isNullish(value)) return null;
  if (!isPlainObject(value)) throw failure(`$bsonSize requires a document input, found: ${typeName(value)}`);
  return sizeOfDocument(value);
}

export const objects: OperatorTable = {
  $arrayToObject: unary(arrayToObject),
  $bsonSize: unary(bsonSize),
  $mergeObjects: variadic(mergeObjects),
  $objectToArray: unary(objectToArray),
};
