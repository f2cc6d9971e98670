/**
 * A conformance scenario: something done through the real SDK, what was observed, and the source that says it must be so.
 * The same list runs against the local cloud (`npm run test:conformance`) and a real environment (`-- --live`).
 */
import type { Conformance, SdkError } from './cloud';
import type { Fields, RealSdk, SdkCollection, SdkCommand, SdkDatabase, SdkExpressions } from '../../../devtools/local-cloud/sdk-types';

/** Who says so: the SDK's source, official documentation, MongoDB's semantics, or a measurement somebody published. */
export interface Source {
  readonly kind: 'sdk' | 'document' | 'mongodb' | 'measurement';
  readonly where: string;
}

export const bySdk = (where: string): Source => ({ kind: 'sdk', where });
export const byDocument = (where: string): Source => ({ kind: 'document', where });
export const byMongodb = (where: string): Source => ({ kind: 'mongodb', where });
export const byMeasurement = (where: string): Source => ({ kind: 'measurement', where });

/** Collections a scenario may use; all are empty when it starts. Indexes: support/cloud.ts. */
export type CollectionName = 'notes' | 'people' | 'orders' | 'places';

/** What a scenario can reach. */
export interface World {
  readonly sdk: RealSdk;
  /** Made with `throwOnNotFound: false`. */
  readonly database: SdkDatabase;
  /** `database.command`. */
  readonly _: SdkCommand;
  /** `database.command.aggregate`. */
  readonly $: SdkExpressions;
  /** The real name of a collection, for `$lookup` and for collections that are opened by name. */
  nameOf(collection: CollectionName): string;
  collection(name?: CollectionName): SdkCollection;
  /** Adds documents to `notes` (or the collection named). */
  add(documents: readonly object[], collection?: CollectionName): Promise<void>;
  /** One document of `notes` by id, null when absent. */
  read(id: string | number): Promise<Fields | null>;
  /** What a call throws, as `{errCode, errMsg, code?}`; a call that succeeds fails the scenario. */
  refusal(run: () => Promise<unknown>): Promise<SdkError>;
  /** The running local cloud; only for scenarios marked `local`. */
  readonly local: Conformance;
}

export interface Scenario {
  readonly name: string;
  readonly source: Source;
  /** Observes; what it gives back is compared with `expected` by Jest's toEqual (asymmetric matchers are welcome). */
  readonly run: (world: World) => Promise<unknown>;
  readonly expected: unknown;
  /** Needs the control endpoints, faults, or people only the local cloud has: not run live. */
  readonly isLocal: boolean;
}

type Run = (world: World) => Promise<unknown>;

export const scenario = (name: string, source: Source, run: Run, expected: unknown): Scenario => ({ name, source, run, expected, isLocal: false });

export const localScenario = (name: string, source: Source, run: Run, expected: unknown): Scenario => ({ name, source, run, expected, isLocal: true });

/** The ids of `notes` a condition finds, in ascending order of `_id`. */
export const finds = (name: string, source: Source, documents: readonly object[], condition: (world: World) => unknown, ids: readonly unknown[]): Scenario =>
  scenario(name, source, async (world) => {
    await world.add(documents);
    const { data } = await world.collection().where(condition(world)).orderBy('_id', 'asc').limit(1000).get();
    return data.map((document) => document._id);
  }, ids);

/** The value of an aggregation expression on one document; a missing value is observed as undefined. */
export const computes = (name: string, source: Source, fields: object, expression: (world: World) => unknown, value: unknown): Scenario =>
  scenario(name, source, async (world) => {
    await world.add([{ _id: 'one', ...fields }]);
    const { list } = await world.collection().aggregate().match({ _id: 'one' }).project({ _id: 0, value: expression(world) }).end();
    return list[0]?.value;
  }, value);

/** The document after an update of `doc('one')`, without its `_id`. */
export const updates = (name: string, source: Source, fields: object, change: (world: World) => object, after: object): Scenario =>
  scenario(name, source, async (world) => {
    await world.add([{ _id: 'one', ...fields }]);
    await world.collection().doc('one').update({ data: change(world) });
    const { _id: _, ...rest } = (await world.read('one')) ?? {};
    return rest;
  }, after);

/** The error of a call, after documents were added. `errMsg` is compared as a part of the text, or a pattern. */
export const refuses = (name: string, source: Source, documents: readonly object[], run: Run, error: { readonly errCode: number; readonly errMsg: string | RegExp }): Scenario =>
  scenario(name, source, async (world) => {
    await world.add(documents);
    return world.refusal(() => run(world));
  }, expect.objectContaining({ errCode: error.errCode, errMsg: expect.stringMatching(typeof error.errMsg === 'string' ? escapePattern(error.errMsg) : error.errMsg) as unknown }));

const escapePattern = (text: string): RegExp => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
