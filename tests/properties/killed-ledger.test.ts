import { bookOf, foldBalances, type Account } from '../../cloudfunctions/core/ledger/balance';
import { communityIssuance } from '../../cloudfunctions/core/ledger/account';
import type { Proof } from '../../cloudfunctions/core/ledger/proof';
import type { Fold, SharedAccount } from '../../cloudfunctions/core/ledger/shared-account';
import type { Transfer } from '../../cloudfunctions/core/ledger/transfer';
import { COMMUNITY, Community, DAY_MS, HOUR_MS } from '../flows/support/community';
import { confirmedWish } from '../flows/support/wish-steps';

/**
 * The folding writer and the nightly proof, killed at any of their database calls and run again: every posting is folded
 * once, every fold is kept, and the proof ends right.
 */
/** `npm run test:long` meets each place both ways; the ordinary lane each place once, before and after in turn. */
const PLACES = Array.from({ length: 12 }, (_unused, index) => index + 1);
const WHENS: readonly (readonly ('before' | 'after')[])[] = PLACES.map((place) => (process.env.LINYUAN_LONG === '1' ? ['before', 'after'] : [place % 2 === 0 ? 'before' : 'after']));

describe('folding and proving, killed at any database call', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
  });
  afterAll(async () => {
    await community.close();
  });

  const killJobsAt = async (nth: number, when: 'before' | 'after'): Promise<void> => {
    await community.arm({ function: 'jobs', kind: 'kill', nth, when, times: 1 });
    await community.runJobs().catch(() => undefined);
    expect(community.unfiredPlaces()).toEqual([]);
    await community.arm();
    // The killed run's lease ends by itself.
    await community.advance(60_000);
  };

  test('every posting is folded once, and each night proved', async () => {
    for (const [index, nth] of PLACES.entries()) {
      for (const when of WHENS[index] ?? []) {
        await confirmedWish(community, { urgency: 'urgent' });
        await killJobsAt(nth, when);
      }
      if (index % 4 === 3) await community.advance(DAY_MS);
    }
    for (let run = 0; run < 4; run += 1) {
      await community.advance(2 * 60_000);
      await community.runJobs();
    }
    expect(community.documents('postings')).toEqual([]);
    const folded = foldBalances(community.documents<Transfer>('transfers'));
    const [shared] = community.documents<SharedAccount>('sharedAccounts');
    expect(shared?._id).toBe(bookOf('points', communityIssuance(COMMUNITY)));
    expect({ posted: shared?.posted, pendingIn: shared?.pendingIn, pendingOut: shared?.pendingOut }).toEqual(folded.get(shared?._id ?? ''));
    const folds = community.documents<Fold>('folds');
    expect(folds).toHaveLength(shared?.folds ?? -1);
    const taken = folds.flatMap(({ postingIds }) => postingIds);
    expect(new Set(taken).size).toBe(community.documents('transfers').length);
    expect(taken).toHaveLength(new Set(taken).size);
    for (const { _id, posted, pendingIn, pendingOut } of community.documents<Account>('accounts')) expect(folded.get(bookOf('points', _id))).toEqual({ posted, pendingIn, pendingOut });
  });

  test('a proof that was killed goes on and ends right', async () => {
    await community.advance(((2.5 * HOUR_MS - ((community.nowMs() + 8 * HOUR_MS) % DAY_MS) + DAY_MS) % DAY_MS) + 1);
    // The last in the sum, the rest of which is short by then.
    for (const nth of [4, 8, 12, 16, 20, 15]) await killJobsAt(nth, nth % 8 === 0 ? 'before' : 'after');
    for (let run = 0; run < 4; run += 1) {
      await community.advance(11 * 60_000);
      await community.runJobs();
    }
    const proofs = community.documents<Proof>('proofs');
    expect(proofs.map(({ state, wrong }) => [state, wrong])).toEqual(proofs.map(() => ['right', 0]));
  });
});
