/** A shift as people live it: signed up in two taps, given back, waited for, a roster kept in a cellar without network, and the hours that follow. */
import type { Shift } from '../../cloudfunctions/core/shift/shift';
import { Behind } from './support/behind';
import { PEOPLE } from './support/loop-steps';
import type { PhoneDriver } from './support/phone';
import { openStage, type Stage } from './support/stage';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ZHOU_MIN = 'oDemoZhouMin0004';
const SUN_NING = 'oDemoSunNing0011';
const CHEN_BO = 'oDemoChenBo0008';
/** WeChat's largest letters. */
const LARGE = 23;
/** Published in the demo, led by Zhou Min (devtools/demo/story/tell-activities.ts). */
const MEALS = '给独居老人送餐';

let stage: Stage;
let behind: Behind;
let resident: PhoneDriver;
let elder: PhoneDriver;
let lead: PhoneDriver;
let staff: PhoneDriver;

beforeAll(async () => {
  stage = await openStage();
  behind = new Behind(stage);
  const people = [{ as: PEOPLE.linXiao }, { as: CHEN_BO, font: LARGE }, { as: ZHOU_MIN }, { as: PEOPLE.heJing }];
  [resident, elder, lead, staff] = await Promise.all(people.map((person) => stage.phone({ ...person, start: 'pages/home/index' }))) as [PhoneDriver, PhoneDriver, PhoneDriver, PhoneDriver];
});

afterAll(() => stage?.close());

/** The page holds on the phone, whatever the size of its letters; the picture is for people. */
async function look(phone: PhoneDriver, name: string): Promise<void> {
  expect({ name, overflowPx: await phone.overflowPx() }).toEqual({ name, overflowPx: 0 });
  await phone.screenshot(name);
}

const shifts = (): readonly Shift[] => [...stage.cloud.store.get('shifts').documents.values()] as unknown as readonly Shift[];
const shiftOf = (shiftId: string): Shift => {
  const found = shifts().find(({ _id }) => _id === shiftId);
  if (found === undefined) throw new Error(`there is no shift ${shiftId}`);
  return found;
};

/** One more date of the demo's meals, of so many places, led by Zhou Min. */
async function addShift(startsInMs: number, capacity: number): Promise<string> {
  const quarterMs = HOUR_MS / 4;
  const startsAtMs = Math.floor(((await behind.nowMs()) + startsInMs) / quarterMs) * quarterMs;
  const activityId = shifts().find(({ title }) => title === MEALS)?.activityId ?? '';
  const times = [{ startsAtMs, endsAtMs: startsAtMs + 2 * HOUR_MS }];
  const [added] = await behind.must(ZHOU_MIN, 'shift.add', { activityId, times, placeText: '青枫驿站门口', capacity, leadCode: null });
  return added?.shiftId ?? '';
}

const signUpBehind = (openid: string, shiftId: string): Promise<unknown> => behind.must(openid, 'shift.signUp', { shiftId });

describe('a place on a shift', () => {
  test('from the tab: two taps after opening it, then it stands in the schedule', async () => {
    await resident.tapText('活动');
    await resident.tapText('急救培训', { nth: 1 });
    await resident.waitForRoute('packages/activity/shift/index');
    await resident.tapText('报这一班');
    await look(resident, '60-sign-up');
    await resident.tapText('报名');
    await resident.allowMessages();
    await resident.seeText('报上了，到时候见');
    await resident.open('pages/activities/index');
    await resident.tapText('我报的班次');
    await resident.seeText('来不了，请早点说一声。', { exact: false });
    await look(resident, '61-schedule');
  });

  test('whoever cannot come says so, and somebody else can', async () => {
    await resident.tapText('急救培训');
    await resident.tapText('我来不了');
    await resident.seeText('位子会马上让给候补的邻居。');
    await resident.tapText('来不了，让给别人');
    await resident.seeText('位子让出来了，谢谢您说一声');
    await resident.seeText('报这一班');
    await resident.expectNoErrors();
  });
});

describe('a shift that is full', () => {
  test('first another date, then the waitlist; a place that comes free is offered and taken', async () => {
    const shiftId = await addShift(3 * DAY_MS, 1);
    await signUpBehind(SUN_NING, shiftId);
    await elder.open(`packages/activity/shift/index?id=${shiftId}`);
    await elder.seeText('这一班', { exact: false });
    await look(elder, '62-full');
    await elder.tapText('排候补');
    await elder.tapText('排上');
    await elder.allowMessages();
    await elder.seeText('您排在第 1 位', { exact: false });
    const [signUpId = ''] = Object.keys(shiftOf(shiftId).signUps);
    await behind.must(SUN_NING, 'shift.cancelSignUp', { shiftId, signUpId, reason: '' });
    await elder.open('packages/activity/mine/index');
    await elder.tapText('空出位子了', { exact: false });
    await elder.waitForRoute('packages/activity/shift/index');
    await look(elder, '63-offer');
    await elder.tapText('我来');
    await elder.seeText('位子是您的了');
    await elder.seeText('来不了，请早点说一声。', { exact: false });
    await elder.expectNoErrors();
  });
});

