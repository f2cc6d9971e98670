import { holdsAt, mayCall, type RoleHeld } from './access';

const held = (role: RoleHeld['role'], areaId: string): RoleHeld => ({ role, areaId, areaName: areaId, merchantName: null, grantedBy: 'm_1', grantedAtMs: 1 });

describe('access', () => {
  it('lets anybody into what is open, joined people into what is theirs', () => {
    expect([mayCall('public', null), mayCall('anonymous', null)]).toEqual([true, true]);
    expect(mayCall('member', null)).toBe(false);
    expect(mayCall('member', [])).toBe(true);
    expect(mayCall({ roles: ['staff'] }, [held('merchant', 'hs')])).toBe(false);
    expect(mayCall({ roles: ['staff', 'merchant'] }, [held('merchant', 'hs')])).toBe(true);
  });

  it('holds a role at its node and below, not beside and not above', () => {
    const roles = [held('staff', 'hs-s1')];
    expect(holdsAt(roles, ['staff'], 'hs-s1-c1-g1')).toBe(true);
    expect(holdsAt(roles, ['staff'], 'hs-s1')).toBe(true);
    for (const elsewhere of ['hs', 'hs-s2', 'hs-s11']) expect(holdsAt(roles, ['staff'], elsewhere)).toBe(false);
    expect(holdsAt(roles, ['administrator'], 'hs-s1')).toBe(false);
  });
});
