/** $sample: documents picked at random. */
import { isPlainObject, type Document } from '../../../kernel/values';
import { failure } from '../../expressions/failure';
import type { StageCompiler } from '../stage';

function readSize(operand: unknown): number {
  if (!isPlainObject(operand)) throw failure('the $sample stage specification must be an object');
  for (const [option, value] of Object.entries(operand)) {
    if (option !== 'size') throw failure(`unrecognized option to $sample: ${option}`);
    if (typeof value !== 'number') throw failure('size argument to $sample must be a number');
    if (value < 0) throw failure('size argument to $sample must not be negative');
  }
  if (operand.size === undefined) throw failure('$sample stage must specify a size');
  return Math.trunc(operand.size as number);
}

/** The first `size` places of a shuffle. */
function pick(documents: Document[], size: number): Document[] {
  const wanted = Math.min(size, documents.length);
  for (let i = 0; i < wanted; i += 1) {
    const other = i + Math.floor(Math.random() * (documents.length - i));
    [documents[i], documents[other]] = [documents[other] as Document, documents[i] as Document];
  }
  return documents.slice(0, wanted);
}

export const compileSample: StageCompiler = (operand) => {
  const size = readSize(operand);
  return [{ name: '$sample', run: (documents) => pick([...documents], size) }];
};
