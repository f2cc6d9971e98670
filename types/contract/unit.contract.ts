import * as v from 'valibot';
import type { ClaimView } from './claim.contract';
import { emptySchema, idSchema, textSchema } from './common';
import { LIMITS } from './limits';
import { BUDGET, route } from './route';
import { UNIT_KINDS, type UnitKind, type UnitState } from './vocabulary';

/** Somebody of a unit, as its own people and staff see them. */
export interface UnitPersonView {
  readonly memberId: string;
  readonly displayName: string;
  readonly isContact: boolean;
  readonly isMe: boolean;
}

/** A group of people that gives under one name (单位、党支部、家庭). */
export interface UnitView {
  readonly unitId: string;
  readonly kind: UnitKind;
  readonly name: string;
  readonly communityName: string;
  readonly state: UnitState;
  readonly isContact: boolean;
  readonly people: readonly UnitPersonView[];
  /** Read out by the contact so that somebody can join; empty for everybody else. */
  readonly joinCode: string;
  readonly deputiesMax: number;
  readonly isBarred: boolean;
}

export interface UnitDetailView extends UnitView {
  readonly claims: readonly ClaimView[];
  readonly canHandOver: boolean;
  readonly canClose: boolean;
}

const unitRef = { unitId: idSchema };
const STAFF_OR_MEMBER = 'member' as const;

export const UNIT_ROUTES = {
  'unit.create': route<UnitView>()({ input: v.strictObject({ kind: v.picklist(UNIT_KINDS), name: textSchema(LIMITS.nameCharacters, '请写单位的名字') }), mutating: true, access: 'member', requestBudget: BUDGET.command, quota: 'contentCheck' }),
  /** By the code that the contact reads out. */
  'unit.join': route<UnitView>()({ input: v.strictObject({ code: v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(/^[A-Z0-9]{8}$/, '编号是 8 位字母和数字')) }), mutating: true, access: 'member', requestBudget: BUDGET.publish, quota: 'code' }),
  /** By its contact; the old code is dead at once. */
  'unit.renewCode': route<UnitView>()({ input: v.strictObject(unitRef), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  'unit.mine': route<readonly UnitView[]>()({ input: emptySchema, mutating: false, access: 'member', requestBudget: BUDGET.list }),
  'unit.get': route<UnitDetailView>()({ input: v.strictObject(unitRef), mutating: false, access: STAFF_OR_MEMBER, requestBudget: BUDGET.detail }),
  /** By the contact to a deputy; by staff of its area to anybody of the community. */
  'unit.handOver': route<UnitView>()({ input: v.strictObject({ ...unitRef, memberId: idSchema }), mutating: true, access: STAFF_OR_MEMBER, requestBudget: BUDGET.command }),
  /** Oneself, or as its contact a deputy. */
  'unit.leave': route<{ readonly unitId: string }>()({ input: v.strictObject({ ...unitRef, memberId: v.optional(v.nullable(idSchema), null) }), mutating: true, access: 'member', requestBudget: BUDGET.command }),
  /** By the contact, or by staff; claims and directed gifts that are open are finished or given back first. */
  'unit.close': route<{ readonly unitId: string }>()({ input: v.strictObject(unitRef), mutating: true, access: STAFF_OR_MEMBER, requestBudget: BUDGET.publish }),
} as const;
