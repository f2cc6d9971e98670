import type { SupplyPartyKind, WishCategory } from '@contract';
import type { Supply } from '../cloudfunctions/core/supply/supply';
import type { MatchFiguresView } from '@contract';
import type { Document } from '../devtools/local-cloud/kernel/values';
import { COMMUNITY, Community, DAY_MS, GRID, NEIGHBOUR, POSTER, STAFF } from '../tests/flows/support/community';
import { offerAs } from '../tests/flows/support/supply-steps';
import { openWish } from '../tests/flows/support/wish-steps';
import { newDice, type Dice } from './dice';

export interface MeasuredRound {
  readonly wishes: number;
  readonly offers: number;
  /** Reading, scoring, solving and writing the preview; then sending every proposal and notice. */
  readonly previewSeconds: number;
  readonly sendSeconds: number;
  /** Database requests of the function of matching. */
  readonly requests: number;
  readonly proposals: number;
  readonly figures: MatchFiguresView;
}

const KINDS: readonly WishCategory[] = ['goods', 'repair', 'service', 'companionship', 'study', 'skill'];
const GRIDS = 6;

const placed = (dice: Dice): { readonly areaId: string; readonly areaName: string; readonly point: { readonly lng: number; readonly lat: number } } => {
  const grid = dice.roll(GRIDS);
  return { areaId: `${COMMUNITY}-g0${String(grid + 1)}`, areaName: `${String(grid + 1)} 号院`, point: { lng: 113.1 + grid / 100 + dice.roll(50) / 10_000, lat: 27.8 + dice.roll(200) / 10_000 } };
};

/** Copies of a wish and an offer that the program made itself, with kinds, places and times of their own, put into the store directly. */
const fill = (community: Community, wishes: number, offers: number, wishId: string, supplyId: string, dice: Dice): void => {
  const { store } = community.cloud.cloud;
  const [wish, supply, member] = [community.document<Document>('wishes', wishId), community.document<Supply>('supplies', supplyId), community.documents<Document>('members')[0]];
  const nowMs = community.nowMs();
  for (let index = 0; index < wishes; index += 1) {
    const id = `w_round${String(index)}`;
    const place = placed(dice);
    const at = { ...place, areaIds: [...((wish?.areaIds ?? []) as string[]).slice(0, 3), place.areaId] };
    const shares = 1 + (dice.roll(5) === 0 ? dice.roll(4) : 0);
    store.get('wishes').load(id, { ...wish, _id: id, ...at, category: dice.pick(KINDS), publishedAtMs: nowMs - dice.roll(40 * DAY_MS), windowEndMs: nowMs + 30 * DAY_MS, sharesWanted: shares, sharesLeft: shares, householdId: `h_round${String(index)}`, recipientIds: [`m_waits${String(index)}`], posterId: `m_waits${String(index)}`, wakeAtMs: nowMs + 20 * DAY_MS });
  }
  for (let index = 0; index < offers; index += 1) {
    const [id, partyId] = [`sp_round${String(index)}`, `m_gives${String(index)}`];
    const partyKind: SupplyPartyKind = dice.roll(2) === 0 ? 'merchant' : 'member';
    const category = dice.pick(KINDS);
    store.get('supplies').load(id, { ...supply, _id: id, partyId, keeperId: partyId, peopleIds: [partyId], householdIds: [`h_gives${String(index)}`], partyKind, category, areaId: COMMUNITY, point: placed(dice).point, slots: 1 + dice.roll(2 ** 21 - 1), capacityPerWeek: 3 + dice.roll(12), record: { kept: dice.roll(9), lapsed: dice.roll(3) }, wakeAtMs: nowMs + 5 * DAY_MS } as unknown as Document);
    store.get('members').load(partyId, { ...member, _id: partyId, code: `R${String(index)}`, openid: `oRound${String(index)}`, overdueClaimIds: [], wakeAtMs: nowMs + 30 * DAY_MS });
  }
  for (const name of ['wishes', 'supplies', 'members'] as const) store.get(name).rebuildIndexes();
};

const requestsOf = (community: Community): number => community.meters(100_000).filter((record) => record.function === 'matching').reduce((sum, { totals }) => sum + totals.requests, 0);

/** The timer until the round is there; seconds it worked. */
const work = async (community: Community, roundId: string, state: string): Promise<number> => {
  const startedAt = performance.now();
  for (let runs = 0; runs < 20 && community.document<{ readonly state: string }>('matchRounds', roundId)?.state !== state; runs += 1) await community.cloud.control('jobs', {});
  const reached = community.document<{ readonly state: string }>('matchRounds', roundId)?.state;
  if (reached !== state) throw new Error(`the round is ${String(reached)}, not ${state}`);
  return (performance.now() - startedAt) / 1_000;
};

/** A whole round of so many wishes and offers, by the deployed functions, from the start to the last proposal. */
export const measureMatchRound = async (wishes: number, offers: number): Promise<MeasuredRound> => {
  const community = await Community.found();
  try {
    const wishId = await openWish(community, {}, POSTER);
    const supplyId = await offerAs(community, NEIGHBOUR, { areaId: GRID });
    await community.runJobs();
    fill(community, wishes - 1, offers - 1, wishId, supplyId, newDice(11));
    const { roundId } = await community.must(STAFF, 'matchRound.start', {});
    const previewSeconds = await work(community, roundId, 'preview');
    const { figures } = await community.must(STAFF, 'matchRound.send', { roundId });
    const sendSeconds = await work(community, roundId, 'open');
    const proposals = community.documents('matchProposals').length;
    if (figures === null) throw new Error('no figures');
    return { wishes, offers, previewSeconds, sendSeconds, requests: requestsOf(community), proposals, figures };
  } finally {
    await community.close();
  }
};
