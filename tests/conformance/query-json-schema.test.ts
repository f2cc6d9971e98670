/** $jsonSchema: keywords of draft 4 as MongoDB takes them. */
import { runScenarios } from './support/run-scenarios';
import { byMongodb, finds, refuses, type Scenario } from './support/scenario';
import { valuesAt } from './support/values-at';

const keywords = byMongodb('query/jsonSchema: available keywords');
const parser = byMongodb('matcher/schema/json_schema_parser 4.0');

/** Which of the values in `v` satisfy a schema of that field. */
const satisfies = (name: string, schema: object, values: readonly unknown[], ids: readonly number[]): Scenario =>
  finds(name, keywords, valuesAt(...values), () => ({ $jsonSchema: { properties: { v: schema } } }), ids);

const refused = (name: string, schema: unknown, errMsg: string): Scenario =>
  refuses(name, parser, [], ({ collection }) => collection().where({ $jsonSchema: schema }).get(), { errCode: -502001, errMsg });

runScenarios('query: json schema', [
  finds('required fields', keywords, valuesAt(1, undefined, null), () => ({ $jsonSchema: { required: ['v'] } }), [1, 3]),
  satisfies('a missing field satisfies its schema', { bsonType: 'string' }, ['a', 1, undefined], [1, 3]),
  satisfies('bsonType of several', { bsonType: ['int', 'double'] }, [1, 1.5, 'a', 2 ** 40], [1, 2]),
  satisfies('type number is every number', { type: 'number' }, [1, 1.5, '1', 2 ** 40], [1, 2, 4]),
  satisfies('bounds say something about numbers only', { minimum: 2, maximum: 4 }, [1, 2, 4, 5, 'a'], [2, 3, 5]),
  satisfies('exclusive bounds', { minimum: 2, exclusiveMinimum: true }, [2, 3], [2]),
  satisfies('multiples', { multipleOf: 2.5 }, [5, 6, 'a'], [1, 3]),
  satisfies('lengths are counted in characters', { maxLength: 2 }, ['邻愿', '\u{1f600}ab', 'a', 5], [1, 3, 4]),
  satisfies('patterns', { pattern: '^a' }, ['abc', 'xyz', 5], [1, 3]),
  satisfies('items of an array', { items: { bsonType: 'int' } }, [[1, 2], [1, 'a'], 'x'], [1, 3]),
  satisfies('items by place, none more', { items: [{ bsonType: 'int' }], additionalItems: false }, [[1], [1, 2], ['a'], []], [1, 4]),
  satisfies('how many items, each once', { minItems: 1, maxItems: 2, uniqueItems: true }, [[], [1], [1, 1], [{ a: 1, b: 2 }, { b: 2, a: 1 }], [1, 2, 3]], [2]),
  satisfies('one of listed values', { enum: ['a', 1, null] }, ['a', 1, null, 'b', undefined], [1, 2, 3, 5]),
  satisfies('exactly one of several schemas', { oneOf: [{ minimum: 2 }, { maximum: 4 }] }, [1, 3, 5], [1, 3]),
  satisfies('none of a schema', { not: { bsonType: 'string' } }, ['a', 1], [2]),
  satisfies('no fields but those named', { properties: { a: {} }, patternProperties: { '^x': {} }, additionalProperties: false }, [{ a: 1 }, { a: 1, xy: 1 }, { b: 1 }], [1, 2]),
  satisfies('fields that need others', { dependencies: { a: ['b'] } }, [{ a: 1 }, { a: 1, b: 1 }, { b: 1 }], [2, 3]),
  satisfies('how many fields', { minProperties: 1, maxProperties: 1 }, [{}, { a: 1 }, { a: 1, b: 1 }], [2]),
  refused('an unknown keyword', { foo: 1 }, 'Unknown $jsonSchema keyword: foo'),
  refused('a keyword of the draft that is not supported', { $ref: '#' }, "$jsonSchema keyword '$ref' is not currently supported"),
  refused('type integer', { type: 'integer' }, "$jsonSchema type 'integer' is not currently supported."),
  refused('type and bsonType at once', { type: 'string', bsonType: 'string' }, "Cannot specify both $jsonSchema keywords 'type' and 'bsonType'"),
  refused('a bound that is no number', { minimum: 'a' }, "$jsonSchema keyword 'minimum' must be a number"),
  refused('a schema that is no object', 5, '$jsonSchema must be an object'),
  refused('no type', { properties: { v: { bsonType: [] } } }, "$jsonSchema keyword 'bsonType' must name at least one type"),
  refused('a value listed twice', { properties: { v: { enum: [{ a: 1, b: 2 }, { b: 2, a: 1 }] } } }, "$jsonSchema keyword 'enum' array cannot contain duplicate values."),
  refused('a schema in anyOf that is none', { anyOf: [5] }, "$jsonSchema keyword 'anyOf' must be an array of objects, but found an element of type int"),
  refused('needing nothing', { dependencies: { a: [] } }, "property 'a' in $jsonSchema keyword 'dependencies' cannot be an empty array"),
  refused('required of nothing', { required: [] }, "$jsonSchema keyword 'required' cannot be an empty array"),
]);
