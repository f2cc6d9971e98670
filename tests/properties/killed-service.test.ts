import type { RouteName } from '@contract';
import { foldBalances } from '../../cloudfunctions/core/ledger/balance';
import { memberHours } from '../../cloudfunctions/core/ledger/account';
import type { Transfer } from '../../cloudfunctions/core/ledger/transfer';
import { isDayCoherent, type ServiceDay } from '../../cloudfunctions/core/service/service-day';
import { isServiceCoherent, type ServiceRecord } from '../../cloudfunctions/core/service/service-record';
import { Community, COMMUNITY, GRID, HOUR_MS, newOperation, POSTER, STAFF } from '../flows/support/community';
import { servedShift } from '../flows/support/service-steps';
import { killRow, ROW, settle } from './support/killed-row';

/**
 * Hours of service, killed at any database call: a row of people who served at one shift, then entered one more time back;
 * what counts, what the ledger says and what people are told is the same for all, and the same as for whom nothing died.
 */
describe('hours of service, killed at any database call', () => {
  let community: Community;
  let people: readonly string[];
  let memberIds: readonly string[];
  let recordIds: readonly string[];
  let fromMs = 0;

  const records = (): readonly ServiceRecord[] => community.documents<ServiceRecord>('serviceRecords');
  const recordOf = (recordId: string): ServiceRecord => community.document<ServiceRecord>('serviceRecords', recordId) as ServiceRecord;
  const hoursOf = (memberId: string): number => foldBalances(community.documents<Transfer>('transfers')).get(`hours ${memberHours(memberId)}`)?.posted ?? 0;

  beforeAll(async () => {
    community = await Community.found();
    people = Array.from({ length: ROW }, (_unused, index) => `oTestServes${index}x`);
    for (const openid of people) await community.join(openid, '志愿者', GRID);
    memberIds = await Promise.all(people.map(async (openid) => (await community.me(openid)).memberId));
    await servedShift(community, STAFF, people, 90, { capacity: ROW });
    await settle(community);
    recordIds = memberIds.map((memberId) => records().find((record) => record.memberId === memberId)?._id ?? '');
    expect(recordIds).not.toContain('');
    fromMs = recordOf(recordIds[0] ?? '').fromMs;
  });
  afterAll(async () => {
    await community.close();
  });
  afterEach(() => {
    for (const record of records()) expect({ record: record._id, isCoherent: isServiceCoherent(record), events: record.pendingEvents, isCounting: record.state === 'counting' }).toEqual({ record: record._id, isCoherent: true, events: 0, isCounting: false });
    expect(community.documents<ServiceDay>('serviceDays').filter((day) => !isDayCoherent(day))).toEqual([]);
    for (const memberId of memberIds) expect(hoursOf(memberId)).toBe(records().filter((record) => record.memberId === memberId).reduce((sum, record) => sum + record.countedMinutes, 0));
  });

  /** Every record undergoes one thing; `stand` tells how it stands once that has happened. */
  const each = (route: RouteName, callerOf: (index: number) => string, input: object, stand: (record: ServiceRecord) => unknown, ids = recordIds): Promise<void> =>
    killRow(community, route, ids.map((recordId, index) => ({ caller: callerOf(index), input: { recordId, ...input }, subjectId: recordId, outcome: () => stand(recordOf(recordId)) })));
  const self = (index: number): string => people[index] ?? '';
  const staff = (): string => POSTER;

  test('asked about, answered, asked again, put right, taken back', async () => {
    await community.grant(POSTER, 'staff', COMMUNITY);
    await each('service.ask', self, { words: '我待得更久' }, ({ ask }) => (ask?.state === 'open' ? ask.words : null));
    await each('service.decideAsk', staff, { words: '名单上是这样' }, ({ ask }) => (ask?.state === 'answered' ? ask.answer : null));
    await each('service.ask', self, { words: '问问保安' }, ({ ask, askCount }) => (askCount === 2 ? ask?.words : null));
    await each('service.correct', staff, { fromMs, toMs: fromMs + 2 * HOUR_MS, reason: '问过了，是的' }, ({ state, changes, countedMinutes, ledgerNumber }) => (changes.length === 1 ? [state, countedMinutes, ledgerNumber] : null));
    expect(memberIds.map(hoursOf)).toEqual(memberIds.map(() => 120));
    await each('service.revoke', staff, { reason: '重了' }, ({ state, ledgerNumber }) => (state === 'revoked' ? ledgerNumber : null));
    expect(memberIds.map(hoursOf)).toEqual(memberIds.map(() => 0));
  }, 600_000);

  test('entered back, and confirmed by somebody who was there', async () => {
    await community.advance(6 * HOUR_MS);
    const { code: secondCode } = await community.me(STAFF);
    const entry = { kind: 'visit', title: '陪王奶奶看病', organiserName: '青枫社区', placeText: '', fromMs: fromMs + 5 * HOUR_MS, toMs: fromMs + 6 * HOUR_MS, reason: '没带手机', secondCode };
    const ofPerson = (memberId: string): readonly ServiceRecord[] => records().filter((record) => record.memberId === memberId && record.source === 'backEntry');
    await killRow(community, 'service.backEnter', people.map((caller, index) => ({ caller, input: entry, subjectId: `none${index}`, outcome: () => (ofPerson(memberIds[index] ?? '').length === 0 ? null : ofPerson(memberIds[index] ?? '').map(({ state }) => state)) })));
    const ids = memberIds.map((memberId) => ofPerson(memberId)[0]?._id ?? '');
    await each('service.answerSecond', () => STAFF, { accept: true }, ({ state, countedMinutes }) => (state === 'waiting' ? null : [state, countedMinutes]), ids);
    expect(memberIds.map(hoursOf)).toEqual(memberIds.map(() => 60));
    expect(await community.send(STAFF, 'service.answerSecond', { recordId: ids[0] ?? '', accept: true }, newOperation())).toMatchObject({ ok: false, error: { code: 'SERVICE_CHANGED' } });
  }, 600_000);
});
