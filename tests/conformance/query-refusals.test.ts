/** Malformed queries are refused with MongoDB's text, whatever is stored. */
import { runScenarios } from './support/run-scenarios';
import { byDocument, byMongodb, refuses, scenario, type Scenario } from './support/scenario';

const parser = byMongodb('matcher/expression_parser 4.0');

const refused = (name: string, where: object, errMsg: string | RegExp, source = parser): Scenario =>
  refuses(name, source, [], ({ collection }) => collection().where(where).get(), { errCode: -502001, errMsg });

runScenarios('query: refusals', [
  refused('an unknown operator', { v: { $foo: 1 } }, 'unknown operator: $foo'),
  refused('an unknown operator at the top', { $foo: [1] }, 'unknown top level operator: $foo'),
  refused('a logical operator under a field', { v: { $or: [{ a: 1 }] } }, 'unknown operator: $or'),
  refused('a field beside an operator', { v: { $gt: 1, $lt: 5, $size: 2, $foo: 1 } }, 'unknown operator: $foo'),
  refused('or of nothing', { $or: [] }, '$and/$or/$nor must be a nonempty array'),
  refused('and of nothing', { $and: [] }, '$and/$or/$nor must be a nonempty array'),
  refused('or of no list', { $or: { a: 1 } }, '$or must be an array'),
  refused('nor of a number', { $nor: 1 }, '$nor must be an array'),
  refused('a branch that is no object', { $or: [1] }, '$or/$and/$nor entries need to be full objects'),
  refused('an error in a branch', { $or: [{ a: 1 }, { b: { $foo: 1 } }] }, 'unknown operator: $foo'),
  refused('in of a scalar', { v: { $in: 1 } }, '$in needs an array'),
  refused('nin of a scalar', { v: { $nin: 'a' } }, '$nin needs an array'),
  refused('an operator in in', { v: { $in: [{ $gt: 1 }] } }, 'cannot nest $ under $in'),
  refused('all of a scalar', { v: { $all: 1 } }, '$all needs an array'),
  refused('an operator in all', { v: { $all: [{ $gt: 1 }] } }, 'no $ expressions in $all'),
  refused('elemMatch and values in all', { v: { $all: [{ $elemMatch: { a: 1 } }, 5] } }, '$all/$elemMatch has to be consistent'),
  refused('elemMatch of a scalar', { v: { $elemMatch: 1 } }, '$elemMatch needs an Object'),
  refused('elemMatch of a list', { v: { $elemMatch: [1] } }, '$elemMatch needs an Object'),
  refused('size of a text', { v: { $size: 'a' } }, '$size needs a number'),
  refused('size of a fraction', { v: { $size: 1.5 } }, '$size must be a whole number'),
  refused('a size below zero', { v: { $size: -1 } }, '$size may not be negative'),
  refused('mod of no list', { v: { $mod: 4 } }, 'malformed mod, needs to be an array'),
  refused('mod of one number', { v: { $mod: [4] } }, 'malformed mod, not enough elements'),
  refused('mod of nothing', { v: { $mod: [] } }, 'malformed mod, not enough elements'),
  refused('mod of three numbers', { v: { $mod: [4, 0, 1] } }, 'malformed mod, too many elements'),
  refused('mod by a text', { v: { $mod: ['a', 0] } }, 'malformed mod, divisor not a number'),
  refused('mod by zero', { v: { $mod: [0, 0] } }, 'divisor cannot be 0'),
  refused('not of a number', { v: { $not: 5 } }, '$not needs a regex or a document'),
  refused('not of nothing', { v: { $not: {} } }, '$not cannot be empty'),
  refused('not of a plain object', { v: { $not: { a: 1 } } }, 'unknown operator: a'),
  refused('ne of an expression', { v: { $ne: /a/ } }, "Can't have regex as arg to $ne."),
  refused('gt of an expression', { v: { $gt: /a/ } }, "Can't have RegEx as arg to predicate over field 'v'."),
  refused('regex of a number', { v: { $regex: 5 } }, '$regex has to be a string'),
  refused('options of a number', { v: { $regex: 'a', $options: 5 } }, '$options has to be a string'),
  refused('options alone', { v: { $options: 'i' } }, '$options needs a $regex'),
  refused('an expression that does not close', { v: { $regex: '(' } }, 'Regular expression is invalid'),
  refused('an unknown type name', { v: { $type: 'text' } }, 'Unknown type name alias: text'),
  refused('an unknown type number', { v: { $type: 99 } }, 'Invalid numerical type code: 99'),
  refused('the type missing', { v: { $type: 'missing' } }, "'missing' is not a legal type name. To query for non-existence of a field, use {$exists:false}."),
  refused('type zero', { v: { $type: 0 } }, 'Invalid numerical type code: 0. Instead use {$exists:false}.'),
  refused('a type that is an object', { v: { $type: {} } }, 'type must be represented as a number or a string'),
  refused('no type at all', { v: { $type: [] } }, '$type must match at least one type'),
  refused('bits of a text', { v: { $bitsAllSet: 'a' } }, 'v takes an Array, a number, or a BinData but received: $bitsAllSet: "a"'),
  refused('a bit position below zero', { v: { $bitsAnySet: [-1] } }, 'bit positions must be >= 0 but got: 0: -1'),
  refused('a mask below zero', { v: { $bitsAnySet: -1 } }, 'Expected a positive number in: $bitsAnySet: -1'),
  refused('a mask with a fraction', { v: { $bitsAnySet: 1.5 } }, 'Expected an integer: $bitsAnySet: 1.5'),
  refused('where under a field', { v: { $where: 'true' } }, '$where cannot be applied to a field'),
  refused('where, which runs a program', { $where: 'true' }, /\$where/, byDocument('README.md: honest gaps')),
  refused('text without a text index', { $text: { $search: 'a' } }, 'text index required for $text query'),
  refused('expr inside elemMatch', { v: { $elemMatch: { $expr: { $eq: [1, 1] } } } }, '$expr can only be applied to the top-level document'),
  refused('an unknown expression in expr', { $expr: { $foo: 1 } }, "Unrecognized expression '$foo'"),
  scenario('a malformed condition refuses count, update and remove alike', parser, async ({ collection, refusal }) => {
    const malformed = () => collection().where({ v: { $in: 1 } });
    const errors = [await refusal(() => malformed().count()), await refusal(() => malformed().update({ data: { a: 1 } })), await refusal(() => malformed().remove())];
    return errors.map(({ errMsg }) => errMsg.includes('$in needs an array'));
  }, [true, true, true]),
  scenario('a malformed match refuses an aggregation', parser, async ({ collection, refusal }) => {
    const { errMsg } = await refusal(() => collection().aggregate().match({ v: { $foo: 1 } }).end());
    return errMsg.includes('unknown operator: $foo');
  }, true),
]);
