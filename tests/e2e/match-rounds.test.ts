/** A round of matching as its people live it: staff look, change and send; the shop takes one, refuses one. */
import { Behind } from './support/behind';
import { PEOPLE } from './support/loop-steps';
import type { PhoneDriver } from './support/phone';
import { openStage, type Stage } from './support/stage';

/** Of the demo: works for the whole street. */
const STREET = 'oDemoZhengJie0012';
/** Of the demo: worked out this morning. */
const ROUND = 'packages/matching/round/index?id=mr_cx-tf-qf_2';

let stage: Stage;
let behind: Behind;
let staff: PhoneDriver;
let shop: PhoneDriver;

beforeAll(async () => {
  stage = await openStage();
  behind = new Behind(stage);
  [staff, shop] = await Promise.all([PEOPLE.heJing, PEOPLE.wuShop].map((as) => stage.phone({ as, start: 'pages/me/index' }))) as [PhoneDriver, PhoneDriver];
});

afterAll(() => stage?.close());

async function look(phone: PhoneDriver, name: string): Promise<void> {
  expect({ name, overflowPx: await phone.overflowPx() }).toEqual({ name, overflowPx: 0 });
  await phone.screenshot(name);
}

test('staff see before and after, change a pair with a reason, solve it again and send it', async () => {
  await staff.tapText('供需配对');
  await staff.waitForRoute('packages/matching/rounds/index');
  await staff.seeText('等您看一遍');
  await staff.tapText('第 2 轮');
  await staff.waitForRoute('packages/matching/round/index');
  await staff.seeText('要是先来后到');
  await staff.seeText('还没有告诉任何人');
  await look(staff, '96-round-preview');
  await staff.tapText('换一家');
  await staff.tapText('不给');
  await staff.fill('同事看得到', '这家说了这周忙');
  await staff.tapText('记下这处改动');
  await staff.seeText('还没算进去');
  await staff.tapText('按改动再配一次');
  await behind.runJobsUntilQuiet();
  await staff.open(ROUND);
  await staff.seeText('已经算进去了');
  await staff.tapText('告诉大家');
  await behind.runJobsUntilQuiet();
  await staff.open(ROUND);
  await staff.seeText('等大家回话');
  await look(staff, '97-round-sent');
  await staff.expectNoErrors();
});

test('the shop takes one by one tap, says no to another; who may come stands beside the wish', async () => {
  const asked = await behind.must(PEOPLE.wuShop, 'matchProposal.mine', {});
  expect(asked.length).toBeGreaterThan(1);
  await shop.open('packages/matching/proposals/index');
  await look(shop, '98-round-asked');
  await staff.open(`packages/matching/coming/index?wishId=${asked[0]?.wishId ?? ''}`);
  await staff.seeText('吴记粮油（爱心商户）');
  await staff.seeText('问了，等回话');
  await shop.tapText('我来');
  await shop.waitForRoute('packages/claim/mine/index');
  await shop.open('packages/matching/proposals/index');
  await shop.tapText('这次不行');
  await shop.seeText('没关系，不影响您');
  await look(shop, '99-round-decline');
  await shop.fill('比如：这周店里没货', '这周没货了');
  await shop.tapText('说一声');
  await shop.seeNoText('为什么（可不写）');
  const left = await behind.must(PEOPLE.wuShop, 'matchProposal.mine', {});
  expect(left).toHaveLength(asked.length - 2);
  await shop.expectNoErrors();
});

test('whoever works for the street chooses a community and begins a round there', async () => {
  const phone = await stage.phone({ as: STREET, start: 'packages/matching/rounds/index' });
  await phone.seeText('青枫社区');
  await phone.tapText('听枫街道');
  await phone.seeText('先选一个社区');
  await phone.tapText('梨园社区');
  await phone.seeText('还没配过');
  await phone.tapText('开始一轮');
  await phone.seeText('只算，不发');
  await look(phone, '99-round-start');
  await phone.tapText('开始配');
  await phone.waitForRoute('packages/matching/round/index');
  await phone.seeText('可以先去忙别的');
  await look(phone, '99-round-working');
  await phone.seeText('梨园社区');
  await phone.expectNoErrors();
  await phone.close();
});
