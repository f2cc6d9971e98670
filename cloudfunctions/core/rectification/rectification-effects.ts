import { ESCALATION_LABEL, RECTIFICATION_OUTCOME_LABEL, type NoticeTarget } from '@contract';
import type { Effect, EffectOf } from '../effect/effect';
import { chinaDateText } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { dueInWorkingHours } from '../kernel/working-days';
import { RULES } from '../rules';
import { orderTaskIdOf, paperRatersOf, type Rectification } from './rectification';
import type { RectificationEvent, RectificationEventOf } from './rectification-event';

const targetOf = (page: 'rectification' | 'recheck', rectification: Rectification): NoticeTarget => ({ page, wishId: null, claimId: null, subjectId: rectification._id });

/** What the rated side has to do: of one stage, and again when staff ask for more. */
const todoIdOf = (rectification: Rectification, turn: number): string => deriveId('n', 'rectification', rectification._id, String(turn));
const recheckIdOf = (rectification: Rectification, raterId: string): string => deriveId('n', 'recheck', rectification._id, raterId);

const tell = (rectification: Rectification, event: RectificationEvent, title: string, body: string): Effect => ({
  kind: 'notice', noticeId: deriveId('n', event.eventId, rectification.partyId), memberId: rectification.partyId, title, body, pictureKey: 'hand', target: targetOf('rectification', rectification), todo: null, atMs: event.atMs,
});

const ask = (rectification: Rectification, event: RectificationEvent, turn: number, title: string, body: string): Effect => ({
  kind: 'notice', noticeId: todoIdOf(rectification, turn), memberId: rectification.partyId, title, body, pictureKey: 'hand', target: targetOf('rectification', rectification),
  todo: { actionText: '看一看', dueAtMs: rectification.dueAtMs ?? event.atMs }, atMs: event.atMs,
});

const finishAsk = (rectification: Rectification, atMs: number): readonly Effect[] => [0, 1].map((turn) => ({ kind: 'finishNotice', noticeId: todoIdOf(rectification, turn), memberId: rectification.partyId, atMs }));

type Stage = 'look0' | 'look1' | 'objection' | 'objectionLate' | 'calls' | 'judge' | 'street';
const taskIdOf = (rectification: Rectification, stage: Stage): string => deriveId('k', 'rectification', rectification._id, stage);

const STAGES: readonly Stage[] = ['look0', 'look1', 'objection', 'objectionLate', 'calls', 'judge', 'street'];
/** Which look it is, by the answers given. */
const lookStage = ({ answers }: Pick<Rectification, 'answers'>): Stage => (answers.length > 1 ? 'look1' : 'look0');

const taskOf = (rectification: Rectification, event: RectificationEvent, parts: Pick<EffectOf<'openTask'>, 'taskId' | 'reasonText' | 'actionText' | 'dueAtMs'> & Partial<Pick<EffectOf<'openTask'>, 'areaIds' | 'assignTo' | 'dueWorkingMs' | 'isUrgent'>>): Effect => ({
  kind: 'openTask', taskKind: 'rectification', wishId: null, claimId: null, subjectId: rectification._id, assignTo: null, areaIds: rectification.areaIds, title: `${rectification.partyText}的整改`, atMs: event.atMs, ...parts,
});

const inLookTime = (atMs: number): ReturnType<typeof dueInWorkingHours> => dueInWorkingHours(atMs, RULES.rectification.lookWorkingHours);

const street = (rectification: Rectification, event: RectificationEvent, stage: 'street' | 'objectionLate', reasonText: string, actionText: string): Effect =>
  taskOf(rectification, event, { taskId: taskIdOf(rectification, stage), areaIds: rectification.areaIds.slice(0, 2), reasonText, actionText, isUrgent: stage === 'objectionLate', ...inLookTime(event.atMs) });

const close = (taskId: string, atMs: number, note: string): Effect => ({ kind: 'closeTask', taskId, atMs, note });
const closeAll = (rectification: Rectification, atMs: number, note: string, but: readonly Stage[] = []): readonly Effect[] => [close(orderTaskIdOf(rectification._id), atMs, note), ...STAGES.filter((stage) => !but.includes(stage)).map((stage) => close(taskIdOf(rectification, stage), atMs, note))];

