/**
 * Projection of results as `find` of MongoDB 4.0 does it: a tree of fields, each saying whether what it does not name stays.
 * Fields keep the order of the document.
 */
import { isPlainObject, setField, type Document } from '../../kernel/values';
import { badValue, showField, showValue } from './bad-value';
import { matchedPosition as positionOfUpdates } from '../update/matched-position';
import { compileQuery, matchedPosition, type CompiledQuery, type QueryContext } from './compile-query';
import { NEAR_OPERATORS } from './field-conditions';

/** What a projection needs to know about the query that found the documents: `$` names the element that matched. */
export interface ProjectionContext extends QueryContext {
  readonly query: Document;
}

interface Slice {
  readonly skip: number;
  readonly limit: number;
}

/** A node of the tree: a field named by the projection. */
class Node {
  /** Whether the field itself, or what is below it and not named, stays. */
  keeps = true;
  readonly fields = new Map<string, Node>();
  slice: Slice | undefined;

  child(name: string): Node {
    const known = this.fields.get(name);
    if (known !== undefined) return known;
    const made = new Node();
    this.fields.set(name, made);
    return made;
  }

  /** Includes or excludes a path; what stands beside it then does the opposite. */
  add(segments: readonly string[], included: boolean): Node {
    const [first, ...rest] = segments;
    if (first === undefined) {
      this.keeps = included;
      return this;
    }
    this.keeps = !included;
    return this.child(first).add(rest, included);
  }

  at(segments: readonly string[]): Node {
    return segments.reduce<Node>((node, segment) => node.child(segment), this);
  }
}

interface Projection {
  readonly root: Node;
  readonly keepsId: boolean;
  /** `$elemMatch` by field. */
  readonly elements: ReadonlyMap<string, CompiledQuery>;
  readonly positionalPath: string | undefined;
}

const isTrue = (value: unknown): boolean => value !== false && value !== null && value !== undefined && value !== 0;

function parseSlice(operand: unknown): Slice {
  if (typeof operand === 'number') {
    const count = Math.trunc(operand);
    return count < 0 ? { skip: count, limit: -count } : { skip: 0, limit: count };
  }
  if (!Array.isArray(operand)) throw badValue('$slice only supports numbers and [skip, limit] arrays');
  if (operand.length !== 2) throw badValue('$slice array wrong size');
  const [skip, limit] = operand.map((part: unknown) => (typeof part === 'number' ? Math.trunc(part) : 0)) as [number, number];
  if (limit <= 0) throw badValue('$slice limit must be positive');
  return { skip, limit };
}

/** Whether the query says something about the field (the part of its path before the first dot). */
function mentions(query: Document, field: string): boolean {
  return Object.entries(query).some(([key, condition]) => {
    if (key === '$and' || key === '$or' || key === '$nor') return Array.isArray(condition) && condition.some((branch) => isPlainObject(branch) && mentions(branch, field));
    return key.split('.')[0] === field;
  });
}

/** Refuses what a query may hold and the `$elemMatch` of a projection may not. */
function assertAllowed(value: unknown): void {
  if (Array.isArray(value)) return void (value as unknown[]).forEach(assertAllowed);
  if (!isPlainObject(value)) return;
  for (const [key, part] of Object.entries(value)) {
    if (key === '$jsonSchema' || key === '$where') throw badValue(`${key} is not allowed in this context`);
    if (NEAR_OPERATORS.includes(key)) throw badValue('$geoNear, $near, and $nearSphere are not allowed in this context');
    assertAllowed(part);
  }
}

/** Reads a projection field by field. */
class Parser {
  private readonly root = new Node();
  private keepsId = true;
  private readonly elements = new Map<string, CompiledQuery>();
  private positionalPath: string | undefined;
  private includes: boolean | undefined;

  constructor(private readonly context: ProjectionContext) {}

  read(specification: Document): Projection {
    for (const [path, value] of Object.entries(specification)) {
      if (isPlainObject(value)) this.readOperator(path, value);
      else if (path === '_id' && !isTrue(value)) this.keepsId = false;
      else this.readField(path, isTrue(value));
    }
    return { root: this.root, keepsId: this.keepsId, elements: this.elements, positionalPath: this.positionalPath };
  }

  private readField(path: string, included: boolean): void {
    if (this.includes === undefined) this.includes = included;
    else if (this.includes !== included) throw badValue('Projection cannot have a mix of inclusion and exclusion.');
    this.root.add(path.split('.'), included);
    if (path.includes('.$')) this.readPositional(path, included);
  }

  private readPositional(path: string, included: boolean): void {
    const array = path.slice(0, path.indexOf('.$'));
    if (!included) throw badValue('Cannot exclude array elements with the positional operator.');
    if (this.positionalPath !== undefined) throw badValue('Cannot specify more than one positional proj. per query.');
    if (this.elements.size > 0) throw badValue('Cannot specify positional operator and $elemMatch.');
    if (path.indexOf('.$', array.length + 1) > 0) throw badValue(`Positional projection '${path}' contains the positional operator more than once.`);
    if (!mentions(this.context.query, array.split('.')[0] ?? '')) throw badValue(`Positional projection '${path}' does not match the query document.`);
    this.positionalPath = array;
  }

