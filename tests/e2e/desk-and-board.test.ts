/** For those without a phone, and for those in special difficulty: the desk, an account taken over, and the notice board. */
import { photo, PEOPLE } from './support/loop-steps';
import { Behind } from './support/behind';
import type { PhoneDriver } from './support/phone';
import { openStage, type Stage } from './support/stage';

const DAY_MS = 86_400_000;
const ZHOU_MIN = 'oDemoZhouMin0004';
const SUN_NING = 'oDemoSunNing0011';

let stage: Stage;
let behind: Behind;
let staff: PhoneDriver;
let worker: PhoneDriver;
let neighbour: PhoneDriver;

beforeAll(async () => {
  stage = await openStage();
  behind = new Behind(stage);
  [staff, worker, neighbour] = await Promise.all([PEOPLE.heJing, ZHOU_MIN, SUN_NING].map((as) => stage.phone({ as, start: 'pages/me/index' }))) as [PhoneDriver, PhoneDriver, PhoneDriver];
});

afterAll(() => stage?.close());

/** Somebody who calls; the demo knows nobody of that name or number. */
const CALLER = { name: '欧阳秀英', masked: '欧*', phone: '0731-88120937' } as const;
const TITLE = '想要一盏亮一点的台灯';

async function answerPhone(tab: string): Promise<void> {
  await staff.open('packages/staff/phone/index');
  await staff.tapText(tab);
  await staff.fill('座机、手机都行', CALLER.phone);
}

describe('the phone desk', () => {
  let wishId = '';

  test('staff write down in one screen what somebody says on the phone', async () => {
    await answerPhone('想请人帮忙');
    await staff.seeText('第一次打来，写下称呼和小区就行。');
    await staff.fill('比如：孙桂香', CALLER.name);
    await staff.tapText('枫桥里');
    await staff.fill('照原话记：灯坏了半个月，够不着，想请人换一下。', '晚上看报太暗，想要一盏亮一点的台灯。');
    await staff.fill('心愿墙上这样写', TITLE);
    await staff.tapText('电话里同意了');
    await staff.tapText('记下来，送去审核');
    await staff.waitForRoute('packages/wish/detail/index');
    await staff.seeText(TITLE);
    await staff.screenshot('40-recorded');
    expect(await staff.screenText()).not.toContain(CALLER.name);
  });

  test('it is claimed and brought like any other; staff call back and say for them that it came', async () => {
    const queue = await behind.must(ZHOU_MIN, 'staff.queue', {});
    wishId = queue.items.find((task) => task.title === TITLE)?.wishId ?? '';
    await behind.must(ZHOU_MIN, 'review.decide', { wishId, decision: { kind: 'approve' } });
    const { claimId } = await behind.must(PEOPLE.wuShop, 'wish.claim', { wishId, shares: 1, as: { kind: 'merchant' } });
    await behind.must(PEOPLE.wuShop, 'claim.plan', { wishId, claimId, deliverAtMs: (await behind.nowMs()) + DAY_MS, handover: 'station', note: '' });
    await behind.must(PEOPLE.wuShop, 'claim.deliver', { wishId, claimId, note: '放在驿站了', proofFileIds: [await behind.upload(PEOPLE.wuShop, 'proof')] });
    await answerPhone('说收到了');
    await staff.tapText(`${CALLER.name} · 枫桥里`);
    await staff.seeText(TITLE);
    await staff.tapText('修好了吗？说一声');
    await staff.waitForRoute('packages/wish/confirm/index');
    await staff.tapText('修好了');
    await staff.tapText('满意');
    await staff.screenshot('41-called-back');
  });
});

describe('with a phone of their own', () => {
  let code = '';

  test('staff who saw the paper give a code', async () => {
    await staff.open('packages/staff/people/index');
    await staff.tapText(CALLER.masked);
    await staff.tapText('核对身份');
    await staff.seeText(CALLER.name);
    await staff.fill('比如：看了身份证', '身份证，本人在场');
    await staff.tapText('给 TA 一个编号');
    await staff.seeText('念给 TA 本人听，或当面给 TA 看');
    code = (/(\d{4}) (\d{3}) (\d{3})/.exec(await staff.screenText()) ?? []).slice(1).join('');
    expect(code).toMatch(/^\d{10}$/);
  });

  test('and what was asked for by phone stands among their own', async () => {
    await neighbour.open('packages/me/take-over/index');
    await neighbour.fill('10 位数字', code);
    await neighbour.tapText('接过来');
    await neighbour.seeText('接过来了');
    await neighbour.tapText('看看我的心愿');
    await neighbour.seeText(TITLE);
    await neighbour.screenshot('42-taken-over');
  });
});

