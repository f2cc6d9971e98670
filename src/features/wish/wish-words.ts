import { type SharesView, WISH_CATEGORY_LABEL, type WishCardView, type WishState } from '@contract';
import { formatMoney } from '@/lib/format';

/** Which colour of words and tag a state takes; words always stand beside it. */
export type Tone = 'accent' | 'green' | 'ochre' | 'blue' | 'plum' | 'neutral';

/** A referral ended it: nobody delivered shares, so hollow fruits would tell a lie. */
export function isHelpedElsewhere(wish: Pick<WishCardView, 'shares' | 'state'>): boolean {
  return wish.state === 'completed' && wish.shares.left > 0;
}

/** "还差 2 份", "有人来了", "办好了": the words beside the fruits, and the colour they take. */
export function sharesWords(wish: Pick<WishCardView, 'shares' | 'state'>): { readonly text: string; readonly tone: Tone } {
  const { wanted, left, delivered } = wish.shares;
  if (wish.state === 'completed') return { text: '办好了', tone: 'green' };
  if (delivered === wanted) return { text: '办好了，等确认', tone: 'green' };
  if (left === 0) return { text: wanted === 1 ? '有人来了' : '都有人认了', tone: 'green' };
  if (wanted === 1) return { text: '等人帮', tone: 'accent' };
  return { text: `还差 ${left} 份`, tone: 'accent' };
}

/** "办好 2 · 有人认领 2", leaving out what is zero. */
export function sharesSentence({ wanted, held, delivered }: SharesView): string {
  const parts = [delivered > 0 ? `办好 ${delivered}` : '', held > 0 ? `有人认领 ${held}` : ''].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(' · ') : `一共 ${wanted} 份，还没有人认领`;
}

/** "物品 · 社工周敏代发 · 约 ¥80 一份" */
export function cardFacts(wish: WishCardView): readonly string[] {
  const value = wish.valuePerShareFen === null ? '' : `约 ${formatMoney(wish.valuePerShareFen)}${wish.shares.wanted > 1 ? ' 一份' : ''}`;
  return [wish.isErrand ? '跑腿' : WISH_CATEGORY_LABEL[wish.category], wish.posterText, value].filter((part) => part !== '');
}

/** A title breaks after its first comma where it would wrap: two groups of sense instead of one torn word. */
export function titleLines(title: string, charactersPerLine: number): readonly string[] {
  const comma = title.search(/[，,]/);
  if (title.length <= charactersPerLine || comma < 2 || comma >= title.length - 2) return [title];
  return [title.slice(0, comma + 1), title.slice(comma + 1).trimStart()];
}

export interface StateNotice {
  readonly title: string;
  readonly text: string;
  readonly tone: Tone;
}

/** What is said above a wish that is not simply open; null where the shares say it all. */
export function stateNotice(state: WishState, isMine: boolean, reviewNote: string): StateNotice | null {
  const because = reviewNote === '' ? '' : `社区说：${reviewNote}`;
  switch (state) {
    case 'open':
      return null;
    case 'review':
      return { title: '社区正在看这件心愿', text: isMine ? '看过就让邻居看到，结果会告诉您，不用守着。' : '看过以后邻居就能认领。', tone: 'ochre' };
    case 'asked':
      return { title: '社区想请您补一句', text: because, tone: 'ochre' };
    case 'publicity':
      return { title: '通过了，正在公示', text: '这件比较大，要先公示 5 个工作日。没有成立的异议，就上心愿墙。', tone: 'ochre' };
    case 'refused':
      return { title: '这件没有通过', text: because === '' ? '想知道原因可以打社区电话。' : because, tone: 'plum' };
    case 'withdrawn':
      return { title: '已经撤回', text: isMine ? '想再发，随时都行。' : '发的人把它收回去了，去看看别的吧。', tone: 'neutral' };
    case 'expired':
      return { title: '日子已经过了', text: isMine ? '社工会联系您，看要不要换个办法。' : '这件已经到期，去看看别的吧。', tone: 'neutral' };
    case 'referred':
      return { title: '社工正在转介', text: '更合适的单位会接手，有了消息会告诉您。', tone: 'blue' };
    case 'completed':
      return { title: '这件心愿办好了', text: '谢谢每一位帮忙的邻居。', tone: 'green' };
    default: {
      const never: never = state;
      return never;
    }
  }
}
