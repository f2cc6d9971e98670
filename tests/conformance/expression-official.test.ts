import { byDocument, scenario, type Scenario, type World } from './support/scenario';
import { runScenarios } from './support/run-scenarios';

/** The examples of the reference of wx.cloud (`db.command.aggregate`), as far as their results are determined. */
const PAGES = 'developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database/command/aggregate/AggregateCommand';

/** The values of one computed field of several documents, in the order they were added; a missing one is undefined. */
const shows = (page: string, name: string, documents: readonly object[], expression: (world: World) => unknown, values: readonly unknown[]): Scenario =>
  scenario(`${page}: ${name}`, byDocument(`${PAGES}.${page}`), async (world) => {
    await world.add(documents.map((fields, _id) => ({ ...fields, _id })));
    const { list } = await world.collection().aggregate().sort({ _id: 1 }).project({ value: expression(world) }).end();
    return list.map(({ value }) => value);
  }, values);

const SALES = [{ sales: 5.2 }, { sales: 1.32 }, { sales: -3.2 }];
const STAFF = [
  { sales: 5, engineer: 10, lastUpdate: new Date('2019-05-01T00:00:00Z') },
  { sales: 10, engineer: 20, lastUpdate: new Date('2019-05-01T02:00:00Z') },
  { sales: 20, engineer: 5, lastUpdate: new Date('2019-05-02T03:00:00Z') },
];
const CURVE = [{ x: 1 }, { x: 2 }, { x: 3 }];
const LEGS = [{ x: 2, y: 3 }, { x: 5, y: 7 }, { x: 10, y: 20 }];

runScenarios('reference of expressions: numbers', [
  shows('abs', 'how far two scores lie apart', [{ start: 5, end: 8 }, { start: 4, end: 4 }, { start: 9, end: 7 }], ({ $ }) => $.abs($.subtract(['$start', '$end'])), [3, 0, 2]),
  shows('add', 'numbers', STAFF, ({ $ }) => $.add(['$sales', '$engineer']), [15, 30, 25]),
  shows('add', 'an hour to a date', STAFF, ({ $ }) => $.add(['$lastUpdate', 60 * 60 * 1000]), ['2019-05-01T01:00:00Z', '2019-05-01T03:00:00Z', '2019-05-02T04:00:00Z'].map((at) => new Date(at))),
  shows('ceil', 'of fractions', SALES, ({ $ }) => $.ceil('$sales'), [6, 2, -3]),
  shows('divide', 'metres to kilometres', [{ meters: 5300 }, { meters: 64000 }, { meters: 130 }], ({ $ }) => $.divide(['$meters', 1000]), [5.3, 64, 0.13]),
  shows('exp', 'powers of e', [{ exp: 0 }, { exp: 1 }, { exp: 2 }], ({ $ }) => $.exp('$exp'), [1, expect.closeTo(2.71828182845905, 12), expect.closeTo(7.38905609893065, 12)]),
  shows('floor', 'of fractions', SALES, ({ $ }) => $.floor('$sales'), [5, 1, -4]),
  shows('ln', 'natural logarithms', CURVE, ({ $ }) => $.ln('$x'), [0, 0.6931471805599453, 1.0986122886681098]),
  shows('log', 'to the base of 2', CURVE, ({ $ }) => $.log(['$x', 2]), [0, 1, expect.closeTo(1.58496250072, 10)]),
  shows('mod', 'what is left over', [{ bags: 3, items: 5 }, { bags: 2, items: 8 }, { bags: 5, items: 16 }], ({ $ }) => $.mod(['$items', '$bags']), [2, 0, 1]),
  shows('multiply', 'price and quantity', [{ price: 10, quantity: 100 }, { price: 15, quantity: 50 }, { price: 5, quantity: 20 }], ({ $ }) => $.multiply(['$price', '$quantity']), [1000, 750, 100]),
  shows('pow', 'a sum of squares', LEGS, ({ $ }) => $.add([$.pow(['$x', 2]), $.pow(['$y', 2])]), [13, 74, 500]),
  shows('sqrt', 'the third side of a triangle', LEGS, ({ $ }) => $.sqrt([$.add([$.pow(['$x', 2]), $.pow(['$y', 2])])]), [3.605551275463989, 8.602325267042627, 22.360679774997898]),
  shows('subtract', 'the spread', [{ max: 10, min: 1 }, { max: 7, min: 5 }, { max: 6, min: 6 }], ({ $ }) => $.subtract(['$max', '$min']), [9, 2, 0]),
  shows('trunc', 'whole parts', [{ value: 1.21 }, { value: 3.83 }, { value: -4.94 }], ({ $ }) => $.trunc('$value'), [1, 3, -4]),
]);

