/**
 * Converts one value of WXSS, or an inline style, to what a browser understands: rpx is 1/750 of the screen's width, vh is of
 * the page's own view (below the navigation bar), and the safe area is the host's drawn one.
 */
export function convertUnits(value: string): string {
  return value
    .replace(/(?<![\w#.-])(-?\d*\.?\d+)rpx\b/gi, 'calc($1 * var(--rpx))')
    .replace(/(?<![\w#.-])(-?\d*\.?\d+)vh\b/g, 'calc($1 * var(--wx-vh))')
    .replace(/(?:env|constant)\(\s*safe-area-inset-(\w+)\s*(?:,\s*[^()]+)?\)/g, 'var(--wx-safe-$1)');
}
