/** A group owner's way as people live it: a thing is brought into the group, neighbours come by its card, joined or not, and the owner reads numbers. */
import { Behind } from './support/behind';
import { PEOPLE } from './support/loop-steps';
import type { PhoneDriver } from './support/phone';
import { openStage, type Stage } from './support/stage';

/** Of the demo: a group owner with one bound group. */
const FANG_JIE = 'oDemoFangJie0010';
/** Nobody yet. */
const NEWCOMER = 'oTestNewcomer0001';
const GROUP = '枫林里邻居群';
const TITLE = '厨房灯闪了半个月，我够不着';
const MINUTES = 60_000;

let stage: Stage;
let behind: Behind;
let owner: PhoneDriver;
let neighbour: PhoneDriver;
let newcomer: PhoneDriver;

beforeAll(async () => {
  stage = await openStage();
  behind = new Behind(stage);
  [owner, neighbour, newcomer] = (await Promise.all([FANG_JIE, PEOPLE.linXiao, NEWCOMER].map((as) => stage.phone({ as, start: 'pages/me/index' })))) as [PhoneDriver, PhoneDriver, PhoneDriver];
});

afterAll(() => stage?.close());

async function look(phone: PhoneDriver, name: string): Promise<void> {
  expect({ name, overflowPx: await phone.overflowPx() }).toEqual({ name, overflowPx: 0 });
  await phone.screenshot(name);
}

const brought = async () => {
  const [group] = await behind.must(FANG_JIE, 'group.mine', {});
  return (await behind.must(FANG_JIE, 'share.ofGroup', { groupId: group?.groupId ?? '' })).find(({ title }) => title === TITLE);
};

test('a wish is brought into a group; who comes by its card sees it at once, and the owner reads numbers only', async () => {
  await owner.tapText('我的群');
  await owner.waitForRoute('packages/group/list/index');
  await owner.tapText(GROUP);
  await owner.waitForRoute('packages/group/page/index');
  await owner.seeText('只有数字，没有名单');
  await owner.seeText('这周的一段话');
  await look(owner, '98-group');
  await owner.tapText(TITLE);
  await owner.waitForRoute('packages/group/share/index');
  await owner.seeText('存海报');
  await owner.tapText('接龙');
  await owner.seeText('【邻居有个心愿】');
  // Whoever says no to WeChat's guide reads how to go on, and nothing is copied.
  await owner.tapText('复制');
  await owner.tapText('拒绝');
  await owner.seeText('想用时再点一次', { exact: false });
  await look(owner, '99-group-share-refused');
  expect(await owner.weapp((handle) => handle.clipboard)).toBe('');
  await owner.tapText('复制');
  await owner.agreePrivacy();
  await owner.seeText('复制好了，去群里粘贴');
  expect(await owner.weapp((handle) => handle.clipboard)).toContain(TITLE);
  await look(owner, '99-group-share');

  const code = (await brought())?.code ?? '';
  await neighbour.open(`packages/group/enter/index?code=${code}`);
  await neighbour.waitForRoute('packages/wish/detail/index');
  await neighbour.seeText(TITLE);
  await newcomer.open(`packages/group/enter/index?scene=${code}`);
  await newcomer.seeText(TITLE);
  await look(newcomer, '99-group-guest');
  await newcomer.tapText('选我的社区，加入');
  await newcomer.waitForRoute('packages/me/join/index');

  await behind.advance(2 * MINUTES);
  await behind.runJobsUntilQuiet();
  expect((await brought())?.numbers).toEqual({ opened: 2, signedUp: 0, attended: 0, completed: 0 });
  await owner.open('packages/group/list/index');
  await owner.tapText(GROUP);
  await owner.seeText('2 人');
  await look(owner, '99-group-numbers');
  for (const phone of [owner, neighbour, newcomer]) await phone.expectNoErrors();
});

test('whoever came from a card in a group finds this group first, and binds it', async () => {
  const phone = await stage.phone({ as: FANG_JIE, start: 'packages/group/list/index', group: 'tDemoGroupNeighbours' });
  await phone.seeText('您是从一个微信群里进来的');
  await look(phone, '98-group-from-chat');
  await phone.tapText('把这个群接进来');
  await phone.waitForRoute('packages/group/bind/index');
  await phone.seeText('您是从一个群里打开的，绑的就是这个群。');
  await phone.fill('比如：枫林里三栋邻居群', '二栋邻居群');
  await phone.tapText('绑定');
  await phone.waitForRoute('packages/group/page/index');
  await phone.seeText('微信告诉我们是这个群');
  await phone.tapText('这周的一段话');
  await phone.tapText('复制');
  await phone.agreePrivacy();
  await phone.seeText('复制好了，去群里粘贴');
  expect(await phone.weapp((handle) => handle.clipboard)).toContain('这周邻居们的事');
  await phone.open('packages/group/list/index');
  await phone.seeText('您刚才就是从这个群点进来的');
  await phone.expectNoErrors();
});
