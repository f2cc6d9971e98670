/** A directed gift as its people live it: a shop offers it, staff accept it, it is paid and brought, and a neighbour reads what was bought; what is left waits for its yes; and one is taken back. */
import { Behind } from './support/behind';
import { PEOPLE } from './support/loop-steps';
import type { PhoneDriver } from './support/phone';
import { openStage, type Stage } from './support/stage';

const TITLE = '给午餐桌换一台灶台';
const RICE = '给活动室添十袋米';
/** Of the demo: reported, with a proposal for its rest. */
const LEFT = '重阳节办一场长寿面';
const USE = '公共部位小修小补（扶手、路灯、台阶、雨棚）';
const MINUTE_MS = 60_000;
const ZHOU_MIN = 'oDemoZhouMin0004';
/** Keeps the books of the street. */
const ZHENG_STREET = 'oDemoZhengJie0012';

let stage: Stage;
let behind: Behind;
let shop: PhoneDriver;
let staff: PhoneDriver;
let neighbour: PhoneDriver;

beforeAll(async () => {
  stage = await openStage();
  behind = new Behind(stage);
  [shop, staff, neighbour] = await Promise.all([PEOPLE.wuShop, PEOPLE.heJing, PEOPLE.linXiao].map((as) => stage.phone({ as, start: 'pages/me/index' }))) as [PhoneDriver, PhoneDriver, PhoneDriver];
});

afterAll(() => stage?.close());

async function look(phone: PhoneDriver, name: string): Promise<void> {
  expect({ name, overflowPx: await phone.overflowPx() }).toEqual({ name, overflowPx: 0 });
  await phone.screenshot(name);
}

const openMine = async (title = TITLE): Promise<void> => {
  await shop.open('packages/directed/mine/index');
  await shop.tapText(title);
  await shop.waitForRoute('packages/directed/page/index');
};

const directedId = async (): Promise<string> => {
  const found = (await behind.must(PEOPLE.wuShop, 'directed.mine', { as: 'giver' })).items.find(({ title }) => title === TITLE);
  if (found === undefined) throw new Error('the shop has offered nothing');
  return found.directedId;
};

describe('a shop gives to a project', () => {
  test('it writes what, for what and how much; what is missing is said beside its field, and without network nothing is lost', async () => {
    await shop.open('packages/merchant/index/index');
    await shop.tapText('定向送给一个项目');
    await shop.waitForRoute('packages/directed/mine/index');
    await shop.tapText('送一份');
    await shop.seeText('以“吴记粮油”的名义');
    await shop.fill('比如：一老一小午餐', '一老一小午餐桌');
    await shop.fill('给谁用、用来做什么、办成了是什么样', '灶台用了八年，换一台新的，再添二十袋米。');
    await shop.fill('比如：5000', '600');
    await shop.tapText('从街道的用途表里选');
    await shop.pick(USE);
    await shop.fill('比如：双眼灶和安装', '灶台和安装');
    await shop.fill('比如：7600', '500');
    await shop.tapText('写一样东西或服务');
    await shop.fill('比如：大米', '大米');
    await shop.fill('写一个数，比如：20', '20');
    await shop.fill('袋、件、箱', '袋');
    await shop.tapText('写好了，交给社区看');
    await shop.seeText('请写一句给什么、给谁');
    await shop.seeText('加起来 500 元，比要给的 600 元少了 100 元');
    await look(shop, '90-directed-form');
    await shop.fill('比如：给午餐桌添食材', TITLE);
    await shop.fill('比如：7600', '600');
    await shop.setNetwork('none');
    await shop.tapText('写好了，交给社区看');
    await shop.seeText('网断了，写好的都还在。连上网再试一次就好。');
    await shop.setNetwork('4g');
    await shop.tapText('写好了，交给社区看');
    await shop.waitForRoute('packages/directed/page/index');
    await shop.seeText('等社区答复');
    await look(shop, '91-directed-offered');
    await shop.expectNoErrors();
  });

  test('for a person ill or in hardship the form takes no money and leads to certified charities', async () => {
    await neighbour.open('packages/directed/edit/index');
    await neighbour.seeText('一共给多少');
    await neighbour.tapText('帮一位生病或困难的人');
    await neighbour.seeNoText('一共给多少');
    await neighbour.tapText('想给钱，看公开募捐');
    await neighbour.waitForRoute('packages/linked/list/index');
    await neighbour.expectNoErrors();
  });

  test('staff read it, say four facts and until when, and take it', async () => {
    await staff.open('packages/directed/desk/index');
    await staff.tapText(TITLE);
    await staff.waitForRoute('packages/directed/page/index');
    await staff.tapText('接下，写四件事');
    await staff.waitForRoute('packages/directed/answer/index');
    await staff.fill('比如：青枫社区居委会，2008 年起管社区食堂', '青枫社区居委会，2018 年起管食堂。');
    await staff.fill('比如：去年办了 200 天午餐，账都公开了', '每天做 60 份午饭，账月月公开。');
    await staff.fill('比如：厨房有了，钱到了下周就开', '灶台看好了，付了就装。');
    await look(staff, '92-directed-answer');
    await staff.tapText('接下');
    await staff.waitForRoute('packages/directed/page/index');
    await staff.seeText('说定了，等对方付款');
    await staff.expectNoErrors();
  });

  test('the shop reads four things, pays, and it runs once everything is counted', async () => {
    await openMine();
    await shop.tapText('付款，还要付 ¥600');
    await shop.waitForRoute('packages/directed/pay/index');
    await shop.tapText('全部 ¥600');
    await shop.tapText('下一步');
    for (const fact of ['谁来收', '办过什么', '用在哪', '到哪一步']) await shop.seeText(fact);
    await look(shop, '93-directed-four-facts');
    await shop.tapText('看过了，付 ¥600');
    await shop.tapText('确认付款');
    await shop.waitForRoute('packages/campaign/contribution/index');
    await shop.seeText('收到了，谢谢您', { exact: false });
    await shop.tapText('去看这件事');
    await shop.waitForRoute('packages/directed/page/index');
    // Counted is what was folded; until that the clock of the gift looks again.
    for (let round = 0; round < 4; round += 1) {
      await behind.advance(5 * MINUTE_MS);
      await behind.runJobsUntilQuiet();
    }
    await openMine();
    await shop.seeText('花的每一笔都看得到', { exact: false });
    await look(shop, '94-directed-running');
    await shop.expectNoErrors();
  });

  test('rice is brought by the one and counted by the other', async () => {
    await openMine();
    await shop.tapText('送到了');
    await shop.tapText('送到了，请社区点收');
    await shop.seeText('说是交了，等社区点收');
    await staff.open(`packages/directed/page/index?id=${await directedId()}`);
    await staff.tapText('点收');
    await staff.tapText('收到 20 袋，记下');
    await staff.seeText('点收了');
    await look(staff, '95-directed-received');
    await staff.expectNoErrors();
  });

  test('what was bought with it is read by a neighbour, with its receipt', async () => {
    const hostId = await directedId();
    const host = { hostKind: 'directed', hostId } as const;
    const { lines } = await behind.must(PEOPLE.heJing, 'directed.get', { directedId: hostId });
    const ask = { ...host, useKey: lines[0]?.useKey ?? '', text: '双眼灶台一台，含安装', amountFen: 58_000, payee: { kind: 'organisation', name: '老周五金' } as const };
    const { spendingId } = await behind.must(ZHOU_MIN, 'spending.ask', { ...ask, receiptFileIds: [await behind.upload(ZHOU_MIN, 'receipt')] });
    for (const approver of [ZHENG_STREET, PEOPLE.heJing]) await behind.must(approver, 'spending.approve', { ...host, spendingId });
    await behind.must(PEOPLE.heJing, 'spending.recordPayout', { ...host, spendingId, voucherNo: '记-11-031', paidAtMs: await behind.nowMs(), photoFileId: null });
    await behind.runJobsUntilQuiet();
    await neighbour.open('pages/activities/index');
    await neighbour.tapText('定向赠与');
    await neighbour.waitForRoute('packages/directed/list/index');
    await neighbour.tapText(TITLE);
    await neighbour.seeText('¥580');
    await look(neighbour, '96-directed-spent');
    await neighbour.tapText('付出去了');
    await neighbour.waitForRoute('packages/fund/spending/index');
    await neighbour.seeText('双眼灶台一台，含安装');
    await neighbour.expectNoErrors();
  });
});

