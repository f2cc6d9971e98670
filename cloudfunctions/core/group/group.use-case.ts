import type { ApiContract, GroupInviteView, GroupRef, GroupView } from '@contract';
import { changeAggregate, settleAfterCommand } from '../aggregate/settle.use-case';
import { knownStep, type Step } from '../aggregate/step';
import { stepOf } from '../aggregate/step.use-case';
import { findArea } from '../area/area.repository';
import { ancestorAt } from '../kernel/area-tree';
import { codeDigitsOf, keyedId } from '../kernel/ids';
import { fail, unwrap, type Result } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import type { MemberContext } from '../platform/context';
import { environmentValue } from '../platform/environment';
import { RULES } from '../rules';
import { checkFewWords, checkWords } from '../shift/words-check.use-case';
import { decideAccept, decideBindAgain, decideEnd, decideInvite, decideLeave, decideRemoveOwner, decideRename } from './change-group';
import { isOwner, mayKeep, newGroup, type Group, type GroupOutcome, type GroupWords } from './group';
import { GROUP_KIND } from './group-kind';
import { toldGroupId } from './group-told.use-case';
import { groupRefOf, groupView } from './group-view';
import { groupInvitedTo, groupRepository, groupsOfCommunity, groupsOwnedBy } from './group.repository';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

/** Two owners act at once: whoever lost decides anew. */
const TRIES = 2;

const secret = (): string => environmentValue('LINYUAN_ID_SECRET');
const inviteIdOf = (code: string): string => keyedId('gi', secret(), code);

/** Two requests at most. Refuses BAD_INPUT, OUT_OF_AREA, NOT_FOUND. */
const wordsOf = async (member: Member, { name, areaId }: Parsed<'group.bind'>): Promise<GroupWords> => {
  const communityId = ancestorAt(areaId, 'community') ?? fail('BAD_INPUT', { fields: { areaId: '请选到社区或小区这一级' } });
  if (!mayKeep(member, areaId)) fail('OUT_OF_AREA');
  const nameOf = async (id: string): Promise<string> => (id === member.communityId ? member.communityName : ((await findArea(id)) ?? fail('NOT_FOUND')).name);
  const areaName = await nameOf(areaId);
  return { name, areaId, areaName, communityId, communityName: communityId === areaId ? areaName : await nameOf(communityId) };
};

/** As WeChat knows it; or known by this act alone. Refuses GROUP_NOT_TOLD. */
const groupIdOf = async (cloudId: string | null, operationId: string): Promise<string> => {
  if (cloudId === null) return keyedId('g', secret(), 'code', operationId);
  return toldGroupId(cloudId);
};

/** The group among them that this very act bound or joined; the CloudID it came with may have run out since. */
const doneBefore = (own: readonly Group[], step: Step): Group | null => {
  for (const group of own) {
    const known = knownStep(group.steps, step);
    if (known !== null) return known.ok ? group : unwrap(known);
  }
  return null;
};

/** The group this very act brought its owner before; null while there is room for one more. Refuses GROUP_FULL. */
const doneOrRoom = async (member: MemberContext['member'], step: Step): Promise<Group | null> => {
  const own = await groupsOwnedBy(member._id);
  const done = doneBefore(own, step);
  if (done === null && own.length >= RULES.group.perOwner) fail('GROUP_FULL');
  return done;
};

/** Refuses OUT_OF_AREA, GROUP_FULL, GROUP_NOT_TOLD, GROUP_BOUND, GROUP_SHUT, TEXT_RISKY, BAD_INPUT, OPERATION_REUSED. */
export const bindGroup = async (context: MemberContext, input: Parsed<'group.bind'>): Promise<GroupView> => {
  const { member } = context;
  const step = stepOf(context, input);
  const done = await doneOrRoom(member, step);
  if (done !== null) return groupView(done, member);
  const words = await wordsOf(member, input);
  const groupId = await groupIdOf(input.cloudId, context.operationId);
  await checkWords(context, [input.name], 'name');
  const fresh = newGroup(groupId, words, input.cloudId === null ? 'code' : 'wechat', member, step);
  if ((await groupRepository.insert(fresh)) === 'exists') return groupView(await changeAggregate(GROUP_KIND, context, groupId, (group) => decideBindAgain(group, words, member, step)), member);
  await settleAfterCommand(GROUP_KIND, groupId, context.nowMs, context.requestId);
  return groupView(fresh, member);
};

