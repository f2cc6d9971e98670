/** A bundling of two thousand needs end to end: read, bundled, confirmed into projects, through the deployed functions. */
import type { MeterRecord } from '../devtools/local-cloud';
import { Community, STAFF } from '../tests/flows/support/community';
import { GOODS_PLAN, placeNeeds } from '../tests/flows/support/need-steps';
import { atMost, type Row } from './row';

/** Issue 8 gives a round of 2,000 wishes 20 s; a bundling reads the same and solves less. */
const SECONDS_MAX = 5;
/** Four pages of needs each state and kind, ten of standing wishes, one insert a project, and what every command costs. */
const REQUESTS_A_THOUSAND_MAX = 75;

interface Measured {
  readonly needs: number;
  readonly projects: number;
  readonly seconds: number;
  readonly requests: number;
}

const callsOf = (records: readonly MeterRecord[], route: string): number => [...records].reverse().find((record) => record.route === route)?.calls.length ?? 0;

const measure = async (people: number): Promise<Measured> => {
  const community = await Community.found();
  try {
    for (let grid = 0; grid < 20; grid += 1) placeNeeds(community, people / 20, grid / 2);
    const startMs = performance.now();
    const { planId } = await community.must(STAFF, 'needPlan.start', GOODS_PLAN);
    const { plan } = await community.must(STAFF, 'needPlan.get', { planId });
    if (plan === null || plan.state !== 'draft') throw new Error('it was not bundled in one call');
    await community.must(STAFF, 'needPlan.confirm', { planId, seenVersion: plan.version });
    const seconds = (performance.now() - startMs) / 1_000;
    const requests = ['needPlan.start', 'needPlan.get', 'needPlan.confirm'].reduce((sum, route) => sum + callsOf(community.meters(20), route), 0);
    const projects = community.documents('needProjects').length;
    if (projects !== plan.bundles.length) throw new Error(`${projects} projects of ${plan.bundles.length} bundles`);
    return { needs: plan.needCount, projects, seconds, requests };
  } finally {
    await community.close();
  }
};

export const needRows = async (): Promise<readonly Row[]> => {
  const [half, whole] = [await measure(1_000), await measure(2_000)];
  const growth = whole.requests - half.requests;
  return [
    { ...atMost(`${whole.needs} needs bundled and confirmed end to end`, whole.seconds, SECONDS_MAX, (seconds) => `${seconds.toFixed(1)} s`), measured: `${whole.seconds.toFixed(1)} s, ${whole.projects} projects, ${whole.requests} requests` },
    { ...atMost('requests that 1,000 needs more cost', growth, REQUESTS_A_THOUSAND_MAX, String), measured: `${growth} (${half.requests} for ${half.needs}, ${whole.requests} for ${whole.needs})` },
  ];
};
