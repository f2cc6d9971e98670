import * as v from 'valibot';
import { areaIdSchema, emptySchema, textSchema } from './common';
import { LIMITS } from './limits';
import { BUDGET, route } from './route';

/** What may bring points (RULES.md section 5). Nothing for sharing, opening, bringing people, or giving money. */
export const EARNING_KINDS = ['delivery', 'carefulRating', 'service', 'meeting', 'suggestion', 'coPlanning'] as const;
export type EarningKind = (typeof EARNING_KINDS)[number];
export const EARNING_LABEL: Readonly<Record<EarningKind, string>> = {
  delivery: '东西送到、事情办好', carefulRating: '认真评价', service: '志愿服务一小时', meeting: '参加议事会', suggestion: '建议被采纳', coPlanning: '一起商量项目',
};

const count = (max: number) => v.pipe(v.number('填一个数'), v.integer('填整数'), v.minValue(0, '不能少于 0'), v.maxValue(max, `最多 ${max}`));

/** What one community gives points for. Whole points; a kind with 0 brings nothing. */
export const pointRulesSchema = v.strictObject({
  per: v.strictObject({ delivery: count(50), carefulRating: count(10), service: count(50), meeting: count(50), suggestion: count(100), coPlanning: count(100) }),
  /** What one person gets at most in a day and in a calendar month, UTC+8. */
  capPerDay: v.pipe(count(500), v.minValue(1, '至少 1')),
  capPerMonth: v.pipe(count(5_000), v.minValue(1, '至少 1')),
  /** Between the same two people in a month: in full so often, then half so often, then nothing. */
  pairInFull: count(100),
  pairInHalf: count(100),
});
export type PointRules = v.InferOutput<typeof pointRulesSchema>;

export interface RuleVersionView {
  /** Counted from 1; 0 is what every community starts with. */
  readonly number: number;
  readonly rules: PointRules;
  /** From the start of a day on; never changes what was earned before. */
  readonly fromMs: number;
  readonly state: 'past' | 'inForce' | 'coming';
  readonly byName: string;
  readonly reason: string;
}

/** One calendar month counted anew. */
export interface MonthTotal {
  readonly points: number;
  /** People who got any. */
  readonly people: number;
  /** Times somebody got less than in full, by a cap or between the same two. */
  readonly lessened: number;
}

export interface SimulationView {
  /** "2026-10". */
  readonly month: string;
  readonly now: MonthTotal;
  readonly then: MonthTotal;
  /** By kind, under either rules. */
  readonly kinds: readonly { readonly kind: EarningKind; readonly times: number; readonly now: number; readonly then: number }[];
  /** People who would have got more, and less. */
  readonly more: number;
  readonly less: number;
  /** More people earned than were counted. */
  readonly isPartial: boolean;
}

/** Why something brought less than in full, or nothing. */
export type LessReason = 'pairHalf' | 'pairEnded' | 'dayCap' | 'monthCap' | 'unpaid' | 'takenBack';

/** That, to whoever did it. */
export const LESS_TEXT: Readonly<Record<LessReason, string>> = {
  pairHalf: '这个月跟同一位次数多了，算一半',
  pairEnded: '这个月跟同一位次数多了，不再算分',
  dayCap: '当天的分已经到顶',
  monthCap: '这个月的分已经到顶',
  unpaid: '社区这一项现在不给分',
  takenBack: '社区核对后收回了',
};

export interface WaysView {
  readonly rules: PointRules;
  /** This month so far. */
  readonly earned: number;
  readonly lessened: readonly { readonly text: string; readonly points: number; readonly reason: LessReason; readonly atMs: number }[];
}

const STAFF = { roles: ['administrator', 'staff'] } as const;
const areaRef = { communityId: areaIdSchema };

export const POINT_RULE_ROUTES = {
  /** Anybody: what brings points in their community now, and what of theirs brought less this month. */
  'points.ways': route<WaysView>()({ input: emptySchema, mutating: false, access: 'member', requestBudget: BUDGET.detail }),
  'pointRules.list': route<readonly RuleVersionView[]>()({ input: v.strictObject(areaRef), mutating: false, access: STAFF, requestBudget: BUDGET.list }),
  /** What last month would have come to under other rules. */
  'pointRules.simulate': route<SimulationView>()({ input: v.strictObject({ ...areaRef, rules: pointRulesSchema }), mutating: false, access: STAFF, requestBudget: BUDGET.detail }),
  /** A new version from tomorrow on; what was earned stays as it was. */
  'pointRules.save': route<RuleVersionView>()({ input: v.strictObject({ ...areaRef, rules: pointRulesSchema, reason: textSchema(LIMITS.noteCharacters, '请写为什么改') }), mutating: true, access: STAFF, requestBudget: BUDGET.command, quota: 'contentCheck' }),
} as const;
