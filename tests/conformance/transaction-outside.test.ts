import { byDocument, byMongodb, bySdk, localScenario, scenario, type World } from './support/scenario';
import { runScenarios } from './support/run-scenarios';
import { DUPLICATE, isWaiting, open, stored } from './support/transactions';

const WAITS = byDocument('wxcloud/guide/database/transaction: a write outside waits until the lock is released');
const READS = byMongodb('reads outside a transaction see committed data without waiting');
const STRAY = bySdk('@cloudbase/database query.js:147 and 194: no transactionId');
const STRAY_ERROR = { errCode: -502001, errMsg: expect.stringContaining('outside the transaction this invocation has open') as unknown };

const inc = (world: World, by: number): unknown => world._.inc(by);

runScenarios('transaction: the world outside', [
  scenario('an update of a held document waits and runs after commit', WAITS, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const t = await open(world);
    await t.own.doc('a').update({ data: { n: 10 } });
    const outside = world.collection().doc('a').update({ data: { n: inc(world, 1) } });
    const waited = await isWaiting(outside);
    await t.transaction.commit();
    const { stats } = await outside;
    return [waited, stats.updated, await stored(world, 'a')];
  }, [true, 1, 11]),

  scenario('an update of a held document runs after rollback', WAITS, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const t = await open(world);
    await t.own.doc('a').update({ data: { n: 10 } });
    const outside = world.collection().doc('a').update({ data: { n: inc(world, 1) } });
    const waited = await isWaiting(outside);
    await t.transaction.rollback();
    await outside;
    return [waited, await stored(world, 'a')];
  }, [true, 2]),

  localScenario('an update of a held document runs after the thirty seconds are over', WAITS, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const t = await open(world);
    await t.own.doc('a').update({ data: { n: 10 } });
    const outside = world.collection().doc('a').update({ data: { n: inc(world, 1) } });
    const waited = await isWaiting(outside);
    await world.local.control('clock', { advanceMs: 31_000 });
    await outside;
    return [waited, await stored(world, 'a')];
  }, [true, 2]),

  scenario('a removal of a held document waits', WAITS, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const t = await open(world);
    await t.own.doc('a').update({ data: { n: 2 } });
    const outside = world.collection().doc('a').remove();
    const waited = await isWaiting(outside);
    await t.transaction.commit();
    return [waited, (await outside).stats.removed, await world.read('a')];
  }, [true, 1, null]),

  scenario('a set of a held document waits', WAITS, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const t = await open(world);
    await t.own.doc('a').remove();
    const outside = world.collection().doc('a').set({ data: { n: 5 } });
    const waited = await isWaiting(outside);
    await t.transaction.commit();
    return [waited, (await outside).stats, await stored(world, 'a')];
  }, [true, { updated: 0, created: 1 }, 5]),

  scenario('an add of an _id the transaction has added waits, then is a duplicate', WAITS, async (world) => {
    const t = await open(world);
    await t.own.add({ data: { _id: 'a', n: 1 } });
    const outside = world.refusal(() => world.add([{ _id: 'a', n: 2 }]));
    const waited = await isWaiting(outside);
    await t.transaction.commit();
    return [waited, await outside, await stored(world, 'a')];
  }, [true, DUPLICATE, 1]),

  scenario('an add of an _id the transaction has added goes in when it is rolled back', WAITS, async (world) => {
    const t = await open(world);
    await t.own.add({ data: { _id: 'a', n: 1 } });
    const outside = world.add([{ _id: 'a', n: 2 }]);
    const waited = await isWaiting(outside);
    await t.transaction.rollback();
    await outside;
    return [waited, await stored(world, 'a')];
  }, [true, 2]),

  scenario('an add of a value that the transaction took in a unique index waits', WAITS, async (world) => {
    const t = await open(world, 'people');
    await t.own.add({ data: { _id: 'p', code: 'x' } });
    const outside = world.refusal(() => world.add([{ _id: 'q', code: 'x' }], 'people'));
    const waited = await isWaiting(outside);
    await t.transaction.commit();
    return [waited, await outside];
  }, [true, DUPLICATE]),

  scenario('of many documents none is added while one has to wait', WAITS, async (world) => {
    const t = await open(world);
    await t.own.add({ data: { _id: 'b', n: 1 } });
    const outside = world.add([{ _id: 'a', n: 2 }, { _id: 'b', n: 2 }]);
    await isWaiting(outside);
    const meanwhile = await world.read('a');
    await t.transaction.rollback();
    await outside;
    return [meanwhile, await stored(world, 'a'), await stored(world, 'b')];
  }, [null, 2, 2]),

  scenario('an update that would change nothing waits too: its document may change', WAITS, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const t = await open(world);
    await t.own.doc('a').update({ data: { n: 2 } });
    const outside = world.collection().doc('a').update({ data: { n: 1 } });
    const waited = await isWaiting(outside);
    await t.transaction.commit();
    return [waited, (await outside).stats.updated, await stored(world, 'a')];
  }, [true, 1, 1]),

  scenario('those who wait are served in the order they came', WAITS, async (world) => {
    await world.add([{ _id: 'a', list: [] }]);
    const t = await open(world);
    await t.own.doc('a').update({ data: { list: world._.push(['t']) } });
    const waiting = [];
    for (const name of ['1', '2', '3']) {
      waiting.push(world.collection().doc('a').update({ data: { list: world._.push([name]) } }));
      await isWaiting(Promise.all(waiting), 30);
    }
    await t.transaction.commit();
    await Promise.all(waiting);
    return stored(world, 'a', 'list');
  }, ['t', '1', '2', '3']),

  scenario('a document that was only read is not held', WAITS, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const t = await open(world);
    await t.own.doc('a').get();
    await world.collection().doc('a').update({ data: { n: 2 } });
    await t.transaction.commit();
    return stored(world, 'a');
  }, 2),

  scenario('other documents of the collection are not held', WAITS, async (world) => {
    await world.add([{ _id: 'a', n: 1 }, { _id: 'b', n: 1 }]);
    const t = await open(world);
    await t.own.doc('a').update({ data: { n: 2 } });
    await world.collection().doc('b').update({ data: { n: 5 } });
    await t.transaction.rollback();
    return [await stored(world, 'a'), await stored(world, 'b')];
  }, [1, 5]),

  scenario('an update of a document that is not there yet does not wait', READS, async (world) => {
    const t = await open(world);
    await t.own.add({ data: { _id: 'a', n: 1 } });
    const { stats } = await world.collection().doc('a').update({ data: { n: 2 } });
    await t.transaction.commit();
    return [stats.updated, await stored(world, 'a')];
  }, [0, 1]),

  scenario('doc().get() reads the committed document at once', READS, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const t = await open(world);
    await t.own.doc('a').update({ data: { n: 2 } });
    const value = await stored(world, 'a');
    await t.transaction.rollback();
    return value;
  }, 1),

  scenario('where().get() finds by committed values at once', READS, async (world) => {
    await world.add([{ _id: 'a', kind: 'old' }]);
    const t = await open(world);
    await t.own.doc('a').update({ data: { kind: 'new' } });
    const found = [];
    for (const kind of ['old', 'new']) found.push((await world.collection().where({ kind }).get()).data.length);
    await t.transaction.commit();
    for (const kind of ['old', 'new']) found.push((await world.collection().where({ kind }).get()).data.length);
    return found;
  }, [1, 0, 0, 1]),

  scenario('aggregate() reads committed values at once', READS, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const t = await open(world);
    await t.own.doc('a').update({ data: { n: 5 } });
    await t.own.add({ data: { _id: 'b', n: 5 } });
    const { list } = await world.collection().aggregate().group({ _id: null, sum: world.$.sum('$n') }).end();
    await t.transaction.rollback();
    return list;
  }, [{ _id: null, sum: 1 }]),

  scenario('count() of a process outside counts what is committed', READS, async (world) => {
    const t = await open(world);
    await t.own.add({ data: { _id: 'b', n: 5 } });
    const before = await world.collection().count();
    await t.transaction.commit();
    return [before.total, (await world.collection().count()).total];
  }, [0, 1]),

  localScenario('where().update() beside a transaction that goes on waits for it', WAITS, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const t = await open(world);
    await t.own.doc('a').update({ data: { n: 10 } });
    const outside = world.collection().where({ _id: 'a' }).update({ data: { n: inc(world, 1) } });
    const waited = await isWaiting(outside);
    await t.transaction.commit();
    return [waited, (await outside).stats.updated, await stored(world, 'a')];
  }, [true, 1, 11]),

  localScenario('a guard is judged after the wait', WAITS, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const t = await open(world);
    await t.own.doc('a').update({ data: { n: 10 } });
    const guarded = world.collection().where({ _id: 'a', n: 1 }).update({ data: { n: 99 } });
    await isWaiting(guarded);
    await t.transaction.commit();
    return [(await guarded).stats.updated, await stored(world, 'a')];
  }, [0, 10]),

  localScenario('where().update() within a transaction that awaits it is refused', STRAY, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const t = await open(world);
    await t.own.doc('a').get();
    const error = await world.refusal(() => t.own.where({ n: 1 }).update({ data: { n: 2 } }));
    await t.transaction.rollback();
    return [error, await stored(world, 'a')];
  }, [STRAY_ERROR, 1]),

  localScenario('where().remove() as the first operation of a transaction is refused', STRAY, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const t = await open(world);
    const error = await world.refusal(() => t.own.where({ n: 1 }).remove());
    await t.transaction.rollback();
    return [error, await stored(world, 'a')];
  }, [STRAY_ERROR, 1]),

  localScenario('where().update() of a collection its transaction does not touch goes through', STRAY, async (world) => {
    await world.add([{ _id: 'o', amountFen: 1 }], 'orders');
    const t = await open(world);
    await t.own.doc('a').get();
    const { stats } = await world.collection('orders').where({ amountFen: 1 }).update({ data: { amountFen: 2 } });
    await t.transaction.rollback();
    return stats.updated;
  }, 1),

  localScenario('where().get() within a transaction is refused', STRAY, async (world) => {
    const t = await open(world);
    return world.refusal(() => t.own.where({ n: 1 }).get());
  }, { errCode: -502001, errMsg: expect.stringContaining('a transaction reads documents by id only') as unknown }),

  localScenario('in a function, a stray write of a touched collection is refused', STRAY, async (world) => {
    const { result } = await world.local.call('probe', { task: 'strayWrite' }, 'oAlice');
    return (result as { errMsg: string }).errMsg.includes('outside the transaction this invocation has open');
  }, true),

  localScenario('in a function, a stray write that comes first in the transaction is refused', STRAY, async (world) => {
    const { result } = await world.local.call('probe', { task: 'strayFirst' }, 'oAlice');
    return (result as { errMsg: string }).errMsg.includes('outside the transaction this invocation has open');
  }, true),

  localScenario('in a function, count() of a touched collection is refused', STRAY, async (world) => {
    const { result } = await world.local.call('probe', { task: 'strayCount' }, 'oAlice');
    return (result as { errMsg: string }).errMsg.includes('count() outside the transaction');
  }, true),

  localScenario('a run killed within its transaction leaves its documents held until the thirty seconds are over', WAITS, async (world) => {
    await world.add([{ _id: 'inside', n: 0 }]);
    await world.local.control('faults', { rules: [{ function: 'probe', nth: 2, when: 'after', kind: 'kill' }] });
    const { error } = await world.local.call('probe', { task: 'writeBesideTransaction' }, 'oAlice');
    const outside = world.collection().doc('inside').update({ data: { n: 5 } });
    const waited = await isWaiting(outside);
    await world.local.control('clock', { advanceMs: 31_000 });
    return [error?.errCode, waited, (await outside).stats.updated, await stored(world, 'inside')];
  }, [-504002, true, 1, 5]),

  localScenario('in a function, doc().set() beside its transaction is an ordinary write', STRAY, async (world) => {
    await world.local.call('probe', { task: 'writeBesideTransaction' }, 'oAlice');
    return [await stored(world, 'outside'), await world.read('inside')];
  }, [1, null]),
]);
