/** $facet: several pipelines over the same documents. */
import { isPlainObject, type Document } from '../../../kernel/values';
import { failure, typeName } from '../../expressions/failure';
import { assertFieldPath } from '../../expressions/field-paths';

import { runStages } from '../run-pipeline';
import { showField } from '../../query/bad-value';
import type { StageCompiler } from '../stage';

export const compileFacet: StageCompiler = (operand, context) => {
  if (!isPlainObject(operand) || Object.keys(operand).length === 0) {
    throw failure(`the $facet specification must be a non-empty object, but found: ${showField('$facet', operand)}`);
  }
  const facets = Object.entries(operand).map(([field, pipeline]) => {
    assertFieldPath(field);
    if (field.includes('.')) throw failure("FieldPath field names may not contain '.'.");
    if (!Array.isArray(pipeline)) throw failure(`arguments to $facet must be arrays, ${field} is type ${typeName(pipeline)}`);
    for (const [i, stage] of pipeline.entries()) {
      if (isPlainObject(stage)) continue;
      throw failure(`elements of arrays in $facet spec must be non-empty objects, ${field} argument contained an element of type ${typeName(stage)}: ${showField(String(i), stage)}`);
    }
    if (pipeline.length === 0) throw failure('sub-pipeline in $facet stage cannot be empty');
    return { field, stages: context.compile(pipeline, { place: 'facet' }) };
  });
  return [{
    name: '$facet',
    *run(documents, run) {
      const shared = [...documents];
      const result: Document = {};
      for (const { field, stages } of facets) result[field] = [...runStages(shared, stages, run)];
      yield result;
    },
  }];
};
