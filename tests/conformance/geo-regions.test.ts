/** $geoWithin and $geoIntersects: regions whose edges are great circles, circles on the sphere, legacy shapes on the plane. */
import { runScenarios } from './support/run-scenarios';
import { byMongodb, bySdk, finds, refuses, type Scenario } from './support/scenario';

const within = byMongodb('query/geoWithin');
const intersects = byMongodb('query/geoIntersects');
const legacy = byMongodb('query/geoWithin: legacy shapes');
const parser = byMongodb('geo/geoparser 4.0');

type Pair = readonly [number, number];
const point = (...at: Pair): object => ({ type: 'Point', coordinates: at });
const line = (...coordinates: Pair[]): object => ({ type: 'LineString', coordinates });
/** A closed ring from its corners. */
const ring = (...corners: Pair[]): Pair[] => [...corners, corners[0] as Pair];
const polygon = (...coordinates: Pair[][]): object => ({ type: 'Polygon', coordinates });
const rectangle = (west: number, south: number, east: number, north: number): Pair[] => ring([west, south], [east, south], [east, north], [west, north]);

const places = (...shapes: readonly unknown[]): object[] => shapes.map((at, i) => ({ _id: i + 1, at }));
const inside = (geometry: object): object => ({ at: { $geoWithin: { $geometry: geometry } } });
const meeting = (geometry: object): object => ({ at: { $geoIntersects: { $geometry: geometry } } });

const square = polygon(rectangle(0, 0, 10, 10));
const withHole = polygon(rectangle(0, 0, 10, 10), rectangle(4, 4, 6, 6));

const twoPolygons = { type: 'MultiPolygon', coordinates: [[rectangle(102, 2, 103, 3)], [rectangle(100, 0, 101, 1), rectangle(100.2, 0.2, 100.8, 0.8)]] };

const refused = (name: string, where: object, errMsg: string | RegExp, source = parser): Scenario =>
  refuses(name, source, [], ({ collection }) => collection('places').where(where).get(), { errCode: -502001, errMsg });

