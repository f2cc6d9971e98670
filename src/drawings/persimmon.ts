import { CALYX, PERSIMMON, WHITE } from './palette';

/** One share of a wish: `open` hollow, `held` half, `delivered` full with its calyx. The calyx carries the state where colour cannot. */
export type ShareState = 'open' | 'held' | 'delivered';

/** A persimmon is flatter and squarer than a tomato: 17.4 wide, 13.4 high, on a 20 × 20 grid. */
const BODY = 'M10 4.6c5.2-.4 8.7 1.7 8.7 6.6 0 4.9-3.2 6.8-8.7 6.8s-8.7-1.9-8.7-6.8C1.3 6.3 4.8 4.2 10 4.6z';
const LOWER_HALF = 'M1.3 11.3c.1 4.8 3.3 6.7 8.7 6.7s8.6-1.9 8.7-6.7z';
const LEAVES =
  'M2.7 6.6C4.3 3.8 7.1 3.2 9.1 4V1.9h1.8V4c2-.8 4.8-.2 6.4 2.6-1.7 1.1-3.7 1.3-5.2.6.1 1.3-.6 2.5-2.1 3.6-1.5-1.1-2.2-2.3-2.1-3.6-1.5.7-3.5.5-5.2-.6z';

/** One fruit in paths on the 20 grid, for a canvas: its outline is stroked in the fruit's own colour. */
export const fruitArt = (state: ShareState): { readonly outline: string; readonly fill: string; readonly inner: readonly [path: string, color: string] | null } => ({
  outline: BODY,
  fill: state === 'delivered' ? PERSIMMON : WHITE,
  inner: state === 'held' ? [LOWER_HALF, PERSIMMON] : state === 'delivered' ? [LEAVES, CALYX] : null,
});

/** The inside of one fruit on the 20 grid, without the `<svg>` around it. */
export function fruitShapes(state: ShareState): string {
  const outline = `<path d="${BODY}" fill="${state === 'delivered' ? PERSIMMON : WHITE}" stroke="${PERSIMMON}" stroke-width="1.5"/>`;
  if (state === 'held') return `${outline}<path d="${LOWER_HALF}" fill="${PERSIMMON}"/>`;
  if (state === 'delivered') return `${outline}<path d="${LEAVES}" fill="${CALYX}"/>`;
  return outline;
}

/** One fruit as an SVG document; the delivered one is also the logo. */
export function persimmonSvg(state: ShareState): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" width="20" height="20">${fruitShapes(state)}</svg>`;
}
