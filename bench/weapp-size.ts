import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface WeappSizes {
  readonly mainBytes: number;
  readonly subPackages: readonly { readonly root: string; readonly bytes: number }[];
}

const bytesUnder = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sum + bytesUnder(path);
    // WeChat uploads neither source maps nor the licence texts that webpack sets beside them.
    return /\.(map|LICENSE\.txt)$/.test(entry.name) ? sum : sum + statSync(path).size;
  }, 0);

/** Bytes of the main package and of each sub-package of a built mini-program, uncompressed, as WeChat counts them. */
export const measureWeapp = (dist: string): WeappSizes => {
  const app = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8')) as { readonly subPackages?: readonly { readonly root: string }[]; readonly subpackages?: readonly { readonly root: string }[] };
  const roots = (app.subPackages ?? app.subpackages ?? []).map((sub) => sub.root);
  const subPackages = roots.map((root) => ({ root, bytes: bytesUnder(join(dist, root)) }));
  const allBytes = bytesUnder(dist);
  return { mainBytes: allBytes - subPackages.reduce((sum, sub) => sum + sub.bytes, 0), subPackages };
};
