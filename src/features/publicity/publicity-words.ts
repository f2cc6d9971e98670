import type { PublicityCardView, PublicityState, PublicityView } from '@contract';
import type { TagTone } from '@/components/tag/tag';
import type { TimelineStep } from '@/components/timeline/timeline';
import type { IconName } from '@/drawings';
import { formatDate, formatShortDate } from '@/lib/format';

/** Looks of a state: tint and icon say it again beside the words. */
export const STATE_LOOK: Readonly<Record<PublicityState, readonly [TagTone, IconName]>> = {
  running: ['ochre', 'horn'],
  paused: ['plum', 'ask'],
  passed: ['green', 'check'],
  overturned: ['plain', 'close'],
  withdrawn: ['plain', 'close'],
};

/** Pure: one line that says what is so now and until when. */
export function statusLine(card: PublicityCardView, nowMs: number): string {
  switch (card.state) {
    case 'running':
      return card.endsAtMs === null ? '公示中' : `公示到 ${formatDate(card.endsAtMs, nowMs)}`;
    case 'paused':
      return '有邻居提了异议，正在核实';
    case 'passed':
      return `${formatDate(card.endedAtMs ?? nowMs, nowMs)}期满通过`;
    case 'overturned':
      return '异议属实，没有通过';
    case 'withdrawn':
      return '已经撤下';
  }
}

/** Pure: where the publicity stands: begun, objected to and answered, its end, and what comes after. */
export function publicitySteps(view: PublicityView, nowMs: number): readonly TimelineStep[] {
  const step = (key: string, atMs: number | null, title: string, state: TimelineStep['state'], note?: string): TimelineStep => ({ key, dateText: atMs === null ? '' : formatShortDate(atMs, nowMs), title, state, ...(note === undefined ? {} : { note }) });
  const answers = view.answers.map((answer, index) => step(`answer${index}`, answer.answeredAtMs, answer.isUpheld ? '异议属实' : '异议核实过了', 'past', `${answer.byText}提的。社区答复：${answer.answerText}`));
  const begun = [step('begun', view.startedAtMs, '开始公示', 'past', '社区、街道、区里同时看得到'), ...answers];
  switch (view.state) {
    case 'running':
      return [...begun, step('end', view.endsAtMs, `公示 ${view.daysNeeded} 个工作日`, 'now', '这天过完才算期满，开始的那天不算'), step('after', null, view.subjectKind === 'difficulty' ? '由社区决定' : '上心愿墙，等邻居认领', 'next')];
    case 'paused':
      return [...begun, step('paused', null, `${view.openObjections} 条异议在核实`, 'now', '核实期间不算日子，答复了第二天接着算'), step('after', null, `还要公示 ${view.daysNeeded - view.daysDone} 个工作日`, 'next')];
    case 'passed':
      return [...begun, step('end', view.endedAtMs, '期满，公示通过', 'past')];
    case 'overturned':
      return [...begun, step('end', view.endedAtMs, '公示没有通过', 'past')];
    case 'withdrawn':
      return [...begun, step('end', view.endedAtMs, '公示撤下了', 'past')];
  }
}
