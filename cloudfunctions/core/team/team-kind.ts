import type { AggregateKind, Due, FollowUp } from '../aggregate/aggregate-kind';
import { byClock } from '../aggregate/versioned';
import { RULES } from '../rules';
import { lapsedByClock } from './come-to-team';
import type { Team } from './team';
import { teamEffectsOf } from './team-effects';
import type { TeamEvent } from './team-event';

/** Questions and invitations end. */
const clocksOf = (team: Team, nowMs: number): readonly Due<TeamEvent>[] =>
  Object.entries(team.members).flatMap(([memberId, entry]) => (entry.untilMs === null ? [] : [{ atMs: entry.untilMs, change: lapsedByClock(team, memberId, entry, nowMs) }]));

/** Once closed its people are told, some at a time. */
const followUpOf = (team: Team, nowMs: number): FollowUp<TeamEvent> | null => {
  const memberIds = team.untoldIds.slice(0, RULES.team.toldAtOnce);
  const [first] = memberIds;
  return first === undefined ? null : { set: { untoldIds: team.untoldIds.slice(memberIds.length) }, event: { kind: 'toldClosed', memberIds, ...byClock(team._id, 'toldClosed', first, nowMs) } };
};

export const TEAM_KIND: AggregateKind<Team, TeamEvent> = { collection: 'teams', effectsOf: teamEffectsOf, clocksOf, followUpOf };
