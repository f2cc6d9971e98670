import type { RouteName } from '@contract';
import { ADMIN, COMMUNITY, NEIGHBOUR, POSTER, STAFF, type Community } from '../tests/flows/support/community';
import { writeUses } from '../tests/flows/support/fund-steps';
import { laneFacts, STREET_ADMIN } from '../tests/flows/support/lane-steps';
import { budget, campaignWords, endStage, openCampaign, pageOf, placeGifts, submittedCampaign } from '../tests/flows/support/mutual-steps';
import { openWish } from '../tests/flows/support/wish-steps';

type Call = <R extends RouteName>(openid: string, route: R, input: unknown) => Promise<void>;

const workRoutes = async (community: Community, call: Call, campaignId: string): Promise<void> => {
  placeGifts(community, campaignId, [60_000, 60_000]);
  await community.runJobs();
  await call(POSTER, 'mutual.ledger', { campaignId });
  await call(POSTER, 'mutual.ledgerCsv', { campaignId });
  await endStage(community, campaignId);
  await call(NEIGHBOUR, 'mutual.markMilestone', { campaignId, milestoneId: 's1', note: '装好了', photos: [await community.upload(NEIGHBOUR, 'campaignPhoto', 'review')] });
  await community.filesChecked(0);
  const [inDoubt] = (await pageOf(community, STAFF, campaignId)).photosInDoubt;
  await call(STAFF, 'mutual.judgePhoto', { campaignId, photoKey: inDoubt?.photoKey ?? '', decision: { kind: 'refuse', reason: '拍到了门牌' } });
  await call(NEIGHBOUR, 'mutual.report', { campaignId, kind: 'final', text: '长椅装好了。' });
  await call(STAFF, 'mutual.close', { campaignId, reason: '余下的留给别的楼', leftover: { kind: 'fund' } });
};

/** A gift in WeChat, one in cash, and who gave. */
const giftRoutes = async (community: Community, call: Call, campaignId: string): Promise<void> => {
  await call(POSTER, 'mutual.give', { campaignId, amountFen: 1_000, isAnonymous: false });
  const { contributionId } = await community.must(POSTER, 'mutual.give', { campaignId, amountFen: 2_000, isAnonymous: false });
  await community.cloud.control('pay', { outTradeNo: contributionId, openid: POSTER, outcome: 'paid' });
  await community.must(POSTER, 'contribution.confirm', { contributionId });
  const { code } = await community.me(POSTER);
  await call(STAFF, 'mutual.enterCash', { campaignId, amountFen: 3_000, isAnonymous: false, giverName: '赵阿姨', giverCode: code, receiptNo: '0012', photo: await community.upload(STAFF, 'proof') });
  await call(POSTER, 'mutual.givers', { campaignId });
};

/** A campaign from its proposal to its end, and one that goes on with a second stage. */
export const mutualRoutes = async (community: Community, call: Call): Promise<void> => {
  await writeUses(community);
  const { version } = await community.must(ADMIN, 'lane.record', laneFacts('mutual', COMMUNITY));
  await community.must(STREET_ADMIN, 'lane.confirm', { areaId: COMMUNITY, lane: 'mutual', version });
  const wishId = await openWish(community, {}, POSTER);
  const words = campaignWords(community, { source: { kind: 'wish', wishId }, photos: [await community.upload(NEIGHBOUR, 'campaignPhoto')] });
  await call(NEIGHBOUR, 'mutual.propose', words);
  const { campaignId } = await community.must(NEIGHBOUR, 'mutual.propose', words);
  await call(NEIGHBOUR, 'mutual.update', { campaignId, words });
  await call(NEIGHBOUR, 'mutual.submit', { campaignId });
  await community.filesChecked(0);
  await community.runJobs();
  await call(STAFF, 'mutual.decide', { campaignId, decision: { kind: 'approve' } });
  await call(POSTER, 'mutual.get', { campaignId });
  await giftRoutes(community, call, await openCampaign(community));
  for (let campaigns = 0; campaigns < 3; campaigns += 1) await openCampaign(community);
  await call(POSTER, 'mutual.list', {});
  await call(NEIGHBOUR, 'mutual.mine', {});
  await call(NEIGHBOUR, 'mutual.withdraw', { campaignId: await submittedCampaign(community) });
  await call(STAFF, 'mutual.cancel', { campaignId: await openCampaign(community), reason: '图纸没过' });
  const second = await openCampaign(community);
  placeGifts(community, second, [100_000]);
  await endStage(community, second);
  await community.must(NEIGHBOUR, 'mutual.report', { campaignId: second, kind: 'periodic', text: '第一段办好了。' });
  const milestones = campaignWords(community).milestones;
  await call(STAFF, 'mutual.nextStage', { campaignId: second, days: 10, money: budget, milestones });
  await workRoutes(community, call, await openCampaign(community, campaignWords(community)));
};
