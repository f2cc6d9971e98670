import { WEEK_SLOTS_ALL, type WishCategory } from '@contract';
import type { Step } from '../../../cloudfunctions/core/aggregate/step';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../cloudfunctions/core/kernel/clock';
import { deriveId } from '../../../cloudfunctions/core/kernel/ids';
import { homesOf, type Member } from '../../../cloudfunctions/core/member/member';
import { bundlingOf, decideBundled } from '../../../cloudfunctions/core/need-plan/bundle-open-needs';
import { decideConfirm } from '../../../cloudfunctions/core/need-plan/end-plan';
import { newNeedPlan, planIdOf } from '../../../cloudfunctions/core/need-plan/need-plan';
import { decideCounted, decidePlan, decideRun, decideSave } from '../../../cloudfunctions/core/need-project/change-project';
import { countNeeds, projectsOf } from '../../../cloudfunctions/core/need-project/open-project';
import type { NeedProject } from '../../../cloudfunctions/core/need-project/need-project';
import { newSupply, type SupplyParty } from '../../../cloudfunctions/core/supply/supply';
import { DEMO_NOW_MS } from '../community/moments';
import { tellAnsweredConsult, tellRunningConsult } from './tell-consults';
import { placeOf, sealName, type Stage } from './stage';
import { WishPlay } from './wish-play';

/** Where the district's administrator of the demo lives: its social worker went from door to door and wrote down what is wanted. */
const COMMUNITY = 'cx-tf-sy';

interface Asked {
  readonly category: WishCategory;
  readonly grid: number;
  readonly things: readonly string[];
}

/** What people said on the visits, in a few words each, as the social worker wrote it down. */
const wordsOf = (text: string): readonly string[] => text.split('、');
const COMPANY = [
  wordsOf('坐一坐说说话、下楼走两圈、读读报、聊聊从前的厂、下盘跳棋、一起择菜、听听老戏、看看相册、去趟菜场'),
  wordsOf('晒晒太阳、陪着量量血压、教教怎么视频、一起浇花、说说孩子的事、去趟邮局、念念信、一起包馄饨'),
  wordsOf('去江边坐坐、写写春联、陪着看场球、织毛线做个伴、一起遛弯、听听广播、认认新公交'),
] as const;
const WARM = [
  wordsOf('厚被子、防滑棉鞋、热水袋、挡风外套、亮一点的台灯、保温杯、棉裤、电热毯、护膝、围巾、毛线帽、洗脚桶、防滑垫、老花镜、收音机、小板凳、晾衣架、雨伞、电饭锅、菜板、水壶、棉手套、枕头、床单'),
  wordsOf('棉拖鞋、羽绒背心、暖手宝、珊瑚绒睡衣、夜灯、手电筒、坐便椅、购物小车、蒸锅、饭盒、毛毯、棉袜、门帘'),
  wordsOf('厚窗帘、加绒衬衫、靠垫、脚凳、放大镜、指甲刀、闹钟、大字挂历、洗衣盆、擀面杖、砂锅、炒锅、筷子盒、垃圾桶、拖把、扫帚、晒被绳、插线板、电水壶、剃须刀、吹风机、鞋柜'),
] as const;

const PHONE = [
  wordsOf('和孙子视频、手机挂号、认认骗子短信、拍照发出去、打车软件、交电费、看公交到哪、调大字、存电话号码、连无线网、关掉广告、语音打字、看病历'),
  wordsOf('医保码、网上买药、手机手电筒、清一清内存、听戏的软件、群里发语音、修改密码、看天气、录一段话、用手机量步数'),
] as const;

/** Before the bundling that stands confirmed, and after it. */
const FIRST: readonly Asked[] = COMPANY.map((things, index) => ({ category: 'companionship', grid: index + 1, things }));
/** Bundled as well; what matters in it neighbours are being asked. */
const ASKED: readonly Asked[] = PHONE.map((things, index) => ({ category: 'skill', grid: index + 1, things }));
const THEN: readonly Asked[] = WARM.map((things, index) => ({ category: 'goods', grid: index + 1, things }));

const sentenceOf = (category: WishCategory, thing: string): { readonly title: string; readonly story: string } =>
  category === 'skill' ? { title: `想学学${thing}`, story: `${thing}，家里人教过两遍没记住，想有人慢慢教。走访时说起来，社工记下的。` } : category === 'goods' ? { title: `想要${thing}，旧的不能用了`, story: `${thing}用了好些年，修不好了，一直没舍得换。走访时说起来，社工记下的。` } : { title: `想有人一起：${thing}`, story: `${thing}，一个人总提不起劲，有个伴就好了。走访时说起来，社工记下的。` };

