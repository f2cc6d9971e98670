import type { KeptFraction, ShopYearView, WishCategory } from '@contract';
import { WISH_CATEGORIES } from '@contract';
import type { ClaimRecord } from '../claim/claim-record';
import { chinaDay } from '../kernel/clock';

type Ended = Pick<ClaimRecord, 'giverKind' | 'state' | 'plan' | 'deliveredAtMs' | 'deliverByMs' | 'confirmedAtMs' | 'wishId' | 'shares' | 'category'>;

/** A claim that was a promise: confirmed, or planned and let run out. What was given back is held against nobody. */
const isPromise = ({ state, plan }: Ended): boolean => state === 'confirmed' || (state === 'lapsed' && plan !== null);
const wasOnTime = ({ state, deliveredAtMs, deliverByMs }: Ended): boolean => state === 'confirmed' && (deliveredAtMs === null || deliverByMs === null || deliveredAtMs <= deliverByMs);

/** Pure: how many promises of ended claims were kept by the day that was said (RULES.md section 7: a plain fraction). */
export const keptOf = (ended: readonly Ended[]): KeptFraction => {
  const promises = ended.filter(isPromise);
  return { onTime: promises.filter(wasOnTime).length, total: promises.length };
};

const isOfYear = ({ confirmedAtMs }: Ended, year: number): boolean => confirmedAtMs !== null && chinaDay(confirmedAtMs).startsWith(`${String(year)}-`);

/** Pure: what was given in one year (UTC+8), in things done; never money. */
export const yearOf = (ended: readonly Ended[], year: number): Pick<ShopYearView, 'wishes' | 'shares' | 'byCategory' | 'record'> => {
  const confirmed = ended.filter((claim) => claim.state === 'confirmed' && isOfYear(claim, year));
  const sharesOf = (category: WishCategory): number => confirmed.filter((claim) => claim.category === category).reduce((sum, { shares }) => sum + shares, 0);
  return {
    wishes: new Set(confirmed.map(({ wishId }) => wishId)).size,
    shares: confirmed.reduce((sum, { shares }) => sum + shares, 0),
    byCategory: WISH_CATEGORIES.map((category) => ({ category, shares: sharesOf(category) })).filter(({ shares }) => shares > 0),
    record: keptOf(confirmed),
  };
};
