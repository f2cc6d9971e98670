import fc from 'fast-check';
import { assertStorable, DOCUMENT_LIMIT_BYTES } from './storable';

const refusal = (document: Record<string, unknown>): string => {
  try {
    assertStorable(document);
  } catch (error) {
    return String(error);
  }
  return 'stored';
};

/** Bytes a document is said to take, read from its refusal after padding it far beyond the limit. */
function saidBytes(document: Record<string, unknown>): number {
  const said = /document is (\d+) bytes/.exec(refusal({ ...document, pad: 'x'.repeat(DOCUMENT_LIMIT_BYTES) }))?.[1];
  const padBytes = 1 + 'pad'.length + 1 + 4 + DOCUMENT_LIMIT_BYTES + 1;
  return Number(said) - padBytes;
}

test.each<[string, Record<string, unknown>, number]>([
  ['nothing', {}, 5],
  ['a text of the BSON specification', { hello: 'world' }, 22],
  ['an int, a long, a double', { a: 1, b: 2 ** 40, c: 0.5 }, 5 + 7 + 11 + 11],
  ['null, a boolean, a date', { a: null, b: true, c: new Date(0) }, 5 + 3 + 4 + 11],
  ['the list of the BSON specification', { BSON: ['awesome', 5.05, 1986] }, 49],
  ['texts beyond ASCII', { 邻: 'é😀' }, 5 + 1 + 4 + 4 + 6 + 1],
])('the size of %s is that of its BSON', (_name, document, bytes) => {
  expect(saidBytes(document)).toBe(bytes);
});

test('the size of any text is that of its UTF-8', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
      expect(saidBytes({ a: text })).toBe(5 + 3 + 4 + Buffer.byteLength(text) + 1);
    }),
    { seed: 20261122, numRuns: 300 },
  );
});

test.each<[string, Record<string, unknown>, string]>([
  ['a name with a dollar, deep in lists', { a: [{ b: { $c: 1 } }] }, "The dollar ($) prefixed field '$c' in 'a.0.b.$c' is not valid for storage."],
  ['a reference without an id', { a: { $ref: 'c' } }, "The dollar ($) prefixed field '$ref' in 'a.$ref'"],
  ['an id without a reference', { a: { $id: 1 } }, "The dollar ($) prefixed field '$id' in 'a.$id'"],
  ['a reference that is no text', { a: { $ref: 1, $id: 1 } }, "The dollar ($) prefixed field '$ref' in 'a.$ref'"],
  ['a name with a null byte', { 'a\u0000b': 1 }, 'null-bytes'],
])('%s is refused', (_name, document, text) => {
  expect(refusal(document)).toContain(text);
});

test('a whole reference is stored, with its database or without', () => {
  expect(refusal({ a: { $ref: 'c', $id: 1 }, b: { $ref: 'c', $id: 1, $db: 'd' } })).toBe('stored');
});
