/**
 * How many bytes of a journal are alive, told while it is read. Large records are followed one by one, since a few
 * documents written over and over may be most of it; the small ones are taken at their average.
 */
import type { JournalRecord } from './journal';

const LARGE_BYTES = 4096;

export class AliveEstimate {
  private readonly large = new Map<string, number>();
  private smallRecords = 0;
  private smallBytes = 0;

  /** A record of the journal and its length. */
  note(record: JournalRecord, bytes: number): void {
    const isLarge = bytes > LARGE_BYTES;
    if (!isLarge) {
      this.smallRecords += 1;
      this.smallBytes += bytes;
    }
    if (!('put' in record) || (!isLarge && this.large.size === 0)) return;
    for (const [collection, id, document] of record.put) {
      const key = `${collection}\u0000${typeof id}\u0000${id}`;
      if (isLarge && document !== null) this.large.set(key, bytes / record.put.length);
      else this.large.delete(key);
    }
  }

  /** Bytes that a rewrite would keep, given how many documents there are. */
  aliveBytes(documents: number): number {
    const large = [...this.large.values()].reduce((sum, bytes) => sum + bytes, 0);
    const average = this.smallBytes / Math.max(1, this.smallRecords);
    return Math.round(large + Math.max(0, documents - this.large.size) * average);
  }
}
