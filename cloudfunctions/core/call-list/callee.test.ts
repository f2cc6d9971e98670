import { DAY_MS, HOUR_MS } from '../kernel/clock';
import type { Step } from '../aggregate/step';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { againMs, alignedCallee, decideCalled, memberReader, needsCall, neverGranted, paperReader, type Callee, type CalleeReader } from './callee';

const NOW_MS = Date.parse('2026-11-24T10:00:00+08:00');
const READER: CalleeReader = { readerId: 'm_a', areaIds: ['d01', 'd01-s01'], rank: 1 };
const line = (id: string, hoursAgo: number) => ({ _id: id, createdAtMs: NOW_MS - hoursAgo * HOUR_MS, readAtMs: null, todoState: 'open', target: { page: 'wishConfirm', wishId: 'w', claimId: 'c' } }) as const;
const member = (changes: Partial<Member> = {}): Member => ({ _id: 'm_a', state: 'active', roles: [], areaIds: ['d01'], careMode: false, typeSize: 'system', paperHomes: {}, grants: {}, ...changes }) as unknown as Member;
const step = (operationId: string, actorId = 'm_staff'): Step => ({ operationId, actorId, inputHash: 'hash', nowMs: NOW_MS });
const aligned = (standing: Callee | null, ...lines: readonly ReturnType<typeof line>[]): Callee => alignedCallee(standing, READER, lines, NOW_MS) as Callee;
const after = (callee: Callee, outcome: 'answered' | 'noAnswer' | 'later', operationId: string = outcome): Callee => {
  const decided = decideCalled(callee, callee.calls, outcome, step(operationId));
  if (!decided.ok || decided.value.kind === 'replay') throw new Error('not called');
  return { ...callee, ...decided.value.called };
};

describe('who is called', () => {
  test.each([
    ['a day unread', line('n', 24), true],
    ['a moment less', { ...line('n', 24), createdAtMs: NOW_MS - RULES.callList.afterMs + 1 }, false],
    ['read', { ...line('n', 48), readAtMs: NOW_MS }, false],
    ['done', { ...line('n', 48), todoState: 'done' as const }, false],
    ['how it was', { ...line('n', 48), target: { page: 'wishRate' as const, wishId: 'w', claimId: 'c' } }, false],
    ['asks nothing', { ...line('n', 48), todoState: 'none' as const }, false],
  ])('%s: %#', (_what, one, needs) => {
    expect(needsCall(one, new Set(), NOW_MS)).toBe(needs);
    expect(needsCall(one, new Set([one.createdAtMs]), NOW_MS)).toBe(false);
  });

  test('the old first, then who never let anything be sent; neither staff nor who left', () => {
    const rankOf = (changes: Partial<Member>) => memberReader(member(changes))?.rank;
    const used = [{ template: 'wishClaimed', kind: 'accepted', atMs: 1 }] as const;
    expect([rankOf({ careMode: true, grantLines: used }), rankOf({ typeSize: 'large' }), rankOf({ paperHomes: { pp_1: 'h_1' } }), rankOf({}), rankOf({ grantLines: used }), rankOf({ grants: { wishClaimed: 1 } })]).toEqual([0, 0, 0, 1, 2, 2]);
    expect(neverGranted({ wishClaimed: 0 }, [{ template: 'wishClaimed', kind: 'rejected', atMs: 1 }])).toBe(true);
    expect([memberReader(null), memberReader(member({ state: 'left' })), memberReader(member({ roles: [{ role: 'staff' }] as unknown as Member['roles'] }))]).toEqual([null, null, null]);
    expect([paperReader({ _id: 'pp_1', areaIds: ['d01'], memberId: null })?.rank, paperReader({ _id: 'pp_1', areaIds: ['d01'], memberId: 'm_a' })]).toEqual([0, null]);
  });

  test('one row a person, placed by who they are and how long it waits', () => {
    const row = aligned(null, line('n_new', 25), line('n_old', 90));
    expect(row).toMatchObject({ _id: 'm_a', state: 'waiting', noticeIds: ['n_new', 'n_old'], sinceMs: NOW_MS - 90 * HOUR_MS, calls: 0 });
    expect(row.place < (alignedCallee(null, { ...READER, rank: 2 }, [line('n', 900)], NOW_MS) as Callee).place).toBe(true);
    expect(row.wakeAtMs).toBeLessThanOrEqual(NOW_MS + RULES.callList.lookAgainMs);
    expect(alignedCallee(row, READER, [], NOW_MS)).toBeNull();
  });

  test('told: off the list as long as that waits, back for something else', () => {
    const told = after(aligned(null, line('n', 30)), 'answered');
    expect(told).toMatchObject({ state: 'told', calls: 1, againAtMs: 0 });
    expect(aligned(told, line('n', 30))).toMatchObject({ state: 'told', noticeIds: [] });
    expect(aligned(told, line('n', 30), line('n_other', 25))).toMatchObject({ state: 'waiting', noticeIds: ['n_other'], calls: 1 });
  });

  test.each(['noAnswer', 'later'] as const)('%s: back the next morning, also when the timer looks meanwhile', (outcome) => {
    const later = after(aligned(null, line('n', 30)), outcome);
    expect(later).toMatchObject({ state: 'later', againAtMs: Date.parse('2026-11-25T09:00:00+08:00') });
    expect(aligned(later, line('n', 30)).state).toBe('later');
    expect(alignedCallee(later, READER, [line('n', 30)], later.againAtMs)?.state).toBe('waiting');
    expect(againMs(Date.parse('2026-11-24T23:59:00+08:00'))).toBe(later.againAtMs);
  });

  test('counts who did not answer in a row', () => {
    let row = aligned(null, line('n', 30));
    for (let times = 1; times <= RULES.callList.goThereAfter; times += 1) {
      row = { ...after(row, 'noAnswer', `op_${times}`), state: 'waiting' };
      expect(row.missed).toBe(times);
    }
    expect(after(row, 'later').missed).toBe(0);
  });

  test('of two at once the second hears; the same act again is known, with other input refused', () => {
    const row = aligned(null, line('n', 30));
    const called = after(row, 'noAnswer', 'op_first');
    expect(decideCalled(called, 0, 'answered', step('op_second', 'm_other'))).toMatchObject({ ok: false, refusal: { code: 'CALL_MADE' } });
    expect(decideCalled(called, 1, 'answered', step('op_second'))).toMatchObject({ ok: false, refusal: { code: 'CALL_MADE' } });
    expect(decideCalled(called, 0, 'noAnswer', step('op_first'))).toMatchObject({ ok: true, value: { kind: 'replay' } });
    expect(decideCalled(called, 0, 'noAnswer', { ...step('op_first'), inputHash: 'other' })).toMatchObject({ ok: false, refusal: { code: 'OPERATION_REUSED' } });
  });

  test('remembers a bounded number of acts', () => {
    let row = aligned(null, line('n', 30));
    for (let times = 0; times < RULES.callList.steps + 5; times += 1) row = { ...after(row, 'later', `op_${times}`), state: 'waiting' };
    expect(Object.keys(row.steps)).toHaveLength(RULES.callList.steps);
    expect(Object.keys(row.steps).at(-1)).toBe(`op_${RULES.callList.steps + 4}`);
    expect(row.wakeAtMs).toBeLessThan(NOW_MS + 2 * DAY_MS);
  });
});
