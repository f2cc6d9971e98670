import type { Contribution } from '../../cloudfunctions/core/contribution/contribution';
import type { MatchBudget } from '../../cloudfunctions/core/match-budget/match-budget';
import type { Transfer } from '../../cloudfunctions/core/ledger/transfer';
import { MERCHANT, STAFF, type Community } from '../flows/support/community';
import { campaignWords, COLLEAGUE, openCampaign, openMutual } from '../flows/support/mutual-steps';
import { describeKilled, type Act, type KilledCase } from './support/killed-command';

/** A shop's matching budget over its life, and gifts that it matches, killed at any database call. */
const OFFER = { budgetFen: 10_000, numerator: 1, denominator: 1, capFenPerPersonDay: 6_000 };

const budgetOf = (community: Community, matchBudgetId: string): MatchBudget | null => community.document<MatchBudget>('matchBudgets', matchBudgetId);
const budgetsFor = (community: Community, campaignId: string): readonly MatchBudget[] => community.documents<MatchBudget>('matchBudgets').filter((budget) => budget.campaignId === campaignId);

/** One campaign with an open budget, for what needs none of its own. */
let shared = { campaignId: '', matchBudgetId: '' };
const setUp = async (community: Community): Promise<void> => {
  await openMutual(community);
  const campaignId = await openCampaign(community);
  const { matchBudgetId } = await community.must(MERCHANT, 'match.offer', { campaignId, ...OFFER, budgetFen: 1_000_000 });
  await community.must(STAFF, 'match.decide', confirm(matchBudgetId));
  await community.runJobs();
  shared = { campaignId, matchBudgetId };
};

const offered = async (community: Community, giver: string): Promise<{ readonly campaignId: string; readonly matchBudgetId: string }> => {
  const campaignId = await openCampaign(community, campaignWords(community), giver);
  const { matchBudgetId } = await community.must(MERCHANT, 'match.offer', { campaignId, ...OFFER });
  return { campaignId, matchBudgetId };
};

const confirm = (matchBudgetId: string) => ({ matchBudgetId, decision: { kind: 'confirm', receiptNo: '慈 0012' } }) as const;

const opened = async (community: Community, giver: string): Promise<{ readonly campaignId: string; readonly matchBudgetId: string }> => {
  const ids = await offered(community, giver);
  await community.must(STAFF, 'match.decide', confirm(ids.matchBudgetId));
  return ids;
};

const aboutBudget = (community: Community, { campaignId, matchBudgetId }: { readonly campaignId: string; readonly matchBudgetId: string }, happened: (budget: MatchBudget) => boolean): Pick<Act, 'subjectIds' | 'happened'> => ({
  subjectIds: () => [campaignId, matchBudgetId],
  happened: () => {
    const budget = budgetOf(community, matchBudgetId);
    return budget !== null && happened(budget);
  },
});

const budgets: readonly KilledCase[] = [
  {
    route: 'match.offer',
    prepare: async (community, _poster, giver) => {
      const campaignId = await openCampaign(community, campaignWords(community), giver);
      return { caller: MERCHANT, input: { campaignId, ...OFFER }, subjectIds: () => [campaignId, ...budgetsFor(community, campaignId).map(({ _id }) => _id)], happened: () => budgetsFor(community, campaignId).length === 1 };
    },
  },
  {
    route: 'match.withdraw',
    prepare: async (community, _poster, giver) => {
      const ids = await offered(community, giver);
      return { caller: MERCHANT, input: { matchBudgetId: ids.matchBudgetId }, ...aboutBudget(community, ids, ({ state }) => state === 'withdrawn') };
    },
  },
  {
    route: 'match.decide',
    prepare: async (community, _poster, giver) => {
      const ids = await offered(community, giver);
      return { caller: STAFF, input: confirm(ids.matchBudgetId), ...aboutBudget(community, ids, ({ state }) => state === 'open') };
    },
  },
  {
    route: 'match.end',
    prepare: async (community, _poster, giver) => {
      const ids = await opened(community, giver);
      return { caller: COLLEAGUE, input: { matchBudgetId: ids.matchBudgetId, note: '店要搬走了' }, ...aboutBudget(community, ids, ({ state }) => state === 'ending') };
    },
  },
  {
    route: 'match.recordReturn',
    prepare: async (community, _poster, giver) => {
      const ids = await opened(community, giver);
      await community.must(STAFF, 'match.end', { matchBudgetId: ids.matchBudgetId, note: '店要搬走了' });
      return { caller: STAFF, input: { matchBudgetId: ids.matchBudgetId, voucherNo: '退 7' }, ...aboutBudget(community, ids, ({ state }) => state === 'returning') };
    },
  },
  {
    route: 'match.confirmReturn',
    prepare: async (community, _poster, giver) => {
      const ids = await opened(community, giver);
      await community.must(STAFF, 'match.end', { matchBudgetId: ids.matchBudgetId, note: '店要搬走了' });
      await community.must(STAFF, 'match.recordReturn', { matchBudgetId: ids.matchBudgetId, voucherNo: '退 7' });
      return { caller: COLLEAGUE, input: { matchBudgetId: ids.matchBudgetId }, ...aboutBudget(community, ids, ({ returnedFen }) => returnedFen === OFFER.budgetFen) };
    },
  },
];

const paid = async (community: Community, openid: string, amountFen: number): Promise<void> => {
  const { contributionId } = await community.must(openid, 'mutual.give', { campaignId: shared.campaignId, amountFen, isAnonymous: false });
  await community.cloud.control('pay', { outTradeNo: contributionId, openid, outcome: 'paid' });
  await community.must(openid, 'contribution.confirm', { contributionId });
};

/** As the gift says it was matched, the budget keeps it. */
const aboutGift = async (community: Community, poster: string, givenFen: number, matchedFen: number): Promise<Act> => {
  const { memberId } = await community.me(poster);
  const input = { campaignId: shared.campaignId, amountFen: 5_000, isAnonymous: false };
  const own = (): Contribution | undefined => community.documents<Contribution>('contributions').find((gift) => gift.giverId === memberId && gift.amountFen === input.amountFen);
  const happened = (): boolean => {
    const gift = own();
    if (gift === undefined) return false;
    // An order that waited for long was closed meanwhile; what it brought about came once.
    expect(community.documents<Transfer>('transfers').filter(({ phase, cause }) => phase === 'pending' && cause.aggregateId === gift._id)).toHaveLength(2);
    expect([gift.matchedFen, gift.state === 'closed' ? matchedFen : budgetOf(community, shared.matchBudgetId)?.holds[gift._id]?.fen]).toEqual([matchedFen, matchedFen]);
    return true;
  };
  const freshInput = async (): Promise<unknown> => {
    if (givenFen > 0) await paid(community, poster, givenFen);
    return input;
  };
  return { caller: poster, input, freshInput, happened, subjectIds: () => ['none'] };
};

const gifts: readonly KilledCase[] = [
  { name: 'mutual.give that is matched', route: 'mutual.give', prepare: (community, poster) => aboutGift(community, poster, 0, 5_000) },
  { name: 'mutual.give that is matched up to the cap of the day', route: 'mutual.give', prepare: (community, poster) => aboutGift(community, poster, 4_000, 2_000) },
];

describeKilled([...budgets, ...gifts], { perHour: 6, setUp });
