import type { WishCategory } from '@contract';
import type { BenefitHit } from '../wish/wish';
import type { Benefit } from './benefit';

/** Kinds of wishes that government may help with as well (RULES.md section 1 says goods; baths at home and safe taps are alike). */
const COMPARED: readonly WishCategory[] = ['goods', 'service', 'repair'];

/** More hits than this tell a social worker nothing new, and the wish stays bounded. */
const HITS_MAX = 3;

export const isCompared = (category: WishCategory): boolean => COMPARED.includes(category);

export interface ComparedWords {
  readonly category: WishCategory;
  readonly title: string;
  readonly shareNote: string;
  readonly story: string;
}

/** Pure: benefits whose words a wish speaks, those with the longest common word first; words, not judgement. */
export const benefitHitsIn = (benefits: readonly Benefit[], words: ComparedWords): readonly BenefitHit[] => {
  if (!isCompared(words.category)) return [];
  const text = `${words.title}\n${words.shareNote}\n${words.story}`;
  const longestOf = (benefit: Benefit): number => benefit.keywords.filter((keyword) => text.includes(keyword)).reduce((longest, keyword) => Math.max(longest, [...keyword].length), 0);
  return benefits
    .map((benefit) => ({ benefit, longest: benefit.isActive ? longestOf(benefit) : 0 }))
    .filter(({ longest }) => longest > 0)
    .sort((a, b) => b.longest - a.longest || (a.benefit._id < b.benefit._id ? -1 : 1))
    .slice(0, HITS_MAX)
    .map(({ benefit }) => ({ benefitId: benefit._id, name: benefit.name, gives: benefit.gives, whereToApply: benefit.whereToApply }));
};
