import { store } from '../platform/store';
import { NOTHING, bookOf, type Balance } from './balance';
import type { Posting } from './posting';
import type { SharedAccount } from './shared-account';

/** What a shared book of money holds, as far as it is settled. */
export interface BookStanding {
  readonly settled: Balance;
  /** Everything up to then is counted in: now when nothing waits, else the last fold; 0 before the first. */
  readonly settledAtMs: number;
  /** Nothing waits to be folded and nothing is on its way in or out: what is settled is all there is. */
  readonly isQuiet: boolean;
}

const balanceOf = ({ posted, pendingIn, pendingOut }: Balance): Balance => ({ posted, pendingIn, pendingOut });

/**
 * The settled total of a shared account that holds money, with its time. Two requests, whatever went through it. What
 * waits is asked first: a posting is only removed once its fold stands, so what is not found waiting is in the total.
 */
export const bookStanding = async (address: string, nowMs: number): Promise<BookStanding> => {
  const book = bookOf('CNY', address);
  const [waiting] = await store.query<Posting>('postings', { where: { book }, order: [['_id', 'asc']], limit: 1, fields: ['book'] });
  const shared = await store.find<SharedAccount>('sharedAccounts', book);
  const settled = shared === null ? NOTHING : balanceOf(shared);
  const isFolded = waiting === undefined;
  return { settled, settledAtMs: isFolded ? nowMs : (shared?.foldedAtMs ?? 0), isQuiet: isFolded && settled.pendingIn === 0 && settled.pendingOut === 0 };
};
