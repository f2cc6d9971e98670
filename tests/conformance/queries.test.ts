import type { SdkGet } from '../../devtools/local-cloud';
import { refused, startConformance, type Conformance } from './support/cloud';

let cloud: Conformance;
beforeAll(async () => {
  cloud = await startConformance();
  for (const i of Array.from({ length: 300 }, (_, n) => n)) {
    const data = { _id: `n${String(i).padStart(3, '0')}`, kind: i % 2 === 0 ? 'even' : 'odd', rank: i, tags: [`t${i % 10}`, `u${i % 3}`], state: i % 5 === 0 ? 'shut' : 'open', atMs: 1000 + (i % 50), owner: { id: `o${i % 7}` } };
    await notes().add({ data });
  }
});
afterAll(() => cloud.close());

const notes = () => cloud.sdk.database().collection('notes');
const command = () => cloud.sdk.database().command;
const ids = async (query: SdkGet): Promise<string[]> => (await query.get()).data.map((document) => String(document._id));

/** Documents examined by the last call this test made. */
async function examined(run: () => Promise<unknown>): Promise<number> {
  const { store } = cloud.cloud;
  const found = store.get('notes').documents;
  let count = 0;
  const original = found.get.bind(found);
  found.get = (id) => {
    count += 1;
    return original(id);
  };
  try {
    await run();
  } finally {
    found.get = original;
  }
  return count;
}

describe('lists through an index', () => {
  test('by equality and order, lazily', async () => {
    const query = notes().where({ kind: 'even' }).orderBy('rank', 'desc').limit(5);
    expect(await ids(query)).toEqual(['n298', 'n296', 'n294', 'n292', 'n290']);
    expect(await examined(() => query.get())).toBe(5);
  });

  test('in the other direction, skipping', async () => {
    expect(await ids(notes().where({ kind: 'odd' }).orderBy('rank', 'asc').skip(2).limit(2))).toEqual(['n005', 'n007']);
  });

  test('by range and equality', async () => {
    const query = notes().where({ kind: 'even', rank: command().gte(10).and(command().lt(16)) });
    expect((await ids(query)).sort()).toEqual(['n010', 'n012', 'n014']);
    expect(await examined(() => query.get())).toBe(3);
  });

  test('through an element of a list, in order', async () => {
    const query = notes().where({ tags: 't1', state: 'open' }).orderBy('atMs', 'desc').orderBy('_id', 'desc').limit(3);
    expect(await ids(query)).toEqual(['n291', 'n241', 'n191']);
    expect(await examined(() => query.get())).toBe(3);
  });

  test('merging several values in one order', async () => {
    const query = notes().where({ tags: 't1', state: command().in(['open', 'shut']) }).orderBy('atMs', 'desc').orderBy('_id', 'desc').limit(4);
    expect(await ids(query)).toEqual(['n291', 'n241', 'n191', 'n141']);
    const two = notes().where({ kind: command().in(['even', 'odd']) }).orderBy('rank', 'desc').limit(3);
    expect(await ids(two)).toEqual(['n299', 'n298', 'n297']);
    expect(await examined(() => two.get())).toBe(3);
  });

  test('page by page from a cursor, each document once', async () => {
    const seen: string[] = [];
    let cursor: { atMs: number; _id: string } | undefined;
    for (;;) {
      const _ = command();
      const base = { tags: 'u1', state: 'open' };
      const where = cursor === undefined ? base : _.or([{ ...base, atMs: _.lt(cursor.atMs) }, { ...base, atMs: cursor.atMs, _id: _.lt(cursor._id) }]);
      const query = notes().where(where).orderBy('atMs', 'desc').orderBy('_id', 'desc').limit(7);
      let page: { _id?: unknown; atMs?: unknown }[] = [];
      const cost = await examined(async () => (page = (await query.get()).data));
      expect(cost).toBeLessThanOrEqual(8);
      if (page.length === 0) break;
      seen.push(...page.map((document) => String(document._id)));
      const last = page.at(-1) as { _id: string; atMs: number };
      cursor = { atMs: last.atMs, _id: last._id };
    }
    expect(seen).toHaveLength(80);
    expect(new Set(seen).size).toBe(80);
  });

  test('at most 100 without a limit and 1000 with one', async () => {
    expect((await notes().where({ kind: command().in(['even', 'odd']) }).get()).data).toHaveLength(100);
    expect((await notes().where({ kind: command().in(['even', 'odd']) }).limit(5000).get()).data).toHaveLength(300);
  });

  test('with expressions and negations beside the index', async () => {
    const database = cloud.sdk.database();
    expect(await ids(notes().where({ kind: 'odd', state: database.RegExp({ regexp: '^SH', options: 'i' }), rank: command().lt(20) }))).toEqual(['n015', 'n005']);
    expect((await ids(notes().where({ kind: 'odd', rank: command().lt(10), state: command().neq('shut') }))).sort()).toEqual(['n001', 'n003', 'n007', 'n009']);
  });
});

