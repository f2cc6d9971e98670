import { LIMITS } from '@contract';
import type { Step } from '../aggregate/step';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { wishTokensOf } from '../wish/submit-wish';
import type { Wish } from '../wish/wish';
import { changed, type Outcome } from '../wish/wish-change';
import { beginRescue, rescueEvent, rescueFields, rescueGuard } from './begin-rescue';

export interface Split {
  readonly shares: number;
  readonly shareNote: string;
}

/** One share that nobody described is one thing (a bed, a lamp to mend); told as "10 公斤米" it can be made smaller. */
export const canSplit = (wish: Pick<Wish, 'sharesWanted' | 'shareNote'>): boolean => wish.sharesWanted > 1 || wish.shareNote !== '';

/** What the shares nobody took are worth, in fen; null where money says nothing. */
export const restValueFen = (wish: Pick<Wish, 'estimatedValueFen' | 'sharesLeft' | 'sharesWanted'>): number | null =>
  wish.estimatedValueFen === null ? null : Math.round((wish.estimatedValueFen * wish.sharesLeft) / wish.sharesWanted);

/** A card tells the value of one share, which is now that of a smaller one; shares that came before count the same. */
const valueAfter = (wish: Wish, shares: number): number | null => {
  const restFen = restValueFen(wish);
  return restFen === null ? null : Math.round((restFen / shares) * (wish.sharesDelivered + shares));
};

/**
 * The shares nobody took become more and smaller ones, and the clock begins anew.
 * Refusals: those of every choice, BAD_INPUT (one single thing, not more than before, or more than a wish may have).
 */
export const decideSplit = (wish: Wish, split: Split, actor: Member, step: Step): Result<Outcome> => {
  const begun = beginRescue(wish, actor, step);
  if (!begun.ok) return begun;
  if (begun.value !== null) return accept(begun.value);
  const { shares, shareNote } = split;
  if (!canSplit(wish)) return refuse('BAD_INPUT', { fields: { shares: '这是一整件，拆不开。可以用项目经费办，或者转给更合适的人' } });
  if (shares <= wish.sharesLeft) return refuse('BAD_INPUT', { fields: { shares: `要比现在的 ${wish.sharesLeft} 份多，才算拆小` } });
  if (wish.sharesDelivered + shares > LIMITS.sharesPerWish) return refuse('BAD_INPUT', { fields: { shares: `连送到的一共最多 ${LIMITS.sharesPerWish} 份` } });
  const text = `拆成了 ${shares} 小份（一份是${shareNote}），重新等邻居认领。`;
  return accept(
    changed({
      when: rescueGuard(wish, step),
      set: {
        ...rescueFields(wish, 'split', text, actor, step),
        sharesWanted: wish.sharesDelivered + shares,
        sharesLeft: shares,
        shareNote,
        estimatedValueFen: valueAfter(wish, shares),
        searchTokens: wishTokensOf(wish.areaId, { title: wish.title, category: wish.category, shareNote }),
      },
      event: { kind: 'rescueSplit', round: wish.rescue.round, shares, shareNote, ...rescueEvent(step) },
    }),
  );
};
