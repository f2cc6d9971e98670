/** $redact: keeps, prunes or descends, level by level. */
import { isPlainObject, type Document } from '../../../kernel/values';
import { compileExpression } from '../../expressions/compile-expression';
import type { Expression } from '../../expressions/compiled';
import { failure } from '../../expressions/failure';
import { showValue } from '../../expressions/show-value';
import type { StageCompiler, Variables } from '../stage';

const DECISIONS = { KEEP: 'keep', PRUNE: 'prune', DESCEND: 'descend' } as const;

function redactValue(value: unknown, root: Document, evaluate: Expression, variables: Variables): unknown {
  if (isPlainObject(value)) return redact(value, root, evaluate, variables);
  if (!Array.isArray(value)) return value;
  return (value as unknown[]).map((element) => redactValue(element, root, evaluate, variables)).filter((element) => element !== undefined);
}

/** The level with what is decided for it; undefined when it is pruned. */
function redact(level: Document, root: Document, evaluate: Expression, variables: Variables): Document | undefined {
  const decision = evaluate({ root, variables: { ...variables, CURRENT: level } });
  if (decision === DECISIONS.KEEP) return level;
  if (decision === DECISIONS.PRUNE) return undefined;
  if (decision !== DECISIONS.DESCEND) {
    throw failure(`$redact's expression should not return anything aside from the variables $$KEEP, $$DESCEND, and $$PRUNE, but returned ${showValue(decision)}`);
  }
  const parts = Object.entries(level).map(([field, value]) => [field, redactValue(value, root, evaluate, variables)] as const);
  return Object.fromEntries(parts.filter(([, value]) => value !== undefined));
}

export const compileRedact: StageCompiler = (operand, { nowMs, variables }) => {
  const evaluate = compileExpression(operand, { nowMs, variables: [...variables, ...Object.keys(DECISIONS), 'CURRENT'] });
  return [{
    name: '$redact',
    *run(documents, run) {
      for (const document of documents) {
        const kept = redact(document, document, evaluate, { ...run.variables, ...DECISIONS });
        if (kept !== undefined) yield kept;
      }
    },
  }];
};
