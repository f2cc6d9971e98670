import type { ShiftCardView, TeamView } from '@contract';
import { changeAggregate } from '../aggregate/settle.use-case';
import { fail, type Result } from '../kernel/result';
import type { MemberContext } from '../platform/context';
import { command } from '../platform/store';
import { RULES } from '../rules';
import { shiftCardView } from '../shift/shift-card';
import { isShiftVisible } from '../shift/shift-access';
import { listShiftCards } from '../shift/shift.repository';
import type { TeamOutcome } from './change-team';
import type { Team } from './team';
import { maySeeTeam } from './team-access';
import { TEAM_KIND } from './team-kind';
import { showTeam } from './show-team.use-case';

/** A code is read out at a meeting and thirty people enter it at once: whoever loses a race looks again. */
const TRIES = 8;

/** One act on a team that the reader sees; what they do not see is not there. */
export const changeTeam = async (context: MemberContext, teamId: string, decide: (team: Team) => Result<TeamOutcome>): Promise<TeamView> => {
  const team = await changeAggregate(TEAM_KIND, context, teamId, (standing) => (maySeeTeam(standing, context.member) ? decide(standing) : fail('NOT_FOUND')), TRIES);
  return showTeam(team, [], context.member);
};

const aheadOf = (context: MemberContext, teamId: string, states: readonly string[], limit: number) =>
  listShiftCards({ where: { teamId, state: command.in([...states]), startsAtMs: command.gt(context.nowMs) }, order: [['startsAtMs', 'asc'], ['_id', 'asc']], limit });

/** Those ahead that the reader may see. One request. */
export const shiftsAheadOf = async (context: MemberContext, teamId: string): Promise<readonly ShiftCardView[]> =>
  (await aheadOf(context, teamId, ['open'], RULES.team.shiftsShown)).filter((shift) => isShiftVisible(shift, context.member)).map((shift) => shiftCardView(shift));

export const hasShiftsAhead = async (context: MemberContext, teamId: string): Promise<boolean> => (await aheadOf(context, teamId, ['planned', 'open'], 1)).length > 0;
