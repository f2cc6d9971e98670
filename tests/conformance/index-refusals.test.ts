import { refused, startConformance, type Conformance } from './support/cloud';

/**
 * Without --allow-scans a query that no declared index serves is refused, with the index to declare: what is slow in
 * production fails here.
 */
let cloud: Conformance;
beforeAll(async () => {
  cloud = await startConformance();
  const notes = Array.from({ length: 20 }, (_, i) => ({ _id: `n${i}`, kind: 'a', rank: i, tags: ['x', 'y'], state: 'open', atMs: i, at: { type: 'Point', coordinates: [113, 23] } }));
  await cloud.sdk.database().collection('notes').add({ data: notes });
  await cloud.sdk.database().collection('places').add({ data: { _id: 'p', at: { type: 'Point', coordinates: [113, 23] } } });
});
afterAll(() => cloud.close());

const database = () => cloud.sdk.database();
const notes = () => database().collection('notes');
const none = 'no declared index serves notes ';

test.each([
  ['a range on a field without index', () => notes().where({ size: database().command.gt(3) }).get(), '{size:<>}; declare [["size",1]]'],
  ['equality first, then the order, then the range', () => notes().where({ color: 'red', size: database().command.gt(3) }).orderBy('atMs', 'desc').get(), '{color:=, size:<>} sort {atMs:-1}; declare [["color",1],["atMs",-1],["size",1]]'],
  ['$in counts as equality', () => notes().where({ color: database().command.in(['red', 'blue']) }).get(), '{color:$in}; declare [["color",1]]'],
  ['a branch of $or without index', () => notes().where(database().command.or([{ kind: 'a' }, { color: 'red' }])).get(), '{$or:2 branches}; declare'],
  ['an expression without a literal beginning', () => notes().where({ kind: database().RegExp({ regexp: 'a$' }) }).get(), '{kind:$regex}; add a condition of equality or range on an indexed field'],
  ['a beginning in any case', () => notes().where({ kind: database().RegExp({ regexp: '^a', options: 'i' }) }).get(), '{kind:$regex}'],
  ['the size of a list', () => notes().where({ tags: database().command.size(2) }).get(), '{tags:$size}; add a condition'],
  ['presence of a field', () => notes().where({ kind: database().command.exists(true) }).get(), '{kind:$exists}; add a condition'],
  ['an order by a list, which an index does not give', () => notes().where({ tags: 'x' }).orderBy('tags', 'asc').get(), '{tags:=} sort {tags:1}'],
  ['an order by two fields in directions the index has not', () => notes().where({}).orderBy('kind', 'asc').orderBy('rank', 'asc').limit(3).get(), '{} sort {kind:1, rank:1}; declare [["kind",1],["rank",1]]'],
  ['an order behind a range', () => notes().where({ kind: 'a', rank: database().command.gt(3) }).orderBy('atMs', 'asc').get(), '{kind:=, rank:<>} sort {atMs:1}; declare [["kind",1],["atMs",1],["rank",1]]'],
  ['a region where no geo index is', () => notes().where({ at: database().command.geoWithin({ geometry: database().Geo.Polygon([database().Geo.LineString([[0, 0], [0, 1], [1, 1], [0, 0]].map(([x = 0, y = 0]) => database().Geo.Point(x, y)))]) }) }).get(), '{at:$geoWithin}; declare [["at","2dsphere"]]'],
])('%s', async (_name, run, text) => {
  const { errCode, errMsg } = await refused(run);
  expect(errCode).toBe(-502001);
  expect(errMsg).toContain(none + text);
});

test('nearness without a geo index is refused in the words of MongoDB', async () => {
  const near = database().command.geoNear({ geometry: database().Geo.Point(113, 23), minDistance: 0, maxDistance: 1000 });
  const { errMsg } = await refused(() => notes().where({ at: near }).get());
  expect(errMsg).toContain('unable to find index for $geoNear query');
  expect((await database().collection('places').where({ at: near }).get()).data).toHaveLength(1);
});

test('a geo index refuses what is no place', async () => {
  const places = database().collection('places');
  expect((await refused(() => places.add({ data: { _id: 'bad', at: 'here' } }))).errMsg).toContain("Can't extract geo keys");
  expect((await refused(() => places.add({ data: { _id: 'far', at: { type: 'Point', coordinates: [200, 5] } } }))).errMsg).toContain('longitude/latitude is out of bounds');
  await places.add({ data: { _id: 'nowhere' } });
  expect((await places.doc('nowhere').get()).data).toEqual({ _id: 'nowhere' });
});

test('two lists in one index are refused, one list in it and others beside it are not', async () => {
  const { errMsg } = await refused(() => notes().add({ data: { _id: 'two', tags: ['x'], state: ['open'] } }));
  expect(errMsg).toContain('cannot index parallel arrays [state] [tags]');
  await notes().add({ data: { _id: 'one', tags: ['x'], kind: ['a', 'b'] } });
});
