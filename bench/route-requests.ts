import { ROUTES, type RouteName } from '@contract';
import { firstRules } from '../cloudfunctions/core/points/earning-rules';
import type { MeterRecord } from '../devtools/local-cloud';
import type { Community} from '../tests/flows/support/community';
import { COMMUNITY, DAY_MS, MERCHANT, NEIGHBOUR, newOperation, OUTSIDE_STAFF, POSTER, STAFF } from '../tests/flows/support/community';
import { atStation } from '../tests/flows/support/last-leg-steps';
import { activityRoutes } from './activity-requests';
import { callListRoutes } from './call-list-requests';
import { certificateRoutes } from './certificate-requests';
import { favourRoutes } from './favour-requests';
import { matchRoutes } from './match-requests';
import { pledgeRoutes } from './pledge-requests';
import { fundRoutes } from './fund-requests';
import { peopleRoutes } from './people-requests';
import { confirmedWish, deliveredWish, heldWish, openWish, planOf, plannedWish, ratingOf, submitWish, wishInput } from '../tests/flows/support/wish-steps';
import { privateRoutes } from './private-requests';
import { ratingRoutes } from './rating-requests';
import { praiseRoutes, rectificationRoutes } from './rectification-requests';
import { rescueRoutes } from './rescue-requests';
import { serviceRoutes } from './service-requests';
import { publicityRoutes } from './publicity-routes';
import { contributionRoutes } from './contribution-requests';
import { directedRoutes } from './directed-requests';
import { laneRoutes } from './lane-requests';
import { mutualRoutes } from './mutual-requests';
import { linkedRoutes } from './linked-requests';
import { matchCancelRoute, matchRoundRoutes } from './match-round-requests';
import { needRoutes } from './need-requests';
import { supplyRoutes } from './supply-requests';
import { groupRoutes } from './group-requests';
import { shopRoutes } from './shop-requests';
import { teamRoutes } from './team-requests';

export interface RouteRequests {
  readonly route: RouteName;
  readonly requests: number;
  readonly budget: number;
  readonly deliveryRequests: number;
  readonly documentsExamined: number;
  readonly documentsReturned: number;
}

interface FunctionMeter {
  readonly command: number;
  readonly delivery: number;
}

/** Requests of the database only; content checks, links and messages are not the database's. */
const databaseCallsOf = (record: MeterRecord): MeterRecord['calls'] => record.calls.filter((call) => call.action.startsWith('database.'));

const meterOf = (record: MeterRecord): FunctionMeter => {
  const meters = record.meters as readonly { readonly meter: FunctionMeter }[];
  const meter = meters.at(-1)?.meter;
  if (meter === undefined) throw new Error(`${record.route ?? '?'} logged no meter`);
  return meter;
};

/**
 * Calls every route once on real input and reads what it asked of the database: the function's own count, split into
 * command and delivery, must add up to what arrived at the cloud.
 */
