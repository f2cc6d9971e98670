import type { ApiContract, SafetyDoorView, SafetyReportView, SafetyTaskView } from '@contract';
import { changeAggregate, settleAfterCommand } from '../aggregate/settle.use-case';
import { stepOf } from '../aggregate/step.use-case';
import { writeAudit } from '../audit/audit.repository';
import { withoutPhone } from '../handover/without-phone';
import { deriveId } from '../kernel/ids';
import { fail, RefusedError, unwrap } from '../kernel/result';
import { checkText } from '../platform/content-check';
import type { MemberContext } from '../platform/context';
import { environmentValue } from '../platform/environment';
import { openText, sealText } from '../platform/field-sealer';
import { paperNumbers } from '../person/person.repository';
import { command } from '../platform/store';
import { wishRepository } from '../wish/wish.repository';
import type { Side } from '../dispute/dispute';
import { decideAnswer } from './answer-safety';
import { SAFETY_KIND } from './safety-kind';
import { decideMayHandle, decideMayReport, decideRound, newReport, reportIdsOf, type SafetyReport } from './safety-report';
import { safetyReportView, safetyTaskView } from './safety-view';
import { safetyRepository } from './safety.repository';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

/** Looked at like every text, but whatever comes of it the words go to staff: flagged, where they should know. */
export const flagOf = async (openid: string, words: string): Promise<SafetyReport['wordsState']> => {
  try {
    return (await checkText(openid, [words])) === 'pass' ? 'clear' : 'flagged';
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return error.refusal.code === 'TEXT_RISKY' ? 'flagged' : 'unchecked';
  }
};


const standingOf = (claimId: string, side: Side): Promise<readonly SafetyReport[]> => {
  const ids = reportIdsOf(claimId, side);
  return safetyRepository.list({ where: { _id: command.in([...ids]) }, limit: ids.length });
};

/** @throws RefusedError NOT_FOUND, SAFETY_WITH_STAFF, SAFETY_OFTEN, OPERATION_REUSED, BUSY. Never because of its words. */
export const reportSafety = async (context: MemberContext, input: Parsed<'safety.report'>): Promise<SafetyReportView> => {
  const step = stepOf(context, withoutPhone(input, environmentValue('LINYUAN_ID_SECRET')));
  const wish = await wishRepository.get(input.wishId);
  const reporter = unwrap(decideMayReport(wish, input.claimId, context.member));
  const [standing, wordsState] = await Promise.all([standingOf(input.claimId, reporter.side), flagOf(context.openid, input.words)]);
  const round = unwrap(decideRound(standing, input.claimId, reporter.side, step));
  if (round.kind === 'replay') return safetyReportView(round.report);
  const { safetyKind, words, phone } = input;
  const report = newReport(wish, reporter, { reportId: round.reportId, safetyKind, words, wordsState, phoneSealed: phone === null ? null : sealText(phone) }, context.member, step);
  if ((await safetyRepository.insert(report)) === 'exists') return answerAgain(await standingOf(input.claimId, reporter.side), input.claimId, reporter.side, step);
  await settleAfterCommand(SAFETY_KIND, report._id, context.nowMs, context.requestId);
  return safetyReportView(report);
};

/** Two taps at once: the same act has the same answer, another one is with staff already. */
const answerAgain = (standing: readonly SafetyReport[], claimId: string, side: Side, step: ReturnType<typeof stepOf>): SafetyReportView => {
  const round = unwrap(decideRound(standing, claimId, side, step));
  return round.kind === 'replay' ? safetyReportView(round.report) : fail('BUSY');
};

/** What the reader's own side reported about a claim; of the other side's nothing. */
export const openSafetyDoor = async (context: MemberContext, { wishId, claimId }: Parsed<'safety.door'>): Promise<SafetyDoorView> => {
  const wish = await wishRepository.get(wishId);
  const reporter = unwrap(decideMayReport(wish, claimId, context.member));
  const standing = [...(await standingOf(claimId, reporter.side))].sort((a, b) => b.createdAtMs - a.createdAtMs);
  const canReport = decideRound(standing, claimId, reporter.side, { actorId: context.callerId, operationId: '', inputHash: '', nowMs: context.nowMs }).ok;
  return { wishId, claimId, wishTitle: wish.title, pictureKey: wish.pictureKey, reports: standing.map(safetyReportView), canReport, dutyPhone: context.member.dutyPhone };
};

/** The number left for this, else that on the paper of whom staff wrote it down for. */
const numberFor = async ({ phoneSealed, sideIds }: SafetyReport): Promise<string | null> => {
  if (phoneSealed !== null) return openText(phoneSealed);
  const [onPaper] = await paperNumbers(sideIds);
  return onPaper === undefined ? null : openText(onPaper.phoneSealed);
};

/** The audit line comes before the words and the number. */
export const readSafety = async (context: MemberContext, { reportId }: Parsed<'safety.read'>): Promise<SafetyTaskView> => {
  const report = unwrap(decideMayHandle(await safetyRepository.get(reportId), context.member));
  await writeAudit({ auditId: deriveId('a', context.requestId, reportId), kind: 'readSafety', byId: context.callerId, subjectId: reportId, areaIds: report.areaIds, note: '', atMs: context.nowMs });
  return safetyTaskView(report, report.answer === null ? await numberFor(report) : null);
};

export const answerSafety = async (context: MemberContext, input: Parsed<'safety.answer'>): Promise<ApiContract['safety.answer']['output']> => {
  if ((await checkText(context.openid, [input.words])) === 'review') fail('TEXT_RISKY', { message: '这句话请换个说法。', fields: { words: '请换个说法' } });
  await changeAggregate(SAFETY_KIND, context, input.reportId, (report) => decideAnswer(report, input.words, context.member, stepOf(context, input)));
  return { reportId: input.reportId };
};
