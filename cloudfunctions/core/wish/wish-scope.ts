import { answersFor } from '../claim/giver';
import { ancestorAt } from '../kernel/area-tree';
import { fail } from '../kernel/result';
import { isErrand } from '../last-leg/last-leg';
import { worksAt, type Member } from '../member/member';
import { isRecipient } from './recipient';
import type { Wish } from './wish';

/** How a reader stands to a wish; decides what they see of it. */
export type Audience = 'poster' | 'staff' | 'neighbour';

export const audienceOf = (wish: Wish, reader: Member): Audience => {
  if (isRecipient(wish, reader)) return 'poster';
  return worksAt(reader, wish.areaId) ? 'staff' : 'neighbour';
};

const isOfOneDistrict = (wish: Wish, reader: Member): boolean => {
  const district = ancestorAt(wish.areaId, 'district');
  return district === ancestorAt(reader.areaId, 'district') || reader.roles.some((held) => ancestorAt(held.areaId, 'district') === district);
};

/** The last leg of a gift is for the neighbours of its community and whoever works there; a merchant or street wall far off has no use for it. */
export const mayReadErrand = (wish: Pick<Wish, 'communityId' | 'areaId'>, reader: Member): boolean => wish.communityId === reader.communityId || worksAt(reader, wish.areaId);

/** Neighbours see what is or was on the wall of their district, and whatever they themselves took part in. */
export const isVisible = (wish: Wish, reader: Member): boolean => {
  if (audienceOf(wish, reader) !== 'neighbour') return true;
  if (!isOfOneDistrict(wish, reader)) return false;
  if (isErrand(wish) ? mayReadErrand(wish, reader) && wish.state === 'open' : wish.state === 'open' || wish.state === 'completed') return true;
  return Object.values(wish.claims).some((claim) => answersFor(reader, claim));
};

/** A wish that somebody may not see is one that is not there. */
export const assertVisible = (wish: Wish, reader: Member): void => {
  if (!isVisible(wish, reader)) fail('NOT_FOUND');
};
