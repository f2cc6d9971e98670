import { carriedOut } from '../aggregate/aggregate.fixtures';
import { applyChange, mayChange, type OutcomeOf } from '../aggregate/change';
import type { Step } from '../aggregate/step';
import type { Effect } from '../effect/effect';
import { DAY_MS, HOUR_MS } from '../kernel/clock';
import { unwrap, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import type { Claim, Wish } from '../wish/wish';
import { decideAnswer } from './answer-safety';
import { SAFETY_KIND, safetyEffectsOf } from './safety-kind';
import { decideMayReport, decideRound, newReport, readsOwn, reportIdsOf, type SafetyEvent, type SafetyReport } from './safety-report';

/** A working Tuesday, 22:00 in UTC+8: nobody is in the office. */
const NIGHT_MS = Date.UTC(2026, 10, 24, 14);
const AREA = 'd01-s01-c01';
const person = (id: string, isStaff = false): Member => ({ _id: id, displayName: id, partyIds: [], roles: isStaff ? [{ role: 'staff', areaId: AREA }] : [] }) as unknown as Member;
const [poster, giver, staff, givingStaff, stranger] = [person('m_poster'), person('m_giver'), person('m_staff', true), person('m_giver', true), person('m_stranger')];
const claim = { claimId: 'c', claimerId: 'm_giver', contactId: 'm_giver', claimerName: '刘洋', giverKind: 'member', deliveredById: null, state: 'planned', batchId: null } as unknown as Claim;
const wish = { _id: 'w', title: '厨房灯', pictureKey: 'lamp', posterId: 'm_poster', postedByStaff: false, recipientIds: ['m_poster'], areaId: AREA, areaIds: ['d01', 'd01-s01', AREA], communityId: AREA, claims: { c: claim } } as unknown as Wish;

let steps = 0;
const step = (actor: Member, nowMs = NIGHT_MS): Step => ({ actorId: actor._id, operationId: `operation-${(steps += 1)}`, inputHash: 'hash', nowMs });
const refusal = (result: Result<unknown>): string => (result.ok ? 'ok' : result.refusal.code);
const reportBy = (reporter: Member, round = 0, taken = step(reporter)): SafetyReport => {
  const may = unwrap(decideMayReport(wish, 'c', reporter));
  return newReport(wish, may, { reportId: reportIdsOf('c', may.side)[round] ?? '', safetyKind: 'money', words: '问我要押金', wordsState: 'flagged', phoneSealed: 'sealed' }, reporter, taken);
};
const carry = (standing: SafetyReport, decided: Result<OutcomeOf<SafetyEvent>>): SafetyReport => carriedOut<SafetyEvent, SafetyReport>(standing, decided);
const effectsOf = (standing: SafetyReport): readonly Effect[] => safetyEffectsOf(standing, Object.values(standing.outbox).at(-1) as SafetyEvent);
const answered = (report: SafetyReport): SafetyReport => carry(report, decideAnswer(report, '问过了', staff, step(staff)));

describe('a safety report', () => {
  it('is made by either side at any stage, or by staff for who calls; by nobody else', () => {
    expect([poster, giver, staff].map((each) => unwrap(decideMayReport(wish, 'c', each))).map(({ side, isByPhone }) => [side, isByPhone])).toEqual([['recipient', false], ['giver', false], ['recipient', true]]);
    expect([refusal(decideMayReport(wish, 'c', stranger)), refusal(decideMayReport(wish, 'x', poster))]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  });

  it('goes to staff at once, at night as well, in front of the queue; the other side hears nothing, and no word stands in it', () => {
    const report = reportBy(poster);
    const effects = effectsOf(report);
    expect(effects).toMatchObject([{ kind: 'openTask', isUrgent: true, dueAtMs: report.dueAtMs, atMs: NIGHT_MS }, { kind: 'alertStaff', exceptIds: ['m_giver', 'm_poster'], atMs: NIGHT_MS }, { kind: 'notice', memberId: 'm_poster' }]);
    expect(JSON.stringify(effects)).not.toMatch('押金');
    // Half a working day from nine the next morning.
    expect(report.dueAtMs).toBe(Date.UTC(2026, 10, 25, 6));
    expect([poster, giver, stranger].map((each) => readsOwn(report, each))).toEqual([true, false, false]);
  });

  it('goes to the street when nobody answers, once, and its reporter is told', () => {
    const report = reportBy(giver);
    const [clock] = SAFETY_KIND.clocksOf(report, report.dueAtMs);
    if (clock === undefined) throw new Error('no clock');
    const late = applyChange<SafetyEvent, SafetyReport>(report, clock.change);
    expect(effectsOf(late)).toMatchObject([{ kind: 'openTask', isUrgent: true, areaIds: ['d01', 'd01-s01'] }, { kind: 'alertStaff', areaIds: ['d01', 'd01-s01'] }, { kind: 'notice', memberId: 'm_giver' }]);
    expect(SAFETY_KIND.clocksOf(late, NIGHT_MS + DAY_MS)).toEqual([]);
    expect(mayChange(answered(report), clock.change)).toBe(false);
  });

  it('is answered by staff who are neither side, once; then the number is gone and the reporter is told', () => {
    const report = reportBy(poster);
    expect([stranger, givingStaff, giver].map((each) => refusal(decideAnswer(report, '好', each, step(each))))).toEqual(['OUT_OF_AREA', 'NOT_ALLOWED', 'OUT_OF_AREA']);
    const done = answered(report);
    expect(done).toMatchObject({ phoneSealed: null, answer: { words: '问过了', byId: 'm_staff' } });
    expect(effectsOf(done).map((effect) => effect.kind)).toEqual(['closeTask', 'closeTask', 'notice']);
    expect(refusal(decideAnswer(done, '又一句', staff, step(staff)))).toBe('CASE_STATE_CHANGED');
    const [clock] = SAFETY_KIND.clocksOf(done, NIGHT_MS + 2 * RULES.safety.keptMs);
    if (clock === undefined) throw new Error('no clock');
    expect(applyChange<SafetyEvent, SafetyReport>(done, clock.change)).toMatchObject({ words: '', reporterName: '', answer: { words: '', byId: 'm_staff' }, isForgotten: true });
  });

  it('stands once a round: the same act is the same report, another waits for the answer, and after three it is for the phone', () => {
    const act = step(poster);
    const first = reportBy(poster, 0, act);
    expect(unwrap(decideRound([first], 'c', 'recipient', act))).toMatchObject({ kind: 'replay', report: { _id: first._id } });
    expect(refusal(decideRound([first], 'c', 'recipient', { ...act, inputHash: 'other' }))).toBe('OPERATION_REUSED');
    expect(refusal(decideRound([first], 'c', 'recipient', step(poster)))).toBe('SAFETY_WITH_STAFF');
    const rounds = [answered(first)];
    for (let round = 1; round < RULES.safety.roundsPerSide; round += 1) {
      expect(unwrap(decideRound(rounds, 'c', 'recipient', step(poster, NIGHT_MS + round * HOUR_MS)))).toMatchObject({ kind: 'new', reportId: reportIdsOf('c', 'recipient')[round] });
      rounds.push(answered(reportBy(poster, round)));
    }
    expect(refusal(decideRound(rounds, 'c', 'recipient', step(poster)))).toBe('SAFETY_OFTEN');
  });
});
