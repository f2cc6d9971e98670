import type { RouteName } from '@contract';
import { COMMUNITY, NEIGHBOUR, STAFF, type Community } from '../tests/flows/support/community';
import { appliedShop, approval, CLERK, openShop, OWNER, PARTNER, shopInput, withShopPeople } from '../tests/flows/support/shop-steps';

type Call = <R extends RouteName>(openid: string, route: R, input: unknown) => Promise<void>;

/** Shops: applied for, asked back, admitted, kept by two, paused, frozen, left. */
export const shopRoutes = async (community: Community, call: Call): Promise<void> => {
  await withShopPeople(community);
  await call(PARTNER, 'shop.apply', await shopInput(community, PARTNER));
  const [mine] = await community.must(PARTNER, 'shop.mine', {});
  const asked = { shopId: mine?.shopId ?? '' };
  await call(STAFF, 'shop.decide', { ...asked, decision: { kind: 'ask', note: '请重拍' } });
  await call(PARTNER, 'shop.resubmit', { ...asked, words: await shopInput(community, PARTNER) });
  await call(PARTNER, 'shop.withdraw', asked);
  await appliedShop(community, CLERK);
  const shopId = await openShop(community, OWNER);
  await call(OWNER, 'shop.mine', {});
  await call(OWNER, 'shop.get', { shopId });
  await call(STAFF, 'shop.list', { communityId: COMMUNITY, shelf: 'live' });
  await call(STAFF, 'shop.readContact', { shopId });
  await call(NEIGHBOUR, 'shop.alliance', {});
  await call(NEIGHBOUR, 'shop.page', { shopId });
  await call(NEIGHBOUR, 'shop.year', { shopId, year: 2026 });
  await call(OWNER, 'shop.edit', { shopId, address: '枫林路 14 号', words: '量血压', contact: null });
  await call(OWNER, 'shop.renew', { shopId, photoFileId: await community.upload(OWNER, 'licence'), validUntilDay: null });
  await community.must(STAFF, 'shop.decide', { shopId, decision: approval(null) });
  await call(OWNER, 'shop.invite', { shopId, role: 'owner' });
  const { code } = await community.must(OWNER, 'shop.invite', { shopId, role: 'owner' });
  await call(PARTNER, 'shop.accept', { code });
  const { memberId } = await community.me(PARTNER);
  await call(OWNER, 'shop.setRole', { shopId, memberId, role: 'clerk' });
  await call(OWNER, 'shop.removePerson', { shopId, memberId });
  await call(OWNER, 'shop.pause', { shopId, handsBack: false });
  await call(OWNER, 'shop.resume', { shopId });
  await call(STAFF, 'shop.freeze', { shopId, reason: '先核实', handsBack: false });
  await call(STAFF, 'shop.unfreeze', { shopId, note: '' });
  await call(OWNER, 'shop.leave', { shopId, note: '' });
};
