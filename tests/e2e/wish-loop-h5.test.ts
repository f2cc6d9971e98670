/** The same loop in the browser preview: dist/h5 on the cloud's own origin, as `npm start` serves it. */
import type { BrowserPhone } from './support/browser-phone';
import { openBrowserPhone } from './support/browser-phone';
import { approveWish, claimWish, confirmAndRate, deliverWish, PEOPLE, planDelivery, readPoints, searchWall, sendWish, writeWish } from './support/loop-steps';
import { openStage, type Stage } from './support/stage';

const WISH = { title: '缺两副厚手套', story: '缺两副厚手套，早上扫雪用。棉的就行，放到驿站我自己来拿。' };

let stage: Stage;
const phones: BrowserPhone[] = [];

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage?.close());

const address = (openid: string, page: string): string => `${stage.origin}/h5/?as=${openid}#/${page}`;

async function open(openid: string, page = 'pages/home/index'): Promise<BrowserPhone> {
  const phone = await openBrowserPhone(stage.browser, address(openid, page));
  phones.push(phone);
  return phone;
}

test('post, approve, claim, plan, deliver, confirm, rate, points on the way', async () => {
  const resident = await open(PEOPLE.linXiao, 'packages/points/index/index');
  const before = await readPoints(resident);
  await resident.goto(address(PEOPLE.linXiao, 'pages/home/index'));
  await writeWish(resident, WISH);
  await sendWish(resident);

  await approveWish(await open(PEOPLE.heJing), WISH);

  const merchant = await open(PEOPLE.wuShop);
  await merchant.tapText('心愿');
  await searchWall(merchant, '厚手套');
  await merchant.tapText(WISH.title);
  await claimWish(merchant);
  await planDelivery(merchant);
  await merchant.screenshot('h5-planned');
  await deliverWish(merchant, '放在驿站前台');

  await resident.goto(address(PEOPLE.linXiao, 'packages/notice/index/index'));
  await resident.tapText('收到了吗？');
  await confirmAndRate(resident, '手套很厚，正好合手');
  await resident.screenshot('h5-confirmed');

  await resident.goto(address(PEOPLE.linXiao, 'packages/points/index/index'));
  const after = await readPoints(resident);
  await resident.screenshot('h5-points');
  expect(after.pending - before.pending).toBe(1);
  expect(after.points).toBe(before.points);
  const shop = await open(PEOPLE.wuShop, 'packages/points/index/index');
  // Entries come after the balance.
  await shop.seeText(`送到“${WISH.title}”`);
  expect((await readPoints(shop)).text).toMatch(new RegExp(`送到“${WISH.title}” .*?等确认.*?\\+5`));
  expect(phones.flatMap(({ errors }) => errors)).toEqual([]);
});
