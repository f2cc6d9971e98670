/** When help was not good, or not safe, or points need a second look: told, looked at, answered, put right. */
import type { Member } from '../../cloudfunctions/core/member/member';
import type { Rectification } from '../../cloudfunctions/core/rectification/rectification';
import { Behind } from './support/behind';
import { PEOPLE, photo } from './support/loop-steps';
import type { PhoneDriver } from './support/phone';
import { openStage, type Stage } from './support/stage';

const DAY_MS = 86_400_000;
const ZHOU_MIN = 'oDemoZhouMin0004';
const SUN_NING = 'oDemoSunNing0011';
/** Keeps the shop that the demo's order is about. */
const REPAIR_SHOP = 'oDemoShop0008';
const SHOP = '顺风家电维修';
/** WeChat's largest letters. */
const LARGE = 23;

let stage: Stage;
let behind: Behind;
let staff: PhoneDriver;
let worker: PhoneDriver;
let shop: PhoneDriver;
let neighbour: PhoneDriver;

beforeAll(async () => {
  stage = await openStage();
  behind = new Behind(stage);
  const people = [{ as: PEOPLE.heJing, font: LARGE }, { as: ZHOU_MIN }, { as: REPAIR_SHOP }, { as: SUN_NING, font: LARGE }];
  [staff, worker, shop, neighbour] = await Promise.all(people.map((person) => stage.phone({ ...person, start: 'pages/me/index' }))) as [PhoneDriver, PhoneDriver, PhoneDriver, PhoneDriver];
});

afterAll(() => stage?.close());

/** The page holds on the phone, whatever the size of its letters; the picture is for people. */
async function look(phone: PhoneDriver, name: string): Promise<void> {
  expect({ name, overflowPx: await phone.overflowPx() }).toEqual({ name, overflowPx: 0 });
  await phone.screenshot(name);
}

const documents = <T>(collection: string): readonly T[] => [...stage.cloud.store.get(collection).documents.values()] as unknown as readonly T[];
/** The order that the demo's shop has. */
const order = (): Rectification => {
  const found = documents<Rectification>('rectifications').find(({ partyText, isOpen }) => partyText === SHOP && isOpen);
  if (found === undefined) throw new Error('the demo has no order');
  return found;
};
const ratersOfOrder = (): readonly string[] => documents<Member>('members').filter(({ _id }) => Object.hasOwn(order().raters, _id)).map(({ openid }) => openid);

describe('too many were not satisfied', () => {
  const CHANGED = '以后我自己上门，修完当面试一遍，留下我的电话';
  const MISSING = '胶带粘的那台微波炉，打算怎么办？';

  const openOrder = async (): Promise<void> => {
    await worker.open('packages/rating/rectifications/index');
    await worker.tapText(SHOP);
    await worker.waitForRoute('packages/rating/rectification/index');
  };

  test('staff look at what the shop wrote, and ask for a little more', async () => {
    await openOrder();
    await worker.seeText('5 个人评过，3 人不满意');
    await worker.tapText('再补一点');
    await worker.fill('还差什么，对方看得到', MISSING);
    await worker.tapText('就这么办');
    await worker.seeText('等对方改');
    await look(worker, '60-asked-for-more');
  });

  test('the shop reads why, goes on helping, and writes what it changed, with a photo', async () => {
    await shop.tapText('别人怎么评我的帮忙');
    await shop.tapText('看看大家怎么说，写写怎么改。');
    await shop.waitForRoute('packages/rating/rectification/index');
    await shop.seeText('照常帮忙，什么都不停');
    await shop.seeText(MISSING);
    await shop.fill('比如：以后我自己上门，修完当面试一遍', CHANGED);
    await shop.nextMedia([photo('parcel')]);
    await shop.tapText('加照片');
    await shop.agreePrivacy();
    await look(shop, '61-answering');
    await shop.tapText('写好了，请社区看');
    await shop.seeText('又补了');
    await shop.seeText(CHANGED);
  });

  test('staff ask those who rated', async () => {
    await openOrder();
    await worker.seeText(CHANGED);
    await worker.tapText('问问大家');
    await worker.tapText('就这么办');
    await worker.seeNoText('看过了，下一步');
    await look(worker, '62-asking');
    expect(await worker.screenText()).not.toContain('说好了');
  });

  test('one who rated taps once whether it is better', async () => {
    const [asked = '', ...others] = ratersOfOrder();
    expect(others.length).toBeGreaterThanOrEqual(3);
    await behind.runJobsUntilQuiet();
    const rater = await stage.phone({ as: asked, start: 'packages/notice/index/index', font: LARGE });
    await rater.tapText(`${SHOP}改了，好些没有？`);
    await rater.waitForRoute('packages/rating/recheck/index');
    await rater.seeText(CHANGED);
    await look(rater, '63-recheck');
    await rater.tapText('好了');
    await rater.tapText('就这么说');
    await rater.seeText('您说了：好了');
    await rater.expectNoErrors();
    await rater.close();
    for (const other of others.slice(0, 3)) await behind.must(other, 'recheck.answer', { rectificationId: order()._id, answer: 'better' });
  });
});

