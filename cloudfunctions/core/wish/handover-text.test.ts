import { appointmentText, handoverTextOf } from './handover-text';

const wish = { handover: 'station', stationName: '青枫社区驿站' } as const;
const deliverAtMs = Date.parse('2026-11-21T10:00:00+08:00');

describe('words of a handover', () => {
  it('name the station, and say a visit once', () => {
    expect(handoverTextOf(wish)).toBe('放到青枫社区驿站');
    expect(appointmentText(wish, { deliverAtMs, handover: 'station' })).toBe('约好 11 月 21 日上午，放到青枫社区驿站');
    expect(appointmentText(wish, { deliverAtMs, handover: 'home' })).toBe('约好 11 月 21 日上午上门');
    expect(appointmentText(wish, { deliverAtMs: deliverAtMs + 5 * 3_600_000, handover: 'home' })).toBe('约好 11 月 21 日下午上门');
  });
});