const EXAMS = [{ scores: [80, 60, 65, 90] }, { scores: [78] }, { scores: [95, 88, 92] }];
const COLUMNS = [{ zip1: [1, 2], zip2: [3, 4], zip3: [5, 6] }, { zip1: [1, 2], zip2: [3], zip3: [4, 5, 6] }, { zip1: [1, 2], zip2: [3] }];
const INPUTS = ['$zip1', '$zip2', '$zip3'];
const PLAYERS = [{ fullname: ['Stephen', 'Curry'] }, { fullname: ['Klay', 'Thompson'] }];

runScenarios('reference of expressions: lists and objects', [
  shows('arrayElemAt', 'the first score', EXAMS, ({ $ }) => $.arrayElemAt(['$scores', 0]), [80, 78, 95]),
  shows('arrayElemAt', 'the last score', EXAMS, ({ $ }) => $.arrayElemAt(['$scores', -1]), [90, 78, 92]),
  shows('arrayToObject', 'both notations', [{ sales: [['max', 100], ['min', 50]] }, { sales: [['max', 70], ['min', 60]] }, { sales: [{ k: 'max', v: 50 }, { k: 'min', v: 30 }] }], ({ $ }) => $.arrayToObject('$sales'), [{ max: 100, min: 50 }, { max: 70, min: 60 }, { max: 50, min: 30 }]),
  shows('concatArrays', 'fruits and vegetables', [{ fruits: ['apple'], vegetables: ['carrot'] }, { fruits: ['orange', 'lemon'], vegetables: ['cabbage'] }], ({ $ }) => $.concatArrays(['$fruits', '$vegetables']), [['apple', 'carrot'], ['orange', 'lemon', 'cabbage']]),
  shows('filter', 'what costs enough', [{ stock: [{ name: 'apple', price: 10 }, { name: 'orange', price: 20 }] }, { stock: [{ name: 'lemon', price: 15 }] }], ({ $ }) => $.filter({ input: '$stock', as: 'item', cond: $.gte(['$$item.price', 15]) }), [[{ name: 'orange', price: 20 }], [{ name: 'lemon', price: 15 }]]),
  shows('in', 'among the best sellers', [{ top: ['bread', 'ice cream', 'butter'] }, { top: ['croissant', 'cucumber'] }], ({ $ }) => $.in(['ice cream', '$top']), [true, false]),
  shows('indexOfArray', 'from the third element on', [{ sales: [1, 6, 2, 2, 5] }, { sales: [4, 2, 1, 5, 2] }, { sales: [2, 5, 3, 3, 1] }], ({ $ }) => $.indexOfArray(['$sales', 2, 2]), [2, 4, -1]),
  shows('isArray', 'one or many', [{ base: 10, sales: [1, 6, 2, 2, 5] }, { base: 1, sales: 100 }], ({ $ }) => $.cond({ if: $.isArray('$sales'), then: $.multiply([$.sum(['$sales']), '$base']), else: $.multiply(['$sales', '$base']) }), [160, 100]),
  shows('map', 'whole parts of each, summed', [{ sales: [1.32, 6.93, 2.48, 2.82, 5.74] }, { sales: [2.97, 7.13, 1.58, 6.37, 3.69] }], ({ $ }) => $.sum($.map({ input: '$sales', as: 'num', in: $.trunc('$$num') })), [16, 19]),
  shows('objectToArray', 'attributes', [{ attributes: { color: 'red', price: 150 } }], ({ $ }) => $.objectToArray('$attributes'), [[{ k: 'color', v: 'red' }, { k: 'price', v: 150 }]]),
  shows('range', 'in steps of ten', [{ max: 52 }, { max: 38 }], ({ $ }) => $.range([0, '$max', 10]), [[0, 10, 20, 30, 40, 50], [0, 10, 20, 30]]),
  shows('reduce', 'names behind a prefix', PLAYERS, ({ $ }) => $.reduce({ input: '$fullname', initialValue: 'Player:', in: $.concat(['$$value', ' ', '$$this']) }), ['Player: Stephen Curry', 'Player: Klay Thompson']),
  shows('reduce', 'names with a space between', PLAYERS, ({ $ }) => $.reduce({ input: '$fullname', initialValue: '', in: $.concat(['$$value', $.cond({ if: $.eq(['$$value', '']), then: '', else: ' ' }), '$$this']) }), ['Stephen Curry', 'Klay Thompson']),
  shows('reverseArray', 'of sales', [{ sales: [1, 2, 3, 4, 5] }], ({ $ }) => $.reverseArray('$sales'), [[5, 4, 3, 2, 1]]),
  shows('size', 'of the staff', [{ staff: ['John', 'Middleton', 'George'] }, { staff: ['Steph', 'Jack'] }], ({ $ }) => $.size('$staff'), [3, 2]),
  shows('slice', 'the first two', [{ hobbies: ['basketball', 'football', 'tennis', 'badminton'] }, { hobbies: ['golf', 'handball'] }], ({ $ }) => $.slice(['$hobbies', 2]), [['basketball', 'football'], ['golf', 'handball']]),
  shows('zip', 'inputs only', COLUMNS, ({ $ }) => $.zip({ inputs: INPUTS }), [[[1, 3, 5], [2, 4, 6]], [[1, 3, 4]], null]),
  shows('zip', 'to the longest', COLUMNS, ({ $ }) => $.zip({ inputs: INPUTS, useLongestLength: true }), [[[1, 3, 5], [2, 4, 6]], [[1, 3, 4], [2, null, 5], [null, null, 6]], null]),
  shows('zip', 'with defaults', COLUMNS, ({ $ }) => $.zip({ inputs: INPUTS, useLongestLength: true, defaults: [-300, -200, -100] }), [[[1, 3, 5], [2, 4, 6]], [[1, 3, 4], [2, -200, 5], [-300, -200, 6]], null]),
  shows('mergeObjects', 'two fields', [{ foo: { a: 1 }, bar: { b: 2 } }, { foo: { c: 1 }, bar: { d: 2 } }], ({ $ }) => $.mergeObjects(['$foo', '$bar']), [{ a: 1, b: 2 }, { c: 1, d: 2 }]),
]);

