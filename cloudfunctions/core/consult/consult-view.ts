import type { ConsultCardView, ConsultPointView, ConsultRef, ConsultView, ConsultWordView } from '@contract';
import { maskedName, worksAt, type Member } from '../member/member';
import type { NeedProject } from '../need-project/need-project';
import { plansAt } from '../need-plan/need-plan';
import { isOpenConsult, type Consult } from './consult';
import type { ConsultVoice, ConsultWord } from './voice';

export const consultRefOf = ({ _id, state }: Consult): ConsultRef => ({ consultId: _id, state });

/** Neighbours of the community, its group owners and whoever works there. */
export const hearsOf = (member: Member, { communityId }: Pick<Consult, 'communityId'>): boolean => member.communityId === communityId || plansAt(member, communityId);

export const consultCardView = (consult: Consult): ConsultCardView => ({
  ...consultRefOf(consult),
  title: consult.title, category: consult.category, communityName: consult.communityName, areaNames: consult.areaNames,
  personCount: consult.personCount, peopleCount: consult.tally.people, endsAtMs: consult.endsAtMs,
});

const byTextOf = ({ kind, name }: ConsultWord, isStaff: boolean): string => {
  if (name === '') return '';
  if (isStaff) return name;
  return kind === 'add' ? maskedName(name) : '';
};

/** Pure: one word as its reader may see it. */
export const consultWordView = (word: ConsultWord, reader: Member, isStaff: boolean, backed: readonly string[]): ConsultWordView => {
  const isMine = word.memberId === reader._id;
  return {
    wordId: word._id, kind: word.kind, point: word.point, text: word.text, byText: byTextOf(word, isStaff), backs: word.backs, isBacked: backed.includes(word._id), isMine,
    state: word.state, hideReason: isMine || isStaff ? word.hideReason : '', answer: word.answer === null ? null : { outcome: word.answer.outcome, text: word.answer.text },
  };
};

const pointsOf = ({ points, tally }: Consult): readonly ConsultPointView[] =>
  points.map(({ no, text, week }) => ({ no, text, week, picks: tally.picks[String(no)] ?? 0, objections: tally.objections[String(no)] ?? 0 }));

const decidedOf = ({ decided, points }: Consult): ConsultView['decided'] => {
  if (decided === null) return null;
  const before = points.map(({ text }) => text);
  const after = decided.steps.map(({ text }) => text);
  return { note: decided.note, atMs: decided.atMs, steps: decided.steps.map(({ text, week }) => ({ text, week, isNew: !before.includes(text) })), goneSteps: before.filter((text) => !after.includes(text)) };
};

export interface ConsultFacts {
  readonly reader: Member;
  readonly voice: ConsultVoice | null;
  readonly own: readonly ConsultWord[];
  readonly adds: readonly ConsultWord[];
  readonly objections: readonly ConsultWord[];
  /** Words without an answer, for staff. */
  readonly unanswered: number;
  readonly project: Pick<NeedProject, 'state' | 'note'> | null;
  readonly nowMs: number;
}

/** A consultation as a neighbour or staff read it: numbers and words, nobody's name beyond a masked one, nothing of who is helped. */
export const consultView = (consult: Consult, { reader, voice, own, adds, objections, unanswered, project, nowMs }: ConsultFacts): ConsultView => {
  const isStaff = worksAt(reader, consult.communityId);
  const view = (word: ConsultWord): ConsultWordView => consultWordView(word, reader, isStaff, voice?.backs ?? []);
  const { tally, state } = consult;
  return {
    ...consultCardView(consult),
    projectId: consult.projectId, aim: consult.aim, points: pointsOf(consult), adds: adds.map(view), objections: objections.map(view),
    counts: { adds: tally.adds, objections: tally.objected, waiting: isStaff ? tally.waiting : 0, unanswered: isStaff ? unanswered : 0 },
    countedAtMs: consult.countedAtMs,
    mine: { points: voice?.picks ?? [], words: own.filter((word) => word.state !== 'withdrawn').map(view) },
    openedAtMs: consult.openedAtMs, answerByMs: consult.answerByMs, decided: decidedOf(consult),
    project: project === null ? null : { state: project.state, note: project.note },
    may: { speak: isOpenConsult(consult, nowMs), judge: isStaff && (state === 'open' || state === 'closing' || state === 'answering'), close: isStaff && state === 'open', answer: isStaff && state === 'answering', finish: isStaff && state === 'answering' },
  };
};
