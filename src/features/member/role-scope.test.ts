import type { RoleView } from '@contract';
import { decideGrantableRoles, decideManagedAreas, levelOfArea } from './role-scope';

const held = (role: RoleView['role'], areaId: string): RoleView => ({ role, areaId, areaName: areaId, merchantName: null });

describe('role scope', () => {
  it('reads the level off the id', () => {
    expect(['d1', 'd1-s1', 'd1-s1-c1', 'd1-s1-c1-g1'].map(levelOfArea)).toEqual(['district', 'street', 'community', 'grid']);
  });

  it('keeps only the widest nodes and only roles that manage', () => {
    const areas = decideManagedAreas([held('staff', 'd1-s1-c1'), held('administrator', 'd1-s1'), held('merchant', 'd1-s2-c1'), held('staff', 'd1-s10-c1')]);
    expect(areas.map((area) => area.areaId)).toEqual(['d1-s1', 'd1-s10-c1']);
  });

  it('lets staff name those who work beside them, never their own kind', () => {
    const roles = decideGrantableRoles([held('staff', 'd1-s1-c1')], 'd1-s1-c1');
    expect(roles).toEqual(['socialWorker', 'volunteer', 'groupOwner']);
    expect(decideGrantableRoles([held('staff', 'd1-s1-c1')], 'd1-s1-c2')).toEqual([]);
    expect(decideGrantableRoles([held('socialWorker', 'd1-s1-c1')], 'd1-s1-c1')).toEqual([]);
  });

  it('leaves the name of a shop to its licence, by hand to an administrator', () => {
    expect(decideGrantableRoles([held('administrator', 'd1')], 'd1-s1-c1')).toEqual(['staff', 'socialWorker', 'merchant', 'volunteer', 'groupOwner']);
  });

  it('lets a district’s administrator name a street’s administrator', () => {
    expect(decideGrantableRoles([held('administrator', 'd1')], 'd1-s1')).toEqual(['administrator', 'staff', 'socialWorker']);
  });
});
