import type { WishSubmitInput } from '@contract';
import { WISH_CATEGORY_LABEL } from '@contract';
import type { EffectOf } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import { accept, type Result } from '../kernel/result';
import { maskedName, worksAt, type Member } from '../member/member';
import { publicityIdOf } from '../publicity/publicity';
import { RULES } from '../rules';
import type { Wish } from './wish';
import { changed, is, REPLAY, type Outcome } from './wish-change';

/** What a wish above the cap shows while it is publicised; null for every other wish. */
export interface AboveCap {
  readonly maskedName: string;
  readonly publicityId: string;
}

/** The most a wish may be worth: staff may go above the cap for a person they post for (RULES.md section 1). */
export const valueCapFenOf = (poster: Member, input: Pick<WishSubmitInput, 'areaId' | 'onBehalf'>): number =>
  input.onBehalf !== null && worksAt(poster, input.areaId ?? poster.areaId) ? RULES.wish.aboveCapMaxFen : RULES.wish.valueCapFen;

export const aboveCapOf = (wishId: string, input: Pick<WishSubmitInput, 'estimatedValueFen' | 'onBehalf'>): AboveCap | null =>
  input.onBehalf === null || input.estimatedValueFen === null || input.estimatedValueFen <= RULES.wish.valueCapFen
    ? null
    : { maskedName: maskedName(input.onBehalf.beneficiaryName), publicityId: publicityIdOf('wishAboveCap', wishId) };

/** Kind of aid and what it is worth; the title may say more than a notice board should. */
export const wishAidText = (wish: Pick<Wish, 'category' | 'estimatedValueFen'>): string => `${WISH_CATEGORY_LABEL[wish.category]}，约 ${Math.round((wish.estimatedValueFen ?? 0) / 100)} 元`;

/** The publicity of a wish above the cap ended: passed, it goes on the wall; overturned, it is refused with the answer. */
export const decideWishPublicityEnd = (wish: Wish, told: EffectOf<'publicityEnded'>): Result<Outcome> => {
  if (wish.state !== 'publicity') return accept(REPLAY);
  const common = { eventId: deriveId('e', told.publicityId, told.outcome, wish._id), atMs: told.atMs, byId: 'clock', closesTaskId: null, closesNoticeId: null };
  return accept(
    changed(
      told.outcome === 'passed'
        ? { when: { state: is('publicity') }, set: { state: 'open', publishedAtMs: told.atMs, wallState: 'claimable' }, event: { kind: 'published', ...common } }
        : { when: { state: is('publicity') }, set: { state: 'refused', endedAtMs: told.atMs, 'review.note': `公示没有通过：${told.note}` }, event: { kind: 'refused', note: `公示没有通过：${told.note}`, ...common } },
    ),
  );
};
