/** $facet: several pipelines over the same documents. */
import { isPlainObject, type Document } from '../../../kernel/values';
import { failure, typeName } from '../../expressions/failure';
import { assertFieldPath } from '../../expressions/field-paths';

import { runStages } from '../run-pipeline';
import { assertDocumentSize } from '../size';
import type { StageCompiler } from '../stage';

export const compileFacet: StageCompiler = (operand, context) => {
  if (!isPlainObject(operand) || Object.keys(operand).length === 0) {
    throw failure(`the $facet specification must be a non-empty object, but found type: ${typeName(operand)}`);
  }
  const facets = Object.entries(operand).map(([field, pipeline]) => {
    assertFieldPath(field);
    if (field.includes('.')) throw failure("FieldPath field names may not contain '.'.");
    if (!Array.isArray(pipeline)) throw failure(`arguments to $facet must be arrays, ${field} is type ${typeName(pipeline)}`);
    if (pipeline.length === 0) throw failure('sub-pipeline in $facet stage cannot be empty');
    return { field, stages: context.compile(pipeline, { place: 'facet' }) };
  });
  return [{
    name: '$facet',
    *run(documents, run) {
      const shared = [...documents];
      const result: Document = {};
      for (const { field, stages } of facets) result[field] = [...runStages(shared, stages, run)];
      yield assertDocumentSize(result);
    },
  }];
};
