import type { SafetyReportView, SafetyTaskView } from '@contract';
import type { SafetyReport } from './safety-report';

/** A report as the side that made it has it. */
export const safetyReportView = ({ _id, safetyKind, words, createdAtMs, dueAtMs, isLate, answer }: SafetyReport): SafetyReportView => ({
  reportId: _id, safetyKind, words, createdAtMs, dueAtMs, isLate, answer: answer === null ? null : { words: answer.words, atMs: answer.atMs },
});

export const safetyTaskView = (report: SafetyReport, phone: string | null): SafetyTaskView => ({
  ...safetyReportView(report),
  wishId: report.wishId, wishTitle: report.wishTitle, pictureKey: report.pictureKey, side: report.side, reporterName: report.reporterName, isByPhone: report.isByPhone, giverText: report.giverText, phone,
  isFlagged: report.wordsState !== 'clear',
});
