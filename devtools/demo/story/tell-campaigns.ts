import type { CampaignWordsInput } from '@contract';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../cloudfunctions/core/kernel/clock';
import { deriveId } from '../../../cloudfunctions/core/kernel/ids';
import { campaignEscrow, matchBudget } from '../../../cloudfunctions/core/ledger/account';
import { decideMatch } from '../../../cloudfunctions/core/match-budget/change-match';
import { newMatchBudget, termsOf } from '../../../cloudfunctions/core/match-budget/match-budget';
import { decideTerms } from '../../../cloudfunctions/core/match-budget/match-terms';
import { decideClose } from '../../../cloudfunctions/core/mutual/close-campaign';
import { decideMilestone, decideReport } from '../../../cloudfunctions/core/mutual/report-campaign';
import { at } from '../community/moments';
import { HOME_COMMUNITY } from '../community/places';
import { CampaignBooks } from './campaign-books';
import { begin, bringCash, give, groundOf, memberOf, neighboursBy, shareOf, stepOf } from './campaign-play';
import type { Stage } from './stage';
import { demoUseKey } from './tell-fund';

/** What the pharmacy promised to add, seen by staff, and what it added so far. */
const matchGifts = (stage: Stage, campaignId: string, amountFen: number, atMs: number): void => {
  const { campaigns, matchBudgets } = stage.town.campaigning;
  const { title, communityId, areaIds } = campaigns.get(campaignId);
  const [shop, judge] = [memberOf(stage, 'kangShop'), memberOf(stage, 'heJing')];
  const offer = { budgetFen: 250_000, numerator: 1, denominator: 2, capFenPerPersonDay: 5_000 };
  const fresh = newMatchBudget(offer, { campaignId, campaignTitle: title, communityId, areaIds }, { merchantId: shop._id, merchantName: '康民药房' }, stepOf(shop._id, 'match offer', atMs - DAY_MS));
  matchBudgets.insert(fresh, atMs - DAY_MS);
  matchBudgets.act(fresh._id, atMs - HOUR_MS, (found) => decideMatch(found, { kind: 'confirm', receiptNo: 'QF-P-0007' }, true, judge, stepOf(judge._id, 'match seen', atMs - HOUR_MS)));
  campaigns.act(campaignId, atMs - HOUR_MS, (found) => decideTerms(found, fresh._id, termsOf(fresh), atMs - HOUR_MS));
  const cause = { kind: 'match', aggregateId: campaignId, text: '康民药房配捐' };
  stage.town.carryOut({ kind: 'moveMoney', transferId: deriveId('t', 'demo', 'match', campaignId), debitAccount: matchBudget(fresh._id), creditAccount: campaignEscrow(campaignId, 1), amountFen, cause, communityId: HOME_COMMUNITY, isPending: false, atMs });
  const standing = matchBudgets.get(fresh._id);
  matchBudgets.documents.set(fresh._id, { ...standing, leftFen: standing.leftFen - amountFen, spentFen: amountFen });
};

const RAMP: CampaignWordsInput = {
  title: '给 7 号楼门口修一条缓坡', story: '楼里有三位邻居坐轮椅，出门要两个人抬三级台阶，下雨天更难。\n想在门口修一条一米二宽的缓坡，带扶手，图纸找设计院的邻居画好了。', pictureKey: 'ramp', photos: [], source: { kind: 'topic' },
  sinceText: '7 号楼业主群群主，2019 年起管楼里的事',
  facts: { who: '7 号楼群主方姐，2019 年起管楼里的事。', done: '修过 2 个楼道扶手，账目都公开了。', uses: '材料 7,600 元、施工 4,000 元、验收 400 元。', where: '图纸已过审，12 月 6 日截止，12 日开工。' },
  goal: {
    subjectKind: 'place',
    money: { minimumFen: 1_200_000, optimumFen: 1_800_000, lines: [{ useKey: demoUseKey('材料'), text: '材料', amountFen: 760_000 }, { useKey: demoUseKey('施工'), text: '施工', amountFen: 400_000 }, { useKey: demoUseKey('验收'), text: '验收', amountFen: 40_000 }] },
    ownersVote: { votedAtMs: at('2026-10-18', '15:00'), participants: 60, total: 72, inFavour: 56, participantsAreaShare: 838, inFavourAreaShare: 932, fileIds: [] }, propertyConsent: { atMs: at('2026-10-26', '10:00'), company: '听枫物业', fileIds: [] },
  },
  needs: [{ kind: 'hours', text: '搬料', unit: '人', wanted: 3, activityId: null }, { kind: 'goods', text: '防滑条', unit: '米', wanted: 12, activityId: null }],
  milestones: [{ text: '开工', dueAtMs: at('2026-12-12', '18:00') }, { text: '浇筑、装扶手', dueAtMs: at('2026-12-20', '18:00') }, { text: '验收', dueAtMs: at('2026-12-28', '18:00') }],
  stageDays: 26,
};

