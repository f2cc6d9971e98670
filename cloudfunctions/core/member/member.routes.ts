import { LIMITS, type ApiContract, type MEMBER_ROUTES, type MeReply, type Page, type PersonView } from '@contract';
import { fail } from '../kernel/result';
import { countUnread } from '../notice/notice.repository';
import type { CallContext, MemberContext } from '../platform/context';
import type { Handlers } from '../platform/router';
import { grantRole, revokeRole } from './change-role.use-case';
import { exportData } from './export-data.use-case';
import { claimFirstAdministrator } from './first-administrator.use-case';
import { freezeMember } from './freeze.use-case';
import { join } from './join.use-case';
import { leave } from './leave.use-case';
import { partiesOf, worksAt, type Member } from './member';
import { memberRepository } from './member.repository';
import { meView, personView } from './member.view';
import { saveSettings } from './save-settings.use-case';

const me = async ({ member, nowMs }: CallContext & { readonly member: Member | null }): Promise<MeReply> =>
  member === null ? { joined: false, serverNowMs: nowMs } : { joined: true, me: meView(member, await countUnread(partiesOf(member)), nowMs) };

const lookup = async (context: MemberContext, input: ApiContract['member.lookup']['parsed']): Promise<PersonView> =>
  personView((await memberRepository.findByCode(input.code)) ?? fail('PERSON_NOT_FOUND'), context.member);

const roleHolders = async (context: MemberContext, input: ApiContract['member.roleHolders']['parsed']): Promise<Page<PersonView>> => {
  if (!worksAt(context.member, input.areaId, ['administrator', 'staff'])) fail('OUT_OF_AREA');
  const people = await memberRepository.roleHolders(input.areaId, input.cursor, LIMITS.pageSize + 1);
  const items = people.slice(0, LIMITS.pageSize);
  return { items: items.map((person) => personView(person, context.member)), nextCursor: people.length > items.length ? (items.at(-1)?._id ?? null) : null };
};

export const memberHandlers: Pick<Handlers, keyof typeof MEMBER_ROUTES> = {
  'member.me': me,
  'member.join': join,
  'member.saveSettings': saveSettings,
  'member.lookup': lookup,
  'member.grantRole': grantRole,
  'member.revokeRole': revokeRole,
  'member.freeze': freezeMember,
  'member.roleHolders': roleHolders,
  'member.claimFirstAdministrator': claimFirstAdministrator,
  'member.exportData': exportData,
  'member.leave': leave,
};
