import type { ThanksStage, ThanksView } from '@contract';

/** What one may do about showing a word of thanks, as a button says it. */
export interface ThanksAct {
  readonly route: 'thanks.show' | 'thanks.consent';
  readonly yes: boolean;
  readonly word: string;
  readonly kind: 'secondary' | 'text';
}

const act = (route: ThanksAct['route'], yes: boolean, word: string, kind: ThanksAct['kind']): ThanksAct => ({ route, yes, word, kind });

const RECEIVED: Readonly<Record<ThanksStage, { readonly line: string; readonly acts: readonly ThanksAct[] }>> = {
  private: { line: '只有您和对方看得到', acts: [act('thanks.show', true, '问问能不能放上感谢墙', 'text')] },
  asked: { line: '在等对方点头', acts: [act('thanks.show', false, '不问了', 'text')] },
  declined: { line: '对方想只留给您', acts: [] },
  shown: { line: '在感谢墙上', acts: [act('thanks.show', false, '从墙上取下来', 'text')] },
};

const SAID: typeof RECEIVED = {
  private: { line: '只有您和对方看得到', acts: [] },
  asked: { line: '对方想放上感谢墙，不写您的名字', acts: [act('thanks.consent', true, '愿意', 'secondary'), act('thanks.consent', false, '只留给对方', 'text')] },
  declined: { line: '只留给对方', acts: [act('thanks.consent', true, '改主意了，可以给邻居看', 'text')] },
  shown: { line: '在感谢墙上', acts: [act('thanks.consent', false, '从墙上取下来', 'text')] },
};

/** Pure: how it stands with showing it, and what the reader may do about it. */
export const thanksState = ({ side, stage }: Pick<ThanksView, 'side' | 'stage'>): (typeof RECEIVED)[ThanksStage] => (side === 'said' ? SAID : RECEIVED)[stage];
