import { activityWords, addShifts, openShift, signUpFor, signUpIdOf, shiftOfCloud } from './activity-steps';
import { certifyAll } from './certificate-steps';
import { COMMUNITY, DAY_MS, GRID, HOUR_MS, NEIGHBOUR, POSTER, STAFF, type Community } from './community';
import { openDirected, offer, thingWords } from './directed-steps';
import { openLane } from './lane-steps';
import { campaignWords, openCampaign } from './mutual-steps';
import { payAtCashier, runMinutes, untilState } from './money-steps';
import { joinWorker, publicisedCase } from './publicity-steps';
import { serviceHands } from './service-steps';
import { appliedShop } from './shop-steps';
import { offerAs } from './supply-steps';
import { deliveredWish, openWish, planOf, plannedWish, ratingOf, submitWish, type Loop } from './wish-steps';

/** Whoever does everything there is to do here, then erases themselves. All they write, and what others write of them by name, has `MARK` in it. */
export const EVERYONE = 'oTestDoesEverything';
export const MARK = '独孤';
const NAME = '独孤云';
const PHONE = '13900003456';
/** Plain, as it stands nowhere, and as somebody may have typed it. */
export const PERSONAL = /独孤|oTestDoesEverything|1390000\s?3456/;

/** Every file they ever uploaded. */
export const sentFiles: string[] = [];
const send = async (community: Community, purpose: Parameters<Community['upload']>[1]): Promise<string> => {
  const fileId = await community.upload(EVERYONE, purpose);
  sentFiles.push(fileId);
  return fileId;
};

const own = (words: string): string => `${MARK}${words}`;

/** Asks for help: in writing and by voice, with a photo, for a friend too; gets it, disputes it, rates it, gives thanks. */
export const getHelp = async (community: Community): Promise<void> => {
  const words = { title: own('想修厨房的灯'), story: own('的灯坏了半个月，够不着。'), shareNote: own('说一个人就够'), urgency: 'urgent' as const };
  const photoFileIds = [await send(community, 'wishPhoto')];
  const loop = await deliveredWish(community, { ...words, photoFileIds }, EVERYONE);
  await community.must(EVERYONE, 'contact.leave', { ...loop, name: NAME, phone: PHONE, note: own('的绿门'), agreesToReceiver: true });
  await community.must(EVERYONE, 'dispute.open', { ...loop, kind: 'notReceived', note: own('没看到'), phone: PHONE, photoFileIds: [await send(community, 'evidence')] });
  await community.must(EVERYONE, 'dispute.withdraw', loop);
  await community.must(EVERYONE, 'claim.confirm', loop);
  await community.must(EVERYONE, 'thanks.say', { ...loop, words: own('说谢谢您'), voiceFileId: await send(community, 'thanksVoice'), voiceSeconds: 9 });
  const media = { voiceFileId: await send(community, 'ratingVoice'), voiceSeconds: 8, photoFileIds: [await send(community, 'ratingPhoto')] };
  await community.must(EVERYONE, 'rating.rate', { ...ratingOf(loop), satisfaction: 'unsatisfied', words: own('觉得灯还是一闪一闪的'), ...media });
  const { reportId } = await community.must(EVERYONE, 'safety.report', { ...loop, safetyKind: 'other', words: own('有点怕'), phone: PHONE });
  await community.must(STAFF, 'safety.answer', { reportId, words: '去看过了' });
  await community.must(EVERYONE, 'thanks.showName', { shows: true, form: 'full' });
  await community.must(EVERYONE, 'helpBack.mute', {});
};

