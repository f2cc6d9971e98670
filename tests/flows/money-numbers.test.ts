import type { ContributionView, RouteName } from '@contract';
import { Community, GRID, newOperation, POSTER } from './support/community';
import { openCampaign, openMutual, pageOf, placeGifts } from './support/mutual-steps';

const IS_LONG = process.env.LINYUAN_LONG === '1';
/** Gifts at once on one campaign, and gifts that lie there already. */
const CROWD = IS_LONG ? 1_000 : 40;
const MANY = IS_LONG ? 100_000 : 2_000;
const SIDE_BY_SIDE = 20;
const EACH_FEN = 100;

/** The numbers of the issue, through the deployed functions: the long lane takes them as they are, `npm test` fewer. */
describe('many gifts on one campaign', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
    await openMutual(community);
  });
  afterAll(async () => {
    await community.close();
  });

  /** Requests of the command itself, as the function counted them; delivery counts apart. */
  const requestsOf = (route: RouteName, last: number): readonly number[] =>
    community.meters(last).filter((record) => record.route === route).map((record) => (record.meters as readonly { readonly meter: { readonly command: number } }[]).at(-1)?.meter.command ?? Number.NaN);
  const sideBySide = async <A>(items: readonly A[], act: (item: A) => Promise<void>): Promise<void> => {
    for (let from = 0; from < items.length; from += SIDE_BY_SIDE) await Promise.all(items.slice(from, from + SIDE_BY_SIDE).map(act));
  };

  test(`${CROWD} gifts at once: no giver meets a conflict, the total is exact and a minute old at most, six requests each`, async () => {
    const campaignId = await openCampaign(community);
    const givers = Array.from({ length: CROWD }, (_unused, index) => `oTestMany${index}`);
    await sideBySide(givers, async (openid) => {
      await community.join(openid, '邻居', GRID);
    });
    const gifts = new Map<string, ContributionView>();
    await sideBySide(givers, async (openid) => {
      gifts.set(openid, await community.must(openid, 'mutual.give', { campaignId, amountFen: EACH_FEN, isAnonymous: true }, newOperation()));
    });
    const requests = requestsOf('mutual.give', SIDE_BY_SIDE);
    expect(requests.length).toBeGreaterThan(0);
    expect(Math.max(...requests)).toBeLessThanOrEqual(6);
    await sideBySide([...gifts], async ([openid, { contributionId }]) => {
      await community.cloud.control('pay', { outTradeNo: contributionId, openid, outcome: 'paid' });
      await community.must(openid, 'contribution.confirm', { contributionId });
    });
    await community.quiet();
    // One look of the timer a minute: after the next one all of it stands in the total, with its time.
    await community.runJobs();
    const { figures } = await pageOf(community, POSTER, campaignId);
    expect(figures).toMatchObject({ settledFen: CROWD * EACH_FEN, givers: CROWD, contributions: CROWD, isPending: false });
    expect(community.nowMs() - (figures?.settledAtMs ?? 0)).toBeLessThanOrEqual(60_000);
  }, 1_200_000);

  test(`the page of a campaign asks the same at 10 and at ${MANY} gifts: three requests`, async () => {
    const campaignId = await openCampaign(community);
    const asked = async (): Promise<number> => {
      await community.must(POSTER, 'mutual.get', { campaignId });
      return requestsOf('mutual.get', 1)[0] ?? Number.NaN;
    };
    placeGifts(community, campaignId, Array.from({ length: 10 }, () => 1));
    await community.runJobs();
    expect(await asked()).toBe(3);
    placeGifts(community, campaignId, Array.from({ length: MANY }, () => 1), 11);
    // Placing so many holds up the process that client and server share: connections that were idle meanwhile end first.
    await new Promise((resolve) => setTimeout(resolve, 200));
    for (let runs = 0; runs < 3; runs += 1) await community.runJobs();
    expect(await asked()).toBe(3);
  }, 1_200_000);
});
