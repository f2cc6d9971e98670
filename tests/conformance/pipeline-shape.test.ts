import { byDocument, byMongodb, bySdk, scenario } from './support/scenario';
import { pipeRefuses, pipes, rawPipeRefuses, rawPipes } from './support/pipeline-scenarios';
import { runScenarios } from './support/run-scenarios';

const ONE = [{ _id: 'one', a: 1, b: { c: 2, d: 3 }, list: [{ x: 1, y: 2 }, { x: 3 }, 4], tags: ['p', 'q'] }];

runScenarios('pipeline: $project', [
  pipes('keeps what it names and _id', byMongodb('$project: inclusion'), ONE, (p) => p.project({ a: 1 }), [{ _id: 'one', a: 1 }]),
  pipes('keeps a nested field by dotted path', byMongodb('$project: dotted path'), ONE, (p) => p.project({ 'b.c': 1 }), [{ _id: 'one', b: { c: 2 } }]),
  pipes('keeps a nested field by nested object', byMongodb('$project: nested specification'), ONE, (p) => p.project({ b: { c: true } }), [{ _id: 'one', b: { c: 2 } }]),
  pipes('leaves _id out when told', byMongodb('$project: _id: 0'), ONE, (p) => p.project({ _id: 0, a: 1 }), [{ a: 1 }]),
  pipes('with nothing but _id: 0 keeps all other fields', byMongodb('$project: exclusion of _id only'), [{ _id: 'one', a: 1 }], (p) => p.project({ _id: 0 }), [{ a: 1 }]),
  pipes('leaves out what it names', byMongodb('$project: exclusion'), [{ _id: 'one', a: 1, b: 2 }], (p) => p.project({ b: 0 }), [{ _id: 'one', a: 1 }]),
  pipes('leaves out a nested field of every element', byMongodb('$project: exclusion through arrays'), ONE, (p) => p.project({ list: { x: 0 }, b: 0, tags: 0, a: 0 }), [{ _id: 'one', list: [{ y: 2 }, {}, 4] }]),
  pipes('keeps nested fields of objects in a list and drops other elements', byMongodb('$project: inclusion through arrays'), ONE, (p) => p.project({ _id: 0, 'list.x': 1 }), [{ list: [{ x: 1 }, { x: 3 }] }]),
  pipes('a nested path on a scalar gives no field', byMongodb('$project: inclusion below a scalar'), ONE, (p) => p.project({ _id: 0, 'a.z': 1 }), [{}]),
  pipes('a missing field stays missing', byMongodb('$project: inclusion of a missing field'), ONE, (p) => p.project({ _id: 0, zzz: 1 }), [{}]),
  pipes('renames by path', byMongodb('$project: computed field'), ONE, (p) => p.project({ _id: 0, renamed: '$b.c' }), [{ renamed: 2 }]),
  pipes('any number but 0 means inclusion', byMongodb('$project: truthy number'), ONE, (p) => p.project({ _id: 0, a: 5 }), [{ a: 1 }]),
  pipes('a plain text is a literal', byMongodb('$project: string literal'), ONE, (p) => p.project({ _id: 0, kind: 'note' }), [{ kind: 'note' }]),
  pipes('a list of paths becomes a list of values', byMongodb('$project: array of expressions'), ONE, (p) => p.project({ _id: 0, pair: ['$a', '$b.c', '$zzz'] }), [{ pair: [1, 2, null] }]),
  pipes('a computed path that is missing gives no field', byMongodb('$project: missing value'), ONE, (p) => p.project({ _id: 0, x: '$zzz' }), [{}]),
  pipes('$literal gives a number instead of inclusion', byMongodb('$literal'), ONE, (p, { $ }) => p.project({ _id: 0, one: $.literal(1) }), [{ one: 1 }]),
  pipes('$$REMOVE leaves a field out on condition', byMongodb('$project: $$REMOVE'), [{ _id: 'a', n: 1 }, { _id: 'b', n: 2 }], (p, { $ }) => p.sort({ _id: 1 }).project({ n: $.cond({ if: $.eq(['$n', 1]), then: '$$REMOVE', else: '$n' }) }), [{ _id: 'a' }, { _id: 'b', n: 2 }]),
  pipes('_id can be computed', byMongodb('$project: computed _id'), ONE, (p) => p.project({ _id: '$a' }), [{ _id: 1 }]),
  pipes('computes inside an object beside what is kept', byMongodb('$project: computed nested field'), ONE, (p) => p.project({ _id: 0, b: { c: 1, twice: '$a' } }), [{ b: { c: 2, twice: 1 } }]),
  pipes('computes into every element of a list', byMongodb('$project: computed field through arrays'), [{ _id: 'one', v: 9, list: [{ x: 1 }, 2] }], (p) => p.project({ _id: 0, 'list.v': '$v' }), [{ list: [{ v: 9 }, { v: 9 }] }]),
  pipes('$$ROOT is the document of the stage', byMongodb('$$ROOT'), [{ _id: 'one', a: 1 }], (p) => p.project({ _id: 0, whole: '$$ROOT' }), [{ whole: { _id: 'one', a: 1 } }]),
  pipeRefuses('inclusion and exclusion cannot be mixed', byMongodb('$project: 40178'), ONE, (p) => p.project({ a: 1, b: 0 }), "Invalid $project :: caused by :: Bad projection specification, cannot exclude fields other than '_id' in an inclusion projection: { a: 1, b: 0 }"),
  pipeRefuses('exclusion cannot compute', byMongodb('$project: 40179'), ONE, (p) => p.project({ a: 0, b: '$a' }), 'Invalid $project :: caused by :: Bad projection specification, cannot include fields or add computed fields during an exclusion projection: { a: 0, b: "$a" }'),
  pipes('_id: 1 alone keeps nothing else', byMongodb('$project: inclusion of _id only'), ONE, (p) => p.project({ _id: 1 }), [{ _id: 'one' }]),
  pipes('_id may be named in an exclusion', byMongodb('$project: _id: 1 beside an exclusion'), [{ _id: 'one', a: 1, b: 2 }], (p) => p.project({ _id: 1, a: 0 }), [{ _id: 'one', b: 2 }]),
  pipeRefuses('a dotted name inside an object is refused', byMongodb('$project: 40183'), ONE, (p) => p.project({ b: { 'c.d': 1 } }), "Invalid $project :: caused by :: cannot use dotted field name 'c.d' in a sub object: { b: { c.d: 1 } }"),
  pipeRefuses('an operator stands alone in its object', byMongodb('$project: 40181'), ONE, (p, { $ }) => p.project({ x: { ...($.add(['$a', 1]) as object), y: 1 } }), 'an expression specification must contain exactly one field, the name of the expression. Found 2 fields in'),
  pipeRefuses('an empty specification is refused', byMongodb('$project: 40177'), ONE, (p) => p.project({}), 'Invalid $project :: caused by :: specification must have at least one field'),
  pipeRefuses('an empty object as a field is refused', byMongodb('$project: 40180'), ONE, (p) => p.project({ a: {} }), 'Invalid $project :: caused by :: an empty object is not a valid value. Found empty object at path a'),
  pipeRefuses('anything but an object is refused', byMongodb('$project: 15969'), ONE, (p) => p.project('a'), '$project specification must be an object'),
  pipeRefuses('a path and one below it conflict', byMongodb('$project: 40176'), ONE, (p) => p.project({ b: 1, 'b.c': 1 }), "Invalid $project :: caused by :: specification contains two conflicting paths. Cannot specify both 'b.c' and 'b'"),
  pipeRefuses('an unknown operator is refused before anything is read', byMongodb('Unrecognized expression'), [], (p) => p.project({ a: { $strange: 1 } }), "Invalid $project :: caused by :: Unrecognized expression '$strange'"),
  pipeRefuses('a path may not end with a dot', byMongodb('FieldPath'), ONE, (p) => p.project({ 'a.': 1 }), "FieldPath must not end with a '.'."),
  pipeRefuses('a field may not start with a dollar', byMongodb('FieldPath'), ONE, (p) => p.project({ $a: 1 }), "FieldPath field names may not start with '$'."),
]);

