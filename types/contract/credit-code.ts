/**
 * The unified social credit code of a business (统一社会信用代码): 18 characters, the last a check digit over the first 17
 * (GB 32100-2015). It stands on the licence and is public.
 */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const PLACES = 17;
const MODULUS = ALPHABET.length;

/** The weight of a place is 3 to its power, modulo 31 (GB 32100-2015, 5.2). */
const weightOf = (place: number): number => {
  let weight = 1;
  for (let power = 0; power < place; power += 1) weight = (weight * 3) % MODULUS;
  return weight;
};

/** The check digit of the first 17 characters; null when one of them can't stand there. */
export const creditCheckDigitOf = (first: string): string | null => {
  const values = [...first].map((letter) => ALPHABET.indexOf(letter));
  if (values.length !== PLACES || values.includes(-1)) return null;
  const sum = values.reduce((total, value, place) => total + value * weightOf(place), 0);
  return ALPHABET[(MODULUS - (sum % MODULUS)) % MODULUS] ?? null;
};

/** Whether somebody copied it right: a slip in one letter, or two of them swapped, is seen. */
export const isCreditCode = (code: string): boolean => code.length === PLACES + 1 && creditCheckDigitOf(code.slice(0, PLACES)) === code.slice(PLACES);