export const measureRoutes = async (community: Community): Promise<readonly RouteRequests[]> => {
  const results = new Map<RouteName, RouteRequests>();
  const note = (route: RouteName): void => {
    const record = [...community.meters(20)].reverse().find((entry) => entry.route === route);
    if (record === undefined) throw new Error(`no meter of ${route}`);
    const meter = meterOf(record);
    const calls = databaseCallsOf(record);
    const links = record.calls.filter((call) => call.action === 'storage.batchGetDownloadUrl').length;
    if (meter.command + meter.delivery !== calls.length + links) throw new Error(`${route}: the function counted ${meter.command} + ${meter.delivery}, the cloud ${calls.length} + ${links}`);
    const sum = (pick: (call: (typeof calls)[number]) => number | undefined): number => calls.slice(0, meter.command).reduce((total, call) => total + (pick(call) ?? 0), 0);
    results.set(route, { route, requests: meter.command, budget: ROUTES[route].requestBudget, deliveryRequests: meter.delivery, documentsExamined: sum((call) => call.documentsExamined), documentsReturned: sum((call) => call.documentsReturned) });
  };
  const call = async <R extends RouteName>(openid: string, route: R, input: unknown): Promise<void> => {
    await community.must(openid, route, input as never, newOperation());
    note(route);
  };
  await readRoutes(community, call);
  await loopRoutes(community, call);
  await reviewRoutes(community, call);
  await publicityRoutes(community, call);
  await unitRoutes(community, call);
  await supplyRoutes(community, call);
  await groupRoutes(community, call);
  await shopRoutes(community, call);
  await matchRoundRoutes(community, call);
  await matchCancelRoute(community, call, OUTSIDE_STAFF);
  await peopleRoutes(community, call);
  await roundRoutes(community, call);
  await rescueRoutes(community, call);
  // Eight days go by in it: what is only held would be overdue after.
  await rectificationRoutes(community, call);
  await praiseRoutes(community, call);
  await giftRoutes(community, call);
  await favourRoutes(community, call);
  await activityRoutes(community, call);
  await certificateRoutes(community, call);
  await teamRoutes(community, call);
  await laneRoutes(community, call);
  await mutualRoutes(community, call);
  await pledgeRoutes(community, call);
  await linkedRoutes(community, call);
  await matchRoutes(community, call);
  await fundRoutes(community, call);
  await serviceRoutes(community, call);
  // A day goes by in it.
  await contributionRoutes(community, call);
  await directedRoutes(community, call);
  await needRoutes(community, call);
  await callListRoutes(community, call);
  // Last: it freezes the merchant.
  await memberRoutes(community, call);
  return [...results.values()];
};

type Call = <R extends RouteName>(openid: string, route: R, input: unknown) => Promise<void>;

const pointRuleRoutes = async (call: Call): Promise<void> => {
  const rules = firstRules();
  await call(POSTER, 'points.ways', {});
  await call(STAFF, 'pointRules.list', { communityId: COMMUNITY });
  await call(STAFF, 'pointRules.simulate', { communityId: COMMUNITY, rules });
  await call(STAFF, 'pointRules.save', { communityId: COMMUNITY, rules: { ...rules, capPerDay: 500, capPerMonth: 5_000, pairInFull: 100 }, reason: '量一量' });
};

const giftRoutes = async (community: Community, call: Call): Promise<void> => {
  for (let wishes = 0; wishes < 3; wishes += 1) await confirmedWish(community, { urgency: 'urgent' }, POSTER, NEIGHBOUR);
  await community.advance(8 * DAY_MS);
  for (let runs = 0; runs < 3; runs += 1) await community.runJobs();
  const gift = { title: '环保购物袋', pictureKey: 'goods', points: 10, stock: 9, limit: 'month', place: '吴记粮油柜台' } as const;
  await call(MERCHANT, 'gift.save', gift);
  const { giftId } = await community.must(MERCHANT, 'gift.save', gift);
  await call(MERCHANT, 'gift.setState', { giftId, state: 'paused' });
  await community.must(MERCHANT, 'gift.setState', { giftId, state: 'open' });
  await call(NEIGHBOUR, 'gift.list', {});
  await call(NEIGHBOUR, 'gift.redeem', { giftId });
  await call(NEIGHBOUR, 'gift.redemptions', {});
  await call(MERCHANT, 'gift.waiting', {});
  const [first] = (await community.must(NEIGHBOUR, 'gift.redemptions', {})).items;
  await call(NEIGHBOUR, 'gift.cancel', { redemptionId: first?.redemptionId });
  await community.must(NEIGHBOUR, 'gift.redeem', { giftId });
  const [second] = (await community.must(NEIGHBOUR, 'gift.redemptions', {})).items;
  await call(MERCHANT, 'gift.handOver', { redemptionId: second?.redemptionId, code: second?.code });
};

