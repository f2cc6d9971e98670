/** Scenarios of aggregation expressions: one document, one computed field, observed through the real SDK. */
import { byMongodb, computes, refuses, type Scenario, type World } from './scenario';

type ExpressionOf = (world: World) => unknown;

/** Builders for one family of operators; `where` of the source is `expression/<operator>: …`. */
export const ofExpressions = {
  /** The expression gives the value; undefined is a missing field. */
  gives: (name: string, where: string, fields: object, expression: ExpressionOf, value: unknown): Scenario =>
    computes(name, byMongodb(`expression/${where}`), fields, expression, value),

  /** The expression is refused, with this in its text. Aggregations lose the code of the error: errCode is -1 (WIRE.md 1.2). */
  fails: (name: string, where: string, fields: object, expression: ExpressionOf, errMsg: string | RegExp): Scenario =>
    refuses(name, byMongodb(`expression/${where}`), [{ _id: 'one', ...fields }], (world) => world.collection().aggregate().match({ _id: 'one' }).project({ value: expression(world) }).end(), { errCode: -1, errMsg }),
};
