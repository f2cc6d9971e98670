import { NEED_PROJECT_STATE_LABEL, type NeedKind, type NeedProjectCardView, type NeedProjectFigures, type NeedProjectState } from '@contract';
import type { TagTone } from '@/components/tag/tag';
import type { IconName } from '@/drawings';
import { formatDate } from '@/lib/format';

interface StateTag {
  readonly words: string;
  readonly tone: TagTone;
  readonly icon: IconName;
}

const TONE: Readonly<Record<NeedProjectState, Omit<StateTag, 'words'>>> = {
  draft: { tone: 'ochre', icon: 'edit' }, planned: { tone: 'blue', icon: 'calendar' }, running: { tone: 'green', icon: 'clock' }, done: { tone: 'green', icon: 'check' }, cancelled: { tone: 'plain', icon: 'close' },
};
export const projectTag = (state: NeedProjectState): StateTag => ({ words: NEED_PROJECT_STATE_LABEL[state], ...TONE[state] });

/** "12 件等人帮，6 件有人接了，2 件办好了"; what is nought is left out. */
export function figuresWords({ waiting, taken, met, gone }: NeedProjectFigures): string {
  const parts = [waiting > 0 ? `${waiting} 件等人帮` : '', taken > 0 ? `${taken} 件有人接了` : '', met > 0 ? `${met} 件办好了` : '', gone > 0 ? `${gone} 件不在了` : ''].filter((words) => words !== '');
  return parts.length === 0 ? '没有心愿了' : parts.join('，');
}

const DUE: Readonly<Partial<Record<NeedProjectState, readonly [soon: string, late: string]>>> = { draft: ['前定下来', '就该定下来了'], planned: ['前开始', '就该开始了'], running: ['前收尾', '就该收尾了'] };

/** By when it must go on. */
export function dueWords({ state, dueAtMs, isLate }: Pick<NeedProjectCardView, 'state' | 'dueAtMs' | 'isLate'>, nowMs: number): string {
  const [soon, late] = DUE[state] ?? ['', ''];
  return dueAtMs === null ? '' : `${formatDate(dueAtMs, nowMs)}${isLate ? late : soon}`;
}

export const NEED_KIND_LABEL: Readonly<Record<NeedKind, string>> = { goods: '东西', place: '地方', hours: '人手' };

/** "3 样东西" and the like, with what is counted. */
export const budgetWords = ({ kind, text, unit, wanted }: { readonly kind: NeedKind; readonly text: string; readonly unit: string; readonly wanted: number }): string => `${text} ${wanted} ${kind === 'hours' ? '人' : unit}`;
