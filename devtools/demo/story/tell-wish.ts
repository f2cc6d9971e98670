import type { HandoverKind, WishSubmitInput } from '@contract';
import { HOUR_MS } from '../../../cloudfunctions/core/kernel/clock';
import { DEMO_NOW_MS } from '../community/moments';
import type { Random } from '../random';
import type { SketchedWish } from '../wishes/wish-sketch';
import { endings } from './endings';
import { reviewedAtMs, sentAtMs, windowEndMs } from './moments-of-wish';
import { benefitsAt, placeOf, sealName, type Stage } from './stage';
import { castWish, type WishCast } from './wish-cast';
import { WishPlay } from './wish-play';

/** Everything an ending needs to go on from the moment a wish was approved. */
export interface Telling {
  readonly stage: Stage;
  readonly sketch: SketchedWish;
  readonly cast: WishCast;
  readonly play: WishPlay;
  readonly handover: HandoverKind;
  readonly publishedMs: number;
}

const handoverOf = ({ handover, category }: SketchedWish): HandoverKind => handover ?? (category === 'goods' || category === 'study' ? 'station' : 'home');

/** Families call the person they post for what they are to them. */
const BENEFICIARY_NAMES = ['李桂香', '王德顺', '陈素云', '周长庚', '吴秀兰', '郑有才', '孙月英', '何满堂'];

const inputOf = (random: Random, stage: Stage, sketch: SketchedWish, cast: WishCast, endMs: number): WishSubmitInput => ({
  title: sketch.title,
  story: sketch.story,
  category: sketch.category,
  shares: sketch.shares ?? 1,
  shareNote: sketch.shareNote ?? '',
  estimatedValueFen: sketch.yuan === undefined ? null : sketch.yuan * 100,
  urgency: sketch.urgent ? 'urgent' : 'normal',
  windowEndMs: endMs,
  handover: handoverOf(sketch),
  areaId: cast.poster.areaId,
  photoFileIds: (sketch.stills ?? []).map((still) => stage.pictures.take(cast.poster._id, 'wishPhoto', still)),
  storyVoiceFileId: null,
  onBehalf:
    sketch.relation === undefined
      ? null
      : { beneficiaryName: random.pick(BENEFICIARY_NAMES), relation: sketch.relation, consent: { kind: 'paper', fileId: stage.pictures.take(cast.poster._id, 'consent', 'letter') }, mayPublicise: false },
});

/** Moments of the mock-ups' own wishes that are not left to chance. */
const FIXED: Readonly<Record<string, { readonly sentBeforeHours: number; readonly endAfterHours: number }>> = {
  riceAndOil: { sentBeforeHours: 10.8 * 24, endAfterHours: 10 * 24 },
  kitchenLamp: { sentBeforeHours: 46, endAfterHours: 1 },
  chess: { sentBeforeHours: 66, endAfterHours: 34 },
  haircutForMother: { sentBeforeHours: 43, endAfterHours: 3 * 24 },
  stationery: { sentBeforeHours: 4 * 24, endAfterHours: 9 * 24 },
  pictureBooks: { sentBeforeHours: 7.6 * 24, endAfterHours: 20 * 24 },
  // Its 24 working hours end at 10:19 this morning.
  firstInQueue: { sentBeforeHours: 71 + 22 / 60, endAfterHours: 12 * 24 },
};

/** Lives one sketched wish through, from the day it was sent to the demo's morning. */
export function tellWish(stage: Stage, sketch: SketchedWish, communityId: string, turn: number): void {
  const { random } = stage;
  const fixed = FIXED[sketch.cast ?? ''];
  const sentBeforeHours = fixed?.sentBeforeHours ?? (sketch.sentBeforeDays === undefined ? null : sketch.sentBeforeDays * 24);
  const sentMs = sentBeforeHours !== null ? DEMO_NOW_MS - sentBeforeHours * HOUR_MS : sentAtMs(random, sketch.fate, sketch.shares ?? 1);
  const endMs = fixed ? DEMO_NOW_MS + fixed.endAfterHours * HOUR_MS : windowEndMs(random, sketch.fate, sentMs);
  const cast = castWish(stage, sketch, communityId, turn, sentMs);
  const input = inputOf(random, stage, sketch, cast, endMs);
  const onBehalf = input.onBehalf && { beneficiaryNameSealed: sealName(input.onBehalf.beneficiaryName), relation: input.onBehalf.relation, consentKind: input.onBehalf.consent.kind, consentFileId: input.onBehalf.consent.fileId, helperName: cast.poster.displayName, consentAtMs: sentMs, mayPublicise: false };
  const facts = { operationId: `demo-wish-${turn}`, inputHash: `demo-${turn}`, nowMs: sentMs, needsCare: false, onBehalf, householdId: cast.poster.householdId, benefits: benefitsAt(stage, cast.poster.areaId) };
  const play = WishPlay.submit(stage.town, input, cast.poster, placeOf(stage, cast.poster.areaId), facts);
  play.checkPhotos(sentMs + 3_000, sketch.photoNeedsPerson ? 'human' : 'shown');
  const publishedMs = Math.min(reviewedAtMs(random, sentMs, sketch.urgent === true), DEMO_NOW_MS - 20 * 60_000);
  endings[sketch.fate]({ stage, sketch, cast, play, handover: input.handover, publishedMs });
  play.advanceTo(DEMO_NOW_MS);
}
