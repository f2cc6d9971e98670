import { giverOptions } from './giver-options';

const me = { displayName: '吴老板', roles: [{ role: 'merchant' as const, areaId: 'd01-s01-c01', areaName: '青枫社区', merchantName: '吴记粮油' }] };

describe('in whose name', () => {
  test('the shop, the units one is the contact of, and oneself', () => {
    const units = [{ unitId: 'u_1', name: '农商行', isContact: true, state: 'active' as const }, { unitId: 'u_2', name: '别的单位', isContact: false, state: 'active' as const }, { unitId: 'u_3', name: '关掉的', isContact: true, state: 'closed' as const }];
    expect(giverOptions(me, units).map((option) => option.label)).toEqual(['以“吴记粮油”的名义', '以“农商行”的名义', '以我自己的名义']);
  });

  test('a repair that asks a certificate is offered to shops and units only', () => {
    expect(giverOptions(me, [], true).map((option) => option.as.kind)).toEqual(['merchant']);
    // Nobody to hold it: the page says so before, and the server refuses.
    expect(giverOptions({ displayName: '刘洋', roles: [] }, [], true)).toHaveLength(1);
  });

  test('somebody without either is not asked', () => expect(giverOptions({ displayName: '刘洋', roles: [] }, [])).toHaveLength(1));
});
