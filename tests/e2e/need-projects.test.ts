/** Needs in projects as their people live it: a bundling is adjusted and confirmed, its project is planned and begun, and what it wrote goes along into an activity. */
import type { PhoneDriver } from './support/phone';
import { openStage, type Stage } from './support/stage';

/** Of the demo: works for the whole district and lives in 书院社区, where a bundling is a draft. */
const LU_DISTRICT = 'oDemoLuQu0013';
/** Of the demo: works for the whole street. */
const ZHENG_STREET = 'oDemoZhengJie0012';

let stage: Stage;
let staff: PhoneDriver;

beforeAll(async () => {
  stage = await openStage();
  staff = await stage.phone({ as: LU_DISTRICT, start: 'pages/me/index' });
});

afterAll(() => stage?.close());

async function look(name: string): Promise<void> {
  expect({ name, overflowPx: await staff.overflowPx() }).toEqual({ name, overflowPx: 0 });
  await staff.screenshot(name);
}

describe('needs in projects', () => {
  test('two of a group go to another, the step is taken back, and the groups become projects', async () => {
    await staff.tapText('需求项目');
    await staff.waitForRoute('packages/project/list/index');
    await staff.seeText('书院坊一带的陪伴项目');
    await staff.tapText('需求打包');
    await staff.waitForRoute('packages/project/plan/index');
    await staff.seeText('59 位邻居的 59 件心愿，分成 2 组');
    await look('95-need-plan');
    await staff.tapText('第 2 组 · 物品');
    await staff.tapText('想要棉拖鞋，旧的不能用了');
    await staff.tapText('想要羽绒背心，旧的不能用了');
    await staff.tapText('挪这 2 件到…');
    await staff.tapText('第 1 组 · 物品，24 人');
    await staff.seeText('您挪了几件');
    await staff.seeText('26 位邻居，26 件心愿');
    await staff.tapText('退回这一步');
    await staff.seeText('24 位邻居，24 件心愿');
    await staff.tapText('定下来，成 2 个项目');
    await staff.tapText('定下来');
    await staff.waitForRoute('packages/project/list/index');
    await staff.seeText('书院坊的物品项目');
  });

  test('a project is planned and begun; its first activity is written already', async () => {
    await staff.tapText('书院坊的物品项目');
    await staff.waitForRoute('packages/project/page/index');
    await staff.seeText('24 件等人帮');
    await look('96-need-project');
    await staff.tapText('起草这次活动');
    await staff.waitForRoute('packages/activity/edit/index');
    await staff.seeText('下一步，排时间');
    await staff.open('packages/project/list/index');
    await staff.tapText('书院坊的物品项目');
    await staff.waitForRoute('packages/project/page/index');
    await staff.tapText('改计划，写上哪天开始');
    await staff.waitForRoute('packages/project/edit/index');
    await look('97-need-project-edit');
    await staff.tapText('还没定');
    await staff.pick();
    await staff.tapText('存好');
    await staff.waitForRoute('packages/project/page/index');
    await staff.tapText('计划定下来');
    await staff.seeText('等开始');
    await staff.tapText('开始办');
    await staff.seeText('正在做');
    await staff.expectNoErrors();
  });

  test('whoever works for the street chooses a community', async () => {
    const phone = await stage.phone({ as: ZHENG_STREET, start: 'packages/project/list/index' });
    await phone.seeText('青枫社区');
    await phone.tapText('听枫街道');
    await phone.seeText('先选一个社区');
    await phone.tapText('书院社区');
    await phone.tapText('社区的');
    await phone.seeText('书院坊一带的陪伴项目');
    await phone.screenshot('98-need-street');
    await phone.expectNoErrors();
    await phone.close();
  });
});
