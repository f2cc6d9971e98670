import { refused, startConformance, type Conformance } from './support/cloud';

let cloud: Conformance;
beforeAll(async () => {
  cloud = await startConformance();
});
afterAll(() => cloud.close());
beforeEach(() => cloud.control('reset', { seed: 'empty' }));

const notes = () => cloud.sdk.database({ throwOnNotFound: false }).collection('notes');
const read = async (id: string): Promise<Record<string, unknown> | null> => (await notes().doc(id).get()).data;
const update = (id: string, data: object) => notes().doc(id).update({ data });

describe('single documents', () => {
  test('are added, read, replaced and removed', async () => {
    expect(await notes().add({ data: { _id: 'a', n: 1, list: [1, 'x', null], deep: { b: true } } })).toMatchObject({ _id: 'a' });
    expect(await read('a')).toEqual({ _id: 'a', n: 1, list: [1, 'x', null], deep: { b: true } });
    expect(await notes().doc('a').set({ data: { m: 2 } })).toMatchObject({ stats: { updated: 1, created: 0 } });
    expect(await read('a')).toEqual({ _id: 'a', m: 2 });
    expect(await notes().doc('b').set({ data: { m: 3 } })).toMatchObject({ stats: { updated: 0, created: 1 } });
    expect(await notes().doc('a').remove()).toMatchObject({ stats: { removed: 1 } });
    expect(await read('a')).toBeNull();
  });

  test('get an id of 32 hex characters when they bring none', async () => {
    const { _id: id } = await notes().add({ data: { n: 1 } });
    expect(id).toMatch(/^[0-9a-f]{32}$/);
  });

  test('are inserted many at a time', async () => {
    expect(await notes().add({ data: [{ _id: 'x' }, { _id: 'y' }]})).toMatchObject({ _ids: ['x', 'y'] });
  });

  test('refuse a second one with the same id, with the text of MongoDB', async () => {
    await notes().add({ data: { _id: 'a' } });
    const error = await refused(() => notes().add({ data: { _id: 'a' } }));
    expect(error.errCode).toBe(-502001);
    expect(error.errMsg).toMatch(/E11000 duplicate key error collection: notes index: _id_ dup key: \{ : "a" \}/);
  });

  test('throw when absent, unless told otherwise', async () => {
    const error = await refused(() => cloud.sdk.database({ throwOnNotFound: true }).collection('notes').doc('none').get());
    expect(error).toMatchObject({ errCode: -1, errMsg: expect.stringContaining('document with _id none does not exist') as string });
  });

  test('are refused above 512 KB', async () => {
    const error = await refused(() => notes().add({ data: { _id: 'big', text: 'x'.repeat(513 * 1024) } }));
    expect(error).toMatchObject({ errCode: -502001, errMsg: expect.stringContaining('the limit is 524288') as string });
    expect(await read('big')).toBeNull();
  });

  test('live in collections that exist', async () => {
    const error = await refused(() => cloud.sdk.database().collection('unknown').doc('a').get());
    expect(error).toMatchObject({ errCode: -502005, errMsg: expect.stringContaining('Db or Table not exist: unknown') as string });
    expect((await refused(() => cloud.sdk.database().createCollection('unknown'))).errMsg).toContain('not declared');
  });
});

