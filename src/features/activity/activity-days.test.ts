import type { ShiftCardView } from '@contract';
import { byDay, comingDays, isoDay } from './activity-days';

const NOW_MS = Date.parse('2026-11-20T09:41:00+08:00');
const shiftAt = (iso: string): ShiftCardView => ({
  shiftId: iso, activityId: 'a', kind: 'fair', state: 'open', title: '爱心集市', pictureKey: 'goods', organiserName: '青枫社区', areaName: '青枫社区', placeText: '广场',
  startsAtMs: Date.parse(`${iso}+08:00`), endsAtMs: Date.parse(`${iso}+08:00`) + 3_600_000, capacity: 8, seatsLeft: 2, waitingCount: 0, teamId: null, audience: 'everybody', firstUntilMs: null, mine: null, clashesWith: [],
});

describe('activities by day', () => {
  test('each under its day in UTC+8, in the order they came', () => {
    const days = byDay(['2026-11-20T19:00:00', '2026-11-21T00:10:00', '2026-11-21T09:00:00', '2026-12-01T09:00:00'].map(shiftAt), NOW_MS);
    expect(days.map(({ title, shifts }) => [title, shifts.length])).toEqual([['今天 · 11 月 20 日 周五', 1], ['明天 · 11 月 21 日 周六', 2], ['12 月 1 日 周二', 1]]);
  });

  test('the coming days; midnight in China begins a day', () => {
    expect(comingDays(NOW_MS, 3)).toEqual([{ day: '2026-11-20', weekday: '今天', number: 20 }, { day: '2026-11-21', weekday: '周六', number: 21 }, { day: '2026-11-22', weekday: '周日', number: 22 }]);
    expect(isoDay(Date.parse('2026-11-20T16:30:00Z'))).toBe('2026-11-21');
  });
});
