import { ancestorAt } from '../kernel/area-tree';
import { worksAt, type Member } from '../member/member';
import type { Shift } from './shift';

/**
 * Who sees, leads and answers for a shift. One of a help team is its people's alone; of the staff only social workers of
 * its area answer for it, as for the team (RULES.md sections 0 and 8).
 */
type Led = Pick<Shift, 'organiserId' | 'areaId' | 'leadId' | 'teamId' | 'audience'>;

/** In its team, as the person's own document says. */
export const isInTeamOf = ({ teamId }: Pick<Shift, 'teamId'>, member: Pick<Member, 'teamIds'>): boolean => teamId !== null && member.teamIds.includes(teamId);

const leadsTeamOf = ({ teamId }: Pick<Shift, 'teamId'>, member: Pick<Member, 'ledTeamIds'>): boolean => teamId !== null && member.ledTeamIds.includes(teamId);

/** Staff of its area; of a help team's shift its social workers. */
export const answersForShift = ({ areaId, audience }: Pick<Shift, 'areaId' | 'audience'>, member: Member): boolean => (audience === 'helpTeam' ? worksAt(member, areaId, ['socialWorker']) : worksAt(member, areaId));

/** Whoever acted for a help team does so as long as they are in it. */
const stillBelongs = (shift: Pick<Shift, 'teamId' | 'audience'>, member: Member): boolean => shift.audience !== 'helpTeam' || isInTeamOf(shift, member);

/** Whoever organises it, whoever leads its team, and who answers for its area. */
export const mayManageShift = (shift: Omit<Led, 'leadId'>, member: Member): boolean =>
  (shift.organiserId === member._id && stillBelongs(shift, member)) || leadsTeamOf(shift, member) || answersForShift(shift, member);

/** Its lead, and whoever may manage it. */
export const mayLead = (shift: Led, member: Member): boolean => (shift.leadId === member._id && stillBelongs(shift, member)) || mayManageShift(shift, member);

const districtOf = (areaId: string): string | null => ancestorAt(areaId, 'district');

/** Of the reader's own district, or of one they work in. */
const isNear = (areaId: string, reader: Member): boolean => districtOf(areaId) === districtOf(reader.areaId) || reader.roles.some((held) => districtOf(held.areaId) === districtOf(areaId));

/** What is not published is seen by those who prepare it; a help team's by its people; the rest by the district. */
export const isShiftVisible = (shift: Led & Pick<Shift, 'state'>, reader: Member): boolean => {
  if (shift.state === 'planned') return mayLead(shift, reader);
  return shift.audience === 'helpTeam' ? isInTeamOf(shift, reader) || mayLead(shift, reader) : isNear(shift.areaId, reader);
};
