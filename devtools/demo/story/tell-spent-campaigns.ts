import type { CampaignWordsInput } from '@contract';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../cloudfunctions/core/kernel/clock';
import { decideClose } from '../../../cloudfunctions/core/mutual/close-campaign';
import { campaignAskRefusal, campaignFacts } from '../../../cloudfunctions/core/mutual/campaign-spending';
import { decideMilestone, decideReport } from '../../../cloudfunctions/core/mutual/report-campaign';
import { decideCounted } from '../../../cloudfunctions/core/mutual/run-campaign';
import type { CastKey } from '../community/cast';
import { at } from '../community/moments';
import { begin, bringCash, give, memberOf, neighboursBy, shareOf, stepOf } from './campaign-play';
import { spend, type Payment } from './spend';
import type { Stage } from './stage';
import { demoUseKey, tableOf } from './tell-fund';

const YESSES = ['zhengStreet', 'heJing'] as const satisfies readonly CastKey[];

/** Given on one day, each neighbour once; the stage is counted a quarter of an hour after its end. */
const raise = (stage: Stage, campaignId: string, { fromMs, people, sumFen, cash }: { readonly fromMs: number; readonly people: number; readonly sumFen: number; readonly cash: readonly (readonly [name: string, fen: number, number: number])[] }): void => {
  const { campaigns } = stage.town.campaigning;
  for (const [name, fen, number] of cash) bringCash(stage, campaignId, name, fen, number, fromMs + number * MINUTE_MS);
  const givers = neighboursBy(stage, fromMs);
  shareOf(sumFen, people).forEach((amountFen, index) => {
    const giver = givers[index];
    if (giver === undefined) throw new Error('the demo has too few neighbours');
    give(stage, campaignId, stage.town.member(giver._id), amountFen, fromMs + index * 13 * MINUTE_MS);
  });
  const countedMs = (campaigns.get(campaignId).stage?.endsAtMs ?? 0) + 15 * MINUTE_MS;
  const settledFen = sumFen + cash.reduce((sum, [, fen]) => sum + fen, 0);
  campaigns.act(campaignId, countedMs, (found) => decideCounted(found, 1, settledFen, countedMs));
};

const spendOn = (stage: Stage, campaignId: string, by: CastKey, payment: Omit<Payment, 'yesses'>): void => {
  const { campaigns } = stage.town.campaigning;
  const filer = memberOf(stage, by);
  spend(stage, { hostId: campaignId, act: (nowMs, decide) => campaigns.act(campaignId, nowMs, (found) => decide(found, campaignFacts(found), { refusal: campaignAskRefusal(found, filer), accountingAgentId: found.accountingAgentId })) }, tableOf(stage), filer, { ...payment, yesses: YESSES });
};

const markStep = (stage: Stage, campaignId: string, by: CastKey, milestoneId: string, note: string, atMs: number): void => {
  const teller = memberOf(stage, by);
  stage.town.campaigning.campaigns.act(campaignId, atMs, (found) => decideMilestone(found, milestoneId, { note, photos: [] }, teller, stepOf(teller._id, `${campaignId} ${milestoneId}`, atMs)));
};

const tellWhole = (stage: Stage, campaignId: string, by: CastKey, text: string, atMs: number): void => {
  const teller = memberOf(stage, by);
  stage.town.campaigning.campaigns.act(campaignId, atMs, (found) => decideReport(found, { kind: 'final', text, photos: [] }, teller, stepOf(teller._id, `whole ${campaignId}`, atMs)));
};

const LAMPS: CampaignWordsInput = {
  title: '三号楼楼道换声控灯', story: '楼道灯坏了一半，晚上回家要摸着墙走。想把六层都换成声控灯，亮堂又省电。', pictureKey: 'lamp', photos: [], source: { kind: 'topic' }, sinceText: '7 号楼业主群群主，2019 年起管楼里的事',
  facts: { who: '群主方姐，2019 年起管楼里的事。', done: '修过 2 个楼道扶手，账目都公开了。', uses: '灯十二盏 960 元，师傅装 480 元。', where: '看好了灯，钱齐了一天装完。' },
  goal: { subjectKind: 'things', money: { minimumFen: 144_000, optimumFen: 180_000, lines: [{ useKey: demoUseKey('材料'), text: '声控灯十二盏', amountFen: 96_000 }, { useKey: demoUseKey('施工'), text: '师傅装一天', amountFen: 48_000 }] }, ownersVote: null, propertyConsent: null },
  needs: [], milestones: [{ text: '六层都装好', dueAtMs: at('2026-08-08', '18:00') }], stageDays: 15,
};

