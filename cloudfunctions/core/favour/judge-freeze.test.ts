import { applyChange, type OutcomeOf } from '../aggregate/change';
import type { Step } from '../aggregate/step';
import type { Role } from '@contract';
import { DAY_MS } from '../kernel/clock';
import { unwrap, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import type { FavourReport } from './favour-report';
import { circleIdOf, type Circle } from './find-circles';
import { FREEZE_KIND } from './freeze-kind';
import { decideAnswer, decideAppeal, decideLift, decideVoid, endedByClock, voidableFromMs } from './judge-freeze';
import { newFreeze, type FreezeEvent, type PointFreeze } from './point-freeze';

const NOW_MS = Date.parse('2026-11-23T02:00:00Z');
const memberIds = ['m_liu', 'm_zhao'];
const circle: Circle = { circleId: circleIdOf(memberIds), memberIds, times: 9, allTimes: 11, ratings: 1, points: 46, ways: [] };
const report: FavourReport = { looks: {}, lookPeopleIds: [], _id: 'd-s-c', communityId: 'd-s-c', fromMs: NOW_MS - 90 * DAY_MS, untilMs: NOW_MS, circles: [circle], confirmations: 30, isPartial: false, madeAtMs: NOW_MS };

const person = (id: string, role: Role | null = null, areaId = 'd-s-c', partyIds: readonly string[] = []): Member =>
  ({ _id: id, partyIds, roles: role === null ? [] : [{ role, areaId, areaName: '', merchantName: null, grantedBy: '', grantedAtMs: 0 }] }) as unknown as Member;
const [zhao, liu] = [person('m_zhao'), person('m_liu')];
const [he, zhou, street, outside] = [person('m_he', 'staff'), person('m_zhou', 'socialWorker'), person('m_street', 'administrator', 'd-s'), person('m_far', 'staff', 'd-s-x')];

let steps = 0;
const stepOf = (actor: Member, nowMs: number): Step => ({ actorId: actor._id, operationId: `operation-${(steps += 1)}`, inputHash: 'h', nowMs });
const frozen = (ids: readonly string[] = memberIds): PointFreeze => newFreeze(report, { ...circle, memberIds: ids }, { days: 14, reason: '互相确认得多，想先问问' }, stepOf(he, NOW_MS));

const carried = (freeze: PointFreeze, decided: Result<OutcomeOf<FreezeEvent>>): PointFreeze => {
  const outcome = unwrap(decided);
  if (outcome.kind === 'replay') throw new Error('a replay');
  return applyChange<FreezeEvent, PointFreeze>(freeze, outcome.change);
};
const codeOf = (decided: Result<unknown>): string => (decided.ok ? 'ok' : decided.refusal.code);
const appealed = (freeze: PointFreeze, actor: Member, atMs = NOW_MS): PointFreeze => carried(freeze, decideAppeal(freeze, { words: '我们轮流照看对方的老人', personId: null, level: 'community' }, actor, stepOf(actor, atMs)));

describe('what somebody says about it', () => {
  it('is said once, by those concerned, in time', () => {
    const once = appealed(frozen(), zhao);
    const again = (freeze: PointFreeze, actor: Member, atMs = NOW_MS, personId: string | null = null): string => codeOf(decideAppeal(freeze, { words: '再说', personId, level: 'community' }, actor, stepOf(actor, atMs)));
    expect(again(once, zhao)).toBe('APPEAL_ALREADY');
    expect(again(once, liu)).toBe('ok');
    expect(again(once, he)).toBe('NOT_FOUND');
    expect(again(frozen(), zhao, NOW_MS + RULES.favours.appealMs)).toBe('APPEAL_NOT_NOW');
    // Staff write down what somebody on paper says, and nobody else's.
    const paper = frozen(['m_liu', 'pp_wang']);
    expect([again(paper, zhou, NOW_MS, 'pp_wang'), again(paper, liu, NOW_MS, 'pp_wang'), again(paper, zhou, NOW_MS, 'm_liu'), again(paper, outside, NOW_MS, 'pp_wang')]).toEqual(['ok', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
  });

  it('is answered by another pair of eyes', () => {
    const freeze = appealed(frozen(), zhao);
    const answer = (actor: Member, of = freeze): string => codeOf(decideAnswer(of, 'm_zhao', false, '问过了', actor, stepOf(actor, NOW_MS)));
    expect([answer(he), answer(outside), answer(person('m_zhao', 'staff')), answer(person('m_x', 'staff', 'd-s-c', ['m_liu'])), answer(liu)]).toEqual(['NOT_ALLOWED', 'OUT_OF_AREA', 'NOT_ALLOWED', 'NOT_ALLOWED', 'OUT_OF_AREA']);
    expect([answer(zhou), answer(street)]).toEqual(['ok', 'ok']);
    expect(answer(zhou, carried(freeze, decideAnswer(freeze, 'm_zhao', false, '问过了', zhou, stepOf(zhou, NOW_MS))))).toBe('APPEAL_ALREADY');
  });

  it('granted, everything is let go and what others asked is over', () => {
    const freeze = appealed(appealed(frozen(), zhao), liu);
    const after = carried(freeze, decideAnswer(freeze, 'm_zhao', true, '是轮流照看老人', zhou, stepOf(zhou, NOW_MS)));
    expect(after).toMatchObject({ state: 'lifted', endNote: '是轮流照看老人', appeals: { m_zhao: { state: 'granted' }, m_liu: { state: 'over' } } });
    expect(codeOf(decideVoid(after, '不算', zhou, stepOf(zhou, NOW_MS)))).toBe('CASE_STATE_CHANGED');
  });
});

describe('what is held', () => {
  it('is voided only by another one, and only once everybody had their say', () => {
    const voiding = (freeze: PointFreeze, actor: Member, atMs: number): string => codeOf(decideVoid(freeze, '没有真的帮', actor, stepOf(actor, atMs)));
    const fresh = frozen();
    const afterMs = NOW_MS + RULES.favours.appealMs;
    expect([voiding(fresh, zhou, NOW_MS), voiding(fresh, zhou, afterMs - 1), voiding(fresh, zhou, afterMs), voiding(fresh, he, afterMs)]).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED', 'ok', 'NOT_ALLOWED']);
    const open = appealed(fresh, zhao);
    expect([voidableFromMs(open), voiding(open, zhou, afterMs)]).toEqual([null, 'NOT_ALLOWED']);
    const answered = carried(open, decideAnswer(open, 'm_zhao', false, '问过了', zhou, stepOf(zhou, NOW_MS)));
    expect([voiding(answered, zhou, NOW_MS), voiding(answered, zhou, afterMs)]).toEqual(['NOT_ALLOWED', 'ok']);
    expect(codeOf(decideLift(answered, '看错了', he, stepOf(he, NOW_MS)))).toBe('ok');
  });

  it('goes on by itself on its day, whatever was still asked', () => {
    const freeze = appealed(frozen(), zhao);
    const after = applyChange<FreezeEvent, PointFreeze>(freeze, endedByClock(freeze, freeze.untilMs));
    expect(after).toMatchObject({ state: 'ended', appeals: { m_zhao: { state: 'over' } } });
    const kinds = FREEZE_KIND.effectsOf(after, { kind: 'ended', eventId: 'e', atMs: freeze.untilMs, byId: 'clock' }).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'releasePoints')).toHaveLength(2);
    expect(kinds).not.toContain('voidHeldPoints');
  });

  it('the clock never does more than let go, ask one level up, and forget', () => {
    const freeze = appealed(frozen(), zhao);
    const clocks = (of: PointFreeze) => FREEZE_KIND.clocksOf(of, NOW_MS).map(({ change }) => change.event.kind);
    expect(clocks(freeze)).toEqual(['ended', 'appealLate']);
    const late = applyChange<FreezeEvent, PointFreeze>(freeze, FREEZE_KIND.clocksOf(freeze, NOW_MS)[1]?.change as never);
    expect(late.appeals.m_zhao).toMatchObject({ level: 'street', state: 'open' });
    const ended = applyChange<FreezeEvent, PointFreeze>(freeze, endedByClock(freeze, freeze.untilMs));
    expect(clocks(ended)).toEqual(['forgotten']);
    const forgotten = applyChange<FreezeEvent, PointFreeze>(ended, FREEZE_KIND.clocksOf(ended, NOW_MS)[0]?.change as never);
    expect(JSON.stringify(forgotten)).not.toMatch(/轮流照看|互相确认得多/);
    expect(clocks(forgotten)).toEqual([]);
  });

  it('no word to the people names another of them, and the queue names nobody', () => {
    const freeze = appealed(frozen(), zhao);
    const texts = (['frozen', 'lifted', 'ended', 'voided'] as const).flatMap((kind) => FREEZE_KIND.effectsOf(freeze, { kind, eventId: 'e', atMs: NOW_MS, byId: 'm_he' }));
    const task = FREEZE_KIND.effectsOf(freeze, { kind: 'appealed', memberId: 'm_zhao', eventId: 'e', atMs: NOW_MS, byId: 'm_zhao' });
    for (const effect of [...texts, ...task]) if (effect.kind === 'notice') expect(`${effect.title}${effect.body}`).not.toMatch(/m_(zhao|liu|he)/);
    expect(JSON.stringify(task)).not.toMatch('轮流照看');
  });
});
