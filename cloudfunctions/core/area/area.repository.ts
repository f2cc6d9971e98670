import { command, store } from '../platform/store';
import type { Area } from './area';

/** A node has at most so many children on one page; streets, communities and grids are far fewer. */
const CHILDREN_MAX = 200;

export const findArea = (areaId: string): Promise<Area | null> => store.find<Area>('areas', areaId);

/** Several nodes in one request, by id; missing ones are simply absent. */
export const findAreas = async (areaIds: readonly string[]): Promise<ReadonlyMap<string, Area>> => {
  const areas = await store.query<Area>('areas', { where: { _id: command.in([...areaIds]) }, limit: areaIds.length });
  return new Map(areas.map((area) => [area._id, area]));
};

/** Null asks for the districts. */
export const childrenOf = (parentId: string | null): Promise<readonly Area[]> => store.query<Area>('areas', { where: { parentId }, order: [['order', 'asc']], limit: CHILDREN_MAX });

/** Set before the child is written: a parent that opens to an empty list harms nobody, a child that nobody can find does. */
export const markHasChildren = (areaId: string): Promise<number> => store.update('areas', { _id: areaId }, { hasChildren: true });

export const insertArea = (area: Area): Promise<'inserted' | 'exists'> => store.insertOnce('areas', area);
