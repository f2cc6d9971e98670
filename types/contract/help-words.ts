import type { WishCategory } from './vocabulary';

/** How one speaks of a kind of help: a thing is brought, a lamp is mended, somebody is kept company. */
export interface HelpWords {
  /** "哪天送": the day that is to be said. */
  readonly when: string;
  /** "12 月 5 日送": what happens that day. */
  readonly go: string;
  /** To whoever waits: "会在 12 月 5 日来修". */
  readonly come: string;
  /** "12 月 5 日前修好". */
  readonly by: string;
  /** "修好“厨房的灯”". */
  readonly did: string;
  /** What whoever helped says at the end. */
  readonly done: string;
  /** What whoever was helped says. */
  readonly got: string;
  readonly giver: string;
  readonly receiver: string;
}

const THING: HelpWords = { when: '哪天送', go: '送', come: '送来', by: '送到', did: '送到', done: '送到了', got: '收到了', giver: '送的人', receiver: '收的人' };
const HELPED = { giver: '帮忙的人', receiver: '等人帮的人' } as const;

const WORDS: Readonly<Record<WishCategory, HelpWords>> = {
  goods: THING,
  service: { when: '哪天去', go: '去', come: '来帮忙', by: '办好', did: '办好', done: '办好了', got: '帮上忙了', ...HELPED },
  companionship: { when: '哪天去', go: '去', come: '来陪一陪', by: '去一趟', did: '陪过', done: '陪过了', got: '来过了', ...HELPED },
  skill: { when: '哪天去教', go: '去教', come: '来教', by: '教好', did: '教好', done: '教好了', got: '教会了', ...HELPED },
  repair: { when: '哪天去修', go: '去修', come: '来修', by: '修好', did: '修好', done: '修好了', got: '修好了', ...HELPED },
  study: { when: '哪天去', go: '去', come: '来帮忙', by: '办好', did: '办好', done: '办好了', got: '帮上忙了', ...HELPED },
};

/** The words for a kind of help; an errand brings a thing, whatever its wish was called. */
export const helpWords = ({ category, isErrand = false }: { readonly category: WishCategory; readonly isErrand?: boolean }): HelpWords => (isErrand ? THING : WORDS[category]);

/** What whoever was helped taps to say so. */
export const askWords = (words: HelpWords): string => (isThing(words) ? '收到没有？说一声' : `${words.got}吗？说一声`);

/** Whether it is a thing that is brought and counted. */
export const isThing = (words: HelpWords): boolean => words === THING;
