import { CAMPAIGN_STATES, type CampaignView, type LedgerDayView } from '@contract';
import { campaignNews, checkLines, daysLeftWords, figuresNote, giversWords, isOver, isUnopened, ledgerDate, matchWords, milestoneSteps, reachedWords, returnWords, stateTag } from './campaign-words';
import { ledgerLines, spentNote } from './ledger-lines';
import { isWorthKeeping, ledgerFileName, NO_FILE, withPiece } from './ledger-file';

/** Friday 20 November 2026, 9:41 in UTC+8. */
const NOW_MS = Date.UTC(2026, 10, 20, 1, 41);
const at = (month: number, day: number, hour = 12) => Date.UTC(2026, month - 1, day, hour - 8);
const stage = { number: 1, days: 20, opensAtMs: at(11, 10), endsAtMs: at(12, 6, 24), minimumFen: 1_200_000, optimumFen: 1_800_000, isFull: false };
const news = (more: Partial<CampaignView>) => campaignNews({ state: 'open', isTold: false, note: '', stage, minimumFen: 1_200_000, isDisclosureOverdue: false, figures: null, leftover: null, fundsLeftFen: 0, ...more }, NOW_MS);

test.each([[null, ''], [at(12, 6, 24), '还有 16 天'], [at(11, 20, 24), '今天截止'], [at(11, 20, 9), '已经截止']])('an end at %p: %p', (endsAtMs, words) => expect(daysLeftWords(endsAtMs, NOW_MS)).toBe(words));

test('every state has words of its own', () => {
  const words = [...CAMPAIGN_STATES.map((state) => stateTag({ state, isTold: false, minimumFen: 1 }).words), stateTag({ state: 'succeeded', isTold: true, minimumFen: 1 }).words];
  expect(new Set(words).size).toBe(CAMPAIGN_STATES.length + 1);
  expect(stateTag({ state: 'ended', isTold: true, minimumFen: 1 }).words).toBe('办完了');
  // Without money nothing is gathered, and nothing goes back.
  expect((['open', 'succeeded', 'cancelled', 'ended'] as const).map((state) => stateTag({ state, isTold: false, minimumFen: null }).words)).toEqual(['正在办', '在办', '取消了', '办完了']);
});

test('a first neighbour is waited for only while they can still come', () => {
  expect((['publicity', 'open', 'counting', 'cancelled'] as const).map((state) => giversWords({ state, figures: null }))).toEqual(['还没开始收', '等第一位邻居', '', '']);
});

test('what becomes of the money is said only where money is asked for', () => {
  expect(returnWords({ state: 'open', minimumFen: null })).toBeNull();
  expect(returnWords({ state: 'open', minimumFen: 1_200_000 })).toBe('到期不够 ¥12,000，每一分自动退回。花钱要两个人批，还要有票据。');
  // Nothing is promised any more that can't happen.
  expect(returnWords({ state: 'ended', minimumFen: 1_200_000 })).toBe('花的每一笔都有票据，有两个人批过。');
  expect(returnWords({ state: 'failed', minimumFen: 1_200_000 })).toBeNull();
  expect([reachedWords({ state: 'counting' }), reachedWords({ state: 'ended' })]).toEqual(['过了，能动工', '筹到了']);
});

test('figures are told with their time, and that something is on the way', () => {
  const figures = { settledFen: 1, settledAtMs: at(11, 20, 9), isPending: true, givers: 1, contributions: 1, matchedFen: 0, minimumFen: 1, optimumFen: 1, surplusFen: 0 };
  expect(figuresNote({ figures }, NOW_MS)).toBe('还有钱在路上。数字到今天 9:00，只算已到账的。');
  expect(figuresNote({ figures: { ...figures, settledAtMs: null } }, NOW_MS)).toBe('数字马上就有，只算已到账的。');
  expect(figuresNote({ figures: null }, NOW_MS)).toBe('');
});

test('before it opens nothing is counted, and once it is over nothing is wanted', () => {
  expect((['draft', 'publicity', 'open', 'ended'] as const).map((state) => isUnopened({ state }))).toEqual([true, true, false, false]);
  expect((['draft', 'open', 'succeeded', 'ended', 'cancelled'] as const).map((state) => isOver({ state }))).toEqual([false, false, false, true, true]);
});

