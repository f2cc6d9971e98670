import type { AreaLevel, AreaView } from '@contract';

const NEXT_LEVEL: Readonly<Record<AreaLevel, AreaLevel | null>> = { district: 'street', street: 'community', community: 'grid', grid: null };
const CODE_LETTER: Readonly<Record<AreaLevel, string>> = { district: 'd', street: 's', community: 'c', grid: 'g' };

/** Level of a node's children; null under the lowest. */
export const childLevel = (level: AreaLevel): AreaLevel | null => NEXT_LEVEL[level];

/** Pure: a free short code among the siblings, e.g. "c04" after "c03"; people may write another. */
export function suggestCode(level: AreaLevel, siblings: readonly AreaView[]): string {
  const taken = new Set(siblings.map((area) => area.areaId.split('-').pop() ?? ''));
  const letter = CODE_LETTER[level];
  for (let number = siblings.length + 1; ; number += 1) {
    const code = `${letter}${String(number).padStart(2, '0')}`;
    if (!taken.has(code)) return code;
  }
}

/** A newcomer belongs to a community or one of its grids (AREA_NOT_JOINABLE says the same on the server). */
export const isJoinable = (level: AreaLevel): boolean => level === 'community' || level === 'grid';
