import { SAFETY_LABEL, type NoticeTarget } from '@contract';
import type { AggregateKind, Due } from '../aggregate/aggregate-kind';
import type { Effect } from '../effect/effect';
import { chinaDateText, chinaTimeText } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { afterWorkingHours, dueInWorkingHours } from '../kernel/working-days';
import { RULES } from '../rules';
import { forgottenByClock, lateByClock } from './answer-safety';
import type { SafetyEvent, SafetyReport } from './safety-report';

type Level = 'community' | 'street';

const taskIdOf = (report: SafetyReport, level: Level): string => deriveId('k', 'safety', report._id, level);
const momentText = (atMs: number): string => `${chinaDateText(atMs)} ${chinaTimeText(atMs)}`;

const tell = (report: SafetyReport, event: SafetyEvent, title: string, body: string): Effect => ({
  kind: 'notice', noticeId: deriveId('n', event.eventId, report.reportedById), memberId: report.reportedById, title, body, pictureKey: report.pictureKey, target: { page: 'safety', wishId: report.wishId, claimId: report.claimId }, todo: null, atMs: event.atMs,
});

/** In front of the queue, and told to everybody who works there, whatever the hour. No word of it stands in a task or a message. */
const alarm = (report: SafetyReport, event: SafetyEvent, level: Level): readonly Effect[] => {
  const areaIds = level === 'street' ? report.areaIds.slice(0, 2) : report.areaIds;
  const due = level === 'street' ? dueInWorkingHours(event.atMs, RULES.safety.answerWorkingHours) : { dueAtMs: report.dueAtMs };
  const target: NoticeTarget = { page: 'staffSafety', wishId: null, claimId: null, subjectId: report._id };
  return [
    {
      kind: 'openTask', taskId: taskIdOf(report, level), taskKind: 'safetyReport', wishId: report.wishId, claimId: report.claimId, subjectId: report._id, assignTo: null, isUrgent: true, areaIds, title: report.wishTitle,
      reasonText: level === 'street' ? '有人说不安全，社区没按时答复。' : `有人说不安全：${SAFETY_LABEL[report.safetyKind]}`, actionText: '马上看', ...due, atMs: event.atMs,
    },
    {
      kind: 'alertStaff', alertId: deriveId('al', report._id, level), areaIds, exceptIds: report.partyIds, title: '有人说不安全，请马上看', body: `“${report.wishTitle}”：${momentText(due.dueAtMs)} 前要答复。`,
      pictureKey: report.pictureKey, target, template: 'safetyReported', thing: report.wishTitle, atMs: event.atMs,
    },
  ];
};

/** Pure: what an event of a safety report brings about elsewhere. */
export const safetyEffectsOf = (report: SafetyReport, event: SafetyEvent): readonly Effect[] => {
  switch (event.kind) {
    case 'reported':
      return [...alarm(report, event, 'community'), tell(report, event, '您说的，社区收到了', `“${report.wishTitle}”：${momentText(report.dueAtMs)} 前答复您。人要是有危险，马上打 110 或 120。`)];
    case 'late':
      return [...alarm(report, event, 'street'), tell(report, event, '街道也在看了', `“${report.wishTitle}”：社区没按时答复，已经报给街道。等不及就打社区电话。`)];
    case 'answered':
      return [
        ...(['community', 'street'] as const).map((level): Effect => ({ kind: 'closeTask', taskId: taskIdOf(report, level), atMs: event.atMs, note: '答复了' })),
        tell(report, event, '您说的不安全，社区答复了', `“${report.wishTitle}”：${report.answer?.words ?? ''}`),
      ];
    case 'forgotten':
      return [];
    default: {
      const never: never = event;
      return never;
    }
  }
};

const clocksOf = (report: SafetyReport, nowMs: number): readonly Due<SafetyEvent>[] => {
  if (report.answer === null) return report.isLate ? [] : [{ atMs: report.dueAtMs, change: lateByClock(report, nowMs) }];
  return report.isForgotten ? [] : [{ atMs: report.answer.atMs + RULES.safety.keptMs, change: forgottenByClock(report, nowMs) }];
};

export const SAFETY_KIND: AggregateKind<SafetyReport, SafetyEvent> = { collection: 'safetyReports', effectsOf: safetyEffectsOf, clocksOf, workingDuesOf: () => [{ path: 'dueAtMs', countFrom: afterWorkingHours(RULES.safety.answerWorkingHours) }] };
