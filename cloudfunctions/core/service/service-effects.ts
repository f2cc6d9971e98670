import type { NoticeTarget } from '@contract';
import type { Effect, EffectOf } from '../effect/effect';
import { chinaDateText, chinaTimeText } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { dueInWorkingHours } from '../kernel/working-days';
import { maskedName } from '../member/member';
import { RULES } from '../rules';
import type { ServiceEvent, ServiceEventOf } from './service-event';
import { dayParts, hoursText, type ServiceRecord } from './service-record';

const targetOf = (record: ServiceRecord): NoticeTarget => ({ page: 'serviceRecord', wishId: null, claimId: null, subjectId: record._id });

/** "11 月 21 日 9:00–11:30" in UTC+8. */
const whenText = ({ fromMs, toMs }: Pick<ServiceRecord, 'fromMs' | 'toMs'>): string => `${chinaDateText(fromMs)} ${chinaTimeText(fromMs)}–${chinaTimeText(toMs)}`;
const aboutText = (record: ServiceRecord): string => `“${record.title}” ${whenText(record)}`;

const tell = (record: ServiceRecord, event: ServiceEvent, memberId: string, title: string, body: string): Effect => ({
  kind: 'notice', noticeId: deriveId('n', event.eventId, memberId), memberId, title, body, pictureKey: 'calendar', target: targetOf(record), todo: null, atMs: event.atMs,
});

const secondNoticeId = (record: ServiceRecord): string => deriveId('n', 'serviceSecond', record._id);

const askSecond = (record: ServiceRecord, event: ServiceEvent, secondId: string): Effect => ({
  kind: 'notice', noticeId: secondNoticeId(record), memberId: secondId, title: `${maskedName(record.memberName)}请您确认一条时长`, body: `${aboutText(record)}，一共 ${hoursText(record.minutes)}。您当时也在场的话，说一声对不对。`,
  pictureKey: 'calendar', target: targetOf(record), todo: { actionText: '看一看', dueAtMs: record.untilMs ?? event.atMs }, atMs: event.atMs,
});

const secondDone = (record: ServiceRecord, event: ServiceEvent): readonly Effect[] => (record.secondId === null ? [] : [{ kind: 'finishNotice', noticeId: secondNoticeId(record), memberId: record.secondId, atMs: event.atMs }]);

/** Whoever entered it for somebody else hears how it ended as well. */
const tellBoth = (record: ServiceRecord, event: ServiceEvent, title: string, body: string): readonly Effect[] =>
  [...new Set([record.memberId, record.recordedById])].map((memberId) => tell(record, event, memberId, title, body));

type TaskAbout = 'ask' | 'clash';
/** Each question and each clash has a task of its own. */
const taskIdOf = (record: ServiceRecord, about: TaskAbout): string => deriveId('k', 'serviceHours', record._id, about, about === 'ask' ? String(record.askCount) : '');

const openTask = (record: ServiceRecord, event: ServiceEvent, about: TaskAbout, reasonText: string, workingHours: number): Effect => ({
  kind: 'openTask', taskId: taskIdOf(record, about), taskKind: 'serviceHours', wishId: null, claimId: null, subjectId: record._id, assignTo: null, areaIds: record.areaIds,
  title: record.title, reasonText, actionText: '核对时间', ...dueInWorkingHours(event.atMs, workingHours), atMs: event.atMs,
});

const closeTasks = (record: ServiceRecord, event: ServiceEvent, done: Readonly<Record<TaskAbout, boolean>>, note: string): readonly Effect[] =>
  (['ask', 'clash'] as const).flatMap((about) => (done[about] ? [{ kind: 'closeTask', taskId: taskIdOf(record, about), atMs: event.atMs, note } as const] : []));

/** As it stands on the page of points: what it was, and how long. */
const causeTextOf = (record: ServiceRecord, minutes: number): string => `${record.title} ${hoursText(minutes)}`;

/** Count `n` of a record: on its days, in the ledger; with no parts everything of it is taken out. */
const count = (record: ServiceRecord, event: ServiceEventOf<'toCount' | 'revoked'>, isOut: boolean): EffectOf<'countService'> => ({
  kind: 'countService', recordId: record._id, n: event.n, memberId: record.memberId, communityId: record.communityId, title: record.title, causeText: causeTextOf(record, record.minutes),
  days: record.days, parts: isOut ? [] : dayParts(record.fromMs, record.toMs), atMs: event.atMs,
});

