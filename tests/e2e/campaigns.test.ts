/** Mutual aid as its people live it: opened from the tab, four facts read, paid at the cashier, with a receipt; cash that two of the staff look at; and the money back when the least was missed or it is called off. */
import type { CampaignWordsInput } from '@contract';
import { Behind } from './support/behind';
import { PEOPLE, photo } from './support/loop-steps';
import type { PhoneDriver } from './support/phone';
import { openStage, type Stage } from './support/stage';

const DAY_MS = 86_400_000;
const FANG_CAMPAIGN = '给 7 号楼门口修一条缓坡';
const LAMPS = '三单元楼道换成声控灯';
const RACK = '车棚里添一排雨衣架';
const ZHOU_MIN = 'oDemoZhouMin0004';

let stage: Stage;
let behind: Behind;
let resident: PhoneDriver;
let staff: PhoneDriver;

beforeAll(async () => {
  stage = await openStage();
  behind = new Behind(stage);
  [resident, staff] = (await Promise.all([PEOPLE.linXiao, PEOPLE.heJing].map((as) => stage.phone({ as, start: 'pages/home/index' })))) as [PhoneDriver, PhoneDriver];
});

afterAll(() => stage?.close());

const openCampaign = async (title: string, phone = resident): Promise<void> => {
  await phone.open('pages/activities/index');
  await phone.tapText('社区互助');
  await phone.waitForRoute('packages/campaign/list/index');
  await phone.tapText(title);
  await phone.waitForRoute('packages/campaign/page/index');
};

/** WeChat's answer about a refund comes by a call of its own; the minute after it, the timer counts it. */
async function minutesPass(): Promise<void> {
  for (let minute = 0; minute < 6; minute += 1) {
    await behind.runJobsUntilQuiet();
    await behind.advance(60_000);
  }
}

/** From the campaign to WeChat's cashier, past the four facts. */
async function goToCashier(words: string): Promise<void> {
  await resident.tapText('出一份');
  await resident.waitForRoute('packages/campaign/give/index');
  await resident.tapText(words);
  await resident.tapText('下一步');
  for (const fact of ['谁在办', '办过什么', '钱花在哪', '到哪一步']) await resident.seeText(fact);
  await resident.tapText(`看过了，付 ${words}`);
}

async function look(name: string, phone = resident): Promise<void> {
  expect({ name, overflowPx: await phone.overflowPx() }).toEqual({ name, overflowPx: 0 });
  await phone.screenshot(name);
}

/** Small enough to need no publicity, and never reached. */
async function openSmall(title: string): Promise<void> {
  const nowMs = await behind.nowMs();
  const { rows } = await behind.must('oDemoSunNing0011', 'uses.get', {});
  const useKey = rows.find(({ label }) => label === '材料')?.useKey ?? '';
  const words: CampaignWordsInput = {
    title, story: '楼道的灯坏了三盏，晚归的人摸黑上楼。', pictureKey: 'lamp', photos: [], source: { kind: 'topic' }, sinceText: '三单元的住户',
    facts: { who: '三单元的住户。', done: '换过门口的灯。', uses: '六盏灯。', where: '样子选好了。' },
    goal: { subjectKind: 'things', money: { minimumFen: 60_000, optimumFen: 60_000, lines: [{ useKey, text: '六盏声控灯', amountFen: 60_000 }] }, ownersVote: null, propertyConsent: null },
    needs: [], milestones: [{ text: '装好', dueAtMs: nowMs + 30 * DAY_MS }], stageDays: 5,
  };
  const { campaignId } = await behind.must('oDemoSunNing0011', 'mutual.propose', words);
  await behind.must('oDemoSunNing0011', 'mutual.submit', { campaignId });
  await behind.must(PEOPLE.heJing, 'mutual.decide', { campaignId, decision: { kind: 'approve' } });
  await behind.runJobsUntilQuiet();
}

