import type { SHOP_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { allianceOf, getShop, listShops, myShops, shopPage, shopYear } from './read-shops.use-case';
import { acceptShop, inviteToShop, removeShopPerson, setShopRole } from './shop-people.use-case';
import { applyForShop, decideOnShop, editShop, freezeShop, leaveShop, pauseShop, readShopContact, renewShop, resubmitShop, resumeShop, unfreezeShop, withdrawShop } from './shop.use-case';

export const shopHandlers: Pick<Handlers, keyof typeof SHOP_ROUTES> = {
  'shop.apply': applyForShop,
  'shop.resubmit': resubmitShop,
  'shop.withdraw': withdrawShop,
  'shop.renew': renewShop,
  'shop.edit': editShop,
  'shop.decide': decideOnShop,
  'shop.freeze': freezeShop,
  'shop.unfreeze': unfreezeShop,
  'shop.pause': pauseShop,
  'shop.resume': resumeShop,
  'shop.leave': leaveShop,
  'shop.invite': inviteToShop,
  'shop.accept': acceptShop,
  'shop.setRole': setShopRole,
  'shop.removePerson': removeShopPerson,
  'shop.mine': myShops,
  'shop.get': getShop,
  'shop.readContact': readShopContact,
  'shop.alliance': allianceOf,
  'shop.list': listShops,
  'shop.page': shopPage,
  'shop.year': shopYear,
};
