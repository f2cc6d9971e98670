import { byDocument, byMongodb, bySdk, refuses, scenario, type Scenario, type Source } from './support/scenario';
import { runScenarios } from './support/run-scenarios';

/** Documents of the official example (Aggregate.geoNear), in `places`. */
const ATTRACTIONS = [
  { _id: 'tower', city: 'Guangzhou', at: { type: 'Point', coordinates: [113.30593, 23.1361155] } },
  { _id: 'mountain', city: 'Guangzhou', at: { type: 'Point', coordinates: [113.306789, 23.1564721] } },
  { _id: 'palace', city: 'Beijing', at: { type: 'Point', coordinates: [116.3949659, 39.9163447] } },
  { _id: 'wall', city: 'Beijing', at: { type: 'Point', coordinates: [116.2328567, 40.242373] } },
];

/** Ids from the nearest outwards, from the point of the official example unless `options` say another. */
const nearest = (name: string, source: Source, options: Record<string, unknown>, ids: readonly string[], documents: readonly object[] = ATTRACTIONS): Scenario =>
  scenario(name, source, async ({ add, collection, database }) => {
    await add(documents, 'places');
    const { list } = await collection('places').aggregate().geoNear({ near: database.Geo.Point(113.3089506, 23.0968251), spherical: true, distanceField: 'distance', key: 'at', ...options }).end();
    return list.map(({ _id }) => _id);
  }, ids);

/** The documents themselves, distances in whole metres. */
const measured = (name: string, source: Source, options: Record<string, unknown>, list: unknown, documents: readonly object[] = ATTRACTIONS.slice(0, 1)): Scenario =>
  scenario(name, source, async ({ add, collection, database }) => {
    await add(documents, 'places');
    const found = await collection('places').aggregate().geoNear({ near: database.Geo.Point(113.3089506, 23.0968251), spherical: true, distanceField: 'distance', key: 'at', ...options }).end();
    return found.list.map(({ _id, distance, ...rest }) => ({ distance: typeof distance === 'number' ? Math.round(distance) : distance, ...rest }));
  }, list);

const geoRefuses = (name: string, source: Source, options: object, errMsg: string | RegExp): Scenario =>
  refuses(name, source, [], ({ collection }) => collection('places').aggregate().geoNear(options).end(), { errCode: -1, errMsg });

const ORIGIN = { longitude: 0, latitude: 0 };

