import * as fc from 'fast-check';
import type { NeedInput } from '@contract';
import { bornWith, type Aggregate, type OutboxEvent } from '../aggregate/aggregate';
import { refusalOf } from '../aggregate/aggregate.fixtures';
import { applyChange, changeOf, mayChange } from '../aggregate/change';
import { areNeedsCoherent, countHours, keepOfNeed, leftOf, linkNeed, needsTextOf, newNeeds, receiveOfNeed, releaseOfNeed, type NeedsChange, type NeedsPart } from './need';

interface Host extends Aggregate<OutboxEvent>, NeedsPart {}

const event: OutboxEvent = { eventId: 'e_1', kind: 'happened', atMs: 1, byId: 'm_1' };
const input = (kind: NeedInput['kind'], text: string, unit: string, wanted: number, activityId: string | null = null): NeedInput => ({ kind, text, unit, wanted, activityId });
const host = (...inputs: readonly NeedInput[]): Host => ({ _id: 'c_1', needs: newNeeds(inputs), ...bornWith(event) });

const carried = (standing: Host, part: NeedsChange): Host => {
  const change = changeOf({ ...part, event });
  if (!mayChange(standing, change)) throw new Error('the guard does not hold');
  return { ...applyChange<OutboxEvent, Host>(standing, change), pendingEvents: 1 };
};
const kept = (standing: Host, needId: string, pledgeId: string, count: number): Host => {
  const decided = keepOfNeed(standing, needId, pledgeId, count);
  if (!decided.ok || 'kind' in decided.value) throw new Error('not kept');
  return carried(standing, decided.value);
};

describe('what a campaign needs besides money', () => {
  const tables = host(input('goods', '折叠桌', '张', 3), input('hours', '搬料', '小时', 2, 'a_1'));

  it('counts hours in people, and only hours have an activity', () => {
    expect(host(input('goods', '桌子', '张', 3, 'a_1'), input('hours', '搬料', '小时', 2, 'a_1')).needs).toMatchObject({ n1: { unit: '张', activityId: null }, n2: { unit: '人', activityId: 'a_1' } });
  });

  it('keeps what somebody promised, never more than is wanted', () => {
    const two = kept(tables, 'n1', 'p_1', 2);
    expect(two.needs['n1']).toMatchObject({ promised: 2, received: 0, kept: { p_1: 2 } });
    expect(needsTextOf(two)).toBe('还差 1 张折叠桌');
    expect(refusalOf(keepOfNeed(two, 'n1', 'p_2', 2))).toBe('NEED_FULL');
    expect(refusalOf(keepOfNeed(kept(two, 'n1', 'p_2', 1), 'n1', 'p_3', 1))).toBe('NEED_FULL');
    for (const count of [0, -1, 0.5, Number.NaN]) expect(refusalOf(keepOfNeed(tables, 'n1', 'p_2', count))).toBe('BAD_INPUT');
    expect(refusalOf(keepOfNeed(tables, 'n2', 'p_2', 1))).toBe('BAD_INPUT');
    expect(refusalOf(keepOfNeed(tables, 'constructor', 'p_2', 1))).toBe('NOT_FOUND');
  });

  it('is kept once however often it is asked, and two at once never keep too much', () => {
    expect(keepOfNeed(kept(tables, 'n1', 'p_1', 2), 'n1', 'p_1', 2)).toEqual({ ok: true, value: { kind: 'replay' } });
    const decided = keepOfNeed(tables, 'n1', 'p_2', 2);
    if (!decided.ok || 'kind' in decided.value) throw new Error('not kept');
    expect(mayChange(kept(tables, 'n1', 'p_1', 2), changeOf({ ...decided.value, event }))).toBe(false);
  });

  it('is free again when it is not coming, and counts as come when it came; each once', () => {
    const two = kept(tables, 'n1', 'p_1', 2);
    const back = carried(two, releaseOfNeed(two, 'n1', 'p_1') as NeedsChange);
    expect(back.needs['n1']).toMatchObject({ promised: 0, received: 0, kept: {} });
    expect(releaseOfNeed(back, 'n1', 'p_1')).toBeNull();
    const came = carried(two, receiveOfNeed(two, 'n1', 'p_1', 1) as NeedsChange);
    expect(came.needs['n1']).toMatchObject({ promised: 1, received: 1, kept: {} });
    expect(receiveOfNeed(came, 'n1', 'p_1', 1)).toBeNull();
    expect(mayChange(came, changeOf({ ...(receiveOfNeed(two, 'n1', 'p_1', 2) as NeedsChange), event }))).toBe(false);
  });

  it('counts hours as the shifts of its own activity say', () => {
    const counted = carried(tables, countHours(tables, 'n2', 'a_1', { taken: 2, attended: 1 }) as NeedsChange);
    expect(counted.needs['n2']).toMatchObject({ promised: 2, received: 1 });
    expect(countHours(counted, 'n2', 'a_1', { taken: 2, attended: 1 })).toBeNull();
    expect(countHours(tables, 'n2', 'a_2', { taken: 2, attended: 1 })).toBeNull();
    expect(countHours(tables, 'n1', 'a_1', { taken: 2, attended: 1 })).toBeNull();
    const linked = linkNeed(counted, 'n2', 'a_2');
    if (!linked.ok || 'kind' in linked.value) throw new Error('not linked');
    expect(carried(counted, linked.value).needs['n2']).toMatchObject({ activityId: 'a_2', promised: 0, received: 0 });
    expect(refusalOf(linkNeed(counted, 'n1', 'a_2'))).toBe('BAD_INPUT');
  });

  it('stays coherent whatever neighbours do', () => {
    const act = fc.record({ what: fc.constantFrom('keep', 'release', 'receive'), pledge: fc.integer({ min: 1, max: 6 }), count: fc.integer({ min: 1, max: 4 }) });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        let standing = host(input('goods', '折叠桌', '张', 7));
        for (const { what, pledge, count } of acts) {
          const pledgeId = `p_${pledge}`;
          const decided = keepOfNeed(standing, 'n1', pledgeId, count);
          const part = what === 'keep' ? (decided.ok && !('kind' in decided.value) ? decided.value : null) : what === 'release' ? releaseOfNeed(standing, 'n1', pledgeId) : receiveOfNeed(standing, 'n1', pledgeId, count);
          if (part !== null) standing = carried(standing, part);
          expect(areNeedsCoherent(standing)).toBe(true);
          expect(leftOf(standing.needs['n1'] as Host['needs'][string])).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 200 },
    );
  });
});
