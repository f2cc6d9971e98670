import type { AreaView } from '@contract';
import { childLevel, isJoinable, suggestCode } from './next-area';

const area = (areaId: string): AreaView => ({ areaId, parentId: null, level: 'community', name: areaId, hasChildren: false });

describe('areas', () => {
  it('descends to the grid and no further', () => {
    expect([childLevel('district'), childLevel('street'), childLevel('community'), childLevel('grid')]).toEqual(['street', 'community', 'grid', null]);
    expect([isJoinable('street'), isJoinable('community'), isJoinable('grid')]).toEqual([false, true, true]);
  });

  it('suggests a code no sibling has', () => {
    expect(suggestCode('community', [])).toBe('c01');
    expect(suggestCode('community', [area('d1-s1-c01'), area('d1-s1-c03')])).toBe('c04');
    expect(suggestCode('grid', [area('d1-s1-c1-g02')])).toBe('g03');
  });
});
