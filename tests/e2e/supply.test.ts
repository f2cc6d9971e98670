/** What neighbours can give: a volunteer writes it down without a network, sees whom it suits; staff find it on the map and in the table. */
import { Behind } from './support/behind';
import { PEOPLE } from './support/loop-steps';
import type { PhoneDriver } from './support/phone';
import { openStage, type Stage } from './support/stage';

/** Of the demo: a daughter who helps on weekends. */
const SUN_NING = 'oDemoSunNing0011';
const STREET = 'oDemoZhengJie0012';
const TITLE = '周末陪老人散步';
const TITLE_FIELD = '比如：换灯、修锁、修水龙头';
const EDITOR = 'packages/supply/edit/index';

let stage: Stage;
let behind: Behind;

beforeAll(async () => {
  stage = await openStage();
  behind = new Behind(stage);
});

afterAll(() => stage?.close());

const offersOf = async (openid: string) => (await behind.must(openid, 'supply.mine', {})).filter(({ title }) => title === TITLE);

async function look(phone: PhoneDriver, name: string): Promise<void> {
  expect({ name, overflowPx: await phone.overflowPx() }).toEqual({ name, overflowPx: 0 });
  await phone.screenshot(name);
}

/** Labels of the drawn plan that are cut, and pairs of them, or of one and the words of a ring, that lie over each other. */
const troubleOf = (phone: PhoneDriver): Promise<{ readonly labels: number; readonly cut: readonly string[]; readonly over: readonly string[] }> =>
  phone.page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('.host-webview:not([hidden]) .ly-plan-label, .host-webview:not([hidden]) .ly-plan-ring')];
    const boxes = all.map((one) => ({ words: one.innerText, box: one.getBoundingClientRect(), isCut: one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1 }));
    const plan = document.querySelector('.host-webview:not([hidden]) .ly-plan')?.getBoundingClientRect();
    const isOut = (box: DOMRect): boolean => plan === undefined || box.left < plan.left || box.right > plan.right || box.top < plan.top || box.bottom > plan.bottom;
    const over = boxes.flatMap((a, index) => boxes.slice(index + 1).filter((b) => a.box.left < b.box.right && b.box.left < a.box.right && a.box.top < b.box.bottom && b.box.top < a.box.bottom).map((b) => `${a.words} / ${b.words}`));
    return { labels: boxes.length, cut: boxes.filter(({ isCut, box }) => isCut || isOut(box)).map(({ words }) => words), over };
  });

test('a volunteer registers an offer; a lost network costs nothing that was written, and makes one offer', async () => {
  const phone = await stage.phone({ as: SUN_NING, start: EDITOR });
  await phone.tapText('登记');
  await phone.seeText('请写能提供什么');
  await phone.tapText('陪伴');
  await phone.fill(TITLE_FIELD, TITLE);
  await phone.tapText('周末白天');
  await phone.setNetwork('none');
  await phone.tapText('登记');
  await phone.seeText('网断了，写好的都还在。连上网再试一次就好。');
  await look(phone, '110-offer-offline');
  expect(await offersOf(SUN_NING)).toHaveLength(0);
  // Also when WeChat closes the program meanwhile.
  await phone.open(EDITOR);
  await phone.seeText('草稿在手机里了');
  await phone.setNetwork('4g');
  await phone.tapText('登记');
  await phone.waitForRoute('packages/supply/page/index');
  await phone.seeText(TITLE);
  const [offer] = await offersOf(SUN_NING);
  expect(offer).toMatchObject({ category: 'companionship', partyKind: 'member', state: 'open' });
  expect(await offersOf(SUN_NING)).toHaveLength(1);
  await look(phone, '111-offer');
  await phone.expectNoErrors();
  await phone.close();
});

test('sees the wishes that suit it, each with why', async () => {
  const phone = await stage.phone({ as: SUN_NING, start: 'packages/supply/mine/index' });
  const [offer] = await offersOf(SUN_NING);
  const { wishes: suited } = await behind.must(SUN_NING, 'supply.wishesFor', { supplyId: offer?.supplyId ?? '' });
  await phone.tapText(TITLE);
  await phone.waitForRoute('packages/supply/page/index');
  await phone.tapText('适合的心愿');
  await phone.waitForRoute('packages/supply/wishes/index');
  for (const { title, why } of suited.slice(0, 2)) {
    await phone.seeText(title);
    await phone.seeText(why);
  }
  expect(suited.length).toBeGreaterThan(0);
  await look(phone, '112-suited-wishes');
  await phone.expectNoErrors();
  await phone.close();
});

test('staff find it on the map and in the table, keep both as pictures, and see the gaps by 小区', async () => {
  const phone = await stage.phone({ as: PEOPLE.heJing, start: 'packages/supply/map/index' });
  await phone.seeText(TITLE);
  await look(phone, '113-supply-map');
  await phone.tapText('存成图片');
  await phone.seeText('存到相册');
  await look(phone, '114-supply-map-picture');
  await phone.open('packages/supply/table/index');
  await phone.seeText('一份心愿要人帮一次，所以拿在等的份数，比这周还能帮的次数。');
  const table = await behind.must(PEOPLE.heJing, 'supply.table', {});
  await phone.seeText(`${table.rows.find(({ category }) => category === 'companionship')?.capacityLeft ?? -1} 次`);
  await look(phone, '115-supply-table');
  await phone.tapText('青枫家园');
  await phone.seeText('全社区都去的，几个小区一起用');
  await look(phone, '116-supply-table-grid');
  await phone.open('packages/supply/gaps/index');
  await phone.seeText('没几个人能帮的心愿');
  await phone.seeText('没有服务');
  await phone.tapText('按类别');
  await look(phone, '117-supply-gaps');
  await phone.expectNoErrors();
  await phone.close();
});

test('no name on the drawn plan is cut or covered in large type, at any width', async () => {
  for (const [font, width] of [[17, 390], [22, 390], [22, 320]] as const) {
    const phone = await stage.phone({ as: PEOPLE.linXiao, start: 'packages/supply/map/index', font, width });
    await phone.seeText('走路 10 分钟');
    const trouble = await troubleOf(phone);
    expect({ font, width, ...trouble }).toEqual({ font, width, labels: 6, cut: [], over: [] });
    await look(phone, `118-supply-map-${font}-${width}`);
    await phone.close();
  }
});

test('whoever works for the street chooses a community, and the choice holds on the next page', async () => {
  const phone = await stage.phone({ as: STREET, start: 'packages/supply/table/index' });
  await phone.seeText('青枫社区');
  await phone.tapText('听枫街道');
  await phone.seeText('先选一个社区');
  await phone.tapText('梨园社区');
  await phone.tapText('资源地图');
  await phone.waitForRoute('packages/supply/map/index');
  await phone.seeText('梨园社区');
  await look(phone, '119-supply-street');
  await phone.expectNoErrors();
  await phone.close();
});
