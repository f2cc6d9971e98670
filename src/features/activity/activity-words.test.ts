import type { MySignUpView } from '@contract';
import { clockSpan, dateSpan, mySignUpText, offerWords, seatText, stripDay, whoComes } from './activity-words';

/** 2026-11-20 is a Friday; 9:41 in UTC+8. */
const NOW_MS = Date.parse('2026-11-20T09:41:00+08:00');
const at = (iso: string): number => Date.parse(`${iso}+08:00`);

const mine = (changes: Partial<MySignUpView>): MySignUpView => ({
  shiftId: 's', signUpId: 'n', activityId: 'a', title: '给独居老人送餐', kind: 'volunteerService', pictureKey: 'meal', placeText: '青枫驿站',
  startsAtMs: at('2026-11-21T09:00:00'), endsAtMs: at('2026-11-21T11:00:00'), shiftState: 'open', state: 'joined', seats: 1, isSelf: true, companions: [],
  waitingNumber: null, untilMs: null, lacks: null, isLateToCancel: false, fromMs: null, toMs: null, todo: null, canRate: false, ...changes,
});

describe('when a shift is', () => {
  test('its clock and its date', () => {
    const span = { startsAtMs: at('2026-11-21T09:00:00'), endsAtMs: at('2026-11-21T11:00:00') };
    expect(clockSpan(span, NOW_MS)).toBe('9:00–11:00');
    expect(dateSpan(span, NOW_MS)).toBe('11 月 21 日 9:00–11:00');
    expect(clockSpan({ startsAtMs: at('2026-11-21T20:00:00'), endsAtMs: at('2026-11-22T08:00:00') }, NOW_MS)).toBe('20:00–后天 8:00');
    expect(clockSpan({ startsAtMs: at('2026-11-21T20:00:00'), endsAtMs: at('2026-11-22T00:00:00') }, NOW_MS)).toBe('20:00–0:00');
  });

  test('the days of the strip; weeks begin on Monday', () => {
    expect(stripDay(at('2026-11-20T18:00:00'), NOW_MS)).toBe('今天 周五');
    expect(stripDay(at('2026-11-21T09:00:00'), NOW_MS)).toBe('明天 周六');
    expect(stripDay(at('2026-11-22T09:00:00'), NOW_MS)).toBe('周日');
    expect(stripDay(at('2026-11-23T09:00:00'), NOW_MS)).toBe('下周一');
    expect(stripDay(at('2026-11-29T09:00:00'), NOW_MS)).toBe('下周日');
    expect(stripDay(at('2026-12-05T09:00:00'), NOW_MS)).toBe('12 月 周六');
  });
});

describe('how many places', () => {
  const shift = { state: 'open', seatsLeft: 2, waitingCount: 0, startsAtMs: at('2026-11-21T09:00:00') } as const;
  test('left, full, and over', () => {
    expect(seatText(shift, NOW_MS)).toBe('还有 2 位');
    expect(seatText({ ...shift, seatsLeft: 0 }, NOW_MS)).toBe('满了');
    // A place that came free belongs to whoever waits.
    expect(seatText({ ...shift, seatsLeft: 1, waitingCount: 3 }, NOW_MS)).toBe('满了');
    expect(seatText({ ...shift, startsAtMs: NOW_MS }, NOW_MS)).toBe('开始了');
    expect(seatText({ ...shift, state: 'cancelled' }, NOW_MS)).toBe('取消了');
  });
  test('how long an offer stands', () => {
    const rules = { offerHours: 24, shortOfferHours: 2 };
    expect(offerWords(at('2026-11-21T09:00:00'), NOW_MS, rules)).toBe('2 小时');
    expect(offerWords(at('2026-11-22T09:00:00'), NOW_MS, rules)).toBe('24 小时');
  });
});

describe('what my sign-up means', () => {
  test('each state has a sentence of its own that says what comes next', () => {
    expect(mySignUpText(mine({}), NOW_MS)).toBe('明天 9:00 在青枫驿站见。来不了，请早点说一声。');
    expect(mySignUpText(mine({ state: 'waiting', waitingNumber: 2 }), NOW_MS)).toContain('第 2 位');
    expect(mySignUpText(mine({ state: 'offered', untilMs: at('2026-11-20T12:00:00') }), NOW_MS)).toContain('今天 12:00');
    expect(mySignUpText(mine({ state: 'absent', untilMs: at('2026-11-24T12:00:00') }), NOW_MS)).toContain('不算爽约');
    expect(mySignUpText(mine({ state: 'attended', fromMs: at('2026-11-21T09:00:00'), toMs: at('2026-11-21T10:52:00') }), NOW_MS)).toBe('记了 9:00–10:52，一共 1 小时 52 分。');
    expect(mySignUpText(mine({ state: 'attended', fromMs: at('2026-11-21T09:00:00') }), NOW_MS)).toContain('几点走的没记上');
    expect(mySignUpText(mine({ shiftState: 'cancelled', state: 'cancelled' }), NOW_MS)).toBe('这一班取消了。');
  });

  test('people', () => {
    expect(whoComes(true, [{ name: '王奶奶', relation: 'parent', isMinor: false }])).toBe('我、王奶奶（爸妈长辈）');
  });
});
