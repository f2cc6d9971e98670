import { isShopCoherent, type Shop } from '../../cloudfunctions/core/shop/shop';
import { HOUR_MS, STAFF, type Community } from '../flows/support/community';
import { appliedShop, approval, joinShop, openShop, shopInput, shopOf } from '../flows/support/shop-steps';
import { describeKilled, type KilledCase } from './support/killed-command';

const isSound = (community: Community, shop: Shop): boolean => isShopCoherent(shop) && shop.wakeAtMs > community.nowMs() - HOUR_MS;
const became = (community: Community, shopId: string, state: Shop['state']) => (): boolean => isSound(community, shopOf(community, shopId)) && shopOf(community, shopId).state === state;
const roleOf = (community: Community, shopId: string) => community.documents<{ readonly roles: readonly { readonly shopId?: string }[] }>('members').filter(({ roles }) => roles.some((held) => held.shopId === shopId)).length;

const wordsOf = (shop: Shop): readonly string[] => [shop.address, shop.words];

/** What its people do with an application and a licence. */
const applicationCases: readonly KilledCase[] = [
  {
    name: 'shop.resubmit with another licence',
    route: 'shop.resubmit',
    prepare: async (community, _poster, giver) => {
      const shopId = await appliedShop(community, giver);
      await community.must(STAFF, 'shop.decide', { shopId, decision: { kind: 'ask', note: '执照拍得不清楚' } });
      const words = await shopInput(community, giver);
      const happened = (): boolean => became(community, shopId, 'review')() && shopOf(community, shopId).licence.creditCode === words.licence.creditCode;
      return { caller: giver, input: { shopId, words }, subjectIds: () => [shopId], happened };
    },
  },
  {
    route: 'shop.withdraw',
    prepare: async (community, _poster, giver) => {
      const shopId = await appliedShop(community, giver);
      return { caller: giver, input: { shopId }, subjectIds: () => [shopId], happened: became(community, shopId, 'withdrawn') };
    },
  },
  {
    route: 'shop.renew',
    prepare: async (community, _poster, giver) => {
      const shopId = await openShop(community, giver);
      const photoFileId = await community.upload(giver, 'licence');
      const happened = (): boolean => isSound(community, shopOf(community, shopId)) && shopOf(community, shopId).renewal?.photoFileId === photoFileId;
      return { caller: giver, input: { shopId, photoFileId, validUntilDay: '2029-06-30' }, subjectIds: () => [shopId], happened };
    },
  },
  {
    route: 'shop.edit',
    prepare: async (community, _poster, giver) => {
      const shopId = await openShop(community, giver);
      const changed = { address: '枫林路 20 号', words: '搬了新店，量血压照旧。' };
      const happened = (): boolean => isSound(community, shopOf(community, shopId)) && wordsOf(shopOf(community, shopId)).join() === Object.values(changed).join();
      return { caller: giver, input: { shopId, ...changed, contact: { name: '康店长', phone: '13900139000' } }, subjectIds: () => [shopId], happened };
    },
  },
];

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
  {
    route: 'shop.unfreeze',
    prepare: async (community, _poster, giver) => {
      const shopId = await openShop(community, giver);
      await community.must(STAFF, 'shop.freeze', { shopId, reason: '先核实', handsBack: false });
      return { caller: STAFF, input: { shopId, note: '核实过了' }, subjectIds: () => [shopId], happened: became(community, shopId, 'open') };
    },
  },
  {
    route: 'shop.resume',
    prepare: async (community, _poster, giver) => {
      const shopId = await openShop(community, giver);
      await community.must(giver, 'shop.pause', { shopId, handsBack: false });
      return { caller: giver, input: { shopId }, subjectIds: () => [shopId], happened: became(community, shopId, 'open') };
    },
  },
  {
    route: 'shop.invite',
    prepare: async (community, _poster, giver) => {
      const shopId = await openShop(community, giver);
      return { caller: giver, input: { shopId, role: 'clerk' }, subjectIds: () => [shopId], happened: () => shopOf(community, shopId).inviteId !== null && isSound(community, shopOf(community, shopId)) };
    },
  },
  {
    route: 'shop.setRole',
    prepare: async (community, poster, giver) => {
      const shopId = await openShop(community, giver);
      await joinShop(community, shopId, poster, 'clerk', giver);
      const { memberId } = await community.me(poster);
      return { caller: giver, input: { shopId, memberId, role: 'owner' }, subjectIds: () => [shopId], happened: () => shopOf(community, shopId).people[memberId]?.role === 'owner' && isSound(community, shopOf(community, shopId)) };
    },
  },
];

describeKilled([...applicationCases, ...cases]);
