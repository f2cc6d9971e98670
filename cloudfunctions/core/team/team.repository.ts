import { aggregateRepository } from '../aggregate/aggregate.repository';
import { RULES } from '../rules';
import type { Team } from './team';
import type { TeamEvent } from './team-event';

/** Teams somebody is in, and as many again that they asked or were invited to. */
const TEAMS_READ = 2 * RULES.team.teamsPerPerson;

export const teamRepository = aggregateRepository<Team, TeamEvent>('teams');

/** Teams somebody stands to in any way, the oldest first. One request. */
export const teamsOf = (memberId: string): Promise<readonly Team[]> => teamRepository.list({ where: { peopleIds: memberId }, order: [['createdAtMs', 'asc']], limit: TEAMS_READ });

/** By the code its lead reads out; null when nobody has it. */
export const findTeamByCode = async (joinCode: string): Promise<Team | null> => (await teamRepository.list({ where: { joinCode }, limit: 1 }))[0] ?? null;

/** Help teams around somebody, closed ones too. */
export const helpTeamsAround = (helpedId: string): Promise<readonly Team[]> => teamRepository.list({ where: { helpedId }, limit: TEAMS_READ });
