/** field(): which parts of documents come back, in which order, and what is refused. */
import { runScenarios } from './support/run-scenarios';
import { byMongodb, bySdk, refuses, scenario, type Scenario, type Source, type World } from './support/scenario';

const rules = byMongodb('tutorial/project-fields-from-query-results');
const slice = byMongodb('projection/slice');
const element = byMongodb('projection/elemMatch');
const positional = byMongodb('projection/positional');
const parser = byMongodb('query/parsed_projection 4.0');

const stored = { _id: 'one', b: 1, a: { x: 1, y: { z: 2 } }, list: [1, 2, 3, 4, 5], rows: [{ k: 1, v: 'a' }, { k: 2, v: 'b' }, 7, [{ k: 3, v: 'c' }]] };

/** What comes back of one document. */
const projects = (name: string, source: Source, projection: Record<string, unknown>, expected: unknown, where: object = { _id: 'one' }): Scenario =>
  scenario(name, source, async ({ add, collection }) => {
    await add([stored]);
    return (await collection().where(where).field(projection).get()).data[0];
  }, expected);

const refused = (name: string, source: Source, projection: Record<string, unknown>, errMsg: string, where: object = { _id: 'one' }): Scenario =>
  refuses(name, source, [stored], ({ collection }: World) => collection().where(where).field(projection).get(), { errCode: -502001, errMsg });

