import type { UnitKind, UnitState } from '@contract';
import { bornWith, NEVER_MS, type Aggregate, type OutboxEvent } from '../aggregate/aggregate';
import { deriveId, memberCodeOf } from '../kernel/ids';
import { pathOf } from '../kernel/area-tree';
import type { Member } from '../member/member';
import type { Step } from '../aggregate/step';

/** Somebody who stands in when the contact goes. */
export interface Deputy {
  readonly name: string;
  readonly joinedAtMs: number;
}

/** `endsContactlessMs`: since when it had stood without a contact, so that the task of that time is closed. */
export type UnitEvent = OutboxEvent &
  (
    | { readonly kind: 'unitCreated' }
    | { readonly kind: 'deputyJoined' | 'deputyLeft'; readonly memberId: string; readonly name: string }
    | { readonly kind: 'contactChanged'; readonly fromId: string | null; readonly toId: string; readonly cause: 'handedOver' | 'left' | 'staff'; readonly endsContactlessMs: number | null }
    | { readonly kind: 'joinCodeRenewed' }
    | { readonly kind: 'contactMissing'; readonly fromId: string }
    | { readonly kind: 'unitClosed'; readonly fromId: string | null; readonly endsContactlessMs: number | null }
  );

/**
 * A group of people that gives under one name: 单位, 党支部, 家庭. Its claims belong to it, not to a person; one contact
 * answers for it now, deputies stand in. Uncontended, so its changes are guarded by its revision.
 */
export interface Unit extends Aggregate<UnitEvent> {
  readonly kind: UnitKind;
  readonly name: string;
  readonly state: UnitState;
  readonly areaIds: readonly string[];
  readonly communityId: string;
  readonly communityName: string;
  /** Null while there is none: then staff look for one. */
  readonly contactId: string | null;
  readonly contactName: string;
  readonly deputies: Readonly<Record<string, Deputy>>;
  /** Contact and deputies; plain, because a list asks for it. */
  readonly memberIds: readonly string[];
  /** Eight characters the contact reads out so that somebody can join; renewed, the old ones open nothing. */
  readonly joinCode: string;
  /** Claims past their last moment; while there are any, no new claim. */
  readonly overdueClaimIds: readonly string[];
  readonly settledClaimIds: readonly string[];
  readonly createdAtMs: number;
  /** Since when it has no contact; null while it has one. */
  readonly contactlessSinceMs: number | null;
  /** Ids of the last steps → hash of their input; at most `UNIT_STEPS_MAX`. */
  readonly steps: Readonly<Record<string, string>>;
}

export const UNIT_STEPS_MAX = 12;

/** Ids say what they name: a claim's party is a member or a unit. */
const UNIT_PREFIX = 'u';
export const unitIdOf = (operationId: string): string => deriveId(UNIT_PREFIX, operationId);
export const isUnitId = (partyId: string): boolean => partyId.startsWith(`${UNIT_PREFIX}_`);

export const newUnit = (input: { readonly kind: UnitKind; readonly name: string }, contact: Member, step: Step): Unit => {
  const unitId = unitIdOf(step.operationId);
  return {
    _id: unitId,
    kind: input.kind,
    name: input.name,
    state: 'active',
    areaIds: pathOf(contact.communityId),
    communityId: contact.communityId,
    communityName: contact.communityName,
    contactId: contact._id,
    contactName: contact.displayName,
    deputies: {},
    memberIds: [contact._id],
    joinCode: memberCodeOf(unitId),
    overdueClaimIds: [],
    settledClaimIds: [],
    createdAtMs: step.nowMs,
    contactlessSinceMs: null,
    steps: { [step.operationId]: step.inputHash },
    ...bornWith<UnitEvent>({ kind: 'unitCreated', eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: contact._id }),
  };
};

/** Who would be next: whoever joined first. */
export const firstDeputyOf = (unit: Pick<Unit, 'deputies'>): readonly [memberId: string, deputy: Deputy] | null =>
  Object.entries(unit.deputies).sort(([idA, a], [idB, b]) => a.joinedAtMs - b.joinedAtMs || (idA < idB ? -1 : 1))[0] ?? null;

/** What must hold at every moment. */
export const isUnitCoherent = (unit: Unit): boolean =>
  (unit.state === 'needsContact') === (unit.contactId === null && unit.contactlessSinceMs !== null) &&
  new Set(unit.memberIds).size === unit.memberIds.length &&
  unit.memberIds.length === Object.keys(unit.deputies).length + (unit.contactId === null ? 0 : 1) &&
  (unit.contactId === null || !Object.hasOwn(unit.deputies, unit.contactId)) &&
  Object.keys(unit.outbox).length === unit.pendingEvents &&
  unit.wakeAtMs <= NEVER_MS;
