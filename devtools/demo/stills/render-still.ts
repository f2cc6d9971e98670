import { Resvg } from '@resvg/resvg-js';
import { stillSvg } from './scene';
import type { StillName } from './still-names';

const rendered = new Map<string, Buffer>();

/** The picture as PNG bytes, four units wide to three high; drawn once a process. */
export function renderStill(name: StillName, widthPixels: number): Buffer {
  const key = `${name} ${widthPixels}`;
  const known = rendered.get(key);
  if (known) return known;
  const bytes = new Resvg(stillSvg(name), { fitTo: { mode: 'width', value: widthPixels }, font: { loadSystemFonts: false } }).render().asPng();
  rendered.set(key, bytes);
  return bytes;
}
