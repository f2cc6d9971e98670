import { EARTH, ROOF, WINDOW } from './palette';

/** The grid of the street below. */
export const STREET_SIZE = { width: 350, height: 178 } as const;

/** Roofs of a neighbourhood in flat colours, the ground before them: behind what a poster is about (mock-up 14). */
export const STREET_BLOCKS: readonly (readonly [path: string, color: string])[] = [
  ['M0 178V96l34-26 34 26v20h26V70h62v46h20V84l40-30 40 30v40h22V92h52l22 14v72z', ROOF],
  ['M108 84h12v12h-12zM132 84h12v12h-12zM108 108h12v12h-12zM206 98h14v16h-14zM286 108h12v12h-12zM24 104h16v16H24z', WINDOW],
  ['M0 158c90-6 220-6 350 0v20H0z', EARTH],
];
