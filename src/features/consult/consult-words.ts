import { CONSULT_STATE_LABEL, type ConsultCardView, type ConsultOutcome, type ConsultPointView, type ConsultState, type ConsultView, type ConsultWordView } from '@contract';
import type { TagTone } from '@/components/tag/tag';
import type { IconName } from '@/drawings';
import { formatDate, formatRemaining } from '@/lib/format';

interface StateTag {
  readonly words: string;
  readonly tone: TagTone;
  readonly icon: IconName;
}

const TONE: Readonly<Record<ConsultState, Omit<StateTag, 'words'>>> = {
  open: { tone: 'accent', icon: 'users' }, closing: { tone: 'ochre', icon: 'clock' }, answering: { tone: 'ochre', icon: 'clock' }, answered: { tone: 'green', icon: 'check' }, cancelled: { tone: 'plain', icon: 'close' },
};
export const consultTag = (state: ConsultState): StateTag => ({ words: CONSULT_STATE_LABEL[state], ...TONE[state] });

/** "12 人说了想法"; before the first, an invitation. */
export const peopleWords = ({ state, peopleCount }: Pick<ConsultCardView, 'state' | 'peopleCount'>): string => {
  if (peopleCount > 0) return `${peopleCount} 人说了想法`;
  return state === 'open' ? '还没有人说，您来开个头' : '没有人说话';
};

/** Until when one may speak, or when it ended. */
export const untilWords = ({ state, endsAtMs }: Pick<ConsultCardView, 'state' | 'endsAtMs'>, nowMs: number): string =>
  state === 'open' && nowMs < endsAtMs ? `${formatRemaining(endsAtMs, nowMs)}，到 ${formatDate(endsAtMs, nowMs)}` : `${formatDate(endsAtMs, nowMs)}结束`;

/** For whom, as a number and a place; never who. */
export const forWhomWords = ({ personCount, areaNames, communityName }: Pick<ConsultCardView, 'personCount' | 'areaNames' | 'communityName'>): string => {
  const [first, ...others] = areaNames;
  return `为${first ?? communityName}${others.length === 0 ? '' : '一带'} ${personCount} 位邻居`;
};

/** What the page says of itself before anything else. */
export function nextWords({ state, answerByMs, endsAtMs }: Pick<ConsultView, 'state' | 'answerByMs' | 'endsAtMs'>, nowMs: number): string {
  switch (state) {
    case 'open':
      return nowMs < endsAtMs ? '选最多三样最要紧的就行。选了什么，别人看不到是谁选的。' : '时间到了，正在汇总。';
    case 'closing':
      return '时间到了，正在汇总，一两分钟就好。';
    case 'answering':
      return answerByMs === null ? '社区会一条条答复。' : `社区会一条条答复，${formatDate(answerByMs, nowMs)}前。`;
    case 'answered':
      return '每一条都有答复了。';
    case 'cancelled':
      return '这个项目不办了。';
  }
}

/** Points by how many chose them, the most first; equal ones stay in their order. */
export const rankedPoints = (points: readonly ConsultPointView[]): readonly ConsultPointView[] => [...points].sort((one, other) => other.picks - one.picks || one.no - other.no);

/** With one more chosen or one fewer, in order; a fourth takes no other's place. */
export const toggledPicks = (picks: readonly number[], no: number, max: number): readonly number[] => {
  if (picks.includes(no)) return picks.filter((pick) => pick !== no);
  return picks.length >= max ? picks : [...picks, no].sort((one, other) => one - other);
};

export const samePicks = (one: readonly number[], other: readonly number[]): boolean => [...one].sort().join() === [...other].sort().join();

/** The button under the points. */
export function pickButton(picks: readonly number[], saved: readonly number[]): { readonly text: string; readonly reason: string | null } {
  if (picks.length === 0 && saved.length === 0) return { text: '先选一样', reason: '先选一样' };
  if (samePicks(picks, saved)) return { text: '记下了', reason: '记下了，结束前都能改' };
  return { text: picks.length === 0 ? '都不选了' : saved.length === 0 ? `就选这 ${picks.length} 样` : `改成这 ${picks.length} 样`, reason: null };
}

/** What stands under somebody's words. */
export const byWords = ({ byText, isMine, kind }: Pick<ConsultWordView, 'byText' | 'isMine' | 'kind'>): string => {
  if (isMine) return '我说的';
  if (byText !== '') return byText;
  return kind === 'object' ? '一位邻居' : '邻居';
};

/** How one's own words stand, where that isn't plain; empty otherwise. */
export function ownStateWords({ isMine, state, hideReason }: Pick<ConsultWordView, 'isMine' | 'state' | 'hideReason'>): string {
  if (state === 'hidden') return `没有公开：${hideReason}`;
  return isMine && state === 'waiting' ? '社区看过以后才给大家看' : '';
}

/** Reasons for one tap; one's own words are better. */
export const ANSWER_REASONS: Readonly<Record<ConsultOutcome, readonly string[]>> = {
  adopted: ['写进计划了', '这就照着办'],
  partly: ['先试一部分，看看效果', '时间上先只能做到这样'],
  no: ['人手排不过来，下次再试', '这件事要别的部门来办，已经转过去了', '安全上不允许，请您理解'],
};
export const HIDE_REASONS: readonly string[] = ['说到了谁家，就不公开了', '和这件事没有关系'];
