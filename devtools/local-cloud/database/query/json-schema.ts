/** `$jsonSchema`: MongoDB's subset of JSON Schema draft 4. A keyword says something only about values of its own type. */
import { isPlainObject, type Document } from '../../kernel/values';
import { compareValues, valuesEqual } from '../compare';
import { badValue } from './bad-value';
import type { ValueTest } from './paths';
import { compilePattern } from './regular-expression';
import { parsePositiveLong, parseTypeSet, typeNameOf } from './value-types';

type Schema = Readonly<Record<string, unknown>>;
type Keyword = (operand: unknown, schema: Schema, name: string) => ValueTest | undefined;

const mustBe = (name: string, what: string): Error => badValue(`$jsonSchema keyword '${name}' must be ${what}`);

/** Objects are compared without regard to the order of their fields. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, inOrder(value[key])]));
}

/** A missing value satisfies every keyword; only `required` asks for presence. */
const ifPresent = (test: ValueTest): ValueTest => (value) => value === undefined || test(value);
const ifNumber = (test: (value: number) => boolean): ValueTest => (value) => typeof value !== 'number' || test(value);
const ifString = (test: (value: string) => boolean): ValueTest => (value) => typeof value !== 'string' || test(value);
const ifArray = (test: (value: readonly unknown[]) => boolean): ValueTest => (value) => !Array.isArray(value) || test(value);
const ifObject = (test: (value: Document) => boolean): ValueTest => (value) => !isPlainObject(value) || test(value);

function strings(name: string, operand: unknown): string[] {
  if (!Array.isArray(operand)) throw mustBe(name, `an array, but found an element of type ${typeNameOf(operand)}`);
  if (operand.length === 0) throw badValue(`$jsonSchema keyword '${name}' cannot be an empty array`);
  const stranger = (operand as unknown[]).find((part) => typeof part !== 'string');
  if (stranger !== undefined) throw mustBe(name, `an array of strings, but found an element of type: ${typeNameOf(stranger)}`);
  if (new Set(operand).size !== operand.length) throw badValue(`$jsonSchema keyword '${name}' array cannot contain duplicate values`);
  return operand as string[];
}

function schemas(name: string, operand: unknown): ValueTest[] {
  if (!Array.isArray(operand)) throw mustBe(name, 'an array');
  if (operand.length === 0) throw mustBe(name, 'a non-empty array');
  return operand.map((part: unknown) => {
    if (!isPlainObject(part)) throw mustBe(name, `an array of objects, but found an element of type ${typeNameOf(part)}`);
    return compileSchema(part, name);
  });
}

/** The types a keyword names. */
function namedTypes(name: string, operand: unknown): ReadonlySet<string> {
  if (Array.isArray(operand) && operand.length === 0) throw badValue(`$jsonSchema keyword '${name}' must name at least one type`);
  return parseTypeSet(name, operand);
}

function objectOf(name: string, operand: unknown): Record<string, unknown> {
  if (!isPlainObject(operand)) throw mustBe(name, 'an object');
  return operand;
}

const JSON_TYPES: Readonly<Record<string, string>> = { array: 'array', boolean: 'bool', null: 'null', object: 'object', string: 'string', number: 'number' };

function jsonType(operand: unknown): ValueTest {
  const names: readonly unknown[] = Array.isArray(operand) ? (operand as unknown[]) : [operand];
  const aliases = names.map((name) => {
    if (typeof name !== 'string') throw mustBe('type', 'either a string or an array of strings');
    if (name === 'integer') throw badValue("$jsonSchema type 'integer' is not currently supported.");
    if (!Object.hasOwn(JSON_TYPES, name)) throw badValue(`Unknown type name alias: ${name}`);
    return JSON_TYPES[name];
  });
  const types = namedTypes('type', aliases);
  return ifPresent((value) => types.has(typeNameOf(value) ?? ''));
}

const bsonType: Keyword = (operand, schema) => {
  if ('type' in schema) throw badValue("Cannot specify both $jsonSchema keywords 'type' and 'bsonType'");
  const types = namedTypes('bsonType', operand);
  return ifPresent((value) => types.has(typeNameOf(value) ?? ''));
};

const bound = (exclusiveName: string, holds: (order: number) => boolean): Keyword => (operand, schema, name) => {
  if (typeof operand !== 'number') throw mustBe(name, 'a number');
  const exclusive = schema[exclusiveName] ?? false;
  if (typeof exclusive !== 'boolean') throw mustBe(exclusiveName, 'a boolean');
  return ifNumber((value) => (value === operand ? !exclusive : holds(value - operand)));
};

