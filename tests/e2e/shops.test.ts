/** A shop joins as people live it: a resident applies with a licence, staff look at it, neighbours find it in the alliance. */
import { creditCheckDigitOf } from '@contract';
import { Behind } from './support/behind';
import { PEOPLE, photo } from './support/loop-steps';
import type { PhoneDriver } from './support/phone';
import { openStage, type Stage } from './support/stage';

const NEIGHBOUR = 'oDemoSunNing0011';
const NAME = '枫叶裁缝铺';
const WORDS = '改裤脚、换拉链，老人来不要钱。';
const APPLY = 'packages/shop/apply/index';
const CODE_BEGIN = '91330102MA2TEXT01';
const CODE = `${CODE_BEGIN}${creditCheckDigitOf(CODE_BEGIN) ?? ''}`;
/** As copied with one digit wrong. */
const WRONG_CODE = CODE.replace('TEXT01', 'TEXT07');

let stage: Stage;
let behind: Behind;

beforeAll(async () => {
  stage = await openStage();
  behind = new Behind(stage);
});

afterAll(() => stage?.close());

async function look(phone: PhoneDriver, name: string): Promise<void> {
  expect({ name, overflowPx: await phone.overflowPx() }).toEqual({ name, overflowPx: 0 });
  await phone.screenshot(name);
}

const mine = () => behind.must(PEOPLE.linXiao, 'shop.mine', {});

test('a resident applies: a wrong code is told at the field, a lost network costs nothing that was written', async () => {
  const resident = await stage.phone({ as: PEOPLE.linXiao, start: 'packages/shop/mine/index' });
  await resident.tapText('加入爱心商户');
  await resident.waitForRoute(APPLY);
  await resident.fill('和执照上的一样', NAME);
  await resident.tapText('请选一个');
  await resident.pick('衣物洗护');
  await resident.fill('例如 枫林路 12 号', '枫林路 12 号');
  await resident.fill('例如 每周给老人免费理发', WORDS);
  await resident.fill('社区打电话找谁', '林晓');
  await resident.fill('11 位手机号', '13800000001');
  await resident.nextMedia([photo('letter')]);
  await resident.tapText('拍执照');
  await resident.agreePrivacy();
  await resident.fill('执照上的 18 位', WRONG_CODE);
  await resident.tapText('长期有效');
  await resident.tapText('交给社区看');
  await resident.seeText('代码对不上，请照着执照再核对一遍');
  await look(resident, '120-shop-wrong-code');
  await resident.fill('执照上的 18 位', CODE);
  await resident.setNetwork('none');
  await resident.tapText('交给社区看');
  await resident.seeText('网断了，写好的都还在。连上网再试一次就好。');
  await look(resident, '121-shop-offline');
  expect(await mine()).toEqual([]);
  // Also when WeChat closes the program meanwhile.
  await resident.open(APPLY);
  await resident.setNetwork('4g');
  await resident.tapText('交给社区看');
  await resident.waitForRoute('packages/shop/own/index');
  await resident.seeText('社区在看');
  expect(await mine()).toMatchObject([{ name: NAME, words: WORDS, state: 'review', licence: { creditCode: CODE } }]);
  await look(resident, '122-shop-in-review');
  await resident.expectNoErrors();
  await resident.close();
});

test('staff look at the paper and let it in', async () => {
  const staff = await stage.phone({ as: PEOPLE.heJing, start: 'packages/shop/desk/index' });
  await staff.tapText(NAME);
  await staff.waitForRoute('packages/shop/own/index');
  await staff.seeText(CODE);
  await staff.tapText('执照原件在我面前，和上面对得上');
  await look(staff, '123-shop-review');
  await staff.tapText('看过原件，通过');
  await staff.seeText('在帮忙');
  expect(await mine()).toMatchObject([{ state: 'open' }]);
  await staff.expectNoErrors();
  await staff.close();
});

test('a neighbour finds it in the alliance, after those who joined before', async () => {
  const neighbour = await stage.phone({ as: NEIGHBOUR, start: 'packages/shop/alliance/index' });
  await neighbour.seeText(NAME);
  const names = (await behind.must(NEIGHBOUR, 'shop.alliance', {})).items.map(({ name }) => name);
  expect(names).toEqual(['红旗粮油店', '新叶文具', '四季鲜果', NAME]);
  await look(neighbour, '124-alliance');
  await neighbour.tapText(NAME);
  await neighbour.waitForRoute('packages/shop/page/index');
  await neighbour.seeText(WORDS);
  await look(neighbour, '125-shop-page');
  await neighbour.expectNoErrors();
  await neighbour.close();
});
