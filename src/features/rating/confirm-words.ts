import type { WishCategory } from '@contract';

/** How one asks, in this kind of help, whether it arrived, and what the large button says. */
export interface ConfirmWords {
  readonly question: string;
  readonly yes: string;
  readonly busy: string;
  readonly done: string;
}

const goods: ConfirmWords = { question: '东西收到了吗？', yes: '收到了', busy: '正在记下…', done: '收到了，真好' };

const WORDS: Readonly<Record<WishCategory, ConfirmWords>> = {
  goods,
  repair: { question: '修好了吗？', yes: '修好了', busy: '正在记下…', done: '修好了，真好' },
  service: { question: '帮上忙了吗？', yes: '帮上了', busy: '正在记下…', done: '帮上了，真好' },
  companionship: { question: '人来过了吗？', yes: '来过了', busy: '正在记下…', done: '来过了，真好' },
  skill: { question: '教会了吗？', yes: '教会了', busy: '正在记下…', done: '教会了，真好' },
  study: { question: '帮上忙了吗？', yes: '帮上了', busy: '正在记下…', done: '帮上了，真好' },
};

export const confirmWords = (category: WishCategory): ConfirmWords => WORDS[category];
