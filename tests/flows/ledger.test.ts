import { communityExpired, communityIssuance, memberPoints } from '../../cloudfunctions/core/ledger/account';
import { bookOf, foldBalances, type Account } from '../../cloudfunctions/core/ledger/balance';
import type { Proof } from '../../cloudfunctions/core/ledger/proof';
import type { Fold, SharedAccount } from '../../cloudfunctions/core/ledger/shared-account';
import type { Transfer } from '../../cloudfunctions/core/ledger/transfer';
import { ADMIN, COMMUNITY, Community, DAY_MS, DISTRICT, HOUR_MS, MERCHANT, POSTER, STAFF } from './support/community';
import { confirmedWish } from './support/wish-steps';

/** The next 2:30 at night in UTC+8. */
const untilNight = (community: Community): number => {
  const inDay = (community.nowMs() + 8 * HOUR_MS) % DAY_MS;
  return ((2.5 * HOUR_MS - inDay + DAY_MS) % DAY_MS) + 1;
};

describe('the ledger through the functions', () => {
  let community: Community;
  let merchant: string;

  beforeAll(async () => {
    community = await Community.found();
    merchant = memberPoints((await community.me(MERCHANT)).memberId);
    for (let wishes = 0; wishes < 3; wishes += 1) await confirmedWish(community, { urgency: 'urgent' });
    await community.advance(8 * DAY_MS);
    await community.runJobs();
    await community.runJobs();
  });
  afterAll(async () => {
    await community.close();
  });

  const shared = (): readonly SharedAccount[] => community.documents<SharedAccount>('sharedAccounts');
  const account = (): Account => community.document<Account>('accounts', merchant) as Account;
  const night = async (): Promise<Proof> => {
    await community.advance(untilNight(community));
    await community.runJobs();
    await community.runJobs();
    const proofs = community.documents<Proof>('proofs');
    return proofs.reduce((latest, proof) => (proof._id > latest._id ? proof : latest));
  };

  test('shared accounts are folded from the transfers, each side once', () => {
    const folded = foldBalances(community.documents<Transfer>('transfers'));
    expect(community.documents('postings')).toEqual([]);
    expect(shared().map(({ _id }) => _id)).toEqual([bookOf('points', communityIssuance(COMMUNITY))]);
    for (const { _id, posted, pendingIn, pendingOut } of shared()) expect(folded.get(_id)).toEqual({ posted, pendingIn, pendingOut });
    const taken = community.documents<Fold>('folds').flatMap(({ postingIds }) => postingIds);
    expect(new Set(taken).size).toBe(taken.length);
    expect(account()).toMatchObject({ posted: 15, pendingIn: 0, pendingOut: 0 });
  });

  test('every night is proved, and staff see what was gone through', async () => {
    const proof = await night();
    expect(proof).toMatchObject({ state: 'right', wrong: 0, findings: [], accounts: community.documents('accounts').length, transfers: community.documents('transfers').length, books: 1 });
    const { community: points, proofs } = await community.must(STAFF, 'ledger.proofs', {});
    expect(points).toMatchObject({ issued: 15, onTheWay: 0, redeemed: 0, expired: 0 });
    expect(proofs[0]).toMatchObject({ day: proof._id, state: 'right' });
    expect(JSON.stringify(proofs)).not.toContain('oTest');
    expect(await community.refused(POSTER, 'ledger.proofs', {})).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  test('a night is proved once, however often jobs runs; the next one goes through new folds only', async () => {
    await confirmedWish(community, { urgency: 'urgent' });
    const before = community.documents('proofs').length;
    const proof = await night();
    expect(community.documents('proofs')).toHaveLength(before + 1);
    expect(proof).toMatchObject({ state: 'right' });
    const folds = community.documents<Fold>('folds').length;
    expect(proof.folds).toBeLessThan(folds);
    expect(shared().every((one) => one.proved.folds === one.folds)).toBe(true);
  });

  test('an account changed behind the program\'s back is found, and the district is told', async () => {
    const documents = community.cloud.cloud.store.get('accounts').documents as unknown as Map<string, Account>;
    const right = account();
    documents.set(merchant, { ...right, posted: right.posted + 1 });
    const proof = await night();
    documents.set(merchant, right);
    expect(proof.state).toBe('wrong');
    expect(proof.findings.map(({ kind }) => kind)).toEqual(['accountWrong', 'accountBelowNought', 'sumNotNought']);
    const { items } = await community.must(ADMIN, 'staff.queue', { areaId: DISTRICT });
    expect(items.map(({ title }) => title)).toContain('账没有对上');
    await community.runJobs();
    expect((await night()).state).toBe('right');
  });

  test('whose points end is told 60 and 14 days before, once each; then they end and the books still sum', async () => {
    const endsAtMs = Date.parse(`${Object.keys(account().lots)[0] ?? ''}T16:00:00Z`);
    const warnings = async (): Promise<readonly string[]> => (await community.must(MERCHANT, 'notice.inbox', {})).items.filter(({ title }) => title.includes('快到期')).map(({ title }) => title);
    const goTo = async (atMs: number): Promise<void> => {
      await community.advance(atMs - community.nowMs());
      for (let runs = 0; runs < 3; runs += 1) await community.runJobs();
    };
    await goTo(endsAtMs - 61 * DAY_MS);
    expect(await warnings()).toEqual([]);
    await goTo(endsAtMs - 60 * DAY_MS + 1);
    const held = account().lots;
    expect(await warnings()).toEqual([`有 ${Object.values(held)[0] ?? 0} 积分快到期了`]);
    await goTo(endsAtMs - 14 * DAY_MS + 1);
    expect(await warnings()).toHaveLength(2);
    await goTo(endsAtMs - HOUR_MS);
    const { posted, lots } = account();
    expect(lots).toEqual({ [Object.keys(held)[0] ?? '']: posted });
    expect(posted).toBe(20);
    await goTo(endsAtMs + 1);
    expect(account()).toMatchObject({ posted: 0 });
    expect(account().lots).toEqual({});
    expect(await warnings()).toHaveLength(2);
    const { entries } = { entries: (await community.must(MERCHANT, 'points.entries', {})).items };
    expect(entries[0]).toMatchObject({ points: -posted, causeText: expect.stringMatching(/年底到期$/) });
    await community.runJobs();
    expect(shared().find(({ _id }) => _id === bookOf('points', communityExpired(COMMUNITY)))).toMatchObject({ posted });
    expect((await night()).state).toBe('right');
  });
});