describe('something is not safe', () => {
  const WORDS = '插座冒火花，有焦味';
  const ANSWER = '下午去看过了，断了电，明天电工来';
  let path = '';

  test('told to staff in two taps and a word; whoever helped has no part in it', async () => {
    const nowMs = await behind.nowMs();
    const { wishId } = await behind.must(SUN_NING, 'wish.submit', { title: '妈妈家的插座松了', story: '插头插不稳，想请懂电的邻居看看。', category: 'repair', shares: 1, estimatedValueFen: 3_000, urgency: 'normal', windowEndMs: nowMs + 20 * DAY_MS, handover: 'home' });
    await behind.must(PEOPLE.heJing, 'review.decide', { wishId, decision: { kind: 'approve' } });
    const { claimId } = await behind.must(PEOPLE.wuShop, 'wish.claim', { wishId, shares: 1, as: { kind: 'merchant' } });
    await behind.must(PEOPLE.wuShop, 'claim.plan', { wishId, claimId, deliverAtMs: nowMs + DAY_MS, handover: 'home', note: '' });
    await behind.must(PEOPLE.wuShop, 'claim.deliver', { wishId, claimId, note: '装好了', proofFileIds: [await behind.upload(PEOPLE.wuShop, 'proof')] });
    path = `packages/wish/confirm/index?wishId=${wishId}&claimId=${claimId}`;
    await neighbour.open(path);
    await neighbour.tapText('有安全问题，直接告诉社区');
    await neighbour.waitForRoute('packages/handover/safety/index');
    await neighbour.seeText('人有危险，先打电话');
    await neighbour.tapText('地方有危险');
    await neighbour.fill('什么时候、在哪儿、怎么了', WORDS);
    await look(neighbour, '64-not-safe');
    await neighbour.tapText('马上告诉社区');
    await neighbour.seeText('您说：地方有危险');
    await look(neighbour, '65-told');
  });

  test('staff find it before everything else, and say what they did', async () => {
    await staff.open('packages/staff/queue/index');
    await staff.seeText('有人说不安全：地方有危险');
    await staff.tapText('马上看');
    await staff.waitForRoute('packages/staff/safety/index');
    await staff.seeText(`“${WORDS}”`);
    await look(staff, '66-staff-safety');
    await staff.fill('比如：下午去看过了，插座断了电，明天电工来', ANSWER);
    await staff.tapText('答复说的人');
    await staff.allowMessages();
    await staff.waitForRoute('packages/staff/queue/index');
    await staff.seeNoText('有人说不安全');
  });

  test('who told it reads the answer', async () => {
    await neighbour.open(path);
    await neighbour.tapText('有安全问题，直接告诉社区');
    await neighbour.seeText('社区答复了');
    await neighbour.seeText(ANSWER, { exact: false });
  });
});

describe('who mostly confirm each other', () => {
  const SAID = '两家轮流接孩子放学';

  test('staff see figures, and hold points with a reason', async () => {
    await staff.open('packages/staff/favours/index');
    await staff.seeText('先打电话问问，什么都不会自动发生', { exact: false });
    await look(staff, '67-favours');
    await staff.tapText('侯大姐（一楼）', { exact: false });
    await staff.waitForRoute('packages/staff/circle/index');
    await look(staff, '68-circle');
    await staff.tapText('先把他们之间的积分放一放');
    await staff.fill('比如：这几次送的东西想再问问清楚，先等一等', '想先打电话问问是什么事');
    await staff.tapText('放 14 天');
    await staff.waitForRoute('packages/staff/freeze/index');
    await staff.seeText('还没说什么');
    await look(staff, '69-freeze');
  });

  test('whose points wait reads why, and says a sentence', async () => {
    await neighbour.open('packages/points/index/index');
    await neighbour.seeText('有些积分先放一放', { exact: false });
    await neighbour.seeText('没有收走什么', { exact: false });
    await neighbour.tapText('觉得不对，说一句');
    await neighbour.fill('比如：我们两家轮流照看对方的老人', SAID);
    await neighbour.tapText('请社区再看看');
    await neighbour.seeText('您说过了');
    await look(neighbour, '70-said');
  });

  test('somebody else answers both, and the points go on', async () => {
    await worker.open('packages/staff/favours/index');
    await worker.tapText('孙宁', { exact: false });
    await worker.waitForRoute('packages/staff/freeze/index');
    await worker.seeText(`“${SAID}”`);
    for (const [answer, note] of [['接着放', '先问问另一家'], ['放开', '两家都问过，是真的']] as const) {
      await worker.tapText(answer);
      await worker.fill('写一句为什么，对方看得到', note);
      await worker.tapText('就这样答复');
      await worker.seeText(note, { exact: false });
    }
    await look(worker, '71-answered');
    await neighbour.open('packages/points/index/index');
    await neighbour.seeText('放着的积分放开了');
  });
});

describe('the rules and the books', () => {
  test('a change of the rules is tried on last month before it is saved', async () => {
    await staff.open('packages/staff/point-rules/index');
    await staff.tapText('改规则');
    await staff.seeText('照新规则', { exact: false });
    await staff.page.locator('.host-webview:not([hidden]) .ly-stepper-plus').first().tap();
    await staff.seeText('人会多', { exact: false });
    await staff.fill('比如：送货的分调高一点', '送一趟不容易');
    await look(staff, '72-rules');
    await staff.tapText('存好，明天起照新的算');
    await staff.seeText('还没开始');
    await staff.seeText('何静：送一趟不容易');
  });

  test('a week later: what those who rated said has closed the order, and each night was proved', async () => {
    await behind.advance(8 * DAY_MS);
    await behind.runJobsUntilQuiet();
    await shop.open('packages/notice/index/index');
    await shop.tapText('整改办完了', { exact: false });
    await shop.waitForRoute('packages/rating/rectification/index');
    await shop.seeText('大家说好了。');
    // Four answers are too few to be counted aloud.
    expect(await shop.screenText()).not.toContain('人回话');
    await look(shop, '73-closed');
    await staff.open('packages/staff/ledger/index');
    await staff.seeText('对上了');
    await look(staff, '74-ledger');
    for (const phone of [staff, worker, shop, neighbour]) await phone.expectNoErrors();
  });
});
