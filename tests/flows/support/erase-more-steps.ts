import type { Rectification } from '../../../cloudfunctions/core/rectification/rectification';
import { COMMUNITY, DAY_MS, GRID, HOUR_MS, NEIGHBOUR, POSTER, STAFF, type Community } from './community';
import { counted, draftedProject, openedConsult } from './consult-steps';
import { EVERYONE, MARK, sentFiles } from './erase-steps';
import { grantedOne, receiptOf } from './fund-steps';
import { openLane } from './lane-steps';
import { showLinked } from './linked-steps';
import { phoneWish, writePerson } from './paper-steps';
import { publicisedCase, WORKER } from './publicity-steps';
import { confirmedFor } from './rating-steps';
import { draftRound } from './round-steps';
import { joinShop, openShop, OWNER, withShopPeople } from './shop-steps';
import { openWish, planOf, ratingOf, submitWish } from './wish-steps';

/** What whoever erases themselves answered for, spoke for and was asked; see `erase-steps`. */
const own = (words: string): string => `${MARK}${words}`;
const FULL_NAME = `${MARK}云`;

const send = async (community: Community, purpose: Parameters<Community['upload']>[1]): Promise<string> => {
  const fileId = await community.upload(EVERYONE, purpose);
  sentFiles.push(fileId);
  return fileId;
};

/** A colleague decides what staff must not decide twice. */
export const COLLEAGUE = 'oTestStaffSun';

/** Their point was taken back after a call: they appeal, and somebody else decides. */
export const appealRating = async (community: Community): Promise<void> => {
  await community.join(COLLEAGUE, '孙晓', COMMUNITY);
  await community.grant(COLLEAGUE, 'staff', COMMUNITY);
  const loop = await confirmedFor(community, EVERYONE, true);
  const { ratingId } = await community.must(EVERYONE, 'rating.rate', { ...ratingOf(loop), words: own('家楼道里也亮堂了许多') });
  await community.must(STAFF, 'callBack.record', { ratingId, result: 'notAsSaid', note: `何静打的：${FULL_NAME}说是孙子点的` });
  await community.must(EVERYONE, 'rating.appeal', { ratingId, words: own('说话是我说的') });
  await community.must(COLLEAGUE, 'rating.decideAppeal', { ratingId, isGranted: true, note: `问过${FULL_NAME}，是这样` });
};

/** Five people were not satisfied with their help: they say what they did, with a photo, and object. */
export const putRight = async (community: Community): Promise<void> => {
  for (let nth = 1; nth <= 5; nth += 1) {
    const openid = `oTestServedByAll${nth}`;
    await community.join(openid, '赵阿姨', GRID);
    const loop = await confirmedFor(community, openid, false, EVERYONE);
    await community.advance(HOUR_MS);
    await community.must(openid, 'rating.rate', { ...ratingOf(loop), satisfaction: 'unsatisfied', words: `来过，灯还是一闪一闪的，第${nth}回了` });
  }
  await community.runJobs();
  const { memberId } = await community.me(EVERYONE);
  const rectificationId = community.documents<Rectification>('rectifications').find(({ partyId }) => partyId === memberId)?._id ?? '';
  await community.must(EVERYONE, 'rectification.object', { rectificationId, words: own('说那几天停电') });
  await community.must(STAFF, 'rectification.decideObjection', { rectificationId, isUpheld: false, note: '何静查过，那几天没停' });
  await community.must(EVERYONE, 'rectification.answer', { rectificationId, words: own('换了师傅'), photoFileIds: [await send(community, 'evidence')] });
  await community.filesChecked(0);
  await community.must(STAFF, 'rectification.review', { rectificationId, decision: { kind: 'recheck' } });
};

/** Takes over what staff kept on paper, and goes on in its name. */
export const takeOverPaper = async (community: Community): Promise<void> => {
  const personId = await writePerson(community, '独孤桂香', '057188120077');
  const { wishId } = await community.must(STAFF, 'phone.recordWish', phoneWish(community, personId, { urgency: 'urgent' }));
  await community.must(STAFF, 'review.decide', { wishId, decision: { kind: 'approve' } });
  const { claimId } = await community.must(NEIGHBOUR, 'wish.claim', { wishId, shares: 1 });
  const loop = { wishId, claimId };
  await community.must(NEIGHBOUR, 'claim.plan', planOf(community, loop));
  await community.must(NEIGHBOUR, 'claim.deliver', { ...loop, note: '', proofFileIds: [await community.upload(NEIGHBOUR, 'proof')] });
  const { code } = await community.must(STAFF, 'person.issueTakeover', { personId, proof: '何静看了身份证' });
  await community.must(EVERYONE, 'person.takeOver', { code });
  await community.must(EVERYONE, 'dispute.open', { ...loop, kind: 'notReceived', note: own('没看到人') });
  await community.must(EVERYONE, 'dispute.withdraw', loop);
  await community.must(EVERYONE, 'claim.confirm', loop);
  await community.must(EVERYONE, 'thanks.say', { ...loop, words: own('谢谢小刘') });
  await community.must(EVERYONE, 'rating.rate', { ...ratingOf(loop), words: own('夜里看得见路了') });
};

