/** How far the table of a book has come; kept on the phone, so that it goes on where it stopped. */
export interface LedgerFile {
  readonly pieces: number;
  /** Where the next piece begins; null before the first and after the last. */
  readonly cursor: string | null;
  readonly isDone: boolean;
  /** When it was begun: an older table is fetched anew. */
  readonly startedAtMs: number;
}

export const NO_FILE: LedgerFile = { pieces: 0, cursor: null, isDone: false, startedAtMs: 0 };

/** A table older than this lacks what came since. */
const FRESH_MS = 10 * 60_000;

export const isWorthKeeping = (file: LedgerFile, nowMs: number): boolean => file.pieces > 0 && nowMs - file.startedAtMs < FRESH_MS;

export const withPiece = (file: LedgerFile, nextCursor: string | null): LedgerFile => ({ ...file, pieces: file.pieces + 1, cursor: nextCursor, isDone: nextCursor === null });

/** WeChat refuses these characters in a file's name. */
export const ledgerFileName = (title: string): string => `公开账本 ${title.replace(/[\\/:*?"<>|\s]+/g, ' ').trim()}.csv`;
