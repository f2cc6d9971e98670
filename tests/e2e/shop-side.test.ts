/** A shop's working days as its owner and its clerk live them: together, resting, stopped, and leaving without a wish left hanging. */
import type { ApiContract } from '@contract';
import { Behind } from './support/behind';
import { PEOPLE } from './support/loop-steps';
import type { PhoneDriver } from './support/phone';
import { openStage, type Stage } from './support/stage';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** 谢老板 of 红旗粮油店, which is in the alliance. */
const OWNER = 'oDemoShop0014';
const SHOP = '红旗粮油店';
const NEW_CLERK = 'oDemoSunNing0011';
const RESIDENT = PEOPLE.linXiao;
const OWN = 'packages/shop/own/index';

let stage: Stage;
let behind: Behind;
let owner: PhoneDriver;
let clerk: PhoneDriver;
let shopId: string;

beforeAll(async () => {
  stage = await openStage();
  behind = new Behind(stage);
  shopId = (await behind.must(OWNER, 'shop.mine', {}))[0]?.shopId ?? '';
  [owner, clerk] = await Promise.all([stage.phone({ as: OWNER, start: `${OWN}?id=${shopId}` }), stage.phone({ as: NEW_CLERK, start: 'packages/shop/mine/index' })]);
});

afterAll(() => stage?.close());

interface Loop { readonly wishId: string; readonly claimId: string }

async function planned(title: string, handover: ApiContract['claim.plan']['input']['handover']): Promise<Loop> {
  const nowMs = await behind.nowMs();
  const { wishId } = await behind.must(RESIDENT, 'wish.submit', { title, story: `${title}，这两天要用，谢谢邻居。`, category: 'goods', shares: 1, estimatedValueFen: 3_000, urgency: 'urgent', windowEndMs: nowMs + 20 * DAY_MS, handover });
  await behind.must(PEOPLE.heJing, 'review.decide', { wishId, decision: { kind: 'approve' } });
  const { claimId } = await behind.must(OWNER, 'wish.claim', { wishId, shares: 1, as: { kind: 'merchant' } });
  await behind.must(OWNER, 'claim.plan', { wishId, claimId, deliverAtMs: nowMs + DAY_MS, handover, note: '' });
  return { wishId, claimId };
}

/** The timer, as long as a hand-back looks again. */
async function fewMinutes(): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    await behind.runJobsUntilQuiet();
    await behind.advance(3 * MINUTE_MS);
  }
  await behind.runJobsUntilQuiet();
}

const leftOf = async ({ wishId }: Loop): Promise<number> => (await behind.must(RESIDENT, 'wish.get', { wishId })).shares.left;

/** What staff of the community read of this shop in their queue. */
async function toldStaff(): Promise<readonly string[]> {
  const told: string[] = [];
  for (let cursor: string | null = null, more = true; more; more = cursor !== null) {
    const page: ApiContract['staff.queue']['output'] = await behind.must(PEOPLE.heJing, 'staff.queue', { cursor });
    told.push(...page.items.flatMap(({ title, reasonText }) => (title === SHOP ? [reasonText] : [])));
    cursor = page.nextCursor;
  }
  return told;
}

async function look(phone: PhoneDriver, name: string): Promise<void> {
  expect({ name, overflowPx: await phone.overflowPx() }).toEqual({ name, overflowPx: 0 });
  await phone.screenshot(name);
}

async function isWell(...phones: readonly PhoneDriver[]): Promise<void> {
  for (const phone of phones) await phone.expectNoErrors();
}

let rice: Loop;
let oil: Loop;

test('an owner asks a clerk in, who comes by eight digits read out', async () => {
  await owner.tapText('请一位店员');
  await owner.seeText('店员邀请码');
  const code = (/(\d{4}) (\d{4})/.exec(await owner.screenText()) ?? []).slice(1).join('');
  expect(code).toMatch(/^\d{8}$/);
  await look(owner, '130-shop-invite');
  await clerk.tapText('店主给了我邀请码');
  await clerk.fill('例如 1234 5678', code);
  await clerk.tapText('加入');
  await clerk.waitForRoute(OWN);
  await clerk.seeText('要送的、要对码的、来取礼物的，都在下面。');
  expect(await clerk.screenText()).not.toContain('营业执照');
  expect((await behind.must(OWNER, 'shop.get', { shopId })).people.map(({ name, role }) => `${name} ${role}`)).toContain('孙宁 clerk');
  await isWell(owner, clerk);
});