runScenarios('geo: within', [
  finds('points in a polygon', bySdk('serializer/query.js GEO_WITHIN'), places(point(5, 5), point(15, 5), undefined, point(5, -1), 'text'), ({ _, database: { Geo } }) => ({
    at: _.geoWithin({ geometry: Geo.Polygon([Geo.LineString([Geo.Point(0, 0), Geo.Point(10, 0), Geo.Point(10, 10), Geo.Point(0, 10), Geo.Point(0, 0)])]) }),
  }), [1]),
  finds('a hole is outside', within, places(point(5, 5), point(2, 2), point(4.5, 5.5)), () => inside(withHole), [2]),
  finds('the way round does not matter', byMongodb('query/geoWithin: polygons smaller than a hemisphere'), places(point(5, 5), point(15, 5)), () => inside(polygon([...rectangle(0, 0, 10, 10)].reverse())), [1]),
  finds('edges are great circles and bend towards the pole', within, places(point(0, 55), point(0, 58), point(-39, 49)), () => inside(polygon(rectangle(-40, 10, 40, 50))), [1, 3]),
  finds('a region over the date line', within, places(point(179, 0), point(-179, 0), point(0, 0)), () => inside(polygon(rectangle(170, -10, -170, 10))), [1, 2]),
  finds('a region around the pole', within, places(point(45, 85), point(-120, 80), point(0, 40)), () => inside(polygon(ring([0, 60], [90, 60], [180, 60], [-90, 60]))), [1, 2]),
  finds('any of several polygons', within, places(point(5, 5), point(25, 5), point(15, 5)), () => inside({ type: 'MultiPolygon', coordinates: [[rectangle(0, 0, 10, 10)], [rectangle(20, 0, 30, 10)]] }), [1, 2]),
  finds('a line needs to lie in it wholly', within, places(line([1, 1], [9, 9]), line([1, 1], [15, 5]), line([1, 5], [9, 5])), () => inside(square), [1, 3]),
  finds('a line through the hole is not in it', within, places(line([1, 5], [9, 5]), line([1, 1], [9, 1])), () => inside(withHole), [2]),
  finds('a polygon needs to lie in it wholly', within, places(polygon(rectangle(1, 1, 3, 3)), polygon(rectangle(5, 5, 15, 9)), polygon(rectangle(-5, -5, 15, 15))), () => inside(square), [1]),
  finds('a polygon around the hole is not in it', within, places(polygon(rectangle(3, 3, 7, 7)), polygon(rectangle(7, 7, 9, 9))), () => inside(withHole), [2]),
  finds('several points all need to', within, places({ type: 'MultiPoint', coordinates: [[1, 1], [2, 2]] }, { type: 'MultiPoint', coordinates: [[1, 1], [20, 2]] }), () => inside(square), [1]),
  finds('and the parts of a collection', within, places({ type: 'GeometryCollection', geometries: [point(1, 1), line([2, 2], [3, 3])] }, { type: 'GeometryCollection', geometries: [point(1, 1), point(20, 2)] }), () => inside(square), [1]),
  finds('stored legacy pairs', legacy, places([5, 5], { lng: 5, lat: 5 }, [15, 5], { lat: 'x', lng: 5 }), () => inside(square), [1, 2]),
  finds('a list of points by any of them', byMongodb('matcher/path: leaf arrays'), places([point(5, 5), point(50, 5)], [point(50, 5)]), () => inside(square), [1]),
  finds('points in a circle, its radius in radians', bySdk('serializer/query.js GEO_WITHIN centerSphere'), places(point(0, 1), point(0, 3), point(1.9, 0)), ({ _ }) => ({ at: _.geoWithin({ centerSphere: [[0, 0], (2 * Math.PI) / 180] }) }), [1, 3]),
  finds('a circle round a point of the SDK', bySdk('serializer/query.js GEO_WITHIN centerSphere'), places(point(0, 1), point(0, 3)), ({ _, database }) => ({ at: _.geoWithin({ centerSphere: [database.Geo.Point(0, 0), (2 * Math.PI) / 180] }) }), [1]),
  finds('lines and polygons in a circle', within, places(line([0, 0], [1, 1]), line([0, 0], [5, 5]), polygon(rectangle(-1, -1, 1, 1))), ({ _ }) => ({ at: _.geoWithin({ centerSphere: [[0, 0], (2 * Math.PI) / 180] }) }), [1, 3]),
  finds('a legacy box', legacy, places([5, 5], point(5, 5), [15, 5]), () => ({ at: { $geoWithin: { $box: [[0, 0], [10, 10]] } } }), [1, 2]),
  finds('a legacy polygon', legacy, places([2, 1], [1, 2], [0.5, 0.2]), () => ({ at: { $geoWithin: { $polygon: [[0, 0], [3, 0], [3, 3]] } } }), [1, 3]),
  finds('a legacy circle in degrees', legacy, places([3, 4], [3, 4.1]), () => ({ at: { $geoWithin: { $center: [[0, 0], 5] } } }), [1]),
  finds('lines are in no legacy shape', legacy, places(line([1, 1], [2, 2]), [1, 1]), () => ({ at: { $geoWithin: { $box: [[0, 0], [10, 10]] } } }), [2]),
  finds('a corner is inside', byMongodb('jstests/core/geo_s2within.js'), places(point(40, 5), point(41.1, 6.1)), () => inside(polygon(ring([40, 5], [40, 8], [43, 8], [43, 5]), ring([41, 6], [42, 6], [42, 7], [41, 7]))), [1]),
  finds('several polygons hold themselves, one of them, and points at their corners', byMongodb('jstests/core/geo_s2multi.js'), places(
    { type: 'MultiPoint', coordinates: [[100, 0], [101, 1]] },
    { type: 'MultiLineString', coordinates: [[[100, 0], [101, 1]], [[102, 2], [103, 3]]] },
    twoPolygons,
    polygon(rectangle(102, 2, 103, 3)),
  ), () => inside(twoPolygons), [1, 3, 4]),
  finds('points given twice running count once', byMongodb('jstests/core/geo_s2dupe_points.js'), places(point(2.5, 2.5), point(0, 0)), () => inside(polygon([[-3, -3], [3, -3], [3, -3], [3, 3], [-3, 3], [-3, -3]], [[-2, -2], [2, -2], [2, 2], [-2, 2], [-2, -2], [-2, -2]])), [1]),
  finds('a strip along a meridian', byMongodb('jstests/core/geo_s2oddshapes.js'), places(point(0, 0), line([-2, 10], [2, 10]), line([10, -2], [10, 2])), () => inside(polygon(ring([1, 89], [-1, 89], [-1, -89], [1, -89]))), [1]),
  finds('what looks like a strip along the equator is most of a hemisphere', byMongodb('jstests/core/geo_s2oddshapes.js'), places(point(0, 0), line([-2, 10], [2, 10]), line([10, -2], [10, 2])), () => inside(polygon(ring([89, 1], [-89, 1], [-89, -1], [89, -1]))), [1, 2, 3]),
  finds('half the earth', byMongodb('jstests/core/geo_s2oddshapes.js'), places(point(100, 0), point(-100, 0)), () => inside(polygon(ring([0, -90], [0, 90], [180, 0]))), [1]),
  finds('a few metres', byMongodb('jstests/core/geo_s2oddshapes.js'), places(point(0.01, 0), point(0.2, 0)), () => inside(polygon(ring([0, -0.01], [0.015, -0.01], [0.015, 0.01], [0, 0.01]))), [1]),
  finds('points on an edge and at a corner', byMongodb('jstests/core/geo_s2polywithholes.js'), places(point(0.5, 0.5), point(0, 0.5), point(0, 0)), () => inside(polygon(ring([0, 0], [0, 1], [1, 1], [1, 0]))), [1, 2, 3]),
  finds('a circle of no radius holds its center', byMongodb('jstests/core/geo_validate.js'), places([0, 0], [0, 1]), () => ({ at: { $geoWithin: { $centerSphere: [[0, 0], 0] } } }), [1]),
  finds('a circle without end holds everything', byMongodb('jstests/core/geo_validate.js'), places([0, 0], [180, 1]), () => ({ at: { $geoWithin: { $centerSphere: [[0, 0], Infinity] } } }), [1, 2]),
  finds('not within finds what lies outside or nowhere', within, places(point(5, 5), point(15, 5), undefined), () => ({ at: { $not: { $geoWithin: { $geometry: square } } } }), [2, 3]),
  finds('within beside another condition', within, places(point(5, 5), point(6, 6)), () => ({ ...inside(square), _id: 2 }), [2]),
]);

