import type { Step } from '../../cloudfunctions/core/aggregate/step';
import type { Effect } from '../../cloudfunctions/core/effect/effect';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../cloudfunctions/core/kernel/clock';
import { unwrap } from '../../cloudfunctions/core/kernel/result';
import { communityIssuance, memberHours } from '../../cloudfunctions/core/ledger/account';
import { foldBalances } from '../../cloudfunctions/core/ledger/balance';
import { Books } from '../../cloudfunctions/core/ledger/books.fixtures';
import type { Member } from '../../cloudfunctions/core/member/member';
import { decideCorrect, decideCounted, decideRevoke, decideSecond } from '../../cloudfunctions/core/service/change-service';
import { decideBackEntry, newRosterRecord } from '../../cloudfunctions/core/service/open-service';
import { decideBooking, emptyDay, isDayCoherent, serviceDayIdOf, type ServiceDay } from '../../cloudfunctions/core/service/service-day';
import type { ServiceEvent } from '../../cloudfunctions/core/service/service-event';
import { SERVICE_KIND } from '../../cloudfunctions/core/service/service-kind';
import { serviceLineIdOf } from '../../cloudfunctions/core/service/service-line';
import { isServiceCoherent, type ServiceRecord } from '../../cloudfunctions/core/service/service-record';
import { COMMUNITY, member, roleOf, START_MS } from '../../cloudfunctions/core/wish/wish.fixtures';
import { AggregateShelf } from '../../devtools/demo/story/aggregate-shelf';
import { createRandom } from '../../devtools/demo/random';

/**
 * Random records, back entries, corrections and revocations of a few people over some months, with clocks that jump and
 * effects that come twice: what the records say, what the days say and what the ledger says is the same.
 */
class Hours {
  readonly records: AggregateShelf<ServiceRecord, ServiceEvent>;
  readonly days = new Map<string, ServiceDay>();
  readonly books = new Books();
  private readonly carried: Extract<Effect, { kind: 'countService' }>[] = [];

  constructor() {
    this.records = new AggregateShelf(SERVICE_KIND, (effect) => effect.kind === 'countService' && this.count(effect));
  }

  private count(effect: Extract<Effect, { kind: 'countService' }>): void {
    this.carried.push(effect);
    const { recordId, n, memberId, communityId, title, days, parts, causeText, atMs } = effect;
    const { outcome, days: written } = decideBooking(days.map((day) => this.days.get(serviceDayIdOf(memberId, day)) ?? emptyDay(memberId, day)), { recordId, n, title, parts });
    for (const day of written) this.days.set(day._id, day);
    if (outcome.kind === 'stale') return;
    if (n > 1) this.books.reverse(serviceLineIdOf(recordId, n - 1), atMs);
    const minutes = outcome.kind === 'counted' ? outcome.minutes : 0;
    if (minutes > 0) this.books.move({ transferId: serviceLineIdOf(recordId, n), asset: 'hours', debitAccount: communityIssuance(communityId), creditAccount: memberHours(memberId), amount: minutes, cause: { kind: 'service', aggregateId: recordId, text: causeText }, communityId, nowMs: atMs, waits: null });
    if (parts.length > 0) this.records.act(recordId, atMs, (record) => decideCounted(record, n, outcome, atMs));
  }

  /** A delivery that was slow brings an old effect once more. */
  again(index: number): void {
    const effect = this.carried[index % Math.max(1, this.carried.length)];
    if (effect !== undefined) this.count(effect);
  }
}

const PEOPLE = Array.from({ length: 4 }, (_unused, index) => member(`m_p${index}`, { displayName: `邻居${index}` }));
const STAFF = member('m_staff', { displayName: '何静', roles: [roleOf('staff', COMMUNITY)] });