runScenarios('query: projection', [
  projects('named fields and the id', rules, { b: true }, { _id: 'one', b: 1 }),
  projects('without the id', rules, { b: true, _id: false }, { b: 1 }),
  projects('only the id', rules, { _id: true }, { _id: 'one' }),
  projects('all but the id', rules, { _id: false }, { b: 1, a: stored.a, list: stored.list, rows: stored.rows }),
  projects('all but named fields', rules, { a: false, list: false, rows: false }, { _id: 'one', b: 1 }),
  projects('numbers stand for true and false', bySdk('query.js field'), { b: 1 }, { _id: 'one', b: 1 }),
  projects('numbers above 0 are sent as 1', bySdk('query.js field'), { b: 7, a: 2, rows: 0.5 }, { _id: 'one', b: 1, a: stored.a, rows: stored.rows }),
  projects('a field that is not there leaves nothing', rules, { nothing: true }, { _id: 'one' }),
  projects('a path into an object', rules, { 'a.y.z': true }, { _id: 'one', a: { y: { z: 2 } } }),
  projects('two paths into one object', rules, { 'a.x': true, 'a.y': true }, { _id: 'one', a: { x: 1, y: { z: 2 } } }),
  projects('a path that is excluded', rules, { 'a.y': false, list: false, rows: false }, { _id: 'one', b: 1, a: { x: 1 } }),
  projects('a path through an array takes objects only, arrays in it too', byMongodb('exec/projection_exec appendArray'), { 'rows.k': true }, { _id: 'one', rows: [{ k: 1 }, { k: 2 }, [{ k: 3 }]] }),
  projects('an excluded path through an array leaves scalars', byMongodb('exec/projection_exec appendArray'), { 'rows.k': false, a: false, list: false, b: false }, { _id: 'one', rows: [{ v: 'a' }, { v: 'b' }, 7, [{ v: 'c' }]] }),
  projects('a number in a path is a field, not a place', byMongodb('projection: no array index'), { 'list.0': true }, { _id: 'one', list: [] }),
  projects('a path below a scalar leaves nothing', rules, { 'b.c': true }, { _id: 'one' }),
  projects('an excluded path below a scalar leaves it', rules, { 'b.c': false, a: false, list: false, rows: false }, { _id: 'one', b: 1 }),
  scenario('fields keep the order of the document', rules, async ({ add, collection }) => {
    await add([stored]);
    return Object.keys((await collection().where({ _id: 'one' }).field({ list: true, a: true, b: true }).get()).data[0] ?? {});
  }, ['_id', 'b', 'a', 'list']),
  projects('slice from the front', slice, { list: { $slice: 2 }, a: false, rows: false }, { _id: 'one', b: 1, list: [1, 2] }),
  projects('slice from the end', slice, { list: { $slice: -2 }, a: false, rows: false }, { _id: 'one', b: 1, list: [4, 5] }),
  projects('slice behind some', slice, { list: { $slice: [1, 2] }, a: false, rows: false }, { _id: 'one', b: 1, list: [2, 3] }),
  projects('slice before the end', slice, { list: { $slice: [-3, 2] }, a: false, rows: false }, { _id: 'one', b: 1, list: [3, 4] }),
  projects('slice of nothing', slice, { list: { $slice: 0 }, a: false, rows: false }, { _id: 'one', b: 1, list: [] }),
  projects('slice beyond the end', slice, { list: { $slice: [9, 2] }, a: false, rows: false }, { _id: 'one', b: 1, list: [] }),
  projects('slice beyond the start', slice, { list: { $slice: -99 }, a: false, rows: false }, { _id: 'one', b: 1, list: [1, 2, 3, 4, 5] }),
  projects('slice alone leaves every other field', slice, { list: { $slice: 1 } }, { ...stored, list: [1] }),
  projects('slice beside an included field', slice, { b: true, list: { $slice: 1 } }, { _id: 'one', b: 1, list: [1] }),
  projects('slice of what is no array leaves it', slice, { b: { $slice: 1 }, a: false, list: false, rows: false }, { _id: 'one', b: 1 }),
  projects('elemMatch gives the first element that matches', element, { rows: { $elemMatch: { k: { $gt: 0 } } } }, { _id: 'one', rows: [{ k: 1, v: 'a' }] }),
  projects('elemMatch that finds nothing leaves the field out', element, { rows: { $elemMatch: { k: 9 } } }, { _id: 'one' }),
  projects('elemMatch on values', element, { list: { $elemMatch: { $gt: 3 } } }, { _id: 'one', list: [4] }),
  projects('elemMatch beside an included field', element, { b: true, rows: { $elemMatch: { k: 2 } } }, { _id: 'one', b: 1, rows: [{ k: 2, v: 'b' }] }),
  projects('the command project.elemMatch', bySdk('command.js project'), { rows: { $elemMatch: { v: 'b' } } }, { _id: 'one', rows: [{ k: 2, v: 'b' }] }),
  projects('$ gives the element that matched the query', positional, { 'rows.$': true }, { _id: 'one', rows: [{ k: 2, v: 'b' }] }, { 'rows.k': 2 }),
  projects('$ after a range', positional, { 'list.$': true }, { _id: 'one', list: [4] }, { list: { $gt: 3 } }),
  projects('$ after elemMatch', positional, { 'rows.$': true }, { _id: 'one', rows: [{ k: 2, v: 'b' }] }, { rows: { $elemMatch: { v: 'b' } } }),
  projects('$ with a slice gives the element and every other field', byMongodb('jstests/core/elemMatchProjection.js'), { 'rows.$': { $slice: 1 }, a: false, list: false }, { _id: 'one', b: 1, rows: [{ k: 2, v: 'b' }] }, { 'rows.k': 2 }),
  projects('slice and a path of one field', byMongodb('jstests/core/slice1.js'), { rows: { $slice: 2 }, 'rows.k': true }, { _id: 'one', rows: [{ k: 1 }, { k: 2 }] }),
  projects('slice and an excluded path of one field', byMongodb('jstests/core/slice1.js'), { rows: { $slice: 2 }, 'rows.k': false, a: false, list: false }, { _id: 'one', b: 1, rows: [{ v: 'a' }, { v: 'b' }] }),
  refused('$ where no element matched', byMongodb('exec/projection_exec append'), { 'rows.$': true }, 'positional operator (rows.$) requires corresponding field in query specifier', { rows: { $size: 4 } }),
  scenario('one document by id is projected too', bySdk('document.js get'), async ({ add, collection, database }) => {
    await add([stored]);
    const reference = collection().doc('one') as unknown as { field(projection: object): { get(): Promise<{ data: unknown }> } };
    return [database !== undefined, (await reference.field({ b: true }).get()).data];
  }, [true, { _id: 'one', b: 1 }]),
  scenario('commands slice and elemMatch of the SDK', bySdk('command.js project'), async ({ add, collection, _ }) => {
    await add([stored]);
    return (await collection().where({ _id: 'one' }).field({ list: _.project.slice(2), rows: _.project.elemMatch({ k: 2 }) }).get()).data[0];
  }, { _id: 'one', list: [1, 2], rows: [{ k: 2, v: 'b' }] }),
  refused('including and excluding at once', parser, { b: true, a: false }, 'Projection cannot have a mix of inclusion and exclusion.'),
  refused('excluding beside the included id', parser, { _id: true, a: false }, 'Projection cannot have a mix of inclusion and exclusion.'),
  refused('slice of a text', parser, { list: { $slice: 'a' } }, '$slice only supports numbers and [skip, limit] arrays'),
  refused('slice of three numbers', parser, { list: { $slice: [1, 2, 3] } }, '$slice array wrong size'),
  refused('slice to nothing', parser, { list: { $slice: [1, 0] } }, '$slice limit must be positive'),
  refused('slice backwards', parser, { list: { $slice: [1, -1] } }, '$slice limit must be positive'),
  refused('elemMatch of a number', parser, { list: { $elemMatch: 1 } }, 'elemMatch: Invalid argument, object required.'),
  refused('elemMatch on a path', parser, { 'a.b': { $elemMatch: { c: 1 } } }, 'Cannot use $elemMatch projection on a nested field.'),
  refused('elemMatch with an unknown operator', parser, { list: { $elemMatch: { $foo: 1 } } }, 'unknown operator: $foo'),
  refused('elemMatch with a schema', byMongodb('jstests/core/json_schema/misc_validation.js'), { rows: { $elemMatch: { $jsonSchema: {} } } }, '$jsonSchema is not allowed in this context'),
  refused('elemMatch with nearness', parser, { rows: { $elemMatch: { at: { $near: [0, 0] } } } }, '$geoNear, $near, and $nearSphere are not allowed in this context'),
  refused('an unknown operator', parser, { list: { $foo: 1 } }, 'Unsupported projection option'),
  refused('two operators', parser, { list: { $slice: 1, $elemMatch: { a: 1 } } }, '>1 field in obj'),
  refused('$ with elemMatch', parser, { 'rows.$': true, list: { $elemMatch: { $gt: 1 } } }, 'Cannot specify positional operator and $elemMatch.', { 'rows.k': 2 }),
  refused('$ excluded', parser, { 'rows.$': false }, 'Cannot exclude array elements with the positional operator.', { 'rows.k': 2 }),
  refused('two $', parser, { 'rows.$': true, 'list.$': true }, 'Cannot specify more than one positional proj. per query.', { 'rows.k': 2, list: 1 }),
  refused('$ on what the query does not name', parser, { 'rows.$': true }, "Positional projection 'rows.$' does not match the query document."),
]);
