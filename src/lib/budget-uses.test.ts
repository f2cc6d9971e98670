import type { UseRowView } from '@contract';
import { budgetUses, useLabel, withKnownUses } from './budget-uses';

const row = (useKey: string, more: Partial<UseRowView> = {}): UseRowView => ({ useKey, label: useKey, note: '', isAllowed: true, isBuiltIn: false, ...more });
const TABLE = [row('repair', { label: '公共部位小修小补', note: '扶手、路灯' }), row('treat', { isAllowed: false }), row('law_divide', { isAllowed: false, isBuiltIn: true }), row('trees')];

test('only what is allowed can be chosen, called as the street calls it', () => {
  const uses = budgetUses(TABLE);
  expect(uses.rows.map(useLabel)).toEqual(['公共部位小修小补（扶手、路灯）', 'trees']);
  expect(uses.problem).toBe('');
});

test('where nothing can be chosen it says why', () => {
  expect(budgetUses(TABLE.filter(({ isAllowed }) => !isAllowed)).problem).toContain('街道还没写好');
  expect(budgetUses([]).problem).toContain('街道还没写好');
  expect(budgetUses(null).problem).toBe('正在取用途表…');
  const onRetry = jest.fn();
  expect(budgetUses(null, onRetry)).toEqual({ rows: [], problem: '用途表没取到，看看网络再试。写好的都还在。', onRetry });
});

test('a use that left the table is chosen anew', () => {
  const form = { lines: [{ useKey: 'repair', text: '扶手', amountText: '60' }, { useKey: 'material', text: '砖', amountText: '40' }] };
  expect(withKnownUses(form, budgetUses(TABLE)).lines.map(({ useKey }) => useKey)).toEqual(['repair', '']);
});