describe('what is so with it', () => {
  test('an open one simply goes on, unless it is full or owes a report', () => {
    expect(news({})).toBeNull();
    expect(news({ stage: { ...stage, isFull: true } })?.title).toBe('够了，谢谢大家');
    expect(news({ isDisclosureOverdue: true })?.tone).toBe('warn');
  });

  test('one that came about is at work until the whole was told; then only what is left is open', () => {
    expect(news({ state: 'succeeded' })).toEqual({ tone: 'good', title: '筹到了，在办', note: '12 月 6 日截止，花的每一笔都在账本里。' });
    expect(news({ state: 'succeeded', minimumFen: null })?.note).toBe('12 月 6 日截止，办到哪一步，下面都写着。');
    expect(news({ state: 'succeeded', isTold: true })).toEqual({ tone: 'good', title: '办完了，向大家公开过了', note: '花的每一笔都在账本里。' });
    expect(news({ state: 'succeeded', isTold: true, fundsLeftFen: 82_000 })?.note).toBe('还剩 ¥820，给哪儿先公示，再动。');
    expect(news({ state: 'succeeded', isTold: true, leftover: { amountFen: 82_000, toText: '社区发展基金', reason: '一样是修楼道', movedAtMs: null } })).toMatchObject({ title: '办完了，剩下 ¥820 的去向在公示', note: '打算给社区发展基金：一样是修楼道' });
    expect(news({ state: 'ended' })).toMatchObject({ title: '办完了，谢谢大家', note: '花的每一笔都在账本里。' });
    expect(news({ state: 'succeeded', isDisclosureOverdue: true })?.title).not.toContain('收钱');
  });

  test('money that goes back is told with how much was missing, and why', () => {
    expect(news({ state: 'failed' })).toEqual({ tone: 'warn', title: '没到 ¥12,000，钱都退回去', note: '不用申请，原路退回，一分不少。' });
    expect(news({ state: 'cancelled', note: '物业来修，不用大家出钱！' })?.note).toBe('原因：物业来修，不用大家出钱！不用申请，原路退回，一分不少。');
    expect(news({ state: 'cancelled', note: '物业来修' })?.note).toBe('原因：物业来修。不用申请，原路退回，一分不少。');
    expect(news({ state: 'cancelled' })?.note).toBe('不用申请，原路退回，一分不少。');
    expect(news({ state: 'cancelled', minimumFen: null, note: '物业来修' })).toEqual({ tone: 'warn', title: '取消了', note: '原因：物业来修。没有收过钱。' });
  });
});

test('a match that is used up says so', () => {
  const match = { merchantName: '康民药房', ratioText: '1 比 1', leftFen: 186_000, capPerDayFen: 5000 };
  expect(matchWords(match).title).toBe('康民药房配捐：1 比 1，还剩 ¥1,860');
  expect(matchWords({ ...match, leftFen: 0 }).title).toContain('已经配完了');
});

test('a common part needs both papers and says which is missing; nothing else needs any', () => {
  const vote = { votedAtMs: at(11, 1), participants: 28, total: 30, inFavour: 27, participantsAreaShare: 925, inFavourAreaShare: 900 };
  expect(checkLines({ subjectKind: 'place', ownersVote: vote, propertyConsent: null }, NOW_MS).map(({ isThere, note }) => [isThere, note])).toEqual([[true, '30 户里 28 户表决（面积占 92.5%），27 户同意（面积占 90%）'], [false, '还没有记录']]);
  expect(checkLines({ subjectKind: 'things', ownersVote: null, propertyConsent: null }, NOW_MS)).toEqual([]);
});

test('steps: done behind, the next one marked, a late one said to be late', () => {
  const step = (milestoneId: string, dueAtMs: number, doneAtMs: number | null, note = '') => ({ milestoneId, text: milestoneId, dueAtMs, doneAtMs, note, photoUrls: [] });
  const steps = milestoneSteps([step('a', at(11, 12), at(11, 11), '到了'), step('b', at(11, 18), null), step('c', at(12, 20), null)], NOW_MS);
  expect(steps.map(({ state, note }) => [state, note])).toEqual([['past', '到了'], ['now', '说好 11 月 18 日，晚了'], ['next', undefined]]);
});

describe('the book', () => {
  const days: readonly LedgerDayView[] = [
    { day: '2026-11-09', openingFen: 0, closingFen: 5000, lines: [{ lineId: '2', kind: 'spending', text: '砖', amountFen: -5000, balanceFen: 5000, spendingId: 's1' }, { lineId: '1', kind: 'gifts', text: '2 位邻居', amountFen: 10_000, balanceFen: 10_000, spendingId: null }] },
  ];

  test('a line of a spending opens it, others open nothing', () => {
    const opened: string[] = [];
    const lines = ledgerLines(days, (id) => opened.push(id));
    expect(lines.map(({ dateText, onOpen }) => [dateText, onOpen === undefined])).toEqual([['11/9', false], ['11/9', true]]);
    lines[0]?.onOpen?.();
    expect(opened).toEqual(['s1']);
    expect(ledgerDate('2026-01-30')).toBe('1/30');
  });

  test('a book without spending says so', () => expect([spentNote(days), spentNote([])]).toEqual(['', '还没花钱。']));

  test('its table is done with the last piece, and an old one is fetched anew', () => {
    const first = withPiece({ ...NO_FILE, startedAtMs: NOW_MS }, 'c1');
    expect([first.isDone, withPiece(first, null).isDone]).toEqual([false, true]);
    expect([isWorthKeeping(NO_FILE, NOW_MS), isWorthKeeping(first, NOW_MS + 1), isWorthKeeping(first, NOW_MS + 11 * 60_000)]).toEqual([false, true, false]);
    expect(ledgerFileName('修坡/修灯?')).toBe('公开账本 修坡 修灯.csv');
  });
});
