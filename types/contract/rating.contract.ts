import * as v from 'valibot';
import { idSchema, optionalTextSchema, photosSchema } from './common';
import { LIMITS } from './limits';
import { RATING_CHIPS, SATISFACTIONS } from './vocabulary';
import { BUDGET, route } from './route';

const stars = v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5))), null);

export const ratingInputSchema = v.strictObject({
  wishId: idSchema,
  claimId: idSchema,
  satisfaction: v.picklist(SATISFACTIONS),
  effect: stars,
  timeliness: stars,
  attitude: stars,
  chips: v.optional(v.pipe(v.array(v.picklist(RATING_CHIPS)), v.maxLength(RATING_CHIPS.length)), []),
  words: optionalTextSchema(LIMITS.ratingCharacters),
  photoFileIds: photosSchema(1),
  /** How long the question stood on the screen; evidence about care, never about the score. */
  secondsOnScreen: v.pipe(v.number(), v.minValue(0), v.maxValue(86_400)),
});

export const RATING_ROUTES = {
  'rating.rate': route<{ readonly ratingId: string; readonly pointsPending: number; readonly dueAtMs: number | null }>()({ input: ratingInputSchema, mutating: true, access: 'member', requestBudget: BUDGET.publish, quota: 'contentCheck' }),
} as const;
