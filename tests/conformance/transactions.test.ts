import { refused, startConformance, type Conformance } from './support/cloud';

let cloud: Conformance;
beforeAll(async () => {
  cloud = await startConformance();
});
afterAll(() => cloud.close());
beforeEach(async () => {
  await cloud.control('reset', { seed: 'empty' });
  await notes().add({ data: { _id: 'a', n: 1 } });
});

const database = () => cloud.sdk.database({ throwOnNotFound: false });
const notes = () => database().collection('notes');
const inc = (by: number) => database().command.inc(by);
const valueOf = async (id: string): Promise<unknown> => (await notes().doc(id).get()).data?.n;

/** Acts as another caller: a write of this process would count as one beside its own open transaction. */
async function asOther<T>(run: () => Promise<T>): Promise<T> {
  const own = process.env.WX_API_TOKEN;
  process.env.WX_API_TOKEN = 'somebody-else';
  try {
    return await run();
  } finally {
    process.env.WX_API_TOKEN = own;
  }
}

describe('a transaction', () => {
  test('sees its own writes, others see them at commit', async () => {
    const transaction = await database().startTransaction();
    const own = transaction.collection('notes');
    await own.doc('a').update({ data: { n: inc(1) } });
    await own.add({ data: { _id: 'b', n: 5 } });
    expect((await own.doc('a').get()).data).toMatchObject({ n: 2 });
    expect((await own.doc('b').get()).data).toMatchObject({ n: 5 });
    expect([await valueOf('a'), await valueOf('b')]).toEqual([1, undefined]);
    await transaction.commit();
    expect([await valueOf('a'), await valueOf('b')]).toEqual([2, 5]);
  });

  test('leaves nothing when rolled back, and gives the reason', async () => {
    const reason = { why: 'no' };
    await expect(
      database().runTransaction(async (transaction) => {
        await transaction.collection('notes').doc('a').update({ data: { n: 9 } });
        await transaction.collection('notes').doc('a').remove();
        await transaction.rollback(reason);
      }),
    ).rejects.toEqual(reason);
    expect(await valueOf('a')).toBe(1);
  });

  test('reads one snapshot', async () => {
    await notes().add({ data: { _id: 'b', n: 1 } });
    const transaction = await database().startTransaction();
    expect((await transaction.collection('notes').doc('a').get()).data).toMatchObject({ n: 1 });
    await asOther(() => notes().doc('b').update({ data: { n: 2 } }));
    await asOther(() => notes().add({ data: { _id: 'c', n: 1 } }));
    expect((await transaction.collection('notes').doc('b').get()).data).toMatchObject({ n: 1 });
    expect((await transaction.collection('notes').doc('c').get()).data).toBeNull();
    await transaction.rollback();
    expect(await valueOf('b')).toBe(2);
  });

  test('fails when a document changed after its snapshot, at once and without a code', async () => {
    let runs = 0;
    const error = await refused(() =>
      database().runTransaction(async (transaction) => {
        runs += 1;
        await transaction.collection('notes').doc('a').get();
        await asOther(() => notes().doc('a').update({ data: { n: inc(1) } }));
        await transaction.collection('notes').doc('a').update({ data: { n: 100 } });
      }),
    );
    expect(error).toEqual({ errCode: -501001, errMsg: expect.stringContaining('[ResourceUnavailable.TransactionConflict]') as string });
    expect(runs).toBe(1);
    expect(await valueOf('a')).toBe(2);
  });

  test('that writes second loses to the first writer', async () => {
    const first = await database().startTransaction();
    const second = await database().startTransaction();
    await first.collection('notes').doc('a').update({ data: { n: 10 } });
    expect((await refused(() => second.collection('notes').doc('a').update({ data: { n: 20 } }))).errMsg).toContain('TransactionConflict');
    await first.commit();
    expect((await refused(() => second.commit())).errMsg).toContain('TransactionNotExist');
    expect(await valueOf('a')).toBe(10);
  });

  test('meets a conflict at commit and is run again by the SDK', async () => {
    await cloud.control('faults', { rules: [{ action: 'database.commitTransaction', kind: 'conflict', times: 2 }] });
    let runs = 0;
    const value = await database().runTransaction(async (transaction) => {
      runs += 1;
      await transaction.collection('notes').doc('a').update({ data: { n: inc(1) } });
      return runs;
    });
    expect(value).toBe(3);
    expect(await valueOf('a')).toBe(2);
  });

  test('that inserts an id twice over gets the duplicate error', async () => {
    expect((await refused(() => database().runTransaction((transaction) => transaction.collection('notes').add({ data: { _id: 'a' } })))).errMsg).toContain('E11000');
    const first = await database().startTransaction();
    const second = await database().startTransaction();
    await first.collection('people').add({ data: { _id: 'p', code: 'x' } });
    expect((await refused(() => second.collection('people').add({ data: { _id: 'q', code: 'x' } }))).errMsg).toContain('TransactionConflict');
    await first.commit();
    expect((await refused(() => database().collection('people').add({ data: { _id: 'q', code: 'x' } }))).errMsg).toContain('E11000');
  });

  test('ends after 30 seconds of program time and frees what it held', async () => {
    const transaction = await database().startTransaction();
    await transaction.collection('notes').doc('a').update({ data: { n: 7 } });
    await cloud.control('clock', { advanceMs: 31_000 });
    expect((await refused(() => transaction.commit())).errMsg).toContain('[ResourceUnavailable.TransactionNotExist]');
    await notes().doc('a').update({ data: { n: 3 } });
    expect(await valueOf('a')).toBe(3);
  });

  test('reads and writes by id only', async () => {
    const query = await database().startTransaction();
    expect((await refused(() => query.collection('notes').where({ kind: 'x' }).get())).errMsg).toContain('by id only');
    for (const attempt of ['update', 'remove'] as const) {
      const transaction = await database().startTransaction();
      await transaction.collection('notes').doc('a').get();
      const matching = transaction.collection('notes').where({ kind: 'x' });
      const run = { update: () => matching.update({ data: { n: 1 } }), remove: () => matching.remove() }[attempt];
      expect((await refused(run)).errMsg).toContain('outside the transaction this invocation has open');
      await transaction.rollback();
    }
  });
});

