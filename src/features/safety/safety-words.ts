import { GIVER_NOTE_LABEL, type GiverNoteView, type SafetyReportView } from '@contract';
import type { TimelineStep } from '@/components/timeline/timeline';
import { formatDeadline, formatMoment, formatShortDate } from '@/lib/format';

/** Pure: how a report goes on, with dates; what comes next stands there too. */
export function safetyPath(report: Pick<SafetyReportView, 'createdAtMs' | 'dueAtMs' | 'isLate' | 'answer'>, nowMs: number): readonly TimelineStep[] {
  const told: TimelineStep = { key: 'told', dateText: formatShortDate(report.createdAtMs, nowMs), title: '社区收到了', note: `${formatMoment(report.createdAtMs, nowMs)}，值班的人当时就收到了，夜里也一样`, state: 'past' };
  if (report.answer !== null) return [told, { key: 'answer', dateText: formatShortDate(report.answer.atMs, nowMs), title: '社区答复了', note: `${formatMoment(report.answer.atMs, nowMs)}：${report.answer.words}`, state: 'past' }];
  if (report.isLate) return [told, { key: 'late', dateText: formatShortDate(report.dueAtMs, nowMs), title: '街道也在看了', note: '社区没按时答复。等不及就打电话', state: 'now' }];
  return [
    told,
    { key: 'now', dateText: formatShortDate(report.dueAtMs, nowMs), title: '社区在问、在看', note: `${formatDeadline(report.dueAtMs, nowMs)}答复您`, state: 'now' },
    { key: 'street', dateText: '', title: '到时候没答复，就报给街道', note: '自动报，不用您再说', state: 'next' },
  ];
}

/** Pure: what the giver's side reads of its own note. */
export function noteLine(note: Pick<GiverNoteView, 'answer' | 'followUpDueAtMs' | 'isFollowedUp'>, nowMs: number): string {
  if (note.answer === 'smooth') return '社工知道了，谢谢您。';
  if (note.answer === 'unsafe') return '社区当时就收到了，会给您答复。';
  if (note.isFollowedUp || note.followUpDueAtMs === null) return '社工问过了，谢谢您说一声。';
  return `社工${formatDeadline(note.followUpDueAtMs, nowMs)}去看看。`;
}

/** Pure: what a note said, as its title. */
export const noteTitle = ({ answer }: Pick<GiverNoteView, 'answer'>): string => `您说：${GIVER_NOTE_LABEL[answer]}`;
