import * as v from 'valibot';
import { idSchema, textSchema } from './common';
import { LIMITS } from './limits';

/** What a campaign needs besides money: things, a place, hours of people. */
export const NEED_KINDS = ['goods', 'place', 'hours'] as const;
export type NeedKind = (typeof NEED_KINDS)[number];

export interface NeedView {
  readonly needId: string;
  readonly kind: NeedKind;
  readonly text: string;
  /** 张、件、天; of hours always 人. */
  readonly unit: string;
  readonly wanted: number;
  /** What somebody said they would give, what came included; of hours the seats taken. Never above `wanted` but for hours. */
  readonly promised: number;
  /** What came, or was used; of hours how many were there. */
  readonly received: number;
  /** Of hours the activity whose shifts people sign up for; null while none is named. */
  readonly activityId: string | null;
}

/** One line of the form that proposes a campaign. */
export const needInputSchema = v.strictObject({
  kind: v.picklist(NEED_KINDS),
  text: textSchema(LIMITS.titleCharacters, '请写需要什么'),
  unit: textSchema(LIMITS.unitCharacters, '写“张”“件”“天”这样的字'),
  wanted: v.pipe(v.number('填一个数'), v.integer('填整数'), v.minValue(1, '至少 1'), v.maxValue(LIMITS.neededOfOneKind, `最多 ${LIMITS.neededOfOneKind}`)),
  /** Of hours, when the activity is known already. */
  activityId: v.optional(v.nullable(idSchema), null),
});
export type NeedInput = v.InferOutput<typeof needInputSchema>;

export const needsInputSchema = v.optional(v.pipe(v.array(needInputSchema), v.maxLength(LIMITS.needsPerCampaign, `最多 ${LIMITS.needsPerCampaign} 样`)), []);
