import { byMeasurement, byMongodb, localScenario, scenario } from './support/scenario';
import { runScenarios } from './support/run-scenarios';
import { CONFLICT, DUPLICATE, GONE, open, seen, stored } from './support/transactions';

const FIRST_WRITER = byMongodb('transactions: write conflict, the first writer wins');
const UNIQUE = byMongodb('unique index in a transaction: a duplicate in the snapshot, else a write conflict');

runScenarios('transaction: conflicts', [
  scenario('a second transaction that updates a document with an uncommitted update fails at once', byMeasurement('integration test of the SDK: two transactions write one document'), async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const first = await open(world);
    const second = await open(world);
    await first.own.doc('a').update({ data: { n: 10 } });
    const error = await world.refusal(() => second.own.doc('a').update({ data: { n: 20 } }));
    await first.transaction.commit();
    return [error, await world.refusal(() => second.transaction.commit()), await stored(world, 'a')];
  }, [CONFLICT, GONE, 10]),

  scenario('a removal of a document another transaction updated fails', FIRST_WRITER, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const first = await open(world);
    const second = await open(world);
    await first.own.doc('a').update({ data: { n: 10 } });
    const error = await world.refusal(() => second.own.doc('a').remove());
    await first.transaction.rollback();
    return [error, await stored(world, 'a')];
  }, [CONFLICT, 1]),

  scenario('an update of a document another transaction removed fails', FIRST_WRITER, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const first = await open(world);
    const second = await open(world);
    await first.own.doc('a').remove();
    const error = await world.refusal(() => second.own.doc('a').update({ data: { n: 2 } }));
    await first.transaction.commit();
    return [error, await stored(world, 'a')];
  }, [CONFLICT, null]),

  scenario('two transactions that add one _id: the second fails', FIRST_WRITER, async (world) => {
    const first = await open(world);
    const second = await open(world);
    await first.own.add({ data: { _id: 'a', n: 1 } });
    const error = await world.refusal(() => second.own.add({ data: { _id: 'a', n: 2 } }));
    await first.transaction.commit();
    return [error, await stored(world, 'a')];
  }, [CONFLICT, 1]),

  scenario('two transactions that set one new document: the second fails', FIRST_WRITER, async (world) => {
    const first = await open(world);
    const second = await open(world);
    await first.own.doc('a').set({ data: { n: 1 } });
    const error = await world.refusal(() => second.own.doc('a').set({ data: { n: 2 } }));
    await first.transaction.commit();
    return [error, await stored(world, 'a')];
  }, [CONFLICT, 1]),

  scenario('a document changed outside after the snapshot cannot be written', byMeasurement('integration test of the SDK: outside update within a transaction'), async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const t = await open(world);
    await seen(t, 'a');
    await world.collection().doc('a').update({ data: { n: 2 } });
    return [await world.refusal(() => t.own.doc('a').update({ data: { n: 3 } })), await stored(world, 'a')];
  }, [CONFLICT, 2]),

  scenario('a document removed outside after the snapshot cannot be written', FIRST_WRITER, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const t = await open(world);
    await seen(t, 'a');
    await world.collection().doc('a').remove();
    return [await world.refusal(() => t.own.doc('a').update({ data: { n: 3 } })), await stored(world, 'a')];
  }, [CONFLICT, null]),

  scenario('an _id added outside after the snapshot cannot be added', FIRST_WRITER, async (world) => {
    const t = await open(world);
    await seen(t, 'other');
    await world.add([{ _id: 'a', n: 1 }]);
    return [await world.refusal(() => t.own.add({ data: { _id: 'a', n: 2 } })), await stored(world, 'a')];
  }, [CONFLICT, 1]),

  scenario('a document changed outside before the first operation can be written', FIRST_WRITER, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const t = await open(world);
    await world.collection().doc('a').update({ data: { n: 2 } });
    await t.own.doc('a').update({ data: { n: world._.inc(1) } });
    await t.transaction.commit();
    return stored(world, 'a');
  }, 3),

  scenario('another document changed outside after the snapshot does not matter', FIRST_WRITER, async (world) => {
    await world.add([{ _id: 'a', n: 1 }, { _id: 'b', n: 1 }]);
    const t = await open(world);
    await seen(t, 'b');
    await world.collection().doc('b').update({ data: { n: 2 } });
    await t.own.doc('a').update({ data: { n: 5 } });
    await t.transaction.commit();
    return [await stored(world, 'a'), await stored(world, 'b')];
  }, [5, 2]),

  scenario('a document another transaction committed after the snapshot cannot be written', FIRST_WRITER, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const late = await open(world);
    await seen(late, 'a');
    const early = await open(world);
    await early.own.doc('a').update({ data: { n: 2 } });
    await early.transaction.commit();
    return [await world.refusal(() => late.own.doc('a').update({ data: { n: 3 } })), await stored(world, 'a')];
  }, [CONFLICT, 2]),

  scenario('a document another transaction gave back by rollback can be written', FIRST_WRITER, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const first = await open(world);
    const second = await open(world);
    await seen(second, 'a');
    await first.own.doc('a').update({ data: { n: 2 } });
    await first.transaction.rollback();
    await second.own.doc('a').update({ data: { n: world._.inc(10) } });
    await second.transaction.commit();
    return stored(world, 'a');
  }, 11),

  scenario('write skew is not prevented: each reads what the other writes', byMeasurement('integration test of the SDK: write skew'), async (world) => {
    await world.add([{ _id: 'a', n: 1 }, { _id: 'b', n: 1 }]);
    const first = await open(world);
    const second = await open(world);
    await seen(first, 'b');
    await seen(second, 'a');
    await first.own.doc('a').update({ data: { n: 0 } });
    await second.own.doc('b').update({ data: { n: 0 } });
    await first.transaction.commit();
    await second.transaction.commit();
    return [await stored(world, 'a'), await stored(world, 'b')];
  }, [0, 0]),

  scenario('a conflict ends the loser: what else it wrote is gone and its documents are free', FIRST_WRITER, async (world) => {
    await world.add([{ _id: 'a', n: 1 }, { _id: 'b', n: 1 }]);
    const winner = await open(world);
    const loser = await open(world);
    await loser.own.doc('b').update({ data: { n: 7 } });
    await winner.own.doc('a').update({ data: { n: 2 } });
    await world.refusal(() => loser.own.doc('a').update({ data: { n: 3 } }));
    await winner.own.doc('b').update({ data: { n: world._.inc(1) } });
    await winner.transaction.commit();
    return [await stored(world, 'a'), await stored(world, 'b')];
  }, [2, 2]),

  scenario('an update that changes nothing takes no lock', byMongodb('an update that changes nothing writes nothing'), async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const first = await open(world);
    const second = await open(world);
    const { stats } = await first.own.doc('a').update({ data: { n: 1 } });
    await second.own.doc('a').update({ data: { n: 2 } });
    await second.transaction.commit();
    await first.transaction.commit();
    return [stats.updated, await stored(world, 'a')];
  }, [0, 2]),

  scenario('two transactions that take one value of a unique index: the second fails', UNIQUE, async (world) => {
    const first = await open(world, 'people');
    const second = await open(world, 'people');
    await first.own.add({ data: { _id: 'p', code: 'x' } });
    const error = await world.refusal(() => second.own.add({ data: { _id: 'q', code: 'x' } }));
    await first.transaction.commit();
    return [error, (await world.collection('people').get()).data];
  }, [CONFLICT, [{ _id: 'p', code: 'x' }]]),

  scenario('a value of a unique index taken outside after the snapshot is a conflict', UNIQUE, async (world) => {
    const t = await open(world, 'people');
    await t.own.doc('any').get();
    await world.add([{ _id: 'p', code: 'x' }], 'people');
    return world.refusal(() => t.own.add({ data: { _id: 'q', code: 'x' } }));
  }, CONFLICT),

  scenario('a value of a unique index that the snapshot holds is a duplicate', UNIQUE, async (world) => {
    await world.add([{ _id: 'p', code: 'x' }], 'people');
    const t = await open(world, 'people');
    return world.refusal(() => t.own.add({ data: { _id: 'q', code: 'x' } }));
  }, DUPLICATE),

  scenario('a value of a unique index freed outside after the snapshot is still a duplicate', UNIQUE, async (world) => {
    await world.add([{ _id: 'p', code: 'x' }], 'people');
    const t = await open(world, 'people');
    await t.own.doc('p').get();
    await world.collection('people').doc('p').remove();
    return world.refusal(() => t.own.add({ data: { _id: 'q', code: 'x' } }));
  }, DUPLICATE),

  scenario('a value of a unique index that it freed itself may be taken', UNIQUE, async (world) => {
    await world.add([{ _id: 'p', code: 'x' }], 'people');
    const t = await open(world, 'people');
    await t.own.doc('p').update({ data: { code: 'y' } });
    await t.own.add({ data: { _id: 'q', code: 'x' } });
    await t.transaction.commit();
    return (await world.collection('people').orderBy('_id', 'asc').get()).data;
  }, [{ _id: 'p', code: 'y' }, { _id: 'q', code: 'x' }]),

  scenario('two adds of one value of a unique index in one transaction are a duplicate', UNIQUE, async (world) => {
    const t = await open(world, 'people');
    await t.own.add({ data: { _id: 'p', code: 'x' } });
    return world.refusal(() => t.own.add({ data: { _id: 'q', code: 'x' } }));
  }, DUPLICATE),

  scenario('a missing field is one value of a unique index, in a transaction too', byMongodb('unique index: a missing field is null'), async (world) => {
    await world.add([{ _id: 'p' }], 'people');
    const t = await open(world, 'people');
    return world.refusal(() => t.own.add({ data: { _id: 'q' } }));
  }, DUPLICATE),

  localScenario('one that rewrites a document forty times over while others read keeps one version a snapshot', FIRST_WRITER, async (world) => {
    await world.add([{ _id: 'a', n: 0 }]);
    const reader = await open(world);
    await seen(reader, 'a');
    for (let n = 1; n <= 40; n += 1) {
      const writer = await open(world);
      await writer.own.doc('a').update({ data: { n } });
      await writer.transaction.commit();
    }
    const value = await seen(reader, 'a');
    await reader.transaction.rollback();
    return [value, await stored(world, 'a')];
  }, [0, 40]),
]);