describe('what is left', () => {
  test('whoever gave it says no: nothing moves, staff read why and ask anew', async () => {
    await openMine(LEFT);
    await shop.seeText('还剩 ¥620，请您定一下');
    await look(shop, '97-directed-leftover');
    await shop.tapText('不同意');
    await shop.seeText('钱先不动，社区再跟您商量别的办法。');
    await shop.fill('可不写，比如：还是退给我吧', '想看着它用在老人身上');
    await shop.tapText('不同意，告诉社区');
    await shop.seeText('都办完了，还剩 ¥620');
    await look(shop, '98-directed-said-no');
    const { items } = await behind.must(PEOPLE.wuShop, 'directed.mine', { as: 'giver' });
    await staff.open(`packages/directed/page/index?id=${items.find(({ title }) => title === LEFT)?.directedId ?? ''}`);
    await staff.seeText('给的一方没同意：想看着它用在老人身上。', { exact: false });
    await staff.tapText('提余款的去处');
    await staff.tapText('转给社区发展基金');
    await staff.fill('对方看得到', '留给重阳敬老下一回用');
    await staff.tapText('告诉对方，等 TA 点头');
    await staff.seeText('告诉对方了，等 TA 点头');
    await Promise.all([shop.expectNoErrors(), staff.expectNoErrors()]);
  });

  test('goes nowhere without the yes of whoever gave it', async () => {
    await openMine(LEFT);
    await shop.seeText('为什么：留给重阳敬老下一回用');
    await shop.tapText('就这样办');
    await shop.tapText('同意');
    for (let round = 0; round < 2; round += 1) await behind.runJobsUntilQuiet();
    await openMine(LEFT);
    await shop.seeText('都办完了，谢谢');
    await shop.expectNoErrors();
  });
});

describe('a gift that is taken back', () => {
  test('before it begins the giver takes it back; staff no longer have it to answer', async () => {
    await behind.must(PEOPLE.wuShop, 'directed.offer', {
      as: { kind: 'merchant' },
      words: { title: RICE, purpose: '活动室办晚饭，添十袋米。', for: { kind: 'organisation', name: '青枫活动室' }, what: { subjectKind: 'matter', money: null, things: [{ kind: 'goods', text: '大米', count: 10, unit: '袋' }] }, conditions: '', isAnonymous: false },
    });
    await openMine(RICE);
    await shop.tapText('不给了，收回');
    await shop.seeText('社区不再看这一份。想好了可以再写一份。');
    await shop.tapText('收回');
    await shop.seeText('收回了，社区知道了');
    await look(shop, '99-directed-taken-back');
    await staff.open('packages/directed/desk/index');
    await staff.seeNoText(RICE);
    await Promise.all([shop.expectNoErrors(), staff.expectNoErrors()]);
  });
});
