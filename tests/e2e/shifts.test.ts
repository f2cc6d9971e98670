/** A shift as people live it: signed up in two taps, given back, waited for, and a roster kept in a cellar without network. */
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

beforeAll(async () => {
  stage = await openStage();
  behind = new Behind(stage);
  const people = [{ as: PEOPLE.linXiao }, { as: CHEN_BO, font: LARGE }, { as: ZHOU_MIN }];
  [resident, elder, lead] = await Promise.all(people.map((person) => stage.phone({ ...person, start: 'pages/home/index' }))) as [PhoneDriver, PhoneDriver, PhoneDriver];
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
