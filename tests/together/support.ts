import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * Many test files in one Jest file. Jest gives each file a module registry of its own, and loading the local cloud and
 * the SDK anew costs seconds a file, far more than most files' tests. Every file stays runnable alone; here it stands in
 * a describe of its own, so that its hooks run around its own tests only.
 */
export interface Part {
  /** From 1 to `of`. */
  readonly part: number;
  readonly of: number;
}

/** The part's files: dealt out by size, so that parts take about as long. A new file falls into a part by itself. */
const dealt = (folder: string, { part, of }: Part): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(folder, name))
    .sort((a, b) => statSync(b).size - statSync(a).size || a.localeCompare(b))
    .filter((_path, index) => index % of === part - 1);

export function runTogether(folder: string, part: Part): void {
  for (const path of dealt(folder, part)) {
    describe(basename(path), () => {
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- declares its tests here, at once
      require(path);
    });
  }
}
