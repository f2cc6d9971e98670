/**
 * Rewrites a journal to what is alive while the program runs. The content is written to a file beside the journal in small
 * slices; what is appended meanwhile goes to the journal as ever and, at the end, after the content. Every record tells
 * whole documents, so a document that was written twice is right, and the new file takes the journal's place in one step:
 * a kill at any moment leaves either the old journal, complete, or the new one, complete.
 */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { encodeEjson } from '../kernel/ejson';

const SLICE_BYTES = 256 * 1024;

export function writeAll(file: number, bytes: Buffer): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(file, bytes, written);
}

export interface Rewritten {
  readonly file: number;
  readonly bytes: number;
}

/** A power cut may otherwise forget the new name while it remembers later lines. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

export class Compaction {
  private readonly target: number;
  private readonly temporary: string;
  private readonly tail: Buffer[] = [];
  private bytes = 0;

  constructor(
    private readonly path: string,
    private readonly content: Iterator<object>,
  ) {
    this.temporary = `${path}.${process.pid}`;
    this.target = openSync(this.temporary, 'w');
  }

  /** Takes a line that is appended to the journal meanwhile. */
  follow(line: Buffer): void {
    this.tail.push(line);
  }

  /** Writes some more of the content; false when nothing is left. */
  slice(): boolean {
    const lines: string[] = [];
    for (let size = 0; size < SLICE_BYTES; ) {
      const next = this.content.next();
      if (next.done === true) {
        this.write(Buffer.from(lines.join('')));
        return false;
      }
      const line = `${encodeEjson(next.value)}\n`;
      lines.push(line);
      size += line.length;
    }
    this.write(Buffer.from(lines.join('')));
    return true;
  }

  /** Puts the new file in the place of the journal; gives it open for appending. */
  finish(): Rewritten {
    this.write(Buffer.concat(this.tail));
    fsyncSync(this.target);
    renameSync(this.temporary, this.path);
    return { file: this.target, bytes: this.bytes };
  }

  /** Leaves the journal as it is. */
  cancel(): void {
    closeSync(this.target);
    rmSync(this.temporary, { force: true });
  }

  private write(bytes: Buffer): void {
    writeAll(this.target, bytes);
    this.bytes += bytes.length;
  }
}
