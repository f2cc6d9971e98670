import type { Lane, LaneMissing, LaneRecordView, LaneView } from '@contract';
import { memberCodeOf } from '../kernel/ids';
import type { Member } from '../member/member';
import { decidingSetting, mayKeepLanes, type LaneRecord, type LaneSetting } from './lane-setting';

const recordView = (record: LaneRecord): LaneRecordView => ({
  groundText: record.groundText, documentNo: record.documentNo, lawyerCheckedAtMs: record.lawyerCheckedAtMs, responsibleName: record.responsibleName, collector: record.collector,
  accountingAgent: record.accountingAgent === null ? null : { code: memberCodeOf(record.accountingAgent.memberId), name: record.accountingAgent.name },
  recordedByName: record.recordedByName, recordedAtMs: record.recordedAtMs, confirmedByName: record.confirmed?.byName ?? null, confirmedAtMs: record.confirmed?.atMs ?? null,
});

const missingOf = (lane: Lane, own: LaneSetting | null, deciding: LaneSetting | null): readonly LaneMissing[] => {
  if (own?.proposed) return ['second'];
  if (deciding?.record === null || deciding === null) return ['ground'];
  return lane !== 'linked' && deciding.record.collector === null ? ['collector'] : [];
};

export interface LanePlace {
  readonly areaId: string;
  readonly areaName: string;
}

/** One lane at a node, made from the settings of it on the way up. */
export const laneView = (lane: Lane, place: LanePlace, settings: readonly LaneSetting[], reader: Member): LaneView => {
  const onPath = settings.filter((setting) => setting.lane === lane);
  const own = onPath.find((setting) => setting.areaId === place.areaId) ?? null;
  const deciding = decidingSetting(onPath);
  const mayKeep = mayKeepLanes(reader, place.areaId);
  return {
    areaId: place.areaId, areaName: place.areaName, lane, state: own?.state ?? null, version: own?.version ?? 0,
    record: own?.record ? recordView(own.record) : null,
    proposed: own?.proposed ? recordView(own.proposed) : null,
    isOpen: deciding !== null && deciding.state === 'open',
    node: deciding === null ? null : { areaId: deciding.areaId, areaName: deciding.areaName },
    missing: missingOf(lane, own, deciding),
    history: [...(own?.history ?? [])].reverse(),
    canRecord: mayKeep,
    canConfirm: mayKeep && own !== null && own.proposed !== null && own.proposed.recordedById !== reader._id,
    canClose: mayKeep && (own === null ? deciding?.state === 'open' : own.state !== 'closed' || own.proposed !== null),
  };
};
