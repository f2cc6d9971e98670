/** What one action on many wishes asks of the database: six requests and two a wish, with every hold and the decision. */
import { COMMUNITY, MERCHANT, newOperation, STAFF, type Community } from '../tests/flows/support/community';
import { openWish } from '../tests/flows/support/wish-steps';
import { atMost, type Row } from './row';

const SIZES = [1, 5, 20] as const;
const GIVER = 'oBenchBatchGiver';

export interface BatchCost {
  readonly wishes: number;
  readonly requests: number;
  readonly limit: number;
}

/** All-or-nothing claims of one person, all of which go through. */
export const measureBatches = async (community: Community): Promise<readonly BatchCost[]> => {
  await community.join(GIVER, '一次认好几件', COMMUNITY);
  const costs: BatchCost[] = [];
  for (const wishes of SIZES) {
    const items = [];
    for (let index = 0; index < wishes; index += 1) items.push({ wishId: await openWish(community, { urgency: 'urgent' }, index % 2 === 0 ? MERCHANT : STAFF), shares: 1 });
    await community.runJobs();
    const { outcome } = await community.must(GIVER, 'wish.claimMany', { items, mode: 'allOrNothing' }, newOperation());
    if (outcome !== 'all') throw new Error(`the batch of ${wishes} got ${outcome}`);
    const record = [...community.meters(20)].reverse().find((entry) => entry.route === 'wish.claimMany');
    costs.push({ wishes, requests: record?.calls.filter((call) => call.action.startsWith('database.')).length ?? Number.MAX_SAFE_INTEGER, limit: 6 + 2 * wishes });
    await community.advance(61 * 60_000);
  }
  return costs;
};

export const batchRows = (costs: readonly BatchCost[]): readonly Row[] => costs.map(({ wishes, requests, limit }) => atMost(`requests of one action on ${wishes} wish(es), all or nothing`, requests, limit, String));
