import { parseYuan } from '@/lib/format';

export interface LineDraft {
  readonly useKey: string;
  readonly text: string;
  readonly yuan: string;
}

/** An application before it is sent; kept on the phone. */
export interface ApplyDraft {
  readonly title: string;
  readonly story: string;
  /** Null: a committee with a name of its own. */
  readonly teamId: string | null;
  readonly committeeName: string;
  readonly lines: readonly LineDraft[];
}

export const EMPTY_LINE: LineDraft = { useKey: '', text: '', yuan: '' };
export const EMPTY_APPLY: ApplyDraft = { title: '', story: '', teamId: null, committeeName: '', lines: [EMPTY_LINE] };

/** Pure: the sum of its lines so far; a line without a right amount counts nothing. */
export const sumOf = (lines: readonly LineDraft[]): number => lines.reduce((sum, { yuan }) => sum + (parseYuan(yuan) ?? 0), 0);

const lineProblem = (lines: readonly LineDraft[]): string => {
  if (lines.some(({ useKey }) => useKey === '')) return '每一笔都选一项用途';
  if (lines.some(({ text }) => text.trim() === '')) return '每一笔写一句用来做什么';
  return lines.some(({ yuan }) => (parseYuan(yuan) ?? 0) < 1) ? '每一笔都填金额' : '';
};

/** Pure: the first thing that stands in the way; empty when nothing does. */
export function applyProblem(draft: ApplyDraft, { perGrantMaxFen, leftFen }: { readonly perGrantMaxFen: number; readonly leftFen: number }): string {
  if (draft.title.trim() === '') return '先给项目起个名字';
  if (draft.story.trim() === '') return '写几句做什么、谁来做';
  if (draft.teamId === null && draft.committeeName.trim() === '') return '写一下是哪个小组';
  const inLines = lineProblem(draft.lines);
  if (inLines !== '') return inLines;
  const askedFen = sumOf(draft.lines);
  if (askedFen > perGrantMaxFen) return '超过一个项目能申请的数了';
  return askedFen > leftFen ? '基金剩下的不够这么多' : '';
}
