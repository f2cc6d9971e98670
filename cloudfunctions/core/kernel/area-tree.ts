/** The area tree: district → street → community → grid. An id is its parent's id, a dash and a short code. */

/** The node and everything above it, from the district down; what `areaIds` of a document holds. */
export const pathOf = (areaId: string): readonly string[] => {
  const parts = areaId.split('-');
  return parts.map((_part, index) => parts.slice(0, index + 1).join('-'));
};

/** Whether `areaId` is `node` or lies under it. */
export const isWithin = (areaId: string, node: string): boolean => areaId === node || areaId.startsWith(`${node}-`);

const DEPTH = { district: 1, street: 2, community: 3, grid: 4 } as const;

/** The ancestor at a level, or null when the id does not reach down to it. */
export const ancestorAt = (areaId: string, level: keyof typeof DEPTH): string | null => {
  const path = pathOf(areaId);
  return path[DEPTH[level] - 1] ?? null;
};

export const levelOf = (areaId: string): keyof typeof DEPTH => (['district', 'street', 'community', 'grid'] as const)[pathOf(areaId).length - 1] ?? 'grid';
