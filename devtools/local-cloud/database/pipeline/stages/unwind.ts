/** $unwind: one document for each element of an array. */
import { isPlainObject, type Document } from '../../../kernel/values';
import { plainPath, withPath } from '../document-paths';
import { assertFieldPath } from '../../expressions/field-paths';
import { failure, typeName } from '../../expressions/failure';
import type { StageCompiler } from '../stage';

interface Unwinding {
  readonly segments: readonly string[];
  readonly keepsEmpty: boolean;
  readonly indexSegments: readonly string[] | undefined;
}

function readIndexField(value: unknown): readonly string[] {
  if (typeof value !== 'string' || value === '') {
    throw failure(`expected a non-empty string for the includeArrayIndex  option to $unwind stage, got ${typeName(value)}`);
  }
  if (value.startsWith('$')) throw failure(`includeArrayIndex option to $unwind stage should not be prefixed with a '$': ${value}`);
  assertFieldPath(value);
  return value.split('.');
}

function readPath(path: unknown): readonly string[] {
  if (typeof path !== 'string') throw failure(`expected a string as the path for $unwind stage, got ${typeName(path)}`);
  if (path === '') throw failure('no path specified to $unwind stage');
  if (!path.startsWith('$')) throw failure(`path option to $unwind stage should be prefixed with a '$': ${path}`);
  if (path === '$') throw failure("'$' by itself is not a valid FieldPath");
  assertFieldPath(path.slice(1));
  return path.slice(1).split('.');
}

function parseUnwind(operand: unknown): Unwinding {
  if (typeof operand === 'string') return { segments: readPath(operand), keepsEmpty: false, indexSegments: undefined };
  if (!isPlainObject(operand)) throw failure(`expected either a string or an object as specification for $unwind stage, got ${typeName(operand)}`);
  const { path, preserveNullAndEmptyArrays, includeArrayIndex, ...others } = operand;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw failure(`unrecognized option to $unwind stage: ${unknown}`);
  if (preserveNullAndEmptyArrays !== undefined && typeof preserveNullAndEmptyArrays !== 'boolean') {
    throw failure(`expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage, got ${typeName(preserveNullAndEmptyArrays)}`);
  }
  const indexSegments = includeArrayIndex === undefined ? undefined : readIndexField(includeArrayIndex);
  if (path === undefined) throw failure('no path specified to $unwind stage');
  return { segments: readPath(path), keepsEmpty: preserveNullAndEmptyArrays === true, indexSegments };
}

function* unwound(document: Document, { segments, keepsEmpty, indexSegments }: Unwinding): Generator<Document> {
  const numbered = (result: Document, index: number | null): Document => (indexSegments === undefined ? result : withPath(result, indexSegments, index));
  const value = plainPath(document, segments);
  if (Array.isArray(value) && value.length > 0) {
    for (const [index, element] of (value as unknown[]).entries()) yield numbered(withPath(document, segments, element), index);
    return;
  }
  const isEmpty = value === undefined || value === null || Array.isArray(value);
  if (isEmpty && !keepsEmpty) return;
  // An empty array leaves no field behind; any other value counts as an array of itself, without a place.
  yield numbered(Array.isArray(value) ? withPath(document, segments, undefined) : document, null);
}

export const compileUnwind: StageCompiler = (operand) => {
  const unwinding = parseUnwind(operand);
  return [{
    name: '$unwind',
    *run(documents) {
      for (const document of documents) yield* unwound(document, unwinding);
    },
  }];
};
