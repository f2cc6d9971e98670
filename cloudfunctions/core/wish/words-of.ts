import { helpWords, type HelpWords } from '@contract';
import type { Wish } from './wish';

/** How one speaks of what this wish asks for. */
export const wordsOf = ({ category, errandFor }: Pick<Wish, 'category' | 'errandFor'>): HelpWords => helpWords({ category, isErrand: errandFor !== null });
