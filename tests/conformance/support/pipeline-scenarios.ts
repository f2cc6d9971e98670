/** Scenarios of aggregation: documents, stages, and the list or the error that comes back. */
import type { SdkAggregate } from '../../../devtools/local-cloud/sdk-types';
import { refuses, scenario, type Scenario, type Source, type World } from './scenario';

type Build = (aggregate: SdkAggregate, world: World) => SdkAggregate;

/** What the stages give on `notes`. */
export const pipes = (name: string, source: Source, documents: readonly object[], build: Build, list: unknown): Scenario =>
  scenario(name, source, async (world) => {
    await world.add(documents);
    return (await build(world.collection().aggregate(), world).end()).list;
  }, list);

/** The text the stages are refused with on `notes`; an aggregation's errCode is always -1. */
export const pipeRefuses = (name: string, source: Source, documents: readonly object[], build: Build, errMsg: string | RegExp): Scenario =>
  refuses(name, source, documents, (world) => build(world.collection().aggregate(), world).end(), { errCode: -1, errMsg });

/** Raw stages, of which the SDK has no method, on `notes`: they travel inside the pipeline of a $lookup. */
const carried = (aggregate: SdkAggregate, { nameOf }: World, pipeline: readonly object[]): SdkAggregate =>
  aggregate.limit(1).lookup({ from: nameOf('notes'), pipeline, as: 'result' });

export const rawPipes = (name: string, source: Source, documents: readonly object[], pipeline: readonly object[], list: unknown): Scenario =>
  scenario(name, source, async (world) => {
    await world.add(documents);
    return (await carried(world.collection().aggregate(), world, pipeline).end()).list[0]?.result;
  }, list);

export const rawPipeRefuses = (name: string, source: Source, documents: readonly object[], pipeline: readonly object[], errMsg: string | RegExp): Scenario =>
  pipeRefuses(name, source, documents, (aggregate, world) => carried(aggregate, world, pipeline), errMsg);