const runSeed = (seed: number, steps: number): Hours => {
  const chance = createRandom(seed);
  const random = (below: number): number => Math.floor(chance.next() * below);
  const hours = new Hours();
  let nowMs = START_MS;
  let operations = 0;
  const stepBy = (actor: Pick<Member, '_id'>): Step => ({ actorId: actor._id, operationId: `op_${(operations += 1)}`, inputHash: 'h', nowMs });
  const person = (): Member => PEOPLE[random(PEOPLE.length)] as Member;
  /** Mostly on few days, so that much overlaps and caps are met; some over midnight. */
  const span = (): { readonly fromMs: number; readonly toMs: number } => {
    const fromMs = nowMs - random(4) * DAY_MS - (1 + random(30)) * HOUR_MS;
    return { fromMs, toMs: Math.min(nowMs, fromMs + (1 + random(700)) * MINUTE_MS) };
  };
  const some = (): ServiceRecord | undefined => [...hours.records.documents.values()].at(-1 - random(Math.min(30, Math.max(1, hours.records.documents.size))));
  const change = (decide: (record: ServiceRecord) => ReturnType<typeof decideCorrect>): void => {
    const record = some();
    if (record === undefined) return;
    hours.records.advance(record._id, nowMs);
    const decided = decide(hours.records.get(record._id));
    if (decided.ok) hours.records.act(record._id, nowMs, () => decided);
  };
  const acts = [
    () => { const who = person(); hours.records.insert(newRosterRecord({ recordId: `sr_${(operations += 1)}`, shiftId: 'h', signUpId: 's', memberId: who._id, activityId: 'a', kind: 'visit', title: '探访', placeText: '', organiserId: STAFF._id, organiserName: '社区', leadId: null, recordedById: STAFF._id, areaIds: STAFF.areaIds, ...span(), atMs: nowMs }, who, STAFF.displayName), nowMs); },
    () => {
      const [who, second] = [person(), person()];
      const decided = decideBackEntry({ memberCode: null, shiftId: null, kind: 'visit', title: '探访', organiserName: '社区', placeText: '', ...span(), reason: '忘了', secondCode: 'ABCDEFGH' }, { person: who, second, enterer: random(2) === 0 ? who : STAFF }, null, stepBy(who));
      if (decided.ok) hours.records.insert(decided.value, nowMs);
    },
    () => change((record) => decideSecond(record, random(4) > 0, '不是', { ...stepBy(STAFF), actorId: record.secondId ?? '' })),
    () => change((record) => decideCorrect(record, random(3) === 0 ? record : span(), '核对过', STAFF, stepBy(STAFF))),
    () => change((record) => decideRevoke(record, '记错了', STAFF, stepBy(STAFF))),
    () => hours.again(random(10_000)),
    () => { nowMs += random(8) === 0 ? random(20) * DAY_MS : random(6 * HOUR_MS); },
  ];
  for (let step = 0; step < steps; step += 1) acts[random(acts.length)]?.();
  return hours;
};

const sumBy = (rows: readonly { readonly memberId: string; readonly countedMinutes: number }[], memberId: string): number => rows.filter((row) => row.memberId === memberId).reduce((sum, row) => sum + row.countedMinutes, 0);

describe('hours, whatever happens', () => {
  it('ledger, days and records say the same; a day holds at most eight hours, nothing twice', () => {
    const states: Record<string, number> = {};
    for (let seed = 1; seed <= (process.env.LINYUAN_LONG === '1' ? 200 : 30); seed += 1) {
      const { records, days, books } = runSeed(seed, 600);
      const all = [...records.documents.values()];
      expect(all.filter((record) => !isServiceCoherent(record))).toEqual([]);
      expect([...days.values()].filter((day) => !isDayCoherent(day))).toEqual([]);
      const balances = foldBalances(books.transfers.values());
      for (const { _id } of PEOPLE) {
        const posted = balances.get(`hours ${memberHours(_id)}`)?.posted ?? 0;
        expect({ seed, person: _id, ledger: posted, days: sumBy([...days.values()], _id) }).toEqual({ seed, person: _id, ledger: sumBy(all, _id), days: sumBy(all, _id) });
      }
      for (const { state } of all) states[state] = (states[state] ?? 0) + 1;
      expect(all.every(({ state }) => state !== 'counting')).toBe(true);
    }
    // Every way a record can end was met.
    expect(Object.keys(states).sort()).toEqual(['clashing', 'counted', 'lapsed', 'refused', 'revoked', 'waiting']);
  });
});

describe('days', () => {
  it('splits a night over its two days, and counts eight hours of each at most', () => {
    const fromMs = Date.parse('2026-11-20T14:00:00Z'); // 22:00 in UTC+8
    const record = newRosterRecord({ recordId: 'sr_n', shiftId: 'h', signUpId: 's', memberId: 'm_p0', activityId: 'a', kind: 'visit', title: '守夜', placeText: '', organiserId: 'm', organiserName: '社区', leadId: null, recordedById: 'm', areaIds: STAFF.areaIds, fromMs, toMs: fromMs + 12 * HOUR_MS, atMs: fromMs + 13 * HOUR_MS }, PEOPLE[0] as Member, '何静');
    expect(record.days).toEqual(['2026-11-20', '2026-11-21']);
    const [effect] = SERVICE_KIND.effectsOf(record, Object.values(record.outbox)[0] as ServiceEvent).filter((each) => each.kind === 'countService');
    if (effect?.kind !== 'countService') throw new Error('nothing is counted');
    const plan = decideBooking(effect.days.map((day) => emptyDay('m_p0', day)), effect);
    expect([plan.outcome, plan.days.map(({ day, countedMinutes }) => [day, countedMinutes])]).toEqual([{ kind: 'counted', minutes: 120 + 480 }, [['2026-11-20', 120], ['2026-11-21', 480]]]);
    expect(unwrap(decideCounted(record, 1, plan.outcome, fromMs)).kind).toBe('change');
  });
});
