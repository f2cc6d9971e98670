/** The update operators that change arrays. */
import { requestFailed } from '../../kernel/cloud-error';
import { cloneValue, isPlainObject, type Document } from '../../kernel/values';
import { compareValues, valuesEqual } from '../compare';
import { compileTest } from '../query/query-test';
import { readPath, writePath } from './update-paths';

const notArray = (operator: string, path: string): Error =>
  requestFailed(`[FailedOperation] The field '${path}' must be an array but is of another type (${operator})`);

function arrayAt(document: Document, path: string, operator: string): unknown[] | undefined {
  const value = readPath(document, path);
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) throw notArray(operator, path);
  return value as unknown[];
}

interface PushModifiers {
  readonly $each: unknown[];
  readonly $position?: number;
  readonly $slice?: number;
  readonly $sort?: 1 | -1 | Record<string, 1 | -1>;
}

const isModifiers = (value: unknown): value is PushModifiers => isPlainObject(value) && Array.isArray(value.$each);

function sortPushed(items: unknown[], by: NonNullable<PushModifiers['$sort']>): unknown[] {
  if (typeof by === 'number') return items.sort((a, b) => compareValues(a, b) * by);
  return items.sort((a, b) => {
    for (const [field, direction] of Object.entries(by)) {
      const order = compareValues(readPath(a as Document, field), readPath(b as Document, field)) * direction;
      if (order !== 0) return order;
    }
    return 0;
  });
}

export function push(document: Document, path: string, operand: unknown): void {
  const modifiers: PushModifiers = isModifiers(operand) ? operand : { $each: [operand] };
  const items = [...(arrayAt(document, path, '$push') ?? [])];
  const { $position: position = items.length, $slice: slice, $sort: sort } = modifiers;
  items.splice(position, 0, ...cloneValue(modifiers.$each));
  const sorted = sort === undefined ? items : sortPushed(items, sort);
  const kept = slice === undefined ? sorted : slice < 0 ? sorted.slice(slice) : sorted.slice(0, slice);
  writePath(document, path, kept);
}

export function addToSet(document: Document, path: string, operand: unknown): void {
  const items = [...(arrayAt(document, path, '$addToSet') ?? [])];
  const added = isModifiers(operand) ? operand.$each : [operand];
  for (const value of added) if (!items.some((known) => valuesEqual(known, value))) items.push(cloneValue(value));
  writePath(document, path, items);
}

export function pop(document: Document, path: string, operand: unknown): void {
  const items = arrayAt(document, path, '$pop');
  if (items !== undefined) writePath(document, path, operand === -1 ? items.slice(1) : items.slice(0, -1));
}

export function pullAll(document: Document, path: string, operand: unknown): void {
  if (!Array.isArray(operand)) throw requestFailed('[FailedOperation] $pullAll requires an array argument');
  const items = arrayAt(document, path, '$pullAll');
  if (items !== undefined) writePath(document, path, items.filter((item) => !operand.some((value) => valuesEqual(item, value))));
}

/** The SDK sends the value, `{$in: […]}`, or a query on the elements. */
export function pull(document: Document, path: string, operand: unknown): void {
  const items = arrayAt(document, path, '$pull');
  if (items === undefined) return;
  const isQuery = isPlainObject(operand);
  const onElement = isQuery && Object.keys(operand).some((key) => key.startsWith('$'));
  // Conditions with operators are tested on the element itself, a plain object on the fields of an element.
  const matches = !isQuery
    ? (item: unknown) => (operand instanceof RegExp ? typeof item === 'string' && operand.test(item) : valuesEqual(item, operand))
    : onElement
      ? ((test) => (item: unknown) => test({ element: item }))(compileTest({ element: operand }))
      : ((test) => (item: unknown) => isPlainObject(item) && test(item))(compileTest(operand));
  writePath(document, path, items.filter((item) => !matches(item)));
}
