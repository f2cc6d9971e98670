import { useEffect, useRef, useState } from 'react';
import { toApiFailure } from '@/lib/api-failure';
import { callApi } from '@/lib/call-api';
import { useDraft } from '@/lib/drafts';
import { makeOperationId } from '@/lib/operation-id';
import { appendFile, hasFile, removeFile, startFile } from '@/lib/piece-file';
import { type ExportJob, fileNameOf, newExport, NO_EXPORT, withPiece } from './export-job';

export interface MonthExport {
  readonly job: ExportJob;
  readonly isRunning: boolean;
  readonly failure: { readonly message: string } | null;
  /** Begins with the first piece of this month, in place of an older file. */
  readonly start: (month: string) => Promise<void>;
  /** Goes on with the next piece; from the beginning where the phone has cleared the file away. */
  readonly resume: () => Promise<void>;
  readonly stop: () => void;
  readonly discard: () => void;
}

const OFFLINE = { message: '网断了。取好的都在手机里，连上网接着取，不用重来。' } as const;
const NO_ROOM = { message: '手机里放不下了，清出一点地方再接着取。' } as const;

const wordsOf = (thrown: unknown): { readonly message: string } => {
  const failure = toApiFailure(thrown);
  return failure.kind === 'offline' ? OFFLINE : failure;
};

/** The file of one month of an area, fetched piece by piece; what came is on the phone, and a lost network only stops it. */
export function useMonthExport(areaId: string): MonthExport {
  const draft = useDraft<ExportJob>(`hours.export.${areaId}`, NO_EXPORT);
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<{ readonly message: string } | null>(null);
  const wanted = useRef(false);
  useEffect(() => () => { wanted.current = false; }, []);

  const fetchFrom = async (begun: ExportJob): Promise<void> => {
    if (wanted.current) return;
    wanted.current = true;
    setRunning(true);
    setFailure(null);
    let job = begun;
    try {
      while (wanted.current && !job.isDone) {
        const piece = await callApi('service.export', { areaId, month: job.month, cursor: job.cursor }, makeOperationId());
        await (job.pieces === 0 ? startFile : appendFile)(fileNameOf(job), piece.csv).catch(() => { throw NO_ROOM; });
        job = withPiece(job, piece);
        draft.change(job);
      }
    } catch (thrown) {
      setFailure(thrown === NO_ROOM ? NO_ROOM : wordsOf(thrown));
    } finally {
      wanted.current = false;
      setRunning(false);
    }
  };

  return {
    job: draft.value, isRunning, failure,
    start: (month) => { draft.change(newExport(month)); return fetchFrom(newExport(month)); },
    resume: async () => fetchFrom(draft.value.pieces === 0 || (await hasFile(fileNameOf(draft.value))) ? draft.value : newExport(draft.value.month)),
    stop: () => { wanted.current = false; },
    discard: () => { void removeFile(fileNameOf(draft.value)).catch(() => undefined); draft.clear(); setFailure(null); },
  };
}
