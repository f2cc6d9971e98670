import * as v from 'valibot';
import { areaIdSchema, textSchema } from './common';
import { AREA_LEVELS, type AreaLevel } from './vocabulary';
import { BUDGET, route } from './route';

export interface AreaView {
  readonly areaId: string;
  readonly parentId: string | null;
  readonly level: AreaLevel;
  readonly name: string;
  readonly hasChildren: boolean;
}

const areaAddInput = v.strictObject({
  parentId: v.nullable(areaIdSchema),
  /** Short code of the node among its siblings, e.g. "c03"; the id is the parent's id, a dash, and this. */
  code: v.pipe(v.string(), v.regex(/^[a-z0-9]{1,12}$/, '只用小写字母和数字')),
  level: v.picklist(AREA_LEVELS),
  name: textSchema(20),
  dutyPhone: v.optional(v.pipe(v.string(), v.regex(/^[0-9-]{5,15}$/, '电话不对')), undefined),
  stationName: v.optional(textSchema(20), undefined),
  /** The middle of the node, GCJ-02 as WeChat's map gives it; null inherits the parent's. */
  point: v.optional(v.nullable(v.strictObject({ lng: v.pipe(v.number(), v.minValue(73), v.maxValue(136)), lat: v.pipe(v.number(), v.minValue(3), v.maxValue(54)) })), null),
});

export const AREA_ROUTES = {
  /** Children of a node; null asks for the districts. */
  'area.children': route<readonly AreaView[]>()({ input: v.strictObject({ parentId: v.nullable(areaIdSchema) }), mutating: false, access: 'anonymous', requestBudget: BUDGET.list }),
  'area.add': route<AreaView>()({ input: areaAddInput, mutating: true, access: { roles: ['administrator'] }, requestBudget: BUDGET.command }),
} as const;
