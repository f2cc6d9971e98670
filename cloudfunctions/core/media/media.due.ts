import { store } from '../platform/store';
import { applyVerdict } from './apply-verdict.use-case';
import { askAboutMedia, findEarlyResult } from './check-media.use-case';
import { decideMediaStep, type Media } from './media';

/** The answer that lies ready for a file, if its question got one. */
const answered = async (media: Media): Promise<Media['state'] | null> => {
  if (media.traceId === null) return null;
  return (await findEarlyResult(media.traceId))?.verdict ?? null;
};

const settle = async (mediaId: string, nowMs: number): Promise<void> => {
  const media = await store.find<Media>('media', mediaId);
  if (media === null) return;
  const verdict = media.state === 'checking' ? await answered(media) : null;
  if (verdict !== null && verdict !== 'checking') return applyVerdict(media, verdict, nowMs);
  const step = decideMediaStep(media, nowMs);
  switch (step.kind) {
    case 'tell':
      return applyVerdict(media, step.verdict, nowMs);
    case 'giveUp':
      return applyVerdict(media, 'human', nowMs);
    case 'ask':
      return askAboutMedia(media, nowMs);
    case 'wait':
      await store.update('media', { _id: mediaId, state: 'checking' }, { wakeAtMs: step.wakeAtMs });
  }
};

export const mediaDue = { collection: 'media', settle } as const;