const readRoutes = async (community: Community, call: Call): Promise<void> => {
  const photo = await community.upload(POSTER, 'wishPhoto');
  const loop = await confirmedWish(community, { urgency: 'urgent', photoFileIds: [photo] });
  for (let index = 0; index < 25; index += 1) await openWish(community, { urgency: 'urgent', title: `想找人一起下棋，第${index}盘` });
  await community.runJobs();
  for (const sort of ['near', 'soon', 'new']) await call(MERCHANT, 'wish.wall', { sort });
  await call(MERCHANT, 'wish.wall', { sort: 'near', search: '下棋' });
  await call(MERCHANT, 'wish.get', { wishId: loop.wishId });
  await call(POSTER, 'wish.similar', { category: 'repair' });
  await call(POSTER, 'wish.mine', {});
  await call(POSTER, 'wish.doneThisWeek', {});
  await call(POSTER, 'home.overview', {});
  await call(MERCHANT, 'claim.mine', { open: false });
  await call(POSTER, 'notice.inbox', {});
  await call(MERCHANT, 'points.mine', {});
  await call(MERCHANT, 'points.entries', {});
  await call(STAFF, 'ledger.proofs', {});
  await pointRuleRoutes(call);
  await call(STAFF, 'staff.queue', { areaId: COMMUNITY });
  await call(POSTER, 'area.children', { parentId: 'd01' });
};

const loopRoutes = async (community: Community, call: Call): Promise<void> => {
  const photo = await community.upload(POSTER, 'wishPhoto');
  await call(POSTER, 'media.issueUpload', { purpose: 'wishPhoto', extension: 'jpg' });
  await call(POSTER, 'wish.submit', wishInput(community, { photoFileIds: [photo] }));
  const wishId = await submitWish(community, { urgency: 'urgent' });
  await call(STAFF, 'review.get', { wishId });
  await call(STAFF, 'review.decide', { wishId, decision: { kind: 'ask', note: '请说清楚是哪一盏灯' } });
  await call(POSTER, 'wish.answer', { wishId, answer: '厨房灶台上面那一盏' });
  await call(STAFF, 'review.decide', { wishId, decision: { kind: 'approve' } });
  await call(MERCHANT, 'wish.claim', { wishId, shares: 1 });
  await call(MERCHANT, 'claim.giveBack', { wishId, claimId: (await community.must(MERCHANT, 'claim.mine', { open: true })).items.find((claim) => claim.wishId === wishId)?.claimId ?? '' });
  await call(POSTER, 'wish.withdraw', { wishId });
  const held = await heldWish(community, { urgency: 'urgent' });
  await call(MERCHANT, 'claim.plan', planOf(community, held));
  const planned = await plannedWish(community, { urgency: 'urgent' });
  await contactRoutes(community, call, planned);
  await call(MERCHANT, 'claim.extend', { ...planned, reason: '货晚到两天' });
  await call(MERCHANT, 'claim.deliver', { ...planned, proofFileIds: [await community.upload(MERCHANT, 'proof')] });
  await disputeRoutes(community, call, planned);
  const left = await atStation(community);
  await call(POSTER, 'lastLeg.request', left);
  await call(POSTER, 'lastLeg.cancel', left);
  const delivered = await deliveredWish(community, { urgency: 'urgent' });
  await call(POSTER, 'claim.confirm', delivered);
  await call(POSTER, 'rating.rate', ratingOf(delivered));
  await ratingRoutes(community, call);
  await privateRoutes(community, call);
  const voiceFileId = await community.upload(POSTER, 'thanksVoice', 'review');
  await call(POSTER, 'thanks.say', { ...delivered, words: '灯亮了，谢谢您跑一趟', voiceFileId, voiceSeconds: 6 });
  await call(MERCHANT, 'thanks.mine', {});
  const { thanksId } = (await community.must(MERCHANT, 'thanks.mine', {})).items[0] ?? { thanksId: '' };
  await community.advance(DAY_MS / 24);
  await community.runJobs();
  await call(STAFF, 'thanks.hear', { thanksId });
  await call(STAFF, 'thanks.judge', { thanksId, purpose: 'check', decision: { kind: 'clear' } });
  await call(MERCHANT, 'thanks.show', { thanksId, shows: true });
  await call(POSTER, 'thanks.consent', { thanksId, consents: true, withVoice: true });
  await community.must(STAFF, 'thanks.judge', { thanksId, purpose: 'wall', decision: { kind: 'clear' } });
  await call(POSTER, 'thanks.wall', {});
  await community.advance(DAY_MS / 24);
};