runScenarios('pipeline: $addFields, $set, $unset', [
  pipes('adds to what is there', byDocument('wx.cloud Aggregate.addFields'), [{ _id: 'one', a: 1 }], (p, { $ }) => p.addFields({ sum: $.add(['$a', 4]), n: 7 }), [{ _id: 'one', a: 1, sum: 5, n: 7 }]),
  pipes('a number is a value here, not an inclusion', byMongodb('$addFields'), [{ _id: 'one' }], (p) => p.addFields({ zero: 0, one: 1 }), [{ _id: 'one', zero: 0, one: 1 }]),
  pipes('replaces a field of that name', byMongodb('$addFields: overwriting'), [{ _id: 'one', a: 1 }], (p) => p.addFields({ a: 'x' }), [{ _id: 'one', a: 'x' }]),
  pipes('reaches into objects and keeps their other fields', byMongodb('$addFields: embedded document'), [{ _id: 'one', b: { c: 1 } }], (p) => p.addFields({ 'b.d': 2 }), [{ _id: 'one', b: { c: 1, d: 2 } }]),
  pipes('makes the objects of a path that is not there', byMongodb('$addFields: embedded document'), [{ _id: 'one' }], (p) => p.addFields({ 'x.y.z': 1 }), [{ _id: 'one', x: { y: { z: 1 } } }]),
  pipes('a scalar in the way gives way to an object', byMongodb('$addFields: nested path over a scalar'), [{ _id: 'one', a: 5 }], (p) => p.addFields({ 'a.b': 1 }), [{ _id: 'one', a: { b: 1 } }]),
  pipes('sets the field in every element of a list', byMongodb('$addFields: nested path through arrays'), [{ _id: 'one', list: [{ x: 1 }, { x: 2 }] }], (p) => p.addFields({ 'list.seen': true }), [{ _id: 'one', list: [{ x: 1, seen: true }, { x: 2, seen: true }] }]),
  pipes('all expressions see the document as it came', byMongodb('$addFields: evaluation on the input'), [{ _id: 'one', a: 1, b: 2 }], (p) => p.addFields({ a: '$b', b: '$a' }), [{ _id: 'one', a: 2, b: 1 }]),
  pipes('a missing value removes the field', byMongodb('$addFields: missing value'), [{ _id: 'one', a: 1 }], (p) => p.addFields({ a: '$zzz' }), [{ _id: 'one' }]),
  pipes('$$REMOVE removes the field', byMongodb('$addFields: $$REMOVE'), [{ _id: 'one', a: 1, b: 2 }], (p) => p.addFields({ a: '$$REMOVE' }), [{ _id: 'one', b: 2 }]),
  pipes('a nested object is merged, not put in its place', byMongodb('$addFields: nested specification'), [{ _id: 'one', b: { c: 1 } }], (p) => p.addFields({ b: { d: 2 } }), [{ _id: 'one', b: { c: 1, d: 2 } }]),
  pipeRefuses('an empty specification is refused', byMongodb('$addFields: 40177'), ONE, (p) => p.addFields({}), 'Invalid $addFields :: caused by :: specification must have at least one field'),
  pipeRefuses('anything but an object is refused', byMongodb('$addFields: 40272'), ONE, (p) => p.addFields('a'), '$addFields specification stage must be an object, got string'),
  pipeRefuses('two paths in conflict are refused', byMongodb('$addFields: 40176'), ONE, (p) => p.addFields({ 'b.c': 1, b: 2 }), "Cannot specify both 'b' and 'b.c'"),
  rawPipes('$set is $addFields', byMongodb('$set (aggregation)'), [{ _id: 'one', a: 1 }], [{ $set: { b: '$a' } }], [{ _id: 'one', a: 1, b: 1 }]),
  rawPipes('$unset removes one field', byMongodb('$unset (aggregation)'), [{ _id: 'one', a: 1, b: 2 }], [{ $unset: 'a' }], [{ _id: 'one', b: 2 }]),
  rawPipes('$unset removes several, nested ones too', byMongodb('$unset (aggregation)'), [{ _id: 'one', a: 1, b: { c: 1, d: 2 } }], [{ $unset: ['a', 'b.c'] }], [{ _id: 'one', b: { d: 2 } }]),
  rawPipeRefuses('$unset takes texts only', byMongodb('$unset: 31120'), ONE, [{ $unset: ['a', 1] }], '$unset specification must be a string or an array containing only string values'),
  rawPipeRefuses('$unset of nothing is refused', byMongodb('$unset: 31119'), ONE, [{ $unset: [] }], '$unset specification must be a string or an array with at least one field'),
]);