/** Wishes that came to nothing: answered after staff asked, spoken, for somebody else; taken back. */
export const giveUpWishes = async (community: Community): Promise<void> => {
  const asked = await submitWish(community, { title: own('想要一张床'), urgency: 'urgent' }, EVERYONE);
  await community.must(STAFF, 'review.decide', { wishId: asked, decision: { kind: 'ask', note: '几楼？' } });
  await community.must(EVERYONE, 'wish.answer', { wishId: asked, answer: own('住三楼') });
  await community.must(EVERYONE, 'wish.withdraw', { wishId: asked });
  const spoken = await submitWish(community, { title: own('说的心愿'), story: '', storyVoiceFileId: await send(community, 'storyVoice') }, EVERYONE);
  // WeChat's answer about the recording changes the wish as well.
  await community.quiet();
  await community.must(EVERYONE, 'wish.withdraw', { wishId: spoken });
  const onBehalf = { beneficiaryName: own('的奶奶'), relation: own('的邻居'), consent: { kind: 'paper' as const, fileId: await send(community, 'consent') } };
  const other = await submitWish(community, { title: own('奶奶想要拐杖'), onBehalf }, EVERYONE);
  await community.must(EVERYONE, 'wish.withdraw', { wishId: other });
};

/** Helps a neighbour, and says how it went. */
export const giveHelp = async (community: Community): Promise<void> => {
  const wishId = await openWish(community, { urgency: 'urgent' });
  const { claimId } = await community.must(EVERYONE, 'wish.claim', { wishId, shares: 1, as: { kind: 'self' } });
  const loop: Loop = { wishId, claimId };
  await community.must(EVERYONE, 'claim.plan', { ...planOf(community, loop), note: own('周六来') });
  await community.must(EVERYONE, 'contact.leave', { ...loop, name: NAME, phone: PHONE, note: own('下午在家') });
  await community.must(EVERYONE, 'claim.extend', { ...loop, reason: own('要加班') });
  await community.must(EVERYONE, 'claim.deliver', { ...loop, note: own('换好了'), proofFileIds: [await send(community, 'proof')] });
  await community.must(POSTER, 'claim.confirm', loop);
  await community.must(POSTER, 'thanks.say', { ...loop, words: `谢谢${NAME}` });
  await community.must(POSTER, 'rating.rate', { ...ratingOf(loop), words: `${NAME}很细心，灯换得又快又好` });
  await community.must(EVERYONE, 'giverNote.leave', { ...loop, answer: 'unsafe', safetyKind: 'other', words: own('看到地上滑'), phone: PHONE });
  const back = await plannedWish(community, { urgency: 'urgent' }, POSTER, EVERYONE);
  await community.must(EVERYONE, 'claim.giveBack', back);
};

/** Leads a shift, is at it with a friend, has it certified, rates it, puts hours right; runs a team. */
export const serveAround = async (community: Community): Promise<void> => {
  const shiftId = await openShift(community, { leadCode: (await community.me(EVERYONE)).code }, { questions: ['有什么要说的'] });
  const companions = [{ name: own('的妈妈'), relation: 'parent' as const, isMinor: false }];
  await signUpFor(community, EVERYONE, shiftId, { companions, answers: [own('晕车')], hasConsent: true, phone: PHONE });
  await signUpFor(community, NEIGHBOUR, shiftId, {});
  await community.advance(3 * DAY_MS + 3 * HOUR_MS);
  await community.runJobs();
  const { startsAtMs: fromMs } = shiftOfCloud(community, shiftId);
  const came = await Promise.all([EVERYONE, NEIGHBOUR].map(async (openid) => ({ signUpId: await signUpIdOf(community, openid), self: { fromMs, toMs: fromMs + HOUR_MS } })));
  await community.must(EVERYONE, 'shift.confirmRoster', { shiftId, came });
  for (let run = 0; run < 3; run += 1) await community.runJobs();
  await certifyAll(community, EVERYONE, true);
  const hands = serviceHands(community);
  await community.must(EVERYONE, 'service.ask', { recordId: (await hands.newest(EVERYONE)).recordId, words: own('记得更久') });
  await community.must(EVERYONE, 'service.backEnter', await hands.backEntry(NEIGHBOUR, { title: own('陪看病'), reason: own('没带手机'), placeText: own('家楼下') }));
  const { teamId } = await community.must(EVERYONE, 'team.propose', { kind: 'volunteer', areaId: COMMUNITY, name: '枫林巡河队', purpose: '周末沿河走一圈' });
  await community.must(STAFF, 'team.decide', { teamId, decision: { kind: 'approve' } });
  const { activityId } = await community.must(EVERYONE, 'activity.create', { areaId: COMMUNITY, words: activityWords({ title: '带队巡河' }), team: { teamId, audience: 'teamOnly' } });
  await addShifts(community, activityId, {}, EVERYONE);
  await community.must(EVERYONE, 'activity.cancel', { activityId, reason: own('那天有事') });
};

