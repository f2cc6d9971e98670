import fs from 'node:fs';
import path from 'node:path';

const WEIGHTS = [400, 500, 700];

function fontFolder(): string {
  return path.dirname(require.resolve('@fontsource/noto-sans-sc/package.json'));
}

let css: string | null = null;

/**
 * @font-face rules for Noto Sans SC, cut into the package's unicode ranges, so that a machine without Chinese fonts fetches
 * only the slices a page uses. Addresses are relative to the host's page.
 */
export function chineseFontCss(): string {
  css ??= WEIGHTS.map((weight) => fs.readFileSync(path.join(fontFolder(), `${weight}.css`), 'utf8'))
    .join('\n')
    .replace(/,\s*url\([^)]*\.woff\)\s*format\('woff'\)/g, '')
    .replace(/url\(\.\/files\//g, 'url(fonts/');
  return css;
}

/** Path of one font slice, or null when the name is none of the package's. */
export function chineseFontFile(name: string): string | null {
  if (!/^noto-sans-sc-[\w-]+\.woff2$/.test(name)) return null;
  const file = path.join(fontFolder(), 'files', name);
  return fs.existsSync(file) ? file : null;
}
