import { holdsAt } from '../kernel/access';
import { isWithin } from '../kernel/area-tree';
import { partiesOf, worksAt, type Member } from '../member/member';
import { shownOf, type DirectedGift } from './directed-gift';

type Placed = Pick<DirectedGift, 'communityId' | 'giver'>;

/** Neighbours of the community, shops admitted there, and whoever works for it. */
export const isOfCommunity = ({ communityId }: Pick<DirectedGift, 'communityId'>, member: Member): boolean => member.communityId === communityId || holdsAt(member.roles, ['merchant'], communityId) || worksAt(member, communityId);

/** Takes the steps of the giving side: oneself, whoever offered it for the shop, the unit's contact. */
export const actsForGiver = ({ giver }: Pick<DirectedGift, 'giver'>, member: Member): boolean => partiesOf(member).includes(giver.partyId);

const isOfShop = ({ giver, communityId }: Placed, member: Member): boolean =>
  giver.kind === 'merchant' && member.roles.some(({ role, areaId, merchantName }) => role === 'merchant' && merchantName === giver.name && isWithin(communityId, areaId));

/** Of the giving side: whoever acts for it, others of the same shop or unit. */
export const isOfGiver = (gift: Placed, member: Member): boolean => actsForGiver(gift, member) || gift.giver.memberId === member._id || gift.giver.peopleIds.includes(member._id) || isOfShop(gift, member);

/** Stands for the community on it: its staff, never those of the giving side. */
export const standsFor = (gift: Placed, member: Member): boolean => worksAt(member, gift.communityId) && !isOfGiver(gift, member);

/** Whoever answers for it tells how it goes, and staff of the community where they do not. */
export const mayTell = (gift: Placed & Pick<DirectedGift, 'answerable'>, member: Member): boolean => standsFor(gift, member) || (gift.answerable?.memberId === member._id && !isOfGiver(gift, member));

/** As whom somebody reads it; null: for them it is not there. Neighbours read what both sides agreed to. */
export const audienceOf = (gift: DirectedGift, member: Member): 'giver' | 'staff' | 'neighbour' | null => {
  if (isOfGiver(gift, member)) return 'giver';
  if (mayTell(gift, member)) return 'staff';
  return shownOf(gift) !== null && isOfCommunity(gift, member) ? 'neighbour' : null;
};
