import type { DifficultyCardView } from '@contract';
import { caseLine, categoryWords } from './difficulty-words';

const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const NOW = at('2026-11-20T10:00');
const card: DifficultyCardView = { caseId: 'dc_1', maskedName: '张*', state: 'checking', categories: ['elderlyAlone', 'other'], areaName: '枫林里', communityName: '青枫社区', checksDone: 2, dueAtMs: at('2026-11-25T10:00'), nextVisitAtMs: null, validUntilMs: null };

test('a case says what is next and by when', () => {
  expect(caseLine(card, NOW)).toContain('四查记了 2 项，');
  expect(caseLine({ ...card, state: 'inLedger', nextVisitAtMs: at('2026-12-20T23:59'), validUntilMs: at('2027-11-20T23:59') }, NOW)).toBe('12 月 20 日前上门 · 到 2027 年 11 月 20 日');
  expect(categoryWords(card)).toBe('独居高龄、其他困难');
});
