import { byDocument, byMongodb, localScenario, type CollectionName, type Scenario, type Source } from './support/scenario';
import { runScenarios } from './support/run-scenarios';

/**
 * How many documents a call looks at and through which index, as /control/meters tells. A query costs what it returns.
 * Sixty notes: even and odd, ten t-tags and three u-tags, one in five shut, four owners.
 */
const NOTES = Array.from({ length: 60 }, (_, i) => ({
  _id: `n${String(i).padStart(2, '0')}`,
  kind: i % 2 === 0 ? 'even' : 'odd',
  rank: i,
  tags: [`t${i % 10}`, `u${i % 3}`],
  state: i % 5 === 0 ? 'shut' : 'open',
  atMs: 1000 + i,
  owner: { id: `o${i % 4}` },
  at: i,
}));

/** A grid of a hundred places, a hundredth of a degree (about a kilometre) apart. */
const PLACES = Array.from({ length: 100 }, (_, i) => ({ _id: `p${String(i).padStart(2, '0')}`, at: { type: 'Point', coordinates: [113 + (i % 10) / 100, 23 + Math.floor(i / 10) / 100] } }));

interface Request {
  readonly collection?: CollectionName;
  readonly task?: 'find' | 'total' | 'change' | 'clear' | 'aggregate';
  readonly where?: object;
  readonly order?: readonly (readonly [string, 'asc' | 'desc'])[];
  readonly skip?: number;
  readonly limit?: number;
  readonly data?: object;
  readonly stages?: readonly (readonly [string, unknown])[];
}

interface Meters {
  readonly meters: readonly { readonly calls: readonly { readonly documentsExamined?: number; readonly index?: string }[] }[];
}

/** Runs a call in a function and observes what it gave, how many documents it looked at, and through which index. */
const costs = (name: string, source: Source, request: Request, found: unknown, examined: number, index: string | null): Scenario =>
  localScenario(name, source, async ({ local, add }) => {
    await add(NOTES);
    await add(PLACES, 'places');
    const { result } = await local.call('probe', { task: 'find', collection: 'notes', ...request }, 'oProbe');
    const { meters } = (await local.control('meters?last=1')) as unknown as Meters;
    const call = meters[0]?.calls[0];
    return [result, call?.documentsExamined, call?.index];
  }, [found, examined, index]);

const BOUNDS = byMongodb('index bounds: equality prefix, then range, then sort');
const MULTIKEY = byMongodb('multikey index bounds');
const ADVICE = byDocument('docs.cloudbase.net/database/index: the field order of a compound index');

const prefixes: readonly Scenario[] = [
  costs('a list in the order of its index looks at what it returns', BOUNDS, { where: { kind: 'even' }, order: [['rank', 'desc']], limit: 3 }, ['n58', 'n56', 'n54'], 3, 'kind'),
  costs('the same index walked backwards', BOUNDS, { where: { kind: 'odd' }, order: [['rank', 'asc']], limit: 2 }, ['n01', 'n03'], 2, 'kind'),
  costs('documents skipped through an index are looked at', byMongodb('SKIP stands above FETCH'), { where: { kind: 'even' }, order: [['rank', 'desc']], skip: 4, limit: 2 }, ['n50', 'n48'], 6, 'kind'),
  costs('a range after the equality', BOUNDS, { where: { kind: 'even', rank: { $gte: 10, $lt: 16 } } }, ['n14', 'n12', 'n10'], 3, 'kind'),
  costs('a range that is open upwards', BOUNDS, { where: { kind: 'odd', rank: { $gt: 55 } } }, ['n59', 'n57'], 2, 'kind'),
  costs('two ranges on one field meet', BOUNDS, { where: { $and: [{ kind: 'even' }, { rank: { $lte: 8 } }, { rank: { $gt: 4 } }] } }, ['n08', 'n06'], 2, 'kind'),
  costs('bounds that exclude each other look at nothing', BOUNDS, { where: { kind: 'even', rank: { $gt: 9, $lt: 5 } } }, [], 0, 'kind'),
  costs('a range of another type looks at nothing', byMongodb('comparison is bracketed by type'), { where: { kind: 'even', rank: { $gt: 'a' } } }, [], 0, 'kind'),
  costs('the first field alone', ADVICE, { where: { 'owner.id': 'o3' }, limit: 2 }, ['n03', 'n07'], 2, 'owner'),
  costs('a dotted field and the order behind it', ADVICE, { where: { 'owner.id': 'o1' }, order: [['at', 'desc']], limit: 2 }, ['n57', 'n53'], 2, 'owner'),
  costs('a condition beside the index is tested on what the index gives', byMongodb('FETCH with a filter'), { where: { kind: 'even', state: 'shut', rank: { $lt: 22 } } }, ['n20', 'n10', 'n00'], 11, 'kind'),
  costs('the index that narrows more is chosen', byMongodb('plan selection'), { where: { kind: 'even', 'owner.id': 'o2', at: { $lt: 8 } } }, ['n02', 'n06'], 2, 'owner'),
  costs('an id looks at one document', BOUNDS, { where: { _id: 'n30', kind: 'even' } }, ['n30'], 1, '_id_'),
  costs('an id that is not there looks at none', BOUNDS, { where: { _id: 'none' } }, [], 0, '_id_'),
  costs('a range of ids, in their order', BOUNDS, { where: { _id: { $gt: 'n57' } } }, ['n58', 'n59'], 2, '_id_'),
  costs('a page of everything, as stored', byMongodb('natural order'), { where: {}, limit: 3 }, ['n00', 'n01', 'n02'], 3, 'scan'),
  costs('a page of everything in the order of ids', BOUNDS, { where: {}, order: [['_id', 'desc']], limit: 3 }, ['n59', 'n58', 'n57'], 3, '_id_'),
];

