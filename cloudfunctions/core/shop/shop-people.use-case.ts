import type { ApiContract, ShopInviteView, ShopRef } from '@contract';
import { changeAggregate } from '../aggregate/settle.use-case';
import { knownStep } from '../aggregate/step';
import { stepOf } from '../aggregate/step.use-case';
import { codeDigitsOf, keyedId } from '../kernel/ids';
import { fail, unwrap } from '../kernel/result';
import { RULES } from '../rules';
import { environmentValue } from '../platform/environment';
import type { MemberContext } from '../platform/context';
import { decideInviteToShop, decideJoinShop, decideRemoveShopPerson, decideSetShopRole } from './shop-people';
import { SHOP_KIND } from './shop-kind';
import { shopRefOf } from './shop-view';
import { actOnShop } from './shop.use-case';
import { shopInvitedTo, shopsOf, shopsOwnedBy } from './shop.repository';

type Parsed<R extends keyof ApiContract> = ApiContract[R]['parsed'];

const secret = (): string => environmentValue('LINYUAN_ID_SECRET');
const inviteIdOf = (code: string): string => keyedId('si', secret(), code);

/** The code is made from the act, so asking again for the same one shows the same; only its keyed hash is kept. */
export const inviteToShop = async (context: MemberContext, input: Parsed<'shop.invite'>): Promise<ShopInviteView> => {
  const code = codeDigitsOf(RULES.shop.inviteDigits, secret(), 'shop', input.shopId, context.operationId);
  const shop = await actOnShop(context, input.shopId, input, (standing, actor, step) => decideInviteToShop(standing, { inviteId: inviteIdOf(code), role: input.role }, actor, step));
  return { shopId: shop._id, role: shop.inviteRole, code, untilMs: shop.inviteUntilMs };
};

/** Refuses SHOP_INVITE_OVER, OUT_OF_AREA, SHOP_FULL, SHOP_PEOPLE_FULL, OPERATION_REUSED. */
export const acceptShop = async (context: MemberContext, input: Parsed<'shop.accept'>): Promise<ShopRef> => {
  const step = stepOf(context, input);
  const inviteId = inviteIdOf(input.code);
  const invited = await shopInvitedTo(inviteId);
  if (invited === null) return joinedBefore(context, input);
  if (invited.inviteRole === 'owner') {
    const own = (await shopsOwnedBy(context.callerId)).filter(({ _id }) => _id !== invited._id);
    if (own.length >= RULES.shop.perOwner || own.some(({ communityId }) => communityId === invited.communityId)) fail('SHOP_FULL', { message: '您在这个社区已经是一家店的店主了，可以请店主改发一个店员的邀请码。' });
  }
  return shopRefOf(await changeAggregate(SHOP_KIND, context, invited._id, (shop) => decideJoinShop(shop, inviteId, context.member, step)));
};

/** The code is used up by joining: the same call again finds the shop it joined. Refuses SHOP_INVITE_OVER, OPERATION_REUSED. */
const joinedBefore = async (context: MemberContext, input: Parsed<'shop.accept'>): Promise<ShopRef> => {
  const step = stepOf(context, input);
  for (const shop of await shopsOf(context.callerId)) {
    const known = knownStep(shop.steps, step);
    if (known !== null) {
      unwrap(known);
      return shopRefOf(shop);
    }
  }
  return fail('SHOP_INVITE_OVER');
};

export const setShopRole = async (context: MemberContext, input: Parsed<'shop.setRole'>): Promise<ShopRef> =>
  shopRefOf(await actOnShop(context, input.shopId, input, (shop, actor, step) => decideSetShopRole(shop, input.memberId, input.role, actor, step)));

export const removeShopPerson = async (context: MemberContext, input: Parsed<'shop.removePerson'>): Promise<ShopRef> =>
  shopRefOf(await actOnShop(context, input.shopId, input, (shop, actor, step) => decideRemoveShopPerson(shop, input.memberId ?? context.callerId, actor, step)));
