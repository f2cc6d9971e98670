import type { Wish } from '../../../cloudfunctions/core/wish/wish';
import { MERCHANT, NEIGHBOUR, POSTER, type Community } from './community';
import { heldWish, planOf, type Loop, type SubmitInput } from './wish-steps';

/** A bag of rice that goes by the station, and the neighbour who brings it home from there. */
const RICE: Partial<SubmitInput> = { title: '想要一袋米', story: '家里的米快吃完了，想请邻居带一袋。', category: 'goods', urgency: 'urgent', handover: 'station' };

export const comingToStation = async (community: Community, changes: Partial<SubmitInput> = {}, giver = MERCHANT): Promise<Loop> => {
  const loop = await heldWish(community, { ...RICE, ...changes }, POSTER, giver);
  await community.must(giver, 'claim.plan', { ...planOf(community, loop), handover: 'station' });
  return loop;
};

export const atStation = async (community: Community, changes: Partial<SubmitInput> = {}, giver = MERCHANT): Promise<Loop> => {
  const loop = await comingToStation(community, changes, giver);
  await community.must(giver, 'claim.deliver', { ...loop, note: '放在架子第二层', proofFileIds: [await community.upload(giver, 'proof')] });
  return loop;
};

export interface Leg {
  /** The claim whose thing is to come home. */
  readonly gift: Loop;
  readonly errandId: string;
}

export const askedLeg = async (community: Community, loop?: Loop): Promise<Leg> => {
  const gift = loop ?? (await atStation(community));
  const { errandId } = await community.must(POSTER, 'lastLeg.request', gift);
  return { gift, errandId };
};

/** Somebody takes it and says when. */
export const takenLeg = async (community: Community, leg: Leg, carrier = NEIGHBOUR): Promise<Loop> => {
  const { claimId } = await community.must(carrier, 'wish.claim', { wishId: leg.errandId, shares: 1 });
  const errand = { wishId: leg.errandId, claimId };
  await community.must(carrier, 'claim.plan', { ...planOf(community, errand), note: '下班顺路' });
  return errand;
};

export const broughtLeg = async (community: Community, leg: Leg, carrier = NEIGHBOUR): Promise<Loop> => {
  const errand = await takenLeg(community, leg, carrier);
  await community.must(carrier, 'claim.deliver', { ...errand, note: '送到门口了', proofFileIds: [await community.upload(carrier, 'proof')] });
  return errand;
};

export const wishOf = (community: Community, wishId: string): Wish => {
  const wish = community.document<Wish>('wishes', wishId);
  if (wish === null) throw new Error(`no wish ${wishId}`);
  return wish;
};

/** `jobs` carries across what one of the two tells the other, and what that brings about. */
export const carryAcross = async (community: Community): Promise<void> => {
  for (let run = 0; run < 3; run += 1) {
    await community.advance(60_000);
    await community.runJobs();
  }
};
