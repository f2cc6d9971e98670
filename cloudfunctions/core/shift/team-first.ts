import { NEVER_MS } from '../aggregate/aggregate';
import { chinaDateText, chinaTimeText } from '../kernel/clock';
import { refuse } from '../kernel/result';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import type { Shift } from './shift';
import { isInTeamOf } from './shift-access';

/** Until when only its team signs up, from the moment it is published; null when everybody may at once. */
export const firstUntilMsOf = ({ audience, startsAtMs }: Pick<Shift, 'audience' | 'startsAtMs'>, publishedAtMs: number): number | null => {
  if (audience === 'everybody') return null;
  if (audience !== 'teamFirst') return NEVER_MS;
  // Neighbours keep at least half of the time that is left.
  return publishedAtMs + Math.min(RULES.team.firstMs, Math.floor((startsAtMs - publishedAtMs) / 2));
};

/** Moved nearer, the team's time ends sooner: neighbours keep half of what is left. */
export const firstUntilMsMoved = ({ audience, firstUntilMs }: Pick<Shift, 'audience' | 'firstUntilMs'>, startsAtMs: number, nowMs: number): number | null =>
  audience !== 'teamFirst' || firstUntilMs === null ? firstUntilMs : Math.min(firstUntilMs, nowMs + Math.floor((startsAtMs - nowMs) / 2));

/** Why somebody who is not in its team may not sign up now; null when they may. */
export const teamRefusalOf = (shift: Pick<Shift, 'teamId' | 'audience' | 'firstUntilMs'>, member: Pick<Member, 'teamIds'>, nowMs: number): ReturnType<typeof refuse> | null => {
  if (shift.firstUntilMs === null || shift.firstUntilMs <= nowMs || isInTeamOf(shift, member)) return null;
  if (shift.audience !== 'teamFirst') return refuse('TEAM_ONLY');
  return refuse('TEAM_ONLY', { message: `先请队员报名，${chinaDateText(shift.firstUntilMs)} ${chinaTimeText(shift.firstUntilMs)} 起大家都能报。` });
};
