import type { Satisfaction } from '@contract';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../cloudfunctions/core/kernel/clock';
import type { Member } from '../../../cloudfunctions/core/member/member';
import { isAwaitingRescue } from '../../../cloudfunctions/core/rescue/awaiting-rescue';
import { DEMO_NOW_MS } from '../community/moments';
import { HOME_COMMUNITY } from '../community/places';
import { areaOf } from './stage';
import { wishTaskId } from '../../../cloudfunctions/core/wish/effect-parts';
import type { Random } from '../random';
import type { Fate } from '../wishes/wish-sketch';
import { daytime } from './moments-of-wish';
import { rateClaim } from './rate-claim';
import { thankGiver } from './thank-giver';
import { giversFor, shareOut } from './share-out';
import type { Telling } from './tell-wish';

const GIVER_WORDS = ['约好时间再过去，到了先打电话', '东西备好了，路上慢慢走', '下班顺路带过去', '周末有空，一起办了', '店里正好有，挑了好的', ''];
const PROOF_WORDS = ['放在驿站架子第二层，贴了条子', '当面交到手上了', '都办好了，您看看合不合意', '按说好的时间送到了', '放下就走了，没敢多打扰'];

/** How far one share of help has come. */
type Reach = 'held' | 'planned' | 'delivered' | 'confirmed';

interface Help {
  readonly giver: Member;
  readonly shares: number;
  readonly claimMs: number;
  readonly planMs: number;
  readonly deliverMs: number;
  readonly confirmMs: number;
}

/** The social worker looks at the benefits before the reviewer looks at the wish; help with an old application is long done. */
const approve = ({ play, cast, stage, publishedMs }: Telling): void => {
  const { createdAtMs, _id } = play.state;
  play.weighBenefits(cast.socialWorker, { decision: 'together', note: '' }, createdAtMs + Math.round((publishedMs - createdAtMs) / 2));
  play.review(cast.reviewer, { kind: 'approve' }, publishedMs);
  const appliedMs = publishedMs + DAY_MS;
  if (appliedMs < DEMO_NOW_MS) stage.town.carryOut({ kind: 'closeTask', taskId: wishTaskId('benefitHelp', _id), atMs: appliedMs, note: '陪着填好表，交到窗口了' });
};

/** Another community's social worker asks this one for help with what nobody claimed there; at home the choice still waits. */
const referHome = ({ play, cast, stage }: Telling): void => {
  const atMs = DEMO_NOW_MS - 30 * MINUTE_MS;
  play.advanceTo(atMs);
  if (play.state.communityId === HOME_COMMUNITY || !isAwaitingRescue(play.state)) return;
  const offer = { class: 'assist', toAreaId: HOME_COMMUNITY, toAreaName: areaOf(stage, HOME_COMMUNITY).name, toRole: 'staff', reason: '我们这边问了一圈没有，听说你们那儿有人会，请帮着问问。' } as const;
  play.refer(cast.socialWorker, offer, atMs);
};

/** Carries one giver's help as far as it has come. */
const help = (telling: Telling, { giver, shares, claimMs, planMs, deliverMs, confirmMs }: Help, reach: Reach): string => {
  const { play, stage, sketch, handover, cast } = telling;
  const claimId = play.claim(giver, shares, claimMs);
  if (reach === 'held') return claimId;
  // Of what never arrived the note tells the other side's story.
  const words = sketch.fate === 'notReceived' ? '放在驿站的架子上了' : sketch.note;
  play.plan(giver, claimId, { deliverAtMs: deliverMs, handover, note: words ?? stage.random.pick(GIVER_WORDS) }, planMs);
  if (reach === 'planned') return claimId;
  const still = sketch.stills?.[0] ?? (handover === 'station' ? 'parcel' : 'tools');
  play.deliver(giver, claimId, words ?? stage.random.pick(PROOF_WORDS), stage.pictures.take(giver._id, 'proof', still), deliverMs);
  if (reach === 'confirmed') play.confirm(cast.poster, claimId, confirmMs);
  return claimId;
};

/** Moments of a help that began at `claimMs` and took `days` in all. */
const pace = (telling: Telling, giver: Member, shares: number, claimMs: number, days: number): Help => {
  const { random } = telling.stage;
  const planMs = claimMs + Math.round((0.3 + random.next() * 5) * HOUR_MS);
  const deliverMs = Math.max(planMs + HOUR_MS, daytime(random, claimMs + days * DAY_MS));
  return { giver, shares, claimMs, planMs, deliverMs, confirmMs: deliverMs + Math.round((1 + random.next() * 9) * HOUR_MS) };
};

