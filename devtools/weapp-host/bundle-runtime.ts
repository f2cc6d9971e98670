import path from 'node:path';
import * as esbuild from 'esbuild';

let bundled: Promise<string> | null = null;

/** Bundles the browser side of the host (src/main.ts) in memory, once per process. */
export function bundleRuntime(): Promise<string> {
  bundled ??= esbuild
    .build({
      entryPoints: [path.join(__dirname, 'src/main.ts')],
      bundle: true,
      format: 'iife',
      write: false,
      target: 'chrome110',
      sourcemap: 'inline',
      define: { 'process.env.NODE_ENV': '"production"' },
      tsconfigRaw: '{}',
      logLevel: 'silent',
    })
    .then((result) => {
      const output = result.outputFiles[0];
      if (!output) throw new Error('esbuild wrote no runtime bundle');
      return output.text;
    });
  return bundled;
}