runScenarios('geo: intersects', [
  finds('a point and a polygon', bySdk('serializer/query.js GEO_INTERSECTS'), places(polygon(rectangle(0, 0, 10, 10)), polygon(rectangle(20, 0, 30, 10)), withHole), ({ _, database }) => ({ at: _.geoIntersects({ geometry: database.Geo.Point(5, 5) }) }), [1]),
  finds('a line that crosses, lies inside, or stays away', intersects, places(line([-5, 5], [15, 5]), line([1, 1], [2, 2]), line([-5, -5], [-1, -1])), () => meeting(square), [1, 2]),
  finds('a line in the hole does not meet it', intersects, places(line([4.5, 5], [5.5, 5]), line([4.5, 5], [7, 5])), () => meeting(withHole), [2]),
  finds('two lines that cross', intersects, places(line([0, 0], [10, 10]), line([0, 5], [1, 5])), () => meeting(line([0, 10], [10, 0])), [1]),
  finds('lines that share an end', intersects, places(line([0, 0], [5, 5]), line([0, 0], [4, 5])), () => meeting(line([5, 5], [9, 0])), [1]),
  finds('polygons that overlap, hold one another, or neither', intersects, places(polygon(rectangle(5, 5, 15, 15)), polygon(rectangle(2, 2, 3, 3)), polygon(rectangle(-5, -5, 20, 20)), polygon(rectangle(11, 0, 12, 5))), () => meeting(square), [1, 2, 3]),
  finds('polygons that share an edge', byMongodb('query/geoIntersects: data and object share an edge'), places(polygon(rectangle(10, 0, 20, 10)), polygon(rectangle(10.1, 0, 20, 10))), () => meeting(square), [1]),
  finds('several polygons at a corner, not in a hole', byMongodb('jstests/core/geo_s2multi.js'), places(twoPolygons, point(100.21, 0.21)), () => meeting({ type: 'MultiPoint', coordinates: [[101, 1], [100.21, 0.21]] }), [1, 2]),
  finds('nothing of them in the hole', byMongodb('jstests/core/geo_s2multi.js'), places(twoPolygons, point(100.21, 0.21)), () => meeting(point(100.21, 0.21)), [2]),
  finds('any of several points', intersects, places(point(1, 1), point(2, 2), point(3, 3)), () => meeting({ type: 'MultiPoint', coordinates: [[1, 1], [3, 3]] }), [1, 3]),
  finds('any of several lines', intersects, places(point(0, 5), line([-1, 5], [1, 5])), () => meeting({ type: 'MultiLineString', coordinates: [[[0, 0], [0, 10]], [[20, 0], [20, 10]]] }), [1, 2]),
  finds('any part of a collection', intersects, places(point(5, 5), point(30, 30)), () => meeting({ type: 'GeometryCollection', geometries: [square, point(40, 40)] }), [1]),
  finds('a stored legacy pair', legacy, places([5, 5], [50, 5]), () => meeting(square), [1]),
  finds('a legacy pair in the query', byMongodb('geo/geometry_container parseFromQuery'), places(square, point(5, 5), point(6, 5)), () => ({ at: { $geoIntersects: { $geometry: [5, 5] } } }), [1, 2]),
  finds('over the date line', intersects, places(line([179, 0], [-179, 0]), line([179, 5], [178, 5])), () => meeting(line([180, -5], [180, 5])), [1]),
  finds('nothing that is no geometry', intersects, places('5,5', 5, null, { a: 'b' }, point(5, 5)), () => meeting(square), [5]),
]);

