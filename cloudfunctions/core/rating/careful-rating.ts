import type { RATING_CHIPS, Satisfaction } from '@contract';

/** What the person put into a rating, as far as care can be seen in it; never what they thought of the help. */
export interface RatingContent {
  readonly satisfaction: Satisfaction;
  readonly effect: number | null;
  readonly timeliness: number | null;
  readonly attitude: number | null;
  readonly chips: readonly (typeof RATING_CHIPS)[number][];
  readonly words: string;
  readonly photoFileIds: readonly string[];
  readonly secondsOnScreen: number;
}

export interface CarefulRules {
  readonly minimumSecondsPerItem: number;
  readonly reasonCharacters: number;
  readonly reasonDistinctCharacters: number;
}

/** Each with the sentence a person reads: an automatic decision is explained (个人信息保护法 Art. 24). */
export const CARE_TEXT = {
  answered: '回答了问题',
  specificWords: '写了具体的话',
  chipAndPhoto: '点了词，还附了照片',
  noReason: '没有写具体的话，也没有照片',
  tooFast: '答得太快，来不及看题',
} as const;
export type CareReason = keyof typeof CARE_TEXT;

export interface Care {
  readonly isCareful: boolean;
  readonly reasons: readonly CareReason[];
}

/** Letters and characters only: signs and blanks give no reason. */
const meaningfulCharacters = (words: string): readonly string[] => [...words].filter((character) => /[\p{L}\p{N}]/u.test(character));

/** Whether a sentence says something: long enough, and not one character over and over. */
const isSpecific = (words: string, rules: CarefulRules): boolean => {
  const characters = meaningfulCharacters(words);
  return characters.length >= rules.reasonCharacters && new Set(characters).size >= rules.reasonDistinctCharacters;
};

/** How many things the person read and answered. */
const itemsAnswered = (content: RatingContent): number =>
  1 + [content.effect, content.timeliness, content.attitude].filter((stars) => stars !== null).length + (content.chips.length > 0 ? 1 : 0) + (content.words === '' ? 0 : 1);

/**
 * Pure: whether a rating was made with care (RULES.md section 4): the question answered, a specific reason or a picture,
 * not faster than people read. Says why. The score, and whether others agree, play no part.
 */
export const decideCare = (content: RatingContent, rules: CarefulRules): Care => {
  const reasons: CareReason[] = ['answered'];
  if (isSpecific(content.words, rules)) reasons.push('specificWords');
  if (content.chips.length > 0 && content.photoFileIds.length > 0) reasons.push('chipAndPhoto');
  const hasReason = reasons.length > 1;
  if (!hasReason) reasons.push('noReason');
  const isReadable = content.secondsOnScreen >= itemsAnswered(content) * rules.minimumSecondsPerItem;
  if (!isReadable) reasons.push('tooFast');
  return { isCareful: hasReason && isReadable, reasons };
};
