import { tellAggregate } from '../aggregate/tell.use-case';
import type { EffectOf } from '../effect/effect';
import { command } from '../platform/store';
import { RULES } from '../rules';
import { decideLeadGone } from './change-shift';
import { decideLeftTeam } from './leave-team-shift';
import { SHIFT_KIND } from './shift-kind';
import { listShiftCards } from './shift.repository';

/** A team's activities of a year are far fewer. */
const SHIFTS_READ = 4 * RULES.activity.shiftsMax;

/** Whoever left the team gives back their places in shifts that are only its own, and no longer leads them. */
export const leaveTeamShifts = async ({ teamId, memberId, atMs }: EffectOf<'leaveTeamShifts'>): Promise<void> => {
  const ahead = await listShiftCards({ where: { teamId, state: command.in(['planned', 'open']), startsAtMs: command.gt(atMs) }, order: [['startsAtMs', 'asc'], ['_id', 'asc']], limit: SHIFTS_READ });
  for (const { _id, audience, leadId } of ahead.filter((shift) => shift.audience === 'teamOnly' || shift.audience === 'helpTeam')) {
    if (audience === 'helpTeam' && leadId === memberId) await tellAggregate(SHIFT_KIND, _id, (shift) => decideLeadGone(shift, memberId, atMs));
    await tellAggregate(SHIFT_KIND, _id, (shift) => decideLeftTeam(shift, memberId, atMs));
  }
};
