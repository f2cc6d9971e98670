import * as fc from 'fast-check';
import { carriedOut } from '../aggregate/aggregate.fixtures';
import { mayChange, type OutcomeOf } from '../aggregate/change';
import type { Step } from '../aggregate/step';
import { DAY_MS, endOfChinaDayMs, HOUR_MS } from '../kernel/clock';
import type { Result } from '../kernel/result';
import { wholeWorkingDaysBetween } from '../kernel/working-days';
import type { Member } from '../member/member';
import { member, neighbour, roleOf, staff } from '../wish/wish.fixtures';
import { decideAnswerToObjection } from './answer-objection';
import { decideTakingDown, passedChange, rescheduleChange } from './end-publicity';
import { decideObjection } from './object-publicity';
import { privateWordRefusal } from './public-words';
import { isPublicityCoherent, objectionIdOf, type Publicity } from './publicity';
import type { PublicityEvent } from './publicity-event';
import { decidePosting } from './record-posting';
import { PUBLICITY_KIND } from './settle-publicity';
import { newPublicity } from './start-publicity';

const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const endOf = (day: string): number => endOfChinaDayMs(at(`${day}T12:00`));
const starter = member('m_starter', { roles: [roleOf('socialWorker', 'd01-s01-c01')] });

const started = (text = '2026-11-23T10:00'): Publicity =>
  newPublicity({ kind: 'startPublicity', subjectKind: 'difficulty', subjectId: 'dc_1', maskedName: '张*', aidText: '送米油', areaIds: ['d01', 'd01-s01', 'd01-s01-c01'], communityName: '青枫社区', startedById: starter._id, atMs: at(text) }, {});

let operations = 0;
const stepAt = (actor: Member, nowMs: number, operationId = `op_${(operations += 1)}`): Step => ({ actorId: actor._id, operationId, inputHash: 'input', nowMs });
const codeOf = (decided: Result<OutcomeOf<PublicityEvent>>): string => (decided.ok ? decided.value.kind : decided.refusal.code);
const after = (standing: Publicity, decided: Result<OutcomeOf<PublicityEvent>>): Publicity => {
  const next = carriedOut<PublicityEvent, Publicity>(standing, decided);
  expect(isPublicityCoherent(next)).toBe(true);
  return next;
};
const words = { textSealed: 'sealed', isAnonymousToPublic: true };
const object = (publicity: Publicity, who: Member, nowMs: number): Result<OutcomeOf<PublicityEvent>> => decideObjection(publicity, words, who, stepAt(who, nowMs), {});
const answer = (publicity: Publicity, who: Member, nowMs: number, isUpheld = false, actor = staff): Result<OutcomeOf<PublicityEvent>> =>
  decideAnswerToObjection(publicity, { objectionId: objectionIdOf(publicity._id, who._id), isUpheld, text: '上门核实过' }, actor, stepAt(actor, nowMs), {});