const exclusiveOf = (owner: string): Keyword => (operand, schema, name) => {
  if (typeof operand !== 'boolean') throw mustBe(name, 'a boolean');
  if (!(owner in schema)) throw badValue(`$jsonSchema keyword '${owner}' must be a present if ${name} is present`);
  return undefined;
};

function multipleOf(operand: unknown): ValueTest {
  if (typeof operand !== 'number') throw mustBe('multipleOf', 'a number');
  if (!(operand > 0)) throw badValue("$jsonSchema keyword 'multipleOf' must have a positive value");
  return ifNumber((value) => value % operand === 0);
}

const limit = (measure: (value: unknown) => number | undefined, holds: (size: number, most: number) => boolean): Keyword => (operand, _schema, name) => {
  const most = parsePositiveLong(name, operand);
  return (value) => {
    const size = measure(value);
    return size === undefined || holds(size, most);
  };
};
const letters = (value: unknown): number | undefined => (typeof value === 'string' ? [...value].length : undefined);
const items = (value: unknown): number | undefined => (Array.isArray(value) ? value.length : undefined);
const fields = (value: unknown): number | undefined => (isPlainObject(value) ? Object.keys(value).length : undefined);
const atMost = (size: number, most: number): boolean => size <= most;
const atLeast = (size: number, least: number): boolean => size >= least;

function pattern(operand: unknown): ValueTest {
  if (typeof operand !== 'string') throw mustBe('pattern', 'a string');
  const expression = compilePattern(operand, '');
  return ifString((value) => expression.test(value));
}

function required(operand: unknown): ValueTest {
  const names = strings('required', operand);
  return ifObject((value) => names.every((name) => Object.hasOwn(value, name)));
}

function properties(operand: unknown): ValueTest {
  const tests = Object.entries(objectOf('properties', operand)).map(([name, schema]) => {
    if (!isPlainObject(schema)) throw badValue(`Nested schema for $jsonSchema property '${name}' must be an object`);
    return [name, compileSchema(schema, name)] as const;
  });
  return ifObject((value) => tests.every(([name, test]) => !Object.hasOwn(value, name) || test(value[name])));
}

function patternTests(operand: unknown): (readonly [RegExp, ValueTest])[] {
  return Object.entries(objectOf('patternProperties', operand)).map(([name, schema]) => {
    if (!isPlainObject(schema)) throw badValue(`$jsonSchema keyword 'patternProperties' has property '${name}' which is not an object`);
    return [compilePattern(name, ''), compileSchema(schema, name)] as const;
  });
}

function patternProperties(operand: unknown): ValueTest {
  const tests = patternTests(operand);
  return ifObject((value) => Object.entries(value).every(([name, part]) => tests.every(([expression, test]) => !expression.test(name) || test(part))));
}

const additionalProperties: Keyword = (operand, schema) => {
  if (typeof operand !== 'boolean' && !isPlainObject(operand)) throw mustBe('additionalProperties', 'an object or a boolean');
  if (operand === true) return undefined;
  const test: ValueTest = operand === false ? () => false : compileSchema(operand, 'additionalProperties');
  const named = isPlainObject(schema.properties) ? schema.properties : {};
  const patterns = schema.patternProperties === undefined ? [] : patternTests(schema.patternProperties);
  const isKnown = (name: string): boolean => Object.hasOwn(named, name) || patterns.some(([expression]) => expression.test(name));
  return ifObject((value) => Object.entries(value).every(([name, part]) => isKnown(name) || test(part)));
};

function itemTests(operand: unknown): ValueTest {
  if (Array.isArray(operand)) {
    const tests = operand.map((schema: unknown) => compileSchema(schema, 'items'));
    return ifArray((value) => tests.every((test, i) => i >= value.length || test(value[i])));
  }
  if (!isPlainObject(operand)) throw mustBe('items', 'an array or an object');
  const test = compileSchema(operand, 'items');
  return ifArray((value) => value.every(test));
}

const additionalItems: Keyword = (operand, { items: listed }) => {
  if (typeof operand !== 'boolean' && !isPlainObject(operand)) throw mustBe('additionalItems', 'either an object or a boolean');
  if (operand === true || !Array.isArray(listed)) return undefined;
  const test: ValueTest = operand === false ? () => false : compileSchema(operand, 'additionalItems');
  return ifArray((value) => value.slice(listed.length).every(test));
};

const uniqueItems: Keyword = (operand) => {
  if (typeof operand !== 'boolean') throw mustBe('uniqueItems', 'a boolean');
  if (!operand) return undefined;
  return ifArray((value) => {
    const sorted = value.map(inOrder).sort(compareValues);
    return sorted.every((item, i) => i === 0 || !valuesEqual(item, sorted[i - 1]));
  });
};

