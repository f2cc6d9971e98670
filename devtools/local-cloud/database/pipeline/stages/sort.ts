/** $sort, and $sortByCount which is a $group and a $sort. */
import { isPlainObject, type Document } from '../../../kernel/values';
import { sizeOfDocument } from '../../expressions/bson-size';
import { failure } from '../../expressions/failure';
import { sortDocuments } from '../../index/read-plan';
import { parseSortPattern } from '../sort-pattern';
import type { Stage, StageCompiler } from '../stage';
import { StageMemory } from '../stage-memory';
import { compileGroup } from './group';

const TOO_MUCH = 'Sort exceeded memory limit of 104857600 bytes, but did not opt in to external sorting. Aborting operation. Pass allowDiskUse:true to opt in.';

function* measured(documents: Iterable<Document>): Generator<Document> {
  const memory = new StageMemory(TOO_MUCH);
  for (const document of documents) {
    memory.take(sizeOfDocument(document));
    yield document;
  }
}

function sortStage(operand: unknown): Stage {
  const pattern = parseSortPattern(operand);
  const stage: Stage = { name: '$sort', leading: { kind: 'sort', pattern }, run: (documents) => sortDocuments([...measured(documents)], pattern) };
  const bounded = (wanted: number): Stage => ({ ...stage, run: (documents) => measured(sortDocuments([...documents], pattern).slice(0, wanted)) });
  return { ...stage, bounded };
}

export const compileSort: StageCompiler = (operand) => [sortStage(operand)];

function assertCountable(operand: unknown): void {
  if (!isPlainObject(operand) && typeof operand !== 'string') throw failure('the sortByCount field must be specified as a string or as an object');
  const start = typeof operand === 'string' ? operand : Object.keys(operand)[0];
  if (start?.startsWith('$') !== true) throw failure('the sortByCount field must be defined as a $-prefixed path or an expression inside an object');
}

export const compileSortByCount: StageCompiler = (operand, context) => {
  assertCountable(operand);
  return [...compileGroup({ _id: operand, count: { $sum: 1 } }, context), sortStage({ count: -1 })];
};
