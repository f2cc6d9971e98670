import { carriedOut, refusalOf } from '../aggregate/aggregate.fixtures';
import type { Step } from '../aggregate/step';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../kernel/clock';
import { unwrap } from '../kernel/result';
import { RULES } from '../rules';
import { COMMUNITY, member, roleOf, START_MS } from '../wish/wish.fixtures';
import { decideAnswerAsk, decideAsk, decideCorrect, decideCounted, decideRevoke, decideSecond } from './change-service';
import { findOddities, type OddityRow } from './find-oddities';
import { decideBackEntry, newRosterRecord, type ServiceOpening } from './open-service';
import { piecesOf, type ExportRow } from './service-csv';
import { SERVICE_KIND } from './service-kind';
import { dayParts, hoursText, type ServiceRecord } from './service-record';
import { serviceReaderOf, serviceRecordView } from './service-view';

const person = member('m_liu', { displayName: '刘洋' });
const lead = member('m_lead', { displayName: '周敏' });
const second = member('m_zhao', { displayName: '赵阿姨' });
const staff = member('m_staff', { displayName: '何静', roles: [roleOf('staff', COMMUNITY)] });
const far = member('m_far', { displayName: '远客' });

let operations = 0;
const stepBy = (actor: { readonly _id: string }, nowMs = START_MS): Step => ({ actorId: actor._id, operationId: `op_${(operations += 1)}`, inputHash: 'h', nowMs });

const fromMs = START_MS - 5 * HOUR_MS;
const opening = (changes: Partial<ServiceOpening> = {}): ServiceOpening => ({
  recordId: 'sr_1', shiftId: 'h_1', signUpId: 'm_liu_1', memberId: person._id, activityId: 'a_1', kind: 'visit', title: '探访', placeText: '驿站', organiserId: 'm_organiser', organiserName: '青枫社区', leadId: lead._id, recordedById: lead._id,
  areaIds: staff.areaIds, fromMs, toMs: fromMs + 2 * HOUR_MS, atMs: START_MS, ...changes,
});
const rest = (record: ServiceRecord): ServiceRecord => ({ ...record, outbox: {}, pendingEvents: 0 });
const counted = (changes: Partial<ServiceOpening> = {}): ServiceRecord => {
  const record = newRosterRecord(opening(changes), person, lead.displayName);
  return rest(carriedOut(rest(record), decideCounted(record, 1, { kind: 'counted', minutes: record.minutes }, START_MS)));
};

const entry = { memberCode: null, shiftId: null, kind: 'visit' as const, title: '探访', organiserName: '青枫社区', placeText: '', fromMs, toMs: fromMs + HOUR_MS, reason: '忘了', secondCode: 'ABCDEFGH' };
const waiting = (enterer = person): ServiceRecord => rest(unwrap(decideBackEntry(entry, { person, enterer, second }, null, stepBy(enterer))));