const act = (context: MemberContext, groupId: string, decide: (group: Group, actor: Member) => Result<GroupOutcome>): Promise<Group> =>
  changeAggregate(GROUP_KIND, context, groupId, (group) => decide(group, context.member), TRIES);

/** Refuses NOT_FOUND, GROUP_CHANGED, TEXT_RISKY, OPERATION_REUSED. */
export const renameGroup = async (context: MemberContext, input: Parsed<'group.rename'>): Promise<GroupView> => {
  await checkWords(context, [input.name], 'name');
  const step = stepOf(context, input);
  return groupView(await act(context, input.groupId, (group, actor) => decideRename(group, input.name, actor, step)), context.member);
};

/** The code is made from the act, so asking again for the same one shows the same. */
export const inviteToGroup = async (context: MemberContext, input: Parsed<'group.invite'>): Promise<GroupInviteView> => {
  const step = stepOf(context, input);
  const code = codeDigitsOf(RULES.group.inviteDigits, secret(), 'group', input.groupId, context.operationId);
  const group = await act(context, input.groupId, (standing, actor) => decideInvite(standing, inviteIdOf(code), actor, step));
  return { groupId: group._id, code, untilMs: group.inviteUntilMs };
};

/** Refuses GROUP_INVITE_OVER, OUT_OF_AREA, GROUP_FULL, GROUP_OWNERS_FULL, OPERATION_REUSED. */
export const acceptGroup = async (context: MemberContext, input: Parsed<'group.accept'>): Promise<GroupView> => {
  const { member } = context;
  const step = stepOf(context, input);
  const done = await doneOrRoom(member, step);
  if (done !== null) return groupView(done, member);
  const inviteId = inviteIdOf(input.code);
  const invited = (await groupInvitedTo(inviteId)) ?? fail('GROUP_INVITE_OVER');
  return groupView(await changeAggregate(GROUP_KIND, context, invited._id, (group) => decideAccept(group, inviteId, member, step)), member);
};

export const leaveGroup = async (context: MemberContext, input: Parsed<'group.leave'>): Promise<GroupRef> => {
  const step = stepOf(context, input);
  return groupRefOf(await act(context, input.groupId, (group, actor) => decideLeave(group, actor, step)));
};

export const removeGroupOwner = async (context: MemberContext, input: Parsed<'group.removeOwner'>): Promise<GroupView> => {
  const step = stepOf(context, input);
  return groupView(await act(context, input.groupId, (group, actor) => decideRemoveOwner(group, input.memberId, actor, step)), context.member);
};

/** What staff say of why is read by the owners. */
export const endGroup = async (context: MemberContext, input: Parsed<'group.end'>): Promise<GroupRef> => {
  await checkFewWords(context, [input.reason], 'reason');
  const step = stepOf(context, input);
  return groupRefOf(await act(context, input.groupId, (group, actor) => decideEnd(group, input.reason, actor, step)));
};

export const myGroups = async ({ member }: MemberContext): Promise<readonly GroupView[]> => (await groupsOwnedBy(member._id)).map((group) => groupView(group, member));

/** For its owners and staff of the community. Refuses NOT_FOUND. */
export const getGroup = async ({ member }: MemberContext, { groupId }: Parsed<'group.get'>): Promise<GroupView> => {
  const group = await groupRepository.get(groupId);
  return isOwner(group, member) || worksAt(member, group.communityId) ? groupView(group, member) : fail('NOT_FOUND');
};

/** Refuses OUT_OF_AREA. */
export const listGroups = async ({ member }: MemberContext, { communityId }: Parsed<'group.list'>): Promise<readonly GroupView[]> =>
  worksAt(member, communityId) ? (await groupsOfCommunity(communityId)).map((group) => groupView(group, member)) : fail('OUT_OF_AREA');
