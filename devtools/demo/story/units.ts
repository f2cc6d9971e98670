import { decideJoin } from '../../../cloudfunctions/core/unit/change-unit';
import { newUnit, type Unit } from '../../../cloudfunctions/core/unit/unit';
import { unitGiver } from '../../../cloudfunctions/core/claim/giver';
import type { Step } from '../../../cloudfunctions/core/aggregate/step';
import { DAY_MS, HOUR_MS } from '../../../cloudfunctions/core/kernel/clock';
import type { Wish } from '../../../cloudfunctions/core/wish/wish';
import { DEMO_NOW_MS } from '../community/moments';
import type { CastKey } from '../community/cast';
import { HOME_COMMUNITY } from '../community/places';
import type { Stage } from './stage';
import { WishPlay } from './wish-play';

interface SketchedUnit {
  readonly kind: Unit['kind'];
  readonly name: string;
  readonly contact: CastKey;
  readonly deputies: readonly CastKey[];
}

/** Groups of people of the demo's own community that give under one name. */
const UNITS: readonly SketchedUnit[] = [
  { kind: 'company', name: '澄溪农商行青枫支行', contact: 'liuWei', deputies: ['fangJie'] },
  { kind: 'family', name: '孙宁一家', contact: 'sunNing', deputies: [] },
];

const stepOf = (actorId: string, name: string, nowMs: number): Step => ({ actorId, operationId: `demo-unit-${name}`, inputHash: 'demo', nowMs });

const found = (stage: Stage, sketch: SketchedUnit): string => {
  const foundedMs = DEMO_NOW_MS - 50 * DAY_MS;
  const contact = stage.people.cast(sketch.contact);
  const unit = newUnit(sketch, stage.town.member(contact._id), stepOf(contact._id, sketch.name, foundedMs));
  stage.town.units.insert(unit, foundedMs);
  sketch.deputies.forEach((key, index) => {
    const joinedMs = foundedMs + (index + 1) * DAY_MS;
    const deputy = stage.town.member(stage.people.cast(key)._id);
    stage.town.units.act(unit._id, joinedMs, (standing) => decideJoin(standing, deputy, stepOf(deputy._id, `${sketch.name}-${key}`, joinedMs)));
  });
  return unit._id;
};

/** More than this stays for the neighbours who look at the wall. */
const ROOMY_SHARES = 4;

/** Wishes at home with many shares left, for goods, the longest on the wall first. */
const roomy = (stage: Stage): readonly Wish[] =>
  [...stage.town.wishes.values()]
    .filter((wish) => wish.communityId === HOME_COMMUNITY && wish.state === 'open' && wish.category === 'goods' && wish.sharesLeft > ROOMY_SHARES && wish.urgency === 'normal')
    .sort((a, b) => a.publishedAtMs - b.publishedAtMs || (a._id < b._id ? -1 : 1));

/** The bank took shares of two wishes yesterday and has planned one of them: its contact finds both in the list to deliver by. */
export function tellUnits(stage: Stage): void {
  const [bankId] = UNITS.map((sketch) => found(stage, sketch));
  if (bankId === undefined) return;
  const contact = stage.town.member(stage.people.cast('liuWei')._id);
  const giver = unitGiver(stage.town.units.get(bankId), contact);
  const claimedMs = DEMO_NOW_MS - 3 * HOUR_MS;
  roomy(stage).slice(0, 2).forEach((wish, index) => {
    const play = WishPlay.resume(stage.town, wish, claimedMs);
    const claimId = play.claimAs(giver, 1, claimedMs);
    if (index === 0) play.plan(contact, claimId, { deliverAtMs: DEMO_NOW_MS + DAY_MS + HOUR_MS, handover: 'station', note: '周六上午送到驿站' }, claimedMs + HOUR_MS);
  });
}
