import type { Painting } from './paint-picture';

export type { Painting } from './paint-picture';
export const PAINTING_CANVAS_ID = 'painting';

/** The same in a browser, which needs no canvas on the page; answers the picture itself as an address. */
export async function paintPicture({ width, height, letters, paint }: Painting): Promise<string | null> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) return null;
  await Promise.all(letters.map(({ font, text }) => document.fonts.load(font, text).catch(() => [])));
  paint(context);
  return canvas.toDataURL('image/png');
}
