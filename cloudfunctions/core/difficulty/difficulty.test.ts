import type { DifficultyCheckKind } from '@contract';
import type { Due } from '../aggregate/aggregate-kind';
import { carriedOut, refusalOf } from '../aggregate/aggregate.fixtures';
import { applyChange, mayChange, type OutcomeOf } from '../aggregate/change';
import type { Step } from '../aggregate/step';
import { DAY_MS, endOfChinaDayMs } from '../kernel/clock';
import { unwrap, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { publicityIdOf } from '../publicity/publicity';
import { member, neighbour, roleOf, staff, START_MS } from '../wish/wish.fixtures';
import { caseClocksOf } from './case-clocks';
import { caseEffectsOf } from './case-effects';
import { decideCheck } from './check-case';
import { decideCase, decideClosing, decidePublicityEnd, decideVisit } from './decide-case';
import { isCaseCoherent, stageTaskId, type DifficultyCase } from './difficulty-case';
import type { DifficultyEvent } from './difficulty-event';
import { decideAcceptance, decideProposal, suggestedCase, type OpenedFacts } from './propose-case';
import { decidePublicity } from './publicise-case';

const worker = member('m_worker', { displayName: '周敏', roles: [roleOf('socialWorker', 'd01-s01-c01')] });
const place = { areaId: 'd01-s01-c01', areaName: '青枫社区', communityName: '青枫社区' };
const person = { nameSealed: 'n', phoneSealed: 'p', addressSealed: 'a', circumstancesSealed: 'c' };
const facts: OpenedFacts = { person, maskedName: '张*', categories: ['elderlyAlone'], consent: { isUnder14: false, guardianNameSealed: 'g', fileId: 'f', recordedById: worker._id, atMs: START_MS } };

let operations = 0;
const stepOf = (actor: Member, nowMs = START_MS): Step => ({ actorId: actor._id, operationId: `op_d${(operations += 1)}`, inputHash: 'input', nowMs });
const after = (standing: DifficultyCase, decided: Result<OutcomeOf<DifficultyEvent>>): DifficultyCase => {
  const next = carriedOut<DifficultyEvent, DifficultyCase>(standing, decided);
  expect(isCaseCoherent(next)).toBe(true);
  return next;
};
const check = (found: DifficultyCase, kind: DifficultyCheckKind, actor: Member, participantCount = kind === 'discuss' ? 3 : 0): Result<OutcomeOf<DifficultyEvent>> =>
  decideCheck(found, { kind, noteSealed: 's', participantsSealed: 's', participantCount, fileIds: [] }, actor, stepOf(actor));

const changeOfClock = (clock: Due<DifficultyEvent> | undefined): Due<DifficultyEvent>['change'] => {
  if (clock === undefined) throw new Error('no clock is set');
  return clock.change;
};

const opened = (): DifficultyCase => unwrap(decideProposal(facts, place, worker, stepOf(worker)));
const checked = (): DifficultyCase => (['visit', 'listen', 'records', 'discuss'] as const).reduce((found, kind) => after(found, check(found, kind, kind === 'visit' || kind === 'listen' ? worker : staff)), opened());
const publicised = (): DifficultyCase => {
  const found = checked();
  return after(found, decidePublicity(found, '送米油', worker, stepOf(worker)));
};
const ended = (found: DifficultyCase, outcome: 'passed' | 'overturned'): Result<OutcomeOf<DifficultyEvent>> =>
  decidePublicityEnd(found, { kind: 'publicityEnded', subjectKind: 'difficulty', subjectId: found._id, publicityId: publicityIdOf('difficulty', found._id), outcome, note: '搬走了', atMs: START_MS + 10 * DAY_MS });
const inLedger = (): DifficultyCase => {
  const found = publicised();
  const toDecide = after(found, ended(found, 'passed'));
  return after(toDecide, decideCase(toDecide, { kind: 'approve', note: '' }, staff, stepOf(staff, START_MS + 11 * DAY_MS)));
};

describe('the four checks', () => {
  test('each once, the discussion by three, all four by two people', () => {
    const one = after(opened(), check(opened(), 'visit', worker));
    expect(refusalOf(check(one, 'visit', staff))).toBe('CASE_STATE_CHANGED');
    expect(refusalOf(check(one, 'discuss', staff, 2))).toBe('BAD_INPUT');
    const three = (['listen', 'records'] as const).reduce((found, kind) => after(found, check(found, kind, worker)), one);
    expect(refusalOf(check(three, 'discuss', worker))).toBe('NOT_ALLOWED');
    expect(after(three, check(three, 'discuss', staff)).state).toBe('checked');
    expect(refusalOf(check(one, 'listen', neighbour))).toBe('OUT_OF_AREA');
  });

  test('two that come at once do not both count as the third', () => {
    const two = (['visit', 'listen'] as const).reduce((found, kind) => after(found, check(found, kind, worker)), opened());
    const records = unwrap(check(two, 'records', worker));
    const discuss = unwrap(check(two, 'discuss', worker));
    if (records.kind !== 'change' || discuss.kind !== 'change') throw new Error('both are changes');
    expect(mayChange(applyChange<DifficultyEvent, DifficultyCase>(two, records.change), discuss.change)).toBe(false);
  });
});

describe('publicity and decision', () => {
  test('not before all four checks, and never with an illness in it', () => {
    expect(refusalOf(decidePublicity(opened(), '送米油', worker, stepOf(worker)))).toBe('CASE_STATE_CHANGED');
    expect(refusalOf(decidePublicity(checked(), '化疗补助', worker, stepOf(worker)))).toBe('PUBLIC_TEXT_PRIVATE');
  });

  test('who proposed it never decides it; told twice it passed once', () => {
    const found = publicised();
    const toDecide = after(found, ended(found, 'passed'));
    expect(unwrap(ended(toDecide, 'passed')).kind).toBe('replay');
    expect(refusalOf(decideCase(toDecide, { kind: 'approve', note: '' }, worker, stepOf(worker)))).toBe('NOT_ALLOWED');
    expect(after(found, ended(found, 'overturned'))).toMatchObject({ state: 'refused', outcomeNote: '公示中的异议属实：搬走了' });
  });

  test('closed while it is publicised, the publicity comes down', () => {
    const found = publicised();
    const closed = after(found, decideClosing(found, '本人不愿意', staff, stepOf(staff)));
    const event = Object.values(closed.outbox).find(({ kind }) => kind === 'closed');
    expect(event && caseEffectsOf(closed, event).map(({ kind }) => kind)).toContain('takeDownPublicity');
    expect(refusalOf(decideClosing(closed, '再关', staff, stepOf(staff)))).toBe('CASE_STATE_CHANGED');
  });
});

describe('the ledger', () => {
  test('holds for a year, reminds thirty days before its end, and asks for visits', () => {
    const found = inLedger();
    const decidedMs = START_MS + 11 * DAY_MS;
    expect(found).toMatchObject({ shelf: 'ledger', validUntilMs: endOfChinaDayMs(decidedMs + 365 * DAY_MS), nextVisitAtMs: endOfChinaDayMs(decidedMs + 30 * DAY_MS) });
    expect(caseClocksOf(found, decidedMs).map(({ change }) => change.event.kind)).toEqual(['visitDue', 'renewalDue', 'ended']);
  });

  test('a visit sets the next one, at most ninety days ahead', () => {
    const found = inLedger();
    const nowMs = START_MS + 20 * DAY_MS;
    expect(refusalOf(decideVisit(found, { noteSealed: 's', nextVisitAtMs: nowMs + 120 * DAY_MS }, worker, stepOf(worker, nowMs)))).toBe('BAD_INPUT');
    expect(refusalOf(decideVisit(found, { noteSealed: 's', nextVisitAtMs: nowMs }, worker, stepOf(worker, nowMs)))).toBe('BAD_INPUT');
    expect(after(found, decideVisit(found, { noteSealed: 's', nextVisitAtMs: nowMs + 30 * DAY_MS }, worker, stepOf(worker, nowMs)))).toMatchObject({ visitCount: 1, isVisitTold: false });
  });
});

test('a neighbour’s word opens a task for a social worker; taken up it asks for the checks under a new one', () => {
  const suggested = suggestedCase(person, '张*', place, neighbour, stepOf(neighbour));
  const [first] = Object.values(suggested.outbox);
  expect(first && caseEffectsOf(suggested, first)).toMatchObject([{ kind: 'openTask', assignTo: 'socialWorker', taskId: stageTaskId(suggested._id, 1) }]);
  const taken = after({ ...suggested, outbox: {}, pendingEvents: 0 }, decideAcceptance(suggested, facts, worker, stepOf(worker)));
  const [second] = Object.values(taken.outbox);
  expect(second && caseEffectsOf(taken, second)).toMatchObject([{ kind: 'closeTask', taskId: stageTaskId(taken._id, 1) }, { kind: 'openTask', taskId: stageTaskId(taken._id, 2) }, { kind: 'notice', memberId: neighbour._id }]);
});

test('a year after it ended names, words and papers are gone, and the papers are taken away', () => {
  const closed = after(checked(), decideClosing(checked(), '搬走了', staff, stepOf(staff)));
  const [clock] = caseClocksOf(closed, START_MS);
  expect(clock?.atMs).toBe(START_MS + 365 * DAY_MS);
  const forgotten = after(closed, { ok: true, value: { kind: 'change', change: changeOfClock(clock) } });
  expect(JSON.stringify(forgotten)).not.toMatch(/Sealed":"[a-z]/);
  expect(forgotten).toMatchObject({ isForgotten: true, maskedName: '已删去', state: 'closed', outcomeNote: '' });
  expect(caseEffectsOf(forgotten, Object.values(forgotten.outbox).at(-1) as DifficultyEvent)).toEqual([{ kind: 'eraseFile', fileId: 'f' }]);
  expect(caseClocksOf(forgotten, START_MS)).toEqual([]);
});
