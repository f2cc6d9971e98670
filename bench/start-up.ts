/** How long the local cloud takes to start on a hundred thousand documents. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Document } from '../devtools/local-cloud/kernel/values';
import { encodeEjson } from '../devtools/local-cloud/kernel/ejson';
import type { Community } from '../tests/flows/support/community';
import { median } from './median';

const TIMES = 3;
const COLLECTIONS = ['wishes', 'notices', 'tasks', 'claims', 'transfers'] as const;

export interface StartUp {
  readonly medianMs: number;
  readonly journalMegabytes: number;
}

/** A journal of copies of what the program made, as a cloud that lived long would leave it. */
const writeJournal = (path: string, community: Community, count: number): void => {
  const models = COLLECTIONS.map((name) => [name, community.documents<Document>(name).slice(0, 100)] as const);
  const file = openSync(path, 'w');
  writeSync(file, COLLECTIONS.map((name) => `${encodeEjson({ create: name })}\n`).join(''));
  for (let i = 0; i < count; i += 1) {
    const [name, originals] = models[i % models.length] ?? models[0] ?? ['wishes', []];
    const document = { ...originals[i % originals.length], _id: `start${i}` };
    writeSync(file, `${encodeEjson({ put: [[name, document._id, document]] })}\n`);
  }
  writeSync(file, `${encodeEjson({ keep: 'seeded', value: 'empty' })}\n`);
  closeSync(file);
};

const startOnce = (folder: string): number => {
  const child = spawnSync(process.execPath, ['--import', 'tsx', join(__dirname, 'start-once.ts'), folder], { encoding: 'utf8' });
  const ms = Number(child.stdout);
  if (!Number.isFinite(ms) || ms <= 0) throw new Error(`the local cloud did not start: ${child.stderr}`);
  return ms;
};

/** Median of three starts in processes of their own, from reading the journal to answering requests. */
export const measureStartUp = (community: Community, count: number): StartUp => {
  const folder = mkdtempSync(join(tmpdir(), 'linyuan-start-'));
  try {
    const path = join(folder, 'journal.jsonl');
    writeJournal(path, community, count);
    return { medianMs: median(Array.from({ length: TIMES }, () => startOnce(folder))), journalMegabytes: statSync(path).size / 2 ** 20 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