const lists: readonly Scenario[] = [
  costs('$in reads each value of the list', BOUNDS, { where: { kind: { $in: ['odd', 'even'] }, rank: { $lt: 2 } } }, ['n00', 'n01'], 2, 'kind'),
  costs('$in merges its values in the order asked for', byMongodb('SORT_MERGE'), { where: { kind: { $in: ['even', 'odd'] } }, order: [['rank', 'desc']], limit: 3 }, ['n59', 'n58', 'n57'], 3, 'kind'),
  costs('$in on ids gives them in the order of the index', byMongodb('index scan order'), { where: { _id: { $in: ['n05', 'n01', 'zz', 'n03'] } } }, ['n01', 'n03', 'n05'], 3, '_id_'),
  costs('$in names a value twice and reads it once', BOUNDS, { where: { _id: { $in: ['n05', 'n05'] } } }, ['n05'], 1, '_id_'),
  costs('$in of nothing looks at nothing', BOUNDS, { where: { kind: { $in: [] } } }, [], 0, 'kind'),
  costs('$in orders by the field it lists', byMongodb('explode for sort'), { where: { kind: { $in: ['odd', 'even'] } }, order: [['kind', 'desc'], ['rank', 'desc']], limit: 2 }, ['n59', 'n57'], 2, 'kind'),
  costs('$or reads a stretch for each branch', byMongodb('OR of index scans'), { where: { $or: [{ kind: 'even', rank: { $lt: 2 } }, { 'owner.id': 'o3', at: { $gt: 55 } }] } }, ['n00', 'n59'], 2, 'kind | owner'),
  costs('$or reads a document of two branches once', byMongodb('OR of index scans'), { where: { $or: [{ kind: 'even', rank: 4 }, { _id: 'n04' }] } }, ['n04'], 1, 'kind | _id_'),
  costs('$or merges its branches in the order asked for', byMongodb('SORT_MERGE'), { where: { $or: [{ kind: 'even', rank: { $lt: 9 } }, { kind: 'odd', rank: { $lt: 9 } }] }, order: [['rank', 'desc']], limit: 4 }, ['n08', 'n07', 'n06', 'n05'], 4, 'kind'),
  costs('a page goes on behind a cursor', ADVICE, { where: { $or: [{ tags: 'u1', state: 'open', atMs: { $lt: 1031 } }, { tags: 'u1', state: 'open', atMs: 1031, _id: { $lt: 'n31' } }] }, order: [['atMs', 'desc'], ['_id', 'desc']], limit: 3 }, ['n28', 'n22', 'n19'], 3, 'tags'),
  costs('$or with a condition outside', byMongodb('OR of index scans'), { where: { kind: 'even', $or: [{ rank: { $lt: 2 } }, { rank: { $gt: 57 } }] } }, ['n00', 'n58'], 2, 'kind'),
];

const arrays: readonly Scenario[] = [
  costs('an element of a list', MULTIKEY, { where: { tags: 't7', state: 'open' }, limit: 2 }, ['n57', 'n47'], 2, 'tags'),
  costs('an element of a list, in order', MULTIKEY, { where: { tags: 'u1', state: 'open' }, order: [['atMs', 'desc'], ['_id', 'desc']], limit: 3 }, ['n58', 'n52', 'n49'], 3, 'tags'),
  costs('$all starts from the rarest of its values', MULTIKEY, { where: { tags: { $all: ['u1', 't7'] } } }, ['n37', 'n07'], 6, 'tags'),
  costs('$all starts from the rarest wherever it stands', MULTIKEY, { where: { tags: { $all: ['t7', 'u1'] } } }, ['n37', 'n07'], 6, 'tags'),
  costs('two conditions on one list: the narrower one leads', MULTIKEY, { where: { $and: [{ tags: 'u0' }, { tags: 't3' }, { state: 'open' }] } }, ['n33', 'n03'], 6, 'tags'),
  costs('two bounds on a list may be met by two elements', MULTIKEY, { where: { tags: { $gt: 't8', $lt: 't1' }, state: 'shut' } }, ['n50', 'n40', 'n30', 'n20', 'n10', 'n00'], 6, 'tags'),
  costs('$elemMatch binds both bounds to one element', MULTIKEY, { where: { tags: { $elemMatch: { $gt: 't8', $lt: 'u' } }, state: 'open' } }, ['n59', 'n49', 'n39', 'n29', 'n19', 'n09'], 6, 'tags'),
];

