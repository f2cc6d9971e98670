import { collectorWords, missingWords, standsWords } from './lane-words';

describe('words of a lane', () => {
  test('whose decision counts', () => {
    expect(standsWords({ isOpen: false, node: null, areaId: 'd-s' })).toBe('没开通');
    expect(standsWords({ isOpen: true, node: { areaId: 'd-s', areaName: '枫桥街道' }, areaId: 'd-s' })).toBe('开着');
    expect(standsWords({ isOpen: true, node: { areaId: 'd-s', areaName: '枫桥街道' }, areaId: 'd-s-c' })).toBe('开着，随枫桥街道');
    expect(standsWords({ isOpen: false, node: { areaId: 'd-s-c', areaName: '青枫社区' }, areaId: 'd-s-c' })).toBe('关着');
  });

  test('what is missing, and that lane A needs nobody to take money', () => {
    expect(missingWords({ lane: 'linked', missing: ['ground'] })).toEqual(['还没有登记依据，在这里办不了。']);
    expect(missingWords({ lane: 'mutual', missing: ['ground'] })[0]).toContain('收款方');
    expect(missingWords({ lane: 'mutual', missing: ['collector'] })[0]).toContain('不能收钱');
    expect(missingWords({ lane: 'directed', missing: [] })).toEqual([]);
  });

  test('who takes money in', () => {
    expect(collectorWords(null)).toBe('没有，不收钱');
    expect(collectorWords({ kind: 'cash', entityName: '慈善会', keeperName: '孙会计' })).toContain('孙会计');
    expect(collectorWords({ kind: 'subMerchant', subMchId: '1900001109', entityName: '慈善会' })).toContain('1900001109');
  });
});
