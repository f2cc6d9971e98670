/** The few signs of the phone as drawings, since a bare machine's fonts have no glyphs for them. All take the colour of their text. */
const svg = (width: number, height: number, body: string): string =>
  `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">${body}</svg>`;

export const MORE = svg(20, 8, '<g fill="currentColor" stroke="none"><circle cx="3" cy="4" r="2"/><circle cx="10" cy="4" r="3"/><circle cx="17" cy="4" r="2"/></g>');
export const CLOSE = svg(18, 18, '<circle cx="9" cy="9" r="7.5"/><circle cx="9" cy="9" r="3" fill="currentColor" stroke="none"/>');
export const BACK = svg(12, 20, '<path d="M10 2 2 10l8 8" stroke-linecap="round" stroke-linejoin="round"/>');
export const HOME = svg(22, 22, '<path d="M3 10.5 11 3l8 7.5M5.500 9v9.500h11V9" stroke-linecap="round" stroke-linejoin="round"/>');
export const BATTERY = svg(
  66,
  14,
  '<g fill="currentColor" stroke="none"><rect y="9" width="3" height="4" rx="1"/><rect x="5" y="6" width="3" height="7" rx="1"/><rect x="10" y="3" width="3" height="10" rx="1"/><path d="M26 5a10 10 0 0 1 14 0l-2 2a7 7 0 0 0-10 0zM30 9a4.500 4.500 0 0 1 6 0l-3 3.500z"/><rect x="47" y="4" width="13" height="7" rx="1.500"/></g><rect x="45" y="2" width="17" height="11" rx="3" stroke-width="1"/><path d="M64 6v3" stroke-width="1.500"/>',
);
export const TICK = svg(40, 40, '<path d="M9 21l8 8 15-17" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/>');
export const BANG = svg(40, 40, '<path d="M20 8v16M20 30v2" stroke-width="3.500" stroke-linecap="round"/>');
