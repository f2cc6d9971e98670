import type { GroupState } from '@contract';
import { bornWith, type OutboxEvent } from '../aggregate/aggregate';
import type { OutcomeOf } from '../aggregate/change';
import type { Step } from '../aggregate/step';
import { bySomebody, STEPS_MAX, type Versioned } from '../aggregate/versioned';
import { holdsAt, STAFF_ROLES } from '../kernel/access';
import { pathOf } from '../kernel/area-tree';
import type { Member } from '../member/member';
import { RULES } from '../rules';

/** `toldIds`: whose matter it was, of whom the document knows nothing any more. */
export type GroupEvent = OutboxEvent &
  (
    | { readonly kind: 'groupBound' | 'groupInvited' | 'groupRenamed' }
    | { readonly kind: 'groupOwnerJoined'; readonly memberId: string }
    | { readonly kind: 'groupOwnerGone'; readonly cause: 'self' | 'staff' | 'left'; readonly memberId: string }
    | { readonly kind: 'groupEnded'; readonly cause: GroupEnd; readonly toldIds: readonly string[] }
  );

/** Who ended it: an owner, staff, or nobody because the last owner is gone. */
export type GroupEnd = 'owner' | 'staff' | 'left';

export type GroupOutcome = OutcomeOf<GroupEvent>;

export interface GroupOwner {
  readonly name: string;
  readonly sinceMs: number;
}

/** What it is called, and what it is for. */
export interface GroupWords {
  readonly name: string;
  readonly areaId: string;
  readonly areaName: string;
  readonly communityId: string;
  readonly communityName: string;
}

/**
 * One WeChat group bound to a community. Its id is a keyed hash of what WeChat calls it, which is not kept; or of the act
 * that bound it, where WeChat doesn't tell. Of its members nothing is known.
 */
export interface Group extends Versioned<GroupEvent>, GroupWords {
  readonly state: GroupState;
  readonly boundBy: 'wechat' | 'code';
  readonly areaIds: readonly string[];
  readonly owners: Readonly<Record<string, GroupOwner>>;
  /** The keys of `owners`; plain, because lists ask for it. */
  readonly ownerIds: readonly string[];
  /** Keyed hash of the invitation that stands; null for none. */
  readonly inviteId: string | null;
  readonly inviteUntilMs: number;
  readonly boundAtMs: number;
  readonly endedBy: GroupEnd | null;
  readonly note: string;
}

const ownedBy = (member: Member, nowMs: number): Pick<Group, 'owners' | 'ownerIds'> => ({ owners: { [member._id]: { name: member.displayName, sinceMs: nowMs } }, ownerIds: [member._id] });

/** What it stands with when it is bound, the first time or again. */
export const boundWith = (words: GroupWords, boundBy: Group['boundBy'], actor: Member, nowMs: number): Omit<Group, keyof Versioned<GroupEvent>> & { readonly state: 'bound' } => ({
  ...words, boundBy, ...ownedBy(actor, nowMs), areaIds: pathOf(words.areaId), state: 'bound', inviteId: null, inviteUntilMs: 0, boundAtMs: nowMs, endedBy: null, note: '',
});

export const newGroup = (groupId: string, words: GroupWords, boundBy: Group['boundBy'], actor: Member, step: Step): Group => ({
  _id: groupId,
  ...boundWith(words, boundBy, actor, step.nowMs),
  version: 1, steps: { [step.operationId]: step.inputHash },
  ...bornWith<GroupEvent>({ kind: 'groupBound', ...bySomebody(step) }),
});

export const isOwner = ({ ownerIds }: Pick<Group, 'ownerIds'>, member: Pick<Member, '_id'>): boolean => ownerIds.includes(member._id);

/** Who may keep a group for an area: a group owner there, or staff. */
export const mayKeep = (member: Member, areaId: string): boolean => holdsAt(member.roles, ['groupOwner', ...STAFF_ROLES], areaId);

/** What must hold at every moment. */
export const isGroupCoherent = (group: Group): boolean =>
  (group.state === 'bound') === (group.ownerIds.length > 0) &&
  (group.state === 'ended') === (group.endedBy !== null) &&
  Object.keys(group.owners).sort().join() === [...group.ownerIds].sort().join() &&
  group.ownerIds.length <= RULES.group.owners &&
  (group.state === 'bound' || group.inviteId === null) &&
  group.areaId.startsWith(group.communityId) &&
  Object.keys(group.outbox).length === group.pendingEvents &&
  Object.keys(group.steps).length <= STEPS_MAX;
