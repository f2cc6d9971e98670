/** Planning together as its people live it: a neighbour chooses, adds and objects, from the first page on; staff close it, answer each, and everybody hears. */
import { Behind } from './support/behind';
import type { PhoneDriver } from './support/phone';
import { openStage, type Stage } from './support/stage';

/** Of the demo: works for the whole district and lives in 书院社区, where neighbours are being asked. */
const LU_DISTRICT = 'oDemoLuQu0013';
/** A neighbour who joins there. */
const NEIGHBOUR = 'oTestShuyuan0001';
const MINUTE_MS = 60_000;
const RUNNING = '书院坊一带的技能项目';

let stage: Stage;
let behind: Behind;
let neighbour: PhoneDriver;
let staff: PhoneDriver;

beforeAll(async () => {
  stage = await openStage();
  behind = new Behind(stage);
  await behind.must(NEIGHBOUR, 'member.join', { areaId: 'cx-tf-sy-g1', displayName: '钱阿姨', privacyVersion: '2026-11-01' });
  neighbour = await stage.phone({ as: NEIGHBOUR, start: 'pages/home/index' });
  staff = await stage.phone({ as: LU_DISTRICT, start: 'pages/me/index' });
});

afterAll(() => stage?.close());

const askedAbout = async (): Promise<string> => (await behind.must(LU_DISTRICT, 'consult.list', {})).find(({ title }) => title === RUNNING)?.consultId ?? '';

async function look(phone: PhoneDriver, name: string): Promise<void> {
  expect({ name, overflowPx: await phone.overflowPx() }).toEqual({ name, overflowPx: 0 });
  await phone.screenshot(name);
}

test('a neighbour finds it on the first page, chooses three, adds one and objects to a point', async () => {
  await neighbour.tapText('社区想听听您怎么看');
  await neighbour.waitForRoute('packages/consult/page/index');
  await neighbour.seeText('哪几样最要紧？');
  await neighbour.seeText('14 人说了想法');
  await neighbour.tapText('1. 打电话问清想学什么、几点有空');
  await neighbour.tapText('3. 第一课');
  await neighbour.tapText('4. 第二课，手把手补不会的');
  await look(neighbour, '120-consult');
  await neighbour.tapText('就选这 3 样');
  await neighbour.seeText('记下了，结束前都能改');
  await neighbour.tapText('我想添一条');
  await neighbour.fill('比如：送东西之前先打个电话', '教的时候慢一点，一次只教一样');
  await neighbour.tapText('添上这一条');
  await neighbour.seeText('我说的');
  await neighbour.seeText('教的时候慢一点，一次只教一样');
  await look(neighbour, '121-consult-said');
  await neighbour.expectNoErrors();
});

test('staff close it, answer what says the same together, and tell everybody; the neighbour reads the answer', async () => {
  await staff.tapText('一起商量');
  await staff.waitForRoute('packages/consult/list/index');
  await staff.seeText('书院坊一带的陪伴项目');
  await look(staff, '122-consults');
  await staff.tapText(RUNNING);
  await staff.waitForRoute('packages/consult/page/index');
  await staff.tapText('社区的人看这里');
  await staff.waitForRoute('packages/consult/answer/index');
  await staff.tapText('提前结束商量');
  await staff.tapText('现在就结束', { exact: true });
  await staff.seeText('商量结束了');
  await behind.advance(2 * MINUTE_MS);
  await behind.runJobsUntilQuiet();
  const consultId = await askedAbout();
  await staff.open(`packages/consult/answer/index?id=${consultId}`);
  await staff.seeText('15 人说了想法，还有 5 条等答复');
  await look(staff, '123-consult-answer');
  for (const { wordId, kind } of [...(await behind.must(LU_DISTRICT, 'consult.words', { consultId, kind: 'add', of: 'open' })).items, ...(await behind.must(LU_DISTRICT, 'consult.words', { consultId, kind: 'object', of: 'open' })).items].slice(1)) await behind.must(LU_DISTRICT, 'consult.answer', { consultId, wordIds: [wordId], outcome: kind === 'add' ? 'adopted' : 'partly', text: '写进计划了' });
  await staff.open(`packages/consult/answer/index?id=${consultId}`);
  await staff.tapText('答复这一条');
  await staff.tapText('答复选中的 1 条');
  await staff.tapText('照办');
  await staff.tapText('这就照着办');
  await look(staff, '124-consult-answering');
  await staff.tapText('答复', { exact: true });
  await staff.tapText('都答了，告诉大家');
  await staff.fill('比如：大家最看重先打电话，我们分两天送', '大家最看重慢慢教，一次一样，我们分两次上课。');
  await staff.tapText('告诉大家', { exact: true });
  await staff.seeText('都告诉大家了');
  await behind.runJobsUntilQuiet();
  await neighbour.open(`packages/consult/page/index?id=${consultId}`);
  await neighbour.seeText('商量出结果了');
  await neighbour.seeText('社区答复：照办');
  await look(neighbour, '125-consult-answered');
  for (const phone of [neighbour, staff]) await phone.expectNoErrors();
});

test('whoever lives elsewhere and opens its card reads whose matter it is, and finds what is planned at home', async () => {
  const stranger = await stage.phone({ as: 'oDemoLinXiao0001', start: `packages/consult/page/index?id=${await askedAbout()}` });
  await stranger.seeText('这件事由别的社区的邻居商量');
  await look(stranger, '126-consult-elsewhere');
  await stranger.tapText('看青枫社区在商量什么');
  await stranger.waitForRoute('packages/consult/list/index');
  await stranger.expectNoErrors();
});
