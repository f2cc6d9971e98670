import { budgetWords, dueWords, figuresWords } from './project-words';

const NOW = Date.parse('2026-11-20T09:41:00+08:00');

test('a project says what became of its needs, and by when it goes on', () => {
  expect(figuresWords({ waiting: 12, taken: 0, met: 2, gone: 1 })).toBe('12 件等人帮，2 件办好了，1 件不在了');
  expect(figuresWords({ waiting: 0, taken: 0, met: 0, gone: 0 })).toBe('没有心愿了');
  expect(dueWords({ state: 'draft', dueAtMs: NOW, isLate: false }, NOW)).toContain('前定下来');
  expect(dueWords({ state: 'running', dueAtMs: NOW, isLate: true }, NOW)).toContain('就该收尾了');
  expect(dueWords({ state: 'done', dueAtMs: null, isLate: false }, NOW)).toBe('');
  expect(budgetWords({ kind: 'hours', text: '分东西的人', unit: '个', wanted: 5 })).toBe('分东西的人 5 人');
});
