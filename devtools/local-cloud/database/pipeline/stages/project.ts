/** $project and $unset. */
import { isPlainObject, type Document } from '../../../kernel/values';
import { compileExpression } from '../../expressions/compile-expression';
import { failure } from '../../expressions/failure';
import { assertSpecification, inStage, leavesOf } from '../projection-rules';
import { ProjectionTree } from '../projection-tree';
import { showValue as showSpecification } from '../../query/bad-value';
import type { CompileContext, Run, Stage, StageCompiler } from '../stage';

const isFlag = (value: unknown): value is number | boolean => typeof value === 'number' || typeof value === 'boolean';
const isOff = (value: unknown): boolean => value === false || value === 0;

/** Whether the specification names what to leave out; refuses one that does both. `_id` may be kept or left out in either. */
function isExclusion(specification: Record<string, unknown>): boolean {
  let excludes: boolean | undefined;
  for (const { segments, value } of leavesOf(specification)) {
    const isOut = isFlag(value) && isOff(value);
    if (isFlag(value) && segments.join('.') === '_id') continue;
    if (isOut && excludes === false) {
      throw failure(`Bad projection specification, cannot exclude fields other than '_id' in an inclusion projection: ${showSpecification(specification)}`);
    }
    if (!isOut && excludes === true) {
      throw failure(`Bad projection specification, cannot include fields or add computed fields during an exclusion projection: ${showSpecification(specification)}`);
    }
    excludes = isOut;
  }
  // Nothing but `_id: 0` keeps everything else, nothing but `_id: 1` keeps nothing else.
  return excludes ?? isOff(specification._id);
}

function excluding(specification: Record<string, unknown>): (document: Document) => Document {
  const tree = new ProjectionTree();
  for (const { segments, value } of leavesOf(specification)) if (isOff(value)) tree.set(segments, { kind: 'exclude' });
  return (document) => tree.excluded(document);
}

function including(specification: Record<string, unknown>, { nowMs, variables }: CompileContext): (document: Document, run: Run) => Document {
  const tree = new ProjectionTree();
  if (!Object.hasOwn(specification, '_id') && !Object.keys(specification).some((path) => path.startsWith('_id.'))) tree.set(['_id'], { kind: 'include' });
  for (const { segments, value } of leavesOf(specification)) {
    if (isFlag(value)) tree.set(segments, isOff(value) ? { kind: 'exclude' } : { kind: 'include' });
    else tree.set(segments, { kind: 'computed', evaluate: compileExpression(value, { nowMs, variables }) });
  }
  return (document, run) => tree.computed(tree.included(document), { root: document, variables: run.variables });
}

const projecting = (name: string, project: (document: Document, run: Run) => Document): Stage => ({
  name,
  isOneToOne: true,
  *run(documents, run) {
    for (const document of documents) yield project(document, run);
  },
});

export const compileProject: StageCompiler = (operand, context) => {
  if (!isPlainObject(operand)) throw failure('$project specification must be an object');
  const project = inStage('$project', () => {
    assertSpecification(operand);
    return isExclusion(operand) ? excluding(operand) : including(operand, context);
  });
  return [projecting('$project', project)];
};

export const compileUnset: StageCompiler = (operand) => {
  const fields = Array.isArray(operand) ? (operand as unknown[]) : [operand];
  const project = inStage('$unset', () => {
    if (!Array.isArray(operand) && typeof operand !== 'string') throw failure('$unset specification must be a string or an array');
    if (fields.length === 0) throw failure('$unset specification must be a string or an array with at least one field');
    if (!fields.every((field) => typeof field === 'string')) throw failure('$unset specification must be a string or an array containing only string values');
    const specification = Object.fromEntries(fields.map((field) => [field, false]));
    assertSpecification(specification);
    return excluding(specification);
  });
  return [projecting('$unset', project)];
};
