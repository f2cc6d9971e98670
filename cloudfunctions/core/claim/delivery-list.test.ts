import { DAY_MS } from '../kernel/clock';
import { START_MS } from '../wish/wish.fixtures';
import type { ClaimRecord } from './claim-record';
import { deliveryListView } from './delivery-list';

const record = (id: string, change: Partial<ClaimRecord> = {}): ClaimRecord => ({
  _id: id, wishId: `w_${id}`, claimerId: 'u_1', claimerName: '农商行', giverKind: 'unit', contactId: 'm_1', revision: 1, isOpen: true, updatedAtMs: 0, wishTitle: `一袋米 ${id}`, category: 'goods', pictureKey: 'rice',
  shares: 2, shareNote: '5 公斤', state: 'planned', heldAtMs: 0, holdUntilMs: 0, plan: { deliverAtMs: START_MS + DAY_MS, handover: 'station', note: '' }, deliverByMs: START_MS + 2 * DAY_MS, deliveredAtMs: null, confirmByMs: null, confirmedAtMs: null,
  isOverdue: false, extensionCount: 0, extendableUntilMs: null, handoverText: '放到青枫社区驿站', ...change,
} as ClaimRecord);

test('by day and place, what has no day last, what was delivered not at all; the text says the same', () => {
  const list = deliveryListView('农商行', [record('c', { plan: null, state: 'held' }), record('a'), record('b', { handoverText: '约好上门' }), record('d', { state: 'delivered' })], START_MS);
  expect(list).toMatchObject({ wishCount: 3, shareCount: 6 });
  expect(list.days.map((day) => [day.dayText, day.shareCount, day.places.map((place) => place.placeText)])).toEqual([
    ['11 月 21 日', 4, ['放到青枫社区驿站', '约好上门']],
    ['还没定哪天', 2, ['放到青枫社区驿站']],
  ]);
  expect(list.text.split('\n')).toContain('  □ 一袋米 a（5 公斤） × 2');
});

test('the table has the same rows, with a column to tick; words that look like a formula stay words', () => {
  const { csv } = deliveryListView('农商行', [record('a'), record('b', { wishTitle: '=1+1', plan: { deliverAtMs: START_MS + DAY_MS, handover: 'station', note: '上午，10 点前' }, isOverdue: true })], START_MS);
  expect(csv.startsWith('\uFEFF')).toBe(true);
  expect(csv.slice(1).trimEnd().split('\r\n')).toEqual([
    '哪天,送到哪里,心愿,份数,每份,约好的话,过了日子,送到了',
    '11 月 21 日,放到青枫社区驿站,一袋米 a,2,5 公斤,,,',
    "11 月 21 日,放到青枫社区驿站,'=1+1,2,5 公斤,上午，10 点前,尽快,",
  ]);
});
