import { deskWords } from './desk-words';

const NAMES = { enteredByName: '何静', returnedByName: '', may: null } as const;

test.each([
  [{ ...NAMES, state: 'entered', may: 'confirmCash' }, '等核对', '把钱和纸质收据都看一遍，再点。'],
  [{ ...NAMES, state: 'entered' }, '等核对', '您记的，请另一位同事核对。'],
  [{ ...NAMES, state: 'returning', may: 'recordReturn' }, '要退', '打电话请 TA 来取，当面点清，收回收据。'],
  [{ ...NAMES, state: 'returning', returnedByName: '周敏', may: 'confirmReturn' }, '等确认', '看到收条或问过本人，再点。'],
  [{ ...NAMES, state: 'returning', returnedByName: '周敏' }, '等确认', '您退的，请另一位同事确认。'],
  [{ ...NAMES, state: 'refundStuck' }, '退不出来', '每天自己再试一次。收款账户里钱不够的话，请单位先补上。'],
] as const)('%j', (told, tag, next) => expect(deskWords(told)).toMatchObject({ tag, next }));
