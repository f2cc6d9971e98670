/** The weapp host with its own small mini-program (devtools/weapp-host/fixture): what a person sees, and WeChat's rules. */
import fs from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { createWeappHost, type WeappHost } from '../../devtools/weapp-host/serve';
import { launchBrowser } from './support/browser';
import { startFixtureCloud, type FixtureCloud } from './support/fixture-cloud';
import { openPhone, type PhoneDriver } from './support/phone';

const FIXTURE = path.join(process.cwd(), 'devtools/weapp-host/fixture');
const PICTURE = { name: 'photo.png', type: 'image/png', base64: fs.readFileSync(path.join(FIXTURE, 'icons/dot.png')).toString('base64') };

let cloud: FixtureCloud;
let host: WeappHost;
let browser: Browser;
let base: string;
let phones: PhoneDriver[] = [];

beforeAll(async () => {
  cloud = await startFixtureCloud();
  host = createWeappHost({ dist: FIXTURE, cloudUrl: cloud.url, templateTitles: { T1: '认领进度提醒' } });
  base = await host.listen();
  browser = await launchBrowser();
});

afterEach(async () => {
  await Promise.all(phones.map((phone) => phone.close()));
  phones = [];
});

afterAll(async () => {
  await browser?.close();
  await host?.close();
  await cloud?.close();
});

async function open(start?: string, more: { as?: string; font?: number; scene?: number } = {}): Promise<PhoneDriver> {
  const phone = await openPhone(browser, { base, as: 'person-a', start, ...more });
  phones.push(phone);
  return phone;
}

