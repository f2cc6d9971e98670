import * as v from 'valibot';
import { areaIdSchema, emptySchema, idSchema, optionalTextSchema, textSchema } from './common';
import { LIMITS } from './limits';
import { BUDGET, route } from './route';
import type { GroupState } from './vocabulary';

/**
 * WeChat groups (微信群) that their owners (群主) bound to a community, to bring what is needed there. Who is in a group is
 * never known here, and whoever brings people gets nothing for it but thanks.
 */
export interface GroupRef {
  readonly groupId: string;
  readonly state: GroupState;
}

/** Of the owners, for the other owners and for staff of the community. */
export interface GroupOwnerView {
  readonly memberId: string;
  readonly name: string;
  readonly sinceMs: number;
  readonly isMe: boolean;
}

export interface GroupView extends GroupRef {
  readonly name: string;
  /** `wechat`: WeChat itself said which group it is; `code`: somebody said so. */
  readonly boundBy: 'wechat' | 'code';
  readonly communityId: string;
  readonly communityName: string;
  /** The community or the 小区 it is for. */
  readonly areaName: string;
  readonly owners: readonly GroupOwnerView[];
  readonly boundAtMs: number;
  /** Why it ended, in words; empty while it is bound. */
  readonly note: string;
  readonly isMine: boolean;
  readonly canRemoveOwner: boolean;
  readonly canEnd: boolean;
}

/** For another owner of the same group, once; told by word of mouth or in the group. */
export interface GroupInviteView {
  readonly groupId: string;
  readonly code: string;
  readonly untilMs: number;
}

/** What WeChat's client hands over for the group it was opened from; only the cloud can read it. */
export const cloudIdSchema = v.pipe(v.string(), v.regex(/^[\w+/=-]{1,200}$/, '群的信息不对'));

/** Whether the group one opened the program from is bound: by nobody, by oneself, by others, or shut by staff. */
export const GROUP_TOLD_STANDINGS = ['free', 'mine', 'others', 'shut'] as const;
export interface GroupToldView {
  readonly standing: (typeof GROUP_TOLD_STANDINGS)[number];
  /** Its id and name, for its owners alone. */
  readonly groupId: string | null;
  readonly name: string;
}

const groupRef = { groupId: idSchema };
const KEEPERS = { roles: ['groupOwner', 'administrator', 'staff', 'socialWorker'] } as const;
const STAFF = { roles: ['administrator', 'staff', 'socialWorker'] } as const;

export const GROUP_ROUTES = {
  /** Where WeChat doesn't tell the group, `cloudId` is null and the group is known by its owner's word. `areaId`: a community or a 小区 of it. */
  'group.bind': route<GroupView>()({ input: v.strictObject({ name: textSchema(LIMITS.nameCharacters, '请写群的名字'), areaId: areaIdSchema, cloudId: v.optional(v.nullable(cloudIdSchema), null) }), mutating: true, access: KEEPERS, requestBudget: BUDGET.bind, quota: 'contentCheck' }),
  /** Which group WeChat says it is, and whether it may be bound. */
  'group.told': route<GroupToldView>()({ input: v.strictObject({ cloudId: cloudIdSchema }), mutating: false, access: KEEPERS, requestBudget: BUDGET.list }),
  /** By an owner; what it is called is only for its owners and staff. */
  'group.rename': route<GroupView>()({ input: v.strictObject({ ...groupRef, name: textSchema(LIMITS.nameCharacters, '请写群的名字') }), mutating: true, access: 'member', requestBudget: BUDGET.command, quota: 'contentCheck' }),
  'group.mine': route<readonly GroupView[]>()({ input: emptySchema, mutating: false, access: 'member', requestBudget: BUDGET.list }),
  'group.get': route<GroupView>()({ input: v.strictObject(groupRef), mutating: false, access: 'member', requestBudget: BUDGET.detail }),
  /** Another code makes the last one void. */
  'group.invite': route<GroupInviteView>()({ input: v.strictObject(groupRef), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  'group.accept': route<GroupView>()({ input: v.strictObject({ code: v.pipe(v.string(), v.regex(/^\d{8}$/, '邀请码是 8 个数字')) }), mutating: true, access: KEEPERS, requestBudget: BUDGET.asked, quota: 'verify' }),
  /** The last owner who leaves unbinds it. */
  'group.leave': route<GroupRef>()({ input: v.strictObject(groupRef), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** By staff of the community. */
  'group.removeOwner': route<GroupView>()({ input: v.strictObject({ ...groupRef, memberId: idSchema }), mutating: true, access: STAFF, requestBudget: BUDGET.command }),
  /** Unbound by an owner; or by staff of the community, who say why: then only they bind it again. */
  'group.end': route<GroupRef>()({ input: v.strictObject({ ...groupRef, reason: optionalTextSchema(LIMITS.noteCharacters) }), mutating: true, access: 'member', requestBudget: BUDGET.asked }),
  /** Bound groups of a community, for its staff. */
  'group.list': route<readonly GroupView[]>()({ input: v.strictObject({ communityId: areaIdSchema }), mutating: false, access: STAFF, requestBudget: BUDGET.list }),
} as const;
