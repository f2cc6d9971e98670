/** Small named pieces of state beside the documents: clock, files, inbox, people. Written through to the journal. */
import type { Journal, JournalRecord } from './journal';

export class StateKeeper {
  private readonly values = new Map<string, unknown>();

  constructor(private readonly journal: () => Journal) {}

  get<T>(name: string): T | undefined {
    return this.values.get(name) as T | undefined;
  }

  set(name: string, value: unknown): void {
    this.journal().append({ keep: name, value });
    this.values.set(name, value);
  }

  replay(record: JournalRecord): void {
    if ('keep' in record) this.values.set(record.keep, record.value);
  }

  /** All pieces whose name starts with the prefix. */
  *withPrefix(prefix: string): Generator<[string, unknown]> {
    for (const [name, value] of this.values) if (name.startsWith(prefix) && value !== null) yield [name, value];
  }

  clear(): void {
    this.values.clear();
  }

  *snapshot(): Generator<JournalRecord> {
    for (const [keep, value] of this.values) if (value !== null) yield { keep, value };
  }
}
