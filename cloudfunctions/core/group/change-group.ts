import { REPLAY } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { byClock, bySomebody, versionChanged, versionMoved } from '../aggregate/versioned';
import { accept, refuse, type Result } from '../kernel/result';
import { worksAt, type Member } from '../member/member';
import { RULES } from '../rules';
import { boundWith, isOwner, mayKeep, type Group, type GroupEnd, type GroupEvent, type GroupOutcome, type GroupWords } from './group';

type Outcome = Result<GroupOutcome>;

/** A group that was bound before: free again once it ended, but for one that staff ended. Refuses GROUP_BOUND, GROUP_SHUT, OPERATION_REUSED. */
export const decideBindAgain = (group: Group, words: GroupWords, actor: Member, step: Step): Outcome => {
  const known = knownStep(group.steps, step);
  if (known !== null) return known;
  if (group.state === 'bound') return refuse('GROUP_BOUND');
  if (group.endedBy === 'staff' && !worksAt(actor, group.communityId)) return refuse('GROUP_SHUT');
  return accept(versionChanged<GroupEvent>(group, step, { ...boundWith(words, group.boundBy, actor, step.nowMs) }, { kind: 'groupBound', ...bySomebody(step) }));
};

const begin = (group: Group, actor: Member, step: Step): Outcome | null => {
  const known = knownStep(group.steps, step);
  if (known !== null) return known;
  if (!isOwner(group, actor)) return refuse('NOT_FOUND');
  return group.state === 'ended' ? refuse('GROUP_CHANGED') : null;
};

/** Refuses NOT_FOUND, GROUP_CHANGED, OPERATION_REUSED. */
export const decideRename = (group: Group, name: string, actor: Member, step: Step): Outcome => begin(group, actor, step) ?? accept(versionChanged<GroupEvent>(group, step, { name }, { kind: 'groupRenamed', ...bySomebody(step) }));

/** Refuses NOT_FOUND, GROUP_OWNERS_FULL, OPERATION_REUSED. */
export const decideInvite = (group: Group, inviteId: string, actor: Member, step: Step): Outcome => {
  const begun = begin(group, actor, step);
  if (begun !== null) return begun;
  if (group.ownerIds.length >= RULES.group.owners) return refuse('GROUP_OWNERS_FULL');
  return accept(versionChanged<GroupEvent>(group, step, { inviteId, inviteUntilMs: step.nowMs + RULES.group.inviteMs }, { kind: 'groupInvited', ...bySomebody(step) }));
};

/** Refuses GROUP_INVITE_OVER, OUT_OF_AREA for whoever is no group owner there, GROUP_OWNERS_FULL, OPERATION_REUSED. */
export const decideAccept = (group: Group, inviteId: string, actor: Member, step: Step): Outcome => {
  const known = knownStep(group.steps, step);
  if (known !== null) return known;
  if (group.state !== 'bound' || group.inviteId !== inviteId || step.nowMs >= group.inviteUntilMs) return refuse('GROUP_INVITE_OVER');
  if (!mayKeep(actor, group.areaId)) return refuse('OUT_OF_AREA');
  if (isOwner(group, actor)) return accept(REPLAY);
  if (group.ownerIds.length >= RULES.group.owners) return refuse('GROUP_OWNERS_FULL');
  const set = { inviteId: null, inviteUntilMs: 0, [`owners.${actor._id}`]: { name: actor.displayName, sinceMs: step.nowMs } };
  return accept(versionChanged<GroupEvent>(group, step, set, { kind: 'groupOwnerJoined', memberId: actor._id, ...bySomebody(step) }, { joins: { ownerIds: actor._id } }));
};

const ENDED = (endedBy: GroupEnd, note: string) => ({ state: 'ended', owners: {}, ownerIds: [], inviteId: null, inviteUntilMs: 0, endedBy, note });
const GONE_NOTE = '没有群主了。';

const without = (memberId: string) => ({ removes: [`owners.${memberId}`], leaves: { ownerIds: memberId } });

/** The last one who goes unbinds it. */
const ownerGone = (group: Group, memberId: string, cause: 'self' | 'staff', step: Step): GroupOutcome =>
  group.ownerIds.length === 1
    ? versionChanged<GroupEvent>(group, step, ENDED('left', GONE_NOTE), { kind: 'groupEnded', cause: 'left', toldIds: cause === 'staff' ? [memberId] : [], ...bySomebody(step) })
    : versionChanged<GroupEvent>(group, step, {}, { kind: 'groupOwnerGone', cause, memberId, ...bySomebody(step) }, without(memberId));

/** Refuses NOT_FOUND, OPERATION_REUSED. */
export const decideLeave = (group: Group, actor: Member, step: Step): Outcome => begin(group, actor, step) ?? accept(ownerGone(group, actor._id, 'self', step));

/** By staff of the community. Refuses NOT_FOUND, OPERATION_REUSED. */
export const decideRemoveOwner = (group: Group, memberId: string, actor: Member, step: Step): Outcome => {
  if (!worksAt(actor, group.communityId)) return refuse('NOT_FOUND');
  const known = knownStep(group.steps, step);
  if (known !== null) return known;
  return group.ownerIds.includes(memberId) ? accept(ownerGone(group, memberId, 'staff', step)) : refuse('NOT_FOUND');
};

/** By an owner, or by staff of the community, who say why. Refuses NOT_FOUND, BAD_INPUT, GROUP_CHANGED, OPERATION_REUSED. */
export const decideEnd = (group: Group, reason: string, actor: Member, step: Step): Outcome => {
  const known = knownStep(group.steps, step);
  if (known !== null) return known;
  const isOwn = isOwner(group, actor);
  if (!isOwn && !worksAt(actor, group.communityId)) return refuse('NOT_FOUND');
  if (group.state === 'ended') return refuse('GROUP_CHANGED');
  if (!isOwn && reason === '') return refuse('BAD_INPUT', { fields: { reason: '请写一句为什么停用，群主会看到' } });
  const toldIds = group.ownerIds.filter((id) => id !== actor._id);
  return accept(versionChanged<GroupEvent>(group, step, ENDED(isOwn ? 'owner' : 'staff', isOwn ? '群主解绑了。' : reason), { kind: 'groupEnded', cause: isOwn ? 'owner' : 'staff', toldIds, ...bySomebody(step) }));
};

/** Somebody left for good, or is no group owner there any more. */
export const decideOwnerGone = (group: Group, memberId: string, atMs: number): Outcome => {
  if (!group.ownerIds.includes(memberId)) return accept(REPLAY);
  const moment = byClock(group._id, 'gone', `${memberId}:${String(group.version)}`, atMs);
  const change =
    group.ownerIds.length === 1
      ? versionMoved<GroupEvent>(group, ENDED('left', GONE_NOTE), { kind: 'groupEnded', cause: 'left', toldIds: [], ...moment })
      : versionMoved<GroupEvent>(group, {}, { kind: 'groupOwnerGone', cause: 'left', memberId, ...moment }, without(memberId));
  return accept({ kind: 'change', change });
};