describe('the days of a publicity', () => {
  test('five whole working days after the day it starts on', () => {
    expect(started('2026-11-23T10:00').endsAtMs).toBe(endOf('2026-11-30'));
    expect(started('2026-09-28T10:00').endsAtMs).toBe(endOf('2026-10-10'));
  });

  test('an objection stops it, the answer starts it on the next day with the days that were left', () => {
    const stopped = after(started(), object(started(), neighbour, at('2026-11-25T15:00')));
    // Tuesday counted whole; Wednesday, on which somebody objected, did not.
    expect(stopped).toMatchObject({ state: 'paused', daysDone: 1 });
    const going = after(stopped, answer(stopped, neighbour, at('2026-11-26T09:00')));
    expect(going).toMatchObject({ state: 'running', daysDone: 1, runFromMs: at('2026-11-26T09:00') });
    expect(going.endsAtMs).toBe(endOf('2026-12-02'));
  });

  test('in the last ms of the last day somebody may still object; one ms later nobody', () => {
    const running = started();
    const stopped = after(running, object(running, neighbour, running.endsAtMs));
    expect(stopped).toMatchObject({ state: 'paused', daysDone: 4 });
    expect(codeOf(object(running, neighbour, running.endsAtMs + 1))).toBe('PUBLICITY_OVER');
    expect(mayChange(stopped, passedChange(running, running.endsAtMs + 1))).toBe(false);
  });

  test('with several objections it waits for the last answer', () => {
    const other = member('m_other');
    const one = after(started(), object(started(), neighbour, at('2026-11-24T09:00')));
    const two = after(one, object(one, other, at('2026-11-24T09:00')));
    const answered = after(two, answer(two, neighbour, at('2026-11-25T09:00')));
    expect(answered).toMatchObject({ state: 'paused', openObjections: 1 });
    expect(after(answered, answer(answered, other, at('2026-11-27T09:00'))).endsAtMs).toBe(endOf('2026-12-04'));
  });

  test('a true objection ends it at once', () => {
    const stopped = after(started(), object(started(), neighbour, at('2026-11-24T09:00')));
    expect(after(stopped, answer(stopped, neighbour, at('2026-11-25T09:00'), true))).toMatchObject({ state: 'overturned', isOpen: false });
  });

  test('a year entered meanwhile moves the end later, never earlier', () => {
    const running = started('2026-12-29T10:00');
    expect(running).toMatchObject({ isCalendarKnown: false });
    const newYear = { 2027: { holidays: ['2027-01-01', '2027-01-04'], workdays: [] } };
    const change = rescheduleChange(running, newYear, running.endsAtMs + 1);
    expect(change?.set).toEqual({ endsAtMs: endOf('2027-01-07'), isCalendarKnown: true });
    expect(rescheduleChange(running, { 2027: { holidays: [], workdays: ['2027-01-02', '2027-01-03'] } }, running.endsAtMs + 1)).toBeNull();
  });
});

describe('who may', () => {
  const stopped = after(started(), object(started(), neighbour, at('2026-11-24T09:00')));

  test('anybody of the district objects, once; nobody of another', () => {
    expect(codeOf(object(started(), member('m_far', { areaId: 'd02-s01-c01', areaIds: [], communityId: 'd02-s01-c01' }), at('2026-11-24T09:00')))).toBe('NOT_FOUND');
    expect(codeOf(object(stopped, neighbour, at('2026-11-24T10:00')))).toBe('OBJECTION_ALREADY');
  });

  test('the same operation again is the same objection, with other words it is refused', () => {
    const step = stepAt(neighbour, at('2026-11-24T09:00'), 'op_same');
    const once = after(started(), decideObjection(started(), words, neighbour, step, {}));
    expect(codeOf(decideObjection(once, words, neighbour, step, {}))).toBe('replay');
    expect(codeOf(decideObjection(once, words, neighbour, { ...step, inputHash: 'other' }, {}))).toBe('OPERATION_REUSED');
  });

  test('staff of the area answer, but not who started it, nor to themselves', () => {
    expect(codeOf(answer(stopped, neighbour, at('2026-11-25T09:00'), false, starter))).toBe('NOT_ALLOWED');
    expect(codeOf(answer(stopped, neighbour, at('2026-11-25T09:00'), false, neighbour))).toBe('OUT_OF_AREA');
    const own = after(started(), object(started(), staff, at('2026-11-24T09:00')));
    expect(codeOf(answer(own, staff, at('2026-11-25T09:00')))).toBe('NOT_ALLOWED');
  });

  test('twenty may wait at a time', () => {
    let full = started();
    for (let index = 0; index < 20; index += 1) full = after(full, object(full, member(`m_${index}`), at('2026-11-24T09:00')));
    expect(codeOf(object(full, neighbour, at('2026-11-24T09:00')))).toBe('OBJECTIONS_FULL');
  });

  test('each level records its own paper', () => {
    const posting = { place: '宣传栏', photoFileId: null };
    expect(codeOf(decidePosting(started(), 'community', posting, staff, stepAt(staff, at('2026-11-23T11:00'))))).toBe('change');
    expect(codeOf(decidePosting(started(), 'street', posting, staff, stepAt(staff, at('2026-11-23T11:00'))))).toBe('OUT_OF_AREA');
  });

  test('what is over takes nothing more', () => {
    const down = after(started(), decideTakingDown(started(), '撤回了', at('2026-11-24T09:00')));
    expect(codeOf(object(down, neighbour, at('2026-11-24T10:00')))).toBe('PUBLICITY_OVER');
    expect(codeOf(decideTakingDown(down, '撤回了', at('2026-11-24T10:00')))).toBe('replay');
  });
});

