import type { DirectedWordsInput, FourFacts } from '@contract';
import type { Step } from '../../../cloudfunctions/core/aggregate/step';
import { merchantGiver } from '../../../cloudfunctions/core/claim/giver';
import { contributionIdOf, newOrder } from '../../../cloudfunctions/core/contribution/contribution';
import { decideSeen } from '../../../cloudfunctions/core/contribution/see-order';
import { decideAnswer } from '../../../cloudfunctions/core/directed/answer-gift';
import type { DirectedGift } from '../../../cloudfunctions/core/directed/directed-gift';
import { directedAskRefusal, directedFacts } from '../../../cloudfunctions/core/directed/directed-spending';
import { decideHandOver, decideReceive } from '../../../cloudfunctions/core/directed/hand-things';
import { directedGiverOf, newGift } from '../../../cloudfunctions/core/directed/offer-gift';
import { decideCounted, decideKeep } from '../../../cloudfunctions/core/directed/pay-gift';
import { decideReport } from '../../../cloudfunctions/core/directed/report-gift';
import { decideSettleLeftover } from '../../../cloudfunctions/core/directed/settle-leftover';
import { pathOf } from '../../../cloudfunctions/core/kernel/area-tree';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../cloudfunctions/core/kernel/clock';
import { deriveId } from '../../../cloudfunctions/core/kernel/ids';
import { unwrap } from '../../../cloudfunctions/core/kernel/result';
import type { Member } from '../../../cloudfunctions/core/member/member';
import type { CastKey } from '../community/cast';
import { at, DEMO_NOW_MS } from '../community/moments';
import { HOME_COMMUNITY } from '../community/places';
import { groundOf } from './campaign-play';
import { spend, type Payment } from './spend';
import type { Stage } from './stage';
import { tableOf } from './tell-fund';


const stepOf = (actorId: string, about: string, nowMs: number): Step => ({ actorId, operationId: deriveId('op', 'demo', 'directed', about, actorId), inputHash: 'demo', nowMs });

const memberOf = ({ town, people }: Stage, key: CastKey): Member => town.member(people.cast(key)._id);

type Lines = readonly (readonly [label: string, text: string, yuan: number])[];

const moneyOf = (stage: Stage, lines: Lines) => ({
  amountFen: lines.reduce((sum, [, , yuan]) => sum + yuan * 100, 0),
  lines: lines.map(([label, text, yuan]) => ({ useKey: tableOf(stage).rows.find((row) => row.label === label)?.useKey ?? '', text, amountFen: yuan * 100 })),
});

/** Offered by a shop. */
const offer = (stage: Stage, shop: CastKey, words: DirectedWordsInput, atMs: number): string => {
  const member = memberOf(stage, shop);
  const giver = directedGiverOf(unwrap(merchantGiver(member, HOME_COMMUNITY)), []);
  const uses = new Map(tableOf(stage).rows.map((row) => [row.useKey, row]));
  const gift = newGift(words, uses, giver, { communityId: HOME_COMMUNITY, communityName: member.communityName, areaIds: pathOf(HOME_COMMUNITY) }, stepOf(member._id, words.title, atMs));
  stage.town.directed.insert(gift, atMs);
  return gift._id;
};

/** Accepted by staff; the social worker answers for it. */
const agree = (stage: Stage, directedId: string, facts: FourFacts, payByMs: number, reportByMs: number, atMs: number): void => {
  const [staff, answerable] = [memberOf(stage, 'heJing'), memberOf(stage, 'zhouMin')];
  const ground = { ...groundOf(stage), lane: 'directed' as const };
  stage.town.directed.act(directedId, atMs, (gift) => decideAnswer(gift, { kind: 'accept', facts, answerableCode: null, payByMs, reportByMs }, { ground, answerable, isLateElsewhere: false }, staff, stepOf(staff._id, `agree ${directedId}`, atMs)));
};

