import { deriveId } from '../kernel/ids';
import type { EffectOf } from '../effect/effect';
import type { MediaSubject, Verdict } from './media';

/** Photos that neighbours are to see, with what WeChat said of each; one that is missing here is not looked at yet. */
export type PhotoChecks = Readonly<Record<string, Verdict>>;

/** A photo's name in the map of verdicts: a file id holds dots. */
export const photoKeyOf = (fileId: string): string => deriveId('ph', fileId);

/** WeChat looks at each photo that neighbours are to see; until it has they don't. */
export const photoChecksOf = (checks: PhotoChecks, subject: Pick<MediaSubject, 'kind' | 'id'>, ownerId: string, fileIds: readonly string[], atMs: number): readonly EffectOf<'checkMedia'>[] =>
  fileIds
    .filter((fileId) => !Object.hasOwn(checks, photoKeyOf(fileId)))
    .map((fileId) => ({ kind: 'checkMedia', fileId, ownerId, subject: { ...subject, partId: photoKeyOf(fileId) }, isAudio: false, atMs }));

/** Whether a verdict says more than what is known; a person's word and a firm one stand. */
export const isNewVerdict = (checks: PhotoChecks, photoKey: string, verdict: Verdict): boolean => {
  const standing = Object.hasOwn(checks, photoKey) ? checks[photoKey] : undefined;
  return standing !== verdict && (standing === undefined || standing === 'human');
};
