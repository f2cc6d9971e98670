import type { MapPlaceView, WishMapView } from '@contract';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { CARD_FIELDS, minutesBetween, wishCardView, type WishCard } from './wish-card';
import type { Wish } from './wish';

/** What the map reads of a wish: its card and the name of its 小区. */
export const MAP_FIELDS = [...CARD_FIELDS, 'areaName'] as const;
export type MappedWish = WishCard & Pick<Wish, 'areaName'>;

const placeOf = (wishes: readonly MappedWish[], reader: Member): MapPlaceView | null => {
  const [first] = wishes;
  if (first === undefined) return null;
  const way = minutesBetween(reader.point, first.point);
  const cards = wishes.filter((wish) => wish.wallState === 'claimable').map((wish) => wishCardView(wish, reader));
  return {
    areaId: first.areaId,
    name: first.areaName,
    isHome: first.areaId === reader.areaId,
    eastMinutes: way === null ? null : Math.round(way.east),
    northMinutes: way === null ? null : Math.round(way.north),
    walkText: wishCardView(first, reader).walkText,
    waiting: cards.length,
    taken: wishes.filter((wish) => wish.wallState === 'taken').length,
    done: wishes.filter((wish) => wish.wallState === 'done').length,
    wishes: cards,
  };
};

/** Pure: wishes gathered by the node they are in, the reader's own first, then those with most that wait. */
export const wishMapOf = (wishes: readonly MappedWish[], reader: Member): WishMapView => {
  const byArea = new Map<string, MappedWish[]>();
  for (const wish of wishes) byArea.set(wish.areaId, [...(byArea.get(wish.areaId) ?? []), wish]);
  const places = [...byArea.values()].map((group) => placeOf(group, reader)).filter((place) => place !== null);
  const waiting = places.reduce((sum, place) => sum + place.waiting, 0);
  return {
    homeName: reader.gridName ?? reader.communityName,
    places: places.sort((a, b) => Number(b.isHome) - Number(a.isHome) || b.waiting - a.waiting || (a.areaId < b.areaId ? -1 : 1)),
    waiting,
    isAtLeast: waiting >= RULES.map.wishesRead,
  };
};
