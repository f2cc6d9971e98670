import { encode } from 'uqr';

/** Modules of white around the code; scanners want four, a white card around it gives the rest. */
const BORDER = 2;
/** Drawn this large; without a size of its own a browser lays a picture out anyhow. */
const SIDE_PX = 240;
const INK = '#2a211b';

export interface QrModules {
  /** Modules a side, the white border with them. */
  readonly size: number;
  /** Column and row of each dark module. */
  readonly dark: readonly (readonly [x: number, y: number])[];
}

/** The squares of a QR code, for whoever draws it. Pure. */
export function qrModules(text: string): QrModules {
  const { data, size } = encode(text, { ecc: 'M', border: BORDER });
  return { size, dark: data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [[x, y] as const] : []))) };
}

/** A QR code as an SVG document: one path of squares on white. Pure; holds no apostrophe, as `svgUri` asks. */
export function qrSvg(text: string): string {
  const { dark, size } = qrModules(text);
  const squares = dark.map(([x, y]) => `M${x} ${y}h1v1h-1z`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${SIDE_PX}" height="${SIDE_PX}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path fill="${INK}" d="${squares.join('')}"/></svg>`;
}