describe('updates', () => {
  const command = () => cloud.sdk.database().command;

  test('set scalars, dotted paths and nested objects, which merge', async () => {
    await notes().add({ data: { _id: 'a', owner: { id: 1, name: 'n' } } });
    await update('a', { owner: { id: 2 }, 'claims.c1.state': 'open', plain: 'p' });
    expect(await read('a')).toEqual({ _id: 'a', owner: { id: 2, name: 'n' }, claims: { c1: { state: 'open' } }, plain: 'p' });
    await update('a', { owner: command().set({ id: 3 }) });
    expect(await read('a')).toMatchObject({ owner: { id: 3 } });
    expect((await read('a'))?.owner).not.toHaveProperty('name');
  });

  test('remove fields, of a map as well', async () => {
    await notes().add({ data: { _id: 'a', claims: { c1: { n: 1 }, c2: { n: 2 } }, gone: 1 } });
    await update('a', { 'claims.c1': command().remove(), gone: command().remove() });
    expect(await read('a')).toEqual({ _id: 'a', claims: { c2: { n: 2 } } });
  });

  test('count: inc, mul, min, max', async () => {
    await notes().add({ data: { _id: 'a', n: 5, low: 5, high: 5 } });
    await update('a', { n: command().inc(2), fresh: command().inc(3), low: command().min(4), high: command().max(4) });
    expect(await read('a')).toEqual({ _id: 'a', n: 7, low: 4, high: 5, fresh: 3 });
    await update('a', { n: command().mul(3), low: command().min(9), newMin: command().min(8) });
    expect(await read('a')).toMatchObject({ n: 21, low: 4, newMin: 8 });
    expect((await refused(() => update('a', { _x: 1, list: command().inc(1) }).then(() => update('a', { list: 'text' })).then(() => update('a', { list: command().inc(1) })))).errMsg).toContain('non-numeric type');
  });

  test('change lists: push with modifiers, addToSet, pull, pullAll, pop, shift, unshift', async () => {
    await notes().add({ data: { _id: 'a', list: [1, 2], set: ['x'], items: [{ k: 1 }, { k: 2 }] } });
    await update('a', { list: command().push([3, 4]), set: command().addToSet('x'), items: command().pull({ k: 1 }) });
    expect(await read('a')).toEqual({ _id: 'a', list: [1, 2, 3, 4], set: ['x'], items: [{ k: 2 }] });
    await update('a', { list: command().push({ each: [9, 8], sort: -1, slice: 4 }), set: command().addToSet({ $each: ['x', 'y'] }) });
    expect(await read('a')).toMatchObject({ list: [9, 8, 4, 3], set: ['x', 'y'] });
    await update('a', { list: command().pop(), set: command().shift() });
    expect(await read('a')).toMatchObject({ list: [9, 8, 4], set: ['y'] });
    await update('a', { list: command().pullAll([9, 4]), set: command().unshift(['z']) });
    expect(await read('a')).toMatchObject({ list: [8], set: ['z', 'y'] });
    await update('a', { list: command().pull(command().gte(8)) });
    expect(await read('a')).toMatchObject({ list: [] });
    expect((await refused(() => update('a', { _id2: 1, 'items.0.k': command().push([1]) }))).errMsg).toContain('must be an array');
  });

  test('reach the element the query matched', async () => {
    await notes().add({ data: { _id: 'a', items: [{ k: 1, done: false }, { k: 2, done: false }] } });
    await notes().where({ _id: 'a', 'items.k': 2 }).update({ data: { 'items.$.done': true } });
    expect(await read('a')).toMatchObject({ items: [{ k: 1, done: false }, { k: 2, done: true }] });
  });

  test('refuse what MongoDB refuses', async () => {
    await notes().add({ data: { _id: 'a', text: 't', nothing: null } });
    expect((await refused(() => update('a', { 'text.inner': 1 }))).errMsg).toContain("Cannot create field 'inner'");
    expect((await refused(() => update('a', { 'nothing.inner': 1 }))).errMsg).toContain("Cannot create field 'inner'");
    expect((await refused(() => update('a', { b: 1, 'b.c': 2 }))).errMsg).toContain('would create a conflict');
    expect(await read('a')).toEqual({ _id: 'a', text: 't', nothing: null });
  });

  test('tell how many documents changed, not how many matched', async () => {
    await notes().add({ data: { _id: 'a', n: 1 } });
    expect(await update('a', { n: 1 })).toMatchObject({ stats: { updated: 0 } });
    expect(await update('a', { n: 2 })).toMatchObject({ stats: { updated: 1 } });
    expect(await update('none', { n: 2 })).toMatchObject({ stats: { updated: 0 } });
  });

  test('with a guard decide once, however many race', async () => {
    await notes().add({ data: { _id: 'w', sharesLeft: 3, takers: [] } });
    const take = (who: string) =>
      notes()
        .where({ _id: 'w', sharesLeft: command().gte(1), takers: command().neq(who) })
        .update({ data: { sharesLeft: command().inc(-1), takers: command().push([who]) } });
    const stats = await Promise.all(Array.from({ length: 20 }, (_, i) => take(`p${i % 10}`)));
    expect(stats.filter((reply) => reply.stats.updated === 1)).toHaveLength(3);
    expect(await read('w')).toMatchObject({ sharesLeft: 0 });
  });
});

describe('dates', () => {
  test('come from the program clock, with offset, in queries too', async () => {
    const database = cloud.sdk.database();
    await cloud.control('clock', { set: '2027-01-01T00:00:00Z' });
    await notes().add({ data: { _id: 'a', owner: { id: 'o' }, at: database.serverDate(), later: database.serverDate({ offset: 60_000 }) } });
    const { at, later } = (await read('a')) as { at: Date; later: Date };
    expect(Math.abs(at.getTime() - Date.parse('2027-01-01T00:00:00Z'))).toBeLessThan(5000);
    expect(later.getTime() - at.getTime()).toBe(60_000);
    await cloud.control('clock', { advanceMs: 3_600_000 });
    const found = await notes().where({ 'owner.id': 'o', at: database.command.lt(database.serverDate()) }).get();
    expect(found.data).toHaveLength(1);
    const none = await notes().where({ 'owner.id': 'o', at: database.command.gt(database.serverDate({ offset: -1000 })) }).get();
    expect(none.data).toHaveLength(0);
  });
});
