import type { ApiContract } from '@contract';
import { DAY_MS, MERCHANT, POSTER, STAFF, type Community } from './community';

/** The main job of the program, step by step; tests stop where they want to look. */
export type SubmitInput = ApiContract['wish.submit']['input'];

export const wishInput = (community: Community, changes: Partial<SubmitInput> = {}): SubmitInput => ({
  title: '厨房灯闪了半个月，我够不着',
  story: '灯一闪一闪的，做饭看不清，想请邻居帮忙换一个灯泡。',
  category: 'repair',
  shares: 1,
  estimatedValueFen: 3_000,
  urgency: 'normal',
  windowEndMs: community.nowMs() + 20 * DAY_MS,
  handover: 'home',
  ...changes,
});

export interface Loop {
  readonly wishId: string;
  readonly claimId: string;
}

export const submitWish = async (community: Community, changes: Partial<SubmitInput> = {}, poster = POSTER): Promise<string> =>
  (await community.must(poster, 'wish.submit', wishInput(community, changes))).wishId;

export const openWish = async (community: Community, changes: Partial<SubmitInput> = {}, poster = POSTER, reviewer = STAFF): Promise<string> => {
  const wishId = await submitWish(community, changes, poster);
  await community.must(reviewer, 'review.decide', { wishId, decision: { kind: 'approve' } });
  return wishId;
};

export const heldWish = async (community: Community, changes: Partial<SubmitInput> = {}, poster = POSTER, giver = MERCHANT): Promise<Loop> => {
  const wishId = await openWish(community, changes, poster);
  const { claimId } = await community.must(giver, 'wish.claim', { wishId, shares: 1, as: { kind: giver === MERCHANT ? 'merchant' : 'self' } });
  return { wishId, claimId };
};

export const planOf = (community: Community, loop: Loop): ApiContract['claim.plan']['input'] => ({ ...loop, deliverAtMs: community.nowMs() + DAY_MS, handover: 'home', note: '周六上午带梯子来' });

export const plannedWish = async (community: Community, changes: Partial<SubmitInput> = {}, poster = POSTER, giver = MERCHANT): Promise<Loop> => {
  const loop = await heldWish(community, changes, poster, giver);
  await community.must(giver, 'claim.plan', planOf(community, loop));
  return loop;
};

export const deliveredWish = async (community: Community, changes: Partial<SubmitInput> = {}, poster = POSTER, giver = MERCHANT): Promise<Loop> => {
  const loop = await plannedWish(community, changes, poster, giver);
  const proof = await community.upload(giver, 'proof');
  await community.must(giver, 'claim.deliver', { ...loop, note: '换好了，试过三次', proofFileIds: [proof] });
  return loop;
};

export const confirmedWish = async (community: Community, changes: Partial<SubmitInput> = {}, poster = POSTER, giver = MERCHANT): Promise<Loop> => {
  const loop = await deliveredWish(community, changes, poster, giver);
  await community.must(poster, 'claim.confirm', loop);
  return loop;
};

export const ratingOf = (loop: Loop): ApiContract['rating.rate']['input'] => ({ ...loop, satisfaction: 'satisfied', words: '师傅很细心，灯换得又快又好', chips: ['很准时'], secondsOnScreen: 12 });