describe('giving', () => {
  test('whoever turns back at the cashier keeps the order and pays it later; the receipt and the settled total follow', async () => {
    await openCampaign(FANG_CAMPAIGN);
    await look('80-campaign');
    await goToCashier('¥20');
    await resident.seeText('¥20.00');
    await resident.tapText('不付了');
    await resident.waitForRoute('packages/campaign/contribution/index');
    await resident.seeText('还没付');
    await look('81-left-at-the-cashier');
    await resident.tapText('接着付 ¥20');
    await resident.tapText('确认付款');
    await resident.seeText('收到了，谢谢您', { exact: false });
    await resident.seeText('收据号');
    await look('82-receipt');
    await behind.runJobsUntilQuiet();
    await openCampaign(FANG_CAMPAIGN);
    await resident.seeText('您出过一份，谢谢您。', { exact: false });
    // 20 yuan, and 10 that the pharmacy adds.
    await resident.seeText('¥13,490', { exact: false });
    await resident.expectNoErrors();
  });
});

describe('cash', () => {
  test('is written down by one of the staff with its receipt, counts once another has looked, and stands in the book', async () => {
    await openCampaign(FANG_CAMPAIGN, staff);
    await staff.tapText('记一笔现金');
    await staff.waitForRoute('packages/campaign/cash/index');
    await staff.fill('照收据上写', '楼下的李大爷');
    await staff.fill('比如：100', '六十六');
    await staff.fill('纸质收据右上角', '0098');
    await staff.nextMedia([photo('parcel')]);
    await staff.tapText('拍收据');
    await staff.agreePrivacy();
    await staff.tapText('记下');
    await staff.seeText('写数字，最多两位小数');
    await staff.fill('比如：100', '66');
    await look('84-cash', staff);
    await staff.tapText('记下');
    await staff.waitForRoute('packages/campaign/desk/index');
    await staff.seeText('您记的，请另一位同事核对。');
    await staff.seeNoText('对上了');
    await look('85-cash-waits', staff);
    const colleague = await stage.phone({ as: ZHOU_MIN, start: 'packages/campaign/desk/index' });
    await colleague.seeText('楼下的李大爷');
    await colleague.seeText('把钱和纸质收据都看一遍，再点。');
    await colleague.tapText('对上了');
    await colleague.seeText('没有等着的钱');
    await colleague.expectNoErrors();
    await colleague.close();
    await behind.runJobsUntilQuiet();
    await openCampaign(FANG_CAMPAIGN);
    await resident.tapText('看看都有谁出了', { exact: false });
    await resident.waitForRoute('packages/campaign/givers/index');
    await resident.seeText('楼下的李大爷');
    await resident.seeText('¥66');
    await Promise.all([resident.expectNoErrors(), staff.expectNoErrors()]);
  });
});

describe('a stage that misses its minimum', () => {
  test('what was given comes back by itself, and the giver reads it', async () => {
    await openSmall(LAMPS);
    await openCampaign(LAMPS);
    await goToCashier('¥50');
    await resident.tapText('确认付款');
    await resident.seeText('收到了，谢谢您', { exact: false });
    await behind.advance(6 * DAY_MS);
    await minutesPass();
    await resident.open('packages/campaign/mine/index');
    await resident.tapText(LAMPS);
    await resident.seeText('¥50 退回给您了');
    await resident.seeText('到期没筹够', { exact: false });
    await look('83-given-back');
    await resident.expectNoErrors();
  });
});

describe('a campaign that is called off', () => {
  test('staff say why; who gave reads it, and has the money back without asking', async () => {
    await openSmall(RACK);
    await openCampaign(RACK);
    await goToCashier('¥50');
    await resident.tapText('确认付款');
    await resident.seeText('收到了，谢谢您', { exact: false });
    await openCampaign(RACK, staff);
    await staff.tapText('取消这件事');
    await staff.seeText('已经给的每一分都原路退回', { exact: false });
    await staff.fill('为什么，大家会看到', '物业说下个月统一装，不用大家出钱');
    await staff.tapText('取消，钱都退回去');
    await staff.seeText('取消了，已退回');
    await staff.seeText('原因：物业说下个月统一装，不用大家出钱。不用申请，原路退回，一分不少。');
    await look('86-called-off', staff);
    await minutesPass();
    await resident.open('packages/campaign/mine/index');
    await resident.tapText(RACK);
    await resident.seeText('¥50 退回给您了');
    await resident.seeText('这件事取消了', { exact: false });
    await look('87-given-back-called-off');
    await resident.tapText('去看这件事');
    await resident.seeText('原因：物业说下个月统一装', { exact: false });
    await Promise.all([resident.expectNoErrors(), staff.expectNoErrors()]);
  });
});
