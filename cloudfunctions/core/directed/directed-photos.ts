import { changeOf, REPLAY } from '../aggregate/change';
import type { Step } from '../aggregate/step';
import { byClock, bySomebody, versionChanged } from '../aggregate/versioned';
import { accept, type Result } from '../kernel/result';
import { filesInDoubt, photoCheckedBy, photoJudgedBy, type PhotoJudgement, type PublicPhotos } from '../media/judge-photo';
import type { Verdict } from '../media/media';
import { photoKeyOf } from '../media/photo-checks';
import type { Member } from '../member/member';
import { beginStanding } from './answer-gift';
import type { DirectedEvent } from './directed-event';
import type { DirectedGift, DirectedOutcome } from './directed-gift';

export const toldPhotosOf = ({ disclosures }: Pick<DirectedGift, 'disclosures'>): readonly string[] => disclosures.flatMap(({ photos }) => photos);

const publicPhotosOf = (gift: DirectedGift): PublicPhotos => ({ fileIds: toldPhotosOf(gift), checks: gift.photoChecks });

/** Those of its reports that wait for a person. */
export const photosInDoubtOf = (gift: DirectedGift): readonly string[] => filesInDoubt(gift.photoChecks, toldPhotosOf(gift));

/** WeChat looked at a photo of a report. */
export const decidePhotoCheck = (gift: DirectedGift, photoKey: string, verdict: Verdict, nowMs: number): Result<DirectedOutcome> => {
  const checked = photoCheckedBy(publicPhotosOf(gift), photoKey, verdict);
  if (checked === null) return accept(REPLAY);
  const { when, set, looked } = checked;
  return accept({ kind: 'change', change: changeOf<DirectedEvent>({ when, set, event: { kind: 'photoChecked', ...looked, ...byClock(gift._id, 'photoChecked', `${photoKey} ${verdict}`, nowMs) } }) });
};

/** Staff looked at a photo in doubt; none of the giving side, nor whoever sent it (`isOwn`). Refusals: OUT_OF_AREA, DIRECTED_OWN, NOT_ALLOWED, CASE_STATE_CHANGED, OPERATION_REUSED. */
export const decideJudgePhoto = (gift: DirectedGift, judgement: PhotoJudgement, isOwn: boolean, actor: Member, step: Step): Result<DirectedOutcome> => {
  const begun = beginStanding(gift, actor, step);
  if (begun !== null) return begun;
  const judged = photoJudgedBy(publicPhotosOf(gift), judgement, isOwn);
  if (!judged.ok) return judged;
  const { when, set, looked } = judged.value;
  return accept(versionChanged<DirectedEvent>(gift, step, set, { kind: 'photoChecked', ...looked, ...bySomebody(step) }, { when }));
};

/** Of these files those that neighbours may see. */
export const shownPhotos = ({ photoChecks }: Pick<DirectedGift, 'photoChecks'>, fileIds: readonly string[]): readonly string[] => fileIds.filter((fileId) => photoChecks[photoKeyOf(fileId)] === 'shown');
