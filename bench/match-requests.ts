import type { RouteName } from '@contract';
import { MERCHANT, STAFF, type Community } from '../tests/flows/support/community';
import { openCampaign } from '../tests/flows/support/mutual-steps';

type Call = <R extends RouteName>(openid: string, route: R, input: unknown) => Promise<void>;

const OFFER = { budgetFen: 10_000, numerator: 1, denominator: 1, capFenPerPersonDay: 5_000 };

/** A shop's matching budget from its offer until the rest is back. The lane is open. */
export const matchRoutes = async (community: Community, call: Call): Promise<void> => {
  const campaignId = await openCampaign(community);
  const offer = async (): Promise<string> => (await community.must(MERCHANT, 'match.offer', { campaignId, ...OFFER })).matchBudgetId;
  await call(MERCHANT, 'match.offer', { campaignId, ...OFFER });
  await call(MERCHANT, 'match.withdraw', { matchBudgetId: await offer() });
  const matchBudgetId = await offer();
  await call(STAFF, 'match.decide', { matchBudgetId, decision: { kind: 'confirm', receiptNo: '慈 0012' } });
  await community.runJobs();
  await call(MERCHANT, 'match.mine', {});
  await call(MERCHANT, 'match.get', { matchBudgetId });
  await call(MERCHANT, 'mutual.give', { campaignId, amountFen: 1_000, isAnonymous: false });
  await call(MERCHANT, 'match.end', { matchBudgetId, note: '周转不开' });
  await community.advance(40 * 60_000);
  for (let runs = 0; runs < 3; runs += 1) await community.runJobs();
  await call(STAFF, 'match.recordReturn', { matchBudgetId, voucherNo: '退 7' });
  await call(MERCHANT, 'match.confirmReturn', { matchBudgetId });
};
