import * as v from 'valibot';
import { areaIdSchema, momentSchema, textSchema } from './common';
import { LIMITS } from './limits';
import { BUDGET, route } from './route';

/**
 * The three lawful lanes of crowdfunding (docs/go-live.md) and what stands behind each at a district, a street or a
 * community: its legal ground and whoever takes money in. Recorded by one administrator, in force once another confirms.
 * The nearest node up the tree that was decided counts; without one in force the lane's commands answer LANE_CLOSED.
 */
export const LANES = ['linked', 'mutual', 'directed'] as const;
export type Lane = (typeof LANES)[number];
export const LANE_LABEL: Readonly<Record<Lane, string>> = { linked: '公开募捐', mutual: '社区互助', directed: '定向赠与' };

/** `waiting`: recorded and never yet confirmed, so what stands further up counts. */
export const LANE_STATES = ['waiting', 'open', 'closed'] as const;
export type LaneState = (typeof LANE_STATES)[number];
export const LANE_STATE_LABEL: Readonly<Record<LaneState, string>> = { waiting: '等另一位确认', open: '开着', closed: '关着' };

/** What is still wanting at a node: nothing recorded, the second person, or whoever takes money in. */
export type LaneMissing = 'ground' | 'second' | 'collector';

/** Whoever takes money in: the receiving entity's own merchant account, or its own cash box with the person who keeps it. */
export type LaneCollector =
  | { readonly kind: 'subMerchant'; readonly subMchId: string; readonly entityName: string }
  | { readonly kind: 'cash'; readonly entityName: string; readonly keeperName: string };

export interface LaneRecordView {
  readonly groundText: string;
  readonly documentNo: string;
  readonly lawyerCheckedAtMs: number;
  readonly responsibleName: string;
  /** Null: no money in this lane. */
  readonly collector: LaneCollector | null;
  /** The street's accounting agent (居财街管); null where there is none. */
  readonly accountingAgent: { readonly code: string; readonly name: string } | null;
  readonly recordedByName: string;
  readonly recordedAtMs: number;
  readonly confirmedByName: string | null;
  readonly confirmedAtMs: number | null;
}

export interface LaneStepView {
  readonly kind: 'recorded' | 'confirmed' | 'closed';
  readonly byName: string;
  readonly atMs: number;
  /** Why it was closed; of the others the document's number. */
  readonly note: string;
}

/** One lane at one node. */
export interface LaneView {
  readonly areaId: string;
  readonly areaName: string;
  readonly lane: Lane;
  /** Null: nothing was ever recorded here. */
  readonly state: LaneState | null;
  readonly version: number;
  /** In force here; null when nothing is. */
  readonly record: LaneRecordView | null;
  /** Recorded, waiting for another administrator. */
  readonly proposed: LaneRecordView | null;
  /** Whether the lane is open for people here, and by which node's decision; `node` null: nobody ever decided. */
  readonly isOpen: boolean;
  readonly node: { readonly areaId: string; readonly areaName: string } | null;
  readonly missing: readonly LaneMissing[];
  /** The newest first. */
  readonly history: readonly LaneStepView[];
  readonly canRecord: boolean;
  readonly canConfirm: boolean;
  readonly canClose: boolean;
}

const ADMINISTRATORS = { roles: ['administrator'] } as const;
const laneRef = { areaId: areaIdSchema, lane: v.picklist(LANES) };
const entitySchema = textSchema(LIMITS.entityCharacters, '请写收款的是哪家单位');

const collectorSchema = v.variant('kind', [
  // WeChat Pay gives merchants numbers of eight to ten digits.
  v.strictObject({ kind: v.literal('subMerchant'), subMchId: v.pipe(v.string(), v.trim(), v.regex(/^\d{8,10}$/, '商户号是 8 到 10 位数字')), entityName: entitySchema }),
  v.strictObject({ kind: v.literal('cash'), entityName: entitySchema, keeperName: textSchema(LIMITS.nameCharacters, '请写谁管现金') }),
]);

const recordSchema = v.pipe(
  v.strictObject({
    ...laneRef,
    groundText: textSchema(LIMITS.groundCharacters, '请写依据是什么'),
    documentNo: textSchema(LIMITS.documentNoCharacters, '请写文件或协议的编号'),
    lawyerCheckedAtMs: momentSchema,
    responsibleName: textSchema(LIMITS.nameCharacters, '请写由谁负责'),
    collector: v.nullable(collectorSchema),
    accountingAgentCode: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(/^[A-Z0-9]{8}$/, '编号是 8 位字母和数字'))), null),
  }),
  v.forward(v.partialCheck([['lane'], ['collector']], ({ lane, collector }) => lane !== 'linked' || collector === null, '公开募捐的钱只在平台上给，这里不能有收款方'), ['collector']),
  v.forward(v.partialCheck([['lane'], ['collector']], ({ lane, collector }) => lane !== 'directed' || collector !== null, '定向赠与要先有收款方'), ['collector']),
  v.forward(v.partialCheck([['collector'], ['accountingAgentCode']], ({ collector, accountingAgentCode }) => accountingAgentCode === null || collector !== null, '不收钱就用不上记账的人'), ['accountingAgentCode']),
);
export type LaneRecordInput = v.InferInput<typeof recordSchema>;

export const LANE_ROUTES = {
  /** Whether a lane takes anything in a community just now; null: one's own. For whoever is about to write something. */
  'lane.isOpen': route<{ readonly isOpen: boolean }>()({ input: v.strictObject({ areaId: v.optional(v.nullable(areaIdSchema), null), lane: v.picklist(LANES) }), mutating: false, access: 'member', requestBudget: BUDGET.list }),
  /** The three lanes at a node; null: where the administrator works. */
  'lane.list': route<readonly LaneView[]>()({ input: v.strictObject({ areaId: v.optional(v.nullable(areaIdSchema), null) }), mutating: false, access: ADMINISTRATORS, requestBudget: BUDGET.detail }),
  /** By an administrator of the district or the street; what is in force stays so until another confirms the new record. */
  'lane.record': route<LaneView>()({ input: recordSchema, mutating: true, access: ADMINISTRATORS, requestBudget: BUDGET.asked, quota: 'contentCheck' }),
  /** By another administrator, of exactly the version they read. */
  'lane.confirm': route<LaneView>()({ input: v.strictObject({ ...laneRef, version: v.pipe(v.number(), v.integer(), v.minValue(1)) }), mutating: true, access: ADMINISTRATORS, requestBudget: BUDGET.command }),
  /** At once, by any one of them; also keeps a lane shut here that is open further up. */
  'lane.close': route<LaneView>()({ input: v.strictObject({ ...laneRef, reason: textSchema(LIMITS.noteCharacters, '请写一句为什么') }), mutating: true, access: ADMINISTRATORS, requestBudget: BUDGET.publish, quota: 'contentCheck' }),
} as const;
