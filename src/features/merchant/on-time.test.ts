import type { ClaimView } from '@contract';
import { countOnTime, toDeliver } from './on-time';

const DAY_MS = 86_400_000;

const claim = (change: Partial<ClaimView>): ClaimView => ({
  claimId: 'c1', wishId: 'w1', wishTitle: '一袋米', category: 'goods', pictureKey: 'rice', shares: 1, shareNote: '', state: 'confirmed',
  heldAtMs: 0, holdUntilMs: 3 * DAY_MS, plan: { deliverAtMs: 5 * DAY_MS, handover: 'station', note: '' }, deliverByMs: 7 * DAY_MS, deliveredAtMs: 6 * DAY_MS,
  confirmByMs: null, confirmedAtMs: 6 * DAY_MS, isOverdue: false, giverName: '吴记粮油', giverKind: 'merchant', extendableUntilMs: null, handoverText: '', statusText: '', isDisputed: false, canPlanHome: true, canContact: false, isErrand: false, nextStep: 'ended', ...change,
});

describe('countOnTime', () => {
  it('counts kept and broken promises and forgives what was given back', () => {
    const ended = [
      claim({}),
      claim({ deliveredAtMs: 8 * DAY_MS }),
      claim({ state: 'returned' }),
      claim({ state: 'lapsed' }),
      claim({ state: 'lapsed', plan: null }),
    ];
    expect(countOnTime(ended)).toEqual({ onTime: 1, total: 3 });
  });

  it('is nought of nought for a newcomer', () => {
    expect(countOnTime([])).toEqual({ onTime: 0, total: 0 });
  });
});

describe('toDeliver', () => {
  it('puts the earliest first and leaves out what waits for others', () => {
    const open = [
      claim({ claimId: 'late', state: 'planned', nextStep: 'deliver' }),
      claim({ claimId: 'waiting', state: 'delivered', nextStep: 'wait' }),
      claim({ claimId: 'unplanned', state: 'held', plan: null, nextStep: 'plan' }),
    ];
    expect(toDeliver(open).map((one) => one.claimId)).toEqual(['unplanned', 'late']);
  });
});