runScenarios('pipeline: $replaceRoot', [
  pipes('puts an object in the place of its document', byDocument('wx.cloud Aggregate.replaceRoot'), ONE, (p) => p.replaceRoot({ newRoot: '$b' }), [{ c: 2, d: 3 }]),
  pipes('takes an object made anew', byMongodb('$replaceRoot'), ONE, (p) => p.replaceRoot({ newRoot: { id: '$_id', n: '$b.d' } }), [{ id: 'one', n: 3 }]),
  pipes('takes a merge of two objects', byMongodb('$replaceRoot with $mergeObjects'), [{ _id: 'one', b: { c: 2 } }], (p, { $ }) => p.replaceRoot({ newRoot: $.mergeObjects([{ c: 1, e: 5 }, '$b']) }), [{ c: 2, e: 5 }]),
  pipeRefuses('a scalar is refused, shown with its type', byMongodb('$replaceRoot: 40228'), [{ _id: 'one', a: 1 }], (p) => p.replaceRoot({ newRoot: '$a' }), /'newRoot' expression\s+must evaluate to an object, but resulting value was: 1\. Type of resulting value: 'int'/),
  pipeRefuses('a missing value is refused as well', byMongodb('$replaceRoot: 40228'), [{ _id: 'one', a: 1 }], (p) => p.replaceRoot({ newRoot: '$zzz' }), /'newRoot' expression\s+must evaluate to an object, but resulting value was: MISSING\. Type of resulting value: 'missing'/),
  pipeRefuses('newRoot has to be there', byMongodb('$replaceRoot: 40231'), ONE, (p) => p.replaceRoot({}), 'no newRoot specified for the $replaceRoot stage'),
  pipeRefuses('anything but an object is refused', byMongodb('$replaceRoot: 40229'), ONE, (p) => p.replaceRoot('$b'), 'expected an object as specification for $replaceRoot stage, got string'),
  pipeRefuses('another option is refused', byMongodb('$replaceRoot: 40230'), ONE, (p) => p.replaceRoot({ newRoot: '$b', x: 1 }), "unrecognized option to $replaceRoot stage: x, only valid option is 'newRoot'."),
  rawPipes('$replaceWith is the same without newRoot', byMongodb('$replaceWith'), ONE, [{ $replaceWith: '$b' }], [{ c: 2, d: 3 }]),
  rawPipeRefuses('$replaceWith names itself in its refusal', byMongodb('$replaceWith'), ONE, [{ $replaceWith: '$a' }], "'replacement document' must evaluate to an object, but resulting value was: 1."),
]);

