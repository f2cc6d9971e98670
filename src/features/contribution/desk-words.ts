import type { WaitingMoneyView } from '@contract';

type Told = Pick<WaitingMoneyView, 'state' | 'enteredByName' | 'returnedByName' | 'may'>;

/** Of money that waits for staff: what it is, who had it before, and what comes next. */
export function deskWords({ state, enteredByName, returnedByName, may }: Told): { readonly tag: string; readonly by: string; readonly next: string } {
  if (state === 'refundStuck') return { tag: '退不出来', by: '', next: '每天自己再试一次。收款账户里钱不够的话，请单位先补上。' };
  if (state === 'entered') return { tag: '等核对', by: `${enteredByName} 记的`, next: may === 'confirmCash' ? '把钱和纸质收据都看一遍，再点。' : '您记的，请另一位同事核对。' };
  if (returnedByName !== '') return { tag: '等确认', by: `${returnedByName} 退的`, next: may === 'confirmReturn' ? '看到收条或问过本人，再点。' : '您退的，请另一位同事确认。' };
  return { tag: '要退', by: enteredByName === '' ? '' : `${enteredByName} 记的`, next: '打电话请 TA 来取，当面点清，收回收据。' };
}
