import { changedBy, changeOf, is, REPLAY, type Change, type OutcomeOf } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { deriveId, memberCodeOf } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import { RULES } from '../rules';
import { firstDeputyOf, UNIT_STEPS_MAX, type Deputy, type Unit, type UnitEvent } from './unit';

type Outcome = OutcomeOf<UnitEvent>;
type People = Pick<Unit, 'contactId' | 'contactName' | 'deputies'>;

export const isStaffOf = (unit: Pick<Unit, 'communityId'>, member: Member): boolean => worksAt(member, unit.communityId);

/** Contact and deputies as they are after a change, with the plain array that lists ask for. */
const peopleFields = (people: People): Readonly<Record<string, unknown>> => ({ ...people, memberIds: [...(people.contactId === null ? [] : [people.contactId]), ...Object.keys(people.deputies)] });

const without = (deputies: Unit['deputies'], memberId: string): Unit['deputies'] => Object.fromEntries(Object.entries(deputies).filter(([id]) => id !== memberId));

const stepsWith = (unit: Unit, step: Step): Unit['steps'] => Object.fromEntries([...Object.entries(unit.steps).slice(1 - UNIT_STEPS_MAX), [step.operationId, step.inputHash]]);

/** A change of a unit as it was read; whoever was first wins, and the other looks again. */
const changing = (unit: Unit, set: Readonly<Record<string, unknown>>, event: UnitEvent): Change<UnitEvent> => changeOf<UnitEvent>({ when: { revision: is(unit.revision) }, set, event });

const byStep = (unit: Unit, step: Step, set: Readonly<Record<string, unknown>>, event: UnitEvent): Outcome => ({ kind: 'change', change: changing(unit, { ...set, steps: stepsWith(unit, step) }, event) });

const about = (step: Step) => ({ eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId });

/** Joins as a deputy, by the code that the contact read out. Refuses UNIT_STATE_CHANGED, UNIT_FULL, OUT_OF_AREA, OPERATION_REUSED. */
export const decideJoin = (unit: Unit, member: Member, step: Step): Result<Outcome> => {
  const known = knownStep(unit.steps, step);
  if (known !== null) return known;
  if (unit.memberIds.includes(member._id)) return accept(REPLAY);
  if (unit.state === 'closed') return refuse('UNIT_STATE_CHANGED', { message: '这个单位已经关掉了。' });
  if (member.communityId !== unit.communityId) return refuse('OUT_OF_AREA', { message: `这个单位在${unit.communityName}，您加入的是另一个社区。` });
  if (Object.keys(unit.deputies).length >= RULES.unit.deputiesMax) return refuse('UNIT_FULL');
  const deputies: Unit['deputies'] = { ...unit.deputies, [member._id]: { name: member.displayName, joinedAtMs: step.nowMs } };
  // A unit that waits for a contact has found one.
  if (unit.state === 'needsContact') return accept(byStep(unit, step, becoming(unit, member._id, member.displayName), { kind: 'contactChanged', fromId: null, toId: member._id, cause: 'handedOver', endsContactlessMs: unit.contactlessSinceMs, ...about(step) }));
  return accept(byStep(unit, step, peopleFields(onlyPeople({ ...unit, deputies })), { kind: 'deputyJoined', memberId: member._id, name: member.displayName, ...about(step) }));
};

const onlyPeople = ({ contactId, contactName, deputies }: People): People => ({ contactId, contactName, deputies });

/** The unit with another contact; the old one stays as a deputy unless they go altogether. */
const becoming = (unit: Unit, memberId: string, name: string, keepOld: Deputy | null = null): Readonly<Record<string, unknown>> => {
  const rest = without(unit.deputies, memberId);
  const deputies = keepOld === null || unit.contactId === null ? rest : { ...rest, [unit.contactId]: keepOld };
  return { ...peopleFields({ contactId: memberId, contactName: name, deputies }), state: 'active', contactlessSinceMs: null };
};

/**
 * Another contact: by the contact to a deputy, by staff of the area to a deputy or to anybody of the community (`found`).
 * Refuses NOT_FOUND, UNIT_STATE_CHANGED, PERSON_NOT_FOUND, OPERATION_REUSED.
 */
export const decideHandOver = (unit: Unit, toId: string, found: Member | null, actor: Member, step: Step): Result<Outcome> => {
  const known = knownStep(unit.steps, step);
  if (known !== null) return known;
  const isByStaff = unit.contactId !== actor._id;
  if (isByStaff && !isStaffOf(unit, actor)) return refuse('NOT_FOUND');
  if (unit.state === 'closed') return refuse('UNIT_STATE_CHANGED', { message: '这个单位已经关掉了。' });
  if (unit.contactId === toId) return accept(REPLAY);
  const deputy = unit.deputies[toId];
  const outsider = isByStaff && found !== null && found._id === toId && found.state === 'active' && found.communityId === unit.communityId ? found.displayName : null;
  const name = deputy?.name ?? outsider;
  if (name === null || name === undefined) return refuse('PERSON_NOT_FOUND', { message: isByStaff ? '没找到这位，或者不在这个社区。' : '先请对方用编号加入，再交给他。' });
  const old: Deputy | null = unit.contactId === null ? null : { name: unit.contactName, joinedAtMs: step.nowMs };
  return accept(byStep(unit, step, becoming(unit, toId, name, old), { kind: 'contactChanged', fromId: unit.contactId, toId, cause: isByStaff ? 'staff' : 'handedOver', endsContactlessMs: unit.contactlessSinceMs, ...about(step) }));
};

