import { tellAggregate } from '../aggregate/tell.use-case';
import { DIRECTED_KIND } from '../directed/directed-kind';
import { decidePhotoCheck as decideDirectedPhoto } from '../directed/directed-photos';
import { CAMPAIGN_KIND } from '../mutual/campaign-kind';
import { decidePhotoCheck as decideCampaignPhoto } from '../mutual/campaign-photos';
import { decideMediaCheck } from '../rating/judge-media';
import { RATING_KIND } from '../rating/rating-kind';
import { decideEvidenceCheck } from '../rectification/answer-order';
import { RECTIFICATION_KIND } from '../rectification/rectification-kind';
import { decidePhotoCheck } from '../review/decide-photo';
import { decideLicencePhoto } from '../shop/review-shop';
import { SHOP_KIND } from '../shop/shop-kind';
import { decideVoiceCheck } from '../thanks/hear-thanks';
import { THANKS_KIND } from '../thanks/thanks-kind';
import { WISH_KIND } from '../wish/settle-wish';
import type { Media, Verdict } from './media';

/**
 * What a file belongs to is told what its check came to; a person's decision stands. What follows is delivered by
 * `jobs`, since nobody waits for it here.
 */
export const tellSubject = ({ subject, fileId }: Media, verdict: Verdict, nowMs: number): Promise<void> => {
  switch (subject.kind) {
    case 'wish':
      return tellAggregate(WISH_KIND, subject.id, (wish) => decidePhotoCheck(wish, subject.partId ?? '', verdict, nowMs));
    case 'campaign':
      return tellAggregate(CAMPAIGN_KIND, subject.id, (campaign) => decideCampaignPhoto(campaign, subject.partId ?? '', verdict, nowMs));
    case 'directed':
      return tellAggregate(DIRECTED_KIND, subject.id, (gift) => decideDirectedPhoto(gift, subject.partId ?? '', verdict, nowMs));
    case 'rectification':
      return tellAggregate(RECTIFICATION_KIND, subject.id, (rectification) => decideEvidenceCheck(rectification, subject.partId ?? '', verdict, nowMs));
    case 'shop':
      return tellAggregate(SHOP_KIND, subject.id, (shop) => decideLicencePhoto(shop, fileId, verdict, nowMs));
    case 'thanks':
      return tellAggregate(THANKS_KIND, subject.id, (thanks) => decideVoiceCheck(thanks, fileId, verdict, nowMs));
    case 'rating':
      return tellAggregate(RATING_KIND, subject.id, (rating) => decideMediaCheck(rating, fileId, verdict, nowMs));
  }
};
