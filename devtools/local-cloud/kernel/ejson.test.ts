import fc from 'fast-check';
import { CloudError } from './cloud-error';
import { decodeEjson, decodeEjsonObject, encodeEjson, NESTING_LIMIT } from './ejson';

const SEED = { seed: 20261122 };
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.integer(),
    fc.double().map((number) => (Object.is(number, -0) ? 0 : number)),
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    fc.date({ noInvalidDate: true }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string().filter((name) => !name.startsWith('$') && name !== '__proto__'), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

const read = (text: string): unknown => decodeEjson(text, 1000);

test('what is encoded is decoded to the same', () => {
  fc.assert(fc.property(value, (original) => void expect(read(encodeEjson(original))).toEqual(original)), { ...SEED, numRuns: 2000 });
});

test('any text is either read or refused, never a defect', () => {
  const piece = fc.constantFrom('{', '}', '[', ']', ':', ',', '"$date"', '"$numberLong"', '"$numberInt"', '"$tcb_server_date"', '"$regularExpression"', '"pattern"', '"offset"', '"a"', '"1"', '1', 'null', '-', '"__proto__"');
  const text = fc.oneof(fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join('')), value.map(encodeEjson), fc.json());
  const wrapped = fc.tuple(text, fc.constantFrom('$date', '$numberInt', '$numberLong', '$numberDouble', '$tcb_server_date', '$regularExpression', '$oid', 'a')).map(([inner, tag]) => `{"v":{"${tag}":${inner}}}`);
  fc.assert(
    fc.property(fc.oneof(text, wrapped), (wire) => {
      try {
        decodeEjsonObject(wire, 1000);
      } catch (error) {
        expect(error).toBeInstanceOf(CloudError);
      }
    }),
    { ...SEED, numRuns: 5000 },
  );
});

test.each<[string, string, unknown]>([
  ['an int', '{"$numberInt":"-5"}', -5],
  ['a long', '{"$numberLong":"9007199254740993"}', 9007199254740992],
  ['a double', '{"$numberDouble":"1.5e-7"}', 1.5e-7],
  ['not a number', '{"$numberDouble":"NaN"}', NaN],
  ['a date of milliseconds', '{"$date":{"$numberLong":"-1"}}', new Date(-1)],
  ['a date of text', '{"$date":"2026-11-22T00:00:00+08:00"}', new Date(1795276800000)],
  ['the time of the server', '{"$tcb_server_date":{"offset":{"$numberInt":"5"}}}', new Date(1005)],
  ['a tag with a neighbour is an object', '{"$date":1,"a":2}', { $date: 1, a: 2 }],
])('reads %s', (_name, text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each([
  '{"$numberInt":"1.5"}', '{"$numberInt":"0x10"}', '{"$numberLong":""}', '{"$numberDouble":"one"}', '{"$numberInt":null}', '{"$date":null}', '{"$date":"x"}',
  '{"$date":[1]}', '{"$date":{"$numberDouble":"NaN"}}', '{"$date":9e15}', '{"$tcb_server_date":5}', '{"$tcb_server_date":{"offset":"x"}}', '{"$regularExpression":"x"}',
  '{"$oid":"5f"}', '{"$numberDecimal":"1"}', '{"$timestamp":{"t":1,"i":1}}', '{"$minKey":1}',
])('refuses %s', (text) => {
  expect(() => read(text)).toThrow(CloudError);
});

test('nesting is limited however it is written', () => {
  const lists = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  expect(() => read(lists(NESTING_LIMIT))).not.toThrow();
  for (const text of [lists(NESTING_LIMIT + 1), lists(200_000), `{"$date":${'{"$date":'.repeat(200_000)}1${'}'.repeat(200_001)}`, '{"a":'.repeat(200_000) + '1' + '}'.repeat(200_000)]) {
    expect(() => read(text)).toThrow(CloudError);
  }
});

test('a field called __proto__ changes no prototype', () => {
  const decoded = read('{"__proto__":{"x":{"$numberInt":"1"}}}') as Record<string, unknown>;
  expect(Object.getPrototypeOf(decoded)).toBe(Object.prototype);
  expect(Object.keys(decoded)).toEqual(['__proto__']);
  expect(decoded.x).toBeUndefined();
});