describe('the roster', () => {
  const NO_NETWORK = '网断了，这是手机里存着的名单。照样能记，连上网再交。';
  let shiftId: string;
  const openRoster = (): Promise<void> => lead.open(`packages/activity/roster/index?id=${shiftId}`);

  test('without network it is as good as paper: seen once, marked in the cellar, still there after WeChat was closed', async () => {
    shiftId = await addShift(HOUR_MS, 6);
    for (const openid of [PEOPLE.linXiao, SUN_NING]) await signUpBehind(openid, shiftId);
    await behind.advance(2 * HOUR_MS);
    await openRoster();
    await lead.seeText('还有 2 位没记');
    await lead.setNetwork('none');
    await lead.pullDown();
    await lead.seeText(NO_NETWORK);
    await lead.tapText('没来', { nth: 1 });
    await lead.tapText('没记的都算来了');
    await lead.tapText('就是这样，交名单');
    await lead.seeText('还没散。', { exact: false });
    await look(lead, '64-roster-in-the-cellar');
    await behind.advance(2 * HOUR_MS);
    await openRoster();
    await lead.seeText('都记了，交上去就不用再管');
    await lead.setNetwork('none');
    await lead.tapText('就是这样，交名单');
    await lead.seeText('网断了，写好的都还在。连上网再试一次就好。');
    expect(shiftOf(shiftId).confirmedAtMs).toBeNull();
  });

  test('sent later it counts once, and each reads their own', async () => {
    await lead.setNetwork('4g');
    await lead.tapText('就是这样，交名单');
    await lead.seeText('名单记好了，辛苦了');
    await lead.seeText('记好了，每个人都收到了结果。', { exact: false });
    await look(lead, '65-roster-done');
    await lead.expectNoErrors();
    await behind.runJobsUntilQuiet();
    await resident.open('packages/activity/mine/index');
    await resident.tapText('以前的');
    await resident.seeText('一共 2 小时', { exact: false });
    await resident.expectNoErrors();
  });
});

describe('the hours that follow', () => {
  const DONE = '帮独居老人打扫屋子';
  const confirmedShift = (): string => shifts().filter(({ title, confirmedAtMs }) => title === MEALS && confirmedAtMs !== null).sort((a, b) => b.startsAtMs - a.startsAtMs)[0]?._id ?? '';

  test('each minute of the roster stands there; what is wrong is said, looked at and put right', async () => {
    await resident.open('pages/me/index');
    await resident.tapText('我的时长');
    await resident.waitForRoute('packages/hours/mine/index');
    await look(resident, '66-hours');
    await resident.tapText(MEALS);
    await resident.waitForRoute('packages/hours/record/index');
    await resident.seeText('记上了，全都算。');
    await resident.tapText('这条不对？');
    await resident.fill('比如：我 8:50 就到了，11:10 才走', '我早走了一刻钟');
    await resident.tapText('说一声');
    await resident.seeText('知道了，核对好告诉您');
    await staff.open(`packages/activity/roster/index?id=${confirmedShift()}`);
    await staff.tapText('这一班的时长');
    await staff.tapText('TA 说这条不对，请核对');
    await staff.seeText('“我早走了一刻钟”');
    await staff.tapText('改时间');
    await staff.tapText('12:30');
    await staff.pick('12 时', '15 分');
    await staff.fill('比如：对过签到，9:20 才到', '问过领队，是早走了');
    await look(staff, '67-correct');
    await staff.tapText('就这么改，告诉 TA');
    await staff.seeText('改好了，告诉 TA 了');
    await staff.seeText('1 小时 45 分');
  });

  test('what was not recorded is entered with a reason, and counts once somebody who was there says so', async () => {
    const second = await behind.must(CHEN_BO, 'member.me', {});
    await resident.open('packages/hours/enter/index');
    await resident.fill('比如：帮独居老人打扫屋子', DONE);
    await resident.fill('比如：青枫社区', '青枫社区');
    await resident.tapText('请选一天');
    await resident.pick();
    for (const hour of ['08 时', '09 时']) {
      await resident.tapText('几点');
      await resident.pick(hour, '00 分');
    }
    await resident.seeText('一共 1 小时，路上的时间不算。');
    await resident.fill('比如：那天没带手机', '没带手机');
    await resident.fill('8 位，在 TA 的“我的”里', second.joined ? second.me.code : '');
    await look(resident, '68-back-entry');
    await resident.tapText('补上，请 TA 确认');
    await resident.waitForRoute('packages/hours/record/index');
    await resident.seeText('等另一位确认');
    await elder.open('packages/hours/waiting/index');
    await elder.tapText(DONE, { exact: false });
    await look(elder, '69-second');
    await elder.tapText('是的，我在');
    await elder.seeText('谢谢您，这条记上了');
    await behind.runJobsUntilQuiet();
    await resident.pullDown();
    await resident.seeText('记上了，全都算。');
  });

  test('staff take the month along as a file; a lost network only stops it', async () => {
    await staff.open('packages/hours/staff/index');
    await staff.seeText('提个醒');
    await staff.tapText('导出一个月');
    await staff.tapText('2026 年 10 月');
    await staff.pick('2026 年 11 月');
    await staff.setNetwork('none');
    await staff.tapText('导出青枫社区这个月的');
    await staff.seeText('连上网接着取，不用重来。', { exact: false });
    await staff.setNetwork('4g');
    await staff.tapText('接着取');
    await staff.seeText('好了，一共', { exact: false });
    await look(staff, '70-export');
    await staff.tapText('发到微信');
    await staff.page.waitForFunction(() => window.__weapp.sharedFiles.length > 0);
    const files = await staff.weapp((handle) => handle.sharedFiles);
    expect(files).toEqual([expect.objectContaining({ name: '志愿服务时长 2026-11.csv' })]);
    for (const words of [MEALS, DONE, '林晓']) expect(files[0]?.text).toContain(words);
    for (const phone of [resident, elder, staff]) await phone.expectNoErrors();
  });
});
