/** A pipeline as it arrived, compiled: which stages there are, and where each may stand. */
import { isPlainObject } from '../../kernel/values';
import { failure } from '../expressions/failure';
import { wantedBy } from './leading-selection';
import { compileAddFields, compileSet } from './stages/add-fields';
import { compileBucket } from './stages/bucket';
import { compileBucketAuto } from './stages/bucket-auto';
import { compileFacet } from './stages/facet';
import { compileGeoNear } from './stages/geo-near';
import { compileGraphLookup } from './stages/graph-lookup';
import { compileCount, compileGroup } from './stages/group';
import { compileLimit, compileSkip } from './stages/limit-skip';
import { compileLookup } from './stages/lookup';
import { compileMatchStage } from './stages/match';
import { compileProject, compileUnset } from './stages/project';
import { compileRedact } from './stages/redact';
import { compileReplaceRoot, compileReplaceWith } from './stages/replace-root';
import { compileSample } from './stages/sample';
import { compileSort, compileSortByCount } from './stages/sort';
import { compileUnionWith } from './stages/union-with';
import { compileUnwind } from './stages/unwind';
import type { CompileContext, Stage, StageCompiler } from './stage';

const STAGES: Readonly<Record<string, StageCompiler>> = {
  $addFields: compileAddFields,
  $bucket: compileBucket,
  $bucketAuto: compileBucketAuto,
  $count: compileCount,
  $facet: compileFacet,
  $geoNear: compileGeoNear,
  $graphLookup: compileGraphLookup,
  $group: compileGroup,
  $limit: compileLimit,
  $lookup: compileLookup,
  $match: compileMatchStage,
  $project: compileProject,
  $redact: compileRedact,
  $replaceRoot: compileReplaceRoot,
  $replaceWith: compileReplaceWith,
  $sample: compileSample,
  $set: compileSet,
  $skip: compileSkip,
  $sort: compileSort,
  $sortByCount: compileSortByCount,
  $unionWith: compileUnionWith,
  $unset: compileUnset,
  $unwind: compileUnwind,
};

/** Names of the stages there are, each with its dollar. */
export const STAGE_NAMES: readonly string[] = Object.keys(STAGES);

/** Stages MongoDB 4 has and the local cloud has not. */
const ABSENT = new Set(['$changeStream', '$collStats', '$currentOp', '$indexStats', '$listLocalSessions', '$listSessions', '$merge', '$out', '$planCacheStats']);

const NOT_IN_FACET = new Set(['$collStats', '$facet', '$geoNear', '$indexStats', '$merge', '$out']);
const NOT_IN_SUB_PIPELINE = new Set(['$merge', '$out']);

const DEPTH_LIMIT = 20;

const asksForText = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.entries(value).some(([key, part]) => key === '$text' || asksForText(part));

function assertPlace(name: string, operand: unknown, position: number, { place }: CompileContext): void {
  if (place === 'facet' && NOT_IN_FACET.has(name)) throw failure(`${name} is not allowed to be used within a $facet stage`);
  if (place === 'lookup' && NOT_IN_SUB_PIPELINE.has(name)) throw failure(`${name} is not allowed within a $lookup's sub-pipeline`);
  if (place === 'union' && NOT_IN_SUB_PIPELINE.has(name)) throw failure(`${name} is not allowed within a $unionWith's sub-pipeline`);
  if (ABSENT.has(name)) throw failure(`the local cloud does not support the stage ${name}`);
  if (name === '$match' && position > 0 && asksForText(operand)) throw failure('$match with $text is only allowed as the first pipeline stage');
  if (name === '$geoNear' && position > 0) throw failure('$geoNear is only valid as the first stage in a pipeline.');
}

function compileStage(stage: unknown, position: number, context: CompileContext): readonly Stage[] {
  if (!isPlainObject(stage)) throw failure("Each element of the 'pipeline' array must be an object");
  const entries = Object.entries(stage);
  const [only] = entries;
  if (only === undefined || entries.length !== 1) throw failure('A pipeline stage specification object must contain exactly one field.');
  const [name, operand] = only;
  assertPlace(name, operand, position, context);
  const compile = Object.hasOwn(STAGES, name) ? STAGES[name] : undefined;
  if (compile === undefined) throw failure(`Unrecognized pipeline stage name: '${name}'`);
  return compile(operand, context);
}

/** Compiles a list of `{$stage: operand}`; throws `[FailedOperation] …` before anything is read. */
export function compilePipeline(pipeline: unknown, given: Omit<CompileContext, 'compile'> & { readonly depth?: number }): readonly Stage[] {
  if (!Array.isArray(pipeline)) throw failure("'pipeline' option must be specified as an array");
  const depth = given.depth ?? 0;
  if (depth > DEPTH_LIMIT) throw failure(`Maximum number of nested $lookup sub-pipelines exceeded. Limit is ${DEPTH_LIMIT}`);
  const context: CompileContext = { ...given, compile: (nested, inner) => compilePipeline(nested, { ...given, ...inner, depth: depth + 1 }) };
  const stages = (pipeline as unknown[]).flatMap((stage, position) => compileStage(stage, position, context));
  return stages.map((stage, i) => {
    const wanted = stage.bounded === undefined ? Infinity : wantedBy(stages.slice(i + 1));
    return stage.bounded === undefined || wanted === Infinity ? stage : stage.bounded(wanted);
  });
}
