import type { ContributionView } from '@contract';
import type { CallbackFault } from '../../../devtools/local-cloud/functions/faults';
import type { Contribution } from '../../../cloudfunctions/core/contribution/contribution';
import { checkPlace, placeIn } from '../../../cloudfunctions/core/contribution/money-place.fixtures';
import type { SharedAccount } from '../../../cloudfunctions/core/ledger/shared-account';
import type { Transfer } from '../../../cloudfunctions/core/ledger/transfer';
import type { PayOverview } from '../../../devtools/local-cloud/pay/pay';
import { newOperation, until, type Community } from './community';

/** An order of a neighbour's for a campaign. */
export const giveMoney = (community: Community, openid: string, campaignId: string, amountFen: number, operationId = newOperation()): Promise<ContributionView> =>
  community.must(openid, 'mutual.give', { campaignId, amountFen, isAnonymous: false }, operationId);

export const payOverview = async (community: Community): Promise<PayOverview> => {
  const reply = await fetch(`${community.cloud.url}/control/pay`);
  return (await reply.json()) as PayOverview;
};

/** The giver at WeChat's cashier; gives WeChat's words. */
export const payAtCashier = async (community: Community, openid: string, { payment }: Pick<ContributionView, 'payment'>): Promise<string> =>
  JSON.stringify(await community.cloud.control('pay', { packageId: payment?.package, openid, outcome: 'paid' }));

/** What happens to the callbacks of the next payments. */
export const armCallbacks = async (community: Community, ...rules: readonly Omit<CallbackFault, 'callback'>[]): Promise<void> => {
  await community.cloud.control('faults', { rules: rules.map((rule) => ({ callback: 'pay', ...rule })) });
};

export const contributionOf = (community: Community, contributionId: string): Contribution => {
  const found = community.document<Contribution>('contributions', contributionId);
  if (found === null) throw new Error(`no contribution ${contributionId}`);
  return found;
};

/** The callback came and was kept. */
export const untilState = (community: Community, contributionId: string, state: Contribution['state']): Promise<void> => until(() => contributionOf(community, contributionId).state === state);

export const givePaid = async (community: Community, openid: string, campaignId: string, amountFen: number): Promise<string> => {
  const view = await giveMoney(community, openid, campaignId, amountFen);
  await payAtCashier(community, openid, view);
  await untilState(community, view.contributionId, 'paid');
  await community.quiet();
  return view.contributionId;
};

/** The timer for some minutes: WeChat is asked, what waits is folded. */
export const runMinutes = async (community: Community, minutes: number): Promise<void> => {
  for (let minute = 0; minute < minutes; minute += 1) {
    await community.advance(61_000);
    await community.runJobs();
  }
};

/** Every book of money as far as it is folded: posted, coming in, going out. */
export const moneyBooks = (community: Community): Readonly<Record<string, string>> =>
  Object.fromEntries(community.documents<SharedAccount>('sharedAccounts').filter(({ _id }) => _id.startsWith('CNY ')).map(({ _id, posted, pendingIn, pendingOut }) => [_id.slice('CNY '.length), `${posted} +${pendingIn} -${pendingOut}`]));

/** Every fen of every contribution in exactly one place, and what came and went back is what WeChat says. Returns the sums in fen. */
export const checkMoney = async (community: Community, isAtRest: boolean): Promise<{ readonly paidFen: number; readonly refundedFen: number }> => {
  const transfers = new Map(community.documents<Transfer>('transfers').map((transfer) => [transfer._id, transfer]));
  const { orders, refunds } = await payOverview(community);
  const paid = new Map(orders.filter(({ paid: payment }) => payment !== undefined).map(({ outTradeNo, totalFeeFen }) => [outTradeNo, totalFeeFen]));
  let [paidFen, refundedFen] = [0, 0];
  for (const contribution of community.documents<Contribution>('contributions')) {
    const place = placeIn(transfers, contribution._id);
    checkPlace(contribution, place, contribution.kind === 'cash' ? contribution.amountFen : (paid.get(contribution._id) ?? 0));
    if (contribution.kind === 'cash') continue;
    paidFen += place.held + place.out;
    refundedFen += place.out;
  }
  const billFen = { paidFen: [...paid.values()].reduce((sum, fen) => sum + fen, 0), refundedFen: refunds.filter(({ state }) => state === 'SUCCESS').reduce((sum, { refundFeeFen }) => sum + refundFeeFen, 0) };
  if (isAtRest) expect({ paidFen, refundedFen }).toEqual(billFen);
  return { paidFen, refundedFen };
};