const SATISFIED: readonly Satisfaction[] = ['satisfied', 'satisfied', 'satisfied', 'satisfied', 'satisfied', 'satisfied', 'fair', 'unsatisfied'];

/** What is told as done was done before the demo's morning: the last evening at the latest, confirmed by breakfast. */
const endBeforeNow = (random: Random, one: Help): Help => {
  const deliverMs = Math.min(one.deliverMs, DEMO_NOW_MS - Math.round((13 + random.next() * 3) * HOUR_MS));
  return { ...one, deliverMs, confirmMs: Math.min(Math.max(one.confirmMs, deliverMs + HOUR_MS), DEMO_NOW_MS - Math.round((0.5 + random.next() * 2) * HOUR_MS)) };
};

/** Everybody delivered, the recipient said so; with `isRated`, also how it was. */
const finish = (telling: Telling, isRated: boolean): void => {
  const { stage, sketch, cast, publishedMs } = telling;
  approve(telling);
  const parts = shareOut(stage.random, sketch.shares ?? 1, giversFor(sketch.shares ?? 1));
  const givers = cast.givers(parts.length, publishedMs);
  const helps = parts.map((shares, index) => {
    const claimMs = publishedMs + Math.round((0.4 + index * 0.35) * DAY_MS);
    return { reach: 'confirmed' as const, ...endBeforeNow(stage.random, pace(telling, givers[index] ?? cast.socialWorker, shares, claimMs, 1 + stage.random.next() * 3)) };
  });
  let confirmed = 0;
  playTogether(telling, helps, (claimId, confirmMs) => {
    confirmed += 1;
    if (!isRated) return;
    const [satisfaction, words]: readonly [Satisfaction, string] = sketch.says ?? (confirmed === 1 ? ['satisfied', sketch.thanks ?? ''] : [stage.random.pick(SATISFIED), '']);
    rateClaim(telling, claimId, satisfaction, words, confirmMs + 3 * MINUTE_MS);
    if (words !== '' && sketch.says === undefined) thankGiver(telling, claimId, words, confirmMs + 5 * MINUTE_MS);
  });
};

/** Since when somebody's help is under way, and how many days it took or takes. */
const PART_PACE: Readonly<Record<Reach, { startMs(publishedMs: number): number; readonly days: number }>> = {
  confirmed: { startMs: (publishedMs) => publishedMs + 0.4 * DAY_MS, days: 2 },
  delivered: { startMs: () => DEMO_NOW_MS - 4.2 * DAY_MS, days: 3 },
  planned: { startMs: () => DEMO_NOW_MS - 2.1 * DAY_MS, days: 3 },
  held: { startMs: () => DEMO_NOW_MS - 31 * HOUR_MS, days: 0 },
};

/** The last one has only just begun; those before them are further on. */
const reachOf = (index: number, count: number, isRice: boolean): Reach => {
  if (index === count - 1) return 'held';
  if (index === 0) return isRice ? 'delivered' : 'confirmed';
  return index % 2 === 1 ? 'planned' : 'delivered';
};

/** Some delivered, some on the way, some just taken, some still open. */
const partly = (telling: Telling): void => {
  const { stage, sketch, cast, publishedMs } = telling;
  approve(telling);
  const wanted = sketch.shares ?? 1;
  const isRice = sketch.cast === 'riceAndOil';
  const taken = Math.max(1, Math.min(wanted - 1, Math.round(wanted * (0.45 + stage.random.next() * 0.35))));
  const parts = isRice ? [2, 1, 1] : shareOut(stage.random, taken, Math.max(2, giversFor(taken)));
  const givers = cast.givers(parts.length, publishedMs);
  const helps = parts.map((shares, index) => {
    const reach = reachOf(index, parts.length, isRice);
    const { startMs, days } = PART_PACE[reach];
    return { reach, ...pace(telling, givers[index] ?? cast.socialWorker, shares, startMs(publishedMs) + index * 7 * MINUTE_MS, days) };
  });
  playTogether(telling, helps);
};

/** Several helps at once: steps of all of them in the order of their moments. */
const playTogether = (telling: Telling, helps: readonly (Help & { readonly reach: Reach })[], onConfirmed: (claimId: string, confirmMs: number) => void = () => undefined): void => {
  const { play, stage, sketch, handover, cast } = telling;
  const ids = new Map<Help, string>();
  const steps = helps.flatMap((one) => {
    const claimId = (): string => ids.get(one) ?? '';
    const all = [
      { atMs: one.claimMs, run: () => void ids.set(one, play.claim(one.giver, one.shares, one.claimMs)) },
      { atMs: one.planMs, run: () => play.plan(one.giver, claimId(), { deliverAtMs: one.deliverMs, handover, note: (one === helps[0] && sketch.note) || stage.random.pick(GIVER_WORDS) }, one.planMs) },
      { atMs: one.deliverMs, run: () => play.deliver(one.giver, claimId(), stage.random.pick(PROOF_WORDS), stage.pictures.take(one.giver._id, 'proof', sketch.stills?.[0] ?? 'parcel'), one.deliverMs) },
      {
        atMs: one.confirmMs,
        run: () => {
          play.confirm(cast.poster, claimId(), one.confirmMs);
          onConfirmed(claimId(), one.confirmMs);
        },
      },
    ];
    return all.slice(0, { held: 1, planned: 2, delivered: 3, confirmed: 4 }[one.reach]);
  });
  for (const step of steps.sort((a, b) => a.atMs - b.atMs)) step.run();
};

