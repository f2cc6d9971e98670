/** What helping brings, what it is good for, and a rating made with care: spoken, refused, called back, appealed. */
import type { Member } from '../../cloudfunctions/core/member/member';
import type { Wish } from '../../cloudfunctions/core/wish/wish';
import { Behind } from './support/behind';
import { PEOPLE, photo, read } from './support/loop-steps';
import type { PhoneDriver } from './support/phone';
import { openStage, type Stage } from './support/stage';

const DAY_MS = 86_400_000;
const CHEN_BO = 'oDemoChenBo0008';
/** WeChat's largest letters. */
const LARGE = 23;

let stage: Stage;
let behind: Behind;
let resident: PhoneDriver;
let elder: PhoneDriver;
let staff: PhoneDriver;
let merchant: PhoneDriver;

beforeAll(async () => {
  stage = await openStage();
  behind = new Behind(stage);
  const people = [{ as: PEOPLE.linXiao }, { as: CHEN_BO, font: LARGE }, { as: PEOPLE.heJing }, { as: PEOPLE.wuShop, font: LARGE }];
  [resident, elder, staff, merchant] = await Promise.all(people.map((person) => stage.phone({ ...person, start: 'pages/me/index' }))) as [PhoneDriver, PhoneDriver, PhoneDriver, PhoneDriver];
});

afterAll(() => stage?.close());

/** The page holds on the phone, whatever the size of its letters; the picture is for people. */
async function look(phone: PhoneDriver, name: string): Promise<void> {
  expect({ name, overflowPx: await phone.overflowPx() }).toEqual({ name, overflowPx: 0 });
  await phone.screenshot(name);
}

describe('points', () => {
  const GIFT = '环保购物袋';
  const codeOn = async (phone: PhoneDriver): Promise<string> => (/(\d{3}) (\d{3})/.exec(await phone.screenText()) ?? []).slice(1).join('');
  const reserve = async (): Promise<void> => {
    await resident.tapText('换这个');
    await resident.seeText('没去取或者取消，分和日子都退回来', { exact: false });
    await resident.tapText('用 50 分换');
    await resident.seeText('能用的有 140 分');
    await resident.seeText('把下面的码念给对方', { exact: false });
  };

  test('how many, what is on its way and until when, where each came from, how they grew', async () => {
    await resident.tapText('我的积分');
    await resident.waitForRoute('packages/points/index/index');
    await resident.seeText('43 分待确认');
    for (const words of ['到齐', '半年来慢慢攒的', '今年攒的，用到 ', '办好“20 本绘本，让书屋的矮架子满起来”', '等确认，']) await resident.seeText(words, { exact: false });
    expect((await resident.screenText()).replace(/\s+/g, ' ')).toContain('现在有 190 分');
    await look(resident, '50-points');
  });

  test('a gift is kept with its points; whoever does not want it has them back', async () => {
    await resident.tapText('换礼物');
    await resident.waitForRoute('packages/points/gifts/index');
    await resident.seeText('能用的有 190 分');
    await reserve();
    await look(resident, '51-gift-kept');
    await resident.tapText('不要了');
    await resident.seeText('取消了，积分已退回');
    await resident.seeText('能用的有 190 分');
  });

  test('kept again, it is handed over against the code that was read out, and used once', async () => {
    await reserve();
    const code = await codeOn(resident);
    expect(code).toMatch(/^\d{6}$/);
    await staff.open('packages/points/hand-over/index');
    await staff.seeText(GIFT);
    await staff.tapText('来取了，对码');
    await staff.fill('比如 482915', code === '000000' ? '111111' : '000000');
    await staff.tapText('码对上了，交给 TA');
    await staff.seeText('还能试 4 次', { exact: false });
    await staff.fill('比如 482915', code);
    await staff.tapText('码对上了，交给 TA');
    await staff.seeText('现在没有人要来取');
    await resident.open('packages/points/gifts/index');
    await resident.seeText('取到了');
    await resident.seeText('能用的有 140 分');
  });

  test('on the page of thanks whoever helped is named only when they like', async () => {
    await resident.open('packages/thanks/month/index');
    await resident.seeText('谢谢您', { exact: false });
    await resident.tapText('愿意');
    await resident.seeText('您帮过忙的月份，写的是', { exact: false });
    await look(resident, '52-month');
    await resident.tapText('取下来');
    await resident.seeText('没有写您的名字');
  });
});