const points = (record: ServiceRecord, event: ServiceEventOf<'counted' | 'clashed' | 'revoked'>, minutes: number): EffectOf<'servicePoints'> => ({
  kind: 'servicePoints', recordId: record._id, n: event.n, memberId: record.memberId, communityId: record.communityId, minutes, isRevoked: event.kind === 'revoked', causeText: causeTextOf(record, minutes), atMs: event.atMs,
});

const toCount = (record: ServiceRecord, event: ServiceEventOf<'toCount'>): readonly Effect[] => [
  ...secondDone(record, event),
  ...closeTasks(record, event, { ask: event.wasAsked, clash: event.wasClashing }, '改好了'),
  count(record, event, false),
];

const cappedText = (record: ServiceRecord, countedMinutes: number): string => (countedMinutes < record.minutes ? `那天一共满 ${RULES.service.minutesADayMax / 60} 小时了，多出的不算。` : '');

const counted = (record: ServiceRecord, event: ServiceEventOf<'counted'>): readonly Effect[] => {
  const [change] = record.changes.slice(-1);
  const title = change === undefined ? `记了 ${hoursText(event.countedMinutes)}` : `改成 ${hoursText(event.countedMinutes)}`;
  const by = change === undefined ? `${record.recordedByName}记的` : `${change.byName}改的：${change.why}`;
  return [points(record, event, event.countedMinutes), tell(record, event, record.memberId, title, `${aboutText(record)}，${by}。${cappedText(record, event.countedMinutes)}哪里不对，打开说一声。`)];
};

const clashed = (record: ServiceRecord, event: ServiceEventOf<'clashed'>): readonly Effect[] => {
  const [other] = record.clashesWith;
  return [
    points(record, event, 0),
    tell(record, event, record.memberId, '有一条时长先不算', `${aboutText(record)}，和“${other?.title ?? '另一条'}”的时间重叠了。社区核对后会告诉您。`),
    openTask(record, event, 'clash', `${maskedName(record.memberName)}这条和“${other?.title ?? '另一条'}”的时间重叠`, RULES.service.clashWorkingHours),
  ];
};

const revoked = (record: ServiceRecord, event: ServiceEventOf<'revoked'>): readonly Effect[] => [
  ...secondDone(record, event),
  ...closeTasks(record, event, { ask: event.wasAsked, clash: event.wasClashing }, '撤销了'),
  ...(event.wasCounting ? [count(record, event, true), points(record, event, 0)] : []),
  tell(record, event, record.memberId, '有一条时长撤销了', `${aboutText(record)}：${record.endNote}。有话要说，打开说一声。`),
];

/** The organiser and the lead hear of it as well; staff have it as a task. */
const asked = (record: ServiceRecord, event: ServiceEventOf<'asked'>): readonly Effect[] => [
  openTask(record, event, 'ask', `${maskedName(record.memberName)}说时长不对`, RULES.service.askWorkingHours),
  ...[...new Set([record.leadId, record.organiserId])].flatMap((id) => (id === null || id === record.memberId ? [] : [tell(record, event, id, `${maskedName(record.memberName)}说时长不对`, `${aboutText(record)}。打开看看 TA 怎么说。`)])),
];

/** Pure: what an event of a record brings about elsewhere. */
export const serviceEffectsOf = (record: ServiceRecord, event: ServiceEvent): readonly Effect[] => {
  switch (event.kind) {
    case 'entered':
      return record.secondId === null ? [] : [askSecond(record, event, record.secondId)];
    case 'refused':
      return [...secondDone(record, event), ...tellBoth(record, event, '补记的时长没有确认', `${aboutText(record)}：${maskedName(record.secondName ?? '')}说不对。${record.endNote}`)];
    case 'lapsed':
      return [...secondDone(record, event), ...tellBoth(record, event, '补记的时长没等到确认', `${aboutText(record)}：${maskedName(record.secondName ?? '')}一直没回音，这条不算了。可以请另一位当时在场的人，再补一次。`)];
    case 'toCount':
      return toCount(record, event);
    case 'counted':
      return counted(record, event);
    case 'clashed':
      return clashed(record, event);
    case 'revoked':
      return revoked(record, event);
    case 'asked':
      return asked(record, event);
    case 'askAnswered':
      return [...closeTasks(record, event, { ask: true, clash: false }, '答复了'), tell(record, event, record.memberId, '您问的时长有回音了', `${aboutText(record)}：${record.ask?.answer ?? ''}`)];
    default: {
      const never: never = event;
      return never;
    }
  }
};
