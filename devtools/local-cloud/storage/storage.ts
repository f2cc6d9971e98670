/** Cloud storage: files by path, owners, expiring links. Bytes lie beside the journal, or in memory. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StateKeeper } from '../durability/state';
import { ENVIRONMENT_ID } from '../functions/environment';
import { CloudError, invalidParameter } from '../kernel/cloud-error';
import type { Clock } from '../kernel/clock';
import { newToken } from '../kernel/ids';

export interface StoredFile {
  readonly path: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  /** Who uploaded it; null for a function. */
  readonly openid: string | null;
}

const STATE_PREFIX = 'file:';
const SECRET = 'storage-secret';
export const FILE_ID_PREFIX = `cloud://${ENVIRONMENT_ID}.6c6f-${ENVIRONMENT_ID}-1250000000/`;
/** Of links asked for without an age. */
export const DEFAULT_LINK_SECONDS = 7200;
const PATH_LIMIT_BYTES = 850;
/** CAN, EM, SUB and ESC, and halves of characters. */
const REFUSED_CHARACTERS = /[\x18-\x1b\ud800-\udfff]/u;
const OPEN_UPLOADS_KEPT = 10_000;

/**
 * Refuses paths the object store does not take (developers.weixin.qq.com, wxcloud/guide/storage/naming: not empty, no
 * leading and no double slash, 850 bytes in UTF-8, no CAN, EM, SUB, ESC), or that climb.
 */
export function assertPath(path: string): string {
  const hasBrokenPart = path.split('/').some((part) => part === '' || part === '..' || part === '.');
  if (hasBrokenPart || REFUSED_CHARACTERS.test(path) || Buffer.byteLength(path) > PATH_LIMIT_BYTES) throw invalidParameter(`not a storage path: ${path.slice(0, 200)}`);
  return path;
}

export class Storage {
  private readonly uploads = new Map<string, string>();
  private readonly memory = new Map<string, Buffer>();

  constructor(
    private readonly state: StateKeeper,
    private readonly clock: Clock,
    /** Folder of the bytes; undefined keeps them in memory. */
    private readonly folder: string | undefined,
  ) {
    if (folder !== undefined) mkdirSync(folder, { recursive: true });
  }

  fileId(path: string): string {
    return `${FILE_ID_PREFIX}${path}`;
  }

  /** Undefined for a file of another environment. */
  pathOf(fileId: string): string | undefined {
    return fileId.startsWith(FILE_ID_PREFIX) ? fileId.slice(FILE_ID_PREFIX.length) : undefined;
  }

  find(path: string): StoredFile | undefined {
    return this.state.get<StoredFile | null>(`${STATE_PREFIX}${path}`) ?? undefined;
  }

  /** Stores the file; a person may not overwrite what another one uploaded. */
  put(path: string, bytes: Uint8Array, contentType: string, openid: string | null): StoredFile {
    assertPath(path);
    const known = this.find(path);
    if (openid !== null && known !== undefined && known.openid !== openid) throw new CloudError('STORAGE_EXCEED_AUTHORITY', 'only the creator may write this file');
    const file: StoredFile = { path, contentType, sizeBytes: bytes.length, openid };
    this.writeBytes(path, bytes);
    this.state.set(`${STATE_PREFIX}${path}`, file);
    return file;
  }

  read(path: string): Buffer | undefined {
    if (this.find(path) === undefined) return undefined;
    if (this.folder === undefined) return this.memory.get(path);
    return existsSync(this.diskPath(path)) ? readFileSync(this.diskPath(path)) : undefined;
  }

  remove(path: string): boolean {
    if (this.find(path) === undefined) return false;
    this.state.set(`${STATE_PREFIX}${path}`, null);
    if (this.folder === undefined) this.memory.delete(path);
    else rmSync(this.diskPath(path), { force: true });
    return true;
  }

  clear(): void {
    for (const [name] of [...this.state.withPrefix(STATE_PREFIX)]) this.remove(name.slice(STATE_PREFIX.length));
  }

  /**
   * A link that answers for `maxAgeSeconds` of program time. The SDK encodes it, so the path stays as it is, but for the
   * characters that would end or change an address (`%`, `?`, `#`).
   */
  link(base: string, path: string, maxAgeSeconds = DEFAULT_LINK_SECONDS): string {
    const untilMs = this.clock.nowMs() + maxAgeSeconds * 1000;
    const shown = path.replace(/[%?#]/g, encodeURIComponent);
    return `${base}/storage/${shown}?sign=${this.sign(path, untilMs)}&t=${untilMs}`;
  }

  isLinkValid(path: string, sign: string, until: string): boolean {
    const expected = Buffer.from(this.sign(path, Number(until)));
    const given = Buffer.from(sign);
    return given.length === expected.length && timingSafeEqual(given, expected) && this.clock.nowMs() <= Number(until);
  }

  /** A ticket for one upload through storage.getUploadMetadata. */
  openUpload(path: string): string {
    const ticket = newToken('upload');
    this.uploads.set(ticket, assertPath(path));
    const [oldest] = this.uploads.keys();
    if (this.uploads.size > OPEN_UPLOADS_KEPT && oldest !== undefined) this.uploads.delete(oldest);
    return ticket;
  }

  takeUpload(ticket: string): string | undefined {
    const path = this.uploads.get(ticket);
    this.uploads.delete(ticket);
    return path;
  }

  /** Kept beside the files, so that links outlive a restart. */
  private secret(): string {
    const known = this.state.get<string>(SECRET);
    if (known !== undefined) return known;
    const created = newToken('sign');
    this.state.set(SECRET, created);
    return created;
  }

  private sign(path: string, untilMs: number): string {
    return createHmac('sha256', this.secret()).update(`${path}\n${untilMs}`).digest('hex');
  }

  private diskPath(path: string): string {
    return join(this.folder ?? '', createHash('sha256').update(path).digest('hex'));
  }

  private writeBytes(path: string, bytes: Uint8Array): void {
    if (this.folder === undefined) {
      this.memory.set(path, Buffer.from(bytes));
      return;
    }
    const target = this.diskPath(path);
    writeFileSync(`${target}.part`, bytes);
    renameSync(`${target}.part`, target);
  }
}
