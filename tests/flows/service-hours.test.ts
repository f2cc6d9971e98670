import type { ServiceRecordView } from '@contract';
import type { ServiceRecord } from '../../cloudfunctions/core/service/service-record';
import type { Task } from '../../cloudfunctions/core/staff/task';
import { servedShift, serviceHands, type ServiceHands } from './support/service-steps';
import { ADMIN, Community, COMMUNITY, DAY_MS, DISTRICT, GRID, HOUR_MS, MERCHANT, NEIGHBOUR, newOperation, OTHER_COMMUNITY, OUTSIDE_STAFF, OUTSIDER, POSTER, STAFF } from './support/community';

const MINUTE_MS = 60_000;
const LEAD = 'oTestLeadZhou';

describe('hours of service', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
    await community.join(LEAD, '周敏', GRID);
  });
  afterAll(async () => {
    await community.close();
  });

  const hands = (): ServiceHands => serviceHands(community);
  const settle = (): Promise<void> => hands().settle();
  const records = (): readonly ServiceRecord[] => hands().records();
  const recordOf = (recordId: string): ServiceRecord => hands().recordOf(recordId);
  const codeOf = (openid: string): Promise<string> => hands().codeOf(openid);
  const newest = (openid: string): Promise<ServiceRecordView> => hands().newest(openid);
  const totalOf = (openid: string): Promise<number> => hands().totalOf(openid);
  const titlesTo = (openid: string): Promise<readonly string[]> => hands().titlesTo(openid);
  const served = (people: readonly string[], minutes = 90): Promise<string> => servedShift(community, LEAD, people, minutes);

  afterEach(() => hands().expectSound());

  test('a confirmed roster is told, counted once and earns points that wait; nobody else reads it', async () => {
    const shiftId = await served([NEIGHBOUR, POSTER], 150);
    const mine = await community.must(NEIGHBOUR, 'service.mine', {});
    expect(mine).toMatchObject({ totalMinutes: 150, yearMinutes: 150, minutesADayMax: 480, backDays: 30, items: [{ state: 'counted', source: 'roster', reader: 'self', minutes: 150, countedMinutes: 150, whyNotCounted: null, recordedByName: '周敏', canAsk: true, canCorrect: false, canRevoke: false }] });
    expect(await titlesTo(NEIGHBOUR)).toContain('记了 2 小时 30 分');
    expect(await community.must(NEIGHBOUR, 'points.mine', {})).toMatchObject({ points: 0, pendingPoints: 25 });
    const { recordId } = await newest(NEIGHBOUR);
    expect(await community.refused(POSTER, 'service.get', { recordId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.refused(OUTSIDE_STAFF, 'service.get', { recordId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.must(LEAD, 'service.get', { recordId })).toMatchObject({ reader: 'organiser', memberName: '刘洋', canCorrect: true, canRevoke: false });
    expect(await community.must(STAFF, 'service.get', { recordId })).toMatchObject({ reader: 'staff', canCorrect: true, canRevoke: true });
    expect((await community.must(LEAD, 'service.ofShift', { shiftId, cursor: null })).items).toHaveLength(2);
    expect(await community.refused(POSTER, 'service.ofShift', { shiftId })).toMatchObject({ code: 'NOT_FOUND' });
    expect((await community.must(STAFF, 'service.list', { areaId: COMMUNITY, state: 'counted' })).items).toHaveLength(2);
    expect(await community.refused(STAFF, 'service.list', { areaId: OTHER_COMMUNITY, state: 'counted' })).toMatchObject({ code: 'OUT_OF_AREA' });
    expect(await community.refused(NEIGHBOUR, 'service.list', { areaId: COMMUNITY, state: 'counted' })).toMatchObject({ code: 'NOT_ALLOWED' });
    // Delivered once more, nothing doubles.
    await settle();
    expect([records().length, await totalOf(POSTER)]).toEqual([2, 150]);
  });

  test('put right with a reason, by two at once, and again by mistake: one line stands; then taken back', async () => {
    await served([NEIGHBOUR], 60);
    const before = await totalOf(NEIGHBOUR);
    const { recordId, fromMs, toMs } = await newest(NEIGHBOUR);
    const input = { recordId, fromMs, toMs: toMs + 30 * MINUTE_MS, reason: '多留了半小时收拾' };
    expect(await community.refused(NEIGHBOUR, 'service.correct', input)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await community.refused(LEAD, 'service.correct', { ...input, toMs: community.nowMs() + HOUR_MS })).toMatchObject({ code: 'SERVICE_TIMES' });
    expect(await community.refused(LEAD, 'service.correct', { ...input, fromMs: fromMs - 3 * DAY_MS, toMs: toMs - 3 * DAY_MS })).toMatchObject({ code: 'SERVICE_TIMES' });
    const [operation, other] = [newOperation(), newOperation()];
    const answers = await Promise.all([community.send(LEAD, 'service.correct', input, operation), community.send(STAFF, 'service.correct', { ...input, toMs: toMs + 40 * MINUTE_MS, reason: '看了签到' }, other)]);
    expect(answers.filter(({ ok }) => ok === true).length).toBeGreaterThan(0);
    await settle();
    const first = recordOf(recordId);
    expect(await totalOf(NEIGHBOUR)).toBe(before - 60 + first.countedMinutes);
    const again = await community.send(LEAD, 'service.correct', input, operation);
    expect(again.ok === true || (again.ok === false && again.error.code !== 'OPERATION_REUSED')).toBe(true);
    const known = newOperation();
    const right = await community.must(LEAD, 'service.correct', { ...input, toMs: toMs + 45 * MINUTE_MS }, known);
    expect(right).toMatchObject({ state: 'counted', countedMinutes: 105 });
    expect((await community.must(LEAD, 'service.correct', { ...input, toMs: toMs + 45 * MINUTE_MS }, known)).changes).toHaveLength(right.changes.length);
    expect(await community.refused(LEAD, 'service.correct', input, known)).toMatchObject({ code: 'OPERATION_REUSED' });
    expect(await titlesTo(NEIGHBOUR)).toContain('改成 1 小时 45 分');
    expect(await community.refused(LEAD, 'service.revoke', { recordId, reason: '没来' })).toMatchObject({ code: 'NOT_ALLOWED' });
    await community.must(STAFF, 'service.revoke', { recordId, reason: '那天是别人来的' });
    await settle();
    expect(await newest(NEIGHBOUR)).toMatchObject({ state: 'revoked', countedMinutes: 0, endNote: '那天是别人来的', whyNotCounted: '已经撤销，不算了', canAsk: true });
    expect(await totalOf(NEIGHBOUR)).toBe(before - 60);
    expect(await titlesTo(NEIGHBOUR)).toContain('有一条时长撤销了');
    expect(await community.refused(STAFF, 'service.revoke', { recordId, reason: '再来' })).toMatchObject({ code: 'SERVICE_CHANGED' });
  });

  test('points: taken back while they wait, kept once posted when times are put right, undone when it is revoked', async () => {
    await served([MERCHANT], 120);
    const points = async () => community.must(MERCHANT, 'points.mine', {});
    expect(await points()).toMatchObject({ pendingPoints: 20, points: 0 });
    const { recordId, fromMs, toMs } = await newest(MERCHANT);
    await community.must(STAFF, 'service.correct', { recordId, fromMs, toMs: toMs - HOUR_MS, reason: '早走一小时' });
    await settle();
    expect(await points()).toMatchObject({ pendingPoints: 10, points: 0 });
    await community.advance(8 * DAY_MS);
    await settle();
    expect(await points()).toMatchObject({ pendingPoints: 0, points: 10 });
    await community.must(STAFF, 'service.correct', { recordId, fromMs, toMs, reason: '又问过，没有早走' });
    await settle();
    expect([await points(), await totalOf(MERCHANT)]).toMatchObject([{ pendingPoints: 0, points: 10 }, 120]);
    await community.must(STAFF, 'service.revoke', { recordId, reason: '重复了' });
    await settle();
    expect([await points(), await totalOf(MERCHANT)]).toMatchObject([{ pendingPoints: 0, points: 0 }, 0]);
  });

  const backEntry = (changes: object = {}) => hands().backEntry(POSTER, changes);

  test('a back entry of one\'s own waits for somebody who was there too', async () => {
    const before = await totalOf(NEIGHBOUR);
    expect(await community.refused(NEIGHBOUR, 'service.backEnter', await backEntry({ secondCode: await codeOf(NEIGHBOUR) }))).toMatchObject({ code: 'SERVICE_SECOND' });
    expect(await community.refused(NEIGHBOUR, 'service.backEnter', await backEntry({ secondCode: 'ZZZZ9999' }))).toMatchObject({ code: 'PERSON_NOT_FOUND' });
    expect(await community.refused(NEIGHBOUR, 'service.backEnter', await backEntry({ title: '' }))).toMatchObject({ code: 'BAD_INPUT', fields: { title: '请写做了什么' } });
    expect(await community.refused(NEIGHBOUR, 'service.backEnter', await backEntry({ fromMs: community.nowMs() - 31 * DAY_MS, toMs: community.nowMs() - 31 * DAY_MS + HOUR_MS }))).toMatchObject({ code: 'SERVICE_TOO_OLD' });
    expect(await community.refused(NEIGHBOUR, 'service.backEnter', await backEntry({ memberCode: await codeOf(MERCHANT) }))).toMatchObject({ code: 'NOT_ALLOWED' });
    const operation = newOperation();
    const input = await backEntry();
    const entered = await community.must(NEIGHBOUR, 'service.backEnter', input, operation);
    expect(entered).toMatchObject({ state: 'waiting', countedMinutes: 0, secondName: '赵*', reader: 'self' });
    expect(await community.must(NEIGHBOUR, 'service.backEnter', input, operation)).toMatchObject({ recordId: entered.recordId });
    expect(await community.refused(NEIGHBOUR, 'service.backEnter', { ...input, title: '别的' }, operation)).toMatchObject({ code: 'OPERATION_REUSED' });
    await settle();
    expect((await community.must(POSTER, 'service.waiting', {})).items).toMatchObject([{ recordId: entered.recordId, memberName: '刘*', reader: 'second', canAnswer: true }]);
    expect(await community.refused(MERCHANT, 'service.answerSecond', { recordId: entered.recordId, accept: true })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await community.refused(POSTER, 'service.answerSecond', { recordId: entered.recordId, accept: false })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await community.must(POSTER, 'service.answerSecond', { recordId: entered.recordId, accept: true })).toMatchObject({ state: 'counted' });
    expect(await totalOf(NEIGHBOUR)).toBe(before + 120);
    expect((await community.must(POSTER, 'service.waiting', {})).items).toEqual([]);
    // The same time once more: it clashes, staff have it, the same times count it once the other is gone.
    const twice = await community.must(NEIGHBOUR, 'service.backEnter', await backEntry({ title: '陪李爷爷看病' }));
    await community.must(POSTER, 'service.answerSecond', { recordId: twice.recordId, accept: true });
    await settle();
    expect(await community.must(NEIGHBOUR, 'service.get', { recordId: twice.recordId })).toMatchObject({ state: 'clashing', countedMinutes: 0, clashesWith: [{ recordId: entered.recordId }], whyNotCounted: '和别的记录时间重叠，核对好以前先不算' });
    expect(community.documents<Task>('tasks').filter(({ subjectId }) => subjectId === twice.recordId)).toMatchObject([{ kind: 'serviceHours', state: 'open' }]);
    await community.must(STAFF, 'service.revoke', { recordId: entered.recordId, reason: '重了' });
    await settle();
    await community.must(STAFF, 'service.correct', { recordId: twice.recordId, fromMs: twice.fromMs, toMs: twice.toMs, reason: '核对过，这条对' });
    await settle();
    expect(await totalOf(NEIGHBOUR)).toBe(before + 120);
    expect(community.documents<Task>('tasks').filter(({ subjectId }) => subjectId === twice.recordId)).toMatchObject([{ state: 'done' }]);
  });

  test('a back entry by the lead for somebody of the shift; a no says why, silence lets it lapse', async () => {
    const shiftId = await served([POSTER], 60);
    const { fromMs, toMs } = await newest(POSTER);
    const input = { shiftId, memberCode: await codeOf(MERCHANT), fromMs, toMs, reason: '名单上漏了', secondCode: await codeOf(POSTER) };
    expect(await community.refused(LEAD, 'service.backEnter', { ...input, secondCode: await codeOf(LEAD) })).toMatchObject({ code: 'SERVICE_SECOND' });
    expect(await community.refused(LEAD, 'service.backEnter', { ...input, fromMs: fromMs - DAY_MS, toMs: toMs - DAY_MS })).toMatchObject({ code: 'SERVICE_TIMES' });
    expect(await community.refused(NEIGHBOUR, 'service.backEnter', input)).toMatchObject({ code: 'NOT_ALLOWED' });
    const refused = await community.must(LEAD, 'service.backEnter', input);
    expect(refused).toMatchObject({ title: '给独居老人送餐', shiftId, memberName: '吴老板', recordedByName: '周敏' });
    await community.must(POSTER, 'service.answerSecond', { recordId: refused.recordId, accept: false, words: '那天没见到他' });
    await settle();
    expect(await community.must(MERCHANT, 'service.get', { recordId: refused.recordId })).toMatchObject({ state: 'refused', endNote: '那天没见到他' });
    expect([await titlesTo(MERCHANT), await titlesTo(LEAD)].every((titles) => titles.includes('补记的时长没有确认'))).toBe(true);
    const lapsing = await community.must(LEAD, 'service.backEnter', input);
    await community.advance(7 * DAY_MS + MINUTE_MS);
    await settle();
    expect(recordOf(lapsing.recordId).state).toBe('lapsed');
    expect(await community.refused(POSTER, 'service.answerSecond', { recordId: lapsing.recordId, accept: true })).toMatchObject({ code: 'SERVICE_CHANGED' });
  });

  test('the person says that it is wrong; staff answer, or put it right, which answers', async () => {
    await served([POSTER], 45);
    const { recordId, fromMs, toMs } = await newest(POSTER);
    expect(await community.refused(NEIGHBOUR, 'service.ask', { recordId, words: '不对' })).toMatchObject({ code: 'NOT_FOUND' });
    await community.must(POSTER, 'service.ask', { recordId, words: '我待到最后才走的' });
    expect(await community.refused(POSTER, 'service.ask', { recordId, words: '不对' })).toMatchObject({ code: 'SERVICE_ASK_OPEN' });
    await settle();
    expect((await community.must(STAFF, 'staff.queue', { areaId: COMMUNITY })).items.map(({ kind }) => kind)).toContain('serviceHours');
    expect(await titlesTo(LEAD)).toContain('赵*说时长不对');
    await community.must(LEAD, 'service.decideAsk', { recordId, words: '那天我看您先走的' });
    expect(await newest(POSTER)).toMatchObject({ ask: { state: 'answered', answer: '那天我看您先走的' }, canAsk: true });
    await community.must(POSTER, 'service.ask', { recordId, words: '真的，可以问门口保安' });
    await community.must(STAFF, 'service.correct', { recordId, fromMs, toMs: toMs + 15 * MINUTE_MS, reason: '问过保安，是的' });
    await settle();
    expect(await newest(POSTER)).toMatchObject({ countedMinutes: 60, ask: { state: 'answered', answer: '问过保安，是的' } });
    expect(community.documents<Task>('tasks').filter(({ subjectId }) => subjectId === recordId).map(({ state }) => state)).toEqual(['done', 'done']);
    await community.must(POSTER, 'service.ask', { recordId, words: '谢谢' });
    await community.must(STAFF, 'service.decideAsk', { recordId, words: '不客气' });
    expect(await community.refused(POSTER, 'service.ask', { recordId, words: '还有' })).toMatchObject({ code: 'SERVICE_OFTEN' });
  });

  test('a month as CSV in pieces, names whole and each piece noted; no cell begins like a formula; oddities are said', async () => {
    const odd = await community.must(OUTSIDER, 'service.backEnter', await backEntry({ title: '=HYPERLINK("http://x")', organiserName: '+1', secondCode: await codeOf(POSTER) }));
    await community.must(POSTER, 'service.answerSecond', { recordId: odd.recordId, accept: true });
    await settle();
    const month = recordOf(odd.recordId).day.slice(0, 7);
    expect(await community.refused(STAFF, 'service.export', { areaId: DISTRICT, month })).toMatchObject({ code: 'OUT_OF_AREA' });
    expect(await community.refused(NEIGHBOUR, 'service.export', { areaId: COMMUNITY, month })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await community.refused(STAFF, 'service.export', { areaId: COMMUNITY, month: '2026-13' })).toMatchObject({ code: 'BAD_INPUT' });
    const audits = community.documents<{ kind: string }>('audit').filter(({ kind }) => kind === 'exportedHours').length;
    const { csv, rows, nextCursor } = await community.must(ADMIN, 'service.export', { areaId: DISTRICT, month });
    expect(csv.startsWith('\uFEFF姓名,志愿者编号,项目名称,组织,岗位,开始时间,结束时间,时长(小时),记录人,备注\r\n')).toBe(true);
    expect(csv).toContain(`远客,,"'=HYPERLINK(""http://x"")",'+1,探访,`);
    expect([csv.split('\r\n').length - 2, nextCursor]).toEqual([rows, null]);
    expect(rows).toBe(records().filter((record) => record.state === 'counted' && record.day.startsWith(month)).length);
    expect(community.documents<{ kind: string }>('audit').filter(({ kind }) => kind === 'exportedHours')).toHaveLength(audits + 1);
    const { items, isPartial } = await community.must(STAFF, 'service.oddities', { communityId: COMMUNITY });
    expect([items.map(({ kind, name }) => [kind, name]), isPartial]).toEqual([expect.any(Array), false]);
    expect(await community.refused(STAFF, 'service.oddities', { communityId: OTHER_COMMUNITY })).toMatchObject({ code: 'OUT_OF_AREA' });
  });
});
