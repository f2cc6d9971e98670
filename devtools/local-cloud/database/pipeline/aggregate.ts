/** database.aggregateDocuments: the leading $match, $sort and $limit go through an index, the rest is mingo's. */
import { aggregate } from 'mingo';
import { requestFailed } from '../../kernel/cloud-error';
import { decodeEjson, encodeEjson } from '../../kernel/ejson';
import { isPlainObject, type Document } from '../../kernel/values';
import type { Query } from '../index/constraints';
import type { DatabaseCall } from '../actions/database';
import { refuseUnsupported } from '../query/query-test';
import { textOf } from '../actions/request';
import { selectDocuments } from '../index/select';
import type { SortSpec } from '../index/planner';
import { readPath } from '../update/update-paths';

interface Stage {
  readonly operator: string;
  readonly operand: unknown;
}

const UNSUPPORTED = new Set(['$out', '$merge', '$geoNear', '$graphLookup', '$unionWith', '$search', '$collStats', '$indexStats', '$changeStream']);

function stagesOf(value: unknown, nowMs: number): Stage[] {
  if (!Array.isArray(value)) throw requestFailed('stages must be a list');
  return value.map((stage: { stageKey?: unknown; stageValue?: unknown }) => {
    const operator = String(stage.stageKey);
    if (UNSUPPORTED.has(operator)) throw requestFailed(`the local cloud does not support ${operator} yet`);
    const text = String(stage.stageValue);
    if (text.includes('"$$NOW"')) throw requestFailed('the local cloud does not support $$NOW; pass the time in');
    return { operator, operand: decodeEjson(text, nowMs) };
  });
}

/** The part an index can serve and how many stages it takes. */
function leadingSelection(stages: readonly Stage[]): { conjuncts: Query[]; sort: SortSpec; limit: number; used: number } {
  const conjuncts: Query[] = [];
  let used = 0;
  while (stages[used]?.operator === '$match') conjuncts.push(stages[used++]?.operand as Query);
  let sort: SortSpec = [];
  const next = stages[used];
  if (next?.operator === '$sort') {
    sort = Object.entries(next.operand as Document).map(([field, direction]) => [field, direction === -1 ? -1 : 1] as const);
    used += 1;
  }
  const last = stages[used];
  if (last?.operator !== '$limit') return { conjuncts, sort, limit: Infinity, used };
  return { conjuncts, sort, limit: Number(last.operand), used: used + 1 };
}

interface LookupOperand {
  readonly from: string;
  readonly localField?: string;
  readonly foreignField?: string;
  readonly as: string;
  readonly pipeline?: unknown;
}

/** $lookup by equality, through an index of the other collection. */
function lookup(call: DatabaseCall, documents: readonly Document[], operand: LookupOperand): Document[] {
  const { from, localField, foreignField, as } = operand;
  if (operand.pipeline !== undefined || localField === undefined || foreignField === undefined) {
    throw requestFailed('the local cloud supports $lookup with localField and foreignField only');
  }
  const collection = call.store.get(from);
  return documents.map((document) => {
    const local = readPath(document, localField) ?? null;
    const condition: Query = { [foreignField]: Array.isArray(local) ? { $in: local as unknown[] } : local };
    const joined = selectDocuments(collection, { conjuncts: [condition], sort: [], skip: 0, limit: Infinity, allowScans: call.allowScans, cost: call.cost });
    return { ...document, [as]: joined };
  });
}

function runStage(call: DatabaseCall, documents: readonly Document[], { operator, operand }: Stage): Document[] {
  if (operator === '$lookup' && isPlainObject(operand)) return lookup(call, documents, operand as unknown as LookupOperand);
  try {
    return aggregate([...documents], [{ [operator]: operand }], { scriptEnabled: false });
  } catch (error) {
    throw requestFailed(`[FailedOperation] ${error instanceof Error ? error.message : String(error)}`);
  }
}

export function aggregateDocuments(call: DatabaseCall): object {
  const { store, parameters, nowMs, cost, allowScans } = call;
  const collection = store.get(textOf(parameters, 'collectionName'));
  const stages = stagesOf(parameters.stages, nowMs);
  for (const stage of stages) refuseUnsupported(stage.operand);
  const { conjuncts, sort, limit, used } = leadingSelection(stages);
  const selected = selectDocuments(collection, { conjuncts: conjuncts.length === 0 ? [{}] : conjuncts, sort, skip: 0, limit, allowScans, cost });
  const result = stages.slice(used).reduce<Document[]>((documents, stage) => runStage(call, documents, stage), selected);
  cost.documentsReturned = result.length;
  return { data: { list: result.map(encodeEjson) } };
}
