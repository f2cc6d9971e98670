import type { EffectOf } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import { insertNotice } from '../notice/notice.repository';
import { RULES } from '../rules';
import { inRole } from './team';
import { teamRepository } from './team.repository';

/** A line in the inbox of everybody who is in the team now; whoever was told before is not told again. */
export const tellTeam = async ({ newsId, teamId, exceptId, title, body, pictureKey, target, atMs }: EffectOf<'tellTeam'>): Promise<void> => {
  const team = await teamRepository.find(teamId);
  if (team === null || team.state !== 'active') return;
  const memberIds = inRole(team.members, 'lead', 'deputy', 'member').map(([memberId]) => memberId).filter((memberId) => memberId !== exceptId);
  for (let from = 0; from < memberIds.length; from += RULES.team.toldAtOnce) {
    const some = memberIds.slice(from, from + RULES.team.toldAtOnce);
    await Promise.all(some.map((memberId) => insertNotice({ kind: 'notice', noticeId: deriveId('n', newsId, memberId), memberId, title, body, pictureKey, target, todo: null, atMs })));
  }
};