const FIRST_SENT_DAYS = 6;
const ASKED_SENT_DAYS = 3;
const THEN_SENT_DAYS = 4;
const WINDOW_DAYS = 40;
/** Surnames as a social worker writes them down: who has no telephone is named to the reviewer only. */
const NAMES = ['李奶奶', '王大爷', '陈阿姨', '周师傅', '吴奶奶', '郑大伯', '孙阿婆', '何老师'];

const stepOf = (actorId: string, about: string, nowMs: number): Step => ({ actorId, operationId: `demo-needs-${about}`, inputHash: 'demo', nowMs });
const daysAgo = (days: number, hour = 0): number => DEMO_NOW_MS - days * DAY_MS + hour * HOUR_MS;

const firstOf = (members: readonly Member[]): Member => {
  const [member] = members;
  if (member === undefined) throw new Error(`nobody works in ${COMMUNITY}`);
  return member;
};

/** Wishes that the social worker brought back from the visits, reviewed by a colleague the same day. */
const visit = (stage: Stage, asked: readonly Asked[], days: number): readonly WishPlay[] => {
  const [worker, reviewer] = [firstOf(stage.people.of(COMMUNITY, 'socialWorker')), firstOf(stage.people.of(COMMUNITY, 'staff'))];
  return asked.flatMap(({ category, grid, things }) => things.map((thing, index) => {
    const { title, story } = sentenceOf(category, thing);
    const sentMs = daysAgo(days) + (grid * 60 + index) * MINUTE_MS;
    const areaId = `${COMMUNITY}-g${grid}`;
    const play = WishPlay.submit(
      stage.town,
      { title, story, category, shares: 1, shareNote: '', estimatedValueFen: null, urgency: 'normal', windowEndMs: DEMO_NOW_MS + WINDOW_DAYS * DAY_MS, handover: category === 'goods' ? 'station' : 'home', areaId, photoFileIds: [], storyVoiceFileId: null, onBehalf: null },
      worker, placeOf(stage, areaId),
      {
        operationId: `demo-visit-${category}-${grid}-${index}`, inputHash: 'demo', nowMs: sentMs, needsCare: false, householdId: worker.householdId, benefits: [],
        onBehalf: { beneficiaryNameSealed: sealName(NAMES[index % NAMES.length] ?? ''), relation: '社区走访', consentKind: 'phone', consentFileId: null, helperName: worker.displayName, consentAtMs: sentMs, mayPublicise: false },
      },
    );
    play.review(reviewer, { kind: 'approve' }, sentMs + 6 * HOUR_MS);
    return play;
  }));
};

/** Neighbours took some of it up. */
const takeUp = (stage: Stage, plays: readonly WishPlay[]): void => {
  const givers = stage.people.of(COMMUNITY, null);
  plays.forEach((play, index) => {
    const giver = givers[index];
    if (giver === undefined) return;
    const atMs = daysAgo(2) + index * HOUR_MS;
    const claimId = play.claim(giver, 1, atMs);
    play.plan(giver, claimId, { deliverAtMs: DEMO_NOW_MS + 2 * DAY_MS, handover: 'home', note: '周末过去，先打电话' }, atMs + HOUR_MS);
  });
};

/** The open needs of these kinds in a plan of their own, as the functions would make it. */
const bundle = (stage: Stage, sequence: number, categories: readonly WishCategory[], atMs: number, inProjects: ReadonlySet<string>): string => {
  const { town } = stage;
  const starter = firstOf(stage.people.of(COMMUNITY, 'staff'));
  const plan = newNeedPlan({ communityId: COMMUNITY, communityName: starter.communityName }, sequence, { categories, sizeMin: 20, sizeMax: 60, seed: 1 }, stepOf(starter._id, `plan-${sequence}`, atMs));
  town.needPlans.insert(plan, atMs);
  const open = [...town.wishes.values()].filter((wish) => wish.communityId === COMMUNITY && (wish.state === 'open' || wish.state === 'publicity') && categories.includes(wish.category));
  town.needPlans.act(plan._id, atMs, (standing) => decideBundled(standing, bundlingOf(standing, open, inProjects, false), atMs));
  return plan._id;
};