const finishRecheck = (rectification: Rectification, ends: boolean, atMs: number): readonly Effect[] => (ends ? Object.keys(rectification.raters).map((raterId) => ({ kind: 'finishNotice', noticeId: recheckIdOf(rectification, raterId), memberId: raterId, atMs })) : []);

const noPunishment = ({ giverKind }: Rectification): string => (giverKind === 'organiser' ? '这段时间照常办活动，什么都不停。' : '这段时间照常认领、照常送，什么都不停。');

const ordered = (rectification: Rectification, event: RectificationEvent): readonly Effect[] => [
  ask(rectification, event, 0, '有些邻居不太满意，请看看', `${rectification.people} 个人评过，${rectification.unsatisfied} 人不满意。${chinaDateText(rectification.dueAtMs ?? event.atMs)}前写写怎么改就好。${noPunishment(rectification)}`),
  taskOf(rectification, event, { taskId: orderTaskIdOf(rectification._id), assignTo: 'socialWorker', reasonText: `${rectification.people} 人评过，${rectification.unsatisfied} 人不满意，等对方写怎么改`, actionText: '打个电话，帮着想办法', dueAtMs: rectification.dueAtMs ?? event.atMs }),
];

const photosToCheck = (rectification: Rectification, { photoIds, byId, atMs }: RectificationEventOf<'answered'>): readonly Effect[] =>
  photoIds.flatMap((photoId): readonly Effect[] => {
    const photo = rectification.photos[photoId];
    return photo === undefined ? [] : [{ kind: 'checkMedia', fileId: photo.fileId, ownerId: byId, subject: { kind: 'rectification', id: rectification._id, partId: photoId }, isAudio: false, atMs }];
  });

const answered = (rectification: Rectification, event: RectificationEventOf<'answered'>): readonly Effect[] => [
  ...finishAsk(rectification, event.atMs),
  close(orderTaskIdOf(rectification._id), event.atMs, '对方写了怎么改'),
  taskOf(rectification, event, { taskId: taskIdOf(rectification, lookStage(rectification)), reasonText: '对方写了怎么改，等社区看', actionText: '看一看，问问大家', ...inLookTime(event.atMs) }),
  ...photosToCheck(rectification, event),
];

/** Who rated through staff has no phone page to answer on: staff ask. */
const callsOf = (rectification: Rectification, event: RectificationEvent): readonly Effect[] => {
  const people = paperRatersOf(rectification).length;
  if (people === 0) return [];
  return [taskOf(rectification, event, { taskId: taskIdOf(rectification, 'calls'), reasonText: `评过的人里有 ${people} 位没有微信，打个电话问问`, actionText: '问问好些没有', dueAtMs: rectification.dueAtMs ?? event.atMs })];
};

const isEverybodyCalled = (rectification: Rectification): boolean => paperRatersOf(rectification).every((personId) => rectification.raters[personId] !== null);

const recheckAnswered = (rectification: Rectification, event: RectificationEventOf<'recheckAnswered'>): readonly Effect[] => [
  { kind: 'finishNotice', noticeId: recheckIdOf(rectification, event.raterId), memberId: event.raterId, atMs: event.atMs },
  ...(paperRatersOf(rectification).includes(event.raterId) && isEverybodyCalled(rectification) ? [close(taskIdOf(rectification, 'calls'), event.atMs, '都问过了')] : []),
];

const recheckBegun = (rectification: Rectification, event: RectificationEvent): readonly Effect[] => [
  ...closeAll(rectification, event.atMs, '看过了，正在问大家', ['calls']),
  ...callsOf(rectification, event),
  tell(rectification, event, '社区看过了，正在问大家', '问的是好了没有，一个星期。不告诉您是谁说的。'),
  ...Object.keys(rectification.raters).map((raterId): Effect => ({
    kind: 'notice', noticeId: recheckIdOf(rectification, raterId), memberId: raterId, title: `${rectification.partyText}改了，好些没有？`, body: '点一下就好：好了、没好、不好说。不告诉对方是您说的。', pictureKey: 'hand',
    target: targetOf('recheck', rectification), todo: { actionText: '说一声', dueAtMs: rectification.dueAtMs ?? event.atMs + RULES.rectification.recheckMs }, atMs: event.atMs,
  })),
];

