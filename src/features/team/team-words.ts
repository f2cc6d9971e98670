import { TEAM_KIND_LABEL, TEAM_RELATION_LABEL, TEAM_ROLE_LABEL, type TeamCardView, type TeamKind, type TeamPersonView, type TeamView } from '@contract';

/** "志愿队 · 青枫社区 · 12 人" */
export function teamLine({ kind, areaName, memberCount }: Pick<TeamCardView, 'kind' | 'areaName' | 'memberCount'>): string {
  return [TEAM_KIND_LABEL[kind], areaName, memberCount > 0 ? `${memberCount} 人` : ''].filter((words) => words !== '').join(' · ');
}

/** How I stand to it, as a tag; null for a stranger. */
export function placeTag({ kind, place, role, state }: Pick<TeamCardView, 'kind' | 'place' | 'role' | 'state'>): { readonly text: string; readonly tone: 'green' | 'ochre' | 'accent' } | null {
  if (state === 'proposed') return { text: '等社区看', tone: 'ochre' };
  if (place === 'invited') return { text: '请您加入', tone: 'accent' };
  if (place === 'asked') return { text: '等回音', tone: 'ochre' };
  if (role === null) return null;
  if (kind === 'help' && role === 'lead') return { text: '您牵头', tone: 'green' };
  return { text: role === 'member' ? '已加入' : `您是${TEAM_ROLE_LABEL[role]}`, tone: 'green' };
}

/** What is so with it and what comes next; null when it goes its way. */
export function teamNotice(team: Pick<TeamView, 'state' | 'kind' | 'note' | 'place' | 'leadName' | 'canDecide' | 'canTakeOver'>): { readonly tone: 'info' | 'warn' | 'accent'; readonly words: string } | null {
  if (team.state === 'closed') return { tone: 'info', words: team.note === '' ? '这支队伍已经关掉了，谢谢大家。' : `已经关掉了：${team.note}` };
  if (team.state === 'proposed') return { tone: 'info', words: team.canDecide ? '邻居还看不到。同意了，大家就能报名加入。' : '社区正在看，同意后邻居就能看到。' };
  if (team.canTakeOver) return { tone: 'accent', words: '带队的社工不在了，请您接过来。接过来以后，才看得到帮的是谁、组里有谁。' };
  if (team.leadName === null) return { tone: 'warn', words: '眼下没有队长，社区在找一位。' };
  if (team.place === 'asked') return { tone: 'info', words: '等队长回音。七天没有回音，可以再问一次。' };
  return team.place === 'invited' ? { tone: 'accent', words: '队长请您来，来不来由您定。' } : null;
}

/** What stands under somebody's name. */
export function personLine({ role, relation, place }: Pick<TeamPersonView, 'role' | 'relation' | 'place'>): string {
  if (place === 'asked') return '想加入';
  const who = relation === null ? '' : TEAM_RELATION_LABEL[relation];
  if (place === 'invited') return [who, '已邀请，等回音'].filter((words) => words !== '').join(' · ');
  // In a help team everybody stands beside the others; who leads it is a social worker.
  return [who, role === 'member' && who !== '' ? '' : roleWord(role, relation !== null)].filter((words) => words !== '').join(' · ');
}

/** Help teams have no ranks to speak of: whoever leads one holds it together. */
export function roleWord(role: TeamPersonView['role'], isHelp: boolean): string {
  return isHelp && role === 'lead' ? '牵头' : TEAM_ROLE_LABEL[role];
}

export const groupWord = (kind: TeamKind): string => (kind === 'help' ? '小组' : '队伍');

/** Capitals without spaces, as codes are kept. */
export const cleanCode = (code: string): string => code.replace(/\s/g, '').toUpperCase();
export const CODE_CHARACTERS = 8;
