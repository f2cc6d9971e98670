import type { CallOutcome } from '@contract';
import type { GrantLine } from '../notice/grant-line';
import type { Notice } from '../notice/notice';
import { isPressing } from '../notice/pressing';
import { NEVER_MS } from '../aggregate/aggregate';
import { chinaDay, DAY_MS, HOUR_MS, startOfChinaDayMs } from '../kernel/clock';
import { knownStep, type Step, type Steps } from '../aggregate/step';
import { accept, refuse, type Result } from '../kernel/result';
import { STAFF_ROLES } from '../kernel/access';
import type { Member } from '../member/member';
import type { Person } from '../person/person';
import { RULES } from '../rules';

/** Old, or never let anything be sent, or the others: in this order staff call. */
export type CalleeRank = 0 | 1 | 2;

/**
 * Somebody whom no message reaches and for whom something waits. One document a person, a read model of their inbox: it
 * holds the ids of the lines and none of their words, and is made anew from the inbox whenever that may have changed.
 * What staff did on the telephone is its own.
 */
export interface Callee {
  /** The member, or the paper of somebody without WeChat. */
  readonly _id: string;
  readonly areaIds: readonly string[];
  /** `waiting` to be called; `later` till the next day; `told` as long as what they were told of still waits. */
  readonly state: 'waiting' | 'later' | 'told';
  readonly rank: CalleeRank;
  /** Where they stand in the list; one text, so that a page is one range of an index. */
  readonly place: string;
  readonly noticeIds: readonly string[];
  readonly sinceMs: number;
  /** Lines that were told by telephone; they put nobody on the list again. */
  readonly toldIds: readonly string[];
  /** How often somebody called; the guard of the next call. */
  readonly calls: number;
  /** How often in a row nobody answered. */
  readonly missed: number;
  readonly last: { readonly byId: string; readonly outcome: CallOutcome; readonly atMs: number } | null;
  readonly againAtMs: number;
  readonly steps: Steps;
  readonly revision: number;
  readonly wakeAtMs: number;
}

/** Who would read the lines; what is needed of them to be called. */
export interface CalleeReader {
  readonly readerId: string;
  readonly areaIds: readonly string[];
  readonly rank: CalleeRank;
}

/** Pure: whoever never said yes to a message. */
export const neverGranted = (grants: Member['grants'], lines: readonly GrantLine[]): boolean => Object.values(grants).every((left) => left === 0) && lines.every(({ kind }) => kind === 'rejected');

/** Pure: nobody's age is known here. Large letters, care mode, or a paper taken over say as much as is needed. */
const isCaredFor = ({ careMode, typeSize, paperHomes }: Pick<Member, 'careMode' | 'typeSize' | 'paperHomes'>): boolean => careMode || typeSize === 'large' || Object.keys(paperHomes).length > 0;

/** Pure: a member who may be called; null who left, and staff, who have the queue before them. */
export const memberReader = (member: Member | null): CalleeReader | null => {
  if (member === null || member.state !== 'active' || member.roles.some(({ role }) => STAFF_ROLES.some((staff) => staff === role))) return null;
  return { readerId: member._id, areaIds: member.areaIds, rank: isCaredFor(member) ? 0 : neverGranted(member.grants, member.grantLines ?? []) ? 1 : 2 };
};

/** Pure: somebody on paper, as long as they are. */
export const paperReader = (person: Pick<Person, '_id' | 'areaIds' | 'memberId'> | null): CalleeReader | null => (person === null || person.memberId !== null ? null : { readerId: person._id, areaIds: person.areaIds, rank: 0 });

type Line = Pick<Notice, '_id' | 'createdAtMs' | 'readAtMs' | 'todoState' | 'target'>;

/** Pure: it presses, was not read, for so long, and no message of the same moment went out. */
export const needsCall = (line: Line, reachedAtMs: ReadonlySet<number>, nowMs: number): boolean =>
  isPressing(line.target) && line.todoState === 'open' && line.readAtMs === null && line.createdAtMs + RULES.callList.afterMs <= nowMs && !reachedAtMs.has(line.createdAtMs);

const placeOf = (rank: CalleeRank, sinceMs: number, readerId: string): string => `${rank}_${String(sinceMs).padStart(15, '0')}_${readerId}`;

/** Nine in the morning of the next day. */
export const againMs = (nowMs: number): number => startOfChinaDayMs(chinaDay(nowMs)) + DAY_MS + RULES.callList.againHour * HOUR_MS;

/** Pure: their row as their inbox says now; null when nothing of it concerns a call. Lines told by telephone keep the row, out of the list. */
export const alignedCallee = (standing: Callee | null, reader: CalleeReader, lines: readonly Line[], nowMs: number): Callee | null => {
  const [first, ...others] = lines;
  if (first === undefined) return null;
  const open = lines.map(({ _id }) => _id);
  const toldIds = (standing?.toldIds ?? []).filter((noticeId) => open.includes(noticeId));
  const sinceMs = others.reduce((earliestMs, { createdAtMs }) => Math.min(earliestMs, createdAtMs), first.createdAtMs);
  const againAtMs = standing?.againAtMs ?? 0;
  const state = toldIds.length === open.length ? 'told' : againAtMs > nowMs ? 'later' : 'waiting';
  const called = standing === null ? { calls: 0, missed: 0, last: null, steps: {} } : { calls: standing.calls, missed: standing.missed, last: standing.last, steps: standing.steps };
  return {
    _id: reader.readerId, areaIds: reader.areaIds, rank: reader.rank, place: placeOf(reader.rank, sinceMs, reader.readerId), noticeIds: open.filter((noticeId) => !toldIds.includes(noticeId)), sinceMs, toldIds, state, againAtMs, ...called,
    revision: (standing?.revision ?? 0) + 1, wakeAtMs: Math.min(state === 'later' ? againAtMs : NEVER_MS, nowMs + RULES.callList.lookAgainMs),
  };
};

/** What a call changes. */
export type Called = Pick<Callee, 'state' | 'toldIds' | 'calls' | 'missed' | 'last' | 'againAtMs' | 'steps' | 'wakeAtMs'>;

/**
 * Pure: somebody called. Of two at once the first writes; the other is told who it was (CALL_MADE). Refusals: CALL_MADE
 * when it is not theirs to make any more, OPERATION_REUSED.
 */
export const decideCalled = (callee: Callee, calls: number, outcome: CallOutcome, step: Step): Result<{ readonly kind: 'replay' } | { readonly kind: 'change'; readonly called: Called }> => {
  const known = knownStep(callee.steps, step);
  if (known !== null) return known;
  if (callee.calls !== calls || callee.state !== 'waiting') return refuse('CALL_MADE');
  const isTold = outcome === 'answered';
  const steps = Object.fromEntries([...Object.entries(callee.steps).slice(1 - RULES.callList.steps), [step.operationId, step.inputHash]]);
  return accept({
    kind: 'change',
    called: {
      state: isTold ? 'told' : 'later', toldIds: isTold ? [...callee.toldIds, ...callee.noticeIds] : callee.toldIds, calls: calls + 1, missed: outcome === 'noAnswer' ? callee.missed + 1 : 0,
      last: { byId: step.actorId, outcome, atMs: step.nowMs }, againAtMs: isTold ? 0 : againMs(step.nowMs), steps, wakeAtMs: isTold ? step.nowMs + RULES.callList.lookAgainMs : againMs(step.nowMs),
    },
  });
};