const escalated = (rectification: Rectification, event: RectificationEventOf<'escalated'>): readonly Effect[] => [
  ...finishAsk(rectification, event.atMs),
  ...finishRecheck(rectification, event.endsRecheck, event.atMs),
  ...closeAll(rectification, event.atMs, '街道来看了', ['street']),
  street(rectification, event, 'street', `${ESCALATION_LABEL[event.cause]}，请街道看看`, '两边谈谈，写下怎么办'),
  tell(rectification, event, '街道也来看看', `${ESCALATION_LABEL[event.cause]}，街道的同事会联系您一起想办法。${noPunishment(rectification)}`),
];

const END_WORDS = { recovered: '大家说好多了，谢谢您用心改。', overturned: '社区看过您的说明，这件撤掉了。', talked: '街道和您谈过了，这件到这里。' } as const;

const ended = (rectification: Rectification, event: RectificationEvent, endsRecheck: boolean): readonly Effect[] => {
  const outcome = rectification.end?.outcome ?? 'recovered';
  const note = rectification.end?.note ?? '';
  return [
    ...finishAsk(rectification, event.atMs),
    ...finishRecheck(rectification, endsRecheck, event.atMs),
    ...closeAll(rectification, event.atMs, RECTIFICATION_OUTCOME_LABEL[outcome]),
    tell(rectification, event, `整改办完了：${RECTIFICATION_OUTCOME_LABEL[outcome]}`, `${END_WORDS[outcome]}${outcome === 'recovered' ? '' : note}`),
    { kind: 'rectified', sumId: rectification.sumId, rectificationId: rectification._id, atMs: event.atMs },
  ];
};

const objectionDecided = (rectification: Rectification, event: RectificationEventOf<'objectionDecided'>): readonly Effect[] => {
  if (event.isUpheld) return ended(rectification, event, false);
  const note = rectification.objection?.decision?.note ?? '';
  return [
    close(taskIdOf(rectification, 'objection'), event.atMs, '答复了'),
    close(taskIdOf(rectification, 'objectionLate'), event.atMs, '答复了'),
    tell(rectification, event, '您的说明社区看过了', `${note} 请在 ${chinaDateText(rectification.dueAtMs ?? event.atMs)}前写写怎么改。`),
  ];
};

/** Pure: everything an event brings about elsewhere. */
export const rectificationEffectsOf = (rectification: Rectification, event: RectificationEvent): readonly Effect[] => {
  switch (event.kind) {
    case 'ordered':
      return ordered(rectification, event);
    case 'answered':
      return answered(rectification, event);
    case 'askedForMore':
      return [close(taskIdOf(rectification, 'look0'), event.atMs, '请对方再补一点'), ask(rectification, event, 1, '社区看过了，请再补一点', `${rectification.moreNote} ${chinaDateText(rectification.dueAtMs ?? event.atMs)}前补上就好。`)];
    case 'objected':
      return [taskOf(rectification, event, { taskId: taskIdOf(rectification, 'objection'), reasonText: '对方有话要说明，等社区答复', actionText: '看一看，给个答复', ...inLookTime(event.atMs) })];
    case 'objectionLate':
      return [street(rectification, event, 'objectionLate', '社区没按时答复对方的说明', '看一看，给个答复')];
    case 'objectionDecided':
      return objectionDecided(rectification, event);
    case 'recheckBegun':
      return recheckBegun(rectification, event);
    case 'recheckAnswered':
      return recheckAnswered(rectification, event);
    case 'recheckUndecided':
      return [...finishRecheck(rectification, true, event.atMs), close(taskIdOf(rectification, 'calls'), event.atMs, '这周问完了'), taskOf(rectification, event, { taskId: taskIdOf(rectification, 'judge'), reasonText: '回话的人不多，请您定', actionText: '看看改好没有', ...inLookTime(event.atMs) })];
    case 'escalated':
      return escalated(rectification, event);
    case 'closed':
      return ended(rectification, event, event.endsRecheck);
    case 'ratedSince':
    case 'photoChecked':
      return [];
  }
};
