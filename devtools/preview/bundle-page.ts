import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from './stale';

export interface PageFiles {
  readonly html: string;
  readonly script: string;
  readonly style: string;
}

/** The preview's own page, bundled in memory. */
export async function bundlePage(): Promise<PageFiles> {
  const result = await build({
    entryPoints: [path.join(__dirname, 'page/main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    tsconfig: path.join(root, 'tsconfig.json'),
    charset: 'utf8',
    logLevel: 'silent',
  });
  const script = result.outputFiles[0]?.text;
  if (script === undefined) throw new Error('the preview page bundles to nothing');
  const read = (name: string): string => readFileSync(path.join(__dirname, 'page', name), 'utf8');
  return { html: read('index.html'), script, style: read('preview.css') };
}