function oneOfValues(operand: unknown): ValueTest {
  if (!Array.isArray(operand)) throw mustBe('enum', `an array, but found an element of type ${typeNameOf(operand)}`);
  if (operand.length === 0) throw badValue("$jsonSchema keyword 'enum' cannot be an empty array");
  const allowed = operand.map(inOrder);
  const isTwice = allowed.some((one, i) => allowed.slice(0, i).some((other) => valuesEqual(one, other)));
  if (isTwice) throw badValue("$jsonSchema keyword 'enum' array cannot contain duplicate values.");
  return ifPresent((value) => {
    const ordered = inOrder(value);
    return allowed.some((candidate) => valuesEqual(candidate, ordered));
  });
}

/** Names that must be there when the field is. */
function neededWith(field: string, names: readonly unknown[]): ValueTest {
  if (names.length === 0) throw badValue(`property '${field}' in $jsonSchema keyword 'dependencies' cannot be an empty array`);
  names.forEach((name, i) => {
    const place = `array '${field}' in $jsonSchema keyword 'dependencies'`;
    if (typeof name !== 'string') throw badValue(`${place} can only contain strings, but found element of type: ${typeNameOf(name)}`);
    if (names.indexOf(name) !== i) throw badValue(`${place} contains duplicate element: ${name}`);
  });
  return ifObject((value) => names.every((name) => Object.hasOwn(value, String(name))));
}

function dependencies(operand: unknown): ValueTest {
  const tests = Object.entries(objectOf('dependencies', operand)).map(([name, needed]) => {
    if (Array.isArray(needed)) return [name, neededWith(name, needed)] as const;
    if (!isPlainObject(needed)) throw badValue(`property '${name}' in $jsonSchema keyword 'dependencies' must be either an object or an array`);
    return [name, compileSchema(needed, 'dependencies')] as const;
  });
  return ifObject((value) => tests.every(([name, test]) => !Object.hasOwn(value, name) || test(value)));
}

const allOf: Keyword = (operand, _schema, name) => ((tests) => (value) => tests.every((test) => test(value)))(schemas(name, operand));
const anyOf: Keyword = (operand, _schema, name) => ((tests) => (value) => tests.some((test) => test(value)))(schemas(name, operand));
const oneOf: Keyword = (operand, _schema, name) => ((tests) => (value) => tests.filter((test) => test(value)).length === 1)(schemas(name, operand));
const not: Keyword = (operand, _schema, name) => ((test) => ifPresent((value) => !test(value)))(compileSchema(operand, name));

const text: Keyword = (operand, _schema, name) => {
  if (typeof operand !== 'string') throw mustBe(name, `of type string, but found type ${typeNameOf(operand)}`);
  return undefined;
};
const unsupported: Keyword = (_operand, _schema, name) => {
  throw badValue(`$jsonSchema keyword '${name}' is not currently supported`);
};

const KEYWORDS: Readonly<Record<string, Keyword>> = {
  type: jsonType, bsonType, required, properties, patternProperties, additionalProperties, dependencies,
  minimum: bound('exclusiveMinimum', (difference) => difference > 0),
  maximum: bound('exclusiveMaximum', (difference) => difference < 0),
  exclusiveMinimum: exclusiveOf('minimum'),
  exclusiveMaximum: exclusiveOf('maximum'),
  multipleOf, pattern,
  minLength: limit(letters, atLeast), maxLength: limit(letters, atMost),
  items: itemTests, additionalItems, uniqueItems,
  minItems: limit(items, atLeast), maxItems: limit(items, atMost),
  minProperties: limit(fields, atLeast), maxProperties: limit(fields, atMost),
  enum: oneOfValues, allOf, anyOf, oneOf, not,
  title: text, description: text,
  $ref: unsupported, $schema: unsupported, default: unsupported, definitions: unsupported, format: unsupported, id: unsupported,
};

function compileSchema(schema: unknown, name: string): ValueTest {
  if (!isPlainObject(schema)) throw mustBe(name, 'an object');
  const tests = Object.entries(schema).flatMap(([key, operand]) => {
    const keyword = Object.hasOwn(KEYWORDS, key) ? KEYWORDS[key] : undefined;
    if (keyword === undefined) throw badValue(`Unknown $jsonSchema keyword: ${key}`);
    return keyword(operand, schema, key) ?? [];
  });
  return (value) => tests.every((test) => test(value));
}

/** The test of a document by a schema; throws MongoDB's complaint about a malformed one. */
export function compileJsonSchema(schema: unknown): (document: Document) => boolean {
  if (!isPlainObject(schema)) throw badValue('$jsonSchema must be an object');
  return compileSchema(schema, '$jsonSchema');
}
