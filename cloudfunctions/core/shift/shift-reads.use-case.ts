import { pathOf } from '../kernel/area-tree';
import { fail } from '../kernel/result';
import type { Member } from '../member/member';
import type { MemberContext } from '../platform/context';
import { command } from '../platform/store';
import { RULES } from '../rules';
import type { Shift } from './shift';
import { isShiftVisible } from './shift-access';
import { listSignUps, listSignUpsOf, type KeptSignUp } from './sign-up-record.repository';
import type { SignUpRecord } from './sign-up-record';
import { shiftRepository } from './shift.repository';

/** A shift that somebody may not see is one that is not there. */
export const getVisibleShift = async (shiftId: string, reader: Member): Promise<Shift> => assertVisible(await shiftRepository.get(shiftId), reader);

export const assertVisible = (shift: Shift, reader: Member): Shift => (isShiftVisible(shift, reader) ? shift : fail('NOT_FOUND'));

/** Where a reader looks: their community, its street and its district, and the teams they are in. */
export const shownInOf = (reader: Pick<Member, 'areaId' | 'teamIds'>): readonly string[] => [...pathOf(reader.areaId).slice(0, 3), ...reader.teamIds];

/** One's own sign-ups that end after a moment. One request. */
export const ownSince = (context: MemberContext, sinceMs: number): Promise<readonly KeptSignUp[]> =>
  listSignUps({ where: { memberId: context.callerId, endsAtMs: command.gt(sinceMs) }, order: [['endsAtMs', 'asc']], limit: RULES.shift.ownRead });

/** One's own sign-ups of one shift. One request. */
export const ownOf = (context: MemberContext, shiftId: string): Promise<readonly KeptSignUp[]> => listSignUpsOf(shiftId, context.callerId);

/** Times somebody stayed away of late (RULES.md section 3). */
export const noShowsOf = (own: readonly SignUpRecord[], nowMs: number): number => own.filter((record) => record.state === 'noShow' && record.startsAtMs > nowMs - RULES.shift.noShowsMs).length;
