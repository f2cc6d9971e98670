import type { ContributionView } from '@contract';
import type { FourFactsWords } from '@/components/four-facts/four-facts';
import type { GiftLimits } from './give-form';

export type GivingLane = ContributionView['lane'];

/** What money goes to, of either lane that takes any. */
export interface GiveTarget {
  readonly lane: GivingLane;
  readonly targetId: string;
  readonly title: string;
  readonly facts: FourFactsWords;
  /** Who receives the money; null where nobody is named yet. */
  readonly entityName: string | null;
  readonly limits: GiftLimits;
  /** Sums that are there to be tapped. */
  readonly choicesFen: readonly number[];
  /** What becomes of the money when it is not enough; null where none is told. */
  readonly returnWords: string | null;
  /** The name that was settled before; null: whoever gives chooses here whether theirs is shown. */
  readonly nameText: string | null;
}

interface LaneWords {
  readonly title: string;
  readonly howMuch: string;
  readonly amount: string;
  readonly name: string;
  readonly close: string;
  readonly choice: (sum: string) => string;
  readonly facts?: Partial<FourFactsWords>;
}

/** What the lanes say differently at the cashier. */
export const GIVE_WORDS: Readonly<Record<GivingLane, LaneWords>> = {
  mutual: { title: '出一份', howMuch: '出多少', amount: '您出', name: '名单上写', close: '多少都是心意，量力就好。', choice: (sum) => sum },
  directed: { title: '付款', howMuch: '这次付多少', amount: '这次付', name: '公开写', close: '可以分几次付，付齐了才开始用。', choice: (sum) => `全部 ${sum}`, facts: { who: '谁来收', uses: '用在哪' } },
};