describe('first page', () => {
  test('renders templates, wxs, styles in rpx and the tab bar; compiles without warnings', async () => {
    const phone = await open('pages/home/index?name=%E5%B0%8F%E6%98%8E');
    await phone.seeText('你好，小明');
    await phone.seeText('金额 ¥12.50');
    await phone.seeText('显示 1 次，刷新 0 次');
    expect(await phone.weapp((handle) => handle.compileWarnings)).toEqual([]);
    const style = await phone.page.locator('wx-page .card').first().evaluate((card) => getComputedStyle(card).borderTopLeftRadius);
    expect(parseFloat(style)).toBeCloseTo((16 * 390) / 750, 1);
    const icon = phone.page.locator('.host-tab[aria-selected="true"] img');
    expect(await icon.getAttribute('src')).toBe('files/icons/dot-on.png');
    expect(await icon.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(54);
    await phone.screenshot('weapp-host-fixture');
    await phone.expectNoErrors();
  });

  test('setData crosses as JSON and is counted', async () => {
    const phone = await open();
    const stat = (await phone.weapp((handle) => handle.setData))['pages/home/index'];
    expect(stat?.firstBytes).toBe(Buffer.byteLength(JSON.stringify({ greeting: '你好，邻居' })));
    expect(stat?.calls).toBe(2);
    expect(stat?.maxBytes).toBeGreaterThanOrEqual(stat?.firstBytes ?? Infinity);
  });

  test('browser globals are hidden from the program, Function is not', async () => {
    const phone = await open();
    await phone.tapText('宿主全局');
    await phone.seeText('结果：undefined undefined undefined undefined undefined function');
  });

  test('what the host does not cover says so and is recorded', async () => {
    const phone = await open();
    await phone.tapText('未覆盖');
    await phone.page.waitForFunction(() => window.__weapp.missing.length > 0);
    expect(await phone.weapp((handle) => handle.missing)).toEqual(['wx.startBluetoothDevicesDiscovery']);
    expect((await phone.weapp((handle) => handle.errors)).join()).toContain('weapp-host does not cover wx.startBluetoothDevicesDiscovery');
    await expect(phone.expectNoErrors()).rejects.toThrow('wx.startBluetoothDevicesDiscovery');
  });
});

describe('touch and form', () => {
  test('taps bubble, catch stops them, a long press swallows the tap, disabled buttons stay quiet', async () => {
    const phone = await open();
    await phone.tapText('内层');
    await phone.seeText('结果：内');
    await phone.tapText('外层', { exact: false });
    await phone.seeText('结果：内外');
    await phone.tapText('长按我');
    await phone.seeText('结果：点了');
    const box = await (await phone.find('长按我')).boundingBox();
    const session = await phone.page.context().newCDPSession(phone.page);
    const touchPoints = [{ x: (box?.x ?? 0) + 10, y: (box?.y ?? 0) + 10 }];
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
    await phone.seeText('结果：长按了');
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await phone.page.waitForTimeout(100);
    await phone.seeText('结果：长按了');
    await (await phone.find('不能点')).tap({ force: true });
    await phone.page.waitForTimeout(100);
    expect(await phone.page.locator('#host-layer [role=dialog]').count()).toBe(0);
  });

  test('a form gathers input, textarea, switch, radio, checkbox; pickers choose', async () => {
    const phone = await open();
    await phone.fill('你的名字', '王阿姨');
    await phone.fill('想说的话', '灯坏了');
    await phone.page.locator('wx-switch').tap();
    await phone.seeText('急');
    await phone.tapText('物品');
    await phone.tapText('周六');
    await phone.tapText('周日');
    await phone.tapText('单位：份');
    await phone.pick('小时');
    await phone.seeText('单位：小时');
    await phone.tapText('日期：未选');
    await phone.pick('2027年', '2月', '9日');
    await phone.seeText('日期：2027-02-09');
    await phone.tapText('提交表单');
    await phone.seeText('表单 {"name":"王阿姨","note":"灯坏了","urgent":true,"kind":"thing","days":["sat","sun"]}');
    await phone.tapText('清空表单');
    await phone.seeText('表单 已清空');
    expect(await phone.page.locator('wx-radio[checked]').count()).toBe(0);
    await phone.expectNoErrors();
  });

  test('a placeholder class reaches into the field', async () => {
    const phone = await open();
    const color = await phone.page.locator('wx-input input').evaluate((input) => getComputedStyle(input, '::placeholder').color);
    expect(color).toBe('rgb(1, 2, 3)');
  });

  test('a component has its own data and tells its page', async () => {
    const phone = await open();
    await phone.tapText('计数 组件 0');
    await phone.tapText('计数 组件 1');
    await phone.seeText('计数 组件 2');
    await phone.seeText('组件报告 2');
    expect(Object.keys(await phone.weapp((handle) => handle.setData))).toContain('pages/home/index#index');
  });
});

describe('pages', () => {
  test('a sub-package is fetched when it is first opened; query values are not decoded; the opener is told', async () => {
    const phone = await open();
    expect(await phone.weapp((handle) => handle.loadedPackages)).toEqual([]);
    await phone.tapText('看详情');
    await phone.seeText('编号 42 名字 小明');
    await phone.seeText('栈 2 场景 1001');
    expect(await phone.weapp((handle) => handle.loadedPackages)).toEqual(['packages/wish']);
    await phone.tapText('喜欢');
    await phone.seeText('结果：收到 42');
    await phone.seeText('显示 2 次，刷新 0 次');
    await phone.expectNoErrors();
  });

  test('a sub-package page can be the first page, with a scene', async () => {
    const phone = await open('packages/wish/detail/index?id=9', { scene: 1044 });
    await phone.seeText('编号 9 名字');
    await phone.seeText('栈 1 场景 1044');
    await phone.seeText('启动 launch packages/wish/detail/index 1044');
    await phone.back();
    await phone.waitForRoute('pages/home/index');
  });

  test('an independent sub-package runs without the program until a page elsewhere is opened', async () => {
    const phone = await open('packages/alone/card/index');
    await phone.seeText('程序 未启动');
    await phone.tapText('去列表');
    await phone.seeText('共 15 条');
    await phone.back();
    await phone.tapText('再看程序');
    await phone.seeText('程序 已启动');
    await phone.expectNoErrors();
  });

  test('the stack holds ten pages', async () => {
    const phone = await open('packages/wish/detail/index?id=1');
    for (let depth = 2; depth <= 10; depth += 1) {
      await phone.tapText('再开一页');
      await phone.seeText(`栈 ${depth} 场景 1001`);
    }
    await phone.tapText('再开一页');
    await phone.seeText('navigateTo:fail webview count limit exceed');
    expect((await phone.routes()).length).toBe(10);
  });

  test('tab pages stay alive, have their own bar and their own style sheet', async () => {
    const phone = await open();
    await phone.tapText('我的');
    await phone.seeText('我的页面，来过 1 次');
    const color = await (await phone.find('页面样式不外泄')).evaluate((element) => getComputedStyle(element).color);
    expect(color).toBe('rgb(43, 43, 43)');
    expect(await phone.page.locator('.host-nav').evaluate((bar) => getComputedStyle(bar).backgroundColor)).toBe('rgb(200, 85, 61)');
    await phone.tapText('错误跳转');
    await phone.seeText('navigateTo:fail can not navigateTo a tabbar page');
    await phone.tapText('回首页');
    await phone.seeText('显示 2 次，刷新 0 次');
    await phone.tapText('我的');
    await phone.seeText('我的页面，来过 2 次');
    expect(await phone.routes()).toEqual(['pages/me/index']);
    await phone.expectNoErrors();
  });

  test('the font size setting is reported', async () => {
    const phone = await open('pages/me/index', { font: 23 });
    await phone.seeText('字号 23');
  });

  test('the title changes at run time', async () => {
    const phone = await open('packages/wish/detail/index?id=1');
    await phone.seeText('心愿详情');
    await phone.tapText('改标题');
    await phone.seeText('新标题');
  });
});

describe('scrolling', () => {
  test('reaching the bottom loads more once, the page hears its scrolling, sideways lists report their end', async () => {
    const phone = await open('pages/list/index');
    await phone.seeText('共 15 条');
    await phone.scrollToBottom();
    await phone.seeText('16 号心愿：最后一条');
    await phone.seeText('共 16 条');
    await phone.seeText('横向到底 0 次，滚到下面');
    await phone.page.locator('wx-scroll-view').evaluate((strip) => strip.scrollTo({ left: strip.scrollWidth }));
    await phone.seeText('横向到底 1 次，滚到下面');
    await phone.tapText('现在第 1 张');
    await phone.seeText('现在第 2 张');
    await phone.tapText('3 号心愿：修灯 3');
    await phone.seeText('编号 3 名字');
    await phone.back();
    await phone.seeText('共 16 条');
    await phone.expectNoErrors();
  });

  test('pulling down refreshes', async () => {
    const phone = await open();
    await phone.pullDown();
    await phone.seeText('显示 1 次，刷新 1 次');
    await phone.page.waitForFunction(() => document.querySelector<HTMLElement>('.host-refresh-dots')?.offsetHeight === 0);
  });

  test('measures are those of the view below the bar', async () => {
    const phone = await open();
    await phone.tapText('量一量');
    await phone.seeText('结果：tall box true true');
  });
});

describe('what WeChat asks', () => {
  test('dialogs and sheets', async () => {
    const phone = await open();
    await phone.tapText('问一问');
    await phone.seeText('认领后 72 小时内联系');
    await phone.tapText('取消');
    await phone.seeText('结果：取消了');
    await phone.tapText('问一问');
    await phone.tapText('确定');
    await phone.seeText('结果：确定了');
    await phone.tapText('选一项');
    await phone.tapText('乙');
    await phone.seeText('结果：选了 1');
    await phone.tapText('选一项');
    await phone.tapText('取消');
    await phone.seeText('结果：showActionSheet:fail cancel');
    await phone.tapText('打电话');
    await phone.tapText('呼叫 12345');
    await phone.seeText('结果：打了');
    expect(await phone.weapp((handle) => handle.phoneCalls)).toEqual(['12345']);
  });

  test('subscription messages: what is accepted is granted in the cloud', async () => {
    const phone = await open();
    await phone.tapText('订阅消息');
    await phone.seeText('认领进度提醒');
    await phone.page.locator('.host-permission-template input').nth(1).uncheck();
    await phone.tapText('允许');
    await phone.seeText('"T1":"accept","T2":"reject"', { exact: false });
    const grants = cloud.seen.filter(({ path: seenPath }) => seenPath === '/control/grants').map(({ body }) => JSON.parse(body) as unknown);
    expect(grants).toEqual([{ openid: 'person-a', templateId: 'T1' }]);
  });

  test('paying: the cashier says what and how much; paid, left, or asked for without an order', async () => {
    const phone = await open();
    const told = (): unknown[] => cloud.seen.filter(({ method, path: seenPath }) => method === 'POST' && seenPath === '/control/pay').map(({ body }) => JSON.parse(body) as unknown);
    await phone.tapText('付款', { nth: 0 });
    await phone.seeText('¥12.50');
    await phone.seeText('缓坡，一份心意');
    await phone.tapText('不付了');
    await phone.seeText('结果：requestPayment:fail cancel');
    await phone.tapText('付款', { nth: 0 });
    await phone.tapText('确认付款');
    await phone.seeText('结果：requestPayment:ok');
    expect(told()).toEqual(['cancelled', 'paid'].map((outcome) => ({ packageId: 'prepay_id=p1', openid: 'person-a', outcome })));
    await phone.tapText('空付款');
    await phone.seeText('结果：requestPayment:fail parameter error: parameter.package should be String', { exact: false });
    expect(told()).toHaveLength(2);
  });

  test('privacy is asked once, then a picture is chosen, drawn and uploaded as the person', async () => {
    const phone = await open();
    await phone.nextMedia([PICTURE]);
    await phone.tapText('选照片');
    await phone.seeText('隐私保护提示');
    await phone.tapText('拒绝');
    await phone.seeText('结果：chooseMedia:fail privacy permission is not authorized');
    await phone.tapText('选照片');
    await phone.tapText('同意');
    await phone.seeText('结果：上传 cloud://local/wishes/photo.png');
    await phone.page.waitForFunction(() => (window.__weapp.pageData() as { loadedWidth?: number }).loadedWidth === 54);
    const upload = cloud.seen.find(({ method }) => method === 'PUT');
    expect(upload?.openid).toBe('person-a');
    expect(Buffer.from(upload?.body ?? '', 'latin1').toString('base64')).toBe(PICTURE.base64);
    await phone.nextMedia([PICTURE]);
    await phone.tapText('选照片');
    await phone.seeNoText('隐私保护提示');
    await phone.expectNoErrors();
  });

  test('a share shows a card, and the card opens the page', async () => {
    const phone = await open();
    await phone.page.locator('.host-capsule-more').tap();
    await phone.tapText('转发给朋友');
    await phone.seeText('来看看（menu）');
    expect(await phone.weapp((handle) => handle.shares)).toEqual([{ from: 'menu', title: '来看看（menu）', path: 'packages/wish/detail/index?id=7&name=分享', imageUrl: '/icons/dot.png' }]);
    await phone.tapText('来看看（menu）');
    await phone.page.waitForURL(/scene=1008/);
    await phone.waitUntilReady();
    await phone.seeText('编号 7 名字 分享');
    await phone.seeText('栈 1 场景 1008');
  });

  test('a share button is named as such', async () => {
    const phone = await open();
    await phone.tapText('分享');
    await phone.seeText('来看看（button）');
  });
});

describe('cloud and storage', () => {
  test('functions are called as the person, refusals and a missing network fail as in WeChat', async () => {
    const phone = await open(undefined, { as: 'person-b' });
    await phone.tapText('云函数');
    await phone.seeText('结果：云说 {"heard":{"word":"灯"}}');
    expect(cloud.seen.filter(({ path: seenPath }) => seenPath === '/functions/echo').at(-1)?.openid).toBe('person-b');
    await phone.tapText('坏云函数');
    await phone.seeText('结果：-501000 cloud.callFunction:fail Error: errCode: -501000 | errMsg: FUNCTION_NOT_FOUND');
    await phone.setNetwork('none');
    await phone.tapText('云函数');
    await phone.seeText('结果：-601002 cloud.callFunction:fail -601002 network');
    await phone.setNetwork('wifi');
    await phone.tapText('云函数');
    await phone.seeText('结果：云说', { exact: false });
    expect((await phone.cloudCalls()).map(({ name, error }) => [name, error === undefined])).toEqual([['echo', true], ['broken', false], ['echo', false], ['echo', true]]);
  });

  test('storage survives a restart and belongs to one person', async () => {
    const phone = await open();
    await phone.tapText('存一存');
    await phone.seeText('结果：存了 1');
    await phone.open();
    await phone.tapText('存一存');
    await phone.seeText('结果：存了 2');
    const address = new URL(phone.page.url());
    address.searchParams.set('as', 'person-c');
    await phone.page.goto(address.href);
    await phone.waitUntilReady();
    await phone.tapText('存一存');
    await phone.seeText('结果：存了 1');
  });
});

describe('serving', () => {
  test('nothing outside the built program is served, and a missing build says what to do', async () => {
    expect((await fetch(`${base}files/app.json`)).status).toBe(200);
    expect((await fetch(`${base}files/..%2f..%2f..%2fpackage.json`)).status).toBe(404);
    expect((await fetch(`${base}packages/nothing`)).status).toBe(404);
    const empty = createWeappHost({ dist: path.join(FIXTURE, 'icons') });
    const response = await fetch(`${await empty.listen()}package.json`);
    expect(response.status).toBe(500);
    expect(await response.text()).toContain('build the mini-program first');
    await empty.close();
  });

  test('Chinese glyphs come with the host', async () => {
    const css = await (await fetch(`${base}chinese.css`)).text();
    const slice = /url\((fonts\/[\w-]+\.woff2)\)/.exec(css)?.[1] ?? '';
    const font = Buffer.from(await (await fetch(base + slice)).arrayBuffer());
    expect(font.subarray(0, 4).toString('latin1')).toBe('wOF2');
    expect((await fetch(`${base}fonts/..%2fpackage.json`)).status).toBe(404);
  });
});
