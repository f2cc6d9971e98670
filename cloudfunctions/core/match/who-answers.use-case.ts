import { oneOf, store } from '../platform/store';
import { isShopId } from '../shop/shop-id';
import { isUnitId } from '../unit/unit';

/** Who hears of what suits the offers of a party, and whether the party may take something on now. */
export interface Answerer {
  /** The person themselves, the contact of a unit, whoever owns a shop longest. */
  readonly readerId: string;
  /** Nothing of the party's is overdue, and neither its account nor its shop rests. */
  readonly isFree: boolean;
}

interface Standing {
  readonly _id: string;
  readonly overdueClaimIds: readonly string[];
  /** Of a person. */
  readonly frozenUntilMs?: number;
  /** Of a unit. */
  readonly contactId?: string | null;
  /** Of a shop. */
  readonly state?: string;
  readonly ownerIds?: readonly string[];
}

type PartyCollection = 'members' | 'units' | 'shops';

const FIELDS: Readonly<Record<PartyCollection, readonly string[]>> = { members: ['overdueClaimIds', 'frozenUntilMs'], units: ['overdueClaimIds', 'contactId'], shops: ['overdueClaimIds', 'state', 'ownerIds'] };

const collectionOf = (partyId: string): PartyCollection => (isUnitId(partyId) ? 'units' : isShopId(partyId) ? 'shops' : 'members');

const readerOf = (collection: PartyCollection, { _id, contactId, ownerIds }: Standing): string | null => (collection === 'members' ? _id : collection === 'units' ? (contactId ?? null) : (ownerIds?.[0] ?? null));

const isFree = (collection: PartyCollection, { overdueClaimIds, frozenUntilMs = 0, state }: Standing, nowMs: number): boolean =>
  overdueClaimIds.length === 0 && frozenUntilMs <= nowMs && (collection !== 'shops' || state === 'open');

/** By party; one is missing where nobody answers for it any more. One request a kind of party, three at most; at most a hundred parties. */
export const whoAnswers = async (partyIds: readonly string[], nowMs: number): Promise<ReadonlyMap<string, Answerer>> => {
  const answerers = new Map<string, Answerer>();
  const read = async (collection: PartyCollection): Promise<void> => {
    const ids = [...new Set(partyIds)].filter((partyId) => collectionOf(partyId) === collection);
    const found = ids.length === 0 ? [] : await store.query<Standing>(collection, { where: { _id: oneOf(ids) }, limit: ids.length, fields: FIELDS[collection] });
    for (const standing of found) {
      const readerId = readerOf(collection, standing);
      if (readerId !== null) answerers.set(standing._id, { readerId, isFree: isFree(collection, standing, nowMs) });
    }
  };
  await Promise.all([read('members'), read('units'), read('shops')]);
  return answerers;
};
