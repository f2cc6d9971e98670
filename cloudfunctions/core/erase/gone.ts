import { scrub, type Scrub } from '../kernel/scrub';

/** What stands where somebody's wish had its title. */
export const GONE_WISH = '一个心愿';
/** What stands where somebody's proposal had its title; it never came about. */
export const GONE_PROPOSAL = '一个没有办成的提议';
/** In a message of others that spoke of them by name: what was told is over, and their own words may stand in it. */
export const GONE_BODY = '说到的这位邻居已经离开，原来的话不再保留。';

/** What stands where one of the staff had their name, beside what they did in office. */
export const GONE_STAFF = '一位工作人员';

/** Who left, as it takes to find where they stand; sealed while it is kept, and forgotten with the last step. */
export interface WhoIsGone {
  /** As they were called here. */
  readonly names: readonly string[];
  /** People on paper whose account they had taken over: what they said for them they said themselves. */
  readonly paperIds: readonly string[];
  readonly wasStaff: boolean;
}

/** Thrown between two steps when a call has no more time: the event still waits, and `jobs` goes through it all. */
export class TimeUpError extends Error {}

/** Throws `TimeUpError` once there is no more time for another step. */
export type AssertTime = () => void;

/** The most one query returns; nobody does so much of one thing in a life here. */
export const ERASE_MAX = 1_000;

/** Names of whoever is gone, and titles they wrote that others were told of. */
export interface GoneWords {
  readonly names: readonly Scrub[];
  readonly titles: readonly Scrub[];
  /** Of which tasks that are done the reason goes altogether, as it may quote them: about anything of it, about one claim, only where they are named, or nowhere, as for staff whose words in office stay. */
  readonly quoted: 'anywhere' | 'whereNamed' | 'nowhere' | { readonly claimId: string };
}

/** Pure: what goes from a line of somebody else's inbox or of a staff queue; null when nothing of it stands there. */
export const withoutGone = <T extends Readonly<Record<string, string>>>(texts: T, { names, titles }: Pick<GoneWords, 'names' | 'titles'>): T | null => {
  const all = [...names, ...titles];
  const after = Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, scrub(text, all)])) as T;
  return Object.entries(texts).some(([field, text]) => after[field] !== text) ? after : null;
};

/** Pure: whether a text speaks of them by name. */
export const namesThem = (text: string, { names }: Pick<GoneWords, 'names'>): boolean => scrub(text, names) !== text;

/** Pure: whether the reason of a task that is done may quote them. */
export const mayQuote = (task: { readonly claimId: string | null; readonly reasonText: string }, { names, quoted }: GoneWords): boolean =>
  quoted !== 'nowhere' && (quoted === 'anywhere' || namesThem(task.reasonText, { names }) || (quoted !== 'whereNamed' && task.claimId === quoted.claimId));
