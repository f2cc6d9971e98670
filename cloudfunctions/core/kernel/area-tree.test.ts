import { ancestorAt, isWithin, levelOf, pathOf } from './area-tree';

describe('the area tree', () => {
  it('reads the way down off an id', () => {
    expect(pathOf('hs')).toEqual(['hs']);
    expect(pathOf('hs-s1-c1-g1')).toEqual(['hs', 'hs-s1', 'hs-s1-c1', 'hs-s1-c1-g1']);
    expect(['hs', 'hs-s1', 'hs-s1-c1', 'hs-s1-c1-g1'].map(levelOf)).toEqual(['district', 'street', 'community', 'grid']);
  });

  it('knows inside from beside, also for codes that begin alike', () => {
    expect(isWithin('hs-s1-c1', 'hs-s1')).toBe(true);
    expect(isWithin('hs-s1', 'hs-s1')).toBe(true);
    expect(isWithin('hs-s10', 'hs-s1')).toBe(false);
    expect(isWithin('hs', 'hs-s1')).toBe(false);
  });

  it('finds ancestors, and none below', () => {
    expect(ancestorAt('hs-s1-c1-g1', 'community')).toBe('hs-s1-c1');
    expect(ancestorAt('hs-s1', 'community')).toBeNull();
  });
});
