import { REPLAY, type AdjustOf, type Change } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { byClock, bySomebody, versionChanged, versionMoved } from '../aggregate/versioned';
import { accept, refuse, type Result } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import { RULES } from '../rules';
import { isLiveConsult, shelfPlaceOf, type Consult, type ConsultAsked, type ConsultEvent, type ConsultOutcomeOf, type ConsultTally } from './consult';

type Outcome = Result<ConsultOutcomeOf>;

const askedOf = ({ ownerId, askedAtMs, lateAtMs, lookAtMs }: Consult): ConsultAsked => ({ ownerId, askedAtMs, lateAtMs, lookAtMs });
const QUIET = { askedAtMs: null, answerByMs: null, lateAtMs: null, lookAtMs: null } as const;
const closed = (atMs: number): Partial<Consult> => ({ state: 'closing', endsAtMs: atMs, shelfPlace: shelfPlaceOf(false, atMs) });

const begin = (consult: Consult, actor: Member, step: Step): Outcome | null => {
  if (!worksAt(actor, consult.communityId)) return refuse('NOT_FOUND');
  return knownStep(consult.steps, step);
};

/** By hand, before its day. Refuses NOT_FOUND, CONSULT_CHANGED, OPERATION_REUSED. */
export const decideClose = (consult: Consult, actor: Member, step: Step): Outcome => {
  const begun = begin(consult, actor, step);
  if (begun !== null) return begun;
  if (consult.state !== 'open') return refuse('CONSULT_CHANGED');
  return accept(versionChanged<ConsultEvent>(consult, step, closed(step.nowMs), { kind: 'consultClosed', ...bySomebody(step) }));
};

export const closeByClock = (consult: Consult, nowMs: number): Change<ConsultEvent> => versionMoved<ConsultEvent>(consult, closed(Math.min(nowMs, consult.endsAtMs)), { kind: 'consultClosed', ...byClock(consult._id, 'closed', '', nowMs) });

/** Whether everything that was said up to its last note is in the numbers. */
export const isCounted = ({ notedAtMs, countedAtMs }: Pick<Consult, 'notedAtMs' | 'countedAtMs'>): boolean => notedAtMs === 0 || (countedAtMs !== null && countedAtMs >= notedAtMs + RULES.consult.countMs);

/**
 * When it is counted next; null while there is nothing to count. Closed, it is counted once more after the time that a
 * call may take which began before. Counting again and again while people speak waits a minute each time.
 */
export const countAtMsOf = (consult: Pick<Consult, 'state' | 'endsAtMs' | 'notedAtMs' | 'countedAtMs'>): number | null => {
  const { state, endsAtMs, notedAtMs, countedAtMs } = consult;
  const lastAtMs = endsAtMs + RULES.consult.countMs;
  // Counted for the last time, it waits for what was found.
  if (state === 'closing') return countedAtMs !== null && countedAtMs >= lastAtMs ? null : lastAtMs;
  if (isCounted(consult)) return null;
  return countedAtMs === null ? notedAtMs + RULES.consult.countMs : Math.max(notedAtMs, countedAtMs + RULES.consult.countMs);
};

/** Counting is asked for; the moment it was asked for is the moment since when it is counted. */
export const countingByClock = (consult: Consult, nowMs: number): Change<ConsultEvent> => versionMoved<ConsultEvent>(consult, { countedAtMs: nowMs }, { kind: 'consultCounting', ...byClock(consult._id, 'counting', String(consult.version), nowMs) });

/** Somebody says that there is something to count, unless somebody did just now. */
export const notingAt = (nowMs: number): AdjustOf => ({ when: { notedAtMs: { below: nowMs - RULES.consult.noteMs } }, set: { notedAtMs: nowMs }, add: {} });

/** The numbers that counting at `atMs` found. The last count after closing hands it to its owner. */
export const decideCounted = (consult: Consult, tally: ConsultTally, atMs: number): Outcome => {
  if (!isLiveConsult(consult)) return accept(REPLAY);
  const about = (kind: string) => byClock(consult._id, kind, String(atMs), atMs);
  const moved = (set: Partial<Consult>, event: ConsultEvent): Outcome => accept({ kind: 'change', change: versionMoved<ConsultEvent>(consult, { tally, ...set }, event) });
  if (consult.state === 'closing' && atMs >= consult.endsAtMs + RULES.consult.countMs) return moved({ state: 'answering', askedAtMs: atMs, answerByMs: atMs + RULES.consult.answerMs }, { kind: 'consultToAnswer', ...about('toAnswer') });
  if (tally.waiting > 0 && consult.lookAtMs === null) return moved({ lookAtMs: atMs }, { kind: 'consultToLook', ...about('toLook') });
  if (tally.waiting === 0 && consult.lookAtMs !== null) return moved({ lookAtMs: null }, { kind: 'consultLooked', lookAtMs: consult.lookAtMs, ...about('looked') });
  if (JSON.stringify(tally) === JSON.stringify(consult.tally)) return accept(REPLAY);
  return moved({}, { kind: 'consultCounted', ...about('counted') });
};

export const lateByClock = (consult: Consult, nowMs: number): Change<ConsultEvent> => versionMoved<ConsultEvent>(consult, { lateAtMs: nowMs }, { kind: 'consultLate', ...byClock(consult._id, 'late', String(consult.answerByMs), nowMs) });

/** Everything has an answer, which the caller has made sure of: nothing is said any more. Refuses NOT_FOUND, CONSULT_CHANGED, OPERATION_REUSED. */
export const decideFinish = (consult: Consult, note: string, steps: readonly { readonly text: string; readonly week: number }[], actor: Member, step: Step): Outcome => {
  const begun = begin(consult, actor, step);
  if (begun !== null) return begun;
  if (consult.state !== 'answering') return refuse('CONSULT_CHANGED');
  const set: Partial<Consult> = { state: 'answered', ...QUIET, tally: { ...consult.tally, waiting: 0, unanswered: 0 }, decided: { note, atMs: step.nowMs, steps: steps.map(({ text, week }) => ({ text, week })) } };
  return accept(versionChanged<ConsultEvent>(consult, step, set, { kind: 'consultAnswered', asked: askedOf(consult), ...bySomebody(step) }));
};

/** Its project was called off. */
export const decideCancelled = (consult: Consult, atMs: number): Outcome => {
  if (!isLiveConsult(consult)) return accept(REPLAY);
  const endsAtMs = Math.min(consult.endsAtMs, atMs);
  const set: Partial<Consult> = { state: 'cancelled', ...QUIET, endsAtMs, shelfPlace: shelfPlaceOf(false, endsAtMs) };
  return accept({ kind: 'change', change: versionMoved<ConsultEvent>(consult, set, { kind: 'consultCancelled', asked: askedOf(consult), ...byClock(consult._id, 'cancelled', '', atMs) }) });
};

/** Another answers for its project; what waited for the first one waits for them. */
export const decideOwned = (consult: Consult, ownerId: string, atMs: number): Outcome => {
  if (!isLiveConsult(consult) || consult.ownerId === ownerId) return accept(REPLAY);
  return accept({ kind: 'change', change: versionMoved<ConsultEvent>(consult, { ownerId }, { kind: 'consultOwned', asked: askedOf(consult), ...byClock(consult._id, 'owned', `${ownerId}:${String(consult.version)}`, atMs) }) });
};
