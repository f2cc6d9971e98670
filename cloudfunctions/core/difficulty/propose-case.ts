import type { DifficultyCategory } from '@contract';
import { bornWith } from '../aggregate/aggregate';
import { changedBy, is, type OutcomeOf } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { pathOf } from '../kernel/area-tree';
import { HOUR_MS } from '../kernel/clock';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { addWorkingMs, type CalendarOverrides } from '../kernel/working-days';
import { worksAt, type Member } from '../member/member';
import { RULES } from '../rules';
import { caseIdOf, NO_CHECKS, type DifficultyCase, type SealedConsent, type SealedPerson } from './difficulty-case';
import type { DifficultyEvent } from './difficulty-event';

export interface CasePlace {
  readonly areaId: string;
  readonly areaName: string;
  readonly communityName: string;
}

/** Each stage has 24 working hours, of the days that administrators entered; the clock of its task. */
export const stageDueMs = (nowMs: number, overrides: CalendarOverrides): number => addWorkingMs(nowMs, RULES.difficulty.stageWorkingHours * HOUR_MS, overrides);

/** The next step begins: a new task under a new number, and the case's place on the shelf by its clock. */
export const stageSet = (found: Pick<DifficultyCase, 'stage'>, nowMs: number, overrides: CalendarOverrides): { readonly stage: number; readonly stageDueAtMs: number; readonly shelfPlace: number } => {
  const stageDueAtMs = stageDueMs(nowMs, overrides);
  return { stage: found.stage + 1, stageDueAtMs, shelfPlace: stageDueAtMs };
};

interface Newborn {
  readonly person: SealedPerson;
  readonly maskedName: string;
  readonly categories: readonly DifficultyCategory[];
  readonly consent: SealedConsent | null;
}

const newborn = (born: Newborn, place: CasePlace, proposer: Member, step: Step, event: Extract<DifficultyEvent, { kind: 'suggested' | 'opened' }>, overrides: CalendarOverrides): DifficultyCase => {
  const isSuggested = event.kind === 'suggested';
  return {
    _id: caseIdOf(step.operationId),
    state: isSuggested ? 'suggested' : 'checking',
    shelf: 'open',
    ...stageSet({ stage: 0 }, step.nowMs, overrides),
    maskedName: born.maskedName,
    categories: born.categories,
    secrets: born.person,
    consent: born.consent,
    areaIds: pathOf(place.areaId),
    ...place,
    proposerId: proposer._id,
    proposerName: proposer.displayName,
    isSuggested,
    openedById: isSuggested ? null : proposer._id,
    createdAtMs: step.nowMs,
    checks: NO_CHECKS,
    checkCount: 0,
    aidText: '',
    publicityId: null,
    publicisedById: null,
    outcomeNote: '',
    decidedById: null,
    endedAtMs: null,
    validUntilMs: null,
    isRenewalTold: false,
    nextVisitAtMs: null,
    isVisitTold: false,
    visits: {},
    visitCount: 0,
    isForgotten: false,
    steps: { [step.operationId]: step.inputHash },
    ...bornWith<DifficultyEvent>(event),
  };
};

const eventOf = <K extends DifficultyEvent['kind']>(kind: K, step: Step): { readonly kind: K; readonly eventId: string; readonly atMs: number; readonly byId: string } => ({ kind, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId });

/** A neighbour tells of somebody in their own community; nothing is decided by it, and nobody learns who told. */
export const suggestedCase = (person: SealedPerson, maskedName: string, place: CasePlace, proposer: Member, step: Step, overrides: CalendarOverrides = {}): DifficultyCase =>
  newborn({ person, maskedName, categories: [], consent: null }, place, proposer, step, eventOf('suggested', step), overrides);

export interface OpenedFacts {
  readonly person: SealedPerson;
  readonly maskedName: string;
  readonly categories: readonly DifficultyCategory[];
  readonly consent: SealedConsent;
}

/** Staff of the area propose with the person's consent. Refusals: OUT_OF_AREA. */
export const decideProposal = (facts: OpenedFacts, place: CasePlace, proposer: Member, step: Step, overrides: CalendarOverrides = {}): Result<DifficultyCase> =>
  worksAt(proposer, place.areaId) ? accept(newborn(facts, place, proposer, step, eventOf('opened', step), overrides)) : refuse('OUT_OF_AREA');

/** Staff went to see whom a neighbour told of. Refusals: OUT_OF_AREA, CASE_STATE_CHANGED, OPERATION_REUSED. */
export const decideAcceptance = (found: DifficultyCase, facts: OpenedFacts, actor: Member, step: Step, overrides: CalendarOverrides = {}): Result<OutcomeOf<DifficultyEvent>> => {
  if (!worksAt(actor, found.areaId)) return refuse('OUT_OF_AREA');
  const known = knownStep(found.steps, step);
  if (known !== null) return known;
  if (found.state !== 'suggested') return refuse('CASE_STATE_CHANGED');
  return accept(
    changedBy<DifficultyEvent>({
      when: { state: is('suggested') },
      set: { state: 'checking', secrets: facts.person, maskedName: facts.maskedName, categories: facts.categories, consent: facts.consent, openedById: actor._id, ...stageSet(found, step.nowMs, overrides), [`steps.${step.operationId}`]: step.inputHash },
      event: eventOf('opened', step),
    }),
  );
};
