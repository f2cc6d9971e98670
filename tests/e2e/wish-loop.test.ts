/** The whole loop in WeChat's own component framework: dist/weapp and the bundles that are deployed, three people, taps and typing only. */
import { openStage, type Stage } from './support/stage';
import type { PhoneDriver } from './support/phone';
import { approveWish, claimWish, confirmAndRate, deliverWish, PEOPLE, planDelivery, readPoints, searchWall, sendWish, writeWish } from './support/loop-steps';

const WISH = { title: '想要一袋五公斤的米', story: '米缸见底了，想要一袋五公斤的米。这几天腰疼提不动，放到驿站就行，我让孩子下班去取。' };
const WEEK_MS = 7 * 86_400_000;
const HOUR_MS = 3_600_000;
const KIB = 1024;

let stage: Stage;
let resident: PhoneDriver;
let staff: PhoneDriver;
let merchant: PhoneDriver;

beforeAll(async () => {
  stage = await openStage();
  resident = await stage.phone({ as: PEOPLE.linXiao });
  staff = await stage.phone({ as: PEOPLE.heJing });
  merchant = await stage.phone({ as: PEOPLE.wuShop });
});

afterAll(() => stage?.close());

/** What the phones told of themselves before each restart. */
const told = { errors: [] as string[], homeFirstBytes: 0, maxBytes: {} as Record<string, number>, packages: new Set<string>() };

async function note(phone: PhoneDriver): Promise<void> {
  const { errors, missing, setData, loadedPackages } = await phone.weapp((handle) => ({ errors: handle.errors, missing: handle.missing, setData: handle.setData, loadedPackages: handle.loadedPackages }));
  told.errors.push(...errors, ...missing);
  loadedPackages.forEach((name) => told.packages.add(name));
  told.homeFirstBytes = Math.max(told.homeFirstBytes, setData['pages/home/index']?.firstBytes ?? 0);
  for (const [route, stat] of Object.entries(setData)) told.maxBytes[route] = Math.max(told.maxBytes[route] ?? 0, stat.maxBytes);
}

/** Closes the mini-program and opens it anew at a page, as from a message or a card. */
async function reopen(phone: PhoneDriver, start: string): Promise<void> {
  await note(phone);
  await phone.open(start);
}

