import { LANE_LABEL } from '@contract';
import type { AuditKind } from '../audit/audit.repository';
import type { AggregateKind } from '../aggregate/aggregate-kind';
import type { Effect } from '../effect/effect';
import { levelOf } from '../kernel/area-tree';
import { deriveId } from '../kernel/ids';
import { RULES } from '../rules';
import type { LaneEvent, LaneSetting } from './lane-setting';

const AUDIT_KIND: Readonly<Record<LaneEvent['kind'], AuditKind>> = { recorded: 'laneRecorded', confirmed: 'laneConfirmed', closed: 'laneClosed' };

const audit = (setting: LaneSetting, event: LaneEvent): Effect => ({
  kind: 'audit', line: { auditId: deriveId('a', event.eventId), kind: AUDIT_KIND[event.kind], byId: event.byId, subjectId: setting._id, areaIds: setting.areaIds, note: LANE_LABEL[setting.lane], atMs: event.atMs },
});

/** One for each record that waits, by when it was recorded. */
const secondLookId = (setting: LaneSetting, recordedAtMs: number): string => deriveId('k', 'laneConfirm', setting._id, String(recordedAtMs));

/** The district and the street see it: whoever keeps lanes works there, and one of them has not recorded it. */
const askSecond = (setting: LaneSetting, event: LaneEvent): Effect => ({
  kind: 'openTask', taskId: secondLookId(setting, event.atMs), taskKind: 'laneConfirm', wishId: null, claimId: null, subjectId: setting._id, assignTo: null, areaIds: setting.areaIds.filter((areaId) => ['district', 'street'].includes(levelOf(areaId))),
  title: `${setting.areaName}的${LANE_LABEL[setting.lane]}`, reasonText: '登记好了，等另一位管理员核对', actionText: '打开核对', dueAtMs: event.atMs, dueWorkingMs: RULES.lane.secondLookMs, atMs: event.atMs,
});

const DONE_TEXT: Readonly<Record<LaneEvent['kind'], string>> = { recorded: '重新登记了', confirmed: '核对过，生效了', closed: '关了' };

const secondLooked = (setting: LaneSetting, event: LaneEvent): readonly Effect[] =>
  event.waitedSinceMs === null ? [] : [{ kind: 'closeTask', taskId: secondLookId(setting, event.waitedSinceMs), atMs: event.atMs, note: DONE_TEXT[event.kind] }];

const effectsOf = (setting: LaneSetting, event: LaneEvent): readonly Effect[] => [
  audit(setting, event),
  ...secondLooked(setting, event),
  ...(event.kind === 'recorded' ? [askSecond(setting, event)] : []),
  ...(event.kind === 'closed' && event.wasOpen ? [{ kind: 'tellLaneShut' as const, lane: setting.lane, areaId: setting.areaId, areaName: setting.areaName, causeId: event.eventId, atMs: event.atMs }] : []),
];

export const LANE_KIND: AggregateKind<LaneSetting, LaneEvent> = { collection: 'laneGrounds', effectsOf, clocksOf: () => [] };
