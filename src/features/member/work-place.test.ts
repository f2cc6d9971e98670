import { beginAt, isCommunity, workPlaceOf } from './work-place';

describe('where somebody works', () => {
  it('whoever works for one community reads that one; higher up one chooses', () => {
    const role = (areaId: string) => ({ role: 'staff' as const, areaId, areaName: areaId, merchantName: null });
    const home = { communityId: 'd-s-c', communityName: '青枫社区' };
    expect(workPlaceOf({ ...home, roles: [role('d-s-x')] }).areaId).toBe('d-s-x');
    expect(isCommunity(workPlaceOf({ ...home, roles: [role('d-s')] }).areaId)).toBe(false);
    expect(workPlaceOf({ ...home, roles: [role('d-s-c-g')] }).areaId).toBe('d-s-c');
  });

  it('whoever works for a street begins at home where that lies in it, and else chooses', () => {
    const street = { role: 'administrator', areaId: 'd-s', areaName: '听枫街道', merchantName: null } as const;
    expect(beginAt({ communityId: 'd-s-c', communityName: '青枫社区', roles: [street] }).map(({ areaId }) => areaId)).toEqual(['d-s', 'd-s-c']);
    expect(beginAt({ communityId: 'd-x-c', communityName: '别处', roles: [street] }).map(({ areaId }) => areaId)).toEqual(['d-s']);
    expect(beginAt({ communityId: 'd-s-c', communityName: '青枫社区', roles: [] }).map(({ areaId }) => areaId)).toEqual(['d-s-c']);
  });

  it('a shop admitted to a street counts where it is asked for', () => {
    const shop = { role: 'merchant', areaId: 'd-s', areaName: '听枫街道', merchantName: '吴记粮油' } as const;
    const me = { communityId: 'd-s-c', communityName: '青枫社区', roles: [shop] };
    expect([workPlaceOf(me).areaId, workPlaceOf(me, ['merchant']).areaId]).toEqual(['d-s-c', 'd-s']);
  });
});
