import type { Escalation, RatedKind, RecheckAnswer, RectificationOutcome, RectificationState } from '@contract';
import { bornWith, type Aggregate } from '../aggregate/aggregate';
import { changedBy, is, REPLAY, type ChangeDraft, type OutcomeOf } from '../aggregate/change';
import { knownStep, type Step, type Steps } from '../aggregate/step';
import type { EffectOf } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { workingDaysAfter, type CalendarOverrides } from '../kernel/working-days';
import { partiesOf, worksAt, type Member } from '../member/member';
import { isPersonId } from '../person/person-id';
import { RULES } from '../rules';
import type { Assignee } from '../staff/task';
import type { RectificationEvent } from './rectification-event';

export interface RectificationPhoto {
  readonly fileId: string;
  /** Which answer it belongs to, and its place there. */
  readonly answer: number;
  readonly order: number;
  /** Staff who look at the answer also see what the check was not sure about. */
  readonly state: 'checking' | 'shown' | 'human' | 'refused';
}

export interface RectificationAnswer {
  readonly words: string;
  readonly byId: string;
  readonly atMs: number;
}

export interface RectificationObjection {
  readonly words: string;
  readonly byId: string;
  readonly atMs: number;
  readonly dueAtMs: number;
  /** Nobody answered in time: the street was asked. */
  readonly isLate: boolean;
  readonly decision: { readonly isUpheld: boolean; readonly note: string; readonly byId: string; readonly atMs: number } | null;
}

/**
 * An order to put something right (整改), because too large a share of those served was not satisfied. The rated side says
 * what it did, staff look, those who rated are asked once whether it is better; then it is closed, or the street takes it.
 * Nothing else changes for the rated side meanwhile: they claim and deliver as before.
 *
 * Always: `isOpen` exactly until `end`; `recheck` is set in `rechecking` and after; whoever has the next step has a clock.
 */
export interface Rectification extends Aggregate<RectificationEvent> {
  readonly sumId: string;
  readonly partyId: string;
  readonly giverKind: RatedKind;
  readonly partyText: string;
  readonly communityId: string;
  /** Down to the community. */
  readonly areaIds: readonly string[];
  readonly ownerId: string | null;
  readonly ownerName: string;
  readonly people: number;
  readonly unsatisfied: number;
  readonly orderedAtMs: number;
  readonly state: RectificationState;
  /** Plain, because a list asks for it. */
  readonly isOpen: boolean;
  /** Until when whoever has the next step takes it: the rated side, staff, or those who are asked; null when the street has it or it is over. */
  readonly dueAtMs: number | null;
  /** People whose later ratings show, as of that revision of their sum. */
  readonly since: { readonly people: number; readonly unsatisfied: number; readonly revision: number };
  readonly answers: readonly RectificationAnswer[];
  readonly photos: Readonly<Record<string, RectificationPhoto>>;
  /** What staff missed in the first answer; empty when they did not ask. */
  readonly moreNote: string;
  readonly objection: RectificationObjection | null;
  /** Those who rated, and what they said when asked; never told to anybody. */
  readonly raters: Readonly<Record<string, RecheckAnswer | null>>;
  readonly recheckedAtMs: number | null;
  readonly escalation: { readonly cause: Escalation; readonly note: string; readonly atMs: number } | null;
  readonly end: { readonly outcome: RectificationOutcome; readonly note: string; readonly atMs: number } | null;
  /** Acts of people; each kind is bounded, so this is. */
  readonly steps: Steps;
}

/** The task of the first stage; whoever it names is the owner. */
export const orderTaskIdOf = (rectificationId: string): string => deriveId('k', 'rectification', rectificationId, 'ordered');