describe('a write outside', () => {
  test('waits for the transaction that holds the document', async () => {
    const transaction = await database().startTransaction();
    await transaction.collection('notes').doc('a').update({ data: { n: 10 } });
    let finished = false;
    const waiting = asOther(() => notes().doc('a').update({ data: { n: inc(1) } })).then(() => (finished = true));
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(finished).toBe(false);
    await transaction.commit();
    await waiting;
    expect(await valueOf('a')).toBe(11);
  });

  test('of many documents writes none of them while it waits for one', async () => {
    const transaction = await database().startTransaction();
    await transaction.collection('people').add({ data: { _id: 'p', code: 'taken' } });
    const several = asOther(() => database().collection('people').add({ data: [{ _id: 'x', code: 'free' }, { _id: 'y', code: 'taken' }] }));
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect((await database().collection('people').doc('x').get()).data).toBeNull();
    await transaction.rollback();
    expect(await several).toMatchObject({ _ids: ['x', 'y'] });
  });

  test('is judged by its guard after the wait', async () => {
    const transaction = await database().startTransaction();
    await transaction.collection('notes').doc('a').update({ data: { n: 10 } });
    const guarded = asOther(() => notes().where({ _id: 'a', n: 1 }).update({ data: { n: 99 } }));
    await transaction.commit();
    expect((await guarded).stats.updated).toBe(0);
    expect(await valueOf('a')).toBe(10);
  });
});

describe('a race of transfers', () => {
  test('with an own retry loses and makes no money', async () => {
    await notes().add({ data: { _id: 'b', n: 0 } });
    await notes().doc('a').update({ data: { n: 30 } });
    const transfer = async (): Promise<void> => {
      for (let attempt = 0; attempt < 60; attempt += 1) {
        try {
          await database().runTransaction(async (transaction) => {
            const own = transaction.collection('notes');
            const { data } = await own.doc('a').get();
            await own.doc('a').update({ data: { n: Number(data?.n) - 1 } });
            await own.doc('b').update({ data: { n: inc(1) } });
          });
          return;
        } catch (error) {
          if (!/TransactionConflict/.test((error as { errMsg?: string }).errMsg ?? '')) throw error;
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 30));
        }
      }
      throw new Error('never got through');
    };
    await Promise.all(Array.from({ length: 12 }, transfer));
    expect([await valueOf('a'), await valueOf('b')]).toEqual([18, 12]);
  });
});
