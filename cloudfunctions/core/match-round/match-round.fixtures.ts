import { WEEK_SLOTS_ALL } from '@contract';
import { DAY_MS } from '../kernel/clock';
import type { MatchNeed, MatchOffer } from './match-pages';
import { candidatesOf, offersByKind } from './match-candidates';

const NOW_MS = Date.parse('2026-11-30T09:00:00+08:00');

/** An offer of a shop for the whole community. */
export const shopOffer = (key: string, changes: Partial<MatchOffer['offer']> = {}, partyId = `p_${key}`): MatchOffer => ({
  supplyId: `sp_${key}`, partyId, partyKind: 'merchant', keeperId: partyId,
  offer: { supplyId: `sp_${key}`, state: 'open', partyKind: 'merchant', peopleIds: [partyId], householdIds: [], category: 'goods', skills: [], certificates: [], areaId: 'd01-s01-c01', point: null, slots: WEEK_SLOTS_ALL, capacityLeft: 1, record: { kept: 0, lapsed: 0 }, ...changes },
});

/** A wish for a thing; `days` it has waited. Its candidates are those of `offers`. */
export const goodsNeed = (key: string, offers: readonly MatchOffer[], changes: Partial<MatchNeed['need']> = {}): MatchNeed => {
  const waitingDays = changes.waitingDays ?? 1;
  const need: MatchNeed['need'] = {
    wishId: `w_${key}`, category: 'goods', skills: [], tradeCertificate: null, isForbidden: false, isForMinor: false, isInPublic: true, areaIds: ['d01', 'd01-s01', 'd01-s01-c01', 'd01-s01-c01-g01'], point: null,
    slots: WEEK_SLOTS_ALL, today: 0, sharesLeft: 1, isUrgent: false, waitingDays, helpedTimes: null, peopleIds: [`m_${key}`], householdId: `h_${key}`, ...changes,
  };
  return { need, page: 0, areaId: 'd01-s01-c01-g01', areaName: '枫林里', sinceMs: NOW_MS - waitingDays * DAY_MS, ...candidatesOf(need, [], offersByKind(offers)) };
};
