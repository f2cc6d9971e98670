import type { EffectOf } from '../effect/effect';
import { command, store } from '../platform/store';
import { entryOf, type Team } from './team';

/** How somebody stands to the team now, not as it stood when the event was written: late repeats all end at the same. */
const standingOf = (team: Team | null, memberId: string): 'none' | 'member' | 'lead' => {
  const entry = team === null || team.state !== 'active' ? null : entryOf(team, memberId);
  if (entry?.place !== 'in') return 'none';
  return entry.role === 'member' ? 'member' : 'lead';
};

const SYNC_TRIES = 3;

/**
 * Notes with a person whether they are in a team and whether they lead it. Looked at again after writing: of two at once
 * the slower must not leave behind what it read before.
 * @throws when the team changed each time; the event still waits.
 */
export const syncTeam = async ({ teamId, memberId }: Pick<EffectOf<'syncTeam'>, 'teamId' | 'memberId'>): Promise<void> => {
  let standing = standingOf(await store.find<Team>('teams', teamId), memberId);
  for (let tries = 0; tries < SYNC_TRIES; tries += 1) {
    await store.update('members', { _id: memberId }, { teamIds: standing === 'none' ? command.pull(teamId) : command.addToSet(teamId), ledTeamIds: standing === 'lead' ? command.addToSet(teamId) : command.pull(teamId) });
    const after = standingOf(await store.find<Team>('teams', teamId), memberId);
    if (after === standing) return;
    standing = after;
  }
  throw new Error(`team ${teamId} changed under every try to note it with ${memberId}`);
};

/** Nobody is in a closed team. */
export const endTeam = async ({ teamId }: Pick<EffectOf<'endTeam'>, 'teamId'>): Promise<void> => {
  await store.update('members', { teamIds: teamId }, { teamIds: command.pull(teamId), ledTeamIds: command.pull(teamId) });
};