test.each(['尿毒症透析补助', '3号楼张家的米', '82岁老人送餐', '给残疾人送轮椅', '电话13812345678', '低保户米油'])('%s may not stand in public', (text) => {
  expect(privateWordRefusal(text, 'aidText')?.refusal.code).toBe('PUBLIC_TEXT_PRIVATE');
});
test.each(['送米油', '每周上门看看', '修厨房的灯', '物品，约 3000 元'])('%s may', (text) => expect(privateWordRefusal(text, 'aidText')).toBeNull());

test('whatever is objected and answered when, it never passes before five whole working days ran undisturbed', () => {
  const people = Array.from({ length: 8 }, (_unused, index) => member(`m_p${index}`));
  const act = fc.record({ waitHours: fc.integer({ min: 0, max: 60 }), who: fc.integer({ min: 0, max: 7 }), isAnswer: fc.boolean() });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 24 * 90 }), fc.array(act, { maxLength: 24 }), (startHours, acts) => {
      let nowMs = at('2026-09-01T00:00') + startHours * HOUR_MS;
      let publicity: Publicity = newPublicity({ kind: 'startPublicity', subjectKind: 'difficulty', subjectId: 'dc_p', maskedName: '张*', aidText: '送米油', areaIds: ['d01', 'd01-s01', 'd01-s01-c01'], communityName: '', startedById: starter._id, atMs: nowMs }, {});
      const pauses: { fromMs: number; toMs: number }[] = [];
      for (const { waitHours, who, isAnswer } of acts) {
        nowMs += waitHours * HOUR_MS;
        if (publicity.state === 'running' && nowMs > publicity.endsAtMs) break;
        const person = people[who] ?? neighbour;
        const wasRunning = publicity.state === 'running';
        const decided = isAnswer ? answer(publicity, person, nowMs) : object(publicity, person, nowMs);
        if (!decided.ok) continue;
        publicity = { ...after(publicity, decided), outbox: {}, pendingEvents: 0 };
        if (wasRunning && publicity.state === 'paused') pauses.push({ fromMs: nowMs, toMs: Number.POSITIVE_INFINITY });
        const last = pauses.at(-1);
        if (!wasRunning && publicity.state === 'running' && last !== undefined) last.toMs = nowMs;
      }
      if (publicity.state !== 'running') return;
      // Counted by another hand: whole working days of each undisturbed stretch.
      const stretches = [publicity.startedAtMs, ...pauses.map(({ toMs }) => toMs)].map((fromMs, index) => wholeWorkingDaysBetween(fromMs, pauses[index]?.fromMs ?? publicity.endsAtMs + 1));
      expect(stretches.reduce((sum, days) => sum + days, 0)).toBeGreaterThanOrEqual(5);
      expect(publicity.endsAtMs - publicity.runFromMs).toBeLessThan(30 * DAY_MS);
    }),
    { numRuns: 300 },
  );
});

test('a year after it is over who it was about and what neighbours wrote is gone', () => {
  const down = after(started(), decideTakingDown(started(), '不办了', at('2026-11-24T10:00')));
  const [clock] = PUBLICITY_KIND.clocksOf(down, at('2026-11-24T10:00'));
  expect(clock?.atMs).toBe(at('2026-11-24T10:00') + 365 * DAY_MS);
  const forgotten = clock === undefined ? down : after(down, { ok: true, value: { kind: 'change', change: clock.change } });
  expect(forgotten).toMatchObject({ isForgotten: true, maskedName: '', aidText: '', objections: {}, state: 'withdrawn' });
  expect(PUBLICITY_KIND.clocksOf(forgotten, at('2028-01-01T10:00'))).toEqual([]);
});
