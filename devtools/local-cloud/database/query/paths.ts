/**
 * Going to a dotted path as MongoDB's matcher does: an array on the way is gone through (its objects only, one level), and a
 * numeric segment also names the element at that place. An array at the end offers each element and then itself.
 */
import { isPlainObject, type Document } from '../../kernel/values';

/** Looks at one value; undefined stands for a missing field. */
export type ValueTest = (value: unknown) => boolean;

/** What the positional operators need to know: which element of the outermost array on the way matched. */
export interface MatchDetails {
  position: number | undefined;
}

/** As ValueTest, telling which element of the value matched when it is an array. */
export type DetailedTest = (value: unknown, details?: MatchDetails) => boolean;

export interface FieldPath {
  readonly segments: readonly string[];
  /** Whether an array at the end offers its elements, or only itself. */
  readonly expands: boolean;
}

export const isIndex = (segment: string): boolean => /^\d+$/.test(segment);

function found(details: MatchDetails | undefined, position: number): true {
  if (details !== undefined) details.position = position;
  return true;
}

function someBelow(array: readonly unknown[], path: FieldPath, at: number, test: DetailedTest, details: MatchDetails | undefined): boolean {
  const segment = path.segments[at] as string;
  const isLast = at === path.segments.length - 1;
  const place = isIndex(segment) ? segment : undefined;
  for (let i = 0; i < array.length; i += 1) {
    const element = array[i];
    const isNamed = place !== undefined && place === String(i);
    if (isPlainObject(element)) {
      if (someAtPath(element, path, at, test, details)) return found(details, i);
      if (isNamed && (isLast ? test(element) : someAtPath(element, path, at + 1, test, details))) return true;
    } else if (isNamed) {
      // The element named is taken whole: an array there does not offer its own elements.
      if (isLast) {
        if (test(element)) return true;
      } else if (Array.isArray(element) && someBelow(element, path, at + 1, test, details)) return true;
    }
  }
  return false;
}

function someOf(array: readonly unknown[], path: FieldPath, test: DetailedTest, details: MatchDetails | undefined): boolean {
  if (path.expands) for (let i = 0; i < array.length; i += 1) if (test(array[i])) return found(details, i);
  return test(array, details);
}

/** Whether the test holds for some value at the path, from segment `at` on. */
export function someAtPath(holder: Document, path: FieldPath, at: number, test: DetailedTest, details?: MatchDetails): boolean {
  const { segments } = path;
  const last = segments.length - 1;
  let object = holder;
  for (let i = at; ; i += 1) {
    const segment = segments[i] as string;
    const value = Object.hasOwn(object, segment) ? object[segment] : undefined;
    if (Array.isArray(value)) return i === last ? someOf(value, path, test, details) : someBelow(value, path, i + 1, test, details);
    if (i === last) return test(value, details);
    if (!isPlainObject(value)) return test(undefined, details);
    object = value;
  }
}
