/** Forms of scenario for updates: what a refusal says exactly, and updates that find their documents by a condition. */
import { scenario, type Scenario, type Source, type World } from './scenario';

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** MongoDB's text as the cloud wraps it. */
export const writeError = (text: string): unknown =>
  expect.objectContaining({
    errCode: -502001,
    errMsg: expect.stringMatching(new RegExp(`\\[FailedOperation\\] multiple write errors: \\[\\{write errors: \\[\\{${escape(text)}\\}\\]\\}, \\{<nil>\\}\\]`)) as unknown,
  });

/** An update of `doc('one')` is refused with exactly this text of MongoDB, and the document stays as it was. */
export const refusesUpdate = (name: string, source: Source, fields: object, change: (world: World) => object, text: string): Scenario =>
  scenario(
    name,
    source,
    async (world) => {
      await world.add([{ _id: 'one', ...fields }]);
      const error = await world.refusal(() => world.collection().doc('one').update({ data: change(world) }));
      return { error, after: await world.read('one') };
    },
    { error: writeError(text), after: { _id: 'one', ...fields } },
  );

/** The document `one` after an update by condition, and how many documents it changed. */
export const updatesWhere = (
  name: string,
  source: Source,
  fields: object,
  condition: (world: World) => object,
  change: (world: World) => object,
  after: object,
): Scenario =>
  scenario(
    name,
    source,
    async (world) => {
      await world.add([{ _id: 'one', ...fields }]);
      const { stats } = await world.collection().where(condition(world)).update({ data: change(world) });
      return { updated: stats.updated, after: await world.read('one') };
    },
    { updated: 1, after: { _id: 'one', ...after } },
  );

/** The same, refused with exactly this text of MongoDB. */
export const refusesWhere = (
  name: string,
  source: Source,
  fields: object,
  condition: (world: World) => object,
  change: (world: World) => object,
  text: string,
): Scenario =>
  scenario(
    name,
    source,
    async (world) => {
      await world.add([{ _id: 'one', ...fields }]);
      return world.refusal(() => world.collection().where(condition(world)).update({ data: change(world) }));
    },
    writeError(text),
  );

/** How many documents an update of `doc('one')` reports as changed. */
export const counts = (name: string, source: Source, fields: object, change: (world: World) => object, updated: 0 | 1): Scenario =>
  scenario(
    name,
    source,
    async (world) => {
      await world.add([{ _id: 'one', ...fields }]);
      return (await world.collection().doc('one').update({ data: change(world) })).stats.updated;
    },
    updated,
  );

/** The names of the fields of `one` in their order after an update. */
export const ordersFields = (name: string, source: Source, fields: object, change: (world: World) => object, names: readonly string[]): Scenario =>
  scenario(
    name,
    source,
    async (world) => {
      await world.add([{ _id: 'one', ...fields }]);
      await world.collection().doc('one').update({ data: change(world) });
      return Object.keys((await world.read('one')) ?? {});
    },
    names,
  );
