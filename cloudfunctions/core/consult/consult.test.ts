import { applyAdjust, applyChange } from '../aggregate/change';
import type { Result } from '../kernel/result';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { countAtMsOf, decideCancelled, decideClose, decideCounted, decideFinish, decideOwned, isCounted, notingAt } from './change-consult';
import { isConsultCoherent, newConsult, NO_TALLY, type Consult, type ConsultOutcomeOf } from './consult';
import { CONSULT_KIND } from './consult-kind';
import { backsChanged, tallyOf, type CountedWord } from './tally';

const NOW_MS = Date.parse('2026-11-20T09:41:00+08:00');
const DAY = 86_400_000;
const { countMs, noteMs, answerMs } = RULES.consult;
const HE = { _id: 'm_he', communityId: 'd-s-c', roles: [{ role: 'staff', areaId: 'd-s-c' }] } as unknown as Member;
const FAR = { _id: 'm_far', communityId: 'd-s-x', roles: [{ role: 'staff', areaId: 'd-s-x' }] } as unknown as Member;
const POINTS = [{ no: 1, text: '打电话', week: 1 }, { no: 2, text: '集中送', week: 2 }];
const fresh = newConsult('cs_1', { projectId: 'nj_1', communityId: 'd-s-c', communityName: '青枫社区', areaIds: ['d', 'd-s', 'd-s-c'], areaNames: ['枫林里'], category: 'goods', personCount: 22, ownerId: 'm_he', title: '过冬', aim: '都有被子', points: POINTS, endsAtMs: NOW_MS + 7 * DAY }, NOW_MS);

let operations = 0;
const step = (actorId: string, nowMs: number) => ({ actorId, operationId: `op-${String((operations += 1))}`, inputHash: 'h', nowMs });
const after = (consult: Consult, decided: Result<ConsultOutcomeOf>): Consult => {
  if (!decided.ok || decided.value.kind === 'replay') throw new Error(`nothing changed: ${JSON.stringify(decided)}`);
  const next = applyChange(consult, decided.value.change);
  expect(isConsultCoherent(next)).toBe(true);
  return next;
};
const refusalOf = (decided: Result<ConsultOutcomeOf>): string | null => (decided.ok ? null : decided.refusal.code);
/** What its clocks change up to a moment, as `jobs` would. */
const struck = (consult: Consult, nowMs: number): Consult => {
  const due = CONSULT_KIND.clocksOf(consult, nowMs).filter(({ atMs }) => atMs <= nowMs).sort((one, other) => one.atMs - other.atMs)[0];
  return due === undefined ? consult : struck(applyChange(consult, due.change), nowMs);
};

const word = (changes: Partial<CountedWord>): CountedWord => ({ _id: 'cw', voiceId: 'cv_9', kind: 'add', point: null, state: 'shown', isUnanswered: true, backs: 0, ...changes });

describe('a count', () => {
  test('takes each person and each word once; what was hidden or taken back is not among them', () => {
    const voices = [{ _id: 'cv_1', picks: [1, 2], backs: ['w_1'] }, { _id: 'cv_2', picks: [1], backs: ['w_1', 'w_1'] }, { _id: 'cv_3', picks: [], backs: [] }];
    const words = [word({ _id: 'w_1', voiceId: 'cv_1' }), word({ _id: 'w_2', kind: 'object', point: 2, state: 'waiting', voiceId: 'cv_4' }), word({ _id: 'w_3', state: 'hidden', isUnanswered: false }), word({ _id: 'w_4', state: 'withdrawn', isUnanswered: false })];
    const { tally, backs } = tallyOf(voices, words);
    expect(tally).toEqual({ people: 3, picks: { 1: 2, 2: 1 }, objections: { 2: 1 }, adds: 1, objected: 1, waiting: 1, unanswered: 2 });
    expect(backsChanged(words, backs)).toEqual([['w_1', 2]]);
    expect(backsChanged([word({ _id: 'w_1', backs: 2 })], backs)).toEqual([]);
  });

  test('nothing is missed: whatever is written within a call\'s time after a note is there at the last count', () => {
    expect([isCounted(fresh), countAtMsOf(fresh)]).toEqual([true, null]);
    const noted = applyAdjust(fresh, notingAt(NOW_MS), NOW_MS + countMs);
    if (noted === null) throw new Error('nothing noted');
    expect(applyAdjust(noted, notingAt(NOW_MS + noteMs), NOW_MS)).toBeNull();
    expect(countAtMsOf(noted)).toBe(NOW_MS + countMs);
    // Somebody notes again shortly before it is counted: it is counted once more a minute after.
    const again = applyAdjust(noted, notingAt(NOW_MS + countMs - 1), NOW_MS + countMs);
    if (again === null) throw new Error('nothing noted');
    const counted = struck(again, NOW_MS + countMs - 1 + countMs);
    expect([isCounted(counted), countAtMsOf(counted)]).toEqual([true, null]);
    const early = { ...again, countedAtMs: NOW_MS + countMs };
    expect([isCounted(early), countAtMsOf(early)]).toEqual([false, NOW_MS + 2 * countMs]);
  });

  test('asks staff once to look at objections, and puts that away when they did', () => {
    const asked = after(fresh, decideCounted(fresh, { ...NO_TALLY, people: 1, objected: 1, waiting: 1, unanswered: 1 }, NOW_MS + 1));
    expect(asked.lookAtMs).toBe(NOW_MS + 1);
    const still = after(asked, decideCounted(asked, { ...NO_TALLY, people: 2, objected: 2, waiting: 2, unanswered: 2 }, NOW_MS + 2));
    expect(still.lookAtMs).toBe(NOW_MS + 1);
    const looked = after(still, decideCounted(still, { ...NO_TALLY, people: 2, objected: 2, unanswered: 2 }, NOW_MS + 3));
    expect([looked.lookAtMs, Object.values(looked.outbox).at(-1)?.kind]).toEqual([null, 'consultLooked']);
    expect(decideCounted(looked, looked.tally, NOW_MS + 4)).toEqual({ ok: true, value: { kind: 'replay' } });
  });
});

