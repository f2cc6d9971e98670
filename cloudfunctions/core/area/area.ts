import type { AreaLevel, AreaView } from '@contract';
import { levelOf, pathOf } from '../kernel/area-tree';
import { refuse, accept, type Result } from '../kernel/result';

/** A node of the tree district → street → community → grid. Its id is its parent's id, a dash and a short code. */
export interface Area {
  readonly _id: string;
  /** Null for a district. */
  readonly parentId: string | null;
  readonly level: AreaLevel;
  readonly name: string;
  /** The node and everything above it. */
  readonly areaIds: readonly string[];
  /** Place among its siblings; later ones come after. */
  readonly order: number;
  readonly hasChildren: boolean;
  /** Phone of the duty person, always shown; inherited from above when the node has none of its own. */
  readonly dutyPhone: string;
  /** Where goods may be handed over, e.g. "青枫社区驿站". */
  readonly stationName: string;
  /** The middle of the node, GCJ-02; walks are told from grid to grid, never from door to door. */
  readonly point: { readonly lng: number; readonly lat: number } | null;
  readonly operationId: string;
}

export interface NewArea {
  readonly code: string;
  readonly level: AreaLevel;
  readonly name: string;
  readonly dutyPhone: string | undefined;
  readonly stationName: string | undefined;
  readonly point: { readonly lng: number; readonly lat: number } | null;
}

/**
 * Pure: the node that comes under `parent`, or why it may not. Levels never skip, since an id's depth says its level.
 */
export const decideArea = (parent: Area, input: NewArea, operationId: string, nowMs: number): Result<Area> => {
  const areaId = `${parent._id}-${input.code}`;
  if (parent.level === 'grid' || levelOf(areaId) !== input.level) return refuse('BAD_INPUT', { fields: { level: '这一级不能放在这里' } });
  return accept({
    _id: areaId,
    parentId: parent._id,
    level: input.level,
    name: input.name,
    areaIds: pathOf(areaId),
    order: nowMs,
    hasChildren: false,
    dutyPhone: input.dutyPhone ?? parent.dutyPhone,
    stationName: input.stationName ?? (input.level === 'community' ? `${input.name}驿站` : parent.stationName),
    point: input.point ?? parent.point,
    operationId,
  });
};

/** Pure: the district that the first administrator names. */
export const districtOf = (input: { readonly code: string; readonly name: string; readonly dutyPhone: string }, operationId: string, nowMs: number): Area => ({
  _id: input.code,
  parentId: null,
  level: 'district',
  name: input.name,
  areaIds: [input.code],
  order: nowMs,
  hasChildren: false,
  dutyPhone: input.dutyPhone,
  stationName: '',
  point: null,
  operationId,
});

export const areaView = (area: Area): AreaView => ({ areaId: area._id, parentId: area.parentId, level: area.level, name: area.name, hasChildren: area.hasChildren });
