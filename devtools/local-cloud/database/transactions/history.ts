/** What documents were before recent changes, for the snapshots of open transactions. */
import type { Document, DocumentId } from '../../kernel/values';

export interface Change {
  readonly key: string;
  readonly collection: string;
  readonly id: DocumentId;
  readonly before: Document | null;
}

interface Version extends Change {
  readonly sequence: number;
}

export class History {
  private sequence = 0;
  /** All kept versions, oldest first; `first` is where the kept ones begin. */
  private versions: Version[] = [];
  private first = 0;
  private readonly byKey = new Map<string, Version[]>();

  /** The moment after the last change; a snapshot taken now. */
  get now(): number {
    return this.sequence;
  }

  /** Counts a change; its past version is kept only when somebody may read it. */
  add(change: Change, isNeeded: boolean): void {
    this.sequence += 1;
    if (!isNeeded) return;
    const version = { ...change, sequence: this.sequence };
    this.versions.push(version);
    const ofKey = this.byKey.get(change.key);
    if (ofKey === undefined) this.byKey.set(change.key, [version]);
    else ofKey.push(version);
  }

  /** Drops what no snapshot from `oldest` on can ask for. */
  forgetBefore(oldest: number): void {
    for (let version = this.versions[this.first]; version !== undefined && version.sequence <= oldest; version = this.versions[this.first]) {
      this.first += 1;
      const ofKey = this.byKey.get(version.key);
      ofKey?.shift();
      if (ofKey?.length === 0) this.byKey.delete(version.key);
    }
    if (this.first * 2 <= this.versions.length) return;
    this.versions = this.versions.slice(this.first);
    this.first = 0;
  }

  changedSince(key: string, snapshot: number): boolean {
    return (this.byKey.get(key)?.at(-1)?.sequence ?? 0) > snapshot;
  }

  asOf(key: string, snapshot: number, current: Document | null): Document | null {
    const first = this.byKey.get(key)?.find((version) => version.sequence > snapshot);
    return first === undefined ? current : first.before;
  }

  *changedDocuments(collection: string, snapshot: number): Generator<Document> {
    for (const versions of this.byKey.values()) {
      const first = versions.find((version) => version.sequence > snapshot);
      if (first !== undefined && first.collection === collection && first.before !== null) yield first.before;
    }
  }
}
