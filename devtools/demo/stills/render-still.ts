import { Resvg } from '@resvg/resvg-js';
import { stillSvg } from './scene';
import type { StillName } from './still-names';

const WIDTH_PIXELS = 640;
const rendered = new Map<StillName, Buffer>();

/** The picture as PNG bytes, 640 × 480; drawn once a process. */
export function renderStill(name: StillName): Buffer {
  const known = rendered.get(name);
  if (known) return known;
  const bytes = new Resvg(stillSvg(name), { fitTo: { mode: 'width', value: WIDTH_PIXELS }, font: { loadSystemFonts: false } }).render().asPng();
  rendered.set(name, bytes);
  return bytes;
}
