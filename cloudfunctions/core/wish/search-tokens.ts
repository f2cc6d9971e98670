/**
 * Search by tokens in an array (DESIGN.md section 4): for Chinese every two neighbouring characters and every single one,
 * for letters and digits the whole word. A token carries the street it is in, so one street's search never reads another's.
 */
const TOKENS_PER_WISH = 120;
const RUNS = /[a-z0-9]+|[\p{Script=Han}]+/gu;

const runsOf = (text: string): readonly string[] => text.toLowerCase().normalize('NFKC').match(RUNS) ?? [];

const pairsOf = (run: string): readonly string[] => {
  const characters = [...run];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
};

const isLatin = (run: string): boolean => /^[a-z0-9]/.test(run);

const scoped = (streetId: string, token: string): string => `${streetId}:${token}`;

/** Tokens under which a wish is found. */
export const searchTokensOf = (streetId: string, texts: readonly string[]): readonly string[] => {
  const tokens = texts.flatMap((text) => runsOf(text).flatMap((run) => (isLatin(run) ? [run] : [...pairsOf(run), ...run])));
  return [...new Set(tokens)].slice(0, TOKENS_PER_WISH).map((token) => scoped(streetId, token));
};

/** Tokens a search asks for: all must be there. Empty when the words hold nothing to look for. */
export const queryTokensOf = (streetId: string, search: string): readonly string[] => {
  const tokens = runsOf(search).flatMap((run) => (isLatin(run) || [...run].length === 1 ? [run] : pairsOf(run)));
  return [...new Set(tokens)].map((token) => scoped(streetId, token));
};