describe('its way', () => {
  const closing = struck(fresh, fresh.endsAtMs);
  const last = struck(closing, fresh.endsAtMs + countMs);
  const answering = after(last, decideCounted(last, { ...NO_TALLY, people: 2, adds: 1, unanswered: 1 }, fresh.endsAtMs + countMs));

  test('closes on its day, is counted once more a minute later, then waits for answers; a count that began before is not the last', () => {
    expect([closing.state, struck(closing, fresh.endsAtMs + countMs - 1).countedAtMs, last.countedAtMs]).toEqual(['closing', null, fresh.endsAtMs + countMs]);
    expect(after(closing, decideCounted(closing, { ...NO_TALLY, people: 1 }, fresh.endsAtMs)).state).toBe('closing');
    expect([answering.state, answering.answerByMs]).toEqual(['answering', fresh.endsAtMs + countMs + answerMs]);
    expect(struck(answering, fresh.endsAtMs + countMs + answerMs).lateAtMs).not.toBeNull();
  });

  test('by whoever works there, each step in its state, once', () => {
    expect([refusalOf(decideClose(fresh, FAR, step('m_far', NOW_MS))), refusalOf(decideClose(answering, HE, step('m_he', NOW_MS))), refusalOf(decideFinish(fresh, '好', [], HE, step('m_he', NOW_MS))), refusalOf(decideFinish(answering, '好', [], FAR, step('m_far', NOW_MS)))]).toEqual(['NOT_FOUND', 'CONSULT_CHANGED', 'CONSULT_CHANGED', 'NOT_FOUND']);
    const byHand = after(fresh, decideClose(fresh, HE, step('m_he', NOW_MS + DAY)));
    expect([byHand.state, byHand.endsAtMs]).toEqual(['closing', NOW_MS + DAY]);
    const finish = step('m_he', NOW_MS + 9 * DAY);
    const answered = after(answering, decideFinish(answering, '都听到了', [{ text: '打电话', week: 1 }], HE, finish));
    expect([answered.state, answered.tally.unanswered, decideFinish(answered, '都听到了', [], HE, finish)]).toEqual(['answered', 0, { ok: true, value: { kind: 'replay' } }]);
    expect(CONSULT_KIND.clocksOf(answered, NOW_MS + 99 * DAY)).toEqual([]);
    expect(decideCancelled(answered, NOW_MS)).toEqual({ ok: true, value: { kind: 'replay' } });
  });

  test('called off or in other hands, what waited for somebody waits no more', () => {
    const effects = (consult: Consult): readonly string[] => CONSULT_KIND.effectsOf(consult, Object.values(consult.outbox).at(-1)!).map((effect) => ('memberId' in effect ? `${effect.kind} ${effect.memberId}` : effect.kind));
    expect(effects(after(answering, decideOwned(answering, 'm_zhou', NOW_MS + 8 * DAY)))).toEqual(['finishNotice m_he', 'notice m_zhou']);
    expect(effects(after(fresh, decideOwned(fresh, 'm_zhou', NOW_MS)))).toEqual([]);
    expect(effects(after(answering, decideCancelled(answering, NOW_MS + 8 * DAY)))).toEqual(['finishNotice m_he', 'consultEnded', 'tellConsulted']);
    const early = after(fresh, decideCancelled(fresh, NOW_MS + DAY));
    expect([early.state, early.endsAtMs]).toEqual(['cancelled', NOW_MS + DAY]);
  });
});
