/** $unionWith: the documents of another collection behind these. */
import { isPlainObject } from '../../../kernel/values';
import { failure, typeName } from '../../expressions/failure';

import { runOnCollection } from '../run-pipeline';
import type { StageCompiler } from '../stage';

export const compileUnionWith: StageCompiler = (operand, context) => {
  const options = typeof operand === 'string' ? { coll: operand } : operand;
  if (!isPlainObject(options)) throw failure(`the $unionWith stage specification must be an object or string, but found ${typeName(operand)}`);
  const { coll, pipeline = [], ...others } = options;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw failure(`BSON field '$unionWith.${unknown}' is an unknown field.`);
  if (typeof coll !== 'string') throw failure("BSON field '$unionWith.coll' is missing but a required field");
  const stages = context.compile(pipeline, { place: 'union', variables: [] });
  return [{
    name: '$unionWith',
    *run(documents, run) {
      yield* documents;
      yield* runOnCollection(coll, stages, run);
    },
  }];
};