describe('the notice board', () => {
  const PERSON = { name: '司徒文英', masked: '司*', aid: '送米油，每周上门看看' } as const;
  let caseId = '';

  test('a social worker writes somebody down with their consent, and what the first look showed', async () => {
    await worker.open('packages/difficulty/list/index');
    await worker.tapText('登记一位');
    await worker.fill('姓名', PERSON.name);
    await worker.fill('住在哪儿', '枫桥里 2 号楼 301');
    await worker.tapText('独居高龄');
    await worker.fill('写清楚，四查的人好去核实', '一个人住，腿脚不便，买菜要人帮。');
    await worker.tapText('同意社区记下这些情况');
    await worker.tapText('同意公示');
    await worker.nextMedia([photo('parcel')]);
    await worker.tapText('拍同意书');
    await worker.agreePrivacy();
    await worker.tapText('登记下来');
    await worker.waitForRoute('packages/difficulty/case/index');
    await worker.tapText('记一项');
    await worker.fill('看到、听到、查到了什么', '去了两趟，情况属实。');
    await worker.tapText('记下');
    await worker.seeText('1 / 4，至少两个人');
    expect(await worker.screenText()).not.toContain(PERSON.name);
  });

  test('after four checks by two people it is shown to the neighbourhood, masked', async () => {
    const { items } = await behind.must(ZHOU_MIN, 'difficulty.list', { shelf: 'open' });
    caseId = items.find((card) => card.maskedName === PERSON.masked)?.caseId ?? '';
    for (const [by, kind] of [[ZHOU_MIN, 'listen'], [PEOPLE.heJing, 'records'], [PEOPLE.heJing, 'discuss']] as const) {
      await behind.must(by, 'difficulty.check', { caseId, kind, note: '情况属实。', participants: kind === 'discuss' ? ['何静', '周敏', '楼组长老陈'] : [] });
    }
    await worker.open(`packages/difficulty/case/index?id=${caseId}`);
    await worker.tapText('四查齐了，去公示');
    await worker.fill('比如：送米油，每周上门看看', PERSON.aid);
    await worker.tapText('开始公示');
    await worker.seeText('看公示和异议');
    await behind.runJobsUntilQuiet();
  });

  test('a neighbour objects; the clock stands still', async () => {
    await neighbour.open('packages/publicity/board/index');
    await neighbour.tapText(PERSON.masked);
    await neighbour.waitForRoute('packages/publicity/detail/index');
    await neighbour.seeText(PERSON.aid);
    await neighbour.tapText('我有不同意见');
    await neighbour.fill('比如：TA 家里有人照顾，上个月已经领过', '她女儿好像就住隔壁');
    await neighbour.tapText('交给社区核实');
    await neighbour.seeText('您提的，社区在核实');
    await neighbour.screenshot('43-objected');
  });

  test('staff who did not start it answer, and the neighbour reads it', async () => {
    await staff.open('packages/staff/queue/index');
    await staff.tapText('核实异议');
    await staff.tapText(`${PERSON.masked} · ${PERSON.aid}`);
    await staff.tapText('去核实答复');
    await staff.waitForRoute('packages/publicity/detail/index');
    await staff.tapText('写核实的结果');
    await staff.tapText('不属实，公示继续');
    await staff.fill('比如：上门问过本人和楼组长，情况属实', '上门问过本人和楼组长，情况属实');
    await staff.tapText('答复');
    await staff.seeText('答复：上门问过本人和楼组长，情况属实');
    await neighbour.open('packages/publicity/board/index');
    await neighbour.tapText(PERSON.masked);
    await neighbour.seeText('您提的，社区答复了');
  });

  test('after five working days somebody else decides, and it stands in the ledger', async () => {
    await behind.advance(20 * DAY_MS);
    await behind.runJobsUntilQuiet();
    await worker.open(`packages/difficulty/case/index?id=${caseId}`);
    await worker.seeText('请另一位同事来决定', { exact: false });
    await staff.open(`packages/difficulty/case/index?id=${caseId}`);
    await staff.tapText('列入台账，帮一年');
    await staff.seeText('记一次走访');
    await staff.open('packages/difficulty/list/index');
    await staff.tapText('台账');
    await staff.seeText(PERSON.masked);
    await staff.screenshot('44-ledger');
    for (const phone of [staff, worker, neighbour]) await phone.expectNoErrors();
  });
});
