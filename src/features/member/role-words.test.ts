import { roleWanted } from './role-words';

describe('whose page it is', () => {
  test('names those it is for: group owners, shops, staff alone', () => {
    expect(roleWanted(['groupOwner', 'administrator', 'staff', 'socialWorker'])).toEqual({ whose: '群主', whoMay: '您当着附近一个微信群的群主的话' });
    expect(roleWanted(['merchant']).whose).toBe('爱心商户');
    expect(roleWanted(['administrator', 'staff'])).toEqual({ whose: '社区工作人员', whoMay: '您在社区做事的话' });
    expect(roleWanted(['merchant', 'staff', 'volunteer'])).toEqual({ whose: '爱心商户和志愿者', whoMay: '您是其中一种的话' });
  });
});
