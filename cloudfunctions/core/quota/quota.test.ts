import { dueReservations, nextCheckMs, openWishQuotaId, RESERVATION_CHECK_MS } from './quota';

const NOW_MS = 1_800_000_000_000;
const quota = { reservations: { old: { reservedAtMs: NOW_MS - RESERVATION_CHECK_MS }, young: { reservedAtMs: NOW_MS - 1 }, younger: { reservedAtMs: NOW_MS } } };

describe('reservations of open wishes', () => {
  it('checks a reservation once no call can still be writing its wish', () => {
    expect(dueReservations(quota, NOW_MS)).toEqual(['old']);
    expect(dueReservations(quota, NOW_MS + RESERVATION_CHECK_MS)).toEqual(['old', 'young', 'younger']);
  });

  it('wakes for the youngest that is not checked yet, and never for none', () => {
    expect(nextCheckMs(quota, NOW_MS)).toBe(NOW_MS - 1 + RESERVATION_CHECK_MS);
    expect(nextCheckMs({ reservations: { old: quota.reservations.old } }, NOW_MS)).toBeNull();
    expect(nextCheckMs({ reservations: {} }, NOW_MS)).toBeNull();
  });

  it('has one document a household', () => {
    expect(openWishQuotaId('h_1')).toBe(openWishQuotaId('h_1'));
    expect(openWishQuotaId('h_1')).not.toBe(openWishQuotaId('h_2'));
  });
});