  private readOperator(path: string, value: Document): void {
    const [entry, more] = Object.entries(value);
    if (entry === undefined || more !== undefined) throw badValue(`>1 field in obj: ${showValue(value)}`);
    const [operator, operand] = entry;
    if (operator === '$slice') {
      this.root.at(path.split('.')).slice = parseSlice(operand);
      if (path.includes('.$')) this.readPositional(path, true);
    } else if (operator === '$elemMatch') this.readElemMatch(path, operand);
    else if (operator === '$meta') throw badValue('the local cloud does not support $meta');
    else throw badValue(`Unsupported projection option: ${showField(path, value)}`);
  }

  private readElemMatch(path: string, operand: unknown): void {
    if (!isPlainObject(operand)) throw badValue('elemMatch: Invalid argument, object required.');
    if (this.positionalPath !== undefined) throw badValue('Cannot specify positional operator and $elemMatch.');
    if (path.includes('.')) throw badValue('Cannot use $elemMatch projection on a nested field.');
    assertAllowed(operand);
    this.elements.set(path, compileQuery({ [path]: { $elemMatch: operand } }, this.context));
    this.root.add([path], true);
  }
}

function projectArray(array: readonly unknown[], node: Node, isNested: boolean): unknown[] {
  const { skip = 0, limit = Infinity } = (isNested ? undefined : node.slice) ?? {};
  const from = skip < 0 ? Math.max(0, skip + array.length) : skip;
  return array.slice(from, from + limit).flatMap((element) => {
    if (Array.isArray(element)) return [projectArray(element, node, true)];
    if (isPlainObject(element)) return [projectFields(element, node, undefined)];
    return node.keeps ? [element] : [];
  });
}

/** Where a positional projection stands: which element matched, and whether a refusal still reaches the caller. */
interface Position {
  readonly matched: number | undefined;
  readonly isTop: boolean;
}

/** The element that matched, alone. Below the top MongoDB drops the field where it would refuse. */
function onlyMatched(name: string, array: readonly unknown[], { matched, isTop }: Position): unknown[] | undefined {
  if (matched !== undefined && matched < array.length) return [array[matched]];
  if (!isTop) return undefined;
  if (matched !== undefined) throw badValue('Executor error during find command :: caused by :: positional operator element mismatch');
  throw badValue(`Executor error during find command :: caused by :: positional operator (${name}.$) requires corresponding field in query specifier`);
}

/** The value of a field under its node; undefined drops it. */
function projectValue(name: string, value: unknown, node: Node, position: Position | undefined): unknown {
  const isPlain = node.fields.size === 0 && node.slice === undefined;
  if (!isPlain && Array.isArray(value)) return position === undefined ? projectArray(value, node, false) : onlyMatched(name, value, position);
  if (!isPlain && isPlainObject(value)) return projectFields(value, node, position && { ...position, isTop: false });
  return node.keeps ? value : undefined;
}

function projectFields(document: Document, node: Node, position: Position | undefined): Document {
  const projected: Document = {};
  for (const [name, value] of Object.entries(document)) {
    const child = node.fields.get(name);
    const kept = child === undefined ? (node.keeps ? value : undefined) : projectValue(name, value, child, position);
    if (kept !== undefined) setField(projected, name, kept);
  }
  return projected;
}

/** The array with the element that `$elemMatch` finds first; undefined when none does. */
function firstElement(value: unknown, document: Document, matcher: CompiledQuery): unknown {
  const position = matchedPosition(matcher, document);
  return position === undefined ? undefined : [(value as unknown[])[position]];
}

function projectDocument(document: Document, { root, keepsId, elements }: Projection, position: Position | undefined): Document {
  const { _id: id, ...fields } = document;
  const chosen = Object.entries(fields).flatMap(([name, value]) => {
    const matcher = elements.get(name);
    if (matcher === undefined) return [[name, value] as const];
    const element = firstElement(value, document, matcher);
    return element === undefined ? [] : [[name, element] as const];
  });
  const projected = projectFields(Object.fromEntries(chosen), root, position);
  return keepsId && id !== undefined ? { _id: id, ...projected } : projected;
}

/**
 * Projected copies; an empty projection gives the documents as they are. Throws `[FailedOperation] …` with MongoDB's text
 * when the projection is malformed, also where there is no document.
 */
export function projectDocuments(documents: readonly Document[], projection: Document, context: ProjectionContext = { query: {}, nowMs: Date.now() }): readonly Document[] {
  if (Object.keys(projection).length === 0) return documents;
  const parsed = new Parser(context).read(projection);
  const query = parsed.positionalPath === undefined ? undefined : compileQuery(context.query, context);
  const positionIn = (document: Document): Position | undefined =>
    query && { matched: positionOfUpdates(document, context.query) ?? matchedPosition(query, document), isTop: true };
  return documents.map((document) => projectDocument(document, parsed, positionIn(document)));
}
