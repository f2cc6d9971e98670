import { ERROR_TABLE, POSTING_LEVELS, type PublicityCardView, type PublicityView } from '@contract';
import { chinaDay } from '../kernel/clock';
import { unknownYearText } from '../kernel/working-days';
import { maskedName, worksAt, type Member } from '../member/member';
import { objectionRefusalOf } from './object-publicity';
import { isOver, objectionIdOf, objectionsOf, type Objection, type Publicity } from './publicity';
import { postableLevels } from './record-posting';

export type PublicityCard = Pick<Publicity, '_id' | 'subjectKind' | 'maskedName' | 'aidText' | 'communityName' | 'state' | 'startedAtMs' | 'endsAtMs' | 'endedAtMs' | 'daysDone' | 'daysNeeded' | 'shownAtMs'>;
/** Fields a list reads: nothing of the objections leaves the database for it. */
export const CARD_FIELDS = ['_id', 'subjectKind', 'maskedName', 'aidText', 'communityName', 'state', 'startedAtMs', 'endsAtMs', 'endedAtMs', 'daysDone', 'daysNeeded', 'shownAtMs'] as const satisfies readonly (keyof PublicityCard)[];

export const publicityCardView = (card: PublicityCard): PublicityCardView => ({
  publicityId: card._id,
  subjectKind: card.subjectKind,
  maskedName: card.maskedName,
  aidText: card.aidText,
  communityName: card.communityName,
  state: card.state,
  startedAtMs: card.startedAtMs,
  endsAtMs: card.state === 'running' ? card.endsAtMs : null,
  endedAtMs: card.endedAtMs,
  daysDone: card.daysDone,
  daysNeeded: card.daysNeeded,
});

export interface PublicityFacts {
  readonly publicity: Publicity;
  readonly reader: Member;
  readonly nowMs: number;
  /** Links of the paper notices' photos; empty for whoever may not see them. */
  readonly links: ReadonlyMap<string, string | null>;
  /** Objections opened for staff, which is in the audit, and the reader's own; by objection id. */
  readonly texts: ReadonlyMap<string, string>;
}

const warningOf = (publicity: Publicity): string | null =>
  publicity.isCalendarKnown || isOver(publicity) ? null : unknownYearText(chinaDay(publicity.endsAtMs).slice(0, 4));

const byTextOf = (objection: Objection): string => (objection.isAnonymousToPublic ? '一位邻居' : maskedName(objection.byName));

const publicAnswers = (publicity: Publicity): PublicityView['answers'] =>
  objectionsOf(publicity).flatMap((objection) =>
    objection.answer === null
      ? []
      : [{ byText: byTextOf(objection), objectedAtMs: objection.atMs, answerText: objection.answer.text, isUpheld: objection.answer.isUpheld, answeredAtMs: objection.answer.atMs }],
  );

const staffObjections = ({ publicity, texts }: PublicityFacts): PublicityView['objections'] =>
  objectionsOf(publicity).map((objection) => ({
    objectionId: objection.objectionId,
    byName: objection.byName,
    text: texts.get(objection.objectionId) ?? '',
    objectedAtMs: objection.atMs,
    dueAtMs: objection.dueAtMs,
    answerText: objection.answer?.text ?? '',
    isUpheld: objection.answer?.isUpheld ?? null,
  }));

/** A publicity for its reader: neighbours see a masked name, the days and the answers; staff see the objections as well. */
export const publicityView = (facts: PublicityFacts): PublicityView => {
  const { publicity, reader, nowMs, links, texts } = facts;
  const isStaff = worksAt(reader, publicity.areaId);
  const mine = publicity.objections[objectionIdOf(publicity._id, reader._id)];
  const refusal = objectionRefusalOf(publicity, reader, nowMs);
  return {
    ...publicityCardView(publicity),
    calendarWarning: warningOf(publicity),
    postings: POSTING_LEVELS.map((level) => {
      const posting = publicity.postings[level];
      return { level, postedAtMs: posting?.atMs ?? null, place: posting?.place ?? '', photoUrl: (posting?.photoFileId && links.get(posting.photoFileId)) || null };
    }),
    openObjections: publicity.openObjections,
    answers: publicAnswers(publicity),
    myObjection: mine === undefined ? null : { objectedAtMs: mine.atMs, text: texts.get(mine.objectionId) ?? '', answerText: mine.answer?.text ?? null },
    objectRefusal: refusal === null ? null : ERROR_TABLE[refusal.refusal.code].message,
    objections: isStaff ? staffObjections(facts) : [],
    canAnswer: isStaff && publicity.startedById !== reader._id && !isOver(publicity),
    postableLevels: postableLevels(publicity, reader),
    dutyPhone: reader.dutyPhone,
  };
};