describe('queries no index serves', () => {
  test('are refused, with the index to declare', async () => {
    const error = await refused(() => notes().where({ tags: 't1', color: 'red' }).orderBy('createdAtMs', 'desc').get());
    expect(error.errCode).toBe(-502001);
    expect(error.errMsg).toContain('no declared index serves notes {tags:=, color:=} sort {createdAtMs:-1}; declare [["tags",1],["color",1],["createdAtMs",-1]] in cloudfunctions/database.ts');
  });

  test.each([
    ['a field without index', { color: 'red' }],
    ['a second field alone', { rank: 5 }],
    ['nothing but a negation', { kind: { $ne: 'even' } }],
  ])('for %s', async (_name, where) => {
    expect((await refused(() => notes().where(where).get())).errMsg).toContain('no declared index serves');
    expect((await refused(() => notes().where(where).count())).errMsg).toContain('no declared index serves');
    expect((await refused(() => notes().where(where).update({ data: { x: 1 } }))).errMsg).toContain('no declared index serves');
    expect((await refused(() => notes().where(where).remove())).errMsg).toContain('no declared index serves');
  });

  test('for an order the index does not give', async () => {
    expect((await refused(() => notes().where({ kind: 'even' }).orderBy('atMs', 'asc').get())).errMsg).toContain('declare [["kind",1],["atMs",1]]');
  });

  test('for nearness without an index of places', async () => {
    const database = cloud.sdk.database();
    const near = database.command.geoNear({ geometry: database.Geo.Point(113, 23), maxDistance: 1000, minDistance: 0 });
    expect((await refused(() => notes().where({ kind: 'even', place: near }).get())).errMsg).toContain('unable to find index for $geoNear query');
  });

  test('for every document at once', async () => {
    expect((await refused(() => notes().where({}).remove())).errMsg).toContain('no declared index serves');
    expect((await refused(() => notes().aggregate().group({ _id: null }).end())).errMsg).toContain('no declared index serves');
  });

  test('but are served to a conformance run that allows scans', async () => {
    const open = await startConformance({ allowScans: true });
    try {
      const database = open.sdk.database();
      await database.createCollection('anything');
      await database.collection('anything').add({ data: [{ n: 2 }, { n: 1 }, { n: 3 }]});
      const { data } = await database.collection('anything').where({ n: database.command.gt(1) }).orderBy('n', 'asc').get();
      expect(data.map((document) => document.n)).toEqual([2, 3]);
    } finally {
      await open.close();
      process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: `${cloud.url}/admin?` });
    }
  });
});

describe('aggregation', () => {
  test('matches through an index, groups and joins through an index', async () => {
    const database = cloud.sdk.database();
    const $ = database.command.aggregate;
    const sums = await notes().aggregate().match({ kind: 'even' }).group({ _id: '$state', n: $.sum(1), most: $.max('$rank') }).sort({ _id: 1 }).end();
    expect(sums.list).toEqual([{ _id: 'open', n: 120, most: 298 }, { _id: 'shut', n: 30, most: 290 }]);
    await database.collection('people').add({ data: { _id: 'p1', code: 'c1' } });
    await database.collection('orders').add({ data: [{ _id: 'o1', personId: 'p1', amountFen: 5 }, { _id: 'o2', personId: 'p1', amountFen: 7 }]});
    const joined = await database.collection('people').aggregate().match({ code: 'c1' }).lookup({ from: 'orders', localField: '_id', foreignField: 'personId', as: 'orders' }).project({ total: $.sum('$orders.amountFen') }).end();
    expect(joined.list).toEqual([{ _id: 'p1', total: 12 }]);
    const error = await refused(() => database.collection('people').aggregate().match({ code: 'c1' }).lookup({ from: 'orders', localField: '_id', foreignField: 'color', as: 'x' }).end());
    expect(error).toMatchObject({ errCode: -1, code: 'DATABASE_REQUEST_FAILED' });
  });
});

describe('unique indexes', () => {
  test('hold, and count a missing field as null', async () => {
    const people = cloud.sdk.database().collection('people');
    await people.add({ data: { _id: 'u1', code: 'same' } });
    expect((await refused(() => people.add({ data: { _id: 'u2', code: 'same' } }))).errMsg).toMatch(/E11000 .* index: code dup key: \{ : "same" \}/);
    await people.add({ data: { _id: 'u3' } });
    expect((await refused(() => people.add({ data: { _id: 'u4' } }))).errMsg).toMatch(/E11000 .* dup key: \{ : null \}/);
    await people.add({ data: { _id: 'u5', code: 'other' } });
    expect((await refused(() => people.doc('u5').update({ data: { code: 'same' } }))).errMsg).toContain('E11000');
    await people.doc('u1').remove();
    expect(await people.doc('u5').update({ data: { code: 'same' } })).toMatchObject({ stats: { updated: 1 } });
  });
});