/** Works in a shop as its clerk; asks for money of a grant and is paid. */
export const workAndSpend = async (community: Community): Promise<void> => {
  await withShopPeople(community);
  const shopId = await openShop(community);
  await joinShop(community, shopId, EVERYONE, 'clerk');
  const wishId = await openWish(community, { urgency: 'urgent' }, POSTER);
  const { claimId } = await community.must(OWNER, 'wish.claim', { wishId, shares: 1, as: { kind: 'merchant' } });
  await community.must(EVERYONE, 'claim.plan', { ...planOf(community, { wishId, claimId }), note: `${FULL_NAME}来送` });
  await community.must(EVERYONE, 'claim.deliver', { wishId, claimId, note: `${FULL_NAME}送到的`, proofFileIds: [await send(community, 'proof')] });
  await community.must(POSTER, 'claim.confirm', { wishId, claimId });
  const { grantId, useKey } = await grantedOne(community);
  const ask = async (text: string, payee: { readonly kind: 'me' } | { readonly kind: 'neighbour'; readonly code: string }, by: string): Promise<string> =>
    (await community.must(by, 'spending.ask', { hostKind: 'grant', hostId: grantId, useKey, text, amountFen: 1_000, payee, receiptFileIds: [await receiptOf(community, by)] })).spendingId;
  const paid = await ask('扶手两米', { kind: 'neighbour', code: (await community.me(EVERYONE)).code }, NEIGHBOUR);
  const ref = { hostKind: 'grant' as const, hostId: grantId };
  for (const by of [STAFF, COLLEAGUE]) await community.must(by, 'spending.approve', { ...ref, spendingId: paid });
  await community.must(STAFF, 'spending.recordPayout', { ...ref, spendingId: paid, voucherNo: '记-11-008', paidAtMs: community.nowMs() });
  const refused = await ask('何静垫的灯泡', { kind: 'me' }, STAFF);
  await community.must(COLLEAGUE, 'spending.refuse', { ...ref, spendingId: refused, note: '请何静补发票' });
};

/** Plans together with neighbours: an addition, an objection that is answered, and what others said. */
export const planTogether = async (community: Community): Promise<void> => {
  const { _id: projectId } = await draftedProject(community);
  const consultId = await openedConsult(community, projectId);
  await community.must(EVERYONE, 'consult.rank', { consultId, points: [1] });
  const { wordId } = await community.must(EVERYONE, 'consult.say', { consultId, kind: 'add', point: null, text: own('想先打电话') });
  const objected = await community.must(EVERYONE, 'consult.say', { consultId, kind: 'object', point: 1, text: own('觉得太赶') });
  await community.must(STAFF, 'consult.judge', { consultId, wordId: objected.wordId, isShown: true });
  await community.must(POSTER, 'consult.back', { consultId, wordId, isBacked: true });
  await counted(community);
  await community.must(STAFF, 'consult.close', { consultId });
  await counted(community);
  await community.must(STAFF, 'consult.answer', { consultId, wordIds: [wordId, objected.wordId], outcome: 'adopted', text: '何静：照办' });
  await community.must(STAFF, 'consult.finish', { consultId, note: '何静：都听到了' });
  await community.must(WORKER, 'needProject.take', { projectId });
};

/** What staff write in the open and for each other, with their name in it, as people do. */
export const workAsStaff = async (community: Community): Promise<void> => {
  const wishId = await submitWish(community, { urgency: 'urgent' }, POSTER);
  await community.must(STAFF, 'review.decide', { wishId, decision: { kind: 'ask', note: '何静问：几楼？' } });
  await community.must(POSTER, 'wish.answer', { wishId, answer: '何静老师，三楼' });
  await community.must(STAFF, 'review.saveReason', { wishId, kind: 'refuse', text: '请打电话找何静' });
  await community.must(STAFF, 'review.decide', { wishId, decision: { kind: 'refuse', note: '何静看过，换个说法再发' } });
  const rescued = await openWish(community, { category: 'goods', title: '想要几袋米', shares: 6 }, POSTER);
  await community.advance(8 * DAY_MS);
  await community.runJobs();
  await community.must(STAFF, 'rescue.split', { wishId: rescued, shares: 12, shareNote: '一份半袋米' });
  await publicisedCase(community);
  await openLane(community, 'linked');
  await showLinked(community);
  await draftRound(community, []);
  await community.must(STAFF, 'linked.enter', { areaId: COMMUNITY, title: '给山里的学校装净水器', story: '两所学校，三百个孩子。', charityName: '云溪区慈善会', certificateNo: '53330100MJ8A', filingNo: '53330100MJ8A26002', platform: 'tencent', link: { kind: 'web', url: 'https://gongyi.example.org/p/1025' }, endsAtMs: community.nowMs() + 30 * DAY_MS });
};
