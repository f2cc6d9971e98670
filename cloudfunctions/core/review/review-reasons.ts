import { LIMITS } from '@contract';
import { accept, refuse, type Result } from '../kernel/result';

/** Sentences the reviewers of a community use again, beside the ones every community has. One document a community. */
export interface ReviewReasons {
  readonly _id: string;
  readonly ask: readonly string[];
  readonly refuse: readonly string[];
  readonly revision: number;
}

export const noReasons = (communityId: string): ReviewReasons => ({ _id: communityId, ask: [], refuse: [], revision: 0 });

/** Pure: the list with a sentence kept or dropped; null when it is so already. Refusal: NOT_ALLOWED when the list is full. */
export const decideReasons = (standing: ReviewReasons, kind: 'ask' | 'refuse', text: string, isKept: boolean): Result<ReviewReasons | null> => {
  const texts = standing[kind];
  if (texts.includes(text) === isKept) return accept(null);
  if (isKept && texts.length >= LIMITS.savedReasons) return refuse('NOT_ALLOWED', { message: `常用语最多存 ${LIMITS.savedReasons} 句，先删一句不用的。` });
  return accept({ ...standing, [kind]: isKept ? [...texts, text] : texts.filter((each) => each !== text), revision: standing.revision + 1 });
};
