import type { ApiContract } from '@contract';
import { bornWith } from '../aggregate/aggregate';
import { changedBy, REPLAY, type OutcomeOf } from '../aggregate/change';
import { knownStep, type Step, type Steps } from '../aggregate/step';
import { pathOf } from '../kernel/area-tree';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { maskedName, worksAt, type Member } from '../member/member';
import type { WishPlace } from '../wish/submit-wish';
import { householdOf, personIdOf, PERSON_STEPS_MAX, phoneKeyOf, type Person } from './person';
import type { PersonEvent } from './person-event';

export type SavePersonInput = ApiContract['person.save']['parsed'];

/** What the shell did before: texts sealed, keys made. */
export interface SealedPerson {
  readonly personId: string;
  readonly phoneKey: string | null;
  readonly nameSealed: string;
  readonly phoneSealed: string | null;
  readonly addressSealed: string | null;
}

/** The keys of somebody from what they said; the same words always lead to the same paper. */
export const personKeysOf = (input: Pick<SavePersonInput, 'name' | 'phone' | 'areaId'>, communityId: string, secret: string): Pick<SealedPerson, 'personId' | 'phoneKey'> => {
  const phoneKey = input.phone === null ? null : phoneKeyOf(communityId, input.phone, secret);
  return { phoneKey, personId: personIdOf({ phoneKey, areaId: input.areaId, name: input.name }, secret) };
};

/** The paper as it is first written. */
export const newPerson = (input: SavePersonInput, place: WishPlace, sealed: SealedPerson, step: Step): Person => {
  const event: PersonEvent = { kind: 'written', eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId };
  const { personId, phoneKey, nameSealed, phoneSealed, addressSealed } = sealed;
  return {
    _id: personId,
    ...place,
    areaIds: pathOf(place.areaId),
    phoneKey,
    nameSealed,
    phoneSealed,
    addressSealed,
    maskedName: maskedName(input.name),
    householdId: householdOf(personId, phoneKey),
    state: 'onPaper',
    memberId: null,
    takenOverAtMs: null,
    carries: 0,
    takeover: null,
    takeoverHandle: null,
    publicityConsent: input.mayPublicise ? { recordedById: step.actorId, atMs: step.nowMs } : null,
    overdueClaimIds: [],
    settledClaimIds: [],
    createdById: step.actorId,
    createdAtMs: step.nowMs,
    steps: { [step.operationId]: step.inputHash },
    ...bornWith(event),
  };
};

/** The steps with one more, the oldest forgotten; ids come in the order in which they were written. */
export const withStep = (steps: Steps, step: Step): Steps => Object.fromEntries([...Object.entries(steps).slice(-(PERSON_STEPS_MAX - 1)), [step.operationId, step.inputHash]]);

/**
 * Somebody known is met again: what can change is corrected, and an empty address leaves the old one. Without anything
 * new nothing is written. Refusals: OUT_OF_AREA, OPERATION_REUSED.
 */
export const decideCorrection = (person: Person, input: SavePersonInput, place: WishPlace, sealed: SealedPerson, actor: Member, step: Step): Result<OutcomeOf<PersonEvent>> => {
  if (!worksAt(actor, person.areaId)) return refuse('OUT_OF_AREA');
  const known = knownStep(person.steps, step);
  if (known !== null) return known;
  const hasMoved = place.areaId !== person.areaId;
  const hasConsent = (person.publicityConsent !== null) === input.mayPublicise;
  if (!hasMoved && hasConsent && sealed.addressSealed === null) return accept(REPLAY);
  return accept(
    changedBy({
      when: { revision: { atLeast: person.revision } },
      set: {
        ...place,
        areaIds: pathOf(place.areaId),
        ...(sealed.addressSealed !== null && { addressSealed: sealed.addressSealed }),
        ...(!hasConsent && { publicityConsent: input.mayPublicise ? { recordedById: step.actorId, atMs: step.nowMs } : null }),
        steps: withStep(person.steps, step),
      },
      event: { kind: 'corrected', eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId },
    }),
  );
};
