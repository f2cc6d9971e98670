/** Mutual aid as a neighbour lives it: opened from the tab, four facts read, paid at the cashier, with a receipt; and the money back when the least was missed. */
import type { CampaignWordsInput } from '@contract';
import { Behind } from './support/behind';
import { PEOPLE } from './support/loop-steps';
import type { PhoneDriver } from './support/phone';
import { openStage, type Stage } from './support/stage';

const DAY_MS = 86_400_000;
const FANG_CAMPAIGN = '给 7 号楼门口修一条缓坡';
const LAMPS = '三单元楼道换成声控灯';

let stage: Stage;
let behind: Behind;
let resident: PhoneDriver;

beforeAll(async () => {
  stage = await openStage();
  behind = new Behind(stage);
  resident = await stage.phone({ as: PEOPLE.linXiao, start: 'pages/home/index' });
});

afterAll(() => stage?.close());

const openCampaign = async (title: string): Promise<void> => {
  await resident.open('pages/activities/index');
  await resident.tapText('社区互助');
  await resident.waitForRoute('packages/campaign/list/index');
  await resident.tapText(title);
  await resident.waitForRoute('packages/campaign/page/index');
};

/** From the campaign to WeChat's cashier, past the four facts. */
async function goToCashier(words: string): Promise<void> {
  await resident.tapText('出一份');
  await resident.waitForRoute('packages/campaign/give/index');
  await resident.tapText(words);
  await resident.tapText('下一步');
  for (const fact of ['谁在办', '办过什么', '钱花在哪', '到哪一步']) await resident.seeText(fact);
  await resident.tapText(`看过了，付 ${words}`);
}

async function look(name: string): Promise<void> {
  expect({ name, overflowPx: await resident.overflowPx() }).toEqual({ name, overflowPx: 0 });
  await resident.screenshot(name);
}

/** Small enough to need no publicity, and never reached. */
async function openLamps(): Promise<void> {
  const nowMs = await behind.nowMs();
  const { rows } = await behind.must('oDemoSunNing0011', 'uses.get', {});
  const useKey = rows.find(({ label }) => label === '材料')?.useKey ?? '';
  const words: CampaignWordsInput = {
    title: LAMPS, story: '楼道的灯坏了三盏，晚归的人摸黑上楼。', pictureKey: 'lamp', photos: [], source: { kind: 'topic' }, sinceText: '三单元的住户',
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

describe('a stage that misses its minimum', () => {
  test('what was given comes back by itself, and the giver reads it', async () => {
    await openLamps();
    await openCampaign(LAMPS);
    await goToCashier('¥50');
    await resident.tapText('确认付款');
    await resident.seeText('收到了，谢谢您', { exact: false });
    await behind.advance(6 * DAY_MS);
    // WeChat's answer about a refund comes by a call of its own; the minute after it, the timer counts it.
    for (let minute = 0; minute < 6; minute += 1) {
      await behind.runJobsUntilQuiet();
      await behind.advance(60_000);
    }
    await resident.open('packages/campaign/mine/index');
    await resident.tapText(LAMPS);
    await resident.seeText('¥50 退回给您了');
    await resident.seeText('到期没筹够', { exact: false });
    await look('83-given-back');
    await resident.expectNoErrors();
  });
});
