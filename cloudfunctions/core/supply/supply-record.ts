import type { ClaimRecord } from '../claim/claim-record';
import { RULES } from '../rules';
import type { Supply } from './supply';

/** Pure: what was kept and what ran out of these claims, of the offer's kind and in its name. What was given back counts as neither. */
export const recordOfClaims = (supply: Pick<Supply, 'category' | 'partyKind'>, claims: readonly Pick<ClaimRecord, 'category' | 'giverKind' | 'state' | 'updatedAtMs'>[], nowMs: number): Supply['record'] => {
  const counted = claims.filter(({ category, giverKind, updatedAtMs }) => category === supply.category && giverKind === supply.partyKind && updatedAtMs > nowMs - RULES.supply.countedMs);
  const many = (state: ClaimRecord['state']): number => counted.filter((claim) => claim.state === state).length;
  return { kept: many('confirmed'), lapsed: many('lapsed') };
};
