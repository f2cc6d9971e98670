/**
 * The append-only file behind the local cloud. A record is one line, written before the reply goes out, so whatever was
 * acknowledged survives `kill -9`; a power cut may lose the last second (the file is synced once a second).
 */
import { closeSync, existsSync, fdatasync, fsyncSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { decodeEjson, encodeEjson } from '../kernel/ejson';
import type { Document, DocumentId } from '../kernel/values';

/** `create` a collection, `put` documents (null removes) all at once, or `keep` a named piece of state. */
export type JournalRecord =
  | { readonly create: string }
  | { readonly put: readonly (readonly [collection: string, id: DocumentId, document: Document | null])[] }
  | { readonly keep: string; readonly value: unknown };

export interface Journal {
  append(record: JournalRecord): void;
  /** Replaces the whole content by these records. */
  rewrite(records: Iterable<JournalRecord>): void;
  close(): void;
}

export class MemoryJournal implements Journal {
  append(): void {}
  rewrite(): void {}
  close(): void {}
}

const FILE_NAME = 'journal.jsonl';
const NEWLINE = 10;
const FLUSH_BYTES = 1 << 20;

/** Splits the file at newlines without ever making one string of all of it. */
function* readLines(content: Buffer): Generator<string> {
  let start = 0;
  for (;;) {
    const end = content.indexOf(NEWLINE, start);
    if (end < 0) return;
    yield content.toString('utf8', start, end);
    start = end + 1;
  }
}

export class FileJournal implements Journal {
  private file: number;
  private dirty = false;
  private readonly syncTimer: NodeJS.Timeout;
  private readonly path: string;

  private constructor(private readonly folder: string) {
    this.path = join(folder, FILE_NAME);
    this.file = openSync(this.path, 'a');
    this.syncTimer = setInterval(() => this.syncSoon(), 1000);
    this.syncTimer.unref();
  }

  /** Opens the folder and hands every record to `replay`; a line torn by a kill was never acknowledged and is cut off. */
  static open(folder: string, replay: (record: JournalRecord) => void): FileJournal {
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)) if (name.startsWith(`${FILE_NAME}.`)) rmSync(join(folder, name));
    const path = join(folder, FILE_NAME);
    if (existsSync(path)) {
      const content = readFileSync(path);
      const whole = content.lastIndexOf(NEWLINE) + 1;
      if (whole < content.length) truncateSync(path, whole);
      for (const line of readLines(content.subarray(0, whole))) replay(decodeEjson(line, 0) as JournalRecord);
    }
    return new FileJournal(folder);
  }

  append(record: JournalRecord): void {
    writeAll(this.file, Buffer.from(`${encodeEjson(record)}\n`));
    this.dirty = true;
  }

  rewrite(records: Iterable<JournalRecord>): void {
    const temporary = `${this.path}.${process.pid}`;
    const target = openSync(temporary, 'w');
    let pending: string[] = [];
    let size = 0;
    const flush = (): void => {
      writeAll(target, Buffer.from(pending.join('')));
      pending = [];
      size = 0;
    };
    for (const record of records) {
      const line = `${encodeEjson(record)}\n`;
      pending.push(line);
      size += line.length;
      if (size > FLUSH_BYTES) flush();
    }
    flush();
    fsyncSync(target);
    closeSync(this.file);
    renameSync(temporary, this.path);
    this.file = target;
  }

  close(): void {
    clearInterval(this.syncTimer);
    fsyncSync(this.file);
    closeSync(this.file);
  }

  get directory(): string {
    return this.folder;
  }

  private syncSoon(): void {
    if (!this.dirty) return;
    this.dirty = false;
    fdatasync(this.file, () => undefined);
  }
}

function writeAll(file: number, bytes: Buffer): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(file, bytes, written);
}
