import type { Painting } from './paint-picture';

export type { Painting } from './paint-picture';
export const PAINTING_CANVAS_ID = 'painting';

/** The same in a browser, which needs no canvas on the page; answers the picture itself as an address. */
export function paintPicture({ width, height, paint }: Painting): Promise<string | null> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) return Promise.resolve(null);
  paint(context);
  return Promise.resolve(canvas.toDataURL('image/png'));
}