/** Over: paid with receipts, told, and what was left went to the development fund once the neighbourhood had seen it. */
const tellLamps = (stage: Stage): void => {
  const { campaigns } = stage.town.campaigning;
  const campaignId = begin(stage, LAMPS, 'fangJie', at('2026-07-06', '20:00'));
  raise(stage, campaignId, { fromMs: at('2026-07-10', '08:20'), people: 32, sumFen: 140_000, cash: [['耿大爷', 20_000, 14], ['纪奶奶', 5_000, 15]] });
  spendOn(stage, campaignId, 'fangJie', { label: '材料', text: '声控灯十二盏', yuan: 936, shop: '老周五金', still: 'ceilingLamp', askedAtMs: at('2026-07-24', '17:40'), voucherNo: '记-07-018' });
  spendOn(stage, campaignId, 'fangJie', { label: '施工', text: '师傅装一天，换下的旧线也拆了', yuan: 480, shop: '老周五金', still: 'tools', askedAtMs: at('2026-08-03', '19:10'), voucherNo: '记-08-003' });
  markStep(stage, campaignId, 'fangJie', 's1', '六层都亮了，走到哪儿亮到哪儿。', at('2026-08-04', '20:30'));
  tellWhole(stage, campaignId, 'fangJie', '三十四家一共给了一千六百五十元。灯九百三十六，装四百八，票据都在上面。余下二百三十四元。', at('2026-08-12', '21:00'));
  const closer = memberOf(stage, 'heJing');
  const saidMs = at('2026-08-17', '10:00');
  campaigns.act(campaignId, saidMs, (found) => decideClose(found, { kind: 'fund' }, '余下的不多，转到基金里给别的楼换灯。', closer, stepOf(closer._id, 'lamps closed', saidMs)));
  for (const { _id } of stage.town.publicities.documents.values()) stage.town.publicities.advance(_id, saidMs + 10 * DAY_MS);
};

const TABLES: CampaignWordsInput = {
  title: '小广场添两张棋桌', story: '下棋的老伙计天天在花坛沿上摆棋盘，腿蹲麻了。想添两张石棋桌、八个石凳。', pictureKey: 'tool', photos: [], source: { kind: 'topic' }, sinceText: '周末志愿者，领过两次大扫除',
  facts: { who: '刘薇，周末志愿者。', done: '领过两次楼道大扫除。', uses: '石棋桌两张、石凳八个，连运带装。', where: '地方物业同意了，厂家十天能送。' },
  goal: { subjectKind: 'things', money: { minimumFen: 230_000, optimumFen: 300_000, lines: [{ useKey: demoUseKey('邻里活动的场地和材料'), text: '石棋桌两张、石凳八个', amountFen: 200_000 }, { useKey: demoUseKey('施工'), text: '运和装', amountFen: 30_000 }] }, ownersVote: null, propertyConsent: null },
  needs: [], milestones: [{ text: '棋桌装好', dueAtMs: at('2026-10-30', '18:00') }], stageDays: 15,
};

/** Done and told: staff still have to say where the rest goes. */
const tellTables = (stage: Stage): void => {
  const campaignId = begin(stage, TABLES, 'liuWei', at('2026-09-12', '19:30'));
  raise(stage, campaignId, { fromMs: at('2026-09-18', '08:40'), people: 29, sumFen: 232_000, cash: [['老裴', 30_000, 16]] });
  spendOn(stage, campaignId, 'liuWei', { label: '邻里活动的场地和材料', text: '石棋桌两张、石凳八个', yuan: 1_980, shop: '澄溪石材厂', still: 'chess', askedAtMs: at('2026-10-09', '16:00'), voucherNo: '记-10-012' });
  spendOn(stage, campaignId, 'liuWei', { label: '施工', text: '运到小广场装好', yuan: 280, shop: '澄溪石材厂', still: 'tools', askedAtMs: at('2026-10-20', '12:00'), voucherNo: '记-10-031' });
  markStep(stage, campaignId, 'liuWei', 's1', '两张棋桌摆在香樟树下，当天就有人下上了。', at('2026-10-21', '18:20'));
  tellWhole(stage, campaignId, 'liuWei', '三十家给了二千六百二十元。棋桌石凳一千九百八，运和装二百八，票据都在上面。余下三百六十元。', at('2026-11-16', '20:10') + HOUR_MS);
};

/** Campaigns whose money was spent; what they spend is looked up in the street's table, so that one is told before. */
export function tellSpentCampaigns(stage: Stage): void {
  tellLamps(stage);
  tellTables(stage);
}