const TRUTHS = [[true], [], [false], [true, false], [0], ['stark']].map((list) => ({ list }));
const SETS: readonly object[] = [[1, 2], [2, 1, 2], [1, 2, 3], [3, 1], [], [{}, []]].map((B) => ({ A: [1, 2], B: B as unknown[] }));
const ALL_SETS = [...SETS, { A: [], B: [] }, { A: [], B: [1] }];

runScenarios('reference of expressions: sets', [
  shows('allElementsTrue', 'of lists', TRUTHS, ({ $ }) => $.allElementsTrue(['$list']), [true, true, false, false, false, true]),
  shows('anyElementTrue', 'of lists', TRUTHS, ({ $ }) => $.anyElementTrue(['$list']), [true, false, false, true, false, true]),
  shows('setDifference', 'only in B', ALL_SETS, ({ $ }) => $.setDifference(['$B', '$A']), [[], [], [3], [3], [], [{}, []], [], [1]]),
  shows('setEquals', 'A and B', ALL_SETS, ({ $ }) => $.setEquals(['$A', '$B']), [true, true, false, false, false, false, true, false]),
  shows('setIntersection', 'A and B', ALL_SETS, ({ $ }) => $.setIntersection(['$A', '$B']), [[1, 2], [1, 2], [1, 2], [1], [], [], [], []]),
  shows('setIsSubset', 'A in B', ALL_SETS, ({ $ }) => $.setIsSubset(['$A', '$B']), [true, true, true, false, false, false, true, true]),
  shows('setUnion', 'A and B', ALL_SETS, ({ $ }) => $.setUnion(['$A', '$B']), [[1, 2], [1, 2], [1, 2, 3], [1, 2, 3], [1, 2], [1, 2, {}, []], [], [1]]),
]);