/** Stays away from a shift and says why. */
export const stayAway = async (community: Community): Promise<void> => {
  const shiftId = await openShift(community);
  await signUpFor(community, EVERYONE, shiftId, {});
  await community.must(EVERYONE, 'shift.cancelSignUp', { shiftId, signUpId: await signUpIdOf(community, EVERYONE), reason: own('有事') });
  const missed = await openShift(community, { startsInMs: 2 * HOUR_MS });
  await signUpFor(community, EVERYONE, missed, {});
  await community.advance(5 * HOUR_MS);
  await community.runJobs();
  await community.must(STAFF, 'shift.confirmRoster', { shiftId: missed, came: [] });
  await community.runJobs();
  await community.must(EVERYONE, 'shift.sayWhy', { shiftId: missed, signUpId: await signUpIdOf(community, EVERYONE), reason: 'other', words: own('电梯坏了') });
};

/** Money, things and projects: gives, promises, proposes, offers, applies. */
export const giveMoneyAndThings = async (community: Community): Promise<void> => {
  await openDirected(community);
  await openLane(community, 'mutual');
  const campaignId = await openCampaign(community);
  const given = await community.must(EVERYONE, 'mutual.give', { campaignId, amountFen: 5_000, isAnonymous: false });
  await payAtCashier(community, EVERYONE, given);
  await untilState(community, given.contributionId, 'paid');
  await community.must(EVERYONE, 'pledge.promise', { campaignId, needId: 'n1', count: 2, note: own('家里有两米') });
  const words = campaignWords(community, { title: own('想添一张长椅'), story: own('的楼下没地方坐'), sinceText: own('是楼长') });
  const { campaignId: proposed } = await community.must(EVERYONE, 'mutual.propose', words);
  await community.must(EVERYONE, 'mutual.submit', { campaignId: proposed });
  await community.must(EVERYONE, 'mutual.withdraw', { campaignId: proposed });
  const directedId = await offer(community, thingWords({ title: own('送米'), purpose: own('想每月送一袋'), isAnonymous: false }), EVERYONE);
  await community.must(EVERYONE, 'directed.withdraw', { directedId });
  await runMinutes(community, 4);
};

/** In the neighbourhood: tells of somebody, objects, binds a group, asks for a shop and a grant, offers something. */
export const takePart = async (community: Community): Promise<void> => {
  await community.must(EVERYONE, 'difficulty.suggest', { name: own('隔壁王奶奶'), address: own('家对门'), circumstances: own('看她一个人') });
  const { publicityId } = await publicisedCase(community);
  await community.must(EVERYONE, 'publicity.object', { publicityId, text: own('觉得不对'), isAnonymousToPublic: true });
  await community.grant(EVERYONE, 'groupOwner', COMMUNITY);
  const { groupId } = await community.must(EVERYONE, 'group.bind', { name: '枫林里邻居群', areaId: COMMUNITY });
  await community.must(EVERYONE, 'share.make', { itemKind: 'wish', itemId: await openWish(community, { urgency: 'urgent' }), groupId });
  const shopId = await appliedShop(community, EVERYONE, { name: own('小店'), address: own('路 1 号'), words: own('能修灯'), contact: { name: NAME, phone: PHONE } });
  await community.must(EVERYONE, 'shop.withdraw', { shopId });
  await offerAs(community, EVERYONE, { title: own('换灯修锁'), words: own('小活当天去') });
  const { unitId } = await community.must(EVERYONE, 'unit.create', { kind: 'company', name: '云溪一建' });
  await community.must(EVERYONE, 'unit.close', { unitId });
  await community.must(EVERYONE, 'notice.recordGrants', { accepted: ['wishClaimed'], rejected: ['wishReviewed'] });
};

export const foundTown = async (community: Community): Promise<void> => {
  await community.join(EVERYONE, NAME, GRID);
  await joinWorker(community);
};
