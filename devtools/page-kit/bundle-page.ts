import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const ROOT = path.resolve(__dirname, '../..');

export interface PageFiles {
  readonly html: string;
  readonly script: string;
  readonly style: string;
}

/** A page of the tools, bundled in memory: `index.html`, `main.ts` with what it imports, `page.css` of one folder. */
export async function bundlePage(folder: string): Promise<PageFiles> {
  const result = await build({
    entryPoints: [path.join(folder, 'main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    tsconfig: path.join(ROOT, 'tsconfig.json'),
    charset: 'utf8',
    logLevel: 'silent',
  });
  const script = result.outputFiles[0]?.text;
  if (script === undefined) throw new Error(`the page of ${folder} bundles to nothing`);
  const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
  return { html: read('index.html'), script, style: read('page.css') };
}
