import { listClaimRecords } from '../claim/claim-record.repository';
import { isErrand } from '../last-leg/last-leg';
import { command, oneOf, store } from '../platform/store';
import { RULES } from '../rules';
import type { Supply } from './supply';
import { helpedOf, inHandOf, NEED_FIELDS, type HelpedWish, type NeededWish } from './supply-sides';

/** Open claims of the parties whose offers are looked at. */
const CLAIMS_READ = 500;

const LIVE_FIELDS = ['householdId', 'wallState', 'sharesHeld', 'sharesDelivered', 'errandFor'] as const;
type LiveWish = Pick<NeededWish, (typeof LIVE_FIELDS)[number]>;

/** What waits or was taken up at a node; last legs of others' gifts are no needs of their own. One request. */
export const wishesAt = async (areaId: string): Promise<readonly NeededWish[]> => {
  const wishes = await store.query<NeededWish>('wishes', {
    where: { areaIds: areaId, wallState: command.in(['claimable', 'taken']) }, order: [['wallState', 'asc'], ['publishedAtMs', 'desc'], ['_id', 'desc']], limit: RULES.supply.wishesRead, fields: NEED_FIELDS,
  });
  return wishes.filter((wish) => !isErrand(wish));
};

/** What came true within a year for these homes, the latest first; last legs of others' gifts are no help of their own. One request where there is any home. */
export const cameTrueFor = async (wishes: readonly Pick<NeededWish, 'householdId'>[], nowMs: number): Promise<readonly HelpedWish[]> => {
  const homes = [...new Set(wishes.map(({ householdId }) => householdId))];
  if (homes.length === 0) return [];
  const cameTrue = await store.query<HelpedWish & Pick<NeededWish, 'errandFor'>>('wishes', {
    where: { householdId: oneOf(homes), completedAtMs: command.gt(nowMs - RULES.supply.helpedMs) }, order: [['completedAtMs', 'desc'], ['_id', 'desc']], limit: RULES.supply.helpedRead, fields: ['householdId', 'errandFor'],
  });
  return cameTrue.filter((wish) => !isErrand(wish));
};

/** How much each party has in hand. One request where there is any. */
export const inHandOfParties = async (supplies: readonly Supply[]): Promise<ReadonlyMap<string, number>> => {
  const partyIds = [...new Set(supplies.map(({ partyId }) => partyId))];
  if (partyIds.length === 0) return new Map();
  const claims = await listClaimRecords({ where: { claimerId: oneOf(partyIds), isOpen: true }, limit: CLAIMS_READ });
  return inHandOf(claims.map(({ claimerId }) => ({ activeClaimerIds: [claimerId] })));
};

/**
 * How often the home of each of these wishes was helped, as suggestions count it: wishes that came true within a year, and
 * those somebody has in hand. Two requests where there is any home.
 */
export const helpedTimesOf = async (wishes: readonly Pick<NeededWish, 'householdId'>[], nowMs: number): Promise<(householdId: string) => number> => {
  if (wishes.length === 0) return () => 0;
  const homes = [...new Set(wishes.map(({ householdId }) => householdId))];
  const [cameTrue, live] = await Promise.all([
    cameTrueFor(wishes, nowMs),
    store.query<LiveWish>('wishes', { where: { householdId: oneOf(homes), isLive: true }, limit: RULES.supply.helpedRead, fields: LIVE_FIELDS }),
  ]);
  const taken = live.filter((wish) => !isErrand(wish) && (wish.wallState === 'claimable' || wish.wallState === 'taken'));
  const helped = helpedOf(taken, cameTrue);
  return (householdId) => helped.get(householdId) ?? 0;
};
