import * as v from 'valibot';
import { areaIdSchema, cursorSchema, emptySchema, idSchema, textSchema, type Page } from './common';
import { LIMITS } from './limits';
import { BUDGET, route } from './route';
import type { ShiftCardView } from './shift.contract';
import { PUBLIC_TEAM_KINDS, TEAM_RELATIONS, TEAM_ROLES, type TeamKind, type TeamPlace, type TeamRelation, type TeamRole, type TeamState } from './vocabulary';

/**
 * People who do things together (队伍), and help teams (帮扶小组) around one person, which only their own people see.
 *
 * - `TeamCardView`: a row of the teams of my place (`team.list`) and of my own (`team.mine`).
 * - `TeamView`: its page. Neighbours read who leads it, masked; its own people read each other's names; whoever leads it
 *   reads ids as well, to answer, give roles and take people out.
 */
export interface TeamCardView {
  readonly teamId: string;
  readonly kind: TeamKind;
  readonly state: TeamState;
  readonly name: string;
  readonly purpose: string;
  readonly areaName: string;
  readonly memberCount: number;
  /** First lead, masked for whoever is not in; null while there is none. */
  readonly leadName: string | null;
  /** How I stand to it; null for a stranger. */
  readonly place: TeamPlace | null;
  readonly role: TeamRole | null;
}

export interface TeamPersonView {
  /** Only for whoever leads the team, and of oneself; else null. */
  readonly memberId: string | null;
  readonly name: string;
  readonly role: TeamRole;
  readonly place: TeamPlace;
  /** Of a help team; else null. */
  readonly relation: TeamRelation | null;
  readonly isMe: boolean;
  readonly sinceMs: number;
}

export interface TeamView extends TeamCardView {
  readonly areaId: string;
  /** Why it was not approved or was closed; empty when neither. */
  readonly note: string;
  /** Leads and deputies first. Strangers read leads and deputies only; those who asked or were invited only its leads read. */
  readonly people: readonly TeamPersonView[];
  /** Its shifts ahead that the reader may see, the soonest first. */
  readonly shifts: readonly ShiftCardView[];
  /** Whom a help team is for: only for its own people. */
  readonly helpedName: string | null;
  /** Read out by whoever leads it so that somebody comes in at once; empty for everybody else and in help teams. */
  readonly joinCode: string;
  readonly membersMax: number;
  readonly canJoin: boolean;
  /** Answer who asked, invite, read the code out: leads and deputies. */
  readonly canManage: boolean;
  /** Give roles, take people out, change its words, close it: leads, and staff of its area for teams that neighbours see. */
  readonly canLead: boolean;
  /** Staff of its area who did not propose it. */
  readonly canDecide: boolean;
  /** A social worker of the area, while a help team has no lead. */
  readonly canTakeOver: boolean;
}

const STAFF = { roles: ['administrator', 'staff', 'socialWorker'] } as const;
const SOCIAL_WORKERS = { roles: ['socialWorker'] } as const;

const teamRef = { teamId: idSchema };
const personRef = { teamId: idSchema, memberId: idSchema };
const codeSchema = v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(/^[A-Z0-9]{8}$/, '编号是 8 位字母和数字'));
const words = { name: textSchema(LIMITS.nameCharacters, '请给队伍起个名字'), purpose: textSchema(LIMITS.purposeCharacters, '请写一两句这支队伍做什么') };

