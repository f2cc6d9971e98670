/** Writes PNG pictures of one picture element a byte: an index into a small palette of colours. */
import { crc32, deflateSync } from 'node:zlib';

/** Red, green, blue, opacity; 0 to 255 each. */
export type Colour = readonly [red: number, green: number, blue: number, opacity: number];

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOUR_TYPE_PALETTE = 3;

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}

/** A square picture; `indexAt(x, y)` names the colour of a picture element. */
export function encodePng(width: number, palette: readonly Colour[], indexAt: (x: number, y: number) => number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(width, 4);
  header.set([8, COLOUR_TYPE_PALETTE, 0, 0, 0], 8);
  // Every row begins with the byte of its filter, 0: none.
  const rows = Buffer.alloc(width * (width + 1));
  for (let y = 0; y < width; y += 1) {
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = indexAt(x, y);
  }
  const colours = Buffer.from(palette.flatMap(([red, green, blue]) => [red, green, blue]));
  const opacities = Buffer.from(palette.map(([, , , opacity]) => opacity));
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('PLTE', colours), chunk('tRNS', opacities), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}
