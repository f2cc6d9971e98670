import { compilePattern } from './regular-expression';

test.each<[string, string, string, string, boolean]>([
  ['$ before a last new line', 'a$', '', 'a\n', true],
  ['$ not before two', 'a$', '', 'a\n\n', false],
  ['$ at every line with m', 'a$', 'm', 'a\nb', true],
  ['^ at every line with m', '^b', 'm', 'a\nb', true],
  ['^ at the start only without', '^b', '', 'a\nb', false],
  ['\\A at the start even with m', '\\Ab', 'm', 'a\nb', false],
  ['\\z at the very end', 'a\\z', '', 'a\n', false],
  ['\\Z before a last new line', 'a\\Z', '', 'a\n', true],
  ['a dot and a carriage return', 'a.b', '', 'a\rb', true],
  ['a dot and a line separator', 'a.b', '', 'a\u2028b', true],
  ['a dot and a new line', 'a.b', '', 'a\nb', false],
  ['a dot and a new line with s', 'a.b', 's', 'a\nb', true],
  ['blanks are ASCII', 'a\\sb', '', 'a\u00a0b', false],
  ['and in a class', 'a[\\s]b', '', 'a\tb', true],
  ['what is no blank', '^\\S$', '', '\u3000', true],
  ['x leaves blanks out', 'a b\t# c', 'x', 'ab', true],
  ['x stops a comment at the end of its line', 'a # c\nb', 'x', 'ab', true],
  ['x keeps escaped blanks', 'a\\ b', 'x', 'a b', true],
  ['x keeps blanks in classes', 'a[ ]b', 'x', 'a b', true],
  ['a named class of POSIX', '^[[:alpha:]_]+$', '', 'ab_', true],
  ['a bracket first in a class', '^[]a]+$', '', ']a', true],
  ['braces that are no count', '^a{b}$', '', 'a{b}', true],
  ['a count', '^a{2,3}$', '', 'aaa', true],
  ['quoted text', '^\\Qa.b\\E.$', '', 'a.bc', true],
  ['quoted text is not a pattern', '^\\Qa.b\\E.$', '', 'axbc', false],
  ['needless escapes', '^\\-\\"\\@$', '', '-"@', true],
  ['flags in front', '(?i)ABC', '', 'abc', true],
  ['a group with a name', '^(?P<x>a)\\k<x>$', '', 'aa', true],
  ['letters without case in Chinese', '^邻.$', 'i', '邻愿', true],
])('%s', (_name, pattern, options, text, expected) => {
  expect(compilePattern(pattern, options).test(text)).toBe(expected);
});

test.each(['(', '[a', 'a**', '\\'])('%s is refused', (pattern) => {
  expect(() => compilePattern(pattern, '')).toThrow('[FailedOperation] Regular expression is invalid');
});
