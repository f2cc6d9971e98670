/** $replaceRoot and $replaceWith. */
import { isPlainObject, type Document } from '../../../kernel/values';
import { compileExpression } from '../../expressions/compile-expression';
import { failure, typeName } from '../../expressions/failure';
import { showValue } from '../../expressions/show-value';
import type { CompileContext, Stage, StageCompiler } from '../stage';

function replacing(name: string, subject: string, expression: unknown, { nowMs, variables }: CompileContext): Stage {
  const evaluate = compileExpression(expression, { nowMs, variables });
  return {
    name,
    isOneToOne: true,
    *run(documents, run) {
      for (const document of documents) {
        const root = evaluate({ root: document, variables: run.variables });
        if (!isPlainObject(root)) {
          throw failure(
            `${subject} must evaluate to an object, but resulting value was: ${showValue(root)}. ` +
              `Type of resulting value: '${typeName(root)}'. Input document: ${showValue(document)}`,
          );
        }
        yield root as Document;
      }
    },
  };
}

export const compileReplaceRoot: StageCompiler = (operand, context) => {
  if (!isPlainObject(operand)) throw failure(`expected an object as specification for $replaceRoot stage, got ${typeName(operand)}`);
  const unknown = Object.keys(operand).find((option) => option !== 'newRoot');
  if (unknown !== undefined) throw failure(`unrecognized option to $replaceRoot stage: ${unknown}, only valid option is 'newRoot'.`);
  if (operand.newRoot === undefined) throw failure('no newRoot specified for the $replaceRoot stage');
  return [replacing('$replaceRoot', "'newRoot' expression", operand.newRoot, context)];
};

export const compileReplaceWith: StageCompiler = (operand, context) => [replacing('$replaceWith', "'replacement document'", operand, context)];