/** Every share has somebody, none has come yet. */
const allTaken = (telling: Telling): void => {
  const { stage, sketch, cast, publishedMs } = telling;
  approve(telling);
  const parts = shareOut(stage.random, sketch.shares ?? 1, giversFor(sketch.shares ?? 1));
  const givers = cast.givers(parts.length, publishedMs);
  const isJustHeld = sketch.cast === 'stationery';
  const claimMs = isJustHeld ? DEMO_NOW_MS - 21 * HOUR_MS : Math.max(publishedMs + 40 * MINUTE_MS, DEMO_NOW_MS - 30 * HOUR_MS);
  const helps = parts.map((shares, index) => {
    const atMs = claimMs + index * 11 * MINUTE_MS;
    const planMs = Math.min(atMs + 2 * HOUR_MS, DEMO_NOW_MS - 15 * MINUTE_MS) + index * MINUTE_MS;
    const reach: Reach = isJustHeld || index === 1 ? 'held' : 'planned';
    return { reach, giver: givers[index] ?? cast.socialWorker, shares, claimMs: atMs, planMs, deliverMs: daytime(stage.random, DEMO_NOW_MS + (1 + index) * DAY_MS), confirmMs: 0 };
  });
  playTogether(telling, helps);
};

/** One giver for everything, delivered so many hours ago. */
const deliveredBefore = (telling: Telling, hours: number): { readonly giver: Member; readonly claimId: string } => {
  const { sketch, cast, publishedMs } = telling;
  approve(telling);
  const [giver = cast.socialWorker] = cast.givers(1, publishedMs);
  const deliverMs = DEMO_NOW_MS - hours * HOUR_MS;
  const claimMs = Math.max(publishedMs + HOUR_MS, deliverMs - 30 * HOUR_MS);
  const claimId = help(telling, { giver, shares: sketch.shares ?? 1, claimMs, planMs: claimMs + HOUR_MS, deliverMs, confirmMs: 0 }, 'delivered');
  return { giver, claimId };
};

const overdue = (telling: Telling): void => {
  const { cast, publishedMs, sketch } = telling;
  approve(telling);
  const [giver = cast.socialWorker] = cast.givers(1, publishedMs);
  const planMs = DEMO_NOW_MS - 8.2 * DAY_MS;
  help(telling, { giver, shares: sketch.shares ?? 1, claimMs: planMs - 5 * HOUR_MS, planMs, deliverMs: planMs + 3 * DAY_MS, confirmMs: 0 }, 'planned');
};

/** What happened after a wish was sent, by how far it has come. */
export const endings: Readonly<Record<Fate, (telling: Telling) => void>> = {
  review: () => undefined,
  asked: ({ play, cast, sketch, publishedMs }) => play.review(cast.reviewer, { kind: 'ask', note: sketch.note ?? '请说清楚要几份、每份是什么' }, publishedMs),
  refused: ({ play, cast, sketch, publishedMs }) => play.review(cast.reviewer, { kind: 'refuse', note: sketch.note ?? '' }, publishedMs),
  open: approve,
  unclaimed: (telling) => {
    approve(telling);
    referHome(telling);
  },
  expired: approve,
  part: partly,
  taken: allTaken,
  waiting: (telling) => void deliveredBefore(telling, telling.sketch.cast === 'lampCord' ? 16 : telling.sketch.shares === 2 ? 26 : 5.4 * 24),
  notReceived: (telling) => {
    const { claimId } = deliveredBefore(telling, 50);
    telling.play.dispute(telling.cast.poster, claimId, { kind: 'notReceived', note: telling.sketch.note ?? '还没收到', photoFileIds: [] }, DEMO_NOW_MS - 15 * HOUR_MS);
  },
  overdue,
  rated: (telling) => finish(telling, true),
  done: (telling) => finish(telling, false),
  withdrawn: (telling) => {
    approve(telling);
    telling.play.withdraw(telling.cast.poster, telling.publishedMs + 1.7 * DAY_MS);
  },
};
