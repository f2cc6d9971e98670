/** Reads a code back the way a phone does, with a decoder that knows nothing of how it was drawn. */
import { inflateSync } from 'node:zlib';
import jsQR from 'jsqr';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, opacity of each picture element. */
  readonly rgba: Uint8ClampedArray;
}

/** A PNG with a palette of 8 bits and unfiltered rows, which is what the local cloud writes; anything else is refused. */
export function readPng(bytes: Buffer): Picture {
  if (bytes.toString('latin1', 1, 4) !== 'PNG') throw new Error('not a PNG');
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    chunks.set(bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const part = (name: string): Buffer => chunks.get(name) ?? Buffer.alloc(0);
  const [header, palette, opacities, rows] = [part('IHDR'), part('PLTE'), part('tRNS'), inflateSync(part('IDAT'))];
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  if (header[8] !== 8 || header[9] !== 3) throw new Error('not a palette of 8 bits');
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += 1) {
    if (rows[y * (width + 1)] !== 0) throw new Error('a filtered row');
    for (let x = 0; x < width; x += 1) {
      const index = rows[y * (width + 1) + 1 + x] ?? 0;
      rgba.set([palette[index * 3] ?? 0, palette[index * 3 + 1] ?? 0, palette[index * 3 + 2] ?? 0, opacities[index] ?? 255], (y * width + x) * 4);
    }
  }
  return { width, height, rgba };
}

/** What the code says, or null when no decoder could read it. */
export const readCode = ({ width, height, rgba }: Picture): string | null => jsQR(rgba, width, height)?.data ?? null;
