import type { ApiContract, Lane, LaneCollector, LaneState, LaneStepView } from '@contract';
import { bornWith, type OutboxEvent } from '../aggregate/aggregate';
import type { Step } from '../aggregate/step';
import { bySomebody, stepsWith, STEPS_MAX, type Versioned } from '../aggregate/versioned';
import type { Area } from '../area/area';
import { isWithin, levelOf, pathOf } from '../kernel/area-tree';
import type { Member } from '../member/member';
import { RULES } from '../rules';

/** What an administrator recorded of a lane; in force once another one confirmed it. */
export interface LaneRecord {
  readonly groundText: string;
  readonly documentNo: string;
  readonly lawyerCheckedAtMs: number;
  readonly responsibleName: string;
  /** Null: no money in this lane. */
  readonly collector: LaneCollector | null;
  readonly accountingAgent: { readonly memberId: string; readonly name: string } | null;
  readonly recordedById: string;
  readonly recordedByName: string;
  readonly recordedAtMs: number;
  readonly confirmed: { readonly byId: string; readonly byName: string; readonly atMs: number } | null;
}

/** `wasOpen`: people gave here until now. */
export type LaneEvent = OutboxEvent & { /** When that was recorded which no longer waits; null when nothing waited. */ readonly waitedSinceMs: number | null } & (
    | { readonly kind: 'recorded' }
    | { readonly kind: 'confirmed' }
    | { readonly kind: 'closed'; readonly wasOpen: boolean }
  );

/** One lane at one node of the tree, with its history. What is in force stays so while a new record waits for its second person. */
export interface LaneSetting extends Versioned<LaneEvent> {
  readonly lane: Lane;
  readonly areaId: string;
  readonly areaIds: readonly string[];
  readonly areaName: string;
  readonly state: LaneState;
  readonly record: LaneRecord | null;
  readonly proposed: LaneRecord | null;
  /** The oldest first; bounded. */
  readonly history: readonly LaneStepView[];
}

/** What other areas ask for: the ground a lane stands on where people give. */
export interface LaneGround extends Pick<LaneRecord, 'groundText' | 'documentNo' | 'lawyerCheckedAtMs' | 'responsibleName' | 'collector' | 'recordedById'> {
  readonly lane: Lane;
  /** The node whose decision counts. */
  readonly areaId: string;
  readonly accountingAgentId: string | null;
}

export const laneSettingId = (areaId: string, lane: Lane): string => `${areaId}_${lane}`;

export const withStep = (history: readonly LaneStepView[], line: LaneStepView): readonly LaneStepView[] => [...history, line].slice(-RULES.lane.historyMax);

export type LaneFacts = Pick<ApiContract['lane.record']['parsed'], 'groundText' | 'documentNo' | 'lawyerCheckedAtMs' | 'responsibleName' | 'collector'>;

export const laneRecordOf = (facts: LaneFacts, accountingAgent: LaneRecord['accountingAgent'], member: Member, nowMs: number): LaneRecord => ({
  groundText: facts.groundText, documentNo: facts.documentNo, lawyerCheckedAtMs: facts.lawyerCheckedAtMs, responsibleName: facts.responsibleName, collector: facts.collector,
  accountingAgent, recordedById: member._id, recordedByName: member.displayName, recordedAtMs: nowMs, confirmed: null,
});

type Place = Pick<Area, '_id' | 'name'>;

const born = (lane: Lane, area: Place, member: Member, line: Pick<LaneStepView, 'kind' | 'note'>, step: Step) => ({
  _id: laneSettingId(area._id, lane), lane, areaId: area._id, areaIds: pathOf(area._id), areaName: area.name, record: null, version: 1, steps: stepsWith({}, step),
  history: [{ ...line, byName: member.displayName, atMs: step.nowMs }],
});

/** Pure: first recorded here. */
export const newLaneSetting = (lane: Lane, area: Place, record: LaneRecord, member: Member, step: Step): LaneSetting => ({
  ...born(lane, area, member, { kind: 'recorded', note: record.documentNo }, step), state: 'waiting', proposed: record, ...bornWith<LaneEvent>({ kind: 'recorded', waitedSinceMs: null, ...bySomebody(step) }),
});

/** Pure: kept shut here from the start, whatever stands further up. */
export const newShutLane = (lane: Lane, area: Place, reason: string, member: Member, step: Step): LaneSetting => ({
  ...born(lane, area, member, { kind: 'closed', note: reason }, step), state: 'closed', proposed: null, ...bornWith<LaneEvent>({ kind: 'closed', wasOpen: true, waitedSinceMs: null, ...bySomebody(step) }),
});

/** An administrator of the district or of a street that covers the node; a community's own may not open its lanes. */
export const mayKeepLanes = (member: Pick<Member, 'roles'>, areaId: string): boolean =>
  levelOf(areaId) !== 'grid' && member.roles.some((held) => held.role === 'administrator' && ['district', 'street'].includes(levelOf(held.areaId)) && isWithin(areaId, held.areaId));

const depth = (setting: Pick<LaneSetting, 'areaIds'>): number => setting.areaIds.length;

/** Pure: of the settings of one lane on a path, the nearest that was ever decided; null when none was. */
export const decidingSetting = <S extends Pick<LaneSetting, 'areaIds' | 'state'>>(settings: readonly S[]): S | null =>
  settings.filter(({ state }) => state !== 'waiting').reduce<S | null>((nearest, setting) => (nearest === null || depth(setting) > depth(nearest) ? setting : nearest), null);

/** Pure: what people give on, or null when the lane is shut for them. */
export const groundOf = (settings: readonly LaneSetting[]): LaneGround | null => {
  const setting = decidingSetting(settings);
  if (setting === null || setting.record === null) return null;
  const { groundText, documentNo, lawyerCheckedAtMs, responsibleName, collector, recordedById, accountingAgent } = setting.record;
  return { lane: setting.lane, areaId: setting.areaId, groundText, documentNo, lawyerCheckedAtMs, responsibleName, collector, recordedById, accountingAgentId: accountingAgent?.memberId ?? null };
};

/** What must hold at every moment; a false is a defect. */
export const isLaneCoherent = (setting: LaneSetting): boolean =>
  (setting.state === 'open') === (setting.record !== null) &&
  (setting.record === null || (setting.record.confirmed !== null && setting.record.confirmed.byId !== setting.record.recordedById)) &&
  (setting.state !== 'waiting' || setting.proposed !== null) &&
  (setting.proposed === null || setting.proposed.confirmed === null) &&
  [setting.record, setting.proposed].every((record) => record === null || (setting.lane === 'linked' ? record.collector === null : setting.lane === 'mutual' || record.collector !== null)) &&
  setting.history.length > 0 && setting.history.length <= RULES.lane.historyMax &&
  Object.keys(setting.outbox).length === setting.pendingEvents &&
  Object.keys(setting.steps).length <= STEPS_MAX;
