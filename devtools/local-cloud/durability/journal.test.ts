import { cpSync, mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileJournal, type JournalRecord } from './journal';
import { eachLine, readLine } from './journal-text';
import { encodeEjson } from '../kernel/ejson';

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'journal-'));
const SMALLEST_BYTES = 2_000_000;

/** What a folder holds when a process starts on it. */
function contentOf(folder: string): Map<string, unknown> {
  const found = new Map<string, unknown>();
  const replay = (record: JournalRecord): void => {
    if ('put' in record) for (const [, id, document] of record.put) if (document === null) found.delete(String(id)); else found.set(String(id), document);
  };
  FileJournal.open(folder, replay).close();
  return found;
}

/** As a kill leaves the folder at this moment. */
function killedCopy(folder: string): string {
  const copy = newFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

test('a running journal is rewritten to what is alive, and a kill at any moment of it loses nothing', async () => {
  const folder = newFolder();
  const alive = new Map<string, unknown>();
  const journal = FileJournal.open(folder, () => undefined, SMALLEST_BYTES);
  function* content(): Generator<JournalRecord> {
    yield { create: 'notes' };
    for (const [id, document] of alive) yield { put: [['notes', id, document as Record<string, unknown>]] };
  }
  journal.keepCompact(content, 0);
  const write = (id: string, document: Record<string, unknown> | null): void => {
    journal.append({ put: [['notes', id, document]] });
    if (document === null) alive.delete(id);
    else alive.set(id, document);
  };
  const turns = (): boolean => readdirSync(folder).some((name) => name.startsWith('journal.jsonl.'));
  let duringRewrite = 0;
  let largest = 0;
  for (let i = 0; i < 4000; i += 1) {
    const id = `d${i % 300}`;
    write(id, i % 17 === 5 ? null : { _id: id, i, body: 'x'.repeat(3000) });
    largest = Math.max(largest, statSync(join(folder, 'journal.jsonl')).size);
    if (turns()) {
      duringRewrite += 1;
      if (duringRewrite % 3 === 0) expect(contentOf(killedCopy(folder))).toEqual(alive);
      await new Promise(setImmediate);
    }
  }
  expect(duringRewrite).toBeGreaterThan(10);
  // Twelve megabytes were written; never more than a few were kept.
  expect(largest).toBeLessThan(5_000_000);
  journal.close();
  expect(contentOf(folder)).toEqual(alive);
});

test('closing in the middle of a rewrite keeps the journal as it was', async () => {
  const folder = newFolder();
  const journal = FileJournal.open(folder, () => undefined, 1000);
  journal.keepCompact(() => Array.from({ length: 3000 }, (_, i) => ({ put: [['notes', `d${i}`, { i, body: 'y'.repeat(1000) }] as const] })), 0);
  for (let i = 0; i < 3000; i += 1) journal.append({ put: [['notes', `d${i}`, { i }]] });
  await new Promise(setImmediate);
  journal.close();
  expect(readdirSync(folder)).toEqual(['journal.jsonl']);
  expect(contentOf(folder).size).toBe(3000);
});

test('a torn line is cut off; a file beside the journal is what a kill left of a rewrite', () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'journal.jsonl'), '{"put":[["notes","a",{"_id":"a"}]]}\n{"put":[["notes","b",{"_id"');
  writeFileSync(join(folder, 'journal.jsonl.123'), '{"put":[["notes","c",{"_id":"c"}]]}\n');
  expect([...contentOf(folder).keys()]).toEqual(['a']);
  expect(readdirSync(folder)).toEqual(['journal.jsonl']);
  expect(readFileSync(join(folder, 'journal.jsonl'), 'utf8')).toBe('{"put":[["notes","a",{"_id":"a"}]]}\n');
});

test('lines are read back as they were, longer than a chunk, deep and with every kind of value', () => {
  const path = join(newFolder(), 'lines');
  const deep = Array.from({ length: 300 }).reduce<unknown>((inner) => ({ inner }), 'bottom');
  const values = [{ at: new Date(5), list: [/a"b/i, Infinity, -Infinity, null, '邻愿\n"$date"'] }, { long: 'z'.repeat(40 << 20) }, deep, { $numberDouble: { kept: 1 }, and: 2 }];
  writeFileSync(path, `${values.map(encodeEjson).join('\n')}\n`);
  const read: unknown[] = [];
  expect(eachLine(path, (line) => read.push(readLine(line)))).toBe(statSync(path).size);
  expect(read).toEqual(values);
});