const PRICES = [{ min: 10, max: 100 }, { min: 60, max: 80 }, { min: 30, max: 50 }];
const VALUES = [{ value: 10 }, { value: 80 }, { value: 50 }];
const AMOUNTS = [{ amount: 100 }, { amount: 200 }, { amount: 300 }];

runScenarios('reference of expressions: comparing and choosing', [
  shows('and', 'within two bounds', PRICES, ({ $ }) => $.and([$.gte(['$min', 30]), $.lte(['$max', 80])]), [false, true, true]),
  shows('not', 'not above', PRICES, ({ $ }) => $.not($.gt(['$min', 40])), [true, false, true]),
  shows('or', 'below or above', [{ min: 10, max: 100 }, { min: 50, max: 60 }, { min: 30, max: 50 }], ({ $ }) => $.or([$.lt(['$min', 40]), $.gt(['$max', 60])]), [true, false, true]),
  shows('cmp', 'two shops', [{ a: 10, b: 100 }, { a: 80, b: 20 }, { a: 50, b: 50 }], ({ $ }) => $.cmp(['$a', '$b']), [-1, 1, 0]),
  shows('eq', 'fifty', VALUES, ({ $ }) => $.eq(['$value', 50]), [false, false, true]),
  shows('gt', 'fifty', VALUES, ({ $ }) => $.gt(['$value', 50]), [false, true, false]),
  shows('gte', 'fifty', VALUES, ({ $ }) => $.gte(['$value', 50]), [false, true, true]),
  shows('lt', 'fifty', VALUES, ({ $ }) => $.lt(['$value', 50]), [true, false, false]),
  shows('lte', 'fifty', VALUES, ({ $ }) => $.lte(['$value', 50]), [true, false, true]),
  shows('neq', 'fifty', VALUES, ({ $ }) => $.neq(['$value', 50]), [true, true, false]),
  shows('cond', 'a discount', AMOUNTS, ({ $ }) => $.cond({ if: $.gte(['$amount', 200]), then: 0.7, else: 0.9 }), [0.9, 0.7, 0.7]),
  shows('ifNull', 'a description that is missing', [{ description: '这是商品 A' }, { description: null }, {}], ({ $ }) => $.ifNull(['$description', '商品描述空缺']), ['这是商品 A', '商品描述空缺', '商品描述空缺']),
  shows('switch', 'discounts by amount', AMOUNTS, ({ $ }) => $.switch({ branches: [{ case: $.gt(['$amount', 250]), then: 0.8 }, { case: $.gt(['$amount', 150]), then: 0.9 }], default: 1 }), [1, 0.9, 0.8]),
  shows('literal', 'a price with a dollar', [{ price: '$1' }, { price: '$5.60' }], ({ $ }) => $.eq(['$price', $.literal('$1')]), [true, false]),
  shows('let', 'the profit', [{ cost: -10, discount: 0.95, price: 100 }, { cost: -15, discount: 0.98, price: 1 }, { cost: -10, discount: 1, price: 10 }], ({ $ }) => $.let({ vars: { priceTotal: $.multiply(['$price', '$discount']) }, in: $.sum(['$$priceTotal', '$cost']) }), [85, -14.02, 0]),
]);

const DATES = [{ date: new Date('2019-05-14T09:38:51.686Z') }];
const BIRTHS = ['1999-12-11T16:00:00.000Z', '1998-11-10T16:00:00.000Z'].map((date) => ({ date: new Date(date) }));

