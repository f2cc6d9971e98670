import type { Satisfaction } from '@contract';
import { claimIdOf } from '../../../cloudfunctions/core/claim/claim-wish';
import { deriveId } from '../../../cloudfunctions/core/kernel/ids';
import { isDrawn } from '../../../cloudfunctions/core/rating/call-back';
import { ratingIdOf } from '../../../cloudfunctions/core/rating/rating';
import { localEnvironment } from '../../../devtools/demo/community/build-member';
import { COMMUNITY, GRID, HOUR_MS, MERCHANT, newOperation, STAFF, type Community } from './community';
import { phoneWish, writePerson } from './paper-steps';
import { openWish, planOf, ratingOf, type Loop } from './wish-steps';

/** Asks for new operation ids until the claim they name is one whose rating is drawn for a call, or is not. */
const operationFor = (raterId: string, giverId: string, isCalled: boolean): string => {
  for (;;) {
    const operationId = newOperation();
    const claimId = claimIdOf(deriveId('op', giverId, 'wish.claim', operationId));
    if (isDrawn(ratingIdOf(claimId, raterId), localEnvironment.LINYUAN_ID_SECRET ?? '') === isCalled) return operationId;
  }
};

/** A confirmed wish of the poster's, whose rating will or will not be called back. */
export const confirmedFor = async (community: Community, poster: string, isCalled: boolean, giver = MERCHANT): Promise<Loop> => {
  const { memberId } = await community.me(poster);
  const wishId = await openWish(community, { urgency: 'urgent' }, poster);
  const operationId = operationFor(memberId, (await community.me(giver)).memberId, isCalled);
  const { claimId } = await community.must(giver, 'wish.claim', { wishId, shares: 1, as: { kind: giver === MERCHANT ? 'merchant' : 'self' } }, operationId);
  const loop = { wishId, claimId };
  await community.must(giver, 'claim.plan', planOf(community, loop));
  await community.must(giver, 'claim.deliver', { ...loop, note: '换好了', proofFileIds: [await community.upload(giver, 'proof')] });
  await community.must(poster, 'claim.confirm', loop);
  return loop;
};

/** Somebody on paper is served by the shop, and staff write down what they say on the phone. */
export const ratedOnPaper = async (community: Community, satisfaction: Satisfaction, name = '孙桂香'): Promise<{ readonly personId: string; readonly loop: Loop }> => {
  const personId = await writePerson(community, name);
  const { wishId } = await community.must(STAFF, 'phone.recordWish', phoneWish(community, personId));
  await community.must(STAFF, 'review.decide', { wishId, decision: { kind: 'approve' } });
  const { claimId } = await community.must(MERCHANT, 'wish.claim', { wishId, shares: 1, as: { kind: 'merchant' } });
  const loop = { wishId, claimId };
  await community.must(MERCHANT, 'claim.plan', planOf(community, loop));
  await community.must(MERCHANT, 'claim.deliver', { ...loop, note: '换好了', proofFileIds: [await community.upload(MERCHANT, 'proof')] });
  await community.must(STAFF, 'claim.confirm', loop);
  await community.must(STAFF, 'rating.rate', { ...ratingOf(loop), satisfaction, words: '电话里说灯还是一闪一闪的' });
  return { personId, loop };
};

let served = 0;

/** Five people join, are served by the shop one after another, and say how it was; all their ratings then show. */
export const ratedByFive = async (community: Community, satisfaction: Satisfaction): Promise<readonly { readonly openid: string; readonly loop: Loop }[]> => {
  const rated: { readonly openid: string; readonly loop: Loop }[] = [];
  while (rated.length < 5) {
    const openid = `oTestServed${String((served += 1)).padStart(3, '0')}`;
    await community.join(openid, '赵阿姨', GRID);
    const loop = await confirmedFor(community, openid, false);
    await community.advance(HOUR_MS);
    await community.must(openid, 'rating.rate', { ...ratingOf(loop), satisfaction, words: `师傅来过，灯还是一闪一闪的，第${served}回了` });
    rated.push({ openid, loop });
  }
  await community.runJobs();
  return rated;
};

/** Merchants of the community who have served nobody yet. */
export const newShops = async (community: Community, count: number): Promise<readonly string[]> => {
  const shops = Array.from({ length: count }, (_unused, index) => `oTestShop${String(index + 1).padStart(3, '0')}`);
  for (const [index, shop] of shops.entries()) {
    await community.join(shop, '店主', COMMUNITY);
    await community.grant(shop, 'merchant', COMMUNITY, `枫桥${index + 1}号店`);
  }
  return shops;
};

/** People who join, and each ask for a few of one thing: every shop brings one of them, and each says how it was, or nothing. */
export const servedByAll = async (community: Community, { people, shops, saying }: { readonly people: number; readonly shops: readonly string[]; readonly saying: (person: number, shop: number) => Satisfaction | null }): Promise<readonly string[]> => {
  const serve = async (wishId: string, openid: string, shop: string, satisfaction: Satisfaction | null): Promise<void> => {
    const { claimId } = await community.must(shop, 'wish.claim', { wishId, shares: 1, as: { kind: 'merchant' } });
    const loop = { wishId, claimId };
    await community.must(shop, 'claim.plan', planOf(community, loop));
    await community.must(shop, 'claim.deliver', { ...loop, note: '送到了', proofFileIds: [await community.upload(shop, 'proof')] });
    await community.must(openid, 'claim.confirm', loop);
    if (satisfaction !== null) await community.must(openid, 'rating.rate', { ...ratingOf(loop), satisfaction, words: '' });
  };
  const serveOne = async (openid: string, person: number): Promise<void> => {
    await community.join(openid, '赵阿姨', GRID);
    const wishId = await openWish(community, { category: 'goods', shares: shops.length }, openid);
    for (const [index, shop] of shops.entries()) await serve(wishId, openid, shop, saying(person, index));
  };
  const openids = Array.from({ length: people }, () => `oTestServed${String((served += 1)).padStart(3, '0')}`);
  for (const [person, openid] of openids.entries()) {
    await serveOne(openid, person);
    await community.advance(HOUR_MS);
  }
  await community.runJobs();
  return openids;
};
