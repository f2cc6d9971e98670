/** What goes wrong on a phone: no network, an unsteady finger, a reply that is lost, type that is too large for the screen. */
import { openStage, type Stage } from './support/stage';
import { PEOPLE, searchWall, sendWish, writeWish } from './support/loop-steps';
import type { PhoneDriver, PhoneOptions } from './support/phone';

const WISH = { title: '阳台灯坏了', story: '阳台灯坏了，想请人换一个灯泡。灯泡买好了，就是够不着，周末白天都在家。' };
/** Open in the demo, one share each (devtools/demo/wishes). */
const LAMP = '厨房灯闪了半个月，我够不着';
const HOT_POT = '双胞胎刚断奶，盼些面条和鸡蛋';

let stage: Stage;
const phones: PhoneDriver[] = [];

beforeAll(async () => {
  stage = await openStage();
});

afterEach(async () => {
  await control('faults', { rules: [] });
  await Promise.all(phones.splice(0).map((phone) => phone.close()));
});

afterAll(() => stage?.close());

async function control(path: string, body: object): Promise<void> {
  const response = await fetch(`${stage.origin}/control/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  expect(response.status).toBe(200);
}

async function open(options: Omit<PhoneOptions, 'base'>): Promise<PhoneDriver> {
  const phone = await stage.phone(options);
  phones.push(phone);
  return phone;
}

interface StoredWish {
  readonly title: string
  readonly claims: Readonly<Record<string, { readonly state: string }>>
}

/** What the database holds of the wishes with this title. */
function stored(title: string): StoredWish[] {
  return [...stage.cloud.store.get('wishes').documents.values()].map((document) => document as unknown as StoredWish).filter((wish) => wish.title === title);
}

const heldClaims = (title: string): number => stored(title).flatMap((wish) => Object.values(wish.claims)).filter((claim) => claim.state === 'held').length;

async function openWishOnWall(title: string): Promise<PhoneDriver> {
  const phone = await open({ as: PEOPLE.linXiao, start: 'pages/wishes/index' });
  await searchWall(phone, title.slice(0, 4));
  await phone.tapText(title);
  await phone.tapText('认领，我来办');
  await phone.seeText('这件交给您？');
  return phone;
}

describe('no network', () => {
  test('while posting: what is written stays, and pressing again posts one wish', async () => {
    const phone = await open({ as: PEOPLE.linXiao });
    await writeWish(phone, WISH);
    await phone.setNetwork('none');
    await phone.tapText('发给社区看看');
    await phone.allowMessages();
    const words = await phone.find('网断了，写好的都还在。连上网再试一次就好。');
    // Where the finger is, not somewhere below the fold.
    expect((await words.boundingBox())?.y).toBeLessThan(844);
    await phone.screenshot('bad-offline-post');
    expect(stored(WISH.title)).toHaveLength(0);
    await phone.seeText(WISH.story);
    await phone.setNetwork('4g');
    await sendWish(phone);
    expect(stored(WISH.title)).toHaveLength(1);
    await phone.expectNoErrors();
  });

  test('on the wall: says so, and comes back with one tap', async () => {
    const phone = await open({ as: PEOPLE.linXiao });
    await phone.setNetwork('none');
    await phone.tapText('心愿');
    await phone.seeText('网断了，没取到', { timeoutMs: 15_000 });
    await phone.screenshot('bad-offline-wall');
    await phone.setNetwork('wifi');
    await phone.tapText('再试一次');
    await phone.seeText(LAMP);
    await phone.expectNoErrors();
  });
});

describe('claiming', () => {
  test('a double tap makes one claim', async () => {
    const phone = await openWishOnWall(LAMP);
    const button = await phone.find('认领，我来办');
    // Waits until the sheet stands still and nothing covers the button.
    await button.tap({ trial: true });
    const box = await button.boundingBox();
    if (box === null) throw new Error('the button has no place on the screen');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await phone.page.touchscreen.tap(x, y);
    await phone.page.touchscreen.tap(x, y);
    // The second tap may have fallen on WeChat's sheet, which takes it as an answer; else the sheet asks when it is drawn.
    await phone.page.waitForFunction(() => document.querySelector('#host-layer .host-permission-allow') !== null || window.__weapp.cloudCalls.some(({ data }) => JSON.stringify(data).includes('"route":"wish.claim"')));
    if (await phone.page.locator('#host-layer .host-permission-allow').isVisible()) await phone.allowMessages();
    await phone.seeText('留给您了');
    const claims = (await phone.cloudCalls()).filter(({ data }) => (data as { route?: string }).route === 'wish.claim');
    expect(claims).toHaveLength(1);
    expect(heldClaims(LAMP)).toBe(1);
    await phone.expectNoErrors();
  });

  test('a reply that is lost is asked for again: the person sees the claim, and there is one', async () => {
    const phone = await openWishOnWall(HOT_POT);
    await control('faults', { rules: [{ route: 'wish.claim', action: 'database.modifyDocument', when: 'after', kind: 'kill', times: 1 }] });
    await phone.tapText('认领，我来办');
    await phone.allowMessages();
    await phone.seeText('留给您了');
    await phone.screenshot('bad-lost-reply');
    const claims = (await phone.cloudCalls()).filter(({ data }) => (data as { route?: string }).route === 'wish.claim');
    expect(claims.map(({ error }) => error === undefined)).toEqual([false, true]);
    expect(new Set(claims.map(({ data }) => (data as { operationId?: string }).operationId)).size).toBe(1);
    expect(heldClaims(HOT_POT)).toBe(1);
    await phone.expectNoErrors();
  });
});

describe('large type', () => {
  for (const width of [390, 320]) {
    test(`wall and detail fit a screen ${width} px wide`, async () => {
      const phone = await open({ as: PEOPLE.wuShop, start: 'pages/wishes/index', font: 23, width, height: width === 320 ? 640 : 844 });
      await phone.seeText('等人帮');
      expect(await phone.overflowPx()).toBe(0);
      await phone.screenshot(`bad-large-wall-${width}`);
      await searchWall(phone, '象棋');
      await phone.tapText('周末下午，想有人陪我下盘象棋');
      await phone.seeText('走到哪一步了');
      expect(await phone.overflowPx()).toBe(0);
      await phone.screenshot(`bad-large-detail-${width}`);
      await phone.tapText('认领，我来办');
      await phone.seeText('这件交给您？');
      await phone.screenshot(`bad-large-sheet-${width}`);
      await phone.expectNoErrors();
    });
  }
});