runScenarios('pipeline: $geoNear', [
  nearest('gives the nearest first', byDocument('wx.cloud Aggregate.geoNear'), {}, ['tower', 'mountain', 'palace', 'wall']),
  nearest('meets the query as well', byDocument('wx.cloud Aggregate.geoNear, query'), { query: { city: 'Beijing' } }, ['palace', 'wall']),
  nearest('gives no more than its limit', byDocument('wx.cloud Aggregate.geoNear, limit'), { limit: 2 }, ['tower', 'mountain']),
  nearest('counts its limit after the query', byMongodb('$geoNear: query and limit'), { query: { city: 'Beijing' }, limit: 1 }, ['palace']),
  nearest('leaves out what is farther than maxDistance', byDocument('wx.cloud Aggregate.geoNear, maxDistance'), { maxDistance: 5000 }, ['tower']),
  nearest('leaves out what is nearer than minDistance', byDocument('wx.cloud Aggregate.geoNear, minDistance'), { minDistance: 5000, maxDistance: 10_000 }, ['mountain']),
  nearest('leaves out documents without a place', byMongodb('$geoNear: missing location'), {}, ['tower'], [...ATTRACTIONS.slice(0, 1), { _id: 'nowhere' }]),
  measured('tells the distance in metres', byDocument('wx.cloud Aggregate.geoNear, the result of its example: 4384.68…, 6643.52…'), { query: { city: 'Guangzhou' } }, [expect.objectContaining({ distance: 4385 }), expect.objectContaining({ distance: 6644 })], ATTRACTIONS),
  scenario('one degree of the equator is 111319 metres', byMongodb('$geoNear: radius 6378100 m'), async ({ add, collection, database }) => {
    await add([{ _id: 'east', at: { type: 'Point', coordinates: [1, 0] } }], 'places');
    const { list } = await collection('places').aggregate().geoNear({ near: database.Geo.Point(0, 0), spherical: true, distanceField: 'm', key: 'at' }).end();
    return Math.round(Number(list[0]?.m));
  }, 111_319),
  scenario('multiplies the distance', byDocument('wx.cloud Aggregate.geoNear, distanceMultiplier'), async ({ add, collection, database }) => {
    await add([{ _id: 'east', at: { type: 'Point', coordinates: [1, 0] } }], 'places');
    const { list } = await collection('places').aggregate().geoNear({ near: database.Geo.Point(0, 0), spherical: true, distanceField: 'km', distanceMultiplier: 0.001, key: 'at' }).end();
    return Math.round(Number(list[0]?.km) * 100) / 100;
  }, 111.32),
  measured('puts the distance into a nested field', byDocument('wx.cloud Aggregate.geoNear, distanceField'), { distanceField: 'how.far' }, [{ distance: undefined, city: 'Guangzhou', at: expect.anything() as object, how: { far: expect.any(Number) as number } }]),
  measured('tells the place it measured to', byDocument('wx.cloud Aggregate.geoNear, includeLocs'), { includeLocs: 'place' }, [expect.objectContaining({ place: { type: 'Point', coordinates: [113.30593, 23.1361155] } })]),
  scenario('further stages see the distance', byMongodb('$geoNear then $match'), async ({ add, collection, database, _ }) => {
    await add(ATTRACTIONS, 'places');
    const { list } = await collection('places').aggregate().geoNear({ near: database.Geo.Point(113.3089506, 23.0968251), spherical: true, distanceField: 'd', key: 'at' }).match({ d: _.lt(10_000) }).count('n').end();
    return list;
  }, [{ n: 2 }]),
  refuses('stands first', byMongodb('$geoNear is only valid as the first stage in a pipeline'), [], ({ collection, database }) => collection('places').aggregate().match({}).geoNear({ near: database.Geo.Point(0, 0), spherical: true, distanceField: 'd', key: 'at' }).end(), { errCode: -1, errMsg: '$geoNear is only valid as the first stage in a pipeline.' }),
  geoRefuses('needs a near', byMongodb('$geoNear: 16605'), { spherical: true, distanceField: 'd' }, "$geoNear requires a 'near' option as an Array"),
  geoRefuses('needs a distanceField', byMongodb('$geoNear: 16606'), { near: ORIGIN, spherical: true }, "$geoNear requires a 'distanceField' option as a String"),
  geoRefuses('a distance is not negative', byMongodb('$geoNear: maxDistance'), { near: ORIGIN, spherical: true, distanceField: 'd', maxDistance: -1 }, 'maxDistance must be nonnegative'),
  geoRefuses('a distance is a number', byMongodb('$geoNear: minDistance'), { near: ORIGIN, spherical: true, distanceField: 'd', minDistance: 'x' }, 'minDistance must be a number'),
  geoRefuses('includeLocs is a text', byMongodb('$geoNear: 16607'), { near: ORIGIN, spherical: true, distanceField: 'd', includeLocs: 5 }, "$geoNear requires that 'includeLocs' option is a String"),
  geoRefuses('a query inside may not ask for nearness again', byMongodb('$geoNear: query'), { near: ORIGIN, spherical: true, distanceField: 'd', query: { at: { $near: [0, 0] } } }, '$near'),
  scenario('near is sent as a GeoJSON point whatever it was', bySdk('@cloudbase/database aggregate.js geoNear'), async ({ add, collection }) => {
    await add([{ _id: 'east', at: { type: 'Point', coordinates: [1, 0] } }], 'places');
    const { list } = await collection('places').aggregate().geoNear({ near: { longitude: 1, latitude: 0 }, spherical: true, distanceField: 'm', key: 'at' }).end();
    return list.map(({ m }) => m);
  }, [0]),
]);
