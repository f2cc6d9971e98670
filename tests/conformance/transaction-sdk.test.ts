import { byDocument, byMeasurement, bySdk, localScenario, scenario } from './support/scenario';
import { runScenarios } from './support/run-scenarios';
import { CONFLICT, GONE, open, OVER, seen, stored } from './support/transactions';

const RETRY = bySdk('@cloudbase/database transaction/index.js:62');
const LIMIT = byDocument('wxcloud/guide/database/transaction: 30 seconds');

runScenarios('transaction: what the SDK makes of it', [
  scenario('runTransaction gives the result of its callback and commits', RETRY, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const result = await world.database.runTransaction(async (transaction) => {
      await transaction.collection(world.nameOf('notes')).doc('a').update({ data: { n: 2 } });
      return 'given';
    });
    return [result, await stored(world, 'a')];
  }, ['given', 2]),

  scenario('runTransaction rolls back when the callback throws, and throws the same', RETRY, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const thrown = new Error('no');
    const caught: unknown = await world.database
      .runTransaction(async (transaction) => {
        await transaction.collection(world.nameOf('notes')).doc('a').update({ data: { n: 2 } });
        throw thrown;
      })
      .catch((error: unknown) => error);
    return [caught === thrown, await stored(world, 'a')];
  }, [true, 1]),

  scenario('rollback with a reason: runTransaction throws the reason', RETRY, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const caught: unknown = await world.database
      .runTransaction(async (transaction) => {
        await transaction.collection(world.nameOf('notes')).doc('a').remove();
        await transaction.rollback({ why: 'changed my mind' });
      })
      .catch((error: unknown) => error);
    return [caught, await stored(world, 'a')];
  }, [{ why: 'changed my mind' }, 1]),

  scenario('a conflict at an operation is not retried and has lost its code', byMeasurement('23 of 23 samples: keys errCode and errMsg, callback run once'), async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    let runs = 0;
    const error = await world.refusal(() =>
      world.database.runTransaction(async (transaction) => {
        runs += 1;
        const own = transaction.collection(world.nameOf('notes'));
        await own.doc('a').get();
        await world.collection().doc('a').update({ data: { n: world._.inc(1) } });
        await own.doc('a').update({ data: { n: 100 } });
      }),
    );
    return [error, runs, await stored(world, 'a')];
  }, [CONFLICT, 1, 2]),

  scenario('a conflict rethrown with its code is retried until it goes through', byMeasurement('workaround: rethrow with code DATABASE_TRANSACTION_CONFLICT'), async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    let runs = 0;
    await world.database.runTransaction(async (transaction) => {
      runs += 1;
      const own = transaction.collection(world.nameOf('notes'));
      await own.doc('a').get();
      if (runs < 3) await world.collection().doc('a').update({ data: { n: world._.inc(1) } });
      await own.doc('a').update({ data: { n: world._.inc(100) } }).catch((error: { errMsg?: string }) => {
        throw Object.assign(new Error(error.errMsg), { code: 'DATABASE_TRANSACTION_CONFLICT' });
      });
    });
    return [runs, await stored(world, 'a')];
  }, [3, 103]),

  localScenario('a conflict at commit is retried by the SDK', RETRY, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    await world.local.control('faults', { rules: [{ action: 'database.commitTransaction', kind: 'conflict', times: 2 }] });
    let runs = 0;
    await world.database.runTransaction(async (transaction) => {
      runs += 1;
      await transaction.collection('notes').doc('a').update({ data: { n: world._.inc(1) } });
    });
    return [runs, await stored(world, 'a')];
  }, [3, 2]),

  localScenario('conflicts at every commit end after four runs, with their code', RETRY, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    await world.local.control('faults', { rules: [{ action: 'database.commitTransaction', kind: 'conflict', times: 99 }] });
    let runs = 0;
    const { code } = await world.refusal(() =>
      world.database.runTransaction(async (transaction) => {
        runs += 1;
        await transaction.collection('notes').doc('a').update({ data: { n: world._.inc(1) } });
      }),
    );
    return [code, runs, await stored(world, 'a')];
  }, ['DATABASE_TRANSACTION_CONFLICT', 4, 1]),

  localScenario('the number of retries can be given', RETRY, async (world) => {
    await world.local.control('faults', { rules: [{ action: 'database.commitTransaction', kind: 'conflict', times: 99 }] });
    let runs = 0;
    await world.refusal(() => world.database.runTransaction(() => Promise.resolve((runs += 1)), 0));
    return runs;
  }, 1),

  scenario('a callback that swallows a conflict meets a transaction that is gone at commit', RETRY, async (world) => {
    await world.add([{ _id: 'a', n: 1 }, { _id: 'b', n: 1 }]);
    const error = await world.refusal(() =>
      world.database.runTransaction(async (transaction) => {
        const own = transaction.collection(world.nameOf('notes'));
        await own.doc('b').update({ data: { n: 5 } });
        await world.collection().doc('a').update({ data: { n: 2 } });
        await own.doc('a').update({ data: { n: 3 } }).catch(() => undefined);
      }),
    );
    return [error, await stored(world, 'a'), await stored(world, 'b')];
  }, [GONE, 2, 1]),

  localScenario('thirty seconds of program time after its start it is gone', LIMIT, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const t = await open(world);
    await t.own.doc('a').update({ data: { n: 7 } });
    await world.local.control('clock', { advanceMs: 31_000 });
    return [await world.refusal(() => t.own.doc('a').get()), await world.refusal(() => t.transaction.commit()), await stored(world, 'a')];
  }, [OVER, GONE, 1]),

  localScenario('twenty-nine seconds after its start it still commits', LIMIT, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const t = await open(world);
    await t.own.doc('a').update({ data: { n: 7 } });
    await world.local.control('clock', { advanceMs: 29_000 });
    await t.transaction.commit();
    return stored(world, 'a');
  }, 7),

  localScenario('an expired one has given its documents back to other transactions', LIMIT, async (world) => {
    await world.add([{ _id: 'a', n: 1 }]);
    const late = await open(world);
    await late.own.doc('a').update({ data: { n: 7 } });
    await world.local.control('clock', { advanceMs: 31_000 });
    const next = await open(world);
    await next.own.doc('a').update({ data: { n: world._.inc(1) } });
    await next.transaction.commit();
    return stored(world, 'a');
  }, 2),

  localScenario('a reset ends open transactions', LIMIT, async (world) => {
    const t = await open(world);
    await t.own.add({ data: { _id: 'a', n: 7 } });
    await world.local.control('reset', { seed: 'empty' });
    return [await world.refusal(() => t.transaction.commit()), await world.read('a')];
  }, [GONE, null]),

  localScenario('who holds the id may commit, whoever started it', bySdk('@cloudbase/database transaction/index.js:37'), async (world) => {
    const t = await open(world);
    await t.own.add({ data: { _id: 'a', n: 7 } });
    const own = process.env.WX_API_TOKEN;
    process.env.WX_API_TOKEN = 'somebody-else';
    try {
      await t.transaction.commit();
    } finally {
      process.env.WX_API_TOKEN = own;
    }
    return stored(world, 'a');
  }, 7),

  scenario('twenty transfers at once, with an own retry, lose and make no money', byMeasurement('own loop with jitter around runTransaction'), async (world) => {
    await world.add([{ _id: 'a', n: 40 }, { _id: 'b', n: 0 }]);
    const transfer = async (): Promise<void> => {
      for (let attempt = 0; attempt < 80; attempt += 1) {
        try {
          await world.database.runTransaction(async (transaction) => {
            const own = transaction.collection(world.nameOf('notes'));
            const { data } = await own.doc('a').get();
            await own.doc('a').update({ data: { n: Number(data?.n) - 1 } });
            await own.doc('b').update({ data: { n: world._.inc(1) } });
          });
          return;
        } catch (error) {
          if (!/TransactionConflict|TransactionNotExist/.test((error as { errMsg?: string }).errMsg ?? '')) throw error;
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 30));
        }
      }
      throw new Error('never got through');
    };
    await Promise.all(Array.from({ length: 20 }, transfer));
    return [await stored(world, 'a'), await stored(world, 'b')];
  }, [20, 20]),

  scenario('increments outside and inside at once are all kept', byDocument('wxcloud/guide/database/transaction: a write outside waits'), async (world) => {
    await world.add([{ _id: 'a', n: 0 }]);
    const inside = async (): Promise<boolean> => {
      const t = await open(world);
      try {
        await t.own.doc('a').update({ data: { n: world._.inc(1) } });
        await t.transaction.commit();
        return true;
      } catch {
        return false;
      }
    };
    const outside = (): Promise<unknown> => world.collection().doc('a').update({ data: { n: world._.inc(1) } });
    const results = await Promise.all(Array.from({ length: 30 }, (_unused, index) => (index % 3 === 0 ? inside() : outside().then(() => true))));
    const done = results.filter(Boolean).length;
    return (await stored(world, 'a')) === done;
  }, true),

  scenario('its reads take a projection', bySdk('@cloudbase/database document.js:170'), async (world) => {
    await world.add([{ _id: 'a', n: 1, other: 2 }]);
    const t = await open(world);
    const { data } = await t.own.doc('a').field({ n: true }).get();
    await t.transaction.rollback();
    return data;
  }, { _id: 'a', n: 1 }),

  scenario('a missing document is read as none', bySdk('wx-server-sdk index.js:1355'), async (world) => {
    const t = await open(world);
    const value = await seen(t, 'missing');
    await t.transaction.rollback();
    return value;
  }, null),
]);
