/** Still lifes that stand for photos people took with their phones. */
export const STILL_NAMES = [
  'riceJar', 'oilBottle', 'riceSack', 'noodlesEggs', 'schoolBag', 'quilt', 'mat', 'wheelchair', 'phone', 'radio', 'ceilingLamp', 'deskLamp', 'books', 'chess', 'tea',
  'haircut', 'knife', 'coat', 'plants', 'letter', 'album', 'yarn', 'paints', 'cake', 'bowl', 'cane', 'stool', 'clock', 'ball', 'tools', 'sneakers', 'parcel', 'vegetables', 'notebook',
] as const;
export type StillName = (typeof STILL_NAMES)[number];
