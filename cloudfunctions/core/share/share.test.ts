import { EARNING_KINDS } from '@contract';
import { RULES } from '../rules';
import { reachesOfClaim, reachOfSignUp } from './reach';
import { decideCounted, mustNote, newShareCode, shareCodeIdOf, standsFor, type ShareCode } from './share-code';
import { isBroughtTo } from './shared-thing.repository';

const NOW_MS = Date.parse('2026-11-20T09:41:00+08:00');
const { countMs, countedMs, noteMs } = RULES.share;
const NUMBERS = { opened: 3, signedUp: 2, attended: 1, completed: 0 };
const code = newShareCode('ABCD2345', 'g_1', 'wish', 'w_1', NOW_MS);
const noted: ShareCode = { ...code, notedAtMs: NOW_MS, wakeAtMs: NOW_MS + countMs };

describe('a code', () => {
  test('is eight letters nobody mistakes, the same for the same thing and group, and fits a scene of WeChat', () => {
    const first = shareCodeIdOf('secret', 'g_1', 'wish', 'w_1', 0);
    expect(first).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    expect(shareCodeIdOf('secret', 'g_1', 'wish', 'w_1', 0)).toBe(first);
    expect(new Set([first, ...['g_2', 'g_3'].map((groupId) => shareCodeIdOf('secret', groupId, 'wish', 'w_1', 0)), shareCodeIdOf('secret', 'g_1', 'wish', 'w_1', 1), shareCodeIdOf('other', 'g_1', 'wish', 'w_1', 0)]).size).toBe(5);
  });

  test('stands for its thing and group until it is closed', () => {
    expect(standsFor(code, 'g_1', 'wish', 'w_1')).toBe(true);
    expect([standsFor(code, 'g_2', 'wish', 'w_1'), standsFor(code, 'g_1', 'shift', 'w_1'), standsFor({ ...code, closedAtMs: NOW_MS }, 'g_1', 'wish', 'w_1')]).toEqual([false, false, false]);
  });

  test('is brought to the community it is of, or to one below the node it is for', () => {
    const group = { communityId: 'd-s-c', areaIds: ['d', 'd-s', 'd-s-c'] };
    expect([['d', 'd-s', 'd-s-c', 'd-s-c-g'], ['d', 'd-s'], ['d', 'd-s', 'd-s-x']].map((areaIds) => isBroughtTo({ areaIds }, group))).toEqual([true, true, false]);
  });
});

describe('counting', () => {
  test('an open says so once in a while', () => {
    expect([mustNote(code, NOW_MS), mustNote(noted, NOW_MS + noteMs - 1), mustNote(noted, NOW_MS + noteMs)]).toEqual([true, false, true]);
  });

  test('no open is missed: whatever was written within a call\'s time after it was noted is there at the last count', () => {
    const callMs = 20_000;
    // An open at `sinceMs` after the note writes its document at most a call later; it noted itself if the note was older.
    for (let sinceMs = 0; sinceMs < noteMs; sinceMs += 1_000) {
      const { wakeAtMs } = decideCounted(noted, NUMBERS, NOW_MS + countMs);
      expect(NOW_MS + countMs).toBeGreaterThanOrEqual(NOW_MS + sinceMs + callMs);
      expect(wakeAtMs).toBe(NOW_MS + countedMs);
    }
    expect(decideCounted({ ...noted, notedAtMs: NOW_MS + 1 }, NUMBERS, NOW_MS + countMs).wakeAtMs).toBe(NOW_MS + 2 * countMs);
  });

  test('ends after its time: closed, counted once more, and only then who came may be forgotten', () => {
    const endMs = NOW_MS + countedMs;
    const closed: ShareCode = { ...noted, ...decideCounted(noted, NUMBERS, endMs) };
    expect(closed).toMatchObject({ closedAtMs: endMs, isFinal: false, wakeAtMs: endMs + countMs, numbers: NUMBERS });
    expect(decideCounted(closed, NUMBERS, endMs + countMs - 1)).toMatchObject({ wakeAtMs: endMs + countMs });
    expect(decideCounted(closed, NUMBERS, endMs + countMs)).toMatchObject({ isFinal: true, wakeAtMs: endMs + countMs });
  });
});

describe('bringing people', () => {
  test('earns nothing: no kind of earning is about groups, cards or guests', () => {
    expect(EARNING_KINDS.filter((kind) => /share|group|invite|open|guest|bring/i.test(kind))).toEqual([]);
  });
});

describe('how far somebody came', () => {
  test('with a wish: claimed, brought, confirmed; giving back takes nothing away', () => {
    const of = (state: Parameters<typeof reachesOfClaim>[0]['state']) => reachesOfClaim({ contactId: 'm_1', wishId: 'w_1', roundId: null, state })[0]?.reached ?? null;
    expect(reachesOfClaim({ contactId: 'm_1', wishId: 'w_1', roundId: 'r_1', state: 'held' })).toEqual([{ personId: 'm_1', itemId: 'w_1', reached: 1 }, { personId: 'm_1', itemId: 'r_1', reached: 1 }]);
    expect((['held', 'planned', 'delivered', 'confirmed', 'returned', 'lapsed', 'cancelled'] as const).map(of)).toEqual([1, 1, 2, 3, null, null, null]);
  });

  test('with a shift: signed up, there, written down until when', () => {
    const of = (state: Parameters<typeof reachOfSignUp>[0]['state'], toMs: number | null = null) => reachOfSignUp({ memberId: 'm_1', shiftId: 's_1', state, toMs })?.reached ?? null;
    expect([of('joined'), of('waiting'), of('attended'), of('attended', NOW_MS), of('absent'), of('cancelled')]).toEqual([1, 1, 2, 3, null, null]);
  });
});
