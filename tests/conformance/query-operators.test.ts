/** Logic, presence, types, expressions (regular and computed), remainders, bits. */
import { runScenarios } from './support/run-scenarios';
import { byMongodb, bySdk, finds, scenario } from './support/scenario';
import { valuesAt } from './support/values-at';

const type = byMongodb('query/type');
const regex = byMongodb('query/regex');
const bits = byMongodb('query/bitsAllSet and its kin');
const twoFields = [{ _id: 1, a: 1, b: 1 }, { _id: 2, a: 1, b: 2 }, { _id: 3, a: 2, b: 2 }, { _id: 4 }];

runScenarios('query: operators', [
  finds('or of fields', bySdk('serializer/query.js encodeLogicCommand'), twoFields, ({ _ }) => _.or([{ a: 2 }, { b: 1 }]), [1, 3]),
  finds('or of values of a field', bySdk('commands/logic.js _setFieldName'), valuesAt(1, 2, 3), ({ _ }) => ({ v: _.or(_.eq(1), _.gt(2)) }), [1, 3]),
  finds('and of conditions', bySdk('serializer/query.js encodeLogicCommand'), twoFields, ({ _ }) => _.and([{ a: 1 }, { b: 2 }]), [2]),
  finds('and of or', byMongodb('query/and: AND with multiple OR'), twoFields, ({ _ }) => _.and([_.or([{ a: 1 }, { a: 2 }]), _.or([{ b: 2 }])]), [2, 3]),
  finds('nor finds what none holds for, missing fields too', byMongodb('query/nor'), twoFields, ({ _ }) => _.nor([{ a: 2 }, { b: 1 }]), [2, 4]),
  finds('not turns a condition round, for missing fields too', byMongodb('query/not'), valuesAt(1, 5, undefined, 'x'), ({ _ }) => ({ v: _.not(_.gt(3)) }), [1, 3, 4]),
  finds('not of an expression', byMongodb('query/not: regular expressions'), valuesAt('abc', 'xyz', undefined), () => ({ v: { $not: /^a/ } }), [2, 3]),
  finds('not of several operators is not of them all', byMongodb('query/not'), valuesAt(1, 5, 9), () => ({ v: { $not: { $gt: 3, $lt: 7 } } }), [1, 3]),
  finds('not of not', byMongodb('query/not'), valuesAt(1, 5), () => ({ v: { $not: { $not: { $gt: 3 } } } }), [2]),
  finds('a comment says nothing', byMongodb('query/comment'), valuesAt(1, 2), () => ({ v: 1, $comment: 'why' }), [1]),
  finds('exists is there even when null', byMongodb('query/exists'), valuesAt(null, undefined, 0, []), ({ _ }) => ({ v: _.exists(true) }), [1, 3, 4]),
  finds('exists false is only the missing', byMongodb('query/exists'), valuesAt(null, undefined), ({ _ }) => ({ v: _.exists(false) }), [2]),
  finds('exists takes any value as true or false', byMongodb('query/exists: truth of the operand'), valuesAt(1, undefined), () => ({ v: { $exists: 0 } }), [2]),
  finds('type by name', type, valuesAt('a', 1, null, true), () => ({ v: { $type: 'string' } }), [1]),
  finds('type by number', type, valuesAt('a', 1, true), () => ({ v: { $type: 8 } }), [3]),
  finds('type number is any number', type, valuesAt(1, 1.5, 2 ** 40, '1', Number.NaN), () => ({ v: { $type: 'number' } }), [1, 2, 3, 5]),
  finds('whole numbers are int within 32 bits', type, valuesAt(2147483647, 2147483648, 1.5), () => ({ v: { $type: 'int' } }), [1]),
  finds('and long beyond', type, valuesAt(2147483647, 2147483648, 1.5), () => ({ v: { $type: 'long' } }), [2]),
  finds('fractions are double', type, valuesAt(1, 1.5), () => ({ v: { $type: 'double' } }), [2]),
  finds('type looks at elements', type, valuesAt([1, 'a'], [1], 'a'), () => ({ v: { $type: 'string' } }), [1, 3]),
  finds('type array is the array itself', byMongodb('query/type: arrays since 3.6'), valuesAt([], [1], 1, [[1]]), () => ({ v: { $type: 'array' } }), [1, 2, 4]),
  finds('type null is not the missing', type, valuesAt(null, undefined, 0), () => ({ v: { $type: 'null' } }), [1]),
  finds('several types', type, valuesAt('a', 1, true, new Date(0)), () => ({ v: { $type: ['bool', 'date'] } }), [3, 4]),
  finds('object and date are told apart', type, valuesAt({}, new Date(0), []), () => ({ v: { $type: 'object' } }), [1]),
  finds('an expression by db.RegExp', bySdk('regexp/index.js'), valuesAt('Hello', 'help', 5), ({ database }) => ({ v: database.RegExp({ regexp: '^hel', options: 'i' }) }), [1, 2]),
  finds('an expression of the language', bySdk('serializer/query.js encodeRegExp'), valuesAt('abc', 'xabc'), () => ({ v: /^abc/ }), [1]),
  finds('an expression looks at elements', regex, valuesAt(['x', 'abc'], ['x']), () => ({ v: /^a/ }), [1]),
  finds('regex with options', regex, valuesAt('ABC', 'abc', 'b'), () => ({ v: { $regex: '^a', $options: 'i' } }), [1, 2]),
  finds('regex beside another operator', byMongodb('query/regex: $regex and $nin'), valuesAt('abc', 'abd', 'x'), () => ({ v: { $regex: '^ab', $nin: ['abc'] } }), [2]),
  finds('m makes ^ begin a line', byMongodb('query/regex: option m'), valuesAt('x\nabc', 'xabc'), () => ({ v: { $regex: '^abc', $options: 'm' } }), [1]),
  finds('without s a dot is no new line', byMongodb('query/regex: option s'), valuesAt('a\nb', 'a-b'), () => ({ v: { $regex: 'a.b' } }), [2]),
  finds('with s it is', byMongodb('query/regex: option s'), valuesAt('a\nb', 'a-b'), () => ({ v: { $regex: 'a.b', $options: 's' } }), [1, 2]),
  finds('with x blanks and comments are left out', byMongodb('query/regex: option x'), valuesAt('abc', 'a b c'), () => ({ v: { $regex: 'a b c # three letters', $options: 'x' } }), [1]),
  finds('flags may stand in the pattern', byMongodb('query/regex: (?i)'), valuesAt('ABC', 'x'), () => ({ v: { $regex: '(?i)abc' } }), [1]),
  finds('$ also stands before a last new line', byMongodb('query/regex: PCRE'), valuesAt('abc\n', 'abc', 'abc\n\n'), () => ({ v: { $regex: 'c$' } }), [1, 2]),
  finds('characters beyond the first plane are one', byMongodb('query/regex: UTF-8'), valuesAt('\u{1f600}', 'ab'), () => ({ v: { $regex: '^.$' } }), [1]),
  finds('Chinese text', regex, valuesAt('邻里心愿', '心愿'), () => ({ v: /^邻里/ }), [1]),
  finds('mod', byMongodb('query/mod'), valuesAt(4, 5, 8, '4', -4), ({ _ }) => ({ v: _.mod(4, 0) }), [1, 3, 5]),
  finds('mod keeps the sign', byMongodb('query/mod: negative dividend'), valuesAt(-5, 5), () => ({ v: { $mod: [4, -1] } }), [1]),
  finds('mod cuts fractions off', byMongodb('query/mod: floating point'), valuesAt(5.9, 6.1), () => ({ v: { $mod: [5.5, 0] } }), [1]),
  finds('all bits set', bits, valuesAt(54, 20, 20.5, '54'), () => ({ v: { $bitsAllSet: [1, 5] } }), [1]),
  finds('all bits set by mask', bits, valuesAt(54, 20), () => ({ v: { $bitsAllSet: 50 } }), [1]),
  finds('any bit set', bits, valuesAt(54, 20, 8), () => ({ v: { $bitsAnySet: 36 } }), [1, 2]),
  finds('all bits clear', bits, valuesAt(54, 20, 0), () => ({ v: { $bitsAllClear: [1, 5] } }), [2, 3]),
  finds('any bit clear', bits, valuesAt(54, 20, 62), () => ({ v: { $bitsAnyClear: [1, 5] } }), [2]),
  finds('negative numbers have all high bits', bits, valuesAt(-1, 1), () => ({ v: { $bitsAllSet: [40, 200] } }), [1]),
  finds('expr compares two fields', byMongodb('query/expr'), twoFields, ({ _, $ }) => _.expr($.gt(['$b', '$a'])), [2]),
  finds('expr is true for any value but false, 0, null and missing', byMongodb('query/expr: truth'), valuesAt(0, '', null, undefined, false, 'x', []), ({ _ }) => _.expr('$v'), [2, 6, 7]),
  finds('expr beside a condition', byMongodb('query/expr'), twoFields, ({ _, $ }) => _.and([{ a: 1 }, _.expr($.eq(['$a', '$b']))]), [1]),
  scenario('an update only reaches what the query matches', bySdk('query.js update'), async ({ add, collection, _ }) => {
    await add(valuesAt([1, 2], [3], 'x'));
    const { stats } = await collection().where({ v: _.elemMatch({ $gt: 2 }) }).update({ data: { seen: true } });
    return [stats.updated, (await collection().where({ seen: true }).get()).data.map((document) => document._id)];
  }, [1, [2]]),
]);
