import type { ApiContract } from '@contract';
import { creditCheckDigitOf } from '../../../types/contract/credit-code';
import type { Shop } from '../../../cloudfunctions/core/shop/shop';
import { GRID, POSTER, STAFF, type Community } from './community';
import { openWish, planOf, type Loop } from './wish-steps';

/** Whoever applies for a shop, and who works there. */
export const OWNER = 'oTestShopOwnerKang';
export const CLERK = 'oTestShopClerkTang';
export const PARTNER = 'oTestShopPartnerLi';

export const withShopPeople = async (community: Community): Promise<void> => {
  for (const [openid, name] of [[OWNER, '康店长'], [CLERK, '唐小妹'], [PARTNER, '李老板']] as const) await community.join(openid, name, GRID);
};

let licences = 0;
/** A code that no other shop of a test has, with its check digit. */
export const newCreditCode = (): string => {
  const first = `91330100${String((licences += 1)).padStart(9, '0')}`;
  return `${first}${creditCheckDigitOf(first) ?? ''}`;
};

export const shopInput = async (community: Community, openid: string, changes: Partial<ApiContract['shop.apply']['input']> = {}): Promise<ApiContract['shop.apply']['input']> => ({
  name: '康民药房', kind: 'pharmacy', address: '枫林路 12 号', words: '量血压、教用助行器，可以上门。',
  contact: { name: '康店长', phone: '13800138000' },
  licence: { creditCode: newCreditCode(), photoFileId: await community.upload(openid, 'licence'), validUntilDay: '2028-06-30' },
  ...changes,
});

export const appliedShop = async (community: Community, openid = OWNER, changes: Partial<ApiContract['shop.apply']['input']> = {}): Promise<string> =>
  (await community.must(openid, 'shop.apply', await shopInput(community, openid, changes))).shopId;

export const approval = (validUntilDay: string | null = '2028-06-30'): ApiContract['shop.decide']['input']['decision'] => ({ kind: 'approve', sawPaper: true, validUntilDay });

export const openShop = async (community: Community, openid = OWNER, changes: Partial<ApiContract['shop.apply']['input']> = {}): Promise<string> => {
  const shopId = await appliedShop(community, openid, changes);
  await community.must(STAFF, 'shop.decide', { shopId, decision: approval(changes.licence?.validUntilDay === undefined ? '2028-06-30' : changes.licence.validUntilDay) });
  await community.runJobs();
  return shopId;
};

/** By a code that an owner reads out. */
export const joinShop = async (community: Community, shopId: string, openid: string, role: 'owner' | 'clerk', owner = OWNER): Promise<void> => {
  const { code } = await community.must(owner, 'shop.invite', { shopId, role });
  await community.must(openid, 'shop.accept', { code });
  await community.runJobs();
};

/** Something that a shop gave and that came. */
export const confirmedByShop = async (community: Community, owner = OWNER, poster = POSTER): Promise<Loop> => {
  const wishId = await openWish(community, { urgency: 'urgent' }, poster);
  const { claimId } = await community.must(owner, 'wish.claim', { wishId, shares: 1, as: { kind: 'merchant' } });
  const loop = { wishId, claimId };
  await community.must(owner, 'claim.plan', planOf(community, loop));
  await community.must(owner, 'claim.deliver', { ...loop, note: '', proofFileIds: [await community.upload(owner, 'proof')] });
  await community.must(poster, 'claim.confirm', loop);
  return loop;
};

export const shopOf = (community: Community, shopId: string): Shop => {
  const found = community.document<Shop>('shops', shopId);
  if (found === null) throw new Error(`no shop ${shopId}`);
  return found;
};
