import type { WishCardView } from '@contract';
import { ancestorAt } from '../kernel/area-tree';
import { isErrand } from '../last-leg/last-leg';
import { partiesOf, type Member } from '../member/member';
import { RULES } from '../rules';
import { isRecipient } from './recipient';
import type { Wish } from './wish';

/** What a list reads of a wish; nothing private is even fetched. */
export const CARD_FIELDS = [
  'title', 'category', 'pictureKey', 'urgency', 'sharesWanted', 'sharesLeft', 'sharesHeld', 'sharesDelivered', 'shareNote', 'estimatedValueFen',
  'areaId', 'communityId', 'communityName', 'point', 'windowEndMs', 'posterText', 'recipientIds', 'errandFor', 'state', 'wallState', 'activeClaimerIds', 'publishedAtMs', 'searchTokens',
] as const satisfies readonly (keyof Wish)[];

export type WishCard = Pick<Wish, '_id' | (typeof CARD_FIELDS)[number]>;

const EARTH_METERS = 6_371_000;
/** Streets are longer than the line. */
const DETOUR = 1.3;
/** Beyond an hour nobody walks; then a card says no time. */
const WALK_MINUTES_MAX = 60;

type Point = NonNullable<Wish['point']>;

/** The way between two coarse points in minutes on foot, east and north apart; null where either has no place. */
export const minutesBetween = (from: Point | null, to: Point | null): { readonly east: number; readonly north: number } | null => {
  if (from === null || to === null) return null;
  const radians = Math.PI / 180;
  const minutesPerRadian = (EARTH_METERS * DETOUR) / RULES.walk.metersPerMinute;
  const east = (to.lng - from.lng) * radians * Math.cos(((from.lat + to.lat) / 2) * radians);
  return { east: east * minutesPerRadian, north: (to.lat - from.lat) * radians * minutesPerRadian };
};

/** Minutes on foot between two coarse points, in steps of five and never less than five; null where it says nothing. */
export const walkMinutesOf = (from: Point | null, to: Point | null): number | null => {
  const way = minutesBetween(from, to);
  if (way === null) return null;
  const minutes = Math.hypot(way.east, way.north);
  const stepped = Math.max(1, Math.ceil(minutes / RULES.walk.stepMinutes)) * RULES.walk.stepMinutes;
  return stepped > WALK_MINUTES_MAX ? null : stepped;
};

/** "本小区", "本社区", or the community's name; never a building. */
const placeTextOf = (wish: Pick<WishCard, 'areaId' | 'communityId' | 'communityName'>, reader: Member): string => {
  const grid = ancestorAt(wish.areaId, 'grid');
  if (grid !== null && grid === reader.gridId) return '本小区';
  return wish.communityId === reader.communityId && grid === null ? '本社区' : wish.communityName;
};

/** A wish on a list, made for its reader. */
export const wishCardView = (wish: WishCard, reader: Member): WishCardView => {
  const walkMinutes = walkMinutesOf(reader.point, wish.point);
  return {
    wishId: wish._id,
    title: wish.title,
    category: wish.category,
    pictureKey: wish.pictureKey,
    urgency: wish.urgency,
    shares: { wanted: wish.sharesWanted, left: wish.sharesLeft, held: wish.sharesHeld, delivered: wish.sharesDelivered },
    shareNote: wish.shareNote,
    valuePerShareFen: wish.estimatedValueFen === null ? null : Math.round(wish.estimatedValueFen / Math.max(1, wish.sharesWanted)),
    placeText: placeTextOf(wish, reader),
    walkText: walkMinutes === null ? null : `走路约 ${walkMinutes} 分钟`,
    windowEndMs: wish.windowEndMs,
    posterText: wish.posterText,
    state: wish.state,
    wallState: wish.wallState,
    isMine: isRecipient(wish, reader),
    isClaimedByMe: partiesOf(reader).some((partyId) => wish.activeClaimerIds.includes(partyId)),
    isErrand: isErrand(wish),
  };
};
