import { useRef, useState } from 'react';
import { toApiFailure } from '@/lib/api-failure';
import { callApi } from '@/lib/call-api';
import { useDraft } from '@/lib/drafts';
import { appendFile, hasFile, startFile } from '@/lib/piece-file';
import { serverNowMs } from '@/lib/server-clock';
import { isWorthKeeping, ledgerFileName, type LedgerFile, NO_FILE, withPiece } from './ledger-file';

const OFFLINE = '网断了。取好的都在手机里，连上网接着取，不用重来。';
const NO_ROOM = '手机里放不下了，清出一点地方再接着取。';

export interface LedgerDownload {
  readonly isDone: boolean;
  readonly isRunning: boolean;
  /** Some of it is on the phone. */
  readonly isBegun: boolean;
  readonly problem: string | null;
  readonly fileName: string;
  readonly fetch: () => Promise<void>;
}

/** The whole book as a table on the phone, piece by piece: a lost network only stops it. */
export function useLedgerFile(campaignId: string, title: string): LedgerDownload {
  const draft = useDraft<LedgerFile>(`mutual.ledgerFile.${campaignId}`, NO_FILE);
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const wanted = useRef(false);
  const fileName = ledgerFileName(title);
  const kept = isWorthKeeping(draft.value, serverNowMs()) ? draft.value : NO_FILE;

  const fetch = async (): Promise<void> => {
    if (wanted.current) return;
    wanted.current = true;
    setRunning(true);
    setProblem(null);
    let file = kept.pieces > 0 && !kept.isDone && (await hasFile(fileName)) ? kept : { ...NO_FILE, startedAtMs: serverNowMs() };
    try {
      while (!file.isDone) {
        const piece = await callApi('mutual.ledgerCsv', { campaignId, cursor: file.cursor });
        await (file.pieces === 0 ? startFile : appendFile)(fileName, piece.text).catch(() => { throw new Error(NO_ROOM); });
        file = withPiece(file, piece.nextCursor);
        draft.change(file);
      }
    } catch (thrown) {
      const failure = toApiFailure(thrown);
      const isNoRoom = thrown instanceof Error && thrown.message === NO_ROOM;
      setProblem(isNoRoom ? NO_ROOM : failure.kind === 'offline' ? OFFLINE : failure.message);
    } finally {
      wanted.current = false;
      setRunning(false);
    }
  };

  return { isDone: kept.isDone, isRunning, isBegun: kept.pieces > 0, problem, fileName, fetch };
}
