import type { MeView, PersonView, RoleView } from '@contract';
import type { RoleHeld } from '../kernel/access';
import { DAY_MS, HOUR_MS } from '../kernel/clock';
import { notAskedNow } from '../notice/grant-line';
import { messageTemplateIds } from '../platform/environment';
import { RULES } from '../rules';
import { worksAt, type Member } from './member';

const roleView = ({ role, areaId, areaName, merchantName }: RoleHeld): RoleView => ({ role, areaId, areaName, merchantName });

/** The caller as they see themselves; the openid stays here. */
export const meView = (member: Member, unreadNotices: number, nowMs: number): MeView => ({
  memberId: member._id,
  displayName: member.displayName,
  code: member.code,
  communityId: member.communityId,
  communityName: member.communityName,
  gridId: member.gridId,
  gridName: member.gridName,
  dutyPhone: member.dutyPhone,
  roles: member.roles.map(roleView),
  leadsTeams: member.ledTeamIds.length > 0,
  typeSize: member.typeSize,
  careMode: member.careMode,
  suggestions: member.suggestions ?? true,
  unreadNotices,
  rules: {
    holdHours: RULES.claim.holdMs / HOUR_MS,
    deliverDays: RULES.claim.deliverMs / DAY_MS,
    confirmDays: RULES.claim.confirmMs / DAY_MS,
    reviewWorkingHours: RULES.wish.reviewWorkingHours,
    openWishesPerHousehold: RULES.wish.openWishesPerHousehold,
    valueCapFen: RULES.wish.valueCapFen, aboveCapMaxFen: RULES.wish.aboveCapMaxFen,
  },
  messageTemplateIds: messageTemplateIds(),
  notAskedTemplates: notAskedNow(member.grantLines ?? [], nowMs),
  serverNowMs: nowMs,
});

/** Somebody as staff see them: no phone, no code, no openid; that their claims are stopped only staff of their community read. */
export const personView = (member: Pick<Member, '_id' | 'displayName' | 'communityId' | 'communityName' | 'roles' | 'frozenUntilMs'>, reader: Member): PersonView => ({
  memberId: member._id,
  displayName: member.displayName,
  communityName: member.communityName,
  roles: member.roles.map(roleView),
  frozenUntilMs: worksAt(reader, member.communityId) ? member.frozenUntilMs : 0,
});
