import { ESCALATION_LABEL, RECTIFICATION_OUTCOME_LABEL, type RecheckCallView, type RecheckView, type RectificationAct, type RectificationAnswerView, type RectificationObjectionView, type RectificationRowView, type RectificationView, type TimelineEntryView } from '@contract';
import { chinaDateText, DAY_MS } from '../kernel/clock';
import { worksAt, type Member } from '../member/member';
import type { Person } from '../person/person';
import { RULES } from '../rules';
import { askedRaterOf, decideMayAct, hasOpenObjection, isRatedSide, streetOf, type Rectification, type RectificationPhoto } from './rectification';
import { recheckOf } from './review-answer';

type Reader = RectificationView['reader'];

/** How somebody reads it; null for whom it is not there. */
export const rectificationReaderOf = (rectification: Rectification, member: Member): Reader | null => {
  if (isRatedSide(rectification, member)) return 'party';
  return worksAt(member, rectification.communityId) ? 'staff' : null;
};

const maySee = (photo: RectificationPhoto, reader: Reader): boolean => photo.state === 'shown' || (reader === 'staff' && photo.state === 'human');

/** Files whose links this reader needs. */
export const evidenceFilesOf = (rectification: Rectification, reader: Reader): readonly string[] => Object.values(rectification.photos).flatMap((photo) => (maySee(photo, reader) ? [photo.fileId] : []));

export interface RectificationReading {
  readonly member: Member;
  readonly reader: Reader;
  readonly links: ReadonlyMap<string, string | null>;
}

const answersOf = (rectification: Rectification, { reader, links }: RectificationReading): readonly RectificationAnswerView[] =>
  rectification.answers.map(({ words, atMs }, index) => ({
    words, atMs,
    photos: Object.entries(rectification.photos)
      .filter(([, photo]) => photo.answer === index)
      .sort(([, a], [, b]) => a.order - b.order)
      .map(([photoId, photo]) => ({ photoId, url: maySee(photo, reader) ? (links.get(photo.fileId) ?? null) : null, state: photo.state })),
  }));

const objectionOf = ({ objection }: Rectification): RectificationObjectionView | null =>
  objection === null ? null : { words: objection.words, state: objection.decision === null ? 'open' : objection.decision.isUpheld ? 'upheld' : 'dismissed', note: objection.decision?.note ?? '', dueAtMs: objection.dueAtMs };

const partyActs = (rectification: Rectification): readonly RectificationAct[] => {
  if (rectification.state !== 'ordered') return [];
  return [...(hasOpenObjection(rectification) ? [] : (['answer'] as const)), ...(rectification.objection === null ? (['object'] as const) : [])];
};

const STAFF_ACT: Partial<Readonly<Record<Rectification['state'], RectificationAct>>> = { answered: 'review', judging: 'judge' };

const staffActs = (rectification: Rectification, member: Member): readonly RectificationAct[] => {
  if (!decideMayAct(rectification, member).ok) return [];
  const act = STAFF_ACT[rectification.state];
  const isForStreet = rectification.state === 'escalated' && decideMayAct(rectification, member, streetOf(rectification)).ok;
  return [...(rectification.state === 'ordered' && hasOpenObjection(rectification) ? (['decideObjection'] as const) : []), ...(act === undefined ? [] : [act]), ...(isForStreet ? (['close'] as const) : [])];
};

const entry = (phase: TimelineEntryView['phase'], atMs: number | null, title: string, note = ''): TimelineEntryView => ({ phase, atMs, title, note });

const NOW_TITLE: Readonly<Record<Rectification['state'], string>> = { ordered: '写怎么改', answered: '社区在看', rechecking: '正在问大家好了没有', judging: '等社区定', escalated: '街道在看', closed: '' };

const nowOf = (rectification: Rectification): readonly TimelineEntryView[] => {
  const { state, dueAtMs, objection } = rectification;
  if (state === 'closed') return [];
  if (hasOpenObjection(rectification)) return [entry('now', objection?.dueAtMs ?? null, '社区在看说明', objection?.isLate ? '社区没按时答复，已请街道来看' : '看过之前，日子不往前走')];
  return [entry('now', dueAtMs, NOW_TITLE[state], dueAtMs === null ? '' : `${chinaDateText(dueAtMs)}前`)];
};

