import { aggregateRepository } from '../aggregate/aggregate.repository';
import { tellAggregate } from '../aggregate/tell.use-case';
import type { EffectOf } from '../effect/effect';
import { WISH_KIND } from '../wish/settle-wish';
import type { Wish } from '../wish/wish';
import type { WishEvent } from '../wish/wish-event';
import { decideErrandTold } from './end-errand';
import { decideLegTold } from './hear-errand';

/** Written once under the id its claim gives it. */
export const openErrand = async (effect: EffectOf<'openErrand'>): Promise<void> => {
  await aggregateRepository<Wish, WishEvent>(WISH_KIND.collection).insert(effect.errand);
};

export const tellErrand = (effect: EffectOf<'tellErrand'>): Promise<void> => tellAggregate(WISH_KIND, effect.errandId, (errand) => decideErrandTold(errand, effect));

export const tellLastLeg = (effect: EffectOf<'tellLastLeg'>): Promise<void> => tellAggregate(WISH_KIND, effect.wishId, (wish) => decideLegTold(wish, effect));