runScenarios('pipeline: $unwind', [
  pipes('gives one document for each element', byDocument('wx.cloud Aggregate.unwind'), [{ _id: 'one', list: ['x', 'y'] }], (p) => p.unwind('$list'), [{ _id: 'one', list: 'x' }, { _id: 'one', list: 'y' }]),
  pipes('takes a scalar for a list of one', byMongodb('$unwind: non-array operand'), [{ _id: 'one', list: 5 }], (p) => p.unwind('$list'), [{ _id: 'one', list: 5 }]),
  pipes('drops null, missing and empty', byMongodb('$unwind'), [{ _id: 'a', list: null }, { _id: 'b' }, { _id: 'c', list: [] }, { _id: 'd', list: [null] }], (p) => p.unwind('$list'), [{ _id: 'd', list: null }]),
  pipes('keeps them when told; an empty list leaves no field', byMongodb('$unwind: preserveNullAndEmptyArrays'), [{ _id: 'a', list: null }, { _id: 'b' }, { _id: 'c', list: [] }], (p) => p.sort({ _id: 1 }).unwind({ path: '$list', preserveNullAndEmptyArrays: true }), [{ _id: 'a', list: null }, { _id: 'b' }, { _id: 'c' }]),
  pipes('numbers the elements; what was no list has null', byMongodb('$unwind: includeArrayIndex'), [{ _id: 'a', list: ['x', 'y'] }, { _id: 'b', list: 's' }, { _id: 'c' }], (p) => p.sort({ _id: 1 }).unwind({ path: '$list', includeArrayIndex: 'at', preserveNullAndEmptyArrays: true }), [{ _id: 'a', list: 'x', at: 0 }, { _id: 'a', list: 'y', at: 1 }, { _id: 'b', list: 's', at: null }, { _id: 'c', at: null }]),
  pipes('goes by a nested path', byMongodb('$unwind: embedded array'), [{ _id: 'one', b: { list: [1, 2], k: 0 } }], (p) => p.unwind('$b.list'), [{ _id: 'one', b: { list: 1, k: 0 } }, { _id: 'one', b: { list: 2, k: 0 } }]),
  pipes('opens one level only', byMongodb('$unwind: nested arrays'), [{ _id: 'one', list: [[1, 2], [3]] }], (p) => p.unwind('$list'), [{ _id: 'one', list: [1, 2] }, { _id: 'one', list: [3] }]),
  pipeRefuses('the path needs its dollar', byMongodb('$unwind: 28818'), ONE, (p) => p.unwind('list'), "path option to $unwind stage should be prefixed with a '$': list"),
  pipeRefuses('a number is no specification', byMongodb('$unwind: 15981'), ONE, (p) => p.unwind(5), 'expected either a string or an object as specification for $unwind stage, got int'),
  pipeRefuses('the path is a text', byMongodb('$unwind: 28808'), ONE, (p) => p.unwind({ path: 5 }), 'expected a string as the path for $unwind stage, got int'),
  pipeRefuses('the path has to be there', byMongodb('$unwind: 28812'), ONE, (p) => p.unwind({ includeArrayIndex: 'i' }), 'no path specified to $unwind stage'),
  pipeRefuses('an unknown option is refused', byMongodb('$unwind: 28811'), ONE, (p) => p.unwind({ path: '$list', keep: true }), 'unrecognized option to $unwind stage: keep'),
  pipeRefuses('the option to preserve is a boolean', byMongodb('$unwind: 28809'), ONE, (p) => p.unwind({ path: '$list', preserveNullAndEmptyArrays: 1 }), 'expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage, got int'),
  pipeRefuses('the index field has no dollar', byMongodb('$unwind: 28822'), ONE, (p) => p.unwind({ path: '$list', includeArrayIndex: '$i' }), "includeArrayIndex option to $unwind stage should not be prefixed with a '$': $i"),
  pipeRefuses('the index field is not empty', byMongodb('$unwind: 28810'), ONE, (p) => p.unwind({ path: '$list', includeArrayIndex: '' }), /expected a non-empty string for the includeArrayIndex\s+option to \$unwind stage, got string/),
]);

