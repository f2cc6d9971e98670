import type { ShareItemKind } from '@contract';
import { oneOf, store } from '../platform/store';
import type { Group } from '../group/group';
import { RULES } from '../rules';
import type { ShareCode } from './share-code';

/** A thing as whoever brings it into a group sees it. */
export interface SharedThing {
  readonly _id: string;
  readonly title: string;
  readonly areaIds: readonly string[];
}

/** Which of a kind everybody in the community may see. */
const SEEN = {
  wish: { collection: 'wishes', of: ({ wallState }: { readonly wallState?: string }) => wallState !== 'hidden' },
  shift: { collection: 'shifts', of: ({ state }: { readonly state?: string }) => state !== 'planned' && state !== 'cancelled' },
} as const satisfies Readonly<Record<ShareItemKind, unknown>>;

type Row = SharedThing & { readonly wallState?: string; readonly state?: string };

const rowsOf = async (itemKind: ShareItemKind, ids: readonly string[]): Promise<readonly SharedThing[]> => {
  if (ids.length === 0) return [];
  const { collection, of } = SEEN[itemKind];
  const rows = await store.query<Row>(collection, { where: { _id: oneOf(ids) }, limit: RULES.share.listed, fields: ['title', 'areaIds', 'wallState', 'state'] });
  return rows.filter(of);
};

/** Null where it is not, or not any more, to be seen. One request. */
export const findThing = async (itemKind: ShareItemKind, itemId: string): Promise<SharedThing | null> => (await rowsOf(itemKind, [itemId]))[0] ?? null;

/** Those of these codes that are still to be seen, by id. A request a kind. */
export const thingsOf = async (codes: readonly ShareCode[]): Promise<ReadonlyMap<string, SharedThing>> => {
  const idsOf = (kind: ShareItemKind): readonly string[] => [...new Set(codes.filter(({ itemKind }) => itemKind === kind).map(({ itemId }) => itemId))];
  const rows = await Promise.all([rowsOf('wish', idsOf('wish')), rowsOf('shift', idsOf('shift'))]);
  return new Map(rows.flat().map((thing) => [thing._id, thing]));
};

/** Whether it is of the group's community, or of a node above it. */
export const isBroughtTo = ({ areaIds }: Pick<SharedThing, 'areaIds'>, group: Pick<Group, 'communityId' | 'areaIds'>): boolean => areaIds.includes(group.communityId) || group.areaIds.includes(areaIds.at(-1) ?? '');
