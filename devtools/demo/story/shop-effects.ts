import type { Effect, EffectOf } from '../../../cloudfunctions/core/effect/effect';

/** Shops of the demo are let in by hand, so nothing follows a shop there. */
const OF_SHOPS = ['syncShop', 'alignShop', 'sweepShop', 'countShop', 'freeLicence'] as const satisfies readonly Effect['kind'][];

export const isShopEffect = (effect: Effect): effect is EffectOf<(typeof OF_SHOPS)[number]> => (OF_SHOPS as readonly string[]).includes(effect.kind);
