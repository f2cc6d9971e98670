import type { ClaimView, UnitDetailView, UnitPersonView, UnitView } from '@contract';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { isStaffOf } from './change-unit';
import type { Unit } from './unit';

const peopleOf = (unit: Unit, reader: Member): readonly UnitPersonView[] => [
  ...(unit.contactId === null ? [] : [{ memberId: unit.contactId, displayName: unit.contactName, isContact: true, isMe: unit.contactId === reader._id }]),
  ...Object.entries(unit.deputies)
    .sort(([, a], [, b]) => a.joinedAtMs - b.joinedAtMs)
    .map(([memberId, deputy]) => ({ memberId, displayName: deputy.name, isContact: false, isMe: memberId === reader._id })),
];

/** A unit for one of its people or for staff; the code only for whoever reads it out. */
export const unitView = (unit: Unit, reader: Member): UnitView => {
  const isContact = unit.contactId === reader._id;
  return {
    unitId: unit._id,
    kind: unit.kind,
    name: unit.name,
    communityName: unit.communityName,
    state: unit.state,
    isContact,
    people: peopleOf(unit, reader),
    joinCode: isContact ? unit.joinCode : '',
    deputiesMax: RULES.unit.deputiesMax,
    isBarred: unit.overdueClaimIds.length > 0,
  };
};

export const unitDetailView = (unit: Unit, claims: readonly ClaimView[], reader: Member): UnitDetailView => {
  const mayDecide = unit.state !== 'closed' && (unit.contactId === reader._id || isStaffOf(unit, reader));
  return { ...unitView(unit, reader), claims, canHandOver: mayDecide, canClose: mayDecide && claims.length === 0 };
};
