/** database.aggregateDocuments: the stages are compiled, the first ones go through an index, the rest runs in memory. */
import { invalidParameter } from '../../kernel/cloud-error';
import { decodeEjson, encodeEjson } from '../../kernel/ejson';
import type { DatabaseCall } from '../actions/database';
import { assertReplyFits } from '../actions/reply-limit';
import { textOf } from '../actions/request';
import { failure } from '../expressions/failure';
import { isPlainObject } from '../../kernel/values';
import { compilePipeline } from './compile-pipeline';
import { runOnCollection } from './run-pipeline';
import { limitStage } from './stages/limit-skip';

/**
 * A pipeline without a $limit answers no more than this, in functions too (measured and published:
 * developers.weixin.qq.com/community/develop/article/doc/000624c67c8b48611dba2b12058c13, …/doc/0006ee7caecd8020df7b559b451800).
 */
const DEFAULT_LIMIT = 20;

/** `{stageKey: '$match', stageValue: EJSON text}` as the SDK sends it. */
function stageOf(stage: unknown, nowMs: number): Record<string, unknown> {
  if (!isPlainObject(stage) || typeof stage.stageKey !== 'string' || typeof stage.stageValue !== 'string') throw invalidParameter('a stage needs stageKey and stageValue');
  try {
    return { [stage.stageKey]: decodeEjson(stage.stageValue, nowMs) };
  } catch (error) {
    if (error instanceof SyntaxError) throw invalidParameter(`the value of ${stage.stageKey} is not JSON`);
    throw error;
  }
}

export function aggregateDocuments({ store, parameters, nowMs, cost, allowScans }: DatabaseCall): object {
  const collection = store.get(textOf(parameters, 'collectionName'));
  if (!Array.isArray(parameters.stages)) throw failure("'pipeline' option must be specified as an array");
  const pipeline = (parameters.stages as unknown[]).map((stage) => stageOf(stage, nowMs));
  const stages = compilePipeline(pipeline, { nowMs, variables: [], place: 'collection' });
  const bounded = stages.some(({ name }) => name === '$limit') ? stages : [...stages, limitStage(DEFAULT_LIMIT)];
  const result = [...runOnCollection(collection.name, bounded, { store, nowMs, allowScans, cost, variables: {} })];
  cost.documentsReturned = result.length;
  return { data: { list: assertReplyFits(result.map(encodeEjson)) } };
}
