/** An afternoon at the event: a shop ticks two wishes on the wall and claims them at once, while the hall's screen looks on. */
import { openStage, type Stage } from './support/stage';
import type { PhoneDriver } from './support/phone';
import { PEOPLE, searchWall } from './support/loop-steps';

/** Two of the demo's wishes that stand in today's event, by a word that finds each. */
const GLOVES = { word: '手套', title: '12 副手套，给早班的环卫大姐' } as const;
const SECOND = { word: '小凳', title: '院里下棋的老伙计，缺 10 张小凳' } as const;

let stage: Stage;
let merchant: PhoneDriver;
let hall: PhoneDriver;

beforeAll(async () => {
  stage = await openStage();
  [merchant, hall] = await Promise.all([
    stage.phone({ as: PEOPLE.wuShop, start: 'pages/wishes/index' }),
    stage.phone({ as: PEOPLE.heJing, start: 'pages/wishes/index' }),
  ]);
});

afterAll(() => stage?.close());

const tick = async ({ word, title }: typeof GLOVES | typeof SECOND): Promise<void> => {
  await searchWall(merchant, word);
  await merchant.tapText(title);
};

const claimedLine = (title: string): string => `认领 1 份 · ${title}`;

/** The shop's own line of a wish; others may have claimed of it before. */
const shopsLine = (title: string): RegExp => new RegExp(`吴记粮油\\s*\\d+:\\d+\\s*${claimedLine(title)}`);

/** The screen asks again every two seconds. */
const LOOKS = 20;

const seeShopsLine = async (title: string): Promise<void> => {
  for (let look = 0; look < LOOKS && !shopsLine(title).test(await hall.screenText()); look += 1) await hall.page.waitForTimeout(1_000);
  expect(await hall.screenText()).toMatch(shopsLine(title));
};

describe('claiming many at an event', () => {
  test('staff open the screen of the hall: what waits, and nothing of the shop yet', async () => {
    await hall.tapText('青枫社区爱心认领会');
    await hall.waitForRoute('packages/round/page/index');
    await hall.tapText('大屏幕');
    await hall.waitForRoute('packages/round/hall/index');
    await hall.seeText('刚刚认领的邻居');
    await hall.seeText('还等人帮');
    for (const { title } of [GLOVES, SECOND]) expect(await hall.screenText()).not.toMatch(shopsLine(title));
  });

  test('the shop ticks two wishes and claims them in one confirmation', async () => {
    await merchant.tapText('多选');
    await merchant.seeText('点卡片来选');
    await tick(GLOVES);
    await merchant.seeText('1 个心愿，1 份');
    await tick(SECOND);
    await merchant.seeText('2 个心愿，2 份');
    await merchant.tapText('一起认领');
    await merchant.waitForRoute('packages/claim/batch/index');
    await merchant.tapText('认领 2 个心愿，共 2 份');
    await merchant.allowMessages();
    await merchant.seeText('2 个心愿都留给您了');
    await merchant.seeText('以“吴记粮油”的名义', { exact: false });
    await merchant.screenshot('20-claimed-many');
  });

  test('the hall saw it happen', async () => {
    for (const { title } of [GLOVES, SECOND]) await seeShopsLine(title);
    await hall.screenshot('21-hall');
    for (const phone of [merchant, hall]) await phone.expectNoErrors();
  });
});
