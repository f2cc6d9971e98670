interface StoredFile {
  blob: Blob
  address: string
}

/** Temporary and user files of the program: paths such as `wxfile://tmp_1.jpg`, held in memory until the page is closed. */
export class TempFiles {
  private readonly stored = new Map<string, StoredFile>();
  private nextNumber = 1;

  /** Keeps a blob and returns the path the program sees. `extension` is without a dot. */
  add(blob: Blob, extension: string): string {
    const path = `wxfile://tmp_${Date.now().toString(36)}_${this.nextNumber++}.${extension || 'bin'}`;
    this.put(path, blob);
    return path;
  }

  put(path: string, blob: Blob): void {
    this.remove(path);
    this.stored.set(path, { blob, address: URL.createObjectURL(blob) });
  }

  get(path: string): Blob | null {
    return this.stored.get(path)?.blob ?? null;
  }

  /** Address a browser can draw, or null when no such file is held. */
  addressOf(path: string): string | null {
    return this.stored.get(path)?.address ?? null;
  }

  remove(path: string): void {
    const file = this.stored.get(path);
    if (file) URL.revokeObjectURL(file.address);
    this.stored.delete(path);
  }

  paths(): string[] {
    return [...this.stored.keys()];
  }
}
