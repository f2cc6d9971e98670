/** Nearness: the order of distance, its bounds, and what is refused. A degree of latitude is 111 318.8 m on MongoDB's sphere. */
import { runScenarios } from './support/run-scenarios';
import { byDocument, byMongodb, bySdk, localScenario, refuses, scenario, type Scenario, type Source, type World } from './support/scenario';

const near = byMongodb('query/nearSphere');
const parser = byMongodb('matcher/expression_geo 4.0');

const point = (longitude: number, latitude: number): object => ({ type: 'Point', coordinates: [longitude, latitude] });
const DEGREE_METERS = 111_318.84;

const along = [
  { _id: 'c', at: point(113, 23.3) },
  { _id: 'a', at: point(113, 23.1) },
  { _id: 'b', at: point(113, 22.8) },
  { _id: 'far', at: point(114, 23) },
  { _id: 'nowhere' },
  { _id: 'here', at: point(113, 23) },
];

/** Ids of `places` in the order they come. */
const orders = (name: string, source: Source, documents: readonly object[], where: (world: World) => object, ids: readonly string[]): Scenario =>
  scenario(name, source, async (world) => {
    await world.add(documents, 'places');
    return (await world.collection('places').where(where(world)).get()).data.map((document) => document._id);
  }, ids);

const refused = (name: string, where: object, errMsg: string | RegExp): Scenario =>
  refuses(name, parser, [], ({ collection }) => collection('places').where(where).get(), { errCode: -502001, errMsg });

