import { NEVER_MS } from '../../cloudfunctions/core/aggregate/aggregate';
import { newRosterRecord } from '../../cloudfunctions/core/service/open-service';
import type { ServiceRecord } from '../../cloudfunctions/core/service/service-record';
import { serviceHands, servedShift, type ServiceHands } from './support/service-steps';
import { ADMIN, Community, COMMUNITY, DISTRICT, GRID, HOUR_MS, NEIGHBOUR, POSTER, STREET } from './support/community';

const MINUTE_MS = 60_000;
const LEAD = 'oTestLeadZhou';

describe('hours of whoever leaves', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.found();
    await community.join(LEAD, '周敏', GRID);
  });
  afterAll(async () => {
    await community.close();
  });
  const hands = (): ServiceHands => serviceHands(community);
  afterEach(() => hands().expectSound());

  test('whoever takes their data along has their hours in it; whoever leaves takes their name along, and the sums stay', async () => {
    const leaver = 'oTestLeaverSun';
    await community.join(leaver, '要搬走的老孙', GRID);
    await servedShift(community, LEAD, [leaver, NEIGHBOUR], 60);
    const { recordId } = await hands().newest(leaver);
    await community.must(leaver, 'service.ask', { recordId, words: '老孙我待得更久' });
    const entered = await community.must(leaver, 'service.backEnter', await hands().backEntry(POSTER, { title: '老孙陪人看病那天' }));
    await community.must(NEIGHBOUR, 'service.backEnter', await hands().backEntry(POSTER, { fromMs: community.nowMs() - 50 * HOUR_MS, toMs: community.nowMs() - 49 * HOUR_MS, secondCode: await hands().codeOf(leaver) }));
    const { json } = await community.must(leaver, 'member.exportData', { part: 'service' });
    expect(JSON.parse(json)).toMatchObject({ hours: { posted: 60 }, serviceRecords: [{ countedMinutes: 60, ask: { words: '老孙我待得更久' } }, { state: 'waiting' }], hourLines: [{ amount: 60, asset: 'hours' }], serviceConfirmed: [{ state: 'waiting' }], serviceEntered: [{ state: 'waiting' }] });
    expect(json).not.toMatch(/赵阿姨|刘洋/);
    const memberId = (await community.me(leaver)).memberId;
    await community.must(leaver, 'member.leave', {});
    await hands().settle();
    const left = community.documents<ServiceRecord>('serviceRecords').filter((record) => record.memberId === memberId || record.secondId === memberId);
    expect([left.length, hands().recordOf(recordId).countedMinutes, hands().recordOf(entered.recordId).reason]).toEqual([3, 60, '']);
    expect(JSON.stringify(left.map(({ memberName, recordedByName, secondName, ask }) => [memberName, recordedByName, secondName, ask?.words]))).not.toMatch(/老孙/);
  });

  test('whoever put records of others right and leaves is named there no more', async () => {
    const colleague = 'oTestColleague';
    await community.join(colleague, '过路的小陈', COMMUNITY);
    await community.grant(colleague, 'staff', COMMUNITY);
    await servedShift(community, LEAD, [NEIGHBOUR], 30);
    const { recordId, fromMs, toMs } = await hands().newest(NEIGHBOUR);
    await community.must(colleague, 'service.correct', { recordId, fromMs, toMs: toMs + 10 * MINUTE_MS, reason: '核对过' });
    expect((await hands().newest(NEIGHBOUR)).changes).toMatchObject([{ byName: '过路的小陈', why: '核对过' }]);
    await community.must(colleague, 'member.leave', {});
    await hands().settle();
    expect(JSON.stringify(hands().recordOf(recordId))).not.toContain('过路的小陈');
    expect((await hands().newest(NEIGHBOUR)).changes).toMatchObject([{ why: '核对过', toMs }]);
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
