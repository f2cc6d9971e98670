/** $bucketAuto: documents spread over buckets of about the same size; equal values are never split. */
import { isPlainObject, type Document } from '../../../kernel/values';
import type { AccumulatedField } from '../accumulators';
import { compareValues } from '../../compare';
import { compileExpression } from '../../expressions/compile-expression';
import { failure, typeName } from '../../expressions/failure';
import { granularityOf, type Granularity } from '../preferred-numbers';
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
  if (value < 0) throw failure("$bucketAuto can specify a 'granularity' with non-negative numbers only, but found a negative number");
}

/** Takes as many as a bucket should hold, then every one equal to the last (preferred numbers see to that themselves). */
function fillBucket(entries: readonly Entry[], from: number, size: number, granularity: Granularity | undefined): Entry[] {
  let to = Math.min(from + size, entries.length);
  while (granularity === undefined && to < entries.length && compareValues(entries[to]?.value, entries[to - 1]?.value) === 0) to += 1;
  return entries.slice(from, to);
}

/** Moves the upper boundary to a preferred number and takes what now lies below it. */
function roundBucket(bucket: Bucket, entries: readonly Entry[], from: number, granularity: Granularity): void {
  const boundary = granularity.roundUp(bucket.max as number);
  let next = from;
  while (next < entries.length && (entries[next]?.value as number) < boundary) bucket.entries.push(entries[next++] as Entry);
  bucket.max = next < entries.length ? boundary : bucket.entries.at(-1)?.value;
}

/** Joins a bucket to the one before: boundaries touch, the upper one belongs to the bucket after. */
function join(previous: Bucket, bucket: Bucket, granularity: Granularity | undefined): void {
  if (granularity === undefined) {
    previous.max = bucket.min;
    return;
  }
  // After a bucket of zeros the boundary is found below the next value, so that it stays outside of the zeros.
  if (previous.max === 0) previous.max = granularity.roundDown(bucket.min as number);
  bucket.min = previous.max;
}

/** The first lower and the last upper boundary become preferred numbers as well. */
function roundEnds(buckets: readonly Bucket[], granularity: Granularity): void {
  const first = buckets[0];
  const last = buckets.at(-1);
  if (first === undefined || last === undefined) return;
  first.min = granularity.roundDown(first.min as number);
  last.max = granularity.roundUp(last.max as number);
}

function spread(entries: readonly Entry[], count: number, granularity: Granularity | undefined): Bucket[] {
  const size = Math.max(1, Math.round(entries.length / count));
  const buckets: Bucket[] = [];
  let from = 0;
  while (from < entries.length) {
    const isLast = buckets.length === count - 1;
    const held = fillBucket(entries, from, isLast ? entries.length : size, granularity);
    const bucket: Bucket = { min: held[0]?.value, max: held.at(-1)?.value, entries: held };
    if (granularity !== undefined) roundBucket(bucket, entries, from + held.length, granularity);
    from += bucket.entries.length;
    const previous = buckets.at(-1);
    if (previous !== undefined) join(previous, bucket, granularity);
    buckets.push(bucket);
  }
  if (granularity !== undefined) roundEnds(buckets, granularity);
  return buckets;
}

function gathered({ min, max, entries }: Bucket, fields: readonly AccumulatedField[], run: Run): Document {
  const gathering = new Gathering(fields);
  for (const { document } of entries) gathering.add(document, run);
  return gathering.document({ min, max });
}

export const compileBucketAuto: StageCompiler = (operand, context) => {
  assertOptions(operand);
  const named = readOutput('$bucketAuto', operand.output, context);
  const fields = named.length > 0 ? named : readOutput('$bucketAuto', undefined, context);
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
