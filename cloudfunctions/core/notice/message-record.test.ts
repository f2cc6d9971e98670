import type { EffectOf } from '../effect/effect';
import { NEVER_MS } from '../aggregate/aggregate';
import { digestOf, messageRecord, sendAtMs, type HeldMessage } from './message-record';

/** UTC+8. */
const at = (hour: number, minute = 0): number => Date.parse('2026-11-27T00:00:00Z') + ((hour - 8) * 60 + minute) * 60_000;
const effect = (atMs: number, template: EffectOf<'message'>['template'] = 'wishClaimed'): EffectOf<'message'> => ({ kind: 'message', messageId: 's_1', memberId: 'm_1', template, target: { page: 'wishDetail', wishId: 'w_1', claimId: null }, fields: { thing: '换灯', note: '有人来了', atMs }, atMs });

describe('when a message is sent', () => {
  it('by day at once, by night in the morning', () => {
    expect([at(8), at(12), at(20, 59)].map((ms) => sendAtMs('wishClaimed', ms))).toEqual([at(8), at(12), at(20, 59)]);
    expect([at(21), at(23, 59), at(24 + 3)].map((ms) => sendAtMs('wishClaimed', ms))).toEqual([at(32), at(32), at(32)]);
  });

  it('at any hour where somebody is in danger or a shift may be over by then', () => {
    for (const template of ['safetyReported', 'shiftReminder', 'shiftChanged'] as const) expect(sendAtMs(template, at(26))).toBe(at(26));
  });

  it('keeps its words only while it waits', () => {
    expect(messageRecord(effect(at(20)), true, at(22))).toMatchObject({ state: 'waiting', held: { fields: { thing: '换灯' } }, wakeAtMs: at(32) });
    expect(messageRecord(effect(at(3)), true, at(12))).toMatchObject({ state: 'taken', held: null, wakeAtMs: NEVER_MS });
    expect(messageRecord(effect(at(22)), false, at(22))).toMatchObject({ state: 'notConfigured', held: null, wakeAtMs: NEVER_MS });
  });
});

describe('several of one night', () => {
  const held: HeldMessage = { target: { page: 'wishDetail', wishId: 'w_1', claimId: null }, fields: { thing: '换灯', note: '有人来了', atMs: 1 } };

  it('are one that says how many and leads to the inbox; one alone stays as it is', () => {
    expect(digestOf([held])).toEqual(held);
    expect(digestOf([held, held, held])).toMatchObject({ target: { page: 'notices' }, fields: { thing: '共 3 件，有：换灯' } });
  });
});
