import { POSTING_LEVEL_LABEL, POSTING_LEVELS, PUBLICITY_SUBJECT_LABEL, type PostingLevel } from '@contract';
import type { Effect, EffectOf } from '../effect/effect';
import { pathOf } from '../kernel/area-tree';
import { chinaDateText } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { dueInWorkingHours } from '../kernel/working-days';
import { RULES } from '../rules';
import { objectionsOf, postingAreaOf, type Publicity } from './publicity';
import type { PublicityEvent } from './publicity-event';

type EventOf<K extends PublicityEvent['kind']> = Extract<PublicityEvent, { readonly kind: K }>;

const postingTaskId = (publicity: Publicity, level: PostingLevel): string => deriveId('k', 'posting', publicity._id, level);
const objectionTaskId = (objectionId: string): string => deriveId('k', 'objection', objectionId);

const titleOf = (publicity: Publicity): string => `${publicity.maskedName} · ${publicity.aidText}`;

type TaskParts = Pick<EffectOf<'openTask'>, 'taskId' | 'taskKind' | 'areaIds' | 'reasonText' | 'actionText' | 'dueAtMs'>;
const task = (publicity: Publicity, event: PublicityEvent, parts: TaskParts): Effect => ({
  kind: 'openTask', wishId: null, claimId: null, subjectId: publicity._id, assignTo: null, title: titleOf(publicity), atMs: event.atMs, ...parts,
});
const closed = (taskId: string, event: PublicityEvent, note: string): Effect => ({ kind: 'closeTask', taskId, atMs: event.atMs, note });

const tell = (publicity: Publicity, event: PublicityEvent, memberId: string, title: string, body: string): Effect => ({
  kind: 'notice',
  noticeId: deriveId('n', event.eventId, memberId),
  memberId,
  title,
  body,
  pictureKey: 'hand',
  target: { page: 'publicity', wishId: null, claimId: null, subjectId: publicity._id },
  todo: null,
  atMs: event.atMs,
});

/** Online it is everywhere at once; the paper of each level is a task of its own people. */
const started = (publicity: Publicity, event: PublicityEvent): readonly Effect[] =>
  POSTING_LEVELS.map((level) =>
    task(publicity, event, {
      taskId: postingTaskId(publicity, level),
      taskKind: 'posting',
      areaIds: pathOf(postingAreaOf(publicity, level)),
      reasonText: `${PUBLICITY_SUBJECT_LABEL[publicity.subjectKind]}公示开始了，纸质的也要贴到${POSTING_LEVEL_LABEL[level]}`,
      actionText: '记下贴在哪儿',
      ...dueInWorkingHours(event.atMs, RULES.publicity.postingWorkingHours),
    }),
  );

const objected = (publicity: Publicity, event: EventOf<'objected'>): readonly Effect[] => {
  const objection = publicity.objections[event.objectionId];
  if (objection === undefined) return [];
  return [
    task(publicity, event, { taskId: objectionTaskId(event.objectionId), taskKind: 'objection', areaIds: publicity.areaIds, reasonText: '有邻居提了异议，公示先停着', actionText: '去核实答复', dueAtMs: objection.dueAtMs }),
    tell(publicity, event, objection.byId, '您的话收到了', `社区会去核实，${chinaDateText(objection.dueAtMs)}前答复您。答复之前公示先停着。`),
  ];
};

const answered = (publicity: Publicity, event: EventOf<'answered' | 'overturned'>): readonly Effect[] => {
  const objection = publicity.objections[event.objectionId];
  if (objection === undefined || objection.answer === null) return [];
  return [
    closed(objectionTaskId(event.objectionId), event, '核实过，答复了'),
    tell(publicity, event, objection.byId, objection.answer.isUpheld ? '您提的情况属实，公示撤下了' : '您提的情况核实过了', `社区的答复：${objection.answer.text}`),
  ];
};

/** Whoever still waits for an answer, or for paper, need not wait any more. */
const loose = (publicity: Publicity, event: PublicityEvent, words: string): readonly Effect[] => [
  ...POSTING_LEVELS.map((level) => closed(postingTaskId(publicity, level), event, words)),
  ...objectionsOf(publicity)
    .filter((objection) => objection.answer === null)
    .flatMap((objection) => [closed(objectionTaskId(objection.objectionId), event, words), tell(publicity, event, objection.byId, '这次公示已经结束', `${words}，您提的异议不用再等答复。`)]),
];

const ended = (publicity: Publicity, event: PublicityEvent, outcome: 'passed' | 'overturned', note: string): Effect => ({
  kind: 'publicityEnded', subjectKind: publicity.subjectKind, subjectId: publicity.subjectId, publicityId: publicity._id, outcome, note, atMs: event.atMs,
});

export const publicityEffectsOf = (publicity: Publicity, event: PublicityEvent): readonly Effect[] => {
  switch (event.kind) {
    case 'started':
      return started(publicity, event);
    case 'posted':
      return [closed(postingTaskId(publicity, event.level), event, '贴好了')];
    case 'objected':
      return objected(publicity, event);
    case 'answered':
      return answered(publicity, event);
    case 'rescheduled':
      return [];
    case 'passed':
      return [...loose(publicity, event, '公示期满'), ended(publicity, event, 'passed', '')];
    case 'overturned':
      return [...answered(publicity, event), ...loose(publicity, event, '公示撤下了'), ended(publicity, event, 'overturned', publicity.objections[event.objectionId]?.answer?.text ?? '')];
    case 'forgotten':
      return event.fileIds.map((fileId) => ({ kind: 'eraseFile', fileId }));
    case 'withdrawn':
      return loose(publicity, event, event.note);
  }
};