/** A part ordered by the shop and paid two minutes later. */
const pay = (stage: Stage, directedId: string, yuan: number, atMs: number): void => {
  const { directed, campaigning } = stage.town;
  const gift = directed.get(directedId);
  const { collector, giver, payByMs } = gift;
  if (collector?.kind !== 'subMerchant' || payByMs === null) throw new Error('the demo takes money by WeChat');
  const step = stepOf(giver.memberId, `pay ${directedId} ${yuan}`, atMs);
  const amountFen = yuan * 100;
  directed.act(directedId, atMs, (standing) => decideKeep(standing, contributionIdOf(step.operationId), amountFen, 'wechat', atMs));
  const draft = { target: { lane: 'directed' as const, directedId }, targetTitle: gift.title, communityId: gift.communityId, areaIds: gift.areaIds, amountFen, isAnonymous: false, matchBudgetId: null, matchedFen: 0 };
  const order = unwrap(newOrder(draft, collector, { memberId: giver.memberId, name: giver.name }, payByMs, step));
  campaigning.contributions.insert(order, atMs);
  const paidAtMs = atMs + 2 * MINUTE_MS - 1_000;
  campaigning.contributions.act(order._id, paidAtMs, (found) => decideSeen(found, { kind: 'paid', outTradeNo: order._id, subMchId: collector.subMchId, payerId: giver.memberId, amountFen, transactionId: `demo-${order._id}`, paidAtMs }, paidAtMs));
};

/** Everything is in: counted ten minutes after the last part. */
const count = (stage: Stage, directedId: string, yuan: number, atMs: number): void => stage.town.directed.act(directedId, atMs, (gift) => decideCounted(gift, yuan * 100, atMs));

const spendOn = (stage: Stage, directedId: string, payment: Payment): void => {
  const filer = memberOf(stage, 'zhouMin');
  const useKey = tableOf(stage).rows.find(({ label }) => label === payment.label)?.useKey ?? null;
  const asksOf = (gift: DirectedGift) => ({ refusal: directedAskRefusal(gift, filer, useKey), accountingAgentId: gift.accountingAgentId });
  spend(stage, { hostId: directedId, act: (nowMs, decide) => stage.town.directed.act(directedId, nowMs, (gift) => decide(gift, directedFacts(gift), asksOf(gift))) }, tableOf(stage), filer, payment);
};

const report = (stage: Stage, directedId: string, kind: 'periodic' | 'final', text: string, atMs: number): void => {
  const teller = memberOf(stage, 'zhouMin');
  stage.town.directed.act(directedId, atMs, (gift) => decideReport(gift, { kind, text, photos: [] }, teller, stepOf(teller._id, `tell ${directedId}`, atMs)));
};

const YESSES = ['zhengStreet', 'heJing'] as const satisfies readonly CastKey[];
const CANTEEN = '邻里食堂的锅灶和桌椅';

/** At work: a stove bought, a freezer still to buy, rice counted, told of once. */
const tellLunch = (stage: Stage): void => {
  const directedId = offer(stage, 'wuShop', {
    title: '给午餐桌换灶台、添冰柜', purpose: '老人和孩子的午餐桌一天做六十份饭，灶台用了八年，火上不来；夏天菜没处放。\n想换一台双眼灶、添一台冰柜，再送二十袋米。', for: { kind: 'project', name: '“一老一小”午餐桌' },
    what: { subjectKind: 'matter', money: moneyOf(stage, [[CANTEEN, '双眼灶和安装', 11_000], [CANTEEN, '冰柜一台', 7_000]]), things: [{ kind: 'goods', text: '东北大米', count: 20, unit: '袋' }] },
    conditions: '灶台旁贴一张小牌：吴记粮油赠。', isAnonymous: false,
  }, at('2026-09-23', '20:30'));
  agree(stage, directedId, { who: '青枫社区午餐桌，2018 年开到现在。', done: '每天六十份午饭，菜钱月月公开。', uses: '双眼灶一万一，冰柜七千，米二十袋。', where: '灶看好了，钱到了三天能装。' }, at('2026-10-10', '12:00'), at('2026-12-31', '12:00'), at('2026-09-24', '10:20'));
  pay(stage, directedId, 10_000, at('2026-09-26', '19:10'));
  pay(stage, directedId, 8_000, at('2026-09-29', '21:05'));
  count(stage, directedId, 18_000, at('2026-09-29', '21:20'));
  const [giver, counter] = [memberOf(stage, 'wuShop'), memberOf(stage, 'heJing')];
  const handedMs = at('2026-10-09', '08:40');
  stage.town.directed.act(directedId, handedMs, (gift) => decideHandOver(gift, 'g1', { note: '放在食堂后门，早上送的', handedAtMs: handedMs - HOUR_MS }, giver, stepOf(giver._id, 'rice', handedMs)));
  stage.town.directed.act(directedId, handedMs + 2 * HOUR_MS, (gift) => decideReceive(gift, 'g1', { count: 20, note: '' }, counter, stepOf(counter._id, 'rice', handedMs + 2 * HOUR_MS)));
  spendOn(stage, directedId, { label: CANTEEN, text: '双眼灶一台，含安装和旧灶拆走', yuan: 10_600, shop: '澄溪厨房设备行', still: 'bowl', askedAtMs: at('2026-10-14', '16:30'), yesses: YESSES, voucherNo: '记-10-022' });
  report(stage, directedId, 'periodic', '双眼灶装好了，多炒一个菜也赶得上十一点半开饭。灶一万零六百，省下四百。冰柜在比三家的价，年底前买好。二十袋米收到，够吃两个月。', at('2026-10-25', '17:10'));
};

