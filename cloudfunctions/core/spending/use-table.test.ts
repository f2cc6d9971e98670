import { refusalOf } from '../aggregate/aggregate.fixtures';
import { unwrap } from '../kernel/result';
import { BUILT_IN_USES, decideSaveTable, decideUse, viewOfTable, type UseTable } from './use-table';

const saving = (changes: Partial<Parameters<typeof decideSaveTable>[1]> = {}) => ({ streetId: 'd01-s01', version: 0, rows: [{ useKey: null, label: '修灯', note: '', isAllowed: true }], operationId: 'operation-1', inputHash: 'a', actorId: 'm_admin', nowMs: 5, ...changes });
const saved = (changes: Parameters<typeof saving>[0] = {}, standing: UseTable | null = null): UseTable => unwrap(decideSaveTable(standing, saving(changes)));

describe('the table of uses', () => {
  it('forbids what the law forbids, whatever a street writes', () => {
    const table = saved({ rows: [{ useKey: 'law_divide', label: '分一分', note: '', isAllowed: true }] });
    expect([table.rows, refusalOf(decideUse(table, 'law_divide')), refusalOf(decideUse(null, 'law_invest'))]).toEqual([[], 'USE_FORBIDDEN', 'USE_FORBIDDEN']);
    expect(viewOfTable('d01-s01', table, false).rows.filter(({ isBuiltIn }) => isBuiltIn)).toHaveLength(BUILT_IN_USES.length);
    expect(BUILT_IN_USES.every(({ isAllowed }) => !isAllowed)).toBe(true);
  });

  it('allows only what the street wrote as allowed', () => {
    const table = saved({ rows: [{ useKey: null, label: '修灯', note: '', isAllowed: true }, { useKey: null, label: '慰问品', note: '', isAllowed: false }] });
    const [lamp = '', gifts = ''] = table.rows.map(({ useKey }) => useKey);
    expect([refusalOf(decideUse(table, lamp)), refusalOf(decideUse(table, gifts)), refusalOf(decideUse(table, 'u_other')), refusalOf(decideUse(null, lamp))]).toEqual(['ok', 'USE_FORBIDDEN', 'USE_UNKNOWN', 'USE_UNKNOWN']);
  });

  it('keeps the key of a line under other words, and who wrote it before', () => {
    const first = saved();
    const [line] = first.rows;
    const next = saved({ version: 1, operationId: 'operation-2', rows: [{ useKey: line?.useKey ?? null, label: '修灯换灯', note: '', isAllowed: true }], nowMs: 9 }, first);
    expect(next).toMatchObject({ version: 2, rows: [{ useKey: line?.useKey, label: '修灯换灯' }], history: [{ byId: 'm_admin', atMs: 5, rows: 1 }] });
  });

  it('is written by one at a time, once an operation, and no line twice', () => {
    const first = saved();
    expect(unwrap(decideSaveTable(first, saving()))).toBe(first);
    expect(refusalOf(decideSaveTable(first, saving({ inputHash: 'b' })))).toBe('OPERATION_REUSED');
    expect(refusalOf(decideSaveTable(first, saving({ operationId: 'operation-2' })))).toBe('BUSY');
    const twice = [{ useKey: null, label: '修灯', note: '', isAllowed: true }, { useKey: null, label: '修灯', note: '', isAllowed: false }];
    expect([refusalOf(decideSaveTable(null, saving({ rows: twice }))), refusalOf(decideSaveTable(null, saving({ rows: [{ useKey: null, label: BUILT_IN_USES[0]?.label ?? '', note: '', isAllowed: true }] })))]).toEqual(['BAD_INPUT', 'BAD_INPUT']);
  });
});
