import type { Painting } from './paint-picture';

export type { Painting } from './paint-picture';
export const PAINTING_CANVAS_ID = 'painting';

const loaded = async (uri: string): Promise<CanvasImageSource> => {
  const image = new Image();
  image.src = uri;
  await image.decode();
  return image;
};

/** The same in a browser, which needs no canvas on the page; answers the picture itself as an address. */
export async function paintPicture({ width, height, letters, pictures = [], paint }: Painting): Promise<string | null> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) return null;
  await Promise.all(letters.map(({ font, text }) => document.fonts.load(font, text).catch(() => [])));
  const images = await Promise.all(pictures.map(loaded)).catch(() => null);
  if (images === null) return null;
  paint(context, images);
  return canvas.toDataURL('image/png');
}