runScenarios('geo: near', [
  orders('come from the nearest outwards', bySdk('serializer/query.js GEO_NEAR'), along, ({ _, database }) => ({ at: _.geoNear({ geometry: database.Geo.Point(113, 23) }) }), ['here', 'a', 'b', 'c', 'far']),
  orders('up to a distance', near, along, ({ _, database }) => ({ at: _.geoNear({ geometry: database.Geo.Point(113, 23), maxDistance: 0.25 * DEGREE_METERS }) }), ['here', 'a', 'b']),
  orders('from a distance on', near, along, ({ _, database }) => ({ at: _.geoNear({ geometry: database.Geo.Point(113, 23), minDistance: 0.15 * DEGREE_METERS }) }), ['b', 'c', 'far']),
  orders('between two distances', near, along, ({ _, database }) => ({ at: _.geoNear({ geometry: database.Geo.Point(113, 23), minDistance: 0.05 * DEGREE_METERS, maxDistance: 0.15 * DEGREE_METERS }) }), ['a']),
  orders('at a distance of nothing', near, along, ({ _, database }) => ({ at: _.geoNear({ geometry: database.Geo.Point(113, 23), maxDistance: 0 }) }), ['here']),
  orders('beside another condition', near, along.map((place, i) => ({ ...place, kind: i % 2 })), ({ _, database }) => ({ kind: 1, at: _.geoNear({ geometry: database.Geo.Point(113, 23) }) }), ['here', 'a', 'far']),
  orders('inside and', byMongodb('query/nearSphere: $and'), along, () => ({ $and: [{ _id: { $ne: 'here' } }, { at: { $nearSphere: { $geometry: point(113, 23), $maxDistance: 0.25 * DEGREE_METERS } } }] }), ['a', 'b']),
  orders('$near takes GeoJSON too', byMongodb('query/near'), along, () => ({ at: { $near: { $geometry: point(113, 23), $maxDistance: 0.25 * DEGREE_METERS } } }), ['here', 'a', 'b']),
  orders('a legacy pair counts in radians', byMongodb('query/nearSphere: legacy coordinates'), along, () => ({ at: { $nearSphere: [113, 23], $maxDistance: (0.25 * Math.PI) / 180 } }), ['here', 'a', 'b']),
  orders('a point without $geometry takes its distance beside it, in metres', byMongodb('matcher/expression_geo parseLegacyQuery'), along, () => ({ at: { $nearSphere: point(113, 23), $maxDistance: 0.25 * DEGREE_METERS } }), ['here', 'a', 'b']),
  orders('a legacy pair may bring its distance as a third number', byMongodb('matcher/expression_geo parseLegacyQuery'), along, () => ({ at: { $nearSphere: [113, 23, (0.15 * Math.PI) / 180] } }), ['here', 'a']),
  orders('stored legacy pairs are found', byMongodb('geospatial-queries: legacy coordinate pairs'), [{ _id: 'list', at: [113, 23.1] }, { _id: 'object', at: { lng: 113, lat: 23.2 } }], ({ _, database }) => ({ at: _.geoNear({ geometry: database.Geo.Point(113, 23) }) }), ['list', 'object']),
  orders('the shorter way over the date line', near, [{ _id: 'east', at: point(179.9, 0) }, { _id: 'west', at: point(-179.9, 0) }, { _id: 'off', at: point(178, 0) }], ({ _, database }) => ({ at: _.geoNear({ geometry: database.Geo.Point(-179.95, 0) }) }), ['west', 'east', 'off']),
  orders('over the pole', near, [{ _id: 'across', at: point(180, 89) }, { _id: 'below', at: point(0, 86) }], ({ _, database }) => ({ at: _.geoNear({ geometry: database.Geo.Point(0, 89) }) }), ['across', 'below']),
  orders('a polygon is where its nearest edge is, and here when around', near, [
    { _id: 'beside', at: { type: 'Polygon', coordinates: [[[113.1, 22.9], [113.3, 22.9], [113.3, 23.1], [113.1, 23.1], [113.1, 22.9]]] } },
    { _id: 'around', at: { type: 'Polygon', coordinates: [[[112, 22], [114, 22], [114, 24], [112, 24], [112, 22]]] } },
    { _id: 'point', at: point(113.05, 23) },
  ], ({ _, database }) => ({ at: _.geoNear({ geometry: database.Geo.Point(113, 23) }) }), ['around', 'point', 'beside']),
  orders('a line is where it is nearest', near, [{ _id: 'line', at: { type: 'LineString', coordinates: [[112, 23.05], [114, 23.05]] } }, { _id: 'point', at: point(113.2, 23) }], ({ _, database }) => ({ at: _.geoNear({ geometry: database.Geo.Point(113, 23) }) }), ['line', 'point']),
  orders('several points count by the nearest', near, [{ _id: 'two', at: { type: 'MultiPoint', coordinates: [[120, 30], [113, 23.01]] } }, { _id: 'one', at: point(113, 23.1) }], ({ _, database }) => ({ at: _.geoNear({ geometry: database.Geo.Point(113, 23) }) }), ['two', 'one']),
  scenario('page by page', near, async ({ add, collection, _, database }) => {
    await add(along, 'places');
    const { data } = await collection('places').where({ at: _.geoNear({ geometry: database.Geo.Point(113, 23) }) }).skip(1).limit(2).get();
    return data.map((document) => document._id);
  }, ['a', 'b']),
  scenario('an order asked for comes before nearness', near, async ({ add, collection, _, database }) => {
    await add(along, 'places');
    const { data } = await collection('places').where({ at: _.geoNear({ geometry: database.Geo.Point(113, 23), maxDistance: 0.25 * DEGREE_METERS }) }).orderBy('_id', 'asc').get();
    return data.map((document) => document._id);
  }, ['a', 'b', 'here']),
  localScenario('where scans are allowed no index of places is needed', byDocument('README.md: --allow-scans'), async ({ add, collection, _, database }) => {
    await add(along);
    const { data } = await collection().where({ at: _.geoNear({ geometry: database.Geo.Point(113, 23), maxDistance: 0.25 * DEGREE_METERS }) }).get();
    return data.map((document) => document._id);
  }, ['here', 'a', 'b']),
  scenario('the distance is that of a sphere of 6378.1 km', near, async ({ add, collection, _, database }) => {
    await add([{ _id: 'a', at: point(113, 24) }], 'places');
    const within = async (maxDistance: number) => (await collection('places').where({ at: _.geoNear({ geometry: database.Geo.Point(113, 23), maxDistance }) }).get()).data.length;
    return [await within(111_318), await within(111_320)];
  }, [0, 1]),
  scenario('stored points come back as points of the SDK', bySdk('util.js formatField'), async ({ add, collection, database }) => {
    await add([{ _id: 'a', at: database.Geo.Point(113, 23), deep: [{ at: database.Geo.Point(1, 2) }] }], 'places');
    const { at, deep } = (await collection('places').doc('a').get()).data as { at: { longitude: number; latitude: number }; deep: { at: { constructor: { name: string } } }[] };
    return [at.longitude, at.latitude, at.constructor.name, deep[0]?.at.constructor.name];
  }, [113, 23, 'Point', 'Point']),
  scenario('every other shape too', bySdk('util.js formatField'), async ({ add, collection, database: { Geo } }) => {
    const line = Geo.LineString([Geo.Point(0, 0), Geo.Point(1, 1)]);
    const ring = Geo.LineString([Geo.Point(0, 0), Geo.Point(1, 0), Geo.Point(1, 1), Geo.Point(0, 0)]);
    const polygon = Geo.Polygon([ring]);
    await add([{ _id: 'a', shapes: [line, polygon, Geo.MultiPoint([Geo.Point(0, 0)]), Geo.MultiLineString([line]), Geo.MultiPolygon([polygon])] }], 'places');
    const { shapes } = (await collection('places').doc('a').get()).data as { shapes: object[] };
    return shapes.map((shape) => shape.constructor.name);
  }, ['LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon']),
  refused('inside or', { $or: [{ at: { $nearSphere: { $geometry: point(0, 0) } } }] }, 'geo $near must be top-level expr'),
  refused('inside nor', { $nor: [{ at: { $near: [0, 0] } }] }, 'geo $near must be top-level expr'),
  refused('inside not', { at: { $not: { $nearSphere: { $geometry: point(0, 0) } } } }, 'geo $near must be top-level expr'),
  refused('twice', { at: { $nearSphere: { $geometry: point(0, 0) } }, to: { $nearSphere: { $geometry: point(0, 0) } } }, 'Too many geoNear expressions'),
  refused('off the earth', { at: { $nearSphere: { $geometry: point(200, 23) } } }, 'longitude/latitude is out of bounds, lng: 200 lat: 23'),
  refused('a legacy pair off the earth', { at: { $nearSphere: [200, 23] } }, 'Legacy point is out of bounds for spherical query'),
  refused('without a geometry', { at: { $nearSphere: { $maxDistance: 5 } } }, '$geometry is required for geo near query'),
  refused('a distance that is a text', { at: { $nearSphere: { $geometry: point(0, 0), $maxDistance: 'far' } } }, '$maxDistance must be a number'),
  refused('a distance below zero', { at: { $nearSphere: { $geometry: point(0, 0), $maxDistance: -1 } } }, '$maxDistance must be non-negative'),
  refused('a least distance below zero', { at: { $nearSphere: { $geometry: point(0, 0), $minDistance: -1 } } }, '$minDistance must be non-negative'),
  refused('a stranger beside the geometry', { at: { $nearSphere: { $geometry: point(0, 0), $radius: 1 } } }, 'invalid argument in geo near query: $radius'),
  refused('a distance beside $geometry', { at: { $nearSphere: { $geometry: point(0, 0) }, $maxDistance: 5 } }, 'geo near accepts just one argument when querying for a GeoJSON point. Extra field found: $maxDistance: 5'),
  refused('a stranger beside a legacy pair', { at: { $nearSphere: [0, 0], $exists: true } }, 'invalid argument in geo near query: $exists'),
  refused('a legacy pair as $geometry', { at: { $nearSphere: { $geometry: [0, 0] } } }, '$near requires geojson point, given [ 0, 0 ]'),
  refused('coordinates that are texts', { at: { $nearSphere: { $geometry: { type: 'Point', coordinates: ['a', 'b'] } } } }, 'Point must only contain numeric elements'),
  refused('another operator before it', { at: { $exists: true, $nearSphere: { $geometry: point(0, 0) } } }, 'near must be first in'),
]);