/** Done, with something left: the giver is asked whether it may go to the fund. */
const tellNoodles = (stage: Stage): void => {
  const label = '邻里活动的场地和材料';
  const directedId = offer(stage, 'wuShop', {
    title: '重阳节办一场长寿面', purpose: '重阳那天请院里八十岁以上的老人来吃碗长寿面，孩子们端面，拍一张合影。', for: { kind: 'project', name: '重阳敬老' },
    what: { subjectKind: 'matter', money: moneyOf(stage, [[label, '面、菜和桌椅', 5_000]]), things: [] }, conditions: '', isAnonymous: false,
  }, at('2026-09-25', '09:00'));
  agree(stage, directedId, { who: '青枫社区，每年重阳都办。', done: '去年来了五十二位老人。', uses: '面和菜三千多，桌椅一千多。', where: '名单定了，10 月 18 日中午开席。' }, at('2026-10-08', '12:00'), at('2026-11-15', '12:00'), at('2026-09-25', '15:00'));
  pay(stage, directedId, 5_000, at('2026-09-27', '08:30'));
  count(stage, directedId, 5_000, at('2026-09-27', '08:45'));
  spendOn(stage, directedId, { label, text: '面条、鸡蛋、青菜和六桌桌椅', yuan: 4_380, shop: '澄溪宴席服务部', still: 'noodlesEggs', askedAtMs: at('2026-10-19', '10:00'), yesses: YESSES, voucherNo: '记-10-029' });
  report(stage, directedId, 'final', '来了六十一位老人，最大的九十四岁。花了四千三百八十，票据都在上面，余下六百二十元。', at('2026-11-06', '10:00'));
  const staff = memberOf(stage, 'heJing');
  const saidMs = at('2026-11-12', '14:00');
  stage.town.directed.act(directedId, saidMs, (gift) => decideSettleLeftover(gift, { kind: 'fund' }, '六百多元，转到基金里给楼道换灯用', staff, stepOf(staff._id, 'noodles', saidMs)));
};

/** Agreed, one part of it paid. */
const tellBooks = (stage: Stage): void => {
  const label = '给老人和孩子的书和用具';
  const directedId = offer(stage, 'wuShop', {
    title: '给自习角添书和台灯', purpose: '放学后来写作业的孩子多了，书旧灯暗。添两百本书、十盏护眼灯。', for: { kind: 'organisation', name: '青枫社区公益空间' },
    what: { subjectKind: 'matter', money: moneyOf(stage, [[label, '书两百本', 3_600], [label, '护眼台灯十盏', 2_400]]), things: [] }, conditions: '', isAnonymous: false,
  }, at('2026-11-14', '21:00'));
  agree(stage, directedId, { who: '青枫社区公益空间，2023 年挂牌。', done: '自习角每天二十来个孩子。', uses: '书三千六，台灯两千四。', where: '书单列好了，钱到齐就订。' }, at('2026-12-05', '12:00'), at('2027-02-10', '12:00'), at('2026-11-16', '11:00'));
  pay(stage, directedId, 2_500, at('2026-11-17', '20:15'));
};

/** For somebody in hardship: things and hours of a pharmacy, waiting for staff. */
const tellCare = (stage: Stage): void => {
  offer(stage, 'kangShop', {
    title: '给一位邻居送床垫、教护理', purpose: '常年卧床的邻居，家里人不会翻身。送一张防褥垫，店里的护士上门教四次。', for: { kind: 'organisation', name: '青枫社区助老小组' },
    what: { subjectKind: 'person', things: [{ kind: 'goods', text: '防褥垫', count: 1, unit: '张' }, { kind: 'service', text: '上门教护理', count: 4, unit: '次' }] }, conditions: '', isAnonymous: true,
  }, DEMO_NOW_MS - DAY_MS + 2 * HOUR_MS);
};

/** Directed gifts of two shops, in four states. */
export function tellDirected(stage: Stage): void {
  tellLunch(stage);
  tellNoodles(stage);
  tellBooks(stage);
  tellCare(stage);
}
