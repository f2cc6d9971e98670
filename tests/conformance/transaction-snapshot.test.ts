import { byDocument, byMeasurement, byMongodb, bySdk, scenario } from './support/scenario';
import { runScenarios } from './support/run-scenarios';
import { DUPLICATE, GONE, open, OVER, seen, stored } from './support/transactions';

const SNAPSHOT = byMongodb('transactions: read concern snapshot');
const DOCS = byDocument('developers.weixin.qq.com wxcloud/guide/database/transaction');

runScenarios('transaction: what it sees and leaves', [
  scenario('sees its own update, which nobody else sees before commit', DOCS, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const t = await open(world);
    await t.own.doc('a').update({ data: { n: world._.inc(1) } });
    const before = [await seen(t, 'a'), await stored(world, 'a')];
    await t.transaction.commit();
    return [...before, await stored(world, 'a')];
  }, [2, 1, 2]),

  scenario('sees what it added, nobody else before commit', DOCS, async (world) => {
    const t = await open(world);
    await t.own.add({ data: { _id: 'b', n: 5 } });
    const before = [await seen(t, 'b'), await stored(world, 'b')];
    await t.transaction.commit();
    return [...before, await stored(world, 'b')];
  }, [5, null, 5]),

  scenario('does not see what it removed, others do before commit', SNAPSHOT, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const t = await open(world);
    const { stats } = await t.own.doc('a').remove();
    const before = [stats.removed, await seen(t, 'a'), await stored(world, 'a')];
    await t.transaction.commit();
    return [...before, await stored(world, 'a')];
  }, [1, null, 1, null]),

  scenario('may remove a document and add it anew', SNAPSHOT, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const t = await open(world);
    await t.own.doc('a').remove();
    await t.own.add({ data: { _id: 'a', n: 2 } });
    await t.transaction.commit();
    return world.read('a');
  }, { _id: 'a', n: 2 }),

  scenario('may add a document and remove it again: nothing is left', SNAPSHOT, async (world) => {
    const t = await open(world);
    await t.own.add({ data: { _id: 'a', n: 1 } });
    await t.own.doc('a').remove();
    await t.transaction.commit();
    return world.read('a');
  }, null),

  scenario('builds one update upon another', SNAPSHOT, async (world) => {
    await world.add([{ _id: 'a', n: 1, list: [] }]);
    const t = await open(world);
    await t.own.doc('a').update({ data: { n: world._.inc(2) } });
    await t.own.doc('a').update({ data: { n: world._.mul(10), list: world._.push('x') } });
    await t.transaction.commit();
    return world.read('a');
  }, { _id: 'a', n: 30, list: ['x'] }),

  scenario('reads every document as it was at its first operation', SNAPSHOT, async (world) => {
    await world.add([{ _id: 'a', n: 1 }, { _id: 'b', n: 1 }]);
    const t = await open(world);
    await seen(t, 'a');
    await world.collection().doc('b').update({ data: { n: 2 } });
    await world.add([{ _id: 'c', n: 3 }]);
    const inside = [await seen(t, 'b'), await seen(t, 'c')];
    await t.transaction.rollback();
    return [...inside, await stored(world, 'b'), await stored(world, 'c')];
  }, [1, null, 2, 3]),

  scenario('still reads a document that was removed outside after its first operation', SNAPSHOT, async (world) => {
    await world.add([{ _id: 'a', n: 1 }, { _id: 'b', n: 1 }]);
    const t = await open(world);
    await seen(t, 'a');
    await world.collection().doc('b').remove();
    const inside = await seen(t, 'b');
    await t.transaction.rollback();
    return [inside, await stored(world, 'b')];
  }, [1, null]),

  scenario('takes its snapshot at the first operation, not when it is started', SNAPSHOT, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const t = await open(world);
    await world.collection().doc('a').update({ data: { n: 2 } });
    const value = await seen(t, 'a');
    await t.transaction.rollback();
    return value;
  }, 2),

  scenario('reads the same value however often others change it meanwhile', SNAPSHOT, async (world) => {
    await world.add([{ _id: 'a', n: 0 }]);
    const t = await open(world);
    const values = [await seen(t, 'a')];
    for (let n = 1; n <= 3; n += 1) {
      await world.collection().doc('a').update({ data: { n } });
      values.push(await seen(t, 'a'));
    }
    await t.transaction.rollback();
    return values;
  }, [0, 0, 0, 0]),

  scenario('keeps its snapshot when another transaction commits', SNAPSHOT, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const first = await open(world);
    const second = await open(world);
    await seen(first, 'a');
    await second.own.doc('a').update({ data: { n: 9 } });
    await second.transaction.commit();
    const value = await seen(first, 'a');
    await first.transaction.rollback();
    return [value, await stored(world, 'a')];
  }, [1, 9]),

  scenario('covers two collections at one moment', SNAPSHOT, async (world) => {
    const t = await open(world);
    await t.own.add({ data: { _id: 'x', n: 1 } });
    await t.transaction.collection(world.nameOf('orders')).add({ data: { _id: 'y', amountFen: 5 } });
    const before = (await world.collection('orders').doc('y').get()).data;
    await t.transaction.commit();
    return [before, await stored(world, 'x'), (await world.collection('orders').doc('y').get()).data];
  }, [null, 1, { _id: 'y', amountFen: 5 }]),

  scenario('leaves nothing of adds, updates and removals when rolled back', DOCS, async (world) => {
    await world.add([{ _id: 'a', n: 1 }, { _id: 'b', n: 1 }]);
    const t = await open(world);
    await t.own.doc('a').update({ data: { n: 2 } });
    await t.own.doc('b').remove();
    await t.own.add({ data: { _id: 'c', n: 1 } });
    await t.transaction.rollback();
    return [await stored(world, 'a'), await stored(world, 'b'), await stored(world, 'c')];
  }, [1, 1, null]),

  scenario('reports an update of a missing document as none', SNAPSHOT, async (world) => {
    const t = await open(world);
    const { stats } = await t.own.doc('missing').update({ data: { n: 1 } });
    await t.transaction.rollback();
    return stats.updated;
  }, 0),

  scenario('set makes the document; the SDK always reports it as not created', bySdk('@cloudbase/database document.js:108 and wx-server-sdk index.js:1397'), async (world) => {
    const t = await open(world);
    const { stats } = await t.own.doc('new').set({ data: { n: 1 } });
    await t.transaction.commit();
    return [stats, await world.read('new')];
  }, [{ updated: 0, created: 0 }, { _id: 'new', n: 1 }]),

  scenario('set replaces the whole document', DOCS, async (world) => {
    await world.add([{ _id: 'a', n: 1, other: true }]);
    const t = await open(world);
    const { stats } = await t.own.doc('a').set({ data: { n: 2 } });
    await t.transaction.commit();
    return [stats.updated, await world.read('a')];
  }, [1, { _id: 'a', n: 2 }]),

  scenario('add gives the new id', bySdk('@cloudbase/database collection.js:25'), async (world) => {
    const t = await open(world);
    const { _id } = await t.own.add({ data: { n: 1 } });
    await t.transaction.commit();
    return [typeof _id, _id.length, await stored(world, _id)];
  }, ['string', 32, 1]),

  scenario('a commit of nothing succeeds', DOCS, async (world) => {
    const t = await open(world);
    await t.transaction.commit();
    return world.read('a');
  }, null),

  scenario('a rollback of nothing succeeds', DOCS, async (world) => {
    const t = await open(world);
    await t.transaction.rollback();
    return world.refusal(() => t.transaction.rollback());
  }, GONE),

  scenario('a second commit finds no transaction', byMeasurement('integration test of the SDK: commit twice'), async (world) => {
    const t = await open(world);
    await t.own.add({ data: { _id: 'a', n: 1 } });
    await t.transaction.commit();
    return [await world.refusal(() => t.transaction.commit()), await stored(world, 'a')];
  }, [GONE, 1]),

  scenario('a rollback after commit finds no transaction and undoes nothing', DOCS, async (world) => {
    const t = await open(world);
    await t.own.add({ data: { _id: 'a', n: 1 } });
    await t.transaction.commit();
    return [await world.refusal(() => t.transaction.rollback()), await stored(world, 'a')];
  }, [GONE, 1]),

  scenario('an operation after commit finds no transaction', byMeasurement('integration test of the SDK: operation after commit'), async (world) => {
    const t = await open(world);
    await t.own.add({ data: { _id: 'a', n: 1 } });
    await t.transaction.commit();
    const attempts = [() => t.own.doc('a').get(), () => t.own.doc('a').update({ data: { n: 2 } }), () => t.own.doc('a').remove(), () => t.own.add({ data: { n: 1 } })];
    const errors = [];
    for (const attempt of attempts) errors.push(await world.refusal(attempt as () => Promise<unknown>));
    return errors;
  }, [OVER, OVER, OVER, OVER]),

  scenario('an operation after rollback finds no transaction', byMeasurement('integration test of the SDK: operation after rollback'), async (world) => {
    const t = await open(world);
    await t.transaction.rollback();
    return world.refusal(() => t.own.doc('a').set({ data: { n: 1 } }));
  }, OVER),

  scenario('a duplicate _id ends it: what it wrote before is gone', byMeasurement('two adds with one _id answer E11000'), async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const t = await open(world);
    await t.own.add({ data: { _id: 'b', n: 1 } });
    const error = await world.refusal(() => t.own.add({ data: { _id: 'a', n: 2 } }));
    return [error, await world.refusal(() => t.transaction.commit()), await stored(world, 'b')];
  }, [DUPLICATE, GONE, null]),

  scenario('a missing collection is told and ends it', byMongodb('transactions: an error of an operation aborts'), async (world) => {
    const t = await open(world);
    const { errCode } = await world.refusal(() => t.transaction.collection('nowhere').doc('a').get());
    return [errCode, await world.refusal(() => t.transaction.commit())];
  }, [-502005, GONE]),
]);
