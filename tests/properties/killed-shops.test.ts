import { isShopCoherent, type Shop } from '../../cloudfunctions/core/shop/shop';
import { HOUR_MS, STAFF, type Community } from '../flows/support/community';
import { appliedShop, approval, joinShop, openShop, shopInput, shopOf } from '../flows/support/shop-steps';
import { describeKilled, type KilledCase } from './support/killed-command';

const isSound = (community: Community, shop: Shop): boolean => isShopCoherent(shop) && shop.wakeAtMs > community.nowMs() - HOUR_MS;
const became = (community: Community, shopId: string, state: Shop['state']) => (): boolean => isSound(community, shopOf(community, shopId)) && shopOf(community, shopId).state === state;
const roleOf = (community: Community, shopId: string) => community.documents<{ readonly roles: readonly { readonly shopId?: string }[] }>('members').filter(({ roles }) => roles.some((held) => held.shopId === shopId)).length;

/** Shops, killed at any database call. */
const cases: readonly KilledCase[] = [
  {
    route: 'shop.apply',
    prepare: async (community, _poster, giver) => {
      const input = await shopInput(community, giver);
      const own = (): readonly Shop[] => community.documents<Shop>('shops').filter(({ licence }) => licence.creditCode === input.licence.creditCode);
      return { caller: giver, input, subjectIds: () => own().map(({ _id }) => _id), happened: () => own().length === 1 && own().every((shop) => isSound(community, shop)) };
    },
  },
  {
    route: 'shop.decide',
    prepare: async (community, _poster, giver) => {
      const shopId = await appliedShop(community, giver);
      return { caller: STAFF, input: { shopId, decision: approval() }, subjectIds: () => [shopId], happened: became(community, shopId, 'open') };
    },
  },
  {
    route: 'shop.accept',
    prepare: async (community, poster, giver) => {
      const shopId = await openShop(community, giver);
      const { code } = await community.must(giver, 'shop.invite', { shopId, role: 'clerk' });
      return { caller: poster, input: { code }, subjectIds: () => [shopId], happened: () => shopOf(community, shopId).memberIds.length === 2 && isSound(community, shopOf(community, shopId)) };
    },
  },
  {
    route: 'shop.removePerson',
    prepare: async (community, poster, giver) => {
      const shopId = await openShop(community, giver);
      await joinShop(community, shopId, poster, 'owner', giver);
      return { caller: poster, input: { shopId }, subjectIds: () => [shopId], happened: () => shopOf(community, shopId).ownerIds.length === 1 && roleOf(community, shopId) >= 1 };
    },
  },
  {
    route: 'shop.freeze',
    prepare: async (community, _poster, giver) => {
      const shopId = await openShop(community, giver);
      return { caller: STAFF, input: { shopId, reason: '先核实', handsBack: false }, subjectIds: () => [shopId], happened: became(community, shopId, 'frozen') };
    },
  },
  {
    route: 'shop.pause',
    prepare: async (community, _poster, giver) => {
      const shopId = await openShop(community, giver);
      return { caller: giver, input: { shopId, handsBack: true }, subjectIds: () => [shopId], happened: became(community, shopId, 'paused') };
    },
  },
  {
    route: 'shop.leave',
    prepare: async (community, _poster, giver) => {
      const shopId = await openShop(community, giver);
      return { caller: giver, input: { shopId, note: '' }, subjectIds: () => [shopId], happened: () => ['leaving', 'left'].includes(shopOf(community, shopId).state) };
    },
  },
];

describeKilled(cases);
