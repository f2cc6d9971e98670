import { RECTIFICATION_OUTCOME_LABEL, RECTIFICATION_STATE_LABEL, type RectificationRowView, type RectificationView } from '@contract';
import { formatDate, formatDeadline } from '@/lib/format';

/** Pure: what it is about, in figures that name nobody. */
export const factWords = ({ people, unsatisfied }: Pick<RectificationRowView, 'people' | 'unsatisfied'>): string => `${people} 个人评过，${unsatisfied} 人不满意`;

/** Pure: where it stands: who has the next step, or how it ended. */
export const stateWords = ({ state, outcome }: Pick<RectificationRowView, 'state' | 'outcome'>): string => (outcome === null ? RECTIFICATION_STATE_LABEL[state] : RECTIFICATION_OUTCOME_LABEL[outcome]);

/** Pure: the same on its own page, where the rated side is not "the other side" and a reply of the community may be due first. */
export function tagWords(view: Pick<RectificationView, 'state' | 'outcome' | 'reader' | 'objection'>): string {
  if (view.outcome === null && view.objection?.state === 'open') return '社区在看说明';
  return view.reader === 'party' && view.state === 'ordered' ? '等您写怎么改' : stateWords(view);
}

export const stateTone = ({ state }: Pick<RectificationRowView, 'state'>): 'green' | 'accent' | 'ochre' => (state === 'closed' ? 'green' : state === 'escalated' ? 'accent' : 'ochre');

/** Pure: until when, and who goes along. */
export function rowNote({ ownerName, dueAtMs, orderedAtMs, outcome }: RectificationRowView, nowMs: number): string {
  const due = dueAtMs === null ? `${formatDate(orderedAtMs, nowMs)}开始` : `${formatDeadline(dueAtMs, nowMs)}`;
  return [outcome === null ? due : `${formatDate(orderedAtMs, nowMs)}开始`, ...(ownerName === '' ? [] : [`${ownerName}在跟`])].join(' · ');
}

/** Pure: what those who rated said when asked, and how people rated since; nothing below five people. */
export const afterWords = ({ rechecked, since }: Pick<RectificationView, 'rechecked' | 'since'>): readonly string[] => [
  ...(rechecked === null ? [] : [`问了大家：${rechecked.answered} 人回话，${rechecked.better} 人说好了。`]),
  ...(since === null ? [] : [`之后又有 ${since.people} 个人评过，${since.unsatisfied} 人不满意。`]),
];