describe('a record of service', () => {
  it('counts whole minutes, and splits a night at midnight in UTC+8', () => {
    expect(['0 分', '45 分', '2 小时', '2 小时 30 分']).toEqual([0, 45, 120, 150].map(hoursText));
    const midnightMs = Date.parse('2026-11-20T16:00:00Z');
    expect(dayParts(midnightMs - 90_500, midnightMs + 3 * MINUTE_MS).map(({ day, minutes }) => [day, minutes])).toEqual([['2026-11-20', 1], ['2026-11-21', 3]]);
    expect(dayParts(midnightMs, midnightMs + DAY_MS)).toHaveLength(1);
    expect(dayParts(midnightMs - 1, midnightMs + DAY_MS + 1)).toHaveLength(3);
  });

  it('is put right by whoever answers for it, never by its own person, not by a stranger', () => {
    const times = { fromMs, toMs: fromMs + HOUR_MS };
    const correct = (actor: typeof person, record = counted(), at = times) => refusalOf(decideCorrect(record, at, '看过签到', actor, stepBy(actor)));
    expect([correct(lead), correct(staff), correct(far), correct(second)]).toEqual(['ok', 'ok', 'NOT_ALLOWED', 'NOT_ALLOWED']);
    expect(correct(staff, counted({ memberId: staff._id }))).toBe('SERVICE_OWN');
    expect(correct(lead, counted(), { fromMs, toMs: fromMs })).toBe('SERVICE_TIMES');
    expect(correct(lead, counted(), { fromMs, toMs: START_MS + 1 })).toBe('SERVICE_TIMES');
    expect(correct(lead, counted(), { fromMs: fromMs - 25 * HOUR_MS, toMs: fromMs - 24 * HOUR_MS })).toBe('SERVICE_TIMES');
    expect(correct(lead, { ...counted(), state: 'counting', countedMinutes: 0 })).toBe('SERVICE_CHANGED');
    const often = { ...counted(), changes: Array.from({ length: RULES.service.changesMax }, () => ({ atMs: 1, byId: 'm', byName: '周敏', fromMs, toMs: fromMs + 1, why: '' })) };
    expect(correct(lead, often)).toBe('SERVICE_OFTEN');
  });

  it('is taken back by the organiser and staff, not by the lead; a count that was overtaken changes nothing', () => {
    const revoke = (actor: typeof person) => refusalOf(decideRevoke(counted(), '记重了', actor, stepBy(actor)));
    expect([revoke(staff), revoke(lead), revoke(person)]).toEqual(['ok', 'NOT_ALLOWED', 'NOT_ALLOWED']);
    const again = rest(carriedOut(counted(), decideCorrect(counted(), { fromMs, toMs: fromMs + HOUR_MS }, '早走', lead, stepBy(lead))));
    expect(unwrap(decideCounted(again, 1, { kind: 'counted', minutes: 120 }, START_MS))).toEqual({ kind: 'replay' });
    expect(unwrap(decideCounted(again, 2, { kind: 'stale' }, START_MS))).toEqual({ kind: 'replay' });
  });

  it('is asked about by its person, one question at a time, three times', () => {
    let record = counted();
    for (let times = 0; times < RULES.service.asksMax; times += 1) {
      record = rest(carriedOut(record, decideAsk(record, '不对', stepBy(person))));
      expect(refusalOf(decideAsk(record, '不对', stepBy(person)))).toBe('SERVICE_ASK_OPEN');
      record = rest(carriedOut(record, decideAnswerAsk(record, '对的', lead, stepBy(lead))));
    }
    expect([refusalOf(decideAsk(record, '不对', stepBy(person))), refusalOf(decideAsk(record, '不对', stepBy(far))), refusalOf(decideAnswerAsk(record, '对', lead, stepBy(lead)))]).toEqual(['SERVICE_OFTEN', 'NOT_FOUND', 'SERVICE_CHANGED']);
  });
});