async function control(path: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(`${stage.origin}/control/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`control ${path}: ${await response.text()}`);
  return (await response.json()) as Record<string, unknown>;
}

/** The timer until nothing is left: a run that was cut, or put something off for two minutes, is followed by another. */
async function runJobsUntilQuiet(): Promise<void> {
  for (let run = 0; run < 6; run += 1) {
    const { runs } = await control('jobs', {});
    const report = (runs as Record<string, { result?: { isRun: boolean; failed: number; isCut: boolean } }>).jobs?.result;
    if (report?.isRun === true && report.failed === 0 && !report.isCut) return;
    await control('clock', { advanceMs: 3 * 60_000 });
  }
  throw new Error('the jobs did not come to rest');
}

async function openPoints(phone: PhoneDriver): Promise<ReturnType<typeof readPoints>> {
  await reopen(phone, 'packages/points/index/index');
  return readPoints(phone);
}

describe('a wish, from the first word to the points', () => {
  let before: { resident: Awaited<ReturnType<typeof readPoints>>; merchant: Awaited<ReturnType<typeof readPoints>> };

  test('the tab bar leads to its four pages and keeps them', async () => {
    for (const [tab, route] of [['心愿', 'pages/wishes/index'], ['活动', 'pages/activities/index'], ['我的', 'pages/me/index'], ['首页', 'pages/home/index']] as const) {
      await resident.tapText(tab);
      await resident.waitForRoute(route);
      expect(await resident.routes()).toHaveLength(1);
    }
    await resident.screenshot('01-home');
  });

  test('a resident posts it with a photo', async () => {
    before = { resident: await openPoints(resident), merchant: await openPoints(merchant) };
    await reopen(resident, 'pages/home/index');
    await writeWish(resident, WISH);
    await resident.screenshot('02-look');
    await sendWish(resident);
    await resident.screenshot('03-sent');
    await resident.tapText('看看我的心愿');
    await resident.seeText(WISH.title);
    await resident.screenshot('04-my-wishes');
  });

  test('staff find it in 社区待办 and let it through', async () => {
    await approveWish(staff, WISH);
    await staff.screenshot('05-queue-after');
  });

  test('a merchant finds it on the wall, claims it and plans', async () => {
    await reopen(merchant, 'pages/home/index');
    await merchant.tapText('心愿');
    await searchWall(merchant, '五公斤');
    await merchant.tapText(WISH.title);
    await merchant.waitForRoute('packages/wish/detail/index');
    await merchant.screenshot('06-detail');
    await claimWish(merchant);
    await merchant.screenshot('07-held');
    await planDelivery(merchant);
    await merchant.screenshot('08-planned');
  });

  test('and delivers it with a photo', async () => {
    await deliverWish(merchant, '放在驿站货架第二层');
    await merchant.screenshot('09-delivered');
    await merchant.seeText('等对方确认');
  });

  test('the resident reads it in 等您来办, confirms and says how it was', async () => {
    await reopen(resident, 'packages/notice/index/index');
    await resident.seeText('等您来办');
    await resident.seeText('收到了吗？');
    await resident.screenshot('10-inbox');
    await reopen(resident, 'pages/home/index');
    await resident.seeText('等您来办');
    await resident.screenshot('11-home-todo');
    await resident.tapText('收到了吗？');
    await resident.seeText('东西收到了吗？');
    await resident.screenshot('12-confirm');
    await confirmAndRate(resident, '米很新，谢谢老板');
    await resident.screenshot('13-confirmed');
  });

  test('both see their points on the way', async () => {
    const points = { resident: await openPoints(resident), merchant: await openPoints(merchant) };
    await merchant.screenshot('14-points-pending');
    expect(points.merchant.pending - before.merchant.pending).toBe(5);
    expect(points.resident.pending - before.resident.pending).toBe(1);
    expect(points.merchant.points).toBe(before.merchant.points);
  });

  test('after seven days the points are there', async () => {
    await control('clock', { advanceMs: WEEK_MS + HOUR_MS });
    await runJobsUntilQuiet();
    const points = { resident: await openPoints(resident), merchant: await openPoints(merchant) };
    await merchant.screenshot('15-points-posted');
    expect(points.merchant).toMatchObject({ points: before.merchant.points + before.merchant.pending + 5, pending: 0 });
    expect(points.resident).toMatchObject({ points: before.resident.points + before.resident.pending + 1, pending: 0 });
    expect(points.merchant.text).toMatch(new RegExp(`送到“${WISH.title}” \\S+ \\S+ \\S+ \\S+ · 已到账 \\+5`));
    for (const phone of [resident, staff, merchant]) await note(phone);
  });
});

describe('on the way', () => {
  test('nothing threw and nothing was missing', () => expect(told.errors).toEqual([]));

  test('what crosses to the view is small', () => {
    expect(told.homeFirstBytes).toBeGreaterThan(0);
    expect(told.homeFirstBytes).toBeLessThanOrEqual(64 * KIB);
    expect(Object.keys(told.maxBytes)).toEqual(expect.arrayContaining(['pages/home/index', 'pages/wishes/index', 'packages/wish/detail/index', 'packages/staff/queue/index']));
    expect(Math.max(...Object.values(told.maxBytes))).toBeLessThanOrEqual(256 * KIB);
  });

  test('each sub-package was loaded when it was wanted', () => {
    expect([...told.packages].sort()).toEqual(['packages/activity', 'packages/claim', 'packages/me', 'packages/notice', 'packages/points', 'packages/staff', 'packages/wish']);
  });
});
