import type { Effect, EffectOf } from '../../../cloudfunctions/core/effect/effect';
import { deriveId } from '../../../cloudfunctions/core/kernel/ids';
import type { Member } from '../../../cloudfunctions/core/member/member';
import { entryOf, inRole, type Team } from '../../../cloudfunctions/core/team/team';
import type { TeamEvent } from '../../../cloudfunctions/core/team/team-event';
import { TEAM_KIND } from '../../../cloudfunctions/core/team/team-kind';
import { AggregateShelf } from './aggregate-shelf';

/** What teams bring about with their people. */
export type TeamEffect = EffectOf<'syncTeam' | 'endTeam' | 'leaveTeamShifts' | 'tellTeam'>;

const TEAM_EFFECTS: readonly string[] = ['syncTeam', 'endTeam', 'leaveTeamShifts', 'tellTeam'] satisfies readonly TeamEffect['kind'][];

export const isTeamEffect = (effect: Effect): effect is TeamEffect => TEAM_EFFECTS.includes(effect.kind);

type ChangeMember = (memberId: string, change: (member: Member) => Partial<Member>) => void;

/** Teams of the demo; what its people's own documents say follows them. No team of the demo is closed or left. */
export class TeamShelves {
  readonly teams: AggregateShelf<Team, TeamEvent>;

  constructor(private readonly carryOutElsewhere: (effect: Effect) => void, private readonly changeMember: ChangeMember) {
    this.teams = new AggregateShelf(TEAM_KIND, carryOutElsewhere);
  }

  carryOut(effect: TeamEffect): void {
    if (effect.kind === 'tellTeam') return this.tell(effect);
    if (effect.kind !== 'syncTeam') return;
    const team = this.teams.get(effect.teamId);
    const entry = team.state === 'active' ? entryOf(team, effect.memberId) : null;
    const isIn = entry?.place === 'in';
    const withOrWithout = (ids: readonly string[], has: boolean): readonly string[] => [...ids.filter((id) => id !== team._id), ...(has ? [team._id] : [])];
    this.changeMember(effect.memberId, ({ teamIds, ledTeamIds }) => ({ teamIds: withOrWithout(teamIds, isIn), ledTeamIds: withOrWithout(ledTeamIds, isIn && entry.role !== 'member') }));
  }

  private tell({ newsId, teamId, exceptId, title, body, pictureKey, target, atMs }: EffectOf<'tellTeam'>): void {
    for (const [memberId] of inRole(this.teams.get(teamId).members, 'lead', 'deputy', 'member')) {
      if (memberId !== exceptId) this.carryOutElsewhere({ kind: 'notice', noticeId: deriveId('n', newsId, memberId), memberId, title, body, pictureKey, target, todo: null, atMs });
    }
  }
}