/** Pure: the order, as its sum asked for it. */
export const newRectification = ({ rectificationId, sumId, party, poor, communityId, areaIds, atMs }: EffectOf<'openRectification'>, owner: Assignee | null, overrides: CalendarOverrides = {}): Rectification => ({
  _id: rectificationId, sumId, partyId: party.partyId, giverKind: party.kind, partyText: party.text, communityId, areaIds,
  ownerId: owner?.memberId ?? null, ownerName: owner?.displayName ?? '',
  people: poor.people, unsatisfied: poor.unsatisfied, orderedAtMs: atMs,
  state: 'ordered', isOpen: true, dueAtMs: workingDaysAfter(atMs, RULES.rectification.answerWorkingDays, overrides),
  since: { people: 0, unsatisfied: 0, revision: 0 },
  answers: [], photos: {}, moreNote: '', objection: null, raters: Object.fromEntries(poor.raterIds.map((raterId) => [raterId, null])), recheckedAtMs: null, escalation: null, end: null, steps: {},
  ...bornWith<RectificationEvent>({ kind: 'ordered', eventId: deriveId('e', rectificationId), atMs, byId: 'clock' }),
});

export const hasOpenObjection = ({ objection }: Pick<Rectification, 'objection'>): boolean => objection !== null && objection.decision === null;

/** The rated side: themselves, or whoever answers for the unit. */
export const isRatedSide = ({ partyId }: Pick<Rectification, 'partyId'>, member: Member): boolean => partiesOf(member).includes(partyId);

/** The party among theirs that was asked; null when none was. */
export const askedRaterOf = ({ raters }: Pick<Rectification, 'raters'>, member: Member): string | null => partiesOf(member).find((partyId) => Object.hasOwn(raters, partyId)) ?? null;

/** Those who rated through staff, on paper; they are asked by phone. */
export const paperRatersOf = ({ raters }: Pick<Rectification, 'raters'>): readonly string[] => Object.keys(raters).filter(isPersonId);

/** Where staff answer for it: the community; the street once it came to them. */
export const streetOf = ({ areaIds }: Pick<Rectification, 'areaIds'>): string => areaIds[1] ?? areaIds[0] ?? '';

/** Staff of the place who are neither the rated side nor among those who rated. Refusals: OUT_OF_AREA, NOT_ALLOWED. */
export const decideMayAct = (rectification: Rectification, member: Member, areaId: string = rectification.communityId): Result<true> => {
  if (!worksAt(member, areaId)) return refuse('OUT_OF_AREA', areaId === rectification.communityId ? {} : { message: '这件到了街道，由街道的同事来定。' });
  if (isRatedSide(rectification, member) || askedRaterOf(rectification, member) !== null) return refuse('NOT_ALLOWED', { message: '这件和您有关，请另一位同事来看。' });
  return accept(true);
};

type Draft = Pick<ChangeDraft<RectificationEvent>, 'when' | 'set'> & { readonly event: Omit<RectificationEvent, 'eventId' | 'atMs' | 'byId'> };

/** A person's act: known ones are replays, a new one is guarded by the state in which it was read. */
export const byStep = (rectification: Rectification, step: Step, decide: () => Result<Draft>): Result<OutcomeOf<RectificationEvent>> => {
  const known = knownStep(rectification.steps, step);
  if (known !== null) return known;
  const decided = decide();
  if (!decided.ok) return decided;
  const { when, set, event: happened } = decided.value;
  return accept(
    changedBy<RectificationEvent>({
      when: { state: is(rectification.state), ...when },
      set: { ...set, [`steps.${step.operationId}`]: step.inputHash },
      event: { ...happened, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId } as RectificationEvent,
    }),
  );
};

/** What is heard from elsewhere once it no longer matters. */
export const HEARD: Result<OutcomeOf<RectificationEvent>> = accept(REPLAY);

/** What must hold at every moment; a false is a defect. */
export const isRectificationCoherent = (rectification: Rectification): boolean =>
  rectification.isOpen === (rectification.end === null) &&
  rectification.isOpen === (rectification.state !== 'closed') &&
  (rectification.dueAtMs === null) === (rectification.state === 'closed' || rectification.state === 'escalated') &&
  (rectification.state !== 'answered' || rectification.answers.length > 0) &&
  Object.keys(rectification.outbox).length === rectification.pendingEvents;
