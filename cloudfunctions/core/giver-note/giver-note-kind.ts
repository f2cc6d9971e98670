import type { AggregateKind, Due } from '../aggregate/aggregate-kind';
import type { Effect } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import { afterWorkingHours, dueInWorkingHours } from '../kernel/working-days';
import { RULES } from '../rules';
import { forgottenByClock, lateByClock, type GiverNote, type GiverNoteEvent } from './giver-note';

type Level = 'community' | 'street';
const taskIdOf = (note: GiverNote, level: Level): string => deriveId('k', 'nobodyHome', note._id, level);

const followUpTask = (note: GiverNote, event: GiverNoteEvent, level: Level): Effect => ({
  kind: 'openTask', taskId: taskIdOf(note, level), taskKind: 'nobodyHome', wishId: note.wishId, claimId: note.claimId, subjectId: note._id, assignTo: level === 'street' ? null : 'socialWorker', isUrgent: level === 'street',
  areaIds: level === 'street' ? note.areaIds.slice(0, 2) : note.areaIds, title: note.wishTitle, reasonText: level === 'street' ? '送的人说没人在，社区没按时去看。' : '送的人说去了没人在。', actionText: '看看怎么回事',
  ...(level === 'street' ? dueInWorkingHours(event.atMs, RULES.giverNote.followUpWorkingHours) : { dueAtMs: note.followUp?.dueAtMs ?? event.atMs }), atMs: event.atMs,
});

/** Pure: what an event of a note brings about elsewhere. Nothing of it reaches the recipient's side. */
export const giverNoteEffectsOf = (note: GiverNote, event: GiverNoteEvent): readonly Effect[] => {
  switch (event.kind) {
    case 'left':
      return [...(note.followUp === null ? [] : [followUpTask(note, event, 'community')]), ...(event.report === null ? [] : [{ kind: 'reportSafety', report: event.report } as const])];
    case 'followUpLate':
      return [followUpTask(note, event, 'street')];
    case 'followedUp':
      return [
        ...(['community', 'street'] as const).map((level): Effect => ({ kind: 'closeTask', taskId: taskIdOf(note, level), atMs: event.atMs, note: '问过了' })),
        // What was found is the recipient's; the giver only hears that it was not said for nothing.
        { kind: 'notice', noticeId: deriveId('n', event.eventId, note.leftById), memberId: note.leftById, title: '社工问过了', body: `“${note.wishTitle}”：谢谢您说一声没人在。`, pictureKey: note.pictureKey, target: { page: 'giverNote', wishId: note.wishId, claimId: note.claimId }, todo: null, atMs: event.atMs },
      ];
    case 'forgotten':
      return [];
    default: {
      const never: never = event;
      return never;
    }
  }
};

const clocksOf = (note: GiverNote, nowMs: number): readonly Due<GiverNoteEvent>[] => [
  ...(note.followUp !== null && note.followUp.doneAtMs === null && !note.followUp.isLate ? [{ atMs: note.followUp.dueAtMs, change: lateByClock(note, nowMs) }] : []),
  ...(note.isForgotten ? [] : [{ atMs: note.createdAtMs + RULES.giverNote.keptMs, change: forgottenByClock(note, nowMs) }]),
];

export const GIVER_NOTE_KIND: AggregateKind<GiverNote, GiverNoteEvent> = { collection: 'giverNotes', effectsOf: giverNoteEffectsOf, clocksOf, workingDuesOf: () => [{ path: 'followUp.dueAtMs', countFrom: afterWorkingHours(RULES.giverNote.followUpWorkingHours) }] };
