import { CODE_ALPHABET, randomLetters } from '../kernel/ids';
import { RULES } from '../rules';

const GROUP = 4;
/** What the drawn code says before the number; read by this program only. */
const SCHEME = 'linyuan-certificate:';

/**
 * Weighted sum over a prime alphabet: one wrong letter, or two neighbours swapped, never give the same letter. The
 * weights go below the alphabet's length, so none of them vanishes.
 */
const checkLetter = (letters: string): string => {
  const sum = [...letters].reduce((total, letter, index) => total + (index + 1) * CODE_ALPHABET.indexOf(letter), 0);
  return CODE_ALPHABET[sum % CODE_ALPHABET.length] ?? '';
};

/** Letters with the one that catches slips. */
export const numberOf = (letters: string): string => `${letters}${checkLetter(letters)}`;

/** A number that was never given before and that nobody guesses: 23 letters of chance and one that catches slips. */
export const drawNumber = (): string => numberOf(randomLetters(RULES.certificate.numberLetters));

const isNumber = (text: string): boolean =>
  text.length === RULES.certificate.numberLetters + 1 && [...text].every((letter) => CODE_ALPHABET.includes(letter)) && checkLetter(text.slice(0, -1)) === text.slice(-1);

/** Pure: the number in what somebody typed or scanned, whatever stands between its groups; null when there is none. */
export const readNumber = (text: string): string | null => {
  const number = text.slice(text.lastIndexOf(':') + 1).toUpperCase().replace(/[^A-Z0-9]/g, '');
  return isNumber(number) ? number : null;
};

/** "7KQ2-…": six groups of four, as one reads it out. */
export const numberInGroups = (number: string): string => (number.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? []).join('-');

export const codeTextOf = (number: string): string => `${SCHEME}${number}`;
