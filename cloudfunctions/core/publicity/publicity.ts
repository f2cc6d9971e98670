import type { PostingLevel, PublicityState, PublicitySubjectKind } from '@contract';
import type { Aggregate } from '../aggregate/aggregate';
import type { Steps } from '../aggregate/step';
import { ancestorAt, pathOf } from '../kernel/area-tree';
import { deriveId } from '../kernel/ids';
import type { PublicityEvent } from './publicity-event';

/**
 * What is shown to the neighbourhood before it counts (公示): a masked name and the kind of aid, for five whole working
 * days, at community, street and district. An objection stops the clock until it is answered.
 *
 * Always: `openObjections` = objections without an answer; `paused` exactly while there are any; the days that count
 * are `daysDone` and those since `runFromMs`.
 */
export interface Publicity extends Aggregate<PublicityEvent> {
  readonly state: PublicityState;
  /** Whether it stands among those that may still be objected to; a plain field, because lists ask for it. */
  readonly isOpen: boolean;
  readonly subjectKind: PublicitySubjectKind;
  readonly subjectId: string;
  /** "张*". */
  readonly maskedName: string;
  /** Kind of aid only; the word list refused anything else. */
  readonly aidText: string;
  readonly areaId: string;
  readonly areaIds: readonly string[];
  readonly communityName: string;
  /** Never answers an objection to what they started themselves. */
  readonly startedById: string;
  readonly startedAtMs: number;
  readonly endedAtMs: number | null;
  /** Place on the board: when it started, then when it ended. */
  readonly shownAtMs: number;
  readonly daysNeeded: number;
  /** Whole working days that counted before the present run. */
  readonly daysDone: number;
  /** The day after this moment's day is the first that counts again. */
  readonly runFromMs: number;
  /** Last ms of the last day; only counts while `running`. What was announced is never shortened. */
  readonly endsAtMs: number;
  /** Whether every year it was counted in is known; else screens warn that the end may move. */
  readonly isCalendarKnown: boolean;
  readonly objections: Readonly<Record<string, Objection>>;
  readonly openObjections: number;
  readonly postings: Readonly<Record<PostingLevel, Posting | null>>;
  readonly steps: Steps;
  /** Long over: who it was about and what was written is gone. */
  readonly isForgotten: boolean;
}

export interface Objection {
  readonly objectionId: string;
  readonly byId: string;
  readonly byName: string;
  readonly isAnonymousToPublic: boolean;
  /** Sealed: people write names and addresses into objections. */
  readonly textSealed: string;
  readonly atMs: number;
  readonly dueAtMs: number;
  readonly operationId: string;
  readonly inputHash: string;
  readonly answer: ObjectionAnswer | null;
}

export interface ObjectionAnswer {
  readonly byId: string;
  readonly atMs: number;
  readonly text: string;
  readonly isUpheld: boolean;
  readonly operationId: string;
  readonly inputHash: string;
}

export interface Posting {
  readonly byId: string;
  readonly atMs: number;
  readonly place: string;
  readonly photoFileId: string | null;
}

/** Steps that recording paper notices remembers: each level may be corrected a few times. */
export const POSTING_STEPS_MAX = 20;

export const publicityIdOf = (subjectKind: PublicitySubjectKind, subjectId: string): string => deriveId('pub', subjectKind, subjectId);
/** One a person: the id is who objects to what. */
export const objectionIdOf = (publicityId: string, memberId: string): string => deriveId('o', publicityId, memberId);

export const isOver = (publicity: Pick<Publicity, 'state'>): boolean => publicity.state === 'passed' || publicity.state === 'overturned' || publicity.state === 'withdrawn';

export const objectionsOf = (publicity: Pick<Publicity, 'objections'>): readonly Objection[] =>
  Object.values(publicity.objections).sort((a, b) => a.atMs - b.atMs || (a.objectionId < b.objectionId ? -1 : 1));

/** The node whose staff hang the paper of a level. */
export const postingAreaOf = (publicity: Pick<Publicity, 'areaId'>, level: PostingLevel): string => ancestorAt(publicity.areaId, level) ?? pathOf(publicity.areaId)[0] ?? publicity.areaId;

/** What must hold at every moment; a false is a defect. */
export const isPublicityCoherent = (publicity: Publicity): boolean => {
  const open = objectionsOf(publicity).filter((objection) => objection.answer === null).length;
  return (
    open === publicity.openObjections &&
    (isOver(publicity) || (publicity.state === 'paused') === open > 0) &&
    publicity.isOpen === !isOver(publicity) &&
    publicity.daysDone >= 0 &&
    publicity.daysDone <= publicity.daysNeeded &&
    (publicity.endedAtMs !== null) === isOver(publicity) &&
    (!publicity.isForgotten || isOver(publicity)) &&
    Object.keys(publicity.outbox).length === publicity.pendingEvents
  );
};
