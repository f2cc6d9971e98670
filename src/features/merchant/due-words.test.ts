import type { ClaimView } from '@contract';
import { dueWords } from './due-words';

const HOUR_MS = 3_600_000;
/** Friday 20 November 2026, 9:41 in UTC+8. */
const NOW_MS = Date.UTC(2026, 10, 20, 1, 41);

const planned = (deliverAtMs: number, change: Partial<ClaimView> = {}): ClaimView => ({
  claimId: 'c1', wishId: 'w1', wishTitle: '鸡蛋两板', category: 'goods', pictureKey: 'rice', shares: 1, shareNote: '', state: 'planned',
  heldAtMs: 0, holdUntilMs: NOW_MS + 70 * HOUR_MS, plan: { deliverAtMs, handover: 'station', note: '' }, deliverByMs: deliverAtMs + 48 * HOUR_MS, deliveredAtMs: null,
  confirmByMs: null, confirmedAtMs: null, isOverdue: false, giverName: '吴记粮油', giverKind: 'merchant', extendableUntilMs: null, handoverText: '', statusText: '', isDisputed: false, canPlanHome: true, canContact: false, isErrand: false, nextStep: 'deliver', ...change,
});

describe('dueWords', () => {
  it('tells the hour today and the day later', () => {
    expect(dueWords(planned(Date.UTC(2026, 10, 20, 4)), NOW_MS)).toEqual({ figure: '12:00', note: '前送到', isSoon: true });
    expect(dueWords(planned(Date.UTC(2026, 10, 24, 4)), NOW_MS)).toEqual({ figure: '周二', note: '前送到', isSoon: false });
  });

  it('asks for a day while there is no plan', () => {
    const held = planned(0, { state: 'held', plan: null, deliverByMs: null, nextStep: 'plan' });
    expect(dueWords(held, NOW_MS)).toMatchObject({ figure: '周一', note: '前定日子' });
  });

  it('never hides that it is late', () => {
    expect(dueWords(planned(NOW_MS - HOUR_MS), NOW_MS).figure).toBe('晚了');
    expect(dueWords(planned(NOW_MS + HOUR_MS, { isOverdue: true }), NOW_MS).figure).toBe('晚了');
  });
});