describe('a rating that is spoken', () => {
  const TITLE = '旧衣柜太沉，想请两个人抬下楼';

  test('the microphone is asked for; what was said can be heard again, and goes with a photo', async () => {
    await resident.open('packages/wish/mine/index');
    await resident.tapText(TITLE);
    await resident.tapText('说一句感受，15 秒');
    await resident.waitForRoute('packages/wish/confirm/index');
    await read();
    await resident.tapText('满意');
    await resident.tapText('还想多说两句', { exact: false });
    await resident.tapText('不想打字？按住说');
    await resident.agreePrivacy();
    await resident.seeText('使用你的麦克风');
    await resident.tapText('允许');
    await resident.tapText('正在听', { exact: false });
    await resident.seeText('录好了', { exact: false });
    await resident.seeText('检查过，社区才听得到');
    await resident.tapText('听一遍');
    await resident.seeText('听一遍');
    expect(await resident.screenText()).not.toContain('放不出来');
    await resident.nextMedia([photo('parcel')]);
    await resident.tapText('加照片');
    await read();
    await look(resident, '53-spoken');
    await resident.tapText('好了，就这样');
    await resident.seeText('认真说感受，记 1 分', { exact: false });
  });

  test('it stands among one\'s own with why there is a point', async () => {
    await resident.open('packages/wish/ratings/index');
    await resident.seeText(TITLE);
    await resident.seeText('录了一段话');
    await resident.seeText('附了照片');
  });
});

