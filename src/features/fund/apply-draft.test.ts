import { applyProblem, EMPTY_APPLY, sumOf } from './apply-draft';

const ready = { ...EMPTY_APPLY, title: '加扶手', story: '三天装完', committeeName: '楼组', lines: [{ useKey: 'u_1', text: '扶手', yuan: '300' }, { useKey: 'u_1', text: '安装', yuan: '120.5' }] };
const around = { perGrantMaxFen: 50_000, leftFen: 100_000 };

describe('an application', () => {
  it('says the first thing that is missing', () => {
    expect(applyProblem(EMPTY_APPLY, around)).toBe('先给项目起个名字');
    expect(applyProblem({ ...ready, committeeName: '' }, around)).toBe('写一下是哪个小组');
    expect(applyProblem({ ...ready, committeeName: '', teamId: 'g_1' }, around)).toBe('');
    expect(applyProblem({ ...ready, lines: [{ useKey: '', text: 'x', yuan: '1' }] }, around)).toBe('每一笔都选一项用途');
    expect(applyProblem({ ...ready, lines: [{ useKey: 'u', text: 'x', yuan: '0' }] }, around)).toBe('每一笔都填金额');
  });

  it('asks for no more than a project may have or is left', () => {
    expect(sumOf(ready.lines)).toBe(42_050);
    expect([applyProblem(ready, { ...around, perGrantMaxFen: 42_049 }), applyProblem(ready, { ...around, leftFen: 42_049 }), applyProblem(ready, { perGrantMaxFen: 42_050, leftFen: 42_050 })]).toEqual(['超过一个项目能申请的数了', '基金剩下的不够这么多', '']);
  });
});
