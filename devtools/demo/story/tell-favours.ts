import { reportOf, periodOf } from '../../../cloudfunctions/core/favour/favour-report';
import { decideAppeal } from '../../../cloudfunctions/core/favour/judge-freeze';
import { newFreeze } from '../../../cloudfunctions/core/favour/point-freeze';
import { WaySums } from '../../../cloudfunctions/core/favour/way';
import type { Step } from '../../../cloudfunctions/core/aggregate/step';
import { DAY_MS, HOUR_MS } from '../../../cloudfunctions/core/kernel/clock';
import { deriveId } from '../../../cloudfunctions/core/kernel/ids';
import type { Member } from '../../../cloudfunctions/core/member/member';
import { RULES } from '../../../cloudfunctions/core/rules';
import { at, daysBefore, DEMO_NOW_MS } from '../community/moments';
import { HOME_COMMUNITY } from '../community/places';
import type { Stage } from './stage';

/** What neighbours do for each other again and again. */
const THINGS = ['接孩子放学', '捎一袋米上楼', '修晾衣架', '看一下午店', '陪着去打印', '收快递', '换水龙头', '遛狗'] as const;

/** Residents nobody else's story needs. */
const quietOnes = ({ people }: Stage): readonly Member[] => people.of(HOME_COMMUNITY, null).slice(-8);

const oneHelps = ({ town }: Stage, giver: Member, served: Member, number: number, daysAgo: number): void => {
  const atMs = daysBefore(daysAgo);
  const cause = deriveId('fv', giver._id, served._id, String(number));
  town.book.earn({
    transferId: deriveId('t', cause), memberId: giver._id, communityId: HOME_COMMUNITY, earningKind: 'delivery', quantity: 1, withId: served._id, aggregateId: cause,
    causeText: `送到“${THINGS[number % THINGS.length]}”`, atMs, dueAtMs: atMs + RULES.points.pendingMs,
  });
};

/** Days of the last three months on which each did something for the other; the last ones still wait. */
const PAIR_DAYS = [62, 51, 40, 30, 21, 12, 6, 3, 2];

const eachOther = (stage: Stage, one: Member, other: Member): void => PAIR_DAYS.forEach((daysAgo, turn) => oneHelps(stage, turn % 2 === 0 ? one : other, turn % 2 === 0 ? other : one, turn, daysAgo));

/** Two who confirm each other, three who do in a ring, one of the cast with a neighbour; and a daughter next door, whom nobody names. */
export function tellFavours(stage: Stage): void {
  const [a, b, c, d, e, mate, daughter, elder] = quietOnes(stage);
  if (!a || !b || !c || !d || !e || !mate || !daughter || !elder) throw new Error('the demo has too few residents');
  eachOther(stage, a, b);
  for (const turn of [0, 1, 2, 3]) for (const [giver, served] of [[c, d], [d, e], [e, c]] as const) oneHelps(stage, giver, served, turn, 70 - turn * 15);
  eachOther(stage, stage.people.cast('sunNing'), mate);
  for (let turn = 0; turn < 14; turn += 1) oneHelps(stage, daughter, elder, turn, 80 - turn * 5);
}

const stepBy = (actor: Member, name: string, nowMs: number): Step => ({ actorId: actor._id, operationId: `demo-favour-${name}`, inputHash: 'demo', nowMs });

/** Last night's reports; and the points of one pair, which staff hold since the day before yesterday. */
export function reportFavours(stage: Stage): void {
  const { town, people } = stage;
  const period = periodOf(DEMO_NOW_MS);
  for (const communityId of new Set([...town.book.months.values()].map((month) => month.communityId))) {
    const sums = new WaySums(period);
    for (const month of town.book.months.values()) if (month.communityId === communityId) sums.add(month);
    town.favourReports.set(communityId, { ...reportOf(communityId, period, sums.ways(), false, at('2026-11-20', '03:04')), looks: {}, lookPeopleIds: [] });
  }
  const [he, sun] = [people.cast('heJing'), people.cast('sunNing')];
  const report = town.favourReports.get(HOME_COMMUNITY);
  const circle = report?.circles.find(({ memberIds }) => memberIds.includes(sun._id));
  if (report === undefined || circle === undefined) throw new Error('the demo names no circle');
  const frozenAtMs = DEMO_NOW_MS - 2 * DAY_MS;
  const freeze = newFreeze(report, circle, { days: 14, reason: '两家最近互相送得比较多，想先打电话问问是什么事。' }, stepBy(he, 'freeze', frozenAtMs));
  town.freezes.insert(freeze, frozenAtMs);
  const mate = town.member(circle.memberIds.find((memberId) => memberId !== sun._id) ?? '');
  const saidAtMs = frozenAtMs + 20 * HOUR_MS;
  town.freezes.act(freeze._id, saidAtMs, (found) => decideAppeal(found, { words: '我们两家轮流接孩子，都是真的帮。', personId: null, level: 'community' }, mate, stepBy(mate, 'appeal', saidAtMs)));
}