const BENEFIT = { areaId: COMMUNITY, name: '残疾辅具', gives: '轮椅适配', whoMayGet: '有残疾人证的居民', whereToApply: '残联窗口', keywords: ['轮椅'] };

const reviewRoutes = async (community: Community, call: Call): Promise<void> => {
  await call(STAFF, 'benefit.save', BENEFIT);
  await call(POSTER, 'benefit.list', {});
  const wishId = await submitWish(community, { title: '想借一辆轮椅', category: 'goods', urgency: 'urgent' });
  await call(STAFF, 'review.aids', { wishId });
  await call(STAFF, 'review.saveReason', { wishId, kind: 'ask', text: '请写清楚用几天' });
  await call(STAFF, 'review.benefit', { wishId, decision: 'together' });
  const benefitId = (await community.must(POSTER, 'benefit.list', {}))[0]?.benefitId ?? '';
  await call(STAFF, 'benefit.retire', { benefitId });
};

/** Groups of people, and many wishes in one action. */
const unitRoutes = async (community: Community, call: Call): Promise<void> => {
  await call(POSTER, 'unit.create', { kind: 'company', name: '农商行青枫支行' });
  const [unit] = await community.must(POSTER, 'unit.mine', {});
  if (unit === undefined) throw new Error('no unit was made');
  const { unitId, joinCode } = unit;
  await call(STAFF, 'unit.join', { code: joinCode });
  await call(POSTER, 'unit.mine', {});
  await call(POSTER, 'unit.renewCode', { unitId });
  await call(POSTER, 'unit.get', { unitId });
  const wishIds = [await openWish(community, { urgency: 'urgent' }, MERCHANT), await openWish(community, { urgency: 'urgent' }, MERCHANT)];
  await call(POSTER, 'wish.claimMany', { items: wishIds.map((wishId) => ({ wishId, shares: 1 })), mode: 'allOrNothing', as: { kind: 'unit', unitId } });
  await community.runJobs();
  await call(POSTER, 'claim.deliveryList', { as: { kind: 'unit', unitId } });
  for (const claim of (await community.must(POSTER, 'unit.get', { unitId })).claims) await community.must(POSTER, 'claim.giveBack', { wishId: claim.wishId, claimId: claim.claimId });
  await call(POSTER, 'unit.handOver', { unitId, memberId: (await community.me(STAFF)).memberId });
  await call(POSTER, 'unit.leave', { unitId });
  await call(STAFF, 'unit.close', { unitId });
};

/** A themed round from its preparation to its report, an on-site event, and the map. */
const roundRoutes = async (community: Community, call: Call): Promise<void> => {
  const times = (kind: 'round' | 'onSite') => ({ kind, areaId: COMMUNITY, title: '温暖过冬', theme: '一件件办好', startsAtMs: community.nowMs() + DAY_MS, endsAtMs: community.nowMs() + 1.5 * DAY_MS });
  const newestId = async (): Promise<string> => (await community.must(STAFF, 'round.list', { shelf: 'draft' })).items[0]?.roundId ?? '';
  await call(STAFF, 'round.create', times('onSite'));
  await community.must(STAFF, 'round.cancel', { roundId: await newestId() });
  await call(STAFF, 'round.create', times('round'));
  const roundId = await newestId();
  const { kind: _kind, areaId: _areaId, ...words } = times('round');
  await call(STAFF, 'round.update', { roundId, ...words });
  const candidates = await community.must(STAFF, 'round.candidates', { roundId, areaId: COMMUNITY });
  const wishIds = candidates.items.slice(0, 8).map((wish) => wish.wishId);
  await call(STAFF, 'round.addWishes', { roundId, wishIds });
  await call(STAFF, 'round.candidates', { roundId, areaId: COMMUNITY });
  await call(STAFF, 'round.removeWish', { roundId, wishId: wishIds[0] ?? '' });
  await call(STAFF, 'round.open', { roundId });
  await community.runJobs();
  await call(MERCHANT, 'round.list', { shelf: 'open' });
  await call(MERCHANT, 'round.get', { roundId });
  await call(MERCHANT, 'round.wishes', { roundId, status: 'claimable' });
  await community.join('oTestRoundGuest', '来宾', COMMUNITY);
  for (const wishId of wishIds.slice(1, 5)) await community.must('oTestRoundGuest', 'wish.claim', { wishId, shares: 1 });
  // A screen's first look also reads the round; the budget is that of the looks it goes on with.
  await community.must(MERCHANT, 'round.hall', { roundId });
  await call(MERCHANT, 'round.hall', { roundId });
  await call(MERCHANT, 'wish.map', {});
  await call(STAFF, 'round.close', { roundId });
  await call(STAFF, 'round.report', { roundId });
  const onSite = await community.must(STAFF, 'round.create', times('onSite'));
  await call(MERCHANT, 'round.enter', { code: onSite.screenCode ?? '' });
  await call(STAFF, 'round.screenPicture', { roundId: onSite.roundId });
  await call(STAFF, 'round.cancel', { roundId: onSite.roundId });
};

