import { checkAnswer, lastPayDay, newAnswer } from './answer-form';

/** Friday 20 November 2026, 9:41 in UTC+8. */
const NOW_MS = Date.UTC(2026, 10, 20, 1, 41);
const line = (text: string, amountFen: number) => ({ lineId: text, useKey: 'meal', useLabel: '吃饭', text, amountFen });
const written = () => ({ ...newAnswer({ lines: [line('食材', 400_000)], things: [] }, NOW_MS), who: '青枫社区居委会，2008 年起。', done: '去年办了 200 天午餐。', where: '厨房已经有了。' });

test('the third fact is there already, from the plan, as long as it fits', () => {
  expect(newAnswer({ lines: [line('食材', 400_000), line('餐具', 100_000)], things: [] }, NOW_MS).uses).toBe('食材 ¥4,000、餐具 ¥1,000。');
  expect(newAnswer({ lines: Array.from({ length: 12 }, (_, index) => line(`第${index}样很长的食材和餐具`, 100)), things: [] }, NOW_MS).uses.length).toBeLessThanOrEqual(60);
});

test('days count to their end in UTC+8; without money there is no day to pay', () => {
  const { decision } = checkAnswer('d1', { ...written(), payDay: '2026-12-04', reportDay: '2027-02-18' }, true);
  expect(decision).toMatchObject({ kind: 'accept', answerableCode: null, payByMs: Date.UTC(2026, 11, 4, 16) - 1, reportByMs: Date.UTC(2027, 1, 18, 16) - 1 });
  expect(checkAnswer('d1', written(), false).decision?.payByMs).toBeNull();
  expect(lastPayDay(NOW_MS)).toBe('2026-12-30');
});

test('what is missing is told beside its field', () => {
  expect(checkAnswer('d1', { ...written(), who: ' ' }, true).errors?.['facts.who']).toBe('请写谁来收、收了多久了');
  expect(checkAnswer('d1', { ...written(), payDay: '' }, true).errors?.payByMs).toBe('请选一天');
  expect(checkAnswer('d1', { ...written(), reportDay: '2026-11-21' }, true).errors?.reportByMs).toBe('报告要在付款以后');
  expect(checkAnswer('d1', { ...written(), isAnotherAnswerable: true, code: 'K7M2' }, true).errors?.answerableCode).toBe('编号是 8 位字母和数字');
  expect(checkAnswer('d1', { ...written(), isAnotherAnswerable: true, code: 'k7m2 p4qx' }, true).errors).toBeNull();
});
