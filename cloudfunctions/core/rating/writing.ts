import type { RatingTime } from './rating-time';
import { meaningfulCharacters } from './sentence';

export interface WritingRules {
  readonly minimumSecondsPerItem: number;
  readonly unhurriedSecondsPerItem: number;
  readonly pasteFromCharacters: number;
  readonly reachWordsSeconds: number;
  readonly spokenCharactersPerSecond: number;
  readonly typedCharactersPerSecond: number;
}

/** Who takes their time with the questions may have had the words ready: that is no haste. */
const isUnhurried = ({ perTap }: RatingTime, rules: WritingRules): boolean => perTap >= rules.unhurriedSecondsPerItem;

/** Pure: whether the questions were answered faster than people read them. */
export const hasQuickTaps = ({ perTap }: Pick<RatingTime, 'perTap'>, rules: Pick<WritingRules, 'minimumSecondsPerItem'>): boolean => perTap < rules.minimumSecondsPerItem;

/** Pure: whether words stood there sooner than anybody can have typed or even spoken them. */
export const isPasted = (words: string, time: RatingTime, rules: WritingRules): boolean => {
  const characters = meaningfulCharacters(words).length;
  return characters >= rules.pasteFromCharacters && time.writing !== null && !isUnhurried(time, rules) && time.writing < rules.reachWordsSeconds + characters / rules.spokenCharactersPerSecond;
};

/** Pure: whether words took as long as writing takes, so that what is like another's sentence is so by chance. */
export const isWritten = (words: string, time: RatingTime, rules: WritingRules): boolean =>
  time.writing === null || isUnhurried(time, rules) || time.writing >= rules.reachWordsSeconds + meaningfulCharacters(words).length / rules.typedCharactersPerSecond;
