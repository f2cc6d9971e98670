import type { ServiceRecordView } from '@contract';
import { NEVER_MS } from '../../cloudfunctions/core/aggregate/aggregate';
import { foldBalances } from '../../cloudfunctions/core/ledger/balance';
import { memberHours } from '../../cloudfunctions/core/ledger/account';
import type { Transfer } from '../../cloudfunctions/core/ledger/transfer';
import type { Notice } from '../../cloudfunctions/core/notice/notice';
import { isDayCoherent, type ServiceDay } from '../../cloudfunctions/core/service/service-day';
import { newRosterRecord } from '../../cloudfunctions/core/service/open-service';
import { isServiceCoherent, type ServiceRecord } from '../../cloudfunctions/core/service/service-record';
import type { Task } from '../../cloudfunctions/core/staff/task';
import { servedShift } from './support/service-steps';
import { ADMIN, Community, COMMUNITY, DAY_MS, DISTRICT, GRID, HOUR_MS, MERCHANT, NEIGHBOUR, newOperation, OTHER_COMMUNITY, OUTSIDE_STAFF, OUTSIDER, POSTER, STAFF, STREET } from './support/community';

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

  const settle = async (): Promise<void> => {
    for (let run = 0; run < 3; run += 1) await community.runJobs();
  };

  const memberOf = async (openid: string): Promise<string> => (await community.me(openid)).memberId;
  const codeOf = async (openid: string): Promise<string> => (await community.me(openid)).code;
  const records = (): readonly ServiceRecord[] => community.documents<ServiceRecord>('serviceRecords');
  const recordOf = (recordId: string): ServiceRecord => community.document<ServiceRecord>('serviceRecords', recordId) as ServiceRecord;
  const newest = async (openid: string): Promise<ServiceRecordView> => (await community.must(openid, 'service.mine', {})).items[0] as ServiceRecordView;
  const totalOf = async (openid: string): Promise<number> => (await community.must(openid, 'service.mine', {})).totalMinutes;
  const titlesTo = async (openid: string): Promise<readonly string[]> => {
    const memberId = await memberOf(openid);
    return community.documents<Notice>('notices').filter((notice) => notice.memberId === memberId).map(({ title }) => title);
  };
  const served = (people: readonly string[], minutes = 90): Promise<string> => servedShift(community, LEAD, people, minutes);

  /** Records, days and ledger say the same, for everybody. */
  afterEach(async () => {
    await settle();
    expect(records().filter((record) => !isServiceCoherent(record) || record.pendingEvents > 0 || record.state === 'counting').map(({ _id, state }) => [_id, state])).toEqual([]);
    const days = community.documents<ServiceDay>('serviceDays');
    expect(days.filter((day) => !isDayCoherent(day))).toEqual([]);
    const balances = foldBalances(community.documents<Transfer>('transfers'));
    for (const memberId of new Set(records().map((record) => record.memberId))) {
      const sum = (rows: readonly { readonly memberId: string; readonly countedMinutes: number }[]): number => rows.filter((row) => row.memberId === memberId).reduce((all, row) => all + row.countedMinutes, 0);
      expect([sum(records()), sum(days)]).toEqual([balances.get(`hours ${memberHours(memberId)}`)?.posted ?? 0, balances.get(`hours ${memberHours(memberId)}`)?.posted ?? 0]);
    }
  });

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

  const backEntry = async (changes: object = {}) => ({ kind: 'visit' as const, title: '陪王奶奶看病', organiserName: '青枫社区', placeText: '区医院', fromMs: community.nowMs() - 30 * HOUR_MS, toMs: community.nowMs() - 28 * HOUR_MS, reason: '那天没带手机', secondCode: await codeOf(POSTER), ...changes });

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


  test('whoever takes their data along has their hours in it; whoever leaves takes their name along, and the sums stay', async () => {
    const leaver = 'oTestLeaverSun';
    await community.join(leaver, '要搬走的老孙', GRID);
    await served([leaver, NEIGHBOUR], 60);
    const { recordId } = await newest(leaver);
    await community.must(leaver, 'service.ask', { recordId, words: '老孙我待得更久' });
    const entered = await community.must(leaver, 'service.backEnter', await backEntry({ title: '老孙陪人看病那天' }));
    await community.must(NEIGHBOUR, 'service.backEnter', await backEntry({ fromMs: community.nowMs() - 50 * HOUR_MS, toMs: community.nowMs() - 49 * HOUR_MS, secondCode: await codeOf(leaver) }));
    const { json } = await community.must(leaver, 'member.exportData', { part: 'service' });
    expect(JSON.parse(json)).toMatchObject({ hours: { posted: 60 }, serviceRecords: [{ countedMinutes: 60, ask: { words: '老孙我待得更久' } }, { state: 'waiting' }], hourLines: [{ amount: 60, asset: 'hours' }], serviceConfirmed: [{ state: 'waiting' }], serviceEntered: [{ state: 'waiting' }] });
    expect(json).not.toMatch(/赵阿姨|刘洋/);
    const memberId = await memberOf(leaver);
    await community.must(leaver, 'member.leave', {});
    await settle();
    const left = community.documents<ServiceRecord>('serviceRecords').filter((record) => record.memberId === memberId || record.secondId === memberId);
    expect([left.length, recordOf(recordId).countedMinutes, recordOf(entered.recordId).reason]).toEqual([3, 60, '']);
    expect(JSON.stringify(left.map(({ memberName, recordedByName, secondName, ask }) => [memberName, recordedByName, secondName, ask?.words]))).not.toMatch(/老孙/);
  });

  test('whoever put records of others right and leaves is named there no more', async () => {
    const colleague = 'oTestColleague';
    await community.join(colleague, '过路的小陈', COMMUNITY);
    await community.grant(colleague, 'staff', COMMUNITY);
    await served([NEIGHBOUR], 30);
    const { recordId, fromMs, toMs } = await newest(NEIGHBOUR);
    await community.must(colleague, 'service.correct', { recordId, fromMs, toMs: toMs + 10 * MINUTE_MS, reason: '核对过' });
    expect((await newest(NEIGHBOUR)).changes).toMatchObject([{ byName: '过路的小陈', why: '核对过' }]);
    await community.must(colleague, 'member.leave', {});
    await settle();
    expect(JSON.stringify(recordOf(recordId))).not.toContain('过路的小陈');
    expect((await newest(NEIGHBOUR)).changes).toMatchObject([{ why: '核对过', toMs }]);
  });
});