runScenarios('reference of expressions: dates', [
  shows('dateFromParts', 'noon in New York', [{}], ({ $ }) => $.dateFromParts({ year: 2017, month: 2, day: 8, hour: 12, timezone: 'America/New_York' }), [new Date('2017-02-08T17:00:00.000Z')]),
  shows('dateFromString', 'an instant', [{}], ({ $ }) => $.dateFromString({ dateString: '2019-05-14T09:38:51.686Z' }), [new Date('2019-05-14T09:38:51.686Z')]),
  shows('dateToString', 'a day', BIRTHS, ({ $ }) => $.dateToString({ date: '$date', format: '%Y-%m-%d' }), ['1999-12-11', '1998-11-10']),
  shows('dateToString', 'the time in Shanghai', BIRTHS, ({ $ }) => $.dateToString({ date: '$date', format: '%H:%M:%S', timezone: 'Asia/Shanghai' }), ['00:00:00', '00:00:00']),
  shows('dateToString', 'where there is no date', BIRTHS, ({ $ }) => $.dateToString({ date: '$empty', onNull: 'null' }), ['null', 'null']),
  ...([['dayOfMonth', 14], ['dayOfWeek', 3], ['dayOfYear', 134], ['hour', 9], ['isoDayOfWeek', 2], ['isoWeek', 20], ['isoWeekYear', 2019], ['millisecond', 686], ['minute', 38], ['month', 5], ['second', 51], ['week', 19], ['year', 2019]] as const).map(([part, value]) =>
    shows(part, 'of a date', DATES, ({ $ }) => $[part]('$date'), [value])),
]);

const STUDENTS = [{ first: 'Yuanxin', last: 'Dong' }, { first: 'Weijia', last: 'Wang' }, { first: 'Chengxi', last: 'Li' }];
const NAMES = [{ name: 'dongyuanxin', nickname: '心谭' }];
const BIRTHDAYS = [{ birthday: '1999/12/12' }, { birthday: '1998/11/11' }];

runScenarios('reference of expressions: strings', [
  shows('concat', 'full names', STUDENTS, ({ $ }) => $.concat(['$first', ' ', '$last']), ['Yuanxin Dong', 'Weijia Wang', 'Chengxi Li']),
  shows('indexOfBytes', 'where the a is', STUDENTS, ({ $ }) => $.indexOfBytes(['$first', 'a']), [2, 5, -1]),
  shows('indexOfCP', 'where the a is', STUDENTS, ({ $ }) => $.indexOfCP(['$first', 'a']), [2, 5, -1]),
  shows('split', 'a day', BIRTHDAYS, ({ $ }) => $.split(['$birthday', '/']), [['1999', '12', '12'], ['1998', '11', '11']]),
  shows('strLenBytes', 'of Chinese and Latin', NAMES, ({ $ }) => [$.strLenBytes('$name'), $.strLenBytes('$nickname')], [[11, 6]]),
  shows('strLenCP', 'of Chinese and Latin', NAMES, ({ $ }) => [$.strLenCP('$name'), $.strLenCP('$nickname')], [[11, 2]]),
  shows('strcasecmp', 'first and last names', STUDENTS, ({ $ }) => $.strcasecmp(['$first', '$last']), [1, 1, -1]),
  shows('substr', 'parts of a day', BIRTHDAYS, ({ $ }) => [$.substr(['$birthday', 0, 4]), $.substr(['$birthday', 5, 2]), $.substr(['$birthday', 8, -1])], [['1999', '12', '12'], ['1998', '11', '11']]),
  shows('substrBytes', 'parts of a day', BIRTHDAYS, ({ $ }) => [$.substrBytes(['$birthday', 0, 4]), $.substrBytes(['$birthday', 5, 2]), $.substrBytes(['$birthday', 8, -1])], [['1999', '12', '12'], ['1998', '11', '11']]),
  shows('substrCP', 'the first character', NAMES, ({ $ }) => $.substrCP(['$nickname', 0, 1]), ['心']),
  shows('toLower', 'first names', STUDENTS, ({ $ }) => $.toLower('$first'), ['yuanxin', 'weijia', 'chengxi']),
  shows('toUpper', 'last names', STUDENTS, ({ $ }) => $.toUpper('$last'), ['DONG', 'WANG', 'LI']),
]);
