import { aggregateRepository } from '../aggregate/aggregate.repository';
import type { GivingShop } from '../claim/giver';
import type { Member } from '../member/member';
import { command, oneOf, store } from '../platform/store';
import { RULES } from '../rules';
import type { Shop, ShopEvent } from './shop';

export const shopRepository = aggregateRepository<Shop, ShopEvent>('shops');

/** Shops somebody is of, whatever became of them, the newest first. One request. */
export const shopsOf = (memberId: string): Promise<readonly Shop[]> => shopRepository.list({ where: { memberIds: memberId }, order: [['appliedAtMs', 'desc'], ['_id', 'desc']], limit: RULES.shop.mineRead });

/** Shops at work, or applied for, that somebody owns. One request. */
export const shopsOwnedBy = (memberId: string): Promise<readonly Shop[]> => shopRepository.list({ where: { ownerIds: memberId, isLive: true }, limit: RULES.shop.mineRead });

/** The shop an invitation is for. One request. */
export const shopInvitedTo = async (inviteId: string): Promise<Shop | null> => (await shopRepository.list({ where: { inviteId }, limit: 1 }))[0] ?? null;

const shopIdsIn = (roles: Member['roles']): readonly string[] => [...new Set(roles.flatMap(({ role, shopId }) => (role === 'merchant' && shopId !== undefined ? [shopId] : [])))];

/** Shops in whose name a person may take something on, as they stand now. One request where there are any. */
export const givingShopsOf = async ({ roles }: Pick<Member, 'roles'>): Promise<readonly GivingShop[]> => {
  const shopIds = shopIdsIn(roles);
  return shopIds.length === 0 ? [] : store.query<GivingShop>('shops', { where: { _id: oneOf(shopIds) }, limit: shopIds.length, fields: ['name', 'state', 'overdueClaimIds', 'memberIds'] });
};

/** A licence stands for one shop. */
interface LicenceNote {
  readonly _id: string;
  readonly shopId: string;
  readonly atMs: number;
}

/**
 * Notes which shop a licence stands for; false when it stands for another. A note whose shop was never written, because
 * that call was killed, is taken over after a while. One request, three where somebody has it.
 */
export const takeLicence = async (creditCode: string, shopId: string, nowMs: number): Promise<boolean> => {
  const fresh: LicenceNote = { _id: creditCode, shopId, atMs: nowMs };
  if ((await store.insertOnce('shopLicences', fresh)) === 'inserted') return true;
  const note = await store.find<LicenceNote>('shopLicences', creditCode);
  if (note === null || note.shopId === shopId) return note !== null;
  if (note.atMs + RULES.shop.licenceKeptMs > nowMs || (await shopRepository.find(note.shopId)) !== null) return false;
  return (await store.update('shopLicences', { _id: creditCode, shopId: note.shopId }, { shopId, atMs: nowMs })) === 1;
};

/** Free for another application, unless it stands for another shop by now. */
export const freeLicence = async (creditCode: string, shopId: string): Promise<void> => {
  await store.remove('shopLicences', { _id: creditCode, shopId });
};

/** Whether a shop at work, or applied for, has nobody else who answers for it. One request. */
export const isSoleOwner = async (memberId: string): Promise<boolean> => (await shopsOwnedBy(memberId)).some(({ ownerIds }) => ownerIds.length === 1);

/** Gifts of a shop that can be chosen rest, or are gone for good; what is reserved can still be fetched. */
export const restGifts = async (shopId: string, isForGood: boolean): Promise<void> => {
  await store.update('gifts', { offererId: shopId, state: isForGood ? command.in(['open', 'paused']) : 'open' }, { state: isForGood ? 'closed' : 'paused', revision: command.inc(1) });
};