runScenarios('geo: refusals of regions', [
  refused('a ring that does not close', inside(polygon([[0, 0], [1, 0], [1, 1]])), 'Loop is not closed'),
  refused('a ring of two corners', inside(polygon([[0, 0], [1, 0], [0, 0]])), 'Loop must have at least 3 different vertices'),
  refused('a ring that crosses itself', inside(polygon(ring([0, 0], [10, 10], [10, 0], [0, 10]))), /Loop is not valid: .*Edges 0 and 2 cross/),
  refused('a corner twice', inside(polygon(ring([0, 0], [5, 0], [5, 5], [5, 0], [0, 5]))), /Loop is not valid: .*Duplicate vertices: 1 and 3/),
  refused('a hole that is not in it', inside(polygon(rectangle(0, 0, 10, 10), rectangle(20, 20, 30, 30))), 'secondary loops must be holes'),
  refused('a hole that is the whole', inside(polygon(rectangle(0, 0, 1, 1), rectangle(0, 0, 1, 1))), "Polygon isn't valid: Duplicate edge", byMongodb('jstests/core/geo_s2holesameasshell.js')),
  refused('two holes that are the whole', inside(polygon(rectangle(0, 0, 1, 1), rectangle(0, 0, 1, 0.5), rectangle(0, 0.5, 1, 1))), "Polygon isn't valid: Duplicate edge", byMongodb('jstests/core/geo_s2holesameasshell.js')),
  refused('holes that cross', inside(polygon(rectangle(0, 0, 10, 10), rectangle(2, 2, 5, 5), rectangle(4, 4, 8, 8))), "Polygon isn't valid: Loop 2 crosses loop 1"),
  refused('a hole that sticks out', inside(polygon(ring([0, 0], [0, 1], [1, 1], [1, 0]), ring([0.4, 0.9], [0.4, 1.1], [0.5, 1.1], [0.5, 0.9]))), 'secondary loops must be holes', byMongodb('jstests/core/geo_s2polywithholes.js')),
  refused('a hole in a hole', inside(polygon(rectangle(0, 0, 1, 1), rectangle(0.1, 0.1, 0.9, 0.9), rectangle(0.2, 0.2, 0.8, 0.8))), 'Polygon interior loops cannot be nested', byMongodb('jstests/core/geo_s2polywithholes.js')),
  refused('a hole larger than the outline', inside(polygon(rectangle(0.1, 0.1, 0.9, 0.9), rectangle(0, 0, 1, 1))), 'secondary loops must be holes', byMongodb('jstests/core/geo_s2polywithholes.js')),
  refused('a hole that shares two corners', inside(polygon(ring([0, 0], [0, 1], [1, 1], [1, 0]), ring([0, 0], [0.1, 0.9], [1, 1], [0.9, 0.1]))), 'Loop 1 shares more than one vertex with its parent loop 0', byMongodb('jstests/core/geo_s2polywithholes.js')),
  refused('a radius that is no number', { at: { $geoWithin: { $center: [[0, 0], Number.NaN] } } }, 'radius must be a non-negative number', byMongodb('jstests/core/geo_validate.js')),
  refused('a center that is nowhere', { at: { $geoWithin: { $centerSphere: [[Infinity, 0], 1] } } }, 'Point coordinates must be finite numbers', byMongodb('jstests/core/geo_validate.js')),
  refused('no ring at all', inside(polygon()), 'Polygon has no loops.'),
  refused('coordinates off the earth', inside(polygon(rectangle(0, 0, 200, 10))), 'longitude/latitude is out of bounds, lng: 200 lat: 0'),
  refused('within a line', inside(line([0, 0], [1, 1])), '$within not supported with provided geometry'),
  refused('within a point', inside(point(0, 0)), '$within not supported with provided geometry'),
  refused('within an unknown type', inside({ type: 'Circle', coordinates: [0, 0] }), 'unknown GeoJSON type'),
  refused('within nothing', { at: { $geoWithin: {} } }, "geo query doesn't have any geometry"),
  refused('within a number', { at: { $geoWithin: 5 } }, 'geometry must be an object'),
  refused('a circle with a radius below zero', { at: { $geoWithin: { $centerSphere: [[0, 0], -1] } } }, 'radius must be a non-negative number'),
  refused('a circle of three parts', { at: { $geoWithin: { $centerSphere: [[0, 0], 1, 2] } } }, 'Only 2 fields allowed for circular region'),
  refused('a circle off the earth', { at: { $geoWithin: { $centerSphere: [[0, 100], 1] } } }, 'longitude/latitude is out of bounds, lng: 0 lat: 100'),
  refused('a legacy polygon of two points', { at: { $geoWithin: { $polygon: [[0, 0], [1, 1]] } } }, 'Polygon must have at least 3 points'),
  refused('a line of one point', meeting(line([0, 0])), 'GeoJSON LineString must have at least 2 vertices'),
  refused('several points that are none', meeting({ type: 'MultiPoint', coordinates: [] }), 'MultiPoint coordinates must have at least 1 element'),
  refused('a collection in a collection', meeting({ type: 'GeometryCollection', geometries: [{ type: 'GeometryCollection', geometries: [] }] }), 'GeometryCollections cannot be nested'),
  refused('intersecting a circle', { at: { $geoIntersects: { $center: [[0, 0], 1] } } }, '$geoIntersect not supported with provided geometry'),
  refused('an unknown coordinate system', inside({ ...square, crs: { type: 'name', properties: { name: 'EPSG:1' } } }), 'Unknown CRS name: EPSG:1'),
]);
