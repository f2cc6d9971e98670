import type { ContributionView, DirectedView, DirectedWordsInput } from '@contract';
import type { Contribution } from '../../../cloudfunctions/core/contribution/contribution';
import { isDirectedCoherent, type DirectedGift } from '../../../cloudfunctions/core/directed/directed-gift';
import type { Notice } from '../../../cloudfunctions/core/notice/notice';
import type { Task } from '../../../cloudfunctions/core/staff/task';
import { COMMUNITY, DAY_MS, MERCHANT, newOperation, STAFF, type Community } from './community';
import { writeUses } from './fund-steps';
import { bringStreetAdmin, openLane } from './lane-steps';
import { checkMoney, runMinutes } from './money-steps';

/** A second one of the staff, for what one person never does alone. */
export const COLLEAGUE = 'oTestStaffQian';

/** The lane with its collector and the street's table of uses. Answers the key of an allowed use. */
export const openDirectedLane = async (community: Community): Promise<string> => {
  await openLane(community, 'directed');
  return (await writeUses(community)).repair;
};

/** Besides, the street's administrator and a second one of the staff. */
export const openDirected = async (community: Community): Promise<string> => {
  await bringStreetAdmin(community);
  await community.join(COLLEAGUE, '钱多', COMMUNITY);
  await community.grant(COLLEAGUE, 'staff', COMMUNITY);
  return openDirectedLane(community);
};

export const AMOUNT_FEN = 100_000;

/** Money and rice for the lunch table. */
export const moneyWords = (useKey: string, changes: Partial<DirectedWordsInput> = {}): DirectedWordsInput => ({
  title: '给午餐桌添灶台和米', purpose: '老人食堂的灶台用了八年，想换一台，再添些米。', for: { kind: 'project', name: '一老一小午餐桌' },
  what: { subjectKind: 'matter', money: { amountFen: AMOUNT_FEN, lines: [{ useKey, text: '灶台和安装', amountFen: AMOUNT_FEN }] }, things: [{ kind: 'goods', text: '东北大米', count: 20, unit: '袋' }] },
  conditions: '', isAnonymous: false, ...changes,
});

export const onlyMoney = (useKey: string, changes: Partial<DirectedWordsInput> = {}): DirectedWordsInput =>
  moneyWords(useKey, { what: { subjectKind: 'matter', money: { amountFen: AMOUNT_FEN, lines: [{ useKey, text: '灶台和安装', amountFen: AMOUNT_FEN }] }, things: [] }, ...changes });

export const thingWords = (changes: Partial<DirectedWordsInput> = {}): DirectedWordsInput => ({
  title: '给一位邻居送米和理发', purpose: '行动不方便，每月送一袋米、上门理一次发。', for: { kind: 'organisation', name: '青枫社区助老小组' },
  what: { subjectKind: 'person', things: [{ kind: 'goods', text: '大米', count: 6, unit: '袋' }, { kind: 'service', text: '上门理发', count: 6, unit: '次' }] },
  conditions: '', isAnonymous: true, ...changes,
});

export const giftOf = (community: Community, directedId: string): DirectedGift => {
  const found = community.document<DirectedGift>('directedGifts', directedId);
  if (found === null) throw new Error(`no directed gift ${directedId}`);
  return found;
};

export const directedPage = (community: Community, openid: string, directedId: string): Promise<DirectedView> => community.must(openid, 'directed.get', { directedId });

export const offer = async (community: Community, words: DirectedWordsInput, by = MERCHANT): Promise<string> =>
  (await community.must(by, 'directed.offer', { as: { kind: by === MERCHANT ? 'merchant' : 'self' }, words })).directedId;

export const FACTS = { who: '社区食堂，2018 年办到现在。', done: '每天做 60 份午饭，账月月公开。', uses: '换一台灶台。', where: '灶台看好了，付了就装。' } as const;

export const acceptInput = (community: Community, directedId: string, hasMoney = true) => {
  const nowMs = community.nowMs();
  return { directedId, decision: { kind: 'accept' as const, facts: FACTS, answerableCode: null, payByMs: hasMoney ? nowMs + 10 * DAY_MS : null, reportByMs: nowMs + 60 * DAY_MS } };
};

/** Offered and agreed; things only run at once. */
export const agreedGift = async (community: Community, words: DirectedWordsInput, by = MERCHANT, accepter = STAFF): Promise<string> => {
  const directedId = await offer(community, words, by);
  await community.must(accepter, 'directed.answer', acceptInput(community, directedId, words.what.subjectKind === 'matter' && words.what.money !== null));
  return directedId;
};

/** At the cashier, and WeChat tells. */
export const payFor = async (community: Community, openid: string, { contributionId }: Pick<ContributionView, 'contributionId'>): Promise<void> => {
  await community.cloud.control('pay', { outTradeNo: contributionId, openid, outcome: 'paid' });
  await community.must(openid, 'contribution.confirm', { contributionId });
};

export const payPart = async (community: Community, directedId: string, amountFen: number, by = MERCHANT, operationId = newOperation()): Promise<string> => {
  const ordered = await community.must(by, 'directed.pay', { directedId, amountFen }, operationId);
  await payFor(community, by, ordered);
  return ordered.contributionId;
};

/** Everything paid, folded and counted. */
export const runningGift = async (community: Community, words: DirectedWordsInput, by = MERCHANT, accepter = STAFF): Promise<string> => {
  const directedId = await agreedGift(community, words, by, accepter);
  await payPart(community, directedId, AMOUNT_FEN, by);
  await runMinutes(community, 4);
  return directedId;
};

/** Told to the whole with money left. */
export const reportedGift = async (community: Community, useKey: string): Promise<string> => {
  const directedId = await runningGift(community, onlyMoney(useKey));
  await community.must(STAFF, 'directed.report', { directedId, kind: 'final', text: '灶台装好了。' });
  return directedId;
};

export const openTasks = (community: Community, kind: string, directedId: string): readonly Task[] => community.documents<Task>('tasks').filter((task) => task.kind === kind && task.subjectId === directedId && task.state === 'open');

/** Titles of what somebody was told about a gift. */
export const noticesOf = async (community: Community, openid: string, directedId: string): Promise<readonly string[]> => {
  const { memberId } = await community.me(openid);
  return community.documents<Notice>('notices').filter((notice) => notice.memberId === memberId && notice.target.subjectId === directedId).map(({ title }) => title);
};

export const contributionsOf = (community: Community, directedId: string): readonly Contribution[] => community.documents<Contribution>('contributions').filter(({ target }) => target.lane === 'directed' && target.directedId === directedId);

/** Every gift stands coherent with nothing waiting, and every fen in one place. */
export const closeDirected = async (community: Community): Promise<void> => {
  await runMinutes(community, 3);
  for (const gift of community.documents<DirectedGift>('directedGifts')) expect({ id: gift._id, state: gift.state, coherent: isDirectedCoherent(gift), waiting: gift.pendingEvents }).toEqual({ id: gift._id, state: gift.state, coherent: true, waiting: 0 });
  await checkMoney(community, false);
  await community.close();
};
