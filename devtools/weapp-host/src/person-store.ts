/** WeChat's limits: 1 MB for one key, 10 MB for all. */
const MAX_KEY_BYTES = 1024 * 1024;

/**
 * Storage of one person's mini-program, kept in the browser's localStorage under the person's own prefix, so that two phones in one
 * browser do not see each other's.
 */
export class PersonStore {
  constructor(private readonly prefix: string) {}

  get(key: string): unknown {
    const json = localStorage.getItem(this.prefix + key);
    return json === null ? '' : (JSON.parse(json) as { value?: unknown }).value;
  }

  has(key: string): boolean {
    return localStorage.getItem(this.prefix + key) !== null;
  }

  set(key: string, value: unknown): void {
    const json = JSON.stringify({ value });
    if (json.length > MAX_KEY_BYTES) throw new Error(`data exceed max size ${MAX_KEY_BYTES}`);
    localStorage.setItem(this.prefix + key, json);
  }

  remove(key: string): void {
    localStorage.removeItem(this.prefix + key);
  }

  keys(): string[] {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(this.prefix))
      .map((key) => key.slice(this.prefix.length));
  }

  sizeBytes(): number {
    return this.keys().reduce((sum, key) => sum + key.length + (localStorage.getItem(this.prefix + key)?.length ?? 0), 0);
  }

  clear(): void {
    for (const key of this.keys()) this.remove(key);
  }
}
