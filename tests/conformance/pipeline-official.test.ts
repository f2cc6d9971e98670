import { byDocument, scenario } from './support/scenario';
import { pipes } from './support/pipeline-scenarios';
import { runScenarios } from './support/run-scenarios';

/** The examples of the reference of wx.cloud, as far as their results are determined. */
const reference = (page: string) => byDocument(`developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database/aggregate/Aggregate.${page}`);

const SCORES = [
  { _id: 1, student: 'Maya', homework: [10, 5, 10], quiz: [10, 8], extraCredit: 0 },
  { _id: 2, student: 'Ryan', homework: [5, 6, 5], quiz: [8, 8], extraCredit: 8 },
];
const ITEMS = [{ _id: '1', price: 10 }, { _id: '2', price: 50 }, { _id: '3', price: 20 }, { _id: '4', price: 80 }, { _id: '5', price: 200 }];
const AVATARS = [
  { _id: '1', alias: 'john', region: 'asia', scores: [40, 20, 80], coins: 100 },
  { _id: '2', alias: 'arthur', region: 'europe', scores: [60, 90], coins: 20 },
  { _id: '3', alias: 'george', region: 'europe', scores: [50, 70, 90], coins: 50 },
  { _id: '4', alias: 'john', region: 'asia', scores: [30, 60, 100, 90], coins: 40 },
  { _id: '5', alias: 'george', region: 'europe', scores: [20], coins: 60 },
  { _id: '6', alias: 'john', region: 'asia', scores: [40, 80, 70], coins: 120 },
];
const BOOKS = [
  { _id: 'book1', author: 'author 1', category: 'novel', stock: 10, time: 1564456048486, title: 'novel 1' },
  { _id: 'book3', author: 'author 3', category: 'science', stock: 30, title: 'science 1' },
  { _id: 'book4', author: 'author 3', category: 'science', stock: 40, title: 'science 2' },
  { _id: 'book2', author: 'author 2', category: 'novel', stock: 20, title: 'novel 2' },
  { _id: 'book5', author: 'author 4', category: 'science', stock: 50, title: null },
  { _id: 'book6', author: 'author 5', category: 'novel', stock: '60' },
];
const ORDERS = [{ _id: 4, book: 'novel 1', price: 30, quantity: 2 }, { _id: 5, book: 'science 1', price: 20, quantity: 1 }, { _id: 6 }];