/**
 * Another code to read out: whoever heard the old one can no longer join by it. Only the contact, who alone sees it.
 * Refuses NOT_FOUND, UNIT_STATE_CHANGED, OPERATION_REUSED.
 */
export const decideRenewCode = (unit: Unit, actor: Member, step: Step): Result<Outcome> => {
  const known = knownStep(unit.steps, step);
  if (known !== null) return known;
  if (unit.state === 'closed') return refuse('UNIT_STATE_CHANGED', { message: '这个单位已经关掉了。' });
  if (unit.contactId !== actor._id) return refuse('NOT_FOUND');
  return accept(byStep(unit, step, { joinCode: memberCodeOf(deriveId('j', unit._id, step.operationId)) }, { kind: 'joinCodeRenewed', ...about(step) }));
};

type Gone = { readonly set: Readonly<Record<string, unknown>>; readonly what: { readonly kind: 'deputyLeft'; readonly memberId: string; readonly name: string } | { readonly kind: 'contactChanged'; readonly fromId: string; readonly toId: string; readonly cause: 'left'; readonly endsContactlessMs: null } | { readonly kind: 'contactMissing'; readonly fromId: string } };

/** The unit without somebody: when the contact goes, the deputy who joined first becomes it; without one, staff look for one. */
const goneFrom = (unit: Unit, memberId: string, nowMs: number): Gone => {
  if (unit.contactId !== memberId) {
    return { set: peopleFields(onlyPeople({ ...unit, deputies: without(unit.deputies, memberId) })), what: { kind: 'deputyLeft', memberId, name: unit.deputies[memberId]?.name ?? '' } };
  }
  const next = firstDeputyOf(unit);
  if (next === null) return { set: { ...peopleFields({ contactId: null, contactName: '', deputies: {} }), state: 'needsContact', contactlessSinceMs: nowMs }, what: { kind: 'contactMissing', fromId: memberId } };
  return { set: becoming(unit, next[0], next[1].name), what: { kind: 'contactChanged', fromId: memberId, toId: next[0], cause: 'left', endsContactlessMs: null } };
};

/** Somebody leaves the unit, or its contact takes a deputy out. Refuses NOT_FOUND, OPERATION_REUSED. */
export const decideLeave = (unit: Unit, memberId: string, actor: Member, step: Step): Result<Outcome> => {
  const known = knownStep(unit.steps, step);
  if (known !== null) return known;
  if (memberId !== actor._id && unit.contactId !== actor._id) return refuse('NOT_FOUND');
  if (!unit.memberIds.includes(memberId)) return accept(REPLAY);
  if (unit.state === 'closed') return refuse('UNIT_STATE_CHANGED', { message: '这个单位已经关掉了。' });
  const { set, what } = goneFrom(unit, memberId, step.nowMs);
  return accept(byStep(unit, step, set, { ...what, ...about(step) }));
};

/** Somebody left the community altogether; told by their own event. */
export const decidePersonGone = (unit: Unit, memberId: string, nowMs: number): Result<Outcome> => {
  if (!unit.memberIds.includes(memberId)) return accept(REPLAY);
  const { set, what } = goneFrom(unit, memberId, nowMs);
  const event: UnitEvent = { ...what, eventId: deriveId('e', unit._id, 'gone', memberId, String(unit.revision)), atMs: nowMs, byId: memberId };
  return accept(changedBy<UnitEvent>({ when: { revision: is(unit.revision) }, set, event }));
};

const closedFields = { state: 'closed', contactId: null, contactName: '', deputies: {}, memberIds: [], contactlessSinceMs: null } as const;

/** Closes it, by its contact or staff; `hasOpenClaims` as the shell found. Refuses NOT_FOUND, UNIT_HAS_CLAIMS, OPERATION_REUSED. */
export const decideClose = (unit: Unit, isGiving: boolean, actor: Member, step: Step): Result<Outcome> => {
  const known = knownStep(unit.steps, step);
  if (known !== null) return known;
  if (unit.state === 'closed') return isStaffOf(unit, actor) ? accept(REPLAY) : refuse('NOT_FOUND');
  if (unit.contactId !== actor._id && !isStaffOf(unit, actor)) return refuse('NOT_FOUND');
  if (isGiving) return refuse('UNIT_HAS_CLAIMS');
  return accept(byStep(unit, step, closedFields, { kind: 'unitClosed', fromId: unit.contactId, endsContactlessMs: unit.contactlessSinceMs, ...about(step) }));
};

/** Nobody was found for weeks: it closes by itself. */
export const closedByClock = (unit: Unit, nowMs: number): Change<UnitEvent> => changing(unit, closedFields, { kind: 'unitClosed', fromId: null, endsContactlessMs: unit.contactlessSinceMs, eventId: deriveId('e', unit._id, 'closed'), atMs: nowMs, byId: 'clock' });
