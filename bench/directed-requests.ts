import type { RouteName } from '@contract';
import { DAY_MS, MERCHANT, POSTER, STAFF, type Community } from '../tests/flows/support/community';
import { acceptInput, agreedGift, AMOUNT_FEN, COLLEAGUE, directedPage, giftOf, moneyWords, offer, onlyMoney, openDirectedLane, payFor, reportedGift, thingWords } from '../tests/flows/support/directed-steps';
import { openWish } from '../tests/flows/support/wish-steps';

type Call = <R extends RouteName>(openid: string, route: R, input: unknown) => Promise<void>;

/** Offered, rewritten, answered, taken back, called off. */
const answerRoutes = async (community: Community, call: Call, useKey: string): Promise<void> => {
  const wishIds = [await openWish(community, {}, POSTER)];
  await call(MERCHANT, 'directed.offer', { as: { kind: 'merchant' }, words: onlyMoney(useKey, { for: { kind: 'needs', wishIds } }) });
  const directedId = await offer(community, moneyWords(useKey));
  await call(MERCHANT, 'directed.update', { directedId, words: onlyMoney(useKey, { for: { kind: 'needs', wishIds } }) });
  await call(STAFF, 'directed.waiting', {});
  const { code } = await community.me(COLLEAGUE);
  const input = acceptInput(community, directedId);
  await call(STAFF, 'directed.answer', { ...input, decision: { ...input.decision, answerableCode: code } });
  await call(STAFF, 'directed.cancel', { directedId, reason: '食堂今年不换' });
  await call(MERCHANT, 'directed.withdraw', { directedId: await offer(community, moneyWords(useKey)) });
};

/** A part in WeChat, one in cash, things that come, do not, and are counted. */
const comingRoutes = async (community: Community, call: Call, useKey: string): Promise<void> => {
  const directedId = await agreedGift(community, onlyMoney(useKey));
  await call(MERCHANT, 'directed.pay', { directedId, amountFen: 40_000 });
  const { contributionId } = await community.must(MERCHANT, 'directed.pay', { directedId, amountFen: 20_000 });
  await payFor(community, MERCHANT, { contributionId });
  await call(STAFF, 'directed.enterCash', { directedId, amountFen: AMOUNT_FEN - 60_000, receiptNo: '0012', photo: await community.upload(STAFF, 'proof') });
  const things = await agreedGift(community, thingWords());
  await call(MERCHANT, 'directed.handOver', { directedId: things, thingId: 'g1', note: '放在门口', handedAtMs: community.nowMs() });
  await call(STAFF, 'directed.receive', { directedId: things, thingId: 'g1', count: 5, note: '少一袋' });
  await call(MERCHANT, 'directed.callOff', { directedId: things, thingId: 'g2', reason: '师傅搬走了' });
  await call(STAFF, 'directed.report', { directedId: things, kind: 'final', text: '米送到了。', photos: [await community.upload(STAFF, 'campaignPhoto', 'review')] });
  await community.filesChecked(0);
  const [inDoubt] = (await directedPage(community, STAFF, things)).photosInDoubt;
  await call(COLLEAGUE, 'directed.judgePhoto', { directedId: things, photoKey: inDoubt?.photoKey ?? '', decision: { kind: 'refuse', reason: '拍到了门牌' } });
};

const leftoverRoutes = async (community: Community, call: Call, useKey: string): Promise<void> => {
  const directedId = await reportedGift(community, useKey);
  await call(STAFF, 'directed.settleLeftover', { directedId, to: { kind: 'again', reportByMs: community.nowMs() + 90 * DAY_MS }, reason: '再换一台' });
  await community.must(STAFF, 'directed.settleLeftover', { directedId, to: { kind: 'giver' }, reason: '用不上了' });
  await call(MERCHANT, 'directed.answerLeftover', { directedId, leftoverId: giftOf(community, directedId).leftover?.leftoverId ?? '', isYes: true, note: '好的' });
  await call(STAFF, 'directed.recordReturn', { directedId, voucherNo: '退-1' });
  await call(COLLEAGUE, 'directed.correctReturn', { directedId, voucherNo: '退-2', reason: '写错了一位' });
  await call(MERCHANT, 'directed.confirmReturn', { directedId });
  await call(POSTER, 'directed.get', { directedId });
};

/** Directed gifts from their offer to what is left of them; the second one of the staff and the street's administrator are there already. */
export const directedRoutes = async (community: Community, call: Call): Promise<void> => {
  const useKey = await openDirectedLane(community);
  await answerRoutes(community, call, useKey);
  await comingRoutes(community, call, useKey);
  await leftoverRoutes(community, call, useKey);
  await call(POSTER, 'directed.list', {});
  await call(MERCHANT, 'directed.mine', {});
};