runScenarios('pipeline: examples of the reference', [
  pipes('addFields, example 1: two rounds', reference('addFields'), SCORES, (p, { $ }) => p.addFields({ totalHomework: $.sum('$homework'), totalQuiz: $.sum('$quiz') }).addFields({ totalScore: $.add(['$totalHomework', '$totalQuiz', '$extraCredit']) }).sort({ _id: 1 }), [
    { ...SCORES[0], totalHomework: 25, totalQuiz: 18, totalScore: 43 },
    { ...SCORES[1], totalHomework: 16, totalQuiz: 16, totalScore: 40 },
  ]),
  pipes('bucket, example 1: counts between boundaries', reference('bucket'), ITEMS, (p) => p.bucket({ groupBy: '$price', boundaries: [0, 50, 100], default: 'other' }), [{ _id: 0, count: 2 }, { _id: 50, count: 2 }, { _id: 'other', count: 1 }]),
  pipes('bucket, example 2: with an output', reference('bucket'), ITEMS, (p, { $ }) => p.sort({ _id: 1 }).bucket({ groupBy: '$price', boundaries: [0, 50, 100], default: 'other', output: { count: $.sum(1), ids: $.push('$_id') } }), [{ _id: 0, count: 2, ids: ['1', '3'] }, { _id: 50, count: 2, ids: ['2', '4'] }, { _id: 'other', count: 1, ids: ['5'] }]),
  pipes('bucketAuto: halves', reference('bucketAuto'), [10.5, 50.3, 20.8, 80.2, 200.3].map((price, i) => ({ _id: String(i + 1), price })), (p, { $ }) => p.bucketAuto({ groupBy: '$price', buckets: 2, output: { count: $.sum(1) } }), [{ _id: { min: 10.5, max: 80.2 }, count: 3 }, { _id: { min: 80.2, max: 200.3 }, count: 2 }]),
  pipes('count: how many match', reference('count'), ITEMS, (p, { _ }) => p.match({ price: _.gt(50) }).count('expensiveCount'), [{ expensiveCount: 2 }]),
  pipes('group, example 1: by a field', reference('group'), AVATARS, (p, { $ }) => p.group({ _id: '$alias', num: $.sum(1) }).sort({ _id: 1 }), [{ _id: 'arthur', num: 1 }, { _id: 'george', num: 2 }, { _id: 'john', num: 3 }]),
  pipes('group, example 2: by several values', reference('group'), AVATARS, (p, { $ }) => p.group({ _id: { region: '$region', maxScore: $.max('$scores') }, totalCoins: $.sum('$coins') }).sort({ '_id.region': 1, '_id.maxScore': 1 }), [
    { _id: { region: 'asia', maxScore: 80 }, totalCoins: 220 },
    { _id: { region: 'asia', maxScore: 100 }, totalCoins: 40 },
    { _id: { region: 'europe', maxScore: 20 }, totalCoins: 60 },
    { _id: { region: 'europe', maxScore: 90 }, totalCoins: 70 },
  ]),
  pipes('limit: the two dearest of what matches', reference('limit'), ITEMS, (p, { _ }) => p.match({ price: _.gt(20) }).sort({ price: 1 }).limit(2), [{ _id: '2', price: 50 }, { _id: '4', price: 80 }]),
  scenario('lookup, example 1: a missing field meets null and missing', reference('lookup'), async ({ add, collection, nameOf }) => {
    await add(BOOKS);
    await add(ORDERS, 'orders');
    const { list } = await collection('orders').aggregate().sort({ _id: 1 }).lookup({ from: nameOf('notes'), localField: 'book', foreignField: 'title', as: 'bookList' }).end();
    return list;
  }, [{ ...ORDERS[0], bookList: [BOOKS[0]] }, { ...ORDERS[1], bookList: [BOOKS[1]] }, { ...ORDERS[2], bookList: [BOOKS[4], BOOKS[5]] }]),
  scenario('lookup, example 4: only books with enough in stock', reference('lookup'), async ({ add, collection, nameOf, $, _ }) => {
    await add(BOOKS);
    await add(ORDERS, 'orders');
    const enough = _.expr($.and([$.eq(['$title', '$$order_book']), $.gte(['$stock', '$$order_quantity'])]));
    const pipeline = $.pipeline().match(enough).project({ _id: 0, title: 1, author: 1, stock: 1 }).done();
    const { list } = await collection('orders').aggregate().sort({ _id: 1 }).lookup({ from: nameOf('notes'), let: { order_book: '$book', order_quantity: '$quantity' }, pipeline, as: 'bookList' }).end();
    return list.map(({ bookList }) => bookList);
  }, [
    [{ title: 'novel 1', author: 'author 1', stock: 10 }],
    [{ title: 'science 1', author: 'author 3', stock: 30 }],
    // Without a book and a quantity a missing title equals, and a text is more than nothing.
    [{ author: 'author 5', stock: '60' }],
  ]),
  pipes('replaceRoot, example 1: a field becomes the root', reference('replaceRoot'), [{ _id: 1, name: 'SFLS', teachers: { chinese: 22, math: 18, english: 21, other: 123 } }], (p) => p.replaceRoot({ newRoot: '$teachers' }), [{ chinese: 22, math: 18, english: 21, other: 123 }]),
  pipes('replaceRoot, example 2: an object made anew', reference('replaceRoot'), [{ _id: 1, first_name: '四郎', last_name: '黄' }, { _id: 2, first_name: '邦德', last_name: '马' }], (p, { $ }) => p.sort({ _id: 1 }).replaceRoot({ newRoot: { full_name: $.concat(['$last_name', '$first_name']) } }), [{ full_name: '黄四郎' }, { full_name: '马邦德' }]),
  pipes('skip: the first are passed over', reference('skip'), ITEMS, (p) => p.sort({ price: -1 }).skip(3), [{ _id: '3', price: 20 }, { _id: '1', price: 10 }]),
  pipes('sortByCount, example 1: by a field', reference('sortByCount'), [{ _id: 1, category: 'Web' }, { _id: 2, category: 'Web' }, { _id: 3, category: 'Life' }], (p) => p.sortByCount('$category'), [{ _id: 'Web', count: 2 }, { _id: 'Life', count: 1 }]),
  pipes('sortByCount, example 2: by the elements of a list', reference('sortByCount'), [{ _id: 1, tags: ['JavaScript', 'C#'] }, { _id: 2, tags: ['Go', 'C#'] }, { _id: 3, tags: ['Go', 'Python', 'JavaScript'] }, { _id: 4, tags: ['Go'] }], (p) => p.unwind('$tags').sortByCount('$tags').limit(1), [{ _id: 'Go', count: 3 }]),
  pipes('unwind, example 1: one for each size', reference('unwind'), [{ _id: '1', product: 'tshirt', size: ['S', 'M', 'L'] }, { _id: '2', product: 'pants', size: [] }, { _id: '3', product: 'socks', size: null }, { _id: '4', product: 'trousers', size: ['S'] }, { _id: '5', product: 'sweater', size: ['M', 'L'] }], (p) => p.unwind('$size').sort({ _id: 1 }).project({ size: 1 }), [{ _id: '1', size: 'S' }, { _id: '1', size: 'M' }, { _id: '1', size: 'L' }, { _id: '4', size: 'S' }, { _id: '5', size: 'M' }, { _id: '5', size: 'L' }]),
  pipes('unwind, example 2: with the place in the list', reference('unwind'), [{ _id: '1', product: 'tshirt', size: ['S', 'M'] }], (p) => p.unwind({ path: '$size', includeArrayIndex: 'index' }), [{ _id: '1', product: 'tshirt', size: 'S', index: 0 }, { _id: '1', product: 'tshirt', size: 'M', index: 1 }]),
]);
