/** $addFields, and $set which is the same. */
import { isPlainObject } from '../../../kernel/values';
import { compileExpression } from '../../expressions/compile-expression';
import { failure, typeName } from '../../expressions/failure';
import { assertSpecification, inStage, leavesOf } from '../projection-rules';
import { ProjectionTree } from '../projection-tree';
import type { StageCompiler } from '../stage';

const compileNamed = (name: string): StageCompiler => (operand, { nowMs, variables }) => {
  if (!isPlainObject(operand)) throw failure(`${name} specification stage must be an object, got ${typeName(operand)}`);
  const tree = inStage(name, () => {
    assertSpecification(operand);
    const built = new ProjectionTree();
    for (const { segments, value } of leavesOf(operand)) built.set(segments, { kind: 'computed', evaluate: compileExpression(value, { nowMs, variables }) });
    return built;
  });
  return [{
    name,
    isOneToOne: true,
    *run(documents, run) {
      for (const document of documents) yield tree.computed(document, { root: document, variables: run.variables });
    },
  }];
};

export const compileAddFields = compileNamed('$addFields');
export const compileSet = compileNamed('$set');
