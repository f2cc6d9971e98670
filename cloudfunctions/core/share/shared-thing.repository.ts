import { SHARE_ITEM_KINDS, type ShareItemKind, type ShareSightView } from '@contract';
import type { Group } from '../group/group';
import { ancestorAt, pathOf } from '../kernel/area-tree';
import { groundFor } from '../lane/lane.repository';
import { command, oneOf, store, type QueryOptions } from '../platform/store';
import { RULES } from '../rules';
import type { ShareCode } from './share-code';
import { sightOf, THING_KINDS, type ThingRow } from './thing-kinds';

const rowsOf = (itemKind: ShareItemKind, options: Pick<QueryOptions, 'where' | 'order' | 'limit'>): Promise<readonly ThingRow[]> => {
  const { collection, fields } = THING_KINDS[itemKind];
  return store.query<ThingRow>(collection, { ...options, fields });
};

const rowsById = async (itemKind: ShareItemKind, ids: readonly string[]): Promise<readonly ThingRow[]> =>
  ids.length === 0 ? [] : rowsOf(itemKind, { where: { _id: oneOf(ids) }, limit: RULES.share.listed });

/** Null where there is no such document. One request. */
export const findThing = async (itemKind: ShareItemKind, itemId: string): Promise<ThingRow | null> => (await rowsById(itemKind, [itemId]))[0] ?? null;

/** The things of these codes as they stand, by id. A request for each kind among them. */
export const thingsOf = async (codes: readonly ShareCode[], nowMs: number): Promise<ReadonlyMap<string, ShareSightView>> => {
  const idsOf = (kind: ShareItemKind): readonly string[] => [...new Set(codes.filter(({ itemKind }) => itemKind === kind).map(({ itemId }) => itemId))];
  const sights = await Promise.all(SHARE_ITEM_KINDS.map(async (kind) => (await rowsById(kind, idsOf(kind))).map((row) => sightOf(kind, row._id, row, nowMs))));
  return new Map(sights.flat().map((sight) => [sight.itemId, sight]));
};

/** Whether it is of the group's community, or of a node above it. */
export const isBroughtTo = ({ areaIds }: Pick<ThingRow, 'areaIds'>, group: Pick<Group, 'communityId' | 'areaIds'>): boolean => areaIds.includes(group.communityId) || group.areaIds.includes(areaIds.at(-1) ?? '');

const SOONEST = [['windowEndMs', 'asc'], ['_id', 'asc']] as const;

/** How what is open of a kind is asked for near a community; each an index of its collection. */
const NEAR: Readonly<Record<ShareItemKind, (communityId: string, nowMs: number) => Pick<QueryOptions, 'where' | 'order'>>> = {
  wish: (communityId) => ({ where: { areaIds: communityId, wallState: 'claimable' }, order: SOONEST }),
  shift: (communityId, nowMs) => ({ where: { shownIn: oneOf(pathOf(communityId)), state: 'open', startsAtMs: command.gt(nowMs) }, order: [['startsAtMs', 'asc'], ['_id', 'asc']] }),
  round: (communityId) => ({ where: { streetId: ancestorAt(communityId, 'street'), state: 'open' }, order: [['endsAtMs', 'desc'], ['_id', 'desc']] }),
  mutual: (communityId) => ({ where: { communityId, shown: 'open' }, order: [['createdAtMs', 'desc'], ['_id', 'desc']] }),
  linked: (communityId) => ({ where: { areaId: oneOf(pathOf(communityId)), state: 'shown' }, order: [['shownAtMs', 'desc'], ['_id', 'desc']] }),
  consult: (communityId, nowMs) => ({ where: { communityId, state: 'open', endsAtMs: command.gt(nowMs) }, order: [['endsAtMs', 'asc'], ['_id', 'asc']] }),
  directed: (communityId) => ({ where: { communityId, shown: 'running' }, order: [['offeredAtMs', 'desc'], ['_id', 'desc']] }),
};

/** Whether one can still join in: a wish with free shares, a shift with free seats. */
const isWanted = ({ standing, shares, seats }: ShareSightView): boolean => standing === 'open' && (shares === null || shares.left > 0) && (seats === null || seats.left > 0);

/** What is near a group and needed, some of each kind; lane A only where it is open. A request for each kind, and that for the ground. */
export const thingsNear = async (group: Pick<Group, 'communityId' | 'areaIds'>, nowMs: number): Promise<readonly ShareSightView[]> => {
  const near = async (kind: ShareItemKind): Promise<readonly ShareSightView[]> => {
    if (kind === 'linked' && (await groundFor(group.communityId, 'linked')) === null) return [];
    const rows = await rowsOf(kind, { ...NEAR[kind](group.communityId, nowMs), limit: RULES.share.nearRead });
    return rows.filter((row) => isBroughtTo(row, group)).map((row) => sightOf(kind, row._id, row, nowMs)).filter(isWanted).slice(0, RULES.share.nearShown);
  };
  return (await Promise.all(SHARE_ITEM_KINDS.map(near))).flat();
};