const timelineOf = (rectification: Rectification): readonly TimelineEntryView[] => {
  const { orderedAtMs, people, unsatisfied, answers, objection, recheckedAtMs, escalation, end } = rectification;
  const past = [
    entry('past', orderedAtMs, '开始整改', `${people} 个人评过，${unsatisfied} 人不满意`),
    ...(objection === null || objection.decision === null ? [] : [entry('past', objection.decision.atMs, objection.decision.isUpheld ? '说明有理' : '社区答复了说明', objection.decision.note)]),
    ...answers.map(({ atMs }, index) => entry('past', atMs, index === 0 ? '写了怎么改' : '又补了一点')),
    ...(recheckedAtMs === null ? [] : [entry('past', recheckedAtMs, '问过大家了')]),
    ...(escalation === null ? [] : [entry('past', escalation.atMs, '请街道来看', escalation.note === '' ? ESCALATION_LABEL[escalation.cause] : escalation.note)]),
    ...(end === null ? [] : [entry('past', end.atMs, RECTIFICATION_OUTCOME_LABEL[end.outcome], end.note)]),
  ];
  return [...past.sort((a, b) => (a.atMs ?? 0) - (b.atMs ?? 0)), ...nowOf(rectification)];
};

/** Personal data is never told below five (RULES.md section 8). */
const rechecked = (rectification: Rectification): RectificationView['rechecked'] => {
  const { answered, better } = recheckOf(rectification);
  return rectification.recheckedAtMs === null || answered < RULES.ratingSum.peopleMin ? null : { answered, better };
};

const sinceOf = ({ since }: Rectification): RectificationView['since'] => (since.people < RULES.ratingSum.peopleMin ? null : { people: since.people, unsatisfied: since.unsatisfied });

const rowParts = (rectification: Rectification): RectificationRowView => ({
  rectificationId: rectification._id, name: rectification.partyText, kind: rectification.giverKind, state: rectification.state, ownerName: rectification.ownerName, people: rectification.people, unsatisfied: rectification.unsatisfied,
  orderedAtMs: rectification.orderedAtMs, dueAtMs: hasOpenObjection(rectification) ? (rectification.objection?.dueAtMs ?? null) : rectification.dueAtMs, outcome: rectification.end?.outcome ?? null,
});

export const rectificationRowView = rowParts;

/** One order for its reader; nobody who rated is in it. */
export const rectificationView = (rectification: Rectification, reading: RectificationReading): RectificationView => ({
  ...rowParts(rectification),
  reader: reading.reader,
  dutyPhone: reading.member.dutyPhone,
  periodDays: RULES.rectification.periodMs / DAY_MS,
  since: sinceOf(rectification),
  askedAgain: rectification.moreNote,
  answers: answersOf(rectification, reading),
  objection: objectionOf(rectification),
  rechecked: rechecked(rectification),
  escalation: rectification.escalation?.cause ?? null,
  outcomeNote: rectification.end?.note ?? '',
  acts: reading.reader === 'party' ? partyActs(rectification) : staffActs(rectification, reading.member),
  timeline: timelineOf(rectification),
});

/** Files whose links whoever is asked needs: what the rated side may see, they may. */
export const recheckFilesOf = (rectification: Rectification): readonly string[] => evidenceFilesOf(rectification, 'party');

/** The one question, for whoever rated; null for whom it is not there. */
export const recheckView = (rectification: Rectification, { member, links }: Pick<RectificationReading, 'member' | 'links'>, nowMs: number): RecheckView | null => {
  const raterId = askedRaterOf(rectification, member);
  if (raterId === null || rectification.state === 'ordered' || rectification.state === 'answered') return null;
  const isAsking = rectification.state === 'rechecking';
  return { rectificationId: rectification._id, name: rectification.partyText, untilMs: rectification.dueAtMs ?? nowMs, changes: answersOf(rectification, { member, reader: 'party', links }), answer: rectification.raters[raterId] ?? null, isOver: !isAsking };
};

/** People on paper who are to be asked by phone; whoever has an account by now is asked there. */
export const recheckCalls = (rectification: Rectification, people: readonly Pick<Person, '_id' | 'maskedName' | 'state'>[]): readonly RecheckCallView[] =>
  people.filter(({ state }) => state === 'onPaper').map(({ _id, maskedName }) => ({ personId: _id, maskedName, answer: rectification.raters[_id] ?? null }));
