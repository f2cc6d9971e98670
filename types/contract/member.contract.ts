import * as v from 'valibot';
import { areaIdSchema, cursorSchema, emptySchema, idSchema, textSchema, type Page } from './common';
import { LIMITS } from './limits';
import { ROLES, type MessageTemplate, type Role } from './vocabulary';
import { BUDGET, route } from './route';

/** `own`: what the person wrote, did and got. `help`: what stands about the help that they, their shop or their unit gave. `service`: hours of service and certificates. */
export const EXPORT_PARTS = ['own', 'help', 'service'] as const;
export type ExportPart = (typeof EXPORT_PARTS)[number];

export interface RoleView {
  readonly role: Role;
  readonly areaId: string;
  readonly areaName: string;
  /** Set for merchants: the name people see on a claim. */
  readonly merchantName: string | null;
}

/** The caller as they see themselves. */
export interface MeView {
  readonly memberId: string;
  readonly displayName: string;
  /** Eight characters a person reads out so that staff can give them a role. */
  readonly code: string;
  readonly communityId: string;
  readonly communityName: string;
  readonly gridId: string | null;
  readonly gridName: string | null;
  /** Phone of the duty person; always shown. */
  readonly dutyPhone: string;
  readonly roles: readonly RoleView[];
  /** Leads a team or stands in for its lead, so may organise for it. */
  readonly leadsTeams: boolean;
  readonly typeSize: TypeSize;
  readonly careMode: boolean;
  /** Whether wishes that suit what they offer are put before them, at most twice a week. */
  readonly suggestions: boolean;
  readonly unreadNotices: number;
  /** Numbers the screens speak of, so that no literal stands in a page. */
  readonly rules: { readonly holdHours: number; readonly deliverDays: number; readonly confirmDays: number; readonly reviewWorkingHours: number; readonly openWishesPerHousehold: number; readonly valueCapFen: number; readonly aboveCapMaxFen: number };
  /** Subscription template ids by key, as configured for this deployment. */
  readonly messageTemplateIds: Readonly<Record<string, string>>;
  /** Kinds of messages they lately said no to: not asked for at their taps, only where they ask themselves. */
  readonly notAskedTemplates: readonly MessageTemplate[];
  readonly serverNowMs: number;
}

export const TYPE_SIZES = ['system', 'normal', 'large'] as const;
export type TypeSize = (typeof TYPE_SIZES)[number];

/** Answer of `member.me` for somebody who has not joined yet. */
export type MeReply = { readonly joined: true; readonly me: MeView } | { readonly joined: false; readonly serverNowMs: number };

/** Somebody as staff see them when giving a role; never phone, never openid. */
export interface PersonView {
  readonly memberId: string;
  readonly displayName: string;
  readonly communityName: string;
  readonly roles: readonly RoleView[];
  /** Until when staff stopped new claims of theirs; 0 or past when they may claim. */
  readonly frozenUntilMs: number;
}

const joinInput = v.strictObject({
  areaId: areaIdSchema,
  displayName: textSchema(LIMITS.nameCharacters, '请写个称呼，比如“三楼李姐”'),
  /** Version of the privacy guide that was shown and agreed to. */
  privacyVersion: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
});

const settingsInput = v.strictObject({
  displayName: v.optional(textSchema(LIMITS.nameCharacters)),
  typeSize: v.optional(v.picklist(TYPE_SIZES)),
  careMode: v.optional(v.boolean()),
  suggestions: v.optional(v.boolean()),
});

const roleInput = v.strictObject({ memberId: idSchema, role: v.picklist(ROLES), areaId: areaIdSchema, merchantName: v.optional(textSchema(LIMITS.nameCharacters)) });

export const MEMBER_ROUTES = {
  'member.me': route<MeReply>()({ input: emptySchema, mutating: false, access: 'anonymous', requestBudget: BUDGET.detail }),
  'member.join': route<MeView>()({ input: joinInput, mutating: true, access: 'anonymous', requestBudget: BUDGET.publish, quota: 'contentCheck' }),
  'member.saveSettings': route<MeView>()({ input: settingsInput, mutating: true, access: 'member', requestBudget: BUDGET.publish, quota: 'contentCheck' }),
  /** By the code a person reads out. */
  'member.lookup': route<PersonView>()({ input: v.strictObject({ code: v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(/^[A-Z0-9]{8}$/, '编号是 8 位字母和数字')) }), mutating: false, access: { roles: ['administrator', 'staff', 'socialWorker'] }, requestBudget: BUDGET.detail, quota: 'code' }),
  'member.grantRole': route<PersonView>()({ input: roleInput, mutating: true, access: { roles: ['administrator', 'staff'] }, requestBudget: BUDGET.publish }),
  'member.revokeRole': route<PersonView>()({ input: v.strictObject({ memberId: idSchema, role: v.picklist(ROLES), areaId: areaIdSchema }), mutating: true, access: { roles: ['administrator', 'staff'] }, requestBudget: BUDGET.publish }),
  /** New claims of a person stop for some days, or go on (0), with a reason they read; what they hold goes on. */
  'member.freeze': route<{ readonly memberId: string; readonly frozenUntilMs: number }>()({ input: v.strictObject({ memberId: idSchema, days: v.picklist([0, 7, 30, 90]), reason: textSchema(LIMITS.noteCharacters, '请写一句为什么') }), mutating: true, access: { roles: ['administrator', 'staff', 'socialWorker'] }, requestBudget: BUDGET.command }),
  /** Who holds a role at a node or below. */
  'member.roleHolders': route<Page<PersonView>>()({ input: v.strictObject({ areaId: areaIdSchema, cursor: cursorSchema }), mutating: false, access: { roles: ['administrator', 'staff'] }, requestBudget: BUDGET.listWithPictures }),
  /** Once a deployment: makes the caller administrator of the district that it names, which is created with it. */
  'member.claimFirstAdministrator': route<MeReply>()({ input: v.strictObject({ secret: v.pipe(v.string(), v.minLength(8), v.maxLength(200)), districtCode: v.pipe(v.string(), v.regex(/^[a-z0-9]{1,12}$/, '只用小写字母和数字')), districtName: textSchema(20), dutyPhone: v.pipe(v.string(), v.regex(/^[0-9-]{5,15}$/, '电话不对')), displayName: textSchema(LIMITS.nameCharacters) }), mutating: true, access: 'anonymous', requestBudget: BUDGET.balance, quota: 'code' }),
  /** Everything the program holds about the caller, as JSON text to keep; in parts, because an answer and its requests are bounded. */
  'member.exportData': route<{ readonly json: string }>()({ input: v.strictObject({ part: v.optional(v.picklist(EXPORT_PARTS), 'own') }), mutating: false, access: 'member', requestBudget: BUDGET.balance + 8, quota: 'code' }),
  /** Leaves and erases; refused while wishes or claims are unfinished. Anonymous, so that a lost reply can be asked for again by who has left. */
  'member.leave': route<{ readonly left: true }>()({ input: emptySchema, mutating: true, access: 'anonymous', /** And one for shops. */ requestBudget: BUDGET.leave + 1 }),
} as const;