export const TEAM_ROUTES = {
  /** By anybody, for the community or the street they live in; staff look at it before neighbours see it. */
  'team.propose': route<TeamView>()({ input: v.strictObject({ kind: v.picklist(PUBLIC_TEAM_KINDS), areaId: areaIdSchema, ...words }), mutating: true, access: 'member', requestBudget: BUDGET.publish, quota: 'contentCheck' }),
  /** By a social worker of the area, around one person who agreed: a neighbour whom they found by code, or somebody on paper. */
  'team.openHelp': route<TeamView>()({
    input: v.strictObject({ ...words, helped: v.variant('kind', [v.strictObject({ kind: v.literal('member'), memberId: idSchema }), v.strictObject({ kind: v.literal('person'), personId: idSchema })]), hasConsent: v.literal(true, '要先问过本人或监护人，同意了再建') }),
    mutating: true, access: SOCIAL_WORKERS, requestBudget: BUDGET.publish, quota: 'contentCheck',
  }),
  /** By staff of its area who did not propose it. */
  'team.decide': route<TeamView>()({
    input: v.strictObject({ ...teamRef, decision: v.variant('kind', [v.strictObject({ kind: v.literal('approve') }), v.strictObject({ kind: v.literal('refuse'), note: textSchema(LIMITS.noteCharacters, '请写一句为什么，对方会看到') })]) }),
    mutating: true, access: STAFF, requestBudget: BUDGET.command, quota: 'contentCheck',
  }),
  'team.update': route<TeamView>()({ input: v.strictObject({ ...teamRef, ...words }), mutating: true, access: 'member', requestBudget: BUDGET.command, quota: 'contentCheck' }),
  /** Teams of the reader's community and street, or of one area they may see; never help teams. */
  'team.list': route<Page<TeamCardView>>()({ input: v.strictObject({ areaId: v.optional(v.nullable(areaIdSchema), null), cursor: cursorSchema }), mutating: false, access: 'member', requestBudget: BUDGET.list }),
  /** Those I am in, asked to come into, or was invited to. */
  'team.mine': route<readonly TeamCardView[]>()({ input: emptySchema, mutating: false, access: 'member', requestBudget: BUDGET.list }),
  'team.get': route<TeamView>()({ input: v.strictObject(teamRef), mutating: false, access: 'member', requestBudget: BUDGET.detail }),
  /** Asks to come in; whoever leads it answers. */
  'team.join': route<TeamView>()({ input: v.strictObject(teamRef), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** In at once, by the code that its lead reads out. */
  'team.joinByCode': route<TeamView>()({ input: v.strictObject({ code: codeSchema }), mutating: true, access: 'member', requestBudget: BUDGET.publish, quota: 'code' }),
  'team.answer': route<TeamView>()({ input: v.strictObject({ ...personRef, accept: v.boolean() }), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** By the code somebody read out; they come in only when they say yes. `relation`: needed in a help team, null elsewhere. */
  'team.invite': route<TeamView>()({ input: v.strictObject({ ...teamRef, code: codeSchema, relation: v.optional(v.nullable(v.picklist(TEAM_RELATIONS)), null) }), mutating: true, access: 'member', requestBudget: BUDGET.publish, quota: 'code' }),
  'team.answerInvite': route<{ readonly teamId: string }>()({ input: v.strictObject({ ...teamRef, accept: v.boolean() }), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** The old code is dead at once. */
  'team.renewCode': route<TeamView>()({ input: v.strictObject(teamRef), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** Also takes back that one asked. The only lead finds another first. */
  'team.leave': route<{ readonly teamId: string }>()({ input: v.strictObject(teamRef), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  'team.setRole': route<TeamView>()({ input: v.strictObject({ ...personRef, role: v.picklist(TEAM_ROLES) }), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** Also takes an invitation back. */
  'team.remove': route<TeamView>()({ input: v.strictObject(personRef), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** A help team that lost its lead gets the social worker who asks. */
  'team.takeOver': route<TeamView>()({ input: v.strictObject(teamRef), mutating: true, access: SOCIAL_WORKERS, requestBudget: BUDGET.command }),
  'team.close': route<{ readonly teamId: string }>()({ input: v.strictObject({ ...teamRef, reason: textSchema(LIMITS.noteCharacters, '请写一句为什么，队员会看到') }), mutating: true, access: 'member', requestBudget: BUDGET.publish, quota: 'contentCheck' }),
} as const;
