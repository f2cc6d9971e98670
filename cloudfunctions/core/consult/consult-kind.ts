import type { AggregateKind, Due } from '../aggregate/aggregate-kind';
import type { Effect } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import { dueInWorkingHours } from '../kernel/working-days';
import { RULES } from '../rules';
import { pictureKeyOf } from '../wish/picture-key';
import { closeByClock, countAtMsOf, countingByClock, lateByClock } from './change-consult';
import { isLiveConsult, type Consult, type ConsultAsked, type ConsultEvent } from './consult';

const answerNoticeId = (consultId: string, ownerId: string, askedAtMs: number): string => deriveId('n', 'consultAnswer', consultId, ownerId, String(askedAtMs));
const lateTaskId = (consultId: string, lateAtMs: number): string => deriveId('k', 'consultLate', consultId, String(lateAtMs));
const lookTaskId = (consultId: string, lookAtMs: number): string => deriveId('k', 'consultLook', consultId, String(lookAtMs));

/** The owner of the project answers everything that was said. */
const askToAnswer = (consult: Consult, event: ConsultEvent): readonly Effect[] => {
  const { _id, ownerId, askedAtMs, answerByMs, tally, title } = consult;
  if (consult.state !== 'answering' || askedAtMs === null || answerByMs === null) return [];
  const said = tally.people === 0 ? '这次没有人说话，写一句就能收尾。' : `${tally.people} 人说了想法，有 ${tally.unanswered} 条等您答复。每条都答了，再一起告诉大家。`;
  return [{
    kind: 'notice', noticeId: answerNoticeId(_id, ownerId, askedAtMs), memberId: ownerId, title: `“${title}”商量完了`, body: said, pictureKey: pictureKeyOf(consult.category, title),
    target: { page: 'consult', wishId: null, claimId: null, subjectId: _id }, todo: { actionText: '去答复', dueAtMs: answerByMs }, atMs: event.atMs,
  }];
};

type TaskWords = Pick<Extract<Effect, { readonly kind: 'openTask' }>, 'taskId' | 'taskKind' | 'reasonText' | 'actionText'>;

const task = (consult: Consult, event: ConsultEvent, words: TaskWords, workingHours: number): Effect => ({
  kind: 'openTask', ...words, wishId: null, claimId: null, subjectId: consult._id, assignTo: null, areaIds: consult.areaIds, title: consult.title, ...dueInWorkingHours(event.atMs, workingHours), atMs: event.atMs,
});

const late = (consult: Consult, event: ConsultEvent): Effect =>
  task(consult, event, { taskId: lateTaskId(consult._id, event.atMs), taskKind: 'consultLate', reasonText: `商量完一周了，还有 ${consult.tally.unanswered} 条没答复`, actionText: '替大家答复' }, RULES.consult.lateWorkingHours);

const look = (consult: Consult, event: ConsultEvent): Effect =>
  task(consult, event, { taskId: lookTaskId(consult._id, event.atMs), taskKind: 'consultLook', reasonText: '有邻居提了不同意见，看过才给大家看', actionText: '看一眼能不能公开' }, RULES.consult.lookWorkingHours);

const closeLook = (consultId: string, lookAtMs: number, event: ConsultEvent): Effect => ({ kind: 'closeTask', taskId: lookTaskId(consultId, lookAtMs), atMs: event.atMs, note: '都看过了' });

const putAway = ({ _id }: Consult, event: ConsultEvent, { ownerId, askedAtMs, lateAtMs, lookAtMs }: ConsultAsked): readonly Effect[] => [
  ...(askedAtMs === null ? [] : [{ kind: 'finishNotice', noticeId: answerNoticeId(_id, ownerId, askedAtMs), memberId: ownerId, atMs: event.atMs } as const]),
  ...(lateAtMs === null ? [] : [{ kind: 'closeTask', taskId: lateTaskId(_id, lateAtMs), atMs: event.atMs, note: '都答复了' } as const]),
  ...(lookAtMs === null ? [] : [closeLook(_id, lookAtMs, event)]),
];

/** What waited for the one who had it waits for the other; tasks are of all staff and stay. */
const handedOver = (consult: Consult, event: ConsultEvent, asked: ConsultAsked): readonly Effect[] =>
  asked.askedAtMs === null ? [] : [...putAway(consult, event, { ...asked, lateAtMs: null, lookAtMs: null }), ...askToAnswer(consult, event)];

const tellEnd = ({ _id, projectId }: Consult, event: ConsultEvent): readonly Effect[] => [
  { kind: 'consultEnded', projectId, consultId: _id, atMs: event.atMs },
  { kind: 'tellConsulted', consultId: _id, atMs: event.atMs },
];

const effectsOf = (consult: Consult, event: ConsultEvent): readonly Effect[] => {
  switch (event.kind) {
    case 'consultOpened':
      return [{ kind: 'inviteToConsult', consultId: consult._id, atMs: event.atMs }];
    case 'consultCounting':
      return [{ kind: 'countConsult', consultId: consult._id, atMs: event.atMs }];
    case 'consultToAnswer':
      return askToAnswer(consult, event);
    case 'consultOwned':
      return handedOver(consult, event, event.asked);
    case 'consultLate':
      return [late(consult, event)];
    case 'consultToLook':
      return [look(consult, event)];
    case 'consultLooked':
      return [closeLook(consult._id, event.lookAtMs, event)];
    case 'consultAnswered':
    case 'consultCancelled':
      return [...putAway(consult, event, event.asked), ...tellEnd(consult, event)];
    case 'consultClosed':
    case 'consultCounted':
      return [];
    default: {
      const never: never = event;
      return never;
    }
  }
};

const clocksOf = (consult: Consult, nowMs: number): readonly Due<ConsultEvent>[] => {
  if (!isLiveConsult(consult)) return [];
  const countAtMs = countAtMsOf(consult);
  const counts = countAtMs === null ? [] : [{ atMs: countAtMs, change: countingByClock(consult, nowMs) }];
  if (consult.state === 'open') return [...counts, { atMs: consult.endsAtMs, change: closeByClock(consult, nowMs) }];
  const { answerByMs, lateAtMs } = consult;
  return answerByMs === null || lateAtMs !== null ? counts : [...counts, { atMs: answerByMs, change: lateByClock(consult, nowMs) }];
};

export const CONSULT_KIND: AggregateKind<Consult, ConsultEvent> = { collection: 'consults', effectsOf, clocksOf };