runScenarios('pipeline: stages raw pipelines reach', [
  rawPipes('$facet runs several pipelines over the same documents', byMongodb('$facet'), [{ _id: 'a', n: 1 }, { _id: 'b', n: 2 }, { _id: 'c', n: 2 }], [{ $sort: { _id: 1 } }, { $facet: { count: [{ $count: 'n' }], first: [{ $limit: 1 }], by: [{ $sortByCount: '$n' }] } }], [{ count: [{ n: 3 }], first: [{ _id: 'a', n: 1 }], by: [{ _id: 2, count: 2 }, { _id: 1, count: 1 }] }]),
  rawPipes('$facet without documents gives empty lists', byMongodb('$facet'), [{ _id: 'a' }], [{ $match: { _id: 'zzz' } }, { $facet: { all: [{ $limit: 5 }] } }], [{ all: [] }]),
  rawPipeRefuses('$facet inside $facet is refused', byMongodb('$facet: 40600'), ONE, [{ $facet: { a: [{ $facet: { b: [{ $limit: 1 }] } }] } }], '$facet is not allowed to be used within a $facet stage'),
  rawPipeRefuses('a facet is a list', byMongodb('$facet: 40170'), ONE, [{ $facet: { a: { $limit: 1 } } }], 'arguments to $facet must be arrays, a is type object'),
  rawPipeRefuses('$facet is not empty', byMongodb('$facet: 40169'), ONE, [{ $facet: {} }], 'the $facet specification must be a non-empty object, but found: $facet: {}'),
  rawPipeRefuses('the stages of a facet are objects', byMongodb('$facet: 40171'), ONE, [{ $facet: { a: [5] } }], 'elements of arrays in $facet spec must be non-empty objects, a argument contained an element of type int: 0: 5'),
  rawPipeRefuses('$geoNear does not stand in a facet', byMongodb('$facet: 40600'), ONE, [{ $facet: { a: [{ $geoNear: { near: [0, 0], distanceField: 'd' } }] } }], '$geoNear is not allowed to be used within a $facet stage'),
  rawPipeRefuses('a facet is not empty', byMongodb('$facet'), ONE, [{ $facet: { a: [] } }], 'sub-pipeline in $facet stage cannot be empty'),
  rawPipes('$redact prunes, keeps and descends', byMongodb('$redact'), [{ _id: 'one', level: 1, open: { level: 1, deep: { level: 5, x: 1 } }, list: [{ level: 9 }, { level: 1, y: 2 }, 7] }], [{ $redact: { $cond: [{ $gt: ['$level', 3] }, '$$PRUNE', '$$DESCEND'] } }], [{ _id: 'one', level: 1, open: { level: 1 }, list: [{ level: 1, y: 2 }, 7] }]),
  rawPipeRefuses('$redact takes no other answer', byMongodb('$redact: 17053'), ONE, [{ $redact: '$a' }], "$redact's expression should not return anything aside from the variables $$KEEP, $$DESCEND, and $$PRUNE, but returned 1"),
  rawPipes('$unionWith appends another collection', byMongodb('$unionWith'), [{ _id: 'a' }, { _id: 'b' }], [{ $match: { _id: 'a' } }, { $unionWith: { coll: 'notes', pipeline: [{ $match: { _id: 'b' } }] } }], [{ _id: 'a' }, { _id: 'b' }]),
  rawPipeRefuses('an unknown stage is named', byMongodb('40324'), ONE, [{ $strange: 1 }], "Unrecognized pipeline stage name: '$strange'"),
  rawPipeRefuses('a stage has one name', byMongodb('40323'), ONE, [{ $limit: 1, $skip: 1 }], 'A pipeline stage specification object must contain exactly one field.'),
  rawPipeRefuses('$out is refused inside a $lookup', byMongodb('$lookup: 51047'), ONE, [{ $out: 'x' }], "$out is not allowed within a $lookup's sub-pipeline"),
  rawPipeRefuses('$collStats fails loudly', bySdk('wx-server-sdk Aggregate.collStats'), ONE, [{ $collStats: {} }], '$collStats'),
]);

const UNREACHABLE = ['collStats', 'facet', 'graphLookup', 'indexStats', 'out', 'redact'] as const;

runScenarios('pipeline: stages wx-server-sdk names and its database lacks', UNREACHABLE.map((name) =>
  scenario(`${name}() throws a TypeError before anything is sent`, bySdk('wx-server-sdk/index.js Aggregate.pushStage; @cloudbase/database aggregate.js'), async (world) => {
    try {
      world.collection().aggregate()[name]({});
      return 'no error';
    } catch (error) {
      return error instanceof TypeError ? error.message : 'another error';
    }
  }, 'this._aggregate[stage] is not a function')));
