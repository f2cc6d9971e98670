import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(__dirname, '../..');

/** What each built part is made from, and the file whose age tells when it was built. */
export const PARTS = {
  functions: { sources: ['cloudfunctions', 'types', 'config/build-functions.ts', 'package-lock.json'], proof: 'dist/cloudfunctions/jobs/config.json' },
  h5: { sources: ['src', 'types', 'config', 'babel.config.js', 'package-lock.json'], proof: 'dist/h5/index.html' },
  weapp: { sources: ['src', 'types', 'config', 'babel.config.js', 'package-lock.json'], proof: 'dist/weapp/app.json' },
} as const;
export type Part = keyof typeof PARTS;

/** The newest change at or below a path in ms since 1970; 0 when there is nothing. Tests do not count. */
function newestChangeMs(file: string): number {
  if (!existsSync(file)) return 0;
  const stats = statSync(file);
  if (!stats.isDirectory()) return /\.test\.tsx?$/.test(file) ? 0 : stats.mtimeMs;
  return readdirSync(file).reduce((newest, name) => Math.max(newest, newestChangeMs(path.join(file, name))), 0);
}

/** Whether a part was never built or its sources changed since. */
export function isStale(part: Part): boolean {
  const { sources, proof } = PARTS[part];
  const proofPath = path.join(root, proof);
  if (!existsSync(proofPath)) return true;
  const builtMs = statSync(proofPath).mtimeMs;
  return sources.some((source) => newestChangeMs(path.join(root, source)) > builtMs);
}