describe('a rating without a point', () => {
  const SAID = '灯换好了，走廊亮堂多了，夜里起来不用摸墙';
  const lamp = async (title: string): Promise<{ readonly wishId: string; readonly claimId: string }> => {
    const nowMs = await behind.nowMs();
    const { wishId } = await behind.must(CHEN_BO, 'wish.submit', { title, story: `${title}，够不着，想请人来看看。`, category: 'repair', shares: 1, estimatedValueFen: 3_000, urgency: 'normal', windowEndMs: nowMs + 20 * DAY_MS, handover: 'home' });
    await behind.must(PEOPLE.heJing, 'review.decide', { wishId, decision: { kind: 'approve' } });
    const { claimId } = await behind.must(PEOPLE.wuShop, 'wish.claim', { wishId, shares: 1, as: { kind: 'merchant' } });
    await behind.must(PEOPLE.wuShop, 'claim.plan', { wishId, claimId, deliverAtMs: nowMs + DAY_MS, handover: 'home', note: '' });
    await behind.must(PEOPLE.wuShop, 'claim.deliver', { wishId, claimId, note: '换好了', proofFileIds: [await behind.upload(PEOPLE.wuShop, 'proof')] });
    await behind.must(CHEN_BO, 'claim.confirm', { wishId, claimId });
    return { wishId, claimId };
  };

  test('without the microphone one types; the same words as before bring nothing, and why is told', async () => {
    await behind.must(CHEN_BO, 'rating.rate', { ...(await lamp('走廊的灯不亮了')), satisfaction: 'satisfied', words: SAID, secondsOnScreen: 1 });
    const { wishId } = await lamp('阳台的灯也不亮了');
    await elder.open(`packages/wish/detail/index?wishId=${wishId}`);
    await elder.tapText('说一句感受，15 秒');
    await elder.tapText('满意');
    await elder.tapText('还想多说两句', { exact: false });
    await elder.tapText('不想打字？按住说');
    await elder.agreePrivacy();
    await elder.seeText('使用你的麦克风');
    await elder.tapText('拒绝');
    await elder.seeText('没打开话筒，打字也行', { exact: false });
    await look(elder, '54-no-microphone');
    await elder.fill('哪里好、哪里还差一点', `${SAID}！`);
    await elder.tapText('好了，就这样');
    await elder.seeText('评价收到了，这次没有积分', { exact: false });
    await elder.tapText('去看看');
    await elder.waitForRoute('packages/wish/ratings/index');
    await elder.seeText('这次没有积分');
    await elder.seeText('和您前面评价里写的几乎一样');
  });

  test('it is appealed in a sentence, looked at by staff, and the answer read', async () => {
    await elder.tapText('觉得不对，请社区再看看');
    await elder.fill('比如：我打字慢，话是孩子帮着写的', '两盏灯都修好了，话就是一样的');
    await elder.tapText('请社区再看看');
    await elder.seeText('您申诉了', { exact: false });
    await look(elder, '55-appealed');
    await staff.open('packages/staff/queue/index');
    await staff.tapText('评价申诉');
    await staff.tapText('看一看，给个答复');
    await staff.waitForRoute('packages/staff/rating-appeal/index');
    await staff.seeText('“两盏灯都修好了，话就是一样的”');
    await staff.tapText('补上积分');
    await staff.fill('写一句为什么，对方看得到', '问过了，是两盏灯');
    await staff.tapText('就这样答复');
    await staff.waitForRoute('packages/staff/queue/index');
    await elder.open('packages/wish/ratings/index');
    await elder.seeText('申诉通过了。社区说：问过了，是两盏灯');
  });

  test('drawn for a call, one leaves a number; staff ask three questions and write down what they heard', async () => {
    const PHONE = '13812345678';
    const call = (await behind.must(PEOPLE.heJing, 'staff.queue', {})).items.find(({ kind }) => kind === 'callBack');
    const documentOf = <T>(collection: string, id: string): T | undefined => stage.cloud.store.get(collection).documents.get(id) as unknown as T | undefined;
    const poster = documentOf<Member>('members', documentOf<Wish>('wishes', call?.wishId ?? '')?.posterId ?? '');
    const rater = await stage.phone({ as: poster?.openid ?? '', start: 'packages/wish/ratings/index' });
    await rater.seeText('社区想打个电话问问');
    await rater.fill('打完就删', PHONE);
    await rater.tapText('留这个电话');
    await rater.seeText('电话留好了，打完就删。');
    await rater.expectNoErrors();
    await rater.close();
    await staff.tapText('评价回访');
    await staff.tapText(call?.title ?? '');
    await staff.tapText('打个电话问问');
    await staff.waitForRoute('packages/staff/call-back/index');
    await staff.seeText('是您自己说的感受吗', { exact: false });
    await staff.seeText(PHONE, { exact: false });
    await look(staff, '56-call-back');
    await staff.tapText('属实');
    await staff.tapText('记下来');
    await staff.waitForRoute('packages/staff/queue/index');
    await staff.seeNoText(call?.title ?? '');
  });
});

describe('what people think of a shop', () => {
  const REPLY = '谢谢大家，以后送货都约在上午';

  test('stands together, never who; the shop answers once', async () => {
    await merchant.tapText('别人怎么评我的帮忙');
    await merchant.waitForRoute('packages/rating/sums/index');
    for (const words of ['吴记粮油帮的忙', '先后打乱了，不写是谁说的。', '谁也不会被认出来']) await merchant.seeText(words, { exact: false });
    await look(merchant, '57-sums');
    await merchant.tapText('回应大家一句');
    await merchant.fill('比如：谢谢大家，送货以后改在上午', REPLY);
    await merchant.tapText('就这么回应');
    await merchant.seeText('您回应过');
    await merchant.seeText(`“${REPLY}”`);
    await look(merchant, '58-replied');
    for (const phone of [resident, elder, staff, merchant]) await phone.expectNoErrors();
  });
});
