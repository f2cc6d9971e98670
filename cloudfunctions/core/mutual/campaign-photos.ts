import { changeOf, REPLAY } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { byClock, bySomebody, versionChanged } from '../aggregate/versioned';
import type { Effect } from '../effect/effect';
import { accept, refuse, type Result } from '../kernel/result';
import { filesInDoubt, photoCheckedBy, photoJudgedBy, type PhotoJudgement, type PublicPhotos } from '../media/judge-photo';
import type { Verdict } from '../media/media';
import { photoChecksOf, photoKeyOf } from '../media/photo-checks';
import { worksAt, type Member } from '../member/member';
import type { Campaign } from './campaign';
import { answersForIt } from './campaign-access';
import type { CampaignEvent } from './campaign-event';
import type { CampaignOutcome } from './propose-campaign';

export const checksOf = (campaign: Campaign, event: CampaignEvent, fileIds: readonly string[]): readonly Effect[] => photoChecksOf(campaign.photoChecks, { kind: 'campaign', id: campaign._id }, campaign.answerable.memberId, fileIds, event.atMs);

type Told = Pick<Campaign, 'photos' | 'milestones' | 'disclosures'>;

/** Photos of steps and of what was made public; those of the proposal pass with it. */
export const toldPhotosOf = ({ milestones, disclosures }: Told): readonly string[] => [...milestones, ...disclosures].flatMap(({ photos }) => photos);

export const isOfProposal = ({ photos }: Pick<Campaign, 'photos'>, photoKey: string): boolean => photos.some((fileId) => photoKeyOf(fileId) === photoKey);

const publicPhotosOf = (campaign: Campaign): PublicPhotos => ({ fileIds: [...campaign.photos, ...toldPhotosOf(campaign)], checks: campaign.photoChecks });

/** Those that wait for a person; what the check doubts in a proposal, staff see when they decide it. */
export const photosInDoubtOf = (campaign: Campaign): readonly string[] => filesInDoubt(campaign.photoChecks, toldPhotosOf(campaign));

/** WeChat looked at a photo. Of a proposal staff see what it was not sure of when they decide, and let it pass or not with the rest; for any other a person is asked. */
export const decidePhotoCheck = (campaign: Campaign, photoKey: string, verdict: Verdict, nowMs: number): Result<CampaignOutcome> => {
  const checked = photoCheckedBy(publicPhotosOf(campaign), photoKey, verdict);
  if (checked === null) return accept(REPLAY);
  const { when, set, looked } = checked;
  return accept({ kind: 'change', change: changeOf<CampaignEvent>({ when, set, event: { kind: 'photoChecked', ...looked, ...byClock(campaign._id, 'photoChecked', `${photoKey} ${verdict}`, nowMs) } }) });
};

/** Staff looked at a photo in doubt; not whoever answers for it, nor whoever sent it (`isOwn`). Refusals: OUT_OF_AREA, CAMPAIGN_OWN, NOT_ALLOWED, CASE_STATE_CHANGED, OPERATION_REUSED. */
export const decideJudgePhoto = (campaign: Campaign, judgement: PhotoJudgement, isOwn: boolean, actor: Member, step: Step): Result<CampaignOutcome> => {
  if (!worksAt(actor, campaign.communityId)) return refuse('OUT_OF_AREA');
  if (answersForIt(campaign, actor)) return refuse('CAMPAIGN_OWN');
  const known = knownStep(campaign.steps, step);
  if (known !== null) return known;
  const judged = photoJudgedBy(publicPhotosOf(campaign), judgement, isOwn);
  if (!judged.ok) return judged;
  const { when, set, looked } = judged.value;
  return accept(versionChanged<CampaignEvent>(campaign, step, set, { kind: 'photoChecked', ...looked, ...bySomebody(step) }, { when }));
};

/** Of these files those that neighbours may see: passed, or in doubt and let pass by staff with the proposal. */
export const shownPhotos = (campaign: Pick<Campaign, 'photoChecks' | 'approvedById' | 'photos'>, fileIds: readonly string[]): readonly string[] =>
  fileIds.filter((fileId) => {
    const check = campaign.photoChecks[photoKeyOf(fileId)];
    return check === 'shown' || (check === 'human' && campaign.approvedById !== null && campaign.photos.includes(fileId));
  });
