import type { MonthHelperView } from '@contract';
import { DAY_MS, startOfChinaDayMs } from '../kernel/clock';
import { chinaMonth } from '../ledger/balance';
import { RULES } from '../rules';
import type { EarningMonth } from '../points/decide-earning';
import type { OwnName } from './own-name';
import type { Thanks } from './thanks';

/** First moment of a month, "2026-11". */
export const monthStartMs = (month: string): number => startOfChinaDayMs(`${month}-01`);

/** Words said in a month are asked for, and may come onto the wall, until so long after it. */
export const wordsShownUntilMs = (month: string): number => monthStartMs(month) + 31 * DAY_MS + RULES.thanks.askMs;

/** Whether somebody helped in the month: anything but a rating, that was not taken back. How often is nobody's business. */
const helped = ({ grants }: Pick<EarningMonth, 'grants'>): boolean => Object.values(grants).some(({ kind, reason }) => kind !== 'carefulRating' && reason !== 'takenBack');

export const WALL_WORD_FIELDS = ['words', 'giverIds', 'saidAtMs'] as const satisfies readonly (keyof Thanks)[];
export type WallWord = Pick<Thanks, '_id' | (typeof WALL_WORD_FIELDS)[number]>;

/** One word of thanks each, the last that both sides allowed and that was said in the month: more would be a figure to compare. */
const wordsFor = (memberId: string, month: string, words: readonly WallWord[]): string | null => {
  const theirs = words.filter(({ giverIds, saidAtMs, words: text }) => giverIds[0] === memberId && text !== '' && chinaMonth(saidAtMs) === month);
  return theirs.reduce<WallWord | null>((last, word) => (last === null || word.saidAtMs > last.saidAtMs ? word : last), null)?.words ?? null;
};

/** Pure: the page, of those who want to be named and helped, in the order of the names they came in. */
export const monthPage = (month: string, names: readonly Pick<OwnName, '_id' | 'name'>[], months: readonly Pick<EarningMonth, 'memberId' | 'grants'>[], words: readonly WallWord[]): readonly MonthHelperView[] => {
  const helpers = new Set(months.filter(helped).map(({ memberId }) => memberId));
  return names.filter(({ _id }) => helpers.has(_id)).map(({ _id, name }) => ({ name, words: wordsFor(_id, month, words) }));
};
