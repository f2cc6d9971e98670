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

/** How alike two sentences must be, whose they are: one's own; another's, when the words took as long as writing takes; another's, when they did not. */
interface CopyLimits {
  readonly own: number;
  readonly othersWritten: number;
  readonly others: number;
}

export interface PrintRules {
  readonly copyMinCharacters: CopyLimits;
  readonly copySimilarity: CopyLimits;
  readonly copyPart: CopyLimits;
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
  if (characters.length < Math.min(rules.copyMinCharacters.own, rules.copyMinCharacters.others)) return '';
  const pairs = new Set(characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`));
  return pack([...pairs].map((pair) => keyedNumber(secret, 'pair', pair)).sort((a, b) => a - b).slice(0, rules.printPairs));
};

/** 0 to 1 each. */
export interface Likeness {
  /** Part of all pairs that two sentences share (Jaccard). */
  readonly similarity: number;
  /** Part of the shorter one that stands in the longer: a copy cut short, or with something put at its end. */
  readonly part: number;
}

const NOTHING_ALIKE: Likeness = { similarity: 0, part: 0 };

/** A sketch of `most` hashes says nothing of what lies beyond its last. */
const likeness = (a: readonly number[], b: readonly number[], most: number): Likeness => {
  const reachOf = (hashes: readonly number[]): number => (hashes.length < most ? Infinity : (hashes.at(-1) ?? 0));
  const reach = Math.min(reachOf(a), reachOf(b));
  let [atA, atB, both] = [0, 0, 0];
  for (;;) {
    const [x, y] = [a[atA] ?? Infinity, b[atB] ?? Infinity];
    const least = Math.min(x, y);
    if (least === Infinity || least > reach) break;
    if (x === y) both += 1;
    if (x === least) atA += 1;
    if (y === least) atB += 1;
  }
  return atA === 0 || atB === 0 ? NOTHING_ALIKE : { similarity: both / (atA + atB - both), part: both / Math.min(atA, atB) };
};

/** Pure: how alike two sentences are, estimated from the smallest hashes of both. */
export const likenessOf = (a: string, b: string, rules: Pick<PrintRules, 'printPairs'>): Likeness => likeness(unpack(a), unpack(b), rules.printPairs);

export type Copied = 'no' | 'own' | 'others';

/** What a new sentence is compared with: the rater's own, and all of the community. */
export interface EarlierPrints {
  readonly own: readonly SentencePrint[];
  readonly community: readonly SentencePrint[];
}

/** A sentence to be compared. */
export interface NewSentence {
  readonly pairs: string;
  readonly raterId: string;
  /** It took as long as writing takes. Then only nearly the same is another's: neighbours are helped with the same things. */
  readonly isWritten: boolean;
}

/** Pure: whether a sentence was said before, word for word or nearly, and by whom. */
export const copiedFrom = ({ pairs, raterId, isWritten }: NewSentence, earlier: EarlierPrints, rules: PrintRules, nowMs: number): Copied => {
  const mine = unpack(pairs);
  if (mine.length === 0) return 'no';
  const isCopy = (print: SentencePrint, whose: keyof CopyLimits, withinMs: number): boolean => {
    const theirs = unpack(print.pairs);
    if (print.atMs <= nowMs - withinMs || Math.min(mine.length, theirs.length) < rules.copyMinCharacters[whose] - 1) return false;
    const { similarity, part } = likeness(mine, theirs, rules.printPairs);
    return similarity >= rules.copySimilarity[whose] || part >= rules.copyPart[whose];
  };
  if (earlier.own.some((print) => isCopy(print, 'own', rules.ownPrintsMs))) return 'own';
  const whose = isWritten ? 'othersWritten' : 'others';
  return earlier.community.some((print) => print.raterId !== raterId && isCopy(print, whose, rules.printsMs)) ? 'others' : 'no';
};

/** Pure: when the same hand sent its last rating; nobody looks at two screens at once. */
export const lastByHandMs = (recordedBy: string, prints: readonly SentencePrint[]): number => prints.reduce((lastMs, print) => (print.recordedBy === recordedBy ? Math.max(lastMs, print.atMs) : lastMs), 0);

/** Pure: the prints with one more; null when it stands there already. */
export const withPrint = (standing: readonly SentencePrint[], print: SentencePrint, kept: number, withinMs: number): readonly SentencePrint[] | null => {
  if (standing.some((known) => known.ratingId === print.ratingId)) return null;
  return [...standing.filter((known) => known.atMs > print.atMs - withinMs), print].sort((a, b) => a.atMs - b.atMs).slice(-kept);
};
