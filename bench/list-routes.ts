/** What each list costs among a thousand documents and among very many: a query costs what it returns, not what is stored. */
import type { RouteName } from '@contract';
import { COMMUNITY, MERCHANT, NEIGHBOUR, newOperation, OUTSIDER, POSTER, STAFF, STREET, type Community } from '../tests/flows/support/community';
import { confirmedWish } from '../tests/flows/support/wish-steps';
import { crowd, CROWDED, type Crowded } from './crowd';
import { newDice } from './dice';

interface ListCall {
  readonly name: string;
  readonly openid: string;
  readonly route: RouteName;
  readonly input: Readonly<Record<string, unknown>>;
  /** Collections the list reads. */
  readonly reads: readonly Crowded[];
  /** Also measured on its second page. */
  readonly isPaged?: boolean;
}

const wall = (name: string, input: object, openid = MERCHANT): ListCall => ({ name: `wish.wall ${name}`, openid, route: 'wish.wall', input: { sort: 'near', ...input }, reads: ['wishes'], isPaged: true });

const LISTS: readonly ListCall[] = [
  wall('near', {}),
  wall('near, from the other community', {}, OUTSIDER),
  wall('near, one category', { category: 'repair' }),
  wall('soon', { sort: 'soon' }),
  wall('soon, one category', { sort: 'soon', category: 'repair' }),
  wall('new', { sort: 'new' }),
  wall('new, one category', { sort: 'new', category: 'repair' }),
  wall('done', { sort: 'new', status: 'done' }),
  wall('urgent', { urgentOnly: true }),
  wall('urgent, one category', { urgentOnly: true, category: 'repair' }),
  wall('search', { search: '下棋' }),
  wall('search, several words', { search: '厨房灯 半个月' }),
  { name: 'wish.similar', openid: POSTER, route: 'wish.similar', input: { category: 'repair' }, reads: ['wishes'] },
  { name: 'wish.mine', openid: POSTER, route: 'wish.mine', input: {}, reads: ['wishes'], isPaged: true },
  { name: 'wish.doneThisWeek', openid: POSTER, route: 'wish.doneThisWeek', input: {}, reads: ['wishes'] },
  { name: 'home.overview', openid: POSTER, route: 'home.overview', input: {}, reads: ['wishes', 'notices'] },
  { name: 'home.overview of staff', openid: STAFF, route: 'home.overview', input: {}, reads: ['wishes', 'notices', 'tasks'] },
  { name: 'claim.mine open', openid: MERCHANT, route: 'claim.mine', input: { open: true }, reads: ['claims'], isPaged: true },
  { name: 'claim.mine ended', openid: MERCHANT, route: 'claim.mine', input: { open: false }, reads: ['claims'], isPaged: true },
  { name: 'notice.inbox', openid: POSTER, route: 'notice.inbox', input: {}, reads: ['notices'], isPaged: true },
  { name: 'points.mine', openid: MERCHANT, route: 'points.mine', input: {}, reads: ['transfers'] },
  { name: 'points.entries', openid: MERCHANT, route: 'points.entries', input: {}, reads: ['transfers'], isPaged: true },
  { name: 'staff.queue', openid: STAFF, route: 'staff.queue', input: { areaId: COMMUNITY }, reads: ['tasks'], isPaged: true },
  { name: 'area.children', openid: POSTER, route: 'area.children', input: { parentId: STREET }, reads: ['areas'] },
  { name: 'member.roleHolders', openid: STAFF, route: 'member.roleHolders', input: { areaId: COMMUNITY }, reads: ['members'] },
];

export interface ListCost {
  readonly name: string;
  readonly examined: number;
  readonly returned: number;
}

/** Documents of the collections the list is about, as the cloud counted them in one call. */
const costOf = async (community: Community, list: ListCall, cursor: string | undefined): Promise<{ readonly cost: ListCost; readonly nextCursor: string | undefined }> => {
  const data: unknown = await community.must(list.openid, list.route, { ...list.input, ...(cursor !== undefined && { cursor }) } as never, newOperation());
  const record = [...community.meters(20)].reverse().find((entry) => entry.route === list.route);
  const calls = record?.calls.filter(({ collection }) => (list.reads as readonly (string | undefined)[]).includes(collection)) ?? [];
  const sum = (pick: (call: (typeof calls)[number]) => number | undefined): number => calls.reduce((total, call) => total + (pick(call) ?? 0), 0);
  const { nextCursor } = data as { readonly nextCursor?: string | null };
  return { cost: { name: list.name, examined: sum((call) => call.documentsExamined), returned: sum((call) => call.documentsReturned) }, nextCursor: nextCursor ?? undefined };
};

const measure = async (community: Community, lists: readonly ListCall[]): Promise<readonly ListCost[]> => {
  const costs: ListCost[] = [];
  for (const list of lists) {
    const first = await costOf(community, list, undefined);
    costs.push(first.cost);
    if (list.isPaged !== true || first.nextCursor === undefined) continue;
    const second = await costOf(community, list, first.nextCursor);
    costs.push({ ...second.cost, name: `${list.name}, page 2` });
  }
  return costs;
};

export interface ListGrowth {
  readonly name: string;
  readonly small: ListCost;
  readonly large: ListCost;
}

const join = (small: readonly ListCost[], large: readonly ListCost[]): readonly ListGrowth[] =>
  large.map((cost) => ({ name: cost.name, large: cost, small: small.find(({ name }) => name === cost.name) ?? { name: cost.name, examined: 0, returned: 0 } }));

const peopleOf = async (community: Community): Promise<readonly string[]> => Promise.all([POSTER, MERCHANT, STAFF].map(async (openid) => (await community.me(openid)).memberId));

/** Examined documents against returned ones of every list, at 1,000 and at `large` documents in each collection. */
export const measureListGrowth = async (community: Community, large: number, collections: readonly Crowded[] = CROWDED): Promise<readonly ListGrowth[]> => {
  const dice = newDice(20_261_120);
  const people = await peopleOf(community);
  // Points that still wait, whatever was measured before.
  await confirmedWish(community, { urgency: 'urgent' }, POSTER, NEIGHBOUR);
  const lists = LISTS.filter(({ reads }) => reads.every((name) => collections.includes(name)));
  const among = async (count: number): Promise<readonly ListCost[]> => {
    crowd(community, dice, collections, count, people);
    // Connections that fell asleep during this work are closed now and not in the middle of a call.
    await new Promise((resolve) => setTimeout(resolve, 500));
    return measure(community, lists);
  };
  return join(await among(1000), await among(large));
};