describe('a district\'s month of hours', () => {
  /** Put in directly: as many as a district has in a month. */
  const HOW_MANY = process.env.LINYUAN_LONG === '1' ? 100_000 : 3_000;

  test('is exported within the function\'s limits, piece by piece', async () => {
    const community = await Community.found();
    const { memberId, communityId, areaIds } = { memberId: 'm_mass', communityId: COMMUNITY, areaIds: [DISTRICT, STREET, COMMUNITY] };
    const template = newRosterRecord({ recordId: 'sr', shiftId: 'h', signUpId: 's', memberId, activityId: 'a', kind: 'volunteerService', title: '社区一楼活动室给长辈教手机、修小家电、读报纸', placeText: '', organiserId: 'm', organiserName: '青枫社区居民委员会', leadId: null, recordedById: 'm', areaIds, fromMs: 1, toMs: 2, atMs: 1 }, { _id: memberId, displayName: '欧阳志愿者', communityId }, '何静');
    const collection = community.cloud.cloud.store.get('serviceRecords');
    const firstMs = Date.parse('2025-03-01T01:00:00Z');
    const ids = Array.from({ length: HOW_MANY }, (_unused, index) => `sr_mass${String(index).padStart(6, '0')}`);
    ids.forEach((_id, index) => collection.put(_id, { ...template, outbox: {}, pendingEvents: 0, wakeAtMs: NEVER_MS, _id, state: 'counted', fromMs: firstMs + (index % 20_000) * MINUTE_MS, toMs: firstMs + (index % 20_000) * MINUTE_MS + HOUR_MS, minutes: 60, countedMinutes: 60, day: '2025-03-01', source: 'backEntry', reason: '那天下大雨，领队的手机进了水，名单是第二天在驿站对着签到纸一个一个补上的' } as never));
    let [cursor, pieces, rows, bytesMax, msMax]: [string | null, number, number, number, number] = [null, 0, 0, 0, 0];
    const seen: string[] = [];
    do {
      const startedMs = performance.now();
      const piece: { csv: string; rows: number; nextCursor: string | null } = await community.must(ADMIN, 'service.export', { areaId: DISTRICT, month: '2025-03', cursor });
      [cursor, pieces, rows] = [piece.nextCursor, pieces + 1, rows + piece.rows];
      [bytesMax, msMax] = [Math.max(bytesMax, Buffer.byteLength(JSON.stringify(piece))), Math.max(msMax, performance.now() - startedMs)];
      seen.push(piece.csv);
    } while (cursor !== null);
    await community.close();
    process.stdout.write(`${rows} hour records in ${pieces} pieces, at most ${bytesMax} bytes and ${Math.round(msMax)} ms each\n`);
    expect([rows, seen.join('').split('\r\n').length - 2]).toEqual([HOW_MANY, HOW_MANY]);
    expect(bytesMax).toBeLessThan(800_000);
    // A person can wait so long; the function's own limit is ten times that.
    expect(msMax).toBeLessThan(6_000);
  }, 600_000);
});
