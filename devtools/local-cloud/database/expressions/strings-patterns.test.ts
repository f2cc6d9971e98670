import { compileExpression } from './compile-expression';

/** Cases of MongoDB's own test of these expressions (jstests/aggregation/expressions/regex.js). */
const find = (input: string, regex: unknown, options?: string): unknown[] =>
  compileExpression({ $regexFindAll: { input, regex, ...(options === undefined ? {} : { options }) } }, { nowMs: 0 })({ root: {}, variables: {} }) as unknown[];
const match = (text: string, idx: number, ...captures: (string | null)[]): object => ({ match: text, idx, captures });

const LINES = 'Foo line1\nFoo line2\nFoo line3';

describe('$regexFindAll', () => {
  test.each<[string, string, unknown, string | undefined, object[]]>([
    ['groups in groups', 'Simple Example ', '(m(p))', undefined, [match('mp', 2, 'mp', 'p'), match('mp', 10, 'mp', 'p')]],
    ['no match overlaps', 'aaaaa aaaa', /(aa)/, undefined, [match('aa', 0, 'aa'), match('aa', 2, 'aa'), match('aa', 6, 'aa'), match('aa', 8, 'aa')]],
    ['a repeated group keeps its last', 'aaaaa aaaa', /(a)+/, undefined, [match('aaaaa', 0, 'a'), match('aaaa', 6, 'a')]],
    ['empty matches', 'aaa aa', /(a*?)/, undefined, [0, 1, 2, 3, 4, 5].map((i) => match('', i, ''))],
    ['empty pattern on empty text', '', '', undefined, [match('', 0)]],
    ['empty groups, none behind the end', 'bbbb', '()', undefined, [0, 1, 2, 3].map((i) => match('', i, ''))],
    ['ignoring case', 'This Is Camel Case', 'camel', 'i', [match('Camel', 8)]],
    ['options beside an expression without any', 'This Is Camel Case', /camel/, 'i', [match('Camel', 8)]],
    ['line by line', LINES, /(^Foo line\d$)/m, undefined, [match('Foo line1', 0, 'Foo line1'), match('Foo line2', 10, 'Foo line2'), match('Foo line3', 20, 'Foo line3')]],
    ['across lines', LINES, 'Foo.*line', 's', [match('Foo line1\nFoo line2\nFoo line', 0)]],
    ['extended: spaces and a comment', LINES, 'F o o # a comment', 'x', [match('Foo', 0), match('Foo', 10), match('Foo', 20)]],
    ['extended: lines behind a comment', LINES, 'F o o # a comment \n\n# ignored', 'x', [match('Foo', 0), match('Foo', 10), match('Foo', 20)]],
    ['an escaped comma', '1,2,3,4', /^(?:1|a)\,([0-9]+)/, undefined, [match('1,2', 0, '2')]],
    ['an address', 'Some field text with email mongo@mongodb.com', '([a-zA-Z0-9._-]+)@[a-zA-Z0-9._-]+.[a-zA-Z0-9._-]+', undefined, [match('mongo@mongodb.com', 27, 'mongo')]],
    ['characters counted, not bytes', 'cafétéria', 'té', undefined, [match('té', 4)]],
    ['nothing', 'abc', 'z', undefined, []],
  ])('%s', (_name, input, regex, options, expected) => {
    expect(find(input, regex, options)).toEqual(expected);
  });

  test.each<[string, object, string]>([
    ['no input', { regex: 'x' }, "$regexFindAll requires 'input' parameter"],
    ['an unknown argument', { input: 'x', regex: 'x', flags: 'i' }, '$regexFindAll found an unknown argument: flags'],
    ['a number as options', { input: 'x', regex: 'x', options: 1 }, "$regexFindAll needs 'options' to be of type string"],
    ['an unknown option', { input: 'x', regex: 'x', options: 'ik' }, '$regexFindAll invalid flag in regex options: k'],
    ['options without a pattern are read too', { input: 'x', regex: null, options: 'k' }, '$regexFindAll invalid flag in regex options: k'],
    ['a zero byte', { input: 'x', regex: 'a\0b' }, '$regexFindAll: regular expression cannot contain an embedded null byte'],
    ['an object as pattern', { input: 'x', regex: { a: 1 } }, "$regexFindAll needs 'regex' to be of type string or regex"],
    ['a verb of PCRE', { input: 'x', regex: '(*UTF8)x' }, 'Invalid Regex in $regexFindAll'],
  ])('refuses %s', (_name, operand, text) => {
    expect(() => compileExpression({ $regexFindAll: operand }, { nowMs: 0 })({ root: {}, variables: {} })).toThrow(text);
  });

  test('gives up on a pattern that backtracks without end', () => {
    expect(() => find(`${'a'.repeat(40)}b`, '(a+)+$')).toThrow('[FailedOperation]');
  });
});
