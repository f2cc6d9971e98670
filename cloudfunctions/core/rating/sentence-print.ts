import { keyedNumber } from '../kernel/ids';
import { ownCharacters } from './sentence';

/** Fingerprint of one sentence: keyed hashes of its pairs of characters. The sentence can't be read out of it. */
export interface SentencePrint {
  readonly ratingId: string;
  /** Whoever rated; only compared. */
  readonly raterId: string;
  /** Who tapped it in: the rater, or staff for them. */
  readonly recordedBy: string;
  readonly atMs: number;
  /** Packed; empty for a sentence too short to compare. */
  readonly pairs: string;
}

export interface PrintRules {
  readonly copyMinCharacters: { readonly own: number; readonly others: number };
  readonly copySimilarity: { readonly own: number; readonly others: number };
  readonly printPairs: number;
  readonly printsKept: number;
  readonly printsMs: number;
  readonly ownPrintsKept: number;
  readonly ownPrintsMs: number;
}

/** The last sentences of a community, or of one rater; oldest first; bounded. The id is that of the community or rater. */
export interface RatingPrints {
  readonly _id: string;
  readonly revision: number;
  readonly prints: readonly SentencePrint[];
}

const HASH_BYTES = 4;

/** Numbers below 2^32 as base64url, so that hundreds of sentences stay one small document. */
const pack = (hashes: readonly number[]): string => {
  const bytes = Buffer.alloc(hashes.length * HASH_BYTES);
  hashes.forEach((hash, index) => bytes.writeUInt32BE(hash, index * HASH_BYTES));
  return bytes.toString('base64url');
};

const unpack = (packed: string): readonly number[] => {
  const bytes = Buffer.from(packed, 'base64url');
  return Array.from({ length: bytes.length / HASH_BYTES }, (_, index) => bytes.readUInt32BE(index * HASH_BYTES));
};

/**
 * Pure: the pairs of what a sentence says beyond phrases: the smallest `printPairs` keyed hashes in order (a bottom-k
 * sketch), packed. Empty when it is too short to tell a copy from chance.
 */
export const pairsOf = (words: string, secret: string, rules: PrintRules): string => {
  const characters = ownCharacters(words);
  if (characters.length < rules.copyMinCharacters.own) return '';
  const pairs = new Set(characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`));
  return pack([...pairs].map((pair) => keyedNumber(secret, 'pair', pair)).sort((a, b) => a - b).slice(0, rules.printPairs));
};

const similarity = (a: readonly number[], b: readonly number[], most: number): number => {
  let [atA, atB, both, all] = [0, 0, 0, 0];
  while (all < most && (atA < a.length || atB < b.length)) {
    const [x, y] = [a[atA] ?? Infinity, b[atB] ?? Infinity];
    if (x === y) both += 1;
    if (x <= y) atA += 1;
    if (y <= x) atB += 1;
    all += 1;
  }
  return all === 0 ? 0 : both / all;
};

/** Pure: part of the pairs that two sentences share, 0 to 1 (Jaccard, estimated from the smallest hashes of both). */
export const similarityOf = (a: string, b: string, rules: Pick<PrintRules, 'printPairs'>): number => (a === '' || b === '' ? 0 : similarity(unpack(a), unpack(b), rules.printPairs));

export type Copied = 'no' | 'own' | 'others';

/** What a new sentence is compared with: the rater's own, and all of the community. */
export interface EarlierPrints {
  readonly own: readonly SentencePrint[];
  readonly community: readonly SentencePrint[];
}

/** Pure: whether a sentence was said before, word for word or nearly, and by whom. */
export const copiedFrom = (pairs: string, raterId: string, earlier: EarlierPrints, rules: PrintRules, nowMs: number): Copied => {
  const own = unpack(pairs);
  if (own.length === 0) return 'no';
  const isCopy = (print: SentencePrint, whose: 'own' | 'others', withinMs: number): boolean => {
    const theirs = unpack(print.pairs);
    const isLongEnough = Math.min(own.length, theirs.length) >= rules.copyMinCharacters[whose] - 1;
    return isLongEnough && print.atMs > nowMs - withinMs && similarity(own, theirs, rules.printPairs) >= rules.copySimilarity[whose];
  };
  if (earlier.own.some((print) => isCopy(print, 'own', rules.ownPrintsMs))) return 'own';
  return earlier.community.some((print) => print.raterId !== raterId && isCopy(print, 'others', rules.printsMs)) ? 'others' : 'no';
};

/** Pure: when the same hand sent its last rating; nobody looks at two screens at once. */
export const lastByHandMs = (recordedBy: string, prints: readonly SentencePrint[]): number => prints.reduce((lastMs, print) => (print.recordedBy === recordedBy ? Math.max(lastMs, print.atMs) : lastMs), 0);

/** Pure: the prints with one more; null when it stands there already. */
export const withPrint = (standing: readonly SentencePrint[], print: SentencePrint, kept: number, withinMs: number): readonly SentencePrint[] | null => {
  if (standing.some((known) => known.ratingId === print.ratingId)) return null;
  return [...standing.filter((known) => known.atMs > print.atMs - withinMs), print].sort((a, b) => a.atMs - b.atMs).slice(-kept);
};
