import { askProblem, EMPTY_ASK, payeeOf } from './ask-draft';

const ready = { ...EMPTY_ASK, useKey: 'u_1', text: '扶手', yuan: '386.50', payeeName: '五金店' };
const around = { fundsLeftFen: 40_000, isSending: false, photoCount: 1 };

describe('a spending before it is asked for', () => {
  it('says the first thing that is missing, receipt first', () => {
    expect(askProblem(EMPTY_ASK, { ...around, photoCount: 0 })).toBe('先拍收据');
    expect(askProblem(ready, { ...around, isSending: true })).toBe('照片还在传');
    expect(askProblem({ ...ready, useKey: '' }, around)).toBe('选一项用途');
    expect(askProblem({ ...ready, payeeName: ' ' }, around)).toBe('写一下付给谁');
    expect(askProblem({ ...ready, payeeKind: 'neighbour', payeeCode: 'K7M2 P4Q' }, around)).toBe('邻居的编号是 8 位');
    expect(askProblem(ready, around)).toBe('');
  });

  it('takes amounts to the fen, above nothing, and no more than is left', () => {
    expect(['0', '-5', '0.001', 'abc', ''].map((yuan) => askProblem({ ...ready, yuan }, around))).toEqual(Array.from({ length: 5 }, () => '金额填到分，要大于 0'));
    expect(['400', '400.01'].map((yuan) => askProblem({ ...ready, yuan }, around))).toEqual(['', '剩下的钱不够这一笔']);
  });

  it('names the payee as the server takes it', () => {
    expect(payeeOf({ payeeKind: 'neighbour', payeeName: '', payeeCode: 'k7m2 p4qx' })).toEqual({ kind: 'neighbour', code: 'K7M2P4QX' });
    expect(payeeOf({ payeeKind: 'me', payeeName: '别人', payeeCode: '' })).toEqual({ kind: 'me' });
    expect(payeeOf({ payeeKind: 'person', payeeName: ' 王师傅 ', payeeCode: '' })).toEqual({ kind: 'person', name: '王师傅' });
  });
});
