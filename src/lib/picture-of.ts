import type { PictureKey, WishCategory } from '@contract';
import type { ObjectName } from '@/drawings';

const DRAWING_OF_PICTURE: Readonly<Record<PictureKey, ObjectName>> = {
  goods: 'goods', lamp: 'lamp', tea: 'tea', hair: 'hair', book: 'book', wheelchair: 'wheelchair', rice: 'rice', meal: 'meal',
  tool: 'tools', plant: 'plant', hand: 'hand', calendar: 'calendar', sewing: 'sew',
};

const DRAWING_OF_CATEGORY: Readonly<Record<WishCategory, ObjectName>> = {
  goods: 'goods', service: 'hair', companionship: 'tea', skill: 'sew', repair: 'lamp', study: 'book',
};

/** The drawing that stands on a card for what the server chose. */
export const pictureOf = (key: PictureKey): ObjectName => DRAWING_OF_PICTURE[key];

/** The drawing of a category, for filters and choices. */
export const pictureOfCategory = (category: WishCategory): ObjectName => DRAWING_OF_CATEGORY[category];
