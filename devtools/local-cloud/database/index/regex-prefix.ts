/** The literal text every match of an expression begins with, as MongoDB finds it for index bounds. */

const QUANTIFIERS = new Set(['*', '?', '{']);
const SPECIAL = new Set(['.', '[', '(', ')', '+', '$', '^', '|', '\\', '*', '?', '{']);

/** Undefined when matches may begin differently: no `^`, alternatives, or flags that change the meaning of the text. */
export function literalPrefix({ source, flags }: RegExp): string | undefined {
  if (/[im]/.test(flags) || !source.startsWith('^') || source.includes('|')) return undefined;
  let prefix = '';
  for (let at = 1; at < source.length; at += 1) {
    let letter = source[at] ?? '';
    if (letter === '\\') {
      const escaped = source[at + 1] ?? '';
      // \d, \b and the like are classes; an escaped sign is itself.
      if (escaped === '' || /[a-zA-Z0-9]/.test(escaped)) break;
      letter = escaped;
      at += 1;
    } else if (SPECIAL.has(letter)) break;
    // A letter that may be absent is no part of the prefix; one that repeats is, once.
    if (QUANTIFIERS.has(source[at + 1] ?? '')) break;
    prefix += letter;
    if (source[at + 1] === '+') break;
  }
  return prefix === '' ? undefined : prefix;
}
