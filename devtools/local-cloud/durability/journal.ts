/**
 * The append-only file behind the local cloud. A record is one line, written before the reply goes out, so whatever was
 * acknowledged survives `kill -9`; a power cut may lose the last second (the file is synced once a second).
 */
import { closeSync, existsSync, fdatasync, fstatSync, fsyncSync, mkdirSync, openSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { encodeEjson } from '../kernel/ejson';
import type { Document, DocumentId } from '../kernel/values';
import { Compaction, syncFolder, writeAll } from './compaction';
import { eachLine, readLine } from './journal-text';

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
/** A journal smaller than this is not worth rewriting. */
const SMALLEST_BYTES = 8 << 20;
/** It is rewritten when it is this many times as long as what was alive in it. */
const GROWTH = 3;

export class FileJournal implements Journal {
  private file: number;
  private dirty = false;
  private bytes: number;
  /** Bytes of what was alive when the journal was last rewritten. */
  private aliveBytes: number;
  private content: (() => Iterable<JournalRecord>) | undefined;
  private compaction: Compaction | undefined;
  private readonly syncTimer: NodeJS.Timeout;
  private readonly path: string;

  private constructor(
    private readonly folder: string,
    private readonly smallestBytes: number,
  ) {
    this.path = join(folder, FILE_NAME);
    this.file = openSync(this.path, 'a');
    this.bytes = fstatSync(this.file).size;
    this.aliveBytes = this.bytes;
    this.syncTimer = setInterval(() => this.syncSoon(), 1000);
    this.syncTimer.unref();
  }

  /** Opens the folder and hands every record to `replay`; a line torn by a kill was never acknowledged and is cut off. */
  static open(folder: string, replay: (record: JournalRecord, bytes: number) => void, smallestBytes = SMALLEST_BYTES): FileJournal {
    mkdirSync(folder, { recursive: true });
    // A rewrite that was cut short by a kill had not taken the journal's place.
    for (const name of readdirSync(folder)) if (name.startsWith(`${FILE_NAME}.`)) rmSync(join(folder, name));
    const path = join(folder, FILE_NAME);
    if (existsSync(path)) truncateSync(path, eachLine(path, (line, bytes) => replay(readLine(line) as JournalRecord, bytes)));
    return new FileJournal(folder, smallestBytes);
  }

  /**
   * From now on the journal is rewritten to `content` whenever most of it is history, in the background.
   * @param aliveBytes how much of the journal is alive now
   */
  keepCompact(content: () => Iterable<JournalRecord>, aliveBytes: number): void {
    this.content = content;
    this.aliveBytes = Math.min(this.bytes, aliveBytes);
    this.compactIfLong();
  }

  append(record: JournalRecord): void {
    const line = Buffer.from(`${encodeEjson(record)}\n`);
    writeAll(this.file, line);
    this.bytes += line.length;
    this.dirty = true;
    this.compaction?.follow(line);
    this.compactIfLong();
  }

  rewrite(records: Iterable<JournalRecord>): void {
    this.cancelCompaction();
    const compaction = new Compaction(this.path, records[Symbol.iterator]());
    while (compaction.slice());
    this.take(compaction);
  }

  close(): void {
    clearInterval(this.syncTimer);
    this.cancelCompaction();
    fsyncSync(this.file);
    closeSync(this.file);
  }

  private compactIfLong(): void {
    const { content } = this;
    if (content === undefined || this.compaction !== undefined || this.bytes <= Math.max(this.smallestBytes, GROWTH * this.aliveBytes)) return;
    const compaction = new Compaction(this.path, content()[Symbol.iterator]());
    this.compaction = compaction;
    const work = (): void => {
      if (this.compaction !== compaction) return;
      if (compaction.slice()) setImmediate(work);
      else this.take(compaction);
    };
    setImmediate(work);
  }

  private cancelCompaction(): void {
    this.compaction?.cancel();
    this.compaction = undefined;
  }

  /** Goes on in the file that a rewrite made. */
  private take(compaction: Compaction): void {
    const old = this.file;
    const { file, bytes } = compaction.finish();
    this.file = file;
    this.bytes = bytes;
    this.aliveBytes = bytes;
    this.compaction = undefined;
    closeSync(old);
    syncFolder(this.folder);
  }

  private syncSoon(): void {
    if (!this.dirty) return;
    this.dirty = false;
    fdatasync(this.file, () => undefined);
  }
}
