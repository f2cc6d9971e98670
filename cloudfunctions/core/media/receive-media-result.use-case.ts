import { store } from '../platform/store';
import { applyVerdict } from './apply-verdict.use-case';
import type { Media, MediaResult, Verdict } from './media';

/** One question, one file; a second file under a trace id would be a defect, so two are enough to see it. */
const FILES_OF_TRACE_MAX = 2;

/**
 * Takes a pushed result. It is kept under its trace id first: should the file not know that id yet, whoever stores it
 * there finds the result. Doubled, late, out of order or under an id that nobody asked: nothing else changes.
 */
export const receiveMediaResult = async (traceId: string, verdict: Verdict, nowMs: number): Promise<void> => {
  const result: MediaResult = { _id: traceId, verdict, receivedAtMs: nowMs };
  await store.insertOnce('mediaResults', result);
  const files = await store.query<Media>('media', { where: { traceId }, limit: FILES_OF_TRACE_MAX });
  for (const media of files) await applyVerdict(media, verdict, nowMs);
};