describe('a back entry', () => {
  const decide = (changes: object, people: Partial<Parameters<typeof decideBackEntry>[1]> = {}) => refusalOf(decideBackEntry({ ...entry, ...changes }, { person, enterer: person, second, ...people }, null, stepBy(person)));

  it('needs a second person who is another one, a reason to be there, and not too long ago', () => {
    expect([decide({}), decide({}, { second: person }), decide({}, { enterer: staff, second: staff })]).toEqual(['ok', 'SERVICE_SECOND', 'SERVICE_SECOND']);
    expect([decide({}, { enterer: staff }), decide({}, { enterer: lead })]).toEqual(['ok', 'NOT_ALLOWED']);
    expect([decide({ title: '' }), decide({ organiserName: '' })]).toEqual(['BAD_INPUT', 'BAD_INPUT']);
    expect([decide({ fromMs: START_MS - 31 * DAY_MS, toMs: START_MS - 31 * DAY_MS + 1 }), decide({ toMs: START_MS + 1 }), decide({ fromMs: START_MS - 30 * HOUR_MS, toMs: START_MS - HOUR_MS })]).toEqual(['SERVICE_TOO_OLD', 'SERVICE_TIMES', 'SERVICE_TIMES']);
  });

  it('is the second person\'s to confirm, once, until its week is over', () => {
    const record = waiting();
    expect([refusalOf(decideSecond(record, true, '', stepBy(far))), refusalOf(decideSecond(record, true, '', stepBy(person)))]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    const step = stepBy(second);
    const confirmed = rest(carriedOut(record, decideSecond(record, true, '', step)));
    expect([confirmed.state, unwrap(decideSecond(confirmed, true, '', step)).kind, refusalOf(decideSecond(confirmed, true, '', { ...step, inputHash: 'other' })), refusalOf(decideSecond(confirmed, false, '', stepBy(second)))]).toEqual(['counting', 'replay', 'OPERATION_REUSED', 'SERVICE_CHANGED']);
    const [clock] = SERVICE_KIND.clocksOf(record, START_MS);
    expect([clock?.atMs, clock?.change.set.state, SERVICE_KIND.clocksOf(confirmed, START_MS)]).toEqual([START_MS + 7 * DAY_MS, 'lapsed', []]);
  });

  it('shows the second person a masked name, nobody else anything', () => {
    const record = waiting(staff);
    expect([person, staff, second, far].map((reader) => serviceReaderOf(record, reader))).toEqual(['self', 'staff', 'second', null]);
    expect(serviceRecordView(record, 'second', second)).toMatchObject({ memberName: '刘*', canAnswer: true, canRevoke: false, canAsk: false });
    expect(serviceRecordView(record, 'self', person)).toMatchObject({ memberName: '刘洋', secondName: '赵*', canAnswer: false, canAsk: false, whyNotCounted: '等当时在场的另一位确认，确认了就记上' });
  });
});

describe('what staff look at', () => {
  let rows = 0;
  const row = (changes: Partial<OddityRow>): OddityRow => ({ _id: `sr_${(rows += 1)}`, memberId: `m_${rows}`, memberName: '刘洋', recordedById: 'm_lead', recordedByName: '周敏', recordedAtMs: START_MS, secondId: null, secondName: null, source: 'roster', minutes: 60, ...changes });
  const times = (count: number, changes: Partial<OddityRow>): readonly OddityRow[] => Array.from({ length: count }, () => row(changes));
  const kindsOf = (found: readonly OddityRow[]): readonly string[] => findOddities(found).map(({ kind }) => kind);

  it('finds mass entry, back entries, pairs and one\'s own records; a usual roster is none of them', () => {
    expect(kindsOf([...times(20, {}), ...times(2, { source: 'backEntry', secondId: 'm_s', recordedById: 'm_other' })])).toEqual([]);
    expect(findOddities(times(RULES.service.massRecords, {}))).toMatchObject([{ kind: 'massEntry', name: '周敏', records: 60, minutes: 3600, reasonText: '11 月 20 日一天记了 60 条，一共 60 小时' }]);
    expect(kindsOf(times(8, { memberId: 'm_same' }))).toEqual(['samePair']);
    // With many others beside it, the pair is one of many.
    expect(kindsOf([...times(8, { memberId: 'm_same' }), ...times(9, {})])).toEqual([]);
    expect(findOddities(times(4, { source: 'backEntry', secondId: 'm_s', secondName: '赵阿姨' }))).toMatchObject([{ kind: 'sameSecond', name: '周敏', withName: '赵阿姨', reasonText: '补记请同一位确认了 4 条，占 TA 补记的 100%' }]);
    expect(kindsOf(times(5, { source: 'backEntry', memberId: 'm_lead', secondId: 'm_s' }))).toEqual(['manyBackEntries', 'sameSecond']);
    expect(kindsOf(times(8, { memberId: 'm_lead' }))).toEqual(['ownRecords']);
  });
});

describe('a month as a table', () => {
  const exported: ExportRow = { _id: 'sr', memberName: '-刘洋', title: '送餐, 第一组', organiserName: '青枫社区', kind: 'visit', fromMs: Date.parse('2026-11-21T01:05:00Z'), toMs: Date.parse('2026-11-21T11:05:00Z'), minutes: 600, countedMinutes: 480, recordedByName: '周敏', source: 'backEntry', reason: '漏了' };

  it('says hours to the hundredth, why it was entered back and what a full day cut off', () => {
    expect(piecesOf([exported], 1).csv).toBe('\'-刘洋,,"送餐, 第一组",青枫社区,探访,2026-11-21 09:05,2026-11-21 19:05,8,周敏,补记：漏了；当天满 8 小时，实际 600 分钟\r\n');
    expect(piecesOf([{ ...exported, source: 'roster', minutes: 100, countedMinutes: 100 }], 1).csv).toContain(',1.67,周敏,\r\n');
  });

  it('ends a piece before it grows too large, never empty', () => {
    const { csv, taken } = piecesOf(Array.from({ length: 50 }, () => exported), 1_000);
    expect([taken.length > 1, taken.length < 50, Buffer.byteLength(csv) <= 1_000]).toEqual([true, true, true]);
    expect([piecesOf([exported, exported], 1).taken.length, piecesOf([], 1)]).toEqual([1, { csv: '', taken: [] }]);
  });
});
