/** From hand to hand: the code that proves it, a word when it did not come, and a number for whoever comes to the door. */
import type { ApiContract } from '@contract';
import { Behind } from './support/behind';
import { PEOPLE } from './support/loop-steps';
import type { PhoneDriver } from './support/phone';
import { openStage, type Stage } from './support/stage';

const DAY_MS = 86_400_000;
const MY_CLAIMS = 'packages/claim/mine/index';

let stage: Stage;
let behind: Behind;
let resident: PhoneDriver;
let staff: PhoneDriver;
let merchant: PhoneDriver;

beforeAll(async () => {
  stage = await openStage();
  behind = new Behind(stage);
  [resident, staff, merchant] = await Promise.all([PEOPLE.linXiao, PEOPLE.heJing, PEOPLE.wuShop].map((as) => stage.phone({ as, start: 'pages/me/index' }))) as [PhoneDriver, PhoneDriver, PhoneDriver];
});

afterAll(() => stage?.close());

interface Loop { readonly wishId: string; readonly claimId: string }
type Handover = ApiContract['claim.plan']['input']['handover'];

/** A resident's wish that the shop has claimed and planned. */
async function plannedWish(title: string, handover: Handover): Promise<Loop> {
  const nowMs = await behind.nowMs();
  const { wishId } = await behind.must(PEOPLE.linXiao, 'wish.submit', { title, story: `${title}，这两天要用，谢谢邻居。`, category: 'goods', shares: 1, estimatedValueFen: 3_000, urgency: 'urgent', windowEndMs: nowMs + 20 * DAY_MS, handover });
  await behind.must(PEOPLE.heJing, 'review.decide', { wishId, decision: { kind: 'approve' } });
  const { claimId } = await behind.must(PEOPLE.wuShop, 'wish.claim', { wishId, shares: 1, as: { kind: 'merchant' } });
  await behind.must(PEOPLE.wuShop, 'claim.plan', { wishId, claimId, deliverAtMs: nowMs + DAY_MS, handover, note: '' });
  return { wishId, claimId };
}

const detailOf = ({ wishId }: Loop): string => `packages/wish/detail/index?wishId=${wishId}`;

/** The link of one claim among the shop's others, which lie below it: what was changed last stands first. */
async function tapOnNewestClaim(title: string, link: string): Promise<void> {
  await merchant.open(MY_CLAIMS);
  await merchant.seeText(title);
  await merchant.tapText(link);
}

describe('a code at the station', () => {
  const TITLE = '缺一个电热水壶';
  let loop: Loop;
  let code = '';

  test('the resident opens the code and reads it out', async () => {
    loop = await plannedWish(TITLE, 'station');
    await resident.open(detailOf(loop));
    await resident.tapText('交接码');
    await resident.waitForRoute('packages/handover/code/index');
    await resident.seeText('读给对方听，或让对方扫一下', { exact: false });
    code = (/(\d{3}) (\d{3})/.exec(await resident.screenText()) ?? []).slice(1).join('');
    expect(code).toMatch(/^\d{6}$/);
  });

  test('a wrong one costs the shop a try, and says how many are left', async () => {
    await tapOnNewestClaim(TITLE, '输对方的交接码');
    await merchant.waitForRoute('packages/handover/redeem/index');
    await merchant.seeText(`“${TITLE}”，对上了就算送到`, { exact: false });
    await merchant.fill('比如 482915', code === '000000' ? '111111' : '000000');
    await merchant.tapText('码对上了，交给 TA');
    await merchant.seeText('码不对，还能试 4 次', { exact: false });
  });

  test('the right one is the end of it: no photo, and nothing left to confirm', async () => {
    await merchant.fill('比如 482915', code);
    await merchant.tapText('码对上了，交给 TA');
    await merchant.seeText('交到了');
    await merchant.screenshot('30-redeemed');
    await resident.open(detailOf(loop));
    await resident.tapText('说一句感受，15 秒');
    await resident.waitForRoute('packages/wish/confirm/index');
  });
});

describe('it did not come', () => {
  const TITLE = '缺一把结实的雨伞';
  const NOTE = '两边都问过，柜台也找过，没有找着';
  let loop: Loop;

  test('the resident tells the community instead of confirming', async () => {
    loop = await plannedWish(TITLE, 'station');
    await behind.must(PEOPLE.wuShop, 'claim.deliver', { ...loop, note: '放在架子上了', proofFileIds: [await behind.upload(PEOPLE.wuShop, 'proof')] });
    await resident.open(detailOf(loop));
    await resident.tapText('有点不对，请社区问问');
    await resident.tapText('还没收到');
    await resident.fill('比如：驿站的架子上没看到', '架子上找了两遍，没有');
    await resident.tapText('请社区两边问问');
    await resident.seeText('您说的社区收到了');
    await resident.screenshot('31-disputed');
  });

  test('staff find it among what waits, and say how it ends and why', async () => {
    await staff.open('packages/staff/queue/index');
    await staff.seeText('件在等', { exact: false });
    await staff.tapText(TITLE);
    await staff.tapText('两边问问，写下结果');
    await staff.waitForRoute('packages/handover/dispute/index');
    await staff.tapText('两边问过了，写下结果');
    await staff.tapText('放回墙上重来');
    await staff.fill('比如：东西在隔壁柜台，今天拿到了', NOTE);
    await staff.tapText('告诉两边');
    await staff.seeText('社区问清楚了：放回墙上重来');
    await staff.screenshot('32-decided');
  });

  test('both sides read it, and why', async () => {
    for (const phone of [resident, merchant]) {
      await phone.open('packages/notice/index/index');
      await phone.tapText('社区问清楚了：这几份放回墙上');
      await phone.waitForRoute('packages/handover/dispute/index');
      await phone.seeText(NOTE);
    }
  });
});

describe('at home', () => {
  const TITLE = '想请人抬一下旧沙发';
  const PHONE = '13812345678';

  test('the resident leaves a number for this one handover, and agrees that the shop sees it', async () => {
    const loop = await plannedWish(TITLE, 'home');
    await resident.open(detailOf(loop));
    await resident.tapText('联系对方');
    await resident.seeText('对方还没留电话，留了会告诉您。');
    await resident.tapText('留我的电话给对方');
    await resident.fill('比如：陈阿姨', '林女士');
    await resident.fill('手机或座机', PHONE);
    await resident.tapText('我同意把这些给吴记粮油看，只用来送这一次');
    await resident.tapText('留给对方');
    await resident.seeText('改我留的电话');
  });

  test('the shop sees it only for a reason', async () => {
    await tapOnNewestClaim(TITLE, '联系对方');
    await merchant.seeText('为什么要看？对方也会看到这一句。');
    expect(await merchant.screenText()).not.toContain(PHONE);
    await merchant.tapText('找不到地方');
    await merchant.tapText('看对方的电话');
    await merchant.seeText(PHONE);
    await merchant.screenshot('33-revealed');
  });

  test('and the resident reads that it was looked at, and why, without the shop having left one', async () => {
    await resident.pullDown();
    await resident.open('packages/wish/mine/index');
    await resident.tapText(TITLE);
    await resident.tapText('联系对方');
    await resident.seeText('对方看过您的电话 1 次');
    await resident.seeText('找不到地方', { exact: false });
    for (const phone of [resident, staff, merchant]) await phone.expectNoErrors();
  });
});
