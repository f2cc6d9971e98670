/** A word that must not stand any more, and what stands instead. */
export interface Scrub {
  readonly word: string;
  readonly instead: string;
}

/** One character tells nobody who it was (strangers read it anyway, with a star), and stands inside other words. */
const CHARACTERS_MIN = 2;

/** Pure: longer ones first, so that a name inside a longer one leaves no half of it. */
export const scrubsOf = (words: readonly string[], instead: string): readonly Scrub[] =>
  [...new Set(words.map((word) => word.trim()))]
    .filter((word) => [...word].length >= CHARACTERS_MIN)
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((word) => ({ word, instead }));

/** Pure: the text without those words. A second time changes nothing, as no replacement holds one of them. */
export const scrub = (text: string, scrubs: readonly Scrub[]): string => scrubs.reduce((standing, { word, instead }) => (instead.includes(word) ? standing : standing.split(word).join(instead)), text);