test('the clerk reads what is to be delivered, and hands one over by code', async () => {
  oil = await planned('想要一桶油', 'home');
  rice = await planned('缺一袋十斤装的米', 'station');
  await clerk.tapText('送货清单');
  for (const words of ['2 个心愿，2 份', '想要一桶油', '缺一袋十斤装的米', '存成图片', '存成表格']) await clerk.seeText(words, { exact: false });
  await look(clerk, '131-shop-deliveries');
  await clerk.open(`${OWN}?id=${shopId}`);
  await clerk.tapText('手上的认领');
  await clerk.seeText('缺一袋十斤装的米');
  const { code } = await behind.must(RESIDENT, 'handover.issueCode', rice);
  await clerk.tapText('输对方的交接码');
  await clerk.seeText('“缺一袋十斤装的米”，对上了就算送到', { exact: false });
  await clerk.fill('比如 482915', code);
  await clerk.tapText('码对上了，交给 TA');
  await clerk.seeText('交到了');
  expect((await behind.must(OWNER, 'claim.deliveryList', { as: { kind: 'merchant' } })).shareCount).toBe(1);
  await isWell(clerk);
});

test('a neighbour fetches a gift from the clerk, against its code', async () => {
  const { giftId } = await behind.must(OWNER, 'gift.save', { title: '一桶食用油', note: '', pictureKey: 'goods', points: 50, stock: 5, limit: 'month', place: '红旗粮油店柜台' });
  const { code } = await behind.must(RESIDENT, 'gift.redeem', { giftId });
  await clerk.open(`${OWN}?id=${shopId}`);
  await clerk.tapText('礼物发放');
  await clerk.seeText('一桶食用油');
  await clerk.tapText('来取了，对码');
  await clerk.fill('比如 482915', code ?? '');
  await clerk.tapText('码对上了，交给 TA');
  await clerk.seeText('现在没有人要来取');
  expect((await behind.must(RESIDENT, 'gift.redemptions', {})).items[0]).toMatchObject({ state: 'fetched' });
  await isWell(clerk);
});

test('the owner rests the shop and hands back what is held; staff read how much, neighbours have the wish again', async () => {
  await owner.open(`${OWN}?id=${shopId}`);
  await owner.tapText('先歇着');
  await owner.seeText('不再接新的认领；登记的资源和积分礼物也先歇着。', { exact: false });
  await owner.tapText('没送到的也放回心愿墙');
  await look(owner, '132-shop-rest');
  await owner.tapText('好，先歇着');
  await owner.seeText('没送到的正在一件件放回心愿墙', { exact: false });
  await fewMinutes();
  expect(await leftOf(oil)).toBe(1);
  await owner.open(`${OWN}?id=${shopId}`);
  await owner.seeText('不接新的，手上的照常办。想接了，点“重新开张”。');
  await look(owner, '133-shop-resting');
  expect(await toldStaff()).toEqual(['先歇着，1 份认领放回了心愿墙']);
  await owner.tapText('重新开张');
  await owner.seeText('可以认领心愿、登记能帮的事、放积分礼物。');
  await isWell(owner);
});

test('a stopped shop reads why, what becomes of what it holds, and whom to ask; let go, it gives again', async () => {
  oil = await planned('还想要一桶油', 'home');
  await behind.must(PEOPLE.heJing, 'shop.freeze', { shopId, reason: '有人说油快过期了，先核实', handsBack: false });
  for (const phone of [owner, clerk]) {
    await phone.open(`${OWN}?id=${shopId}`);
    for (const words of ['社区停着', '不接新的，手上的照常办。有疑问请打社区电话。', '有人说油快过期了，先核实', '打社区电话']) await phone.seeText(words);
  }
  await look(owner, '134-shop-stopped');
  await owner.open(`packages/wish/detail/index?wishId=${oil.wishId}`);
  await owner.seeText('还想要一桶油');
  await behind.must(PEOPLE.heJing, 'shop.unfreeze', { shopId, note: '核实过了，是误会' });
  await owner.open(`${OWN}?id=${shopId}`);
  await owner.seeText('在帮忙');
  await isWell(owner, clerk);
});

test('leaving puts what is not delivered back, waits for what is, and says so; in the end the shop is gone and its people know', async () => {
  const soap = await planned('缺两块肥皂', 'station');
  await behind.must(NEW_CLERK, 'claim.deliver', { ...soap, note: '放在架子上了', proofFileIds: [await behind.upload(NEW_CLERK, 'proof')] });
  await owner.tapText('退出爱心商户');
  await owner.seeText('没送到的认领会一件件放回心愿墙', { exact: false });
  await look(owner, '135-shop-leave');
  await owner.tapText('退出');
  await owner.seeText('等确认的、等人取的办完，就退好了。', { exact: false });
  await fewMinutes();
  expect([await leftOf(oil), await leftOf(soap)]).toEqual([1, 0]);
  await owner.open(`${OWN}?id=${shopId}`);
  await owner.seeText('在办退出');
  await owner.seeText('已经放回 1 份。', { exact: false });
  await look(owner, '136-shop-leaving');
  await behind.must(RESIDENT, 'claim.confirm', soap);
  await behind.advance(7 * HOUR_MS);
  await fewMinutes();
  await owner.open('packages/shop/mine/index');
  await owner.seeText('还没有登记店');
  await owner.open('packages/notice/index/index');
  await owner.tapText(`${SHOP}退好了`);
  await owner.seeText('我的店');
  await look(owner, '137-shop-gone');
  await isWell(owner, clerk);
});
