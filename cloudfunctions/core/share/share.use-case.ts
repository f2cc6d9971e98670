import type { ApiContract, ShareCodeView, ShareItemKind, ShareLandingView, ShareSightView } from '@contract';
import { isOwner, type Group } from '../group/group';
import { groupRepository } from '../group/group.repository';
import { keyedId } from '../kernel/ids';
import { fail } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import type { CallContext, MemberContext } from '../platform/context';
import { environmentValue } from '../platform/environment';
import { store } from '../platform/store';
import { RULES } from '../rules';
import { pictureOfCode } from './share-picture.repository';
import { mustNote, newShareCode, REACHED, shareCodeIdOf, standsFor, type ShareCode, type ShareOpen } from './share-code';
import { codesOfGroup, getShareCode, noteSomething } from './share.repository';
import { findThing, isBroughtTo, thingsNear, thingsOf } from './shared-thing.repository';
import { standingLately } from './standing.use-case';
import { sightOf } from './thing-kinds';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

const secret = (): string => environmentValue('LINYUAN_ID_SECRET');

/** For its owners. Refuses NOT_FOUND, GROUP_CHANGED. */
const ownGroup = async (groupId: string, member: Member): Promise<Group> => {
  const group = await groupRepository.get(groupId);
  if (!isOwner(group, member)) return fail(worksAt(member, group.communityId) ? 'GROUP_CHANGED' : 'NOT_FOUND');
  return group;
};

/** A code of its own; where another thing has it, or this one is closed, the next. */
const codeFor = async (groupId: string, itemKind: ShareItemKind, itemId: string, nowMs: number): Promise<string> => {
  for (let tries = 0; tries < RULES.share.codeTries; tries += 1) {
    const code = shareCodeIdOf(secret(), groupId, itemKind, itemId, tries);
    if ((await store.insertOnce('shareCodes', newShareCode(code, groupId, itemKind, itemId, nowMs))) === 'inserted') return code;
    const standing = await store.find<ShareCode>('shareCodes', code);
    if (standing !== null && standsFor(standing, groupId, itemKind, itemId)) return code;
  }
  return fail('BUSY');
};

/** Refuses NOT_FOUND for a group of others and for a thing that is not to be seen in its community. */
export const makeShareCode = async ({ member, nowMs }: MemberContext, { groupId, itemKind, itemId }: Parsed<'share.make'>): Promise<{ readonly code: string }> => {
  const group = await ownGroup(groupId, member);
  const thing = await findThing(itemKind, itemId);
  if (thing === null || !isBroughtTo(thing, group) || sightOf(itemKind, itemId, thing, nowMs).standing === 'gone') fail('NOT_FOUND');
  return { code: await codeFor(groupId, itemKind, itemId, nowMs) };
};

/** One small document a person and code: nobody waits for anybody. Refuses SHARE_GONE. */
export const openShare = async ({ callerId, nowMs }: CallContext, { code }: Parsed<'share.open'>): Promise<ShareLandingView> => {
  const standing = await getShareCode(code);
  const { itemKind, itemId } = standing;
  if (standing.closedAtMs === null) {
    if (mustNote(standing, nowMs)) await noteSomething(code, nowMs);
    const open: ShareOpen = { _id: keyedId('so', secret(), code, callerId), codeId: code, personId: callerId, itemId, reached: REACHED.opened, openedAtMs: nowMs };
    await store.insertOnce('shareOpens', open);
  }
  return { itemKind, itemId, standing: await standingLately(itemKind, itemId, nowMs) };
};

/** Refuses SHARE_GONE. */
export const lookAtShare = async ({ nowMs }: Pick<CallContext, 'nowMs'>, { code }: Parsed<'share.look'>): Promise<ShareSightView> => {
  const { itemKind, itemId } = await getShareCode(code);
  return sightOf(itemKind, itemId, await findThing(itemKind, itemId), nowMs);
};

/** Refuses NOT_FOUND. */
export const thingsForGroup = async ({ member, nowMs }: MemberContext, { groupId }: Parsed<'share.things'>): Promise<readonly ShareSightView[]> => thingsNear(await ownGroup(groupId, member), nowMs);

const viewOf = (code: ShareCode, things: ReadonlyMap<string, ShareSightView>): ShareCodeView => {
  const thing = things.get(code.itemId);
  return { code: code._id, itemKind: code.itemKind, itemId: code.itemId, title: thing?.title ?? '', standing: thing?.standing ?? 'gone', numbers: code.numbers, countedAtMs: code.countedAtMs, isCounting: code.closedAtMs === null };
};

/** Refuses NOT_FOUND. */
export const sharesOfGroup = async ({ member, nowMs }: MemberContext, { groupId }: Parsed<'share.ofGroup'>): Promise<readonly ShareCodeView[]> => {
  const group = await groupRepository.get(groupId);
  if (!isOwner(group, member) && !worksAt(member, group.communityId)) return fail('NOT_FOUND');
  const codes = await codesOfGroup(groupId);
  const things = await thingsOf(codes, nowMs);
  return codes.map((code) => viewOf(code, things));
};

/** Refuses SHARE_GONE, NOT_FOUND. */
export const sharePicture = async ({ member, nowMs }: MemberContext, { code }: Parsed<'share.picture'>): Promise<{ readonly pictureUri: string | null }> => {
  const standing = await getShareCode(code);
  await ownGroup(standing.groupId, member);
  return { pictureUri: await pictureOfCode(code, nowMs) };
};
