import { backEntryInputOf, backEntryProblem, codeText, EMPTY_BACK_ENTRY } from './back-entry-form';

const at = (iso: string): number => Date.parse(`${iso}:00+08:00`);
const NOW_MS = at('2026-11-20T09:41');
const MINE = '5N8FNFF4';
const whole = { ...EMPTY_BACK_ENTRY, title: ' 帮独居老人打扫 ', organiserName: '青枫社区', day: '2026-11-14', from: '09:00', to: '11:00', reason: '那天没带手机', secondCode: 'QE8B448J' };

describe('a back entry', () => {
  test('a whole one is sent as it stands', () => {
    expect(backEntryProblem(whole, false, MINE, NOW_MS)).toBeNull();
    expect(backEntryInputOf(whole, null)).toEqual({ memberCode: null, shiftId: null, kind: 'volunteerService', title: '帮独居老人打扫', organiserName: '青枫社区', placeText: '', fromMs: at('2026-11-14T09:00'), toMs: at('2026-11-14T11:00'), reason: '那天没带手机', secondCode: 'QE8B448J' });
  });

  test.each([
    [{ title: ' ' }, '做了什么'], [{ organiserName: '' }, '谁组织'], [{ day: '' }, '哪一天'], [{ reason: '' }, '为什么没记上'],
    [{ secondCode: 'QE8' }, '8 位'], [{ secondCode: MINE }, '另一位'], [{ isOwn: false, memberCode: '' }, 'TA 的编号'], [{ isOwn: false, memberCode: 'QE8B448J' }, '另一位'],
  ])('%o is not whole: %s', (changes, words) => expect(backEntryProblem({ ...whole, ...changes }, false, MINE, NOW_MS)).toContain(words));

  test('at a shift the words of the shift stand', () => {
    const form = { ...whole, isOwn: false, memberCode: 'AAAA2222', title: '', organiserName: '' };
    expect(backEntryProblem(form, true, MINE, NOW_MS)).toBeNull();
    expect(backEntryInputOf(form, 'h_1')).toMatchObject({ memberCode: 'AAAA2222', shiftId: 'h_1', title: '', organiserName: '' });
  });

  test('a code as people type it', () => expect(codeText('qe8b 448j')).toBe('QE8B448J'));
});