const disputeRoutes = async (community: Community, call: Call, loop: { readonly wishId: string; readonly claimId: string }): Promise<void> => {
  const complaint = { ...loop, kind: 'notReceived', note: '还没看到' };
  await call(POSTER, 'dispute.open', complaint);
  await call(POSTER, 'dispute.withdraw', loop);
  await call(POSTER, 'dispute.open', { ...complaint, photoFileIds: [await community.upload(POSTER, 'evidence')] });
  await call(POSTER, 'dispute.get', loop);
  await call(STAFF, 'dispute.reach', loop);
  await call(STAFF, 'dispute.decide', { ...loop, outcome: 'dismissed', note: '东西在驿站架子上，请再看一眼' });
  await call(POSTER, 'handover.issueCode', loop);
  const { code } = await community.must(POSTER, 'handover.issueCode', loop);
  await call(MERCHANT, 'handover.redeem', { ...loop, code });
  await call(STAFF, 'handover.arrivals', { state: 'waiting' });
};

/** The two sides find each other around a home handover. */
const contactRoutes = async (community: Community, call: Call, loop: { readonly wishId: string; readonly claimId: string }): Promise<void> => {
  await call(POSTER, 'contact.leave', { ...loop, name: '陈阿姨', phone: '13800000001', note: '到了楼下打我', agreesToReceiver: true });
  await call(MERCHANT, 'contact.get', loop);
  await call(MERCHANT, 'contact.reveal', { ...loop, reason: 'arrange' });
  await call(POSTER, 'handover.agreeHome', await heldWish(community, { urgency: 'urgent', handover: 'station' }));
};

const memberRoutes = async (community: Community, call: Call): Promise<void> => {
  const { memberId, code } = await community.me(MERCHANT);
  await call(POSTER, 'member.me', {});
  await call(POSTER, 'member.saveSettings', { typeSize: 'large' });
  await call('oTestNewcomer', 'member.join', { areaId: COMMUNITY, displayName: '新来的', privacyVersion: '2026-11-01' });
  await call(STAFF, 'member.lookup', { code });
  await call(STAFF, 'member.grantRole', { memberId, role: 'volunteer', areaId: COMMUNITY });
  await call(STAFF, 'member.revokeRole', { memberId, role: 'volunteer', areaId: COMMUNITY });
  await call(STAFF, 'member.freeze', { memberId, days: 7, reason: '连着几份没送到，先缓一缓。' });
  await call(STAFF, 'member.roleHolders', { areaId: COMMUNITY });
  await call(POSTER, 'notice.recordGrants', { accepted: ['deliveryArrived'], rejected: [] });
  await call(POSTER, 'notice.markRead', { noticeId: (await community.must(POSTER, 'notice.inbox', {})).items[0]?.noticeId ?? '' });
  for (const part of ['help', 'service']) await call(MERCHANT, 'member.exportData', { part });
  await call('oTestNewcomer', 'member.exportData', {});
  await call('oTestNewcomer', 'member.leave', {});
};
