import type { WishSubmitInput } from '@contract';
import type { Step } from '../../../cloudfunctions/core/aggregate/step';
import { selfGiver } from '../../../cloudfunctions/core/claim/giver';
import { DAY_MS, HOUR_MS } from '../../../cloudfunctions/core/kernel/clock';
import { decideErrandRequest } from '../../../cloudfunctions/core/last-leg/ask-errand';
import { decideErrandTold } from '../../../cloudfunctions/core/last-leg/end-errand';
import { decideLegTold } from '../../../cloudfunctions/core/last-leg/hear-errand';
import { errandIdOf } from '../../../cloudfunctions/core/last-leg/last-leg';
import type { Member } from '../../../cloudfunctions/core/member/member';
import type { Wish } from '../../../cloudfunctions/core/wish/wish';
import type { CastKey } from '../community/cast';
import { at, DEMO_NOW_MS } from '../community/moments';
import { HOME_COMMUNITY } from '../community/places';
import type { StillName } from '../stills/still-names';
import { placeOf, type Stage } from './stage';
import { WishPlay } from './wish-play';

interface Sketch {
  readonly poster: CastKey;
  readonly words: Pick<WishSubmitInput, 'title' | 'story' | 'estimatedValueFen'>;
  readonly still: StillName;
  readonly proofNote: string;
  readonly askedMs: number;
  /** Who brings it home; null while everybody may still take it. */
  readonly carrier: CastKey | null;
}

const SKETCHES: readonly Sketch[] = [
  {
    poster: 'fangJie',
    words: { title: '楼道的书角，还缺一个小书架', story: '邻居们捐的书堆在纸箱里，孩子翻起来费劲。想要一个两三层的小书架，旧的也好，我来擦洗。', estimatedValueFen: 9_000 },
    still: 'books', proofNote: '放在驿站进门右手，隔板用绳子捆好了', askedMs: at('2026-11-19', '19:10'), carrier: 'liuWei',
  },
  {
    poster: 'sunNing',
    words: { title: '想给妈妈添一床厚一点的褥子', story: '天冷了，妈妈的旧褥子压得薄薄一层。想要一床厚实些的，单人床用。', estimatedValueFen: 12_000 },
    still: 'quilt', proofNote: '新弹的棉花，装在大袋子里，放驿站里间', askedMs: at('2026-11-20', '08:20'), carrier: null,
  },
];

const SENT_MS = at('2026-11-17', '10:05');

/** What the two told each other meanwhile is heard by whoever it was for. */
const hearAcross = ({ town }: Stage): void => {
  for (let told = town.toldAcross.shift(); told !== undefined; told = town.toldAcross.shift()) {
    const effect = told;
    const id = effect.kind === 'tellErrand' ? effect.errandId : effect.wishId;
    const heard = WishPlay.resume(town, wishOf(town.wishes, id), effect.atMs);
    heard.note(effect.atMs, (wish) => (effect.kind === 'tellErrand' ? decideErrandTold(wish, effect) : decideLegTold(wish, effect)));
  }
};

const wishOf = (wishes: ReadonlyMap<string, Wish>, id: string): Wish => {
  const wish = wishes.get(id);
  if (!wish) throw new Error(`the demo has no wish ${id}`);
  return wish;
};

/** Given by a neighbour of the community, and left at the station yesterday. */
const leftAtStation = (stage: Stage, { words, still, proofNote }: Sketch, poster: Member, giver: Member): { readonly play: WishPlay; readonly claimId: string } => {
  const input: WishSubmitInput = { ...words, category: 'goods', shares: 1, shareNote: '', urgency: 'normal', windowEndMs: DEMO_NOW_MS + 14 * DAY_MS, handover: 'station', areaId: poster.areaId, photoFileIds: [], storyVoiceFileId: null, onBehalf: null };
  const play = WishPlay.submit(stage.town, input, poster, placeOf(stage, poster.areaId), { operationId: `demo-leg-${words.title}`, inputHash: `demo-${words.title}`, nowMs: SENT_MS, needsCare: false, onBehalf: null, householdId: poster.householdId, benefits: [] });
  play.review(stage.people.cast('heJing'), { kind: 'approve' }, SENT_MS + 2 * HOUR_MS);
  const claimId = play.claimAs(selfGiver(stage.town.member(giver._id)), 1, at('2026-11-18', '12:30'));
  play.plan(giver, claimId, { deliverAtMs: at('2026-11-19', '17:00'), handover: 'station', note: '下班路过，放到驿站' }, at('2026-11-18', '12:40'));
  play.deliver(giver, claimId, proofNote, stage.pictures.take(giver._id, 'proof', still), at('2026-11-19', '17:05'));
  return { play, claimId };
};

/** Two things at the station that are too much to carry: a neighbour has one of them, the other still waits for somebody. */
export function tellLastLegs(stage: Stage): void {
  const { town, people } = stage;
  const givers = people.of(HOME_COMMUNITY, null).filter((member) => member.joinedAtMs < SENT_MS && town.member(member._id).overdueClaimIds.length === 0).slice(-SKETCHES.length);
  SKETCHES.forEach((sketch, index) => {
    const poster = people.cast(sketch.poster);
    const giver = givers[index] ?? people.cast('liuWei');
    const { play, claimId } = leftAtStation(stage, sketch, poster, giver);
    const step: Step = { actorId: poster._id, operationId: `demo-leg-ask-${index}`, inputHash: 'demo', nowMs: sketch.askedMs };
    play.note(sketch.askedMs, (wish) => decideErrandRequest(wish, claimId, poster, step));
    const errandId = errandIdOf(claimId, 0);
    if (sketch.carrier !== null) {
      const carrier = people.cast(sketch.carrier);
      const takenMs = sketch.askedMs + HOUR_MS;
      const errand = WishPlay.resume(town, wishOf(town.wishes, errandId), takenMs);
      const carrying = errand.claimAs(selfGiver(town.member(carrier._id)), 1, takenMs);
      errand.plan(carrier, carrying, { deliverAtMs: at('2026-11-20', '18:00'), handover: 'home', note: '下班带小推车去，六点多到' }, takenMs + 10 * 60_000);
    }
    hearAcross(stage);
    for (const id of [play.state._id, errandId]) WishPlay.resume(town, wishOf(town.wishes, id), sketch.askedMs + 2 * HOUR_MS).advanceTo(DEMO_NOW_MS);
  });
}
