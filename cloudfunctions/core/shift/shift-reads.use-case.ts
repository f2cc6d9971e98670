import { ancestorAt, pathOf } from '../kernel/area-tree';
import { fail } from '../kernel/result';
import type { Member } from '../member/member';
import type { MemberContext } from '../platform/context';
import { command } from '../platform/store';
import { RULES } from '../rules';
import { mayLead } from './move-sign-up';
import type { Shift } from './shift';
import { listSignUps } from './sign-up-record.repository';
import type { SignUpRecord } from './sign-up-record';
import { shiftRepository } from './shift.repository';

const districtOf = (areaId: string): string | null => ancestorAt(areaId, 'district');

/** Of the reader's own district, or of one they work in. */
const isNear = (areaId: string, reader: Member): boolean => districtOf(areaId) === districtOf(reader.areaId) || reader.roles.some((held) => districtOf(held.areaId) === districtOf(areaId));

/** What is not published is seen by those who prepare it; the rest by the district. */
export const isShiftVisible = (shift: Pick<Shift, 'state' | 'areaId' | 'organiserId' | 'leadId'>, reader: Member): boolean => (shift.state === 'planned' ? mayLead(shift, reader) : isNear(shift.areaId, reader));

/** A shift that somebody may not see is one that is not there. */
export const getVisibleShift = async (shiftId: string, reader: Member): Promise<Shift> => assertVisible(await shiftRepository.get(shiftId), reader);

export const assertVisible = (shift: Shift, reader: Member): Shift => (isShiftVisible(shift, reader) ? shift : fail('NOT_FOUND'));

/** Where a reader looks: their community, its street and its district. */
export const shownInOf = (reader: Pick<Member, 'areaId'>): readonly string[] => pathOf(reader.areaId).slice(0, 3);

/** One's own sign-ups that end after a moment. One request. */
export const ownSince = (context: MemberContext, sinceMs: number): Promise<readonly SignUpRecord[]> =>
  listSignUps({ where: { memberId: context.callerId, endsAtMs: command.gt(sinceMs) }, order: [['endsAtMs', 'asc']], limit: RULES.shift.ownRead });

/** Times somebody stayed away of late (RULES.md section 3). */
export const noShowsOf = (own: readonly SignUpRecord[], nowMs: number): number => own.filter((record) => record.state === 'noShow' && record.startsAtMs > nowMs - RULES.shift.noShowsMs).length;