/** The ramp of the mock-up: a common part, shown five working days, open since; its figures are the mock-up's. */
const tellRamp = (stage: Stage): void => {
  const campaignId = begin(stage, RAMP, 'fangJie', at('2026-11-02', '20:10'));
  const { publicityId } = stage.town.campaigning.campaigns.get(campaignId);
  if (publicityId === null) throw new Error('the ramp is shown first');
  stage.town.publicities.advance(publicityId, at('2026-11-11', '08:00'));
  ['老张', '李奶奶', '王伯', '孙大爷', '钱阿姨', '胡奶奶', '老许', '魏伯', '蔡阿姨', '老丁', '冯奶奶', '姜伯', '老袁'].forEach((name, index) => bringCash(stage, campaignId, name, index === 0 ? 158_000 : 50_000, index + 1, at('2026-11-13', '09:00') + index * 7 * MINUTE_MS));
  const neighbours = neighboursBy(stage, at('2026-11-11', '00:00'));
  const days = [{ day: '2026-11-15', people: 31, sumFen: 306_000 }, { day: '2026-11-19', people: 42, sumFen: 218_000 }] as const;
  let next = 0;
  for (const { day, people, sumFen } of days) {
    shareOf(sumFen, people).forEach((amountFen, index) => {
      const giver = neighbours[next];
      if (giver === undefined) throw new Error('the demo has too few neighbours');
      next += 1;
      give(stage, campaignId, stage.town.member(giver._id), amountFen, at(day, '08:30') + index * 11 * MINUTE_MS);
    });
  }
  matchGifts(stage, campaignId, 64_000, at('2026-11-18', '21:00'));
};

const noMoney = { subjectKind: 'activity', money: null, ownersVote: null, propertyConsent: null } as const;

/** Goods and hands only, open. */
const tellShed = (stage: Stage): void => {
  begin(stage, {
    title: '把旧车棚收拾成晾晒角', story: '车棚空了两年，堆的都是没人要的东西。收拾出来拉几根绳，雨天也能晾被子。', pictureKey: 'tool', photos: [], source: { kind: 'topic' }, sinceText: '周末志愿者，领过两次大扫除',
    facts: { who: '刘薇，周末志愿者。', done: '领过两次楼道大扫除。', uses: '绳子、挂钩，还有一个上午的力气。', where: '物业说好清走大件，就差人手。' },
    goal: noMoney, needs: [{ kind: 'goods', text: '不锈钢挂钩', unit: '个', wanted: 20, activityId: null }, { kind: 'hours', text: '收拾', unit: '人', wanted: 8, activityId: null }],
    milestones: [{ text: '清空、拉绳', dueAtMs: at('2026-12-05', '18:00') }], stageDays: 14,
  }, 'liuWei', at('2026-11-16', '19:00'));
};

/** Goods and a place, over: every step told, the whole report written, closed. */
const tellShelf = (stage: Stage): void => {
  const { campaigns } = stage.town.campaigning;
  const campaignId = begin(stage, {
    title: '给驿站自习角添一排书架', story: '放学后孩子们在驿站写作业，书包书本堆在地上。', pictureKey: 'book', photos: [], source: { kind: 'topic' }, sinceText: '社区社工，管自习角三年',
    facts: { who: '社工周敏，管自习角三年。', done: '收过两百本旧书，都上了目录。', uses: '旧书架、木板和一个下午。', where: '墙面量好了，东西到了就装。' },
    goal: { ...noMoney, subjectKind: 'things' }, needs: [{ kind: 'goods', text: '旧书架', unit: '个', wanted: 3, activityId: null }, { kind: 'place', text: '放木料的地方', unit: '天', wanted: 2, activityId: null }],
    milestones: [{ text: '装好书架', dueAtMs: at('2026-10-12', '18:00') }], stageDays: 20,
  }, 'zhouMin', at('2026-09-14', '16:00'));
  const worker = memberOf(stage, 'zhouMin');
  const doneMs = at('2026-10-10', '17:20');
  campaigns.act(campaignId, doneMs, (found) => decideMilestone(found, 's1', { note: '三个书架都装在北墙，能放四百本。', photos: [] }, worker, stepOf(worker._id, 'shelf up', doneMs)));
  const toldMs = at('2026-10-13', '10:30');
  campaigns.act(campaignId, toldMs, (found) => decideReport(found, { kind: 'final', text: '三家送来三个旧书架，老周五金出了木板和螺丝，六个人装了一个下午。多的一块木板留给驿站当公告板。没有花钱。', photos: [] }, worker, stepOf(worker._id, 'shelf told', toldMs)));
  const closer = memberOf(stage, 'heJing');
  campaigns.act(campaignId, toldMs + DAY_MS, (found) => decideClose(found, null, '都办好了，谢谢大家。', closer, stepOf(closer._id, 'shelf closed', toldMs + DAY_MS)));
};

/** Neighbours' campaigns; their money is in the books once these are closed. */
export function tellCampaigns(stage: Stage): void {
  stage.town.ground = groundOf(stage);
  tellShelf(stage);
  tellShed(stage);
  tellRamp(stage);
}

/** After the books were closed: what was folded day by day, and the public ledger it made. */
export function writeCampaignBooks(stage: Stage): CampaignBooks {
  const books = new CampaignBooks();
  books.fold(stage);
  for (const campaignId of stage.town.campaigning.campaigns.documents.keys()) books.write(stage, campaignId);
  return books;
}
