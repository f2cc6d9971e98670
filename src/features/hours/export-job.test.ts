import { exportWords, fileNameOf, monthsBack, monthWords, newExport, NO_EXPORT, withPiece } from './export-job';

describe('the file of a month', () => {
  test('grows piece by piece and knows when it is whole', () => {
    const first = withPiece(newExport('2026-10'), { rows: 1000, nextCursor: 'c1' });
    expect(first).toEqual({ month: '2026-10', rows: 1000, pieces: 1, cursor: 'c1', isDone: false });
    expect(withPiece(first, { rows: 7, nextCursor: null })).toEqual({ month: '2026-10', rows: 1007, pieces: 2, cursor: null, isDone: true });
    expect(fileNameOf(first)).toBe('志愿服务时长 2026-10.csv');
  });

  test('months are counted over the turn of the year, in UTC+8', () => {
    expect(monthsBack(Date.parse('2026-02-28T23:00:00Z'), 4)).toEqual(['2026-03', '2026-02', '2026-01', '2025-12']);
    expect(monthWords('2026-03')).toBe('2026 年 3 月');
  });

  test('says where it stands', () => {
    const job = withPiece(newExport('2026-10'), { rows: 1000, nextCursor: 'c1' });
    expect(exportWords(NO_EXPORT, false)).toBe('');
    expect(exportWords(NO_EXPORT, true)).toBe('正在取…');
    expect(exportWords(job, true)).toContain('还在取');
    expect(exportWords(job, false)).toContain('接着取');
    expect(exportWords({ ...job, isDone: true }, false)).toBe('好了，一共 1000 条。');
    expect(exportWords({ ...newExport('2026-10'), isDone: true }, false)).toBe('这个月没有记下的时长。');
  });
});
