import { DIFFICULTY_CHECK_LABEL } from '@contract';
import type { Effect } from '../effect/effect';
import { chinaDateText } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { dueInWorkingHours } from '../kernel/working-days';
import { RULES } from '../rules';
import { missingChecks, renewalTaskId, stageTaskId, visitTaskId, type DifficultyCase } from './difficulty-case';
import type { DifficultyEvent } from './difficulty-event';

/** A moment that the case itself has, or working time from now. */
type Due = { readonly dueAtMs: number; readonly dueWorkingMs?: number };

const task = (found: DifficultyCase, event: DifficultyEvent, taskId: string, reasonText: string, actionText: string, due: Due): Effect => ({
  kind: 'openTask',
  taskId,
  taskKind: 'difficulty',
  wishId: null,
  claimId: null,
  subjectId: found._id,
  assignTo: found.state === 'suggested' ? 'socialWorker' : null,
  areaIds: found.areaIds,
  title: `${found.maskedName} · 困难帮扶`,
  reasonText,
  actionText,
  ...due,
  atMs: event.atMs,
});

const closed = (taskId: string, event: DifficultyEvent, note: string): Effect => ({ kind: 'closeTask', taskId, atMs: event.atMs, note });

/** What is to be done now, by the state the case is in. Events may be delivered late, so the state says it, not the event. */
const stageWords = (found: DifficultyCase): readonly [reasonText: string, actionText: string] | null => {
  switch (found.state) {
    case 'suggested':
      return ['邻居提到一位可能要帮的人', '去看看'];
    case 'checking':
      return [`四查还差：${missingChecks(found).map((kind) => DIFFICULTY_CHECK_LABEL[kind]).join('、')}`, '去记一项'];
    case 'checked':
      return ['四查齐了，可以公示', '去公示'];
    case 'toDecide':
      return ['公示期满，没有成立的异议', '来决定'];
    case 'publicity':
    case 'inLedger':
    case 'refused':
    case 'closed':
    case 'ended':
      return null;
  }
};

/**
 * The task of the stage before is closed, that of the present one opened. An event delivered late may meet a case that
 * went further: then the steps in between were done, and their tasks are closed unopened.
 */
const nextStage = (found: DifficultyCase, event: DifficultyEvent, note: string): readonly Effect[] => {
  const words = stageWords(found);
  const before = Array.from({ length: words === null ? found.stage : found.stage - 1 }, (_unused, index) => closed(stageTaskId(found._id, index + 1), event, note));
  return words === null ? before : [...before, task(found, event, stageTaskId(found._id, found.stage), ...words, { dueAtMs: found.stageDueAtMs ?? event.atMs })];
};

/** The neighbour who told of somebody learns that staff were there, and nothing about what came of it. */
const thankSuggester = (found: DifficultyCase, event: DifficultyEvent): readonly Effect[] =>
  found.isSuggested
    ? [{ kind: 'notice', noticeId: deriveId('n', event.eventId, found.proposerId), memberId: found.proposerId, title: '您提到的邻居，社区去看过了', body: '谢谢您留心。后面怎么帮，是 TA 和社区之间的事，我们会替 TA 保密。', pictureKey: 'hand', target: { page: 'me', wishId: null, claimId: null }, todo: null, atMs: event.atMs }]
    : [];

const publicityStarted = (found: DifficultyCase, event: DifficultyEvent): readonly Effect[] => [
  { kind: 'startPublicity', subjectKind: 'difficulty', subjectId: found._id, maskedName: found.maskedName, aidText: found.aidText, areaIds: found.areaIds, communityName: found.communityName, startedById: event.byId, atMs: event.atMs },
];

const ledgerTasksClosed = (found: DifficultyCase, event: DifficultyEvent, note: string): readonly Effect[] => [closed(visitTaskId(found._id, found.nextVisitAtMs), event, note), closed(renewalTaskId(found._id), event, note)];

export const caseEffectsOf = (found: DifficultyCase, event: DifficultyEvent): readonly Effect[] => {
  switch (event.kind) {
    case 'suggested':
      return nextStage(found, event, '');
    case 'opened':
      return [...nextStage(found, event, '看过了，开始四查'), ...thankSuggester(found, event)];
    case 'checkRecorded':
      return nextStage(found, event, `${DIFFICULTY_CHECK_LABEL[event.check]}，记好了`);
    case 'publicised':
      return [...nextStage(found, event, '公示开始了'), ...publicityStarted(found, event)];
    case 'publicityPassed':
      return nextStage(found, event, '公示期满');
    case 'publicityOverturned':
      return nextStage(found, event, '异议属实，没有列入');
    case 'approved':
      return nextStage(found, event, '列入台账');
    case 'refused':
      return nextStage(found, event, '没有列入');
    case 'closed':
      return [...nextStage(found, event, '不再办'), ...(found.openedById === null ? thankSuggester(found, event) : []), ...ledgerTasksClosed(found, event, '不再办'), ...(found.publicityId !== null && event.wasPublic ? [{ kind: 'takeDownPublicity', publicityId: found.publicityId, note: '这件事不再办了，公示撤下', atMs: event.atMs } as const] : [])];
    case 'visited':
      return [closed(visitTaskId(found._id, event.plannedMs), event, '上门看过了')];
    case 'visitDue':
      return [task(found, event, visitTaskId(found._id, event.plannedMs), `${chinaDateText(event.plannedMs)}前要上门看看`, '去记走访', { dueAtMs: event.plannedMs })];
    case 'renewalDue':
      return [task(found, event, renewalTaskId(found._id), `台账到 ${chinaDateText(found.validUntilMs ?? event.atMs)}到期，还要帮的话请重新提出`, '看看要不要续', dueInWorkingHours(event.atMs, RULES.difficulty.stageWorkingHours))];
    case 'forgotten':
      return event.fileIds.map((fileId) => ({ kind: 'eraseFile', fileId }));
    case 'ended':
      return ledgerTasksClosed(found, event, '到期移出了');
  }
};
