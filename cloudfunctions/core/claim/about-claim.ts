import type { PictureKey } from '@contract';
import type { Claim, Wish } from '../wish/wish';
import { giverTextOf } from './claim-record';

/** What a document of its own keeps of the claim it is about, so that staff read and find it without the wish. */
export interface AboutClaim {
  readonly wishId: string;
  readonly claimId: string;
  readonly wishTitle: string;
  readonly pictureKey: PictureKey;
  readonly giverText: string;
  readonly communityId: string;
  readonly areaId: string;
  readonly areaIds: readonly string[];
}

export const aboutClaim = (wish: Wish, claim: Claim): AboutClaim => ({
  wishId: wish._id, claimId: claim.claimId, wishTitle: wish.title, pictureKey: wish.pictureKey, giverText: giverTextOf(claim), communityId: wish.communityId, areaId: wish.areaId, areaIds: wish.areaIds,
});

/** Who claimed and who answers for them, once each. */
export const giverIdsOf = (claim: Pick<Claim, 'claimerId' | 'contactId'>): readonly string[] => [...new Set([claim.claimerId, claim.contactId])];