const values: readonly Scenario[] = [
  costs('a missing field is found as null', byMongodb('missing fields are indexed as null'), { where: { kind: null } }, [], 0, 'kind'),
  costs('a field that is not there', byMongodb('$exists: false through an index'), { where: { kind: { $exists: false } } }, [], 0, 'kind'),
  costs('a literal beginning is a range', byMongodb('regex index use: prefix expressions'), { where: { kind: { $regex: '^ev' }, rank: { $lt: 3 } } }, ['n02', 'n00'], 30, 'kind'),
  costs('a beginning of ids', byMongodb('regex index use: prefix expressions'), { where: { _id: { $regex: '^n5[0-2]' } } }, ['n50', 'n51', 'n52'], 10, '_id_'),
  costs('a quantifier takes the letter before it out of the beginning', byMongodb('regex index use: prefix expressions'), { where: { _id: { $regex: '^n59*' } }, limit: 100 }, Array.from({ length: 10 }, (_, i) => `n5${i}`), 10, '_id_'),
  costs('a type is a stretch of the index', byMongodb('$type bounds'), { where: { kind: 'even', rank: { $type: 'string' } } }, [], 0, 'kind'),
];

const operations: readonly Scenario[] = [
  costs('count looks at what it counts', BOUNDS, { task: 'total', where: { kind: 'even', rank: { $lt: 10 } } }, 5, 5, 'kind'),
  costs('an update of many looks at what it changes', BOUNDS, { task: 'change', where: { 'owner.id': 'o2' }, data: { seen: true } }, 15, 15, 'owner'),
  costs('a removal of many looks at what it removes', BOUNDS, { task: 'clear', where: { tags: 't4', state: 'open' } }, 6, 6, 'tags'),
  costs('an update that moves documents within its own index changes each once', byMongodb('Halloween problem'), { task: 'change', where: { kind: 'even', rank: { $gte: 50 } }, data: { rank: 100 } }, 5, 5, 'kind'),
  costs('an aggregation reads its $match, $sort and $limit through an index', byMongodb('pipeline optimization'), { task: 'aggregate', stages: [['match', { kind: 'odd' }], ['sort', { rank: -1 }], ['limit', 2], ['project', { rank: 1, _id: 0 }]] }, [{ rank: 59 }, { rank: 57 }], 2, 'kind'),
];

const near = (longitude: number, latitude: number, more: object = {}): object => ({ at: { $nearSphere: { $geometry: { type: 'Point', coordinates: [longitude, latitude] }, ...more } } });
const box = { type: 'Polygon', coordinates: [[[112.995, 22.995], [113.015, 22.995], [113.015, 23.015], [112.995, 23.015], [112.995, 22.995]]] };

const places: readonly Scenario[] = [
  costs('the nearest places look at what they return', byMongodb('2dsphere GEO_NEAR'), { collection: 'places', where: near(113.0001, 23.0002), limit: 3 }, ['p00', 'p01', 'p10'], 3, 'at'),
  costs('places within a distance', byMongodb('2dsphere GEO_NEAR'), { collection: 'places', where: near(113.0502, 23.0501, { $maxDistance: 1200 }) }, ['p55', 'p56', 'p54', 'p65', 'p45'], 5, 'at'),
  costs('places beyond a distance are not looked at before it', byMongodb('2dsphere GEO_NEAR'), { collection: 'places', where: near(113, 23, { $minDistance: 13_300 }) }, ['p99'], 1, 'at'),
  costs('places in a polygon', byMongodb('2dsphere $geoWithin'), { collection: 'places', where: { at: { $geoWithin: { $geometry: box } } }, order: [['_id', 'asc']] }, ['p00', 'p01', 'p10', 'p11'], 4, 'at'),
  costs('places that touch a line', byMongodb('2dsphere $geoIntersects'), { collection: 'places', where: { at: { $geoIntersects: { $geometry: { type: 'Point', coordinates: [113.03, 23.02] } } } } }, ['p23'], 1, 'at'),
];

runScenarios('plans and their cost', [...prefixes, ...lists, ...arrays, ...values, ...operations, ...places]);
