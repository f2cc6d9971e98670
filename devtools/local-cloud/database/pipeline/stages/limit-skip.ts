/** $limit and $skip. */
import type { Document } from '../../../kernel/values';
import { failure } from '../../expressions/failure';
import type { Stage, StageCompiler } from '../stage';

function* take(documents: Iterable<Document>, count: number): Generator<Document> {
  let given = 0;
  for (const document of documents) {
    yield document;
    given += 1;
    // Asked only for what is wanted: the stage before does no work for a document nobody takes.
    if (given >= count) return;
  }
}

function* drop(documents: Iterable<Document>, count: number): Generator<Document> {
  let dropped = 0;
  for (const document of documents) {
    if (dropped < count) dropped += 1;
    else yield document;
  }
}

export const limitStage = (count: number): Stage => ({ name: '$limit', leading: { kind: 'limit', count }, run: (documents) => take(documents, count) });

/** A fraction is cut off, as MongoDB 4 reads it. */
export const compileLimit: StageCompiler = (operand) => {
  if (typeof operand !== 'number') throw failure('the limit must be specified as a number');
  const count = Math.trunc(operand);
  if (!(count > 0)) throw failure('the limit must be positive');
  return [limitStage(count)];
};

export const compileSkip: StageCompiler = (operand) => {
  if (typeof operand !== 'number') throw failure('Argument to $skip must be a number');
  const count = Math.trunc(operand);
  if (!(count >= 0)) throw failure('Argument to $skip cannot be negative');
  return [{ name: '$skip', leading: { kind: 'skip', count }, run: (documents) => drop(documents, count) }];
};
