/**
 * MongoDB's regular expressions are PCRE. They are rewritten for JavaScript so that what differs in silence does not: `$`
 * before a last newline, `.` and every newline but \n, `\s` (ASCII only), flags s and x, `\A \z \Z`, POSIX classes.
 */
import { BoundedPattern } from '../../kernel/bounded-pattern';
import { badValue } from './bad-value';

const BLANKS = ' \\t\\n\\v\\f\\r';
const NOTHING_FOLLOWS = '(?![\\s\\S])';

const ESCAPES: Readonly<Record<string, string>> = {
  A: '(?<![\\s\\S])',
  z: NOTHING_FOLLOWS,
  Z: `(?=\\n?${NOTHING_FOLLOWS})`,
  h: '[ \\t]',
  s: `[${BLANKS}]`,
  S: `[^${BLANKS}]`,
  a: '\\x07',
  e: '\\x1b',
};
const CLASS_ESCAPES: Readonly<Record<string, string>> = { h: ' \\t', s: BLANKS, a: '\\x07', e: '\\x1b', b: '\\x08' };
const POSIX: Readonly<Record<string, string>> = {
  alpha: 'A-Za-z', digit: '0-9', alnum: 'A-Za-z0-9', upper: 'A-Z', lower: 'a-z', space: BLANKS, punct: '!-\\/:-@\\[-`{-~', xdigit: '0-9A-Fa-f', word: '\\w', blank: ' \\t',
};

/** kMaxPatternSize of MongoDB. */
const LONGEST_PATTERN = 32_764;

interface Flags {
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
  readonly extended: boolean;
}

const flagsOf = (letters: string): Flags => ({
  ignoreCase: letters.includes('i'),
  multiline: letters.includes('m'),
  dotAll: letters.includes('s'),
  extended: letters.includes('x'),
});

/** In JavaScript's unicode mode only signs with a meaning may be escaped. */
const escaped = (letter: string): string => (/[a-zA-Z0-9^$\\.*+?()[\]{}|/]/.test(letter) ? `\\${letter}` : letter);

/** Reads a class `[…]` that begins at `start`; gives its text and where it ends. */
function readClass(pattern: string, start: number): { text: string; end: number } {
  let at = start + 1;
  let text = '[';
  if (pattern[at] === '^') text += pattern[at++];
  // A bracket in the first place is itself.
  if (pattern[at] === ']') {
    text += '\\]';
    at += 1;
  }
  for (; at < pattern.length; at += 1) {
    const letter = pattern[at] as string;
    if (letter === ']') return { text: `${text}]`, end: at };
    const named = letter === '[' ? /^\[:([a-z]+):\]/.exec(pattern.slice(at)) : null;
    if (named !== null) {
      text += POSIX[named[1] as string] ?? named[0];
      at += named[0].length - 1;
    } else if (letter === '\\') {
      at += 1;
      const next = pattern[at] ?? '';
      text += CLASS_ESCAPES[next] ?? (next === '-' ? '\\-' : escaped(next));
    } else text += letter === '[' ? '\\[' : letter;
  }
  throw badValue('Regular expression is invalid: missing terminating ] for character class');
}

function translate(pattern: string, { multiline, dotAll, extended }: Flags): string {
  let text = '';
  for (let at = 0; at < pattern.length; at += 1) {
    const letter = pattern[at] as string;
    if (letter === '\\') {
      at += 1;
      if (at >= pattern.length) throw badValue('Regular expression is invalid: \\ at end of pattern');
      if (pattern[at] === 'Q') {
        const end = pattern.indexOf('\\E', at);
        const quoted = pattern.slice(at + 1, end < 0 ? undefined : end);
        text += [...quoted].map((sign) => (/[a-zA-Z0-9]/.test(sign) ? sign : escaped(sign))).join('');
        at = end < 0 ? pattern.length : end + 1;
        continue;
      }
      text += ESCAPES[pattern[at] as string] ?? escaped(pattern[at] as string);
    } else if (letter === '[') {
      const { text: part, end } = readClass(pattern, at);
      text += part;
      at = end;
    } else if (letter === '.') text += dotAll ? '[\\s\\S]' : '[^\\n]';
    else if (letter === '$') text += multiline ? '(?![^\\n])' : ESCAPES.Z;
    else if (letter === '^') text += multiline ? '(?<![^\\n])' : '^';
    else if (extended && /\s/.test(letter)) continue;
    else if (extended && letter === '#') at = (pattern.indexOf('\n', at) + pattern.length) % pattern.length || pattern.length;
    else if (letter === '{' && !/^\{\d+(,\d*)?\}/.test(pattern.slice(at))) text += '\\{';
    else if ((letter === '}' && !/\{\d+(,\d*)?$/.test(text)) || letter === ']') text += `\\${letter}`;
    else if (letter === '(' && pattern.startsWith('(?P<', at)) {
      text += '(?<';
      at += 3;
    } else text += letter;
  }
  return text;
}

/** Compiles a pattern of the database; unknown flags are ignored, a malformed pattern is an error of the request. */
export function compilePattern(pattern: string, options: string): RegExp {
  if (pattern.length > LONGEST_PATTERN) throw badValue('Regular expression is too long');
  if (pattern.includes('\0')) throw badValue('Regular expression cannot contain an embedded null byte');
  if (options.includes('\0')) throw badValue('Regular expression options string cannot contain an embedded null byte');
  const inline = /^\(\?([imsx]+)\)/.exec(pattern);
  const flags = flagsOf(options + (inline?.[1] ?? ''));
  const source = translate(inline === null ? pattern : pattern.slice(inline[0].length), flags);
  try {
    return new BoundedPattern(source, flags.ignoreCase ? 'iu' : 'u');
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^Invalid regular expression: .*: /, '') : String(error);
    throw badValue(`Regular expression is invalid: ${reason}`);
  }
}
