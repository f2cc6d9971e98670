import { claimsOf, isActive, type Wish } from '../../../cloudfunctions/core/wish/wish';
import { at, DEMO_NOW_MS } from '../community/moments';
import { RoundPlay } from './round-play';
import { areaOf, type Stage } from './stage';

const STREET = 'cx-tf';
const COMMUNITY = 'cx-tf-qf';
/** What one decision puts into a round. */
const BATCH = 20;

const free = (stage: Stage, areaId: string, state: Wish['state']): readonly Wish[] =>
  [...stage.town.wishes.values()].filter((wish) => wish.roundId === null && wish.state === state && wish.areaIds.includes(areaId)).sort((a, b) => (a._id < b._id ? -1 : 1));

/** The last step somebody took for it; what was claimed this morning belongs on the hall screen. */
const lastHeldMs = (wish: Wish): number => claimsOf(wish).reduce((latestMs, claim) => Math.max(latestMs, claim.heldAtMs), 0);

/** A round of autumn that is over, with its report. */
const tellAutumn = (stage: Stage): void => {
  const zheng = stage.people.cast('zhengStreet');
  const done = free(stage, STREET, 'completed').slice(0, BATCH);
  const startsAtMs = at('2026-10-12', '09:00');
  const endsAtMs = at('2026-11-08', '18:00');
  const play = RoundPlay.create(stage.town, { kind: 'round', areaId: STREET, title: '重阳敬老，邻里有约', theme: '陪一会儿、修一修、捎一点，把重阳过成一个月。', startsAtMs, endsAtMs }, areaOf(stage, STREET), zheng, at('2026-10-09', '15:10'));
  play.addWishes(zheng, done, at('2026-10-09', '15:30'));
  play.advanceTo(DEMO_NOW_MS);
};

/** The round that runs now. */
const tellWinter = (stage: Stage): void => {
  const zheng = stage.people.cast('zhengStreet');
  const open = free(stage, STREET, 'open').filter((wish) => wish.windowEndMs > DEMO_NOW_MS);
  const wishes = [...open.filter((wish) => wish.category === 'goods' || wish.category === 'repair').slice(0, 14), ...free(stage, STREET, 'completed').slice(0, 4)];
  const play = RoundPlay.create(
    stage.town,
    { kind: 'round', areaId: STREET, title: '温暖过冬', theme: '天冷了。棉被、灯、热乎的一顿饭，这一期把过冬的事一件件办好。', startsAtMs: at('2026-11-14', '09:00'), endsAtMs: at('2026-11-30', '18:00') },
    areaOf(stage, STREET), zheng, at('2026-11-12', '16:20'),
  );
  play.addWishes(zheng, wishes, at('2026-11-12', '16:40'));
  play.advanceTo(DEMO_NOW_MS);
};

/** This morning's event in the community hall. */
const tellOnSite = (stage: Stage): void => {
  const heJing = stage.people.cast('heJing');
  const open = free(stage, COMMUNITY, 'open').filter((wish) => wish.windowEndMs > DEMO_NOW_MS);
  const claimed = open.filter((wish) => claimsOf(wish).some(isActive)).sort((a, b) => lastHeldMs(b) - lastHeldMs(a)).slice(0, 6);
  const waiting = open.filter((wish) => wish.sharesLeft > 0 && !claimed.includes(wish)).slice(0, 8);
  const play = RoundPlay.create(
    stage.town,
    { kind: 'onSite', areaId: COMMUNITY, title: '青枫社区爱心认领会', theme: '在驿站一楼，来看看邻居的小心愿，认一件是一件。', startsAtMs: at('2026-11-20', '09:00'), endsAtMs: at('2026-11-20', '17:30') },
    areaOf(stage, COMMUNITY), heJing, at('2026-11-19', '17:00'),
  );
  play.addWishes(heJing, [...waiting, ...claimed], at('2026-11-19', '17:10'));
  play.advanceTo(DEMO_NOW_MS);
};

/** One round that is over, one that runs, and an event today. */
export function tellRounds(stage: Stage): void {
  tellAutumn(stage);
  tellOnSite(stage);
  tellWinter(stage);
}