/** Two who could take part: an organisation that staff keep, and a volunteer. */
const offer = (stage: Stage): void => {
  const [keeper, volunteer] = [firstOf(stage.people.of(COMMUNITY, 'staff')), firstOf(stage.people.of(COMMUNITY, 'volunteer'))];
  const at = { communityId: COMMUNITY, communityName: keeper.communityName, areaId: COMMUNITY, areaName: keeper.communityName, point: keeper.point };
  const words = { category: 'companionship', conditions: '', skills: ['listening'], certificates: [], slots: WEEK_SLOTS_ALL } as const;
  const insert = (party: SupplyParty, title: string, text: string, capacityPerWeek: number, by: Member): void => stage.town.supplies.shelf.insert(newSupply(party, { ...words, ...at, title, words: text, capacityPerWeek }, stepOf(by._id, title, daysAgo(6))), daysAgo(6));
  insert({ ...at, partyKind: 'organisation', partyId: deriveId('og', COMMUNITY, '书院邻里社'), partyName: '书院邻里社', keeperId: COMMUNITY, peopleIds: [], householdIds: [] }, '两人一组陪老人', '每周三下午出门，一家坐一个钟头。', 8, keeper);
  insert({ ...at, partyKind: 'member', partyId: volunteer._id, partyName: volunteer.displayName, keeperId: volunteer._id, peopleIds: [volunteer._id], householdIds: homesOf(volunteer) }, '陪着下楼走走', '周末都在，走慢点没关系。', 2, volunteer);
};

/** One bundling of a kind, confirmed into projects of its owner. */
const confirmed = (stage: Stage, sequence: number, category: WishCategory, owner: Member, atMs: number): readonly NeedProject[] => {
  const { town } = stage;
  bundle(stage, sequence, [category], atMs, new Set());
  town.needPlans.act(planIdOf(COMMUNITY, sequence), atMs + HOUR_MS, (plan) => decideConfirm(plan, { seenVersion: plan.version }, owner, stepOf(owner._id, `confirm-${sequence}`, atMs + HOUR_MS)));
  const offers = [...town.supplies.shelf.documents.values()].filter(({ communityId, state }) => communityId === COMMUNITY && state === 'open');
  const projects = projectsOf(town.needPlans.get(planIdOf(COMMUNITY, sequence)), town.wishes, offers, { ownerId: owner._id, ownerName: owner.displayName }, atMs + HOUR_MS);
  for (const project of projects) town.needProjects.insert(project, atMs + HOUR_MS);
  return projects;
};

/** How many neighbours took part so far. */
const ASKED_PEOPLE = 14;
const ANSWERED_PEOPLE = 17;

/** 书院社区: neighbours planned one project together, which runs; they are being asked about the next; a third bundling is a draft to be adjusted. */
export function tellNeedProjects(stage: Stage): void {
  const { town } = stage;
  const owner = stage.people.cast('luDistrict');
  offer(stage);
  const first = visit(stage, FIRST, FIRST_SENT_DAYS);
  const neighbours = stage.people.of(COMMUNITY, null);
  const projects = confirmed(stage, 1, 'companionship', owner, daysAgo(5));
  for (const { _id } of projects) {
    tellAnsweredConsult(stage, _id, owner, neighbours.slice(0, ANSWERED_PEOPLE), daysAgo(5, 1) + MINUTE_MS);
    town.needProjects.act(_id, daysAgo(4), (standing) => decideSave(standing, { ...standing.plan, firstDayMs: daysAgo(3) }, standing.planVersion, owner, stepOf(owner._id, `save-${_id}`, daysAgo(4))));
    town.needProjects.act(_id, daysAgo(4, 1), (standing) => decidePlan(standing, owner, stepOf(owner._id, `stand-${_id}`, daysAgo(4, 1))));
    town.needProjects.act(_id, daysAgo(3), (standing) => decideRun(standing, owner, stepOf(owner._id, `run-${_id}`, daysAgo(3))));
  }
  takeUp(stage, first.slice(0, 7));
  const asked = visit(stage, ASKED, ASKED_SENT_DAYS);
  const askedAbout = confirmed(stage, 2, 'skill', owner, daysAgo(2));
  for (const { _id } of askedAbout) tellRunningConsult(stage, _id, owner, neighbours.slice(0, ASKED_PEOPLE), daysAgo(2, 3), DEMO_NOW_MS - HOUR_MS);
  for (const play of [...first, ...asked, ...visit(stage, THEN, THEN_SENT_DAYS)]) play.advanceTo(DEMO_NOW_MS);
  for (const { _id } of [...projects, ...askedAbout]) town.needProjects.act(_id, DEMO_NOW_MS - HOUR_MS, (standing) => decideCounted(standing, countNeeds(standing.needs, town.wishes), DEMO_NOW_MS - HOUR_MS));
  bundle(stage, 3, ['goods', 'service', 'repair'], DEMO_NOW_MS - 2 * HOUR_MS, new Set(projects.flatMap(({ needs }) => Object.keys(needs))));
}
