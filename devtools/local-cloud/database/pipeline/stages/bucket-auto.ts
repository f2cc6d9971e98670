/** $bucketAuto: documents spread over buckets of about the same size; equal values are never split. */
import { isPlainObject, type Document } from '../../../kernel/values';
import type { AccumulatedField } from '../accumulators';
import { compareValues } from '../../compare';
import { compileExpression } from '../../expressions/compile-expression';
import { failure, typeName } from '../../expressions/failure';
import { granularityOf, type Granularity } from '../preferred-numbers';
import { showValue } from '../../expressions/show-value';
import { showValue as showSpecification } from '../../query/bad-value';
import type { Run, StageCompiler } from '../stage';
import { isGroupingExpression, readOutput } from './bucket';
import { Gathering } from './group';

const INT_MAX = 2 ** 31 - 1;

interface Entry {
  readonly value: unknown;
  readonly document: Document;
}

interface Bucket {
  min: unknown;
  max: unknown;
  readonly entries: Entry[];
}

function readBucketCount(buckets: unknown): number {
  if (typeof buckets !== 'number') throw failure(`The $bucketAuto 'buckets' field must be a numeric value, but found type: ${typeName(buckets)}.`);
  if (!Number.isInteger(buckets) || Math.abs(buckets) > INT_MAX) {
    throw failure(`The $bucketAuto 'buckets' field must be representable as a 32-bit integer, but found ${buckets}.`);
  }
  if (buckets <= 0) throw failure(`The $bucketAuto 'buckets' field must be greater than 0, but found: ${buckets}.`);
  return buckets;
}

function readGranularity(granularity: unknown): Granularity | undefined {
  if (granularity === undefined) return undefined;
  if (typeof granularity !== 'string') throw failure(`The $bucketAuto 'granularity' field must be a string, but found type: ${typeName(granularity)}.`);
  return granularityOf(granularity);
}

function assertOptions(operand: unknown): asserts operand is Record<string, unknown> {
  if (!isPlainObject(operand)) throw failure(`The argument to $bucketAuto must be an object, but found type: ${typeName(operand)}.`);
  const unknown = Object.keys(operand).find((option) => !['groupBy', 'buckets', 'output', 'granularity'].includes(option));
  if (unknown !== undefined) throw failure(`Unrecognized option to $bucketAuto: ${unknown}.`);
  if (operand.groupBy !== undefined && !isGroupingExpression(operand.groupBy)) {
    throw failure(`The $bucketAuto 'groupBy' field must be defined as a $-prefixed path or an expression object, but found: ${showSpecification(operand.groupBy)}.`);
  }
}

/** Refuses what preferred numbers cannot round. */
function assertRoundable(value: unknown): void {
  if (typeof value !== 'number') {
    throw failure(`$bucketAuto can specify a 'granularity' with numeric boundaries only, but found a value with type: ${typeName(value)}`);
  }
  if (Number.isNaN(value)) throw failure("$bucketAuto can specify a 'granularity' with numeric boundaries only, but found a NaN");
  if (value < 0) throw failure(`$bucketAuto can specify a 'granularity' with non-negative numbers only, but found a negative number: ${showValue(value)}`);
}

/** Takes as many as a bucket should hold, then every one equal to the last. */
function fillBucket(entries: readonly Entry[], from: number, size: number): Entry[] {
  let to = Math.min(from + size, entries.length);
  while (to < entries.length && compareValues(entries[to]?.value, entries[to - 1]?.value) === 0) to += 1;
  return entries.slice(from, to);
}

/** Moves the upper boundary to a preferred number and takes what now lies below it. */
function roundBucket(bucket: Bucket, entries: readonly Entry[], from: number, granularity: Granularity): void {
  const boundary = granularity.roundUp(bucket.max as number);
  let next = from;
  while (next < entries.length && (entries[next]?.value as number) < boundary) bucket.entries.push(entries[next++] as Entry);
  const following = entries[next];
  // A first bucket of zeros ends below the next value, so that its upper boundary stays outside of it.
  bucket.max = boundary === 0 && following !== undefined ? granularity.roundDown(following.value as number) : boundary;
}

function spread(entries: readonly Entry[], count: number, granularity: Granularity | undefined): Bucket[] {
  const size = Math.max(1, Math.round(entries.length / count));
  const buckets: Bucket[] = [];
  let from = 0;
  while (from < entries.length) {
    const isLast = buckets.length === count - 1;
    const held = fillBucket(entries, from, isLast ? entries.length : size);
    const bucket: Bucket = { min: held[0]?.value, max: held.at(-1)?.value, entries: held };
    const previous = buckets.at(-1);
    if (granularity === undefined) {
      if (previous !== undefined) previous.max = bucket.min;
    } else {
      bucket.min = previous === undefined ? granularity.roundDown(bucket.min as number) : previous.max;
      roundBucket(bucket, entries, from + held.length, granularity);
    }
    from += bucket.entries.length;
    buckets.push(bucket);
  }
  return buckets;
}

function gathered({ min, max, entries }: Bucket, fields: readonly AccumulatedField[], run: Run): Document {
  const gathering = new Gathering(fields);
  for (const { document } of entries) gathering.add(document, run);
  return gathering.document({ min, max });
}

export const compileBucketAuto: StageCompiler = (operand, context) => {
  assertOptions(operand);
  const fields = readOutput('$bucketAuto', operand.output, context);
  const granularity = readGranularity(operand.granularity);
  if (operand.groupBy === undefined || operand.buckets === undefined) throw failure("$bucketAuto requires 'groupBy' and 'buckets' to be specified.");
  const count = readBucketCount(operand.buckets);
  const evaluate = compileExpression(operand.groupBy, { nowMs: context.nowMs, variables: context.variables });
  return [{
    name: '$bucketAuto',
    run(documents, run) {
      // A missing value counts as null.
      const entries = Array.from(documents, (document) => ({ document, value: evaluate({ root: document, variables: run.variables }) ?? null }));
      if (granularity !== undefined) entries.forEach(({ value }) => assertRoundable(value));
      entries.sort((a, b) => compareValues(a.value, b.value));
      return spread(entries, count, granularity).map((bucket) => gathered(bucket, fields, run));
    },
  }];
};
