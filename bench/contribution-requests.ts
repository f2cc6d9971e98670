import type { RouteName } from '@contract';
import type { Contribution } from '../cloudfunctions/core/contribution/contribution';
import { COMMUNITY, DAY_MS, POSTER, STAFF, type Community } from '../tests/flows/support/community';
import { contributionOf, giveMoney, givePaid, runMinutes } from '../tests/flows/support/money-steps';
import { COLLEAGUE, openCampaign } from '../tests/flows/support/mutual-steps';

type Call = <R extends RouteName>(openid: string, route: R, input: unknown) => Promise<void>;

const enterCash = async (community: Community, campaignId: string): Promise<string> =>
  (await community.must(STAFF, 'mutual.enterCash', { campaignId, amountFen: 2_000, isAnonymous: false, giverName: '楼下大爷', receiptNo: '0012', photo: await community.upload(STAFF, 'proof') })).contributionId;

const cashRoutes = async (community: Community, call: Call, campaignId: string): Promise<void> => {
  const [kept, wrong] = [await enterCash(community, campaignId), await enterCash(community, campaignId)];
  await call(COLLEAGUE, 'contribution.waiting', {});
  await call(COLLEAGUE, 'contribution.confirmCash', { contributionId: kept });
  await call(COLLEAGUE, 'contribution.refuseCash', { contributionId: wrong, note: '对不上' });
  await community.must(STAFF, 'mutual.cancel', { campaignId, reason: '改由街道来办' });
  for (let runs = 0; runs < 6 && contributionOf(community, kept).state !== 'returning'; runs += 1) await runMinutes(community, 1);
  await call(STAFF, 'contribution.recordReturn', { contributionId: kept, note: '当面退的' });
  await call(COLLEAGUE, 'contribution.confirmReturn', { contributionId: kept });
};

/** A bill that differs: one gift is changed behind the program's back, as a defect would. */
const billRoutes = async (community: Community, call: Call, contributionId: string): Promise<void> => {
  const documents = community.cloud.cloud.store.get('contributions').documents as unknown as Map<string, Contribution>;
  const right = contributionOf(community, contributionId);
  documents.set(contributionId, { ...right, paidFen: (right.paidFen ?? 0) + 1 });
  await community.advance(DAY_MS + DAY_MS / 2);
  await runMinutes(community, 2);
  await community.advance(DAY_MS / 24);
  await runMinutes(community, 2);
  await call(STAFF, 'reconciliation.list', {});
  const { items } = await community.must(STAFF, 'reconciliation.list', {});
  const reconciliationId = items.find(({ state }) => state === 'different')?.reconciliationId ?? '';
  await call(STAFF, 'reconciliation.get', { reconciliationId });
  await call(STAFF, 'reconciliation.explain', { reconciliationId, words: '记的时候多了一分' });
  documents.set(contributionId, { ...contributionOf(community, contributionId), paidFen: right.paidFen });
};

/** A gift by WeChat, one that its giver turned back from, cash there and back, a day's bill. */
export const contributionRoutes = async (community: Community, call: Call): Promise<void> => {
  await community.join(COLLEAGUE, '钱多', COMMUNITY);
  await community.grant(COLLEAGUE, 'staff', COMMUNITY);
  const campaignId = await openCampaign(community);
  const contributionId = await givePaid(community, POSTER, campaignId, 1_000);
  await call(POSTER, 'contribution.get', { contributionId });
  await call(POSTER, 'contribution.receipt', { contributionId });
  await call(POSTER, 'contribution.mine', {});
  const open = await giveMoney(community, POSTER, campaignId, 1_000);
  await call(POSTER, 'contribution.confirm', { contributionId: open.contributionId });
  await call(POSTER, 'contribution.payOn', { contributionId: open.contributionId });
  await call(POSTER, 'contribution.cancel', { contributionId: open.contributionId });
  await cashRoutes(community, call, campaignId);
  await billRoutes(community, call, contributionId);
};
