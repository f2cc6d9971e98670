import { newDice } from '../../bench/dice';
import { memberHours } from '../../cloudfunctions/core/ledger/account';
import type { Account } from '../../cloudfunctions/core/ledger/balance';
import { isServiceCoherent, rosterRecordIdOf, type ServiceRecord } from '../../cloudfunctions/core/service/service-record';
import type { KeptSignUp } from '../../cloudfunctions/core/shift/sign-up-record.repository';
import type { Notice } from '../../cloudfunctions/core/notice/notice';
import { isShiftCoherent, isStanding, memberIdOfSignUp, signUpsMaxOf, signUpsOf, type Shift } from '../../cloudfunctions/core/shift/shift';
import { DAY_MS, type Community } from '../flows/support/community';
import { Lanes, settle, type Call } from './chaos/lanes';
import { checkClocks } from './chaos/sight-of-cloud';
import { SHIFT_JUMPS_MS, TownOfShifts } from './chaos/town-of-shifts';
import { BrokenRule } from './crowd/checks';

/** `npm run test:long` throws many times as many. */
const IS_LONG = process.env.LINYUAN_LONG === '1';
const [SEEDS, CALLS] = IS_LONG ? [10, 10_000] : [2, 1_000];
const WAVE = 64;

const hold = (isHeld: boolean, rule: string, about: string, details = ''): void => {
  if (!isHeld) throw new BrokenRule(rule, about, details);
};

/** While nothing is under way: seats, waitlist and offers are right, one sign-up a person stands, bounds hold. */
const checkShifts = (shifts: readonly Shift[]): void => {
  for (const shift of shifts) {
    hold(isShiftCoherent(shift), 'seats, waitlist and offers are consistent', shift._id, JSON.stringify(shift));
    // On top come walk-ins, and seats that were taken away since.
    hold(shift.signUpCount <= signUpsMaxOf(shift.capacity) + 20, 'a shift is bounded', shift._id, String(shift.signUpCount));
    for (const signUpId of Object.keys(shift.signUps)) {
      const memberId = memberIdOfSignUp(signUpId);
      if (memberId !== null) hold(signUpsOf(shift, memberId).filter(([, { state }]) => isStanding(state)).length <= 1, 'one sign-up a person stands', shift._id, memberId);
    }
  }
};

/** At rest: the lists say what the shifts say, and nobody was told twice that they are in, or offered a place without being told. */
const checkLists = (community: Community, shifts: readonly Shift[]): void => {
  for (const shift of shifts) {
    hold(shift.pendingEvents === 0, 'nothing waits to be told', shift._id);
    for (const [signUpId, signUp] of Object.entries(shift.signUps)) {
      if (memberIdOfSignUp(signUpId) === null) continue;
      const record = community.document<KeptSignUp>('signUps', `${shift._id}_${signUpId}`);
      hold(record?.state === signUp.state && record.isActive === (isStanding(signUp.state) && shift.state === 'open'), 'the list says what the shift says', `${shift._id} ${signUpId}`, `${record?.state ?? 'nothing'} ≠ ${signUp.state}`);
      hold((record?.fromMs ?? undefined) === signUp.fromMs && (record?.toMs ?? undefined) === signUp.toMs, 'the minutes are those of the roster', `${shift._id} ${signUpId}`);
    }
  }
  // A roster nobody marked goes on being asked for, and so does a time that only one person knows.
  const unanswered = new Set(shifts.flatMap(({ _id, state, signUps }) => (state === 'over' || Object.values(signUps).some((signUp) => signUp.state === 'attended' && signUp.toMs === undefined) ? [_id] : [])));
  for (const { _id, title, todoState, todoDueAtMs, target } of community.documents<Notice>('notices')) {
    hold(todoState !== 'open' || todoDueAtMs > community.nowMs() - DAY_MS || unanswered.has(target.subjectId ?? ''), 'no old question is left open', _id, title);
  }
};

/** At rest: whoever was there from one moment to another has a record of it, and the ledger says what the records say. */
const checkHours = (community: Community, shifts: readonly Shift[]): number => {
  const records = community.documents<ServiceRecord>('serviceRecords');
  const known = new Set(records.map(({ _id }) => _id));
  for (const shift of shifts) {
    for (const [signUpId, { state, isSelf, fromMs, toMs }] of Object.entries(shift.signUps)) {
      const isWhole = memberIdOfSignUp(signUpId) !== null && state === 'attended' && isSelf && fromMs !== undefined && toMs !== undefined;
      hold(known.has(rosterRecordIdOf(shift._id, signUpId)) === isWhole, 'who was there has a record, and nobody else', `${shift._id} ${signUpId}`);
    }
  }
  for (const record of records) hold(isServiceCoherent(record) && record.pendingEvents === 0, 'a record is coherent and told', record._id, JSON.stringify(record));
  const counted = new Map<string, number>();
  for (const { memberId, countedMinutes } of records) counted.set(memberHours(memberId), (counted.get(memberHours(memberId)) ?? 0) + countedMinutes);
  const accounts = community.documents<Account>('accounts').filter(({ asset }) => asset === 'hours');
  for (const { _id, posted } of accounts) hold(posted === (counted.get(_id) ?? 0), 'the ledger says the minutes of the records', _id, String(posted));
  for (const [account, minutes] of counted) hold(minutes === 0 || accounts.some(({ _id }) => _id === account), 'counted minutes are in the ledger', account, String(minutes));
  return [...counted.values()].reduce((sum, minutes) => sum + minutes, 0);
};

/** Long after: nobody waits, every offer ended, every absence was answered or counts. */
const checkLeftAlone = (shifts: readonly Shift[]): void => {
  for (const { _id, state, signUps } of shifts) {
    hold(state === 'confirmed' || state === 'cancelled' || state === 'over', 'every shift is over', _id, state);
    for (const [signUpId, signUp] of Object.entries(signUps)) hold(state === 'cancelled' || !['waiting', 'offered', 'asked'].includes(signUp.state), 'everybody was answered', `${_id} ${signUpId}`, signUp.state);
  }
};

/** What somebody was told they have stands somewhere in the shift, whatever became of it later. */
class Promises {
  private readonly promised = new Map<string, Call>();

  note(call: Call, data: unknown): void {
    if (call.route !== 'shift.signUp') return;
    const { signUp } = data as { readonly signUp: { readonly shiftId: string; readonly signUpId: string } | null };
    if (signUp !== null) this.promised.set(`${signUp.shiftId} ${signUp.signUpId}`, call);
  }

  check(shifts: readonly Shift[]): void {
    const standing = new Set(shifts.flatMap((shift) => Object.keys(shift.signUps).map((signUpId) => `${shift._id} ${signUpId}`)));
    for (const [id, call] of this.promised) hold(standing.has(id), 'what was promised stands', id, call.operationId);
  }
}

const tallyOf = (shifts: readonly Shift[]): Readonly<Record<string, number>> => {
  const tally: Record<string, number> = {};
  for (const { state } of shifts.flatMap(({ signUps }) => Object.values(signUps))) tally[state] = (tally[state] ?? 0) + 1;
  return tally;
};

/**
 * The deployed bundles under everything at once: eight calls at a time by thirty people who want the same few places, one
 * in six with a fault armed somewhere in its way, while the clock jumps.
 */
describe(`${CALLS} calls about shifts by thirty people with faults`, () => {
  const ended = new Set<string>();

  test.each(Array.from({ length: SEEDS }, (_unused, index) => index + 1))('seed %i', async (seed) => {
    const startedMs = performance.now();
    const dice = newDice(seed);
    const town = await TownOfShifts.found(dice);
    const { community } = town;
    try {
      const promises = new Promises();
      const lanes = new Lanes(community, dice, { draw: () => town.draw(), answered: (call, data) => promises.note(call, data) });
      for (let done = 0; done < CALLS; done += WAVE) {
        await lanes.wave(Math.min(WAVE, CALLS - done));
        await community.quiet();
        checkShifts(town.shifts);
        await community.advance(dice.pick(SHIFT_JUMPS_MS));
        await community.runJobs();
        await town.restock();
      }
      await community.arm();
      await settle(community, [3, 3, 3, 33, 3]);
      const atRest = (): number => {
        checkShifts(town.shifts);
        checkLists(community, town.shifts);
        checkClocks(community);
        promises.check(town.shifts);
        return checkHours(community, town.shifts);
      };
      atRest();
      for (let week = 0; week < 8; week += 1) {
        await community.advance(7 * DAY_MS);
        await settle(community, [1, 3]);
      }
      const minutes = atRest();
      checkLeftAlone(town.shifts);
      const { sent, faults, replies } = lanes;
      const ends = tallyOf(town.shifts);
      process.stdout.write(`shifts, seed ${seed}: ${JSON.stringify({ calls: CALLS, sent, faults, replies, shifts: town.shifts.length, ends, minutes, seconds: (performance.now() - startedMs) / 1000 })}\n`);
      // A town in which nothing happens, or nothing goes wrong, proves nothing.
      expect(replies.ok ?? 0).toBeGreaterThan(CALLS / 4);
      expect(replies.lost ?? 0).toBeGreaterThan(CALLS / 100);
      for (const state of Object.keys(ends)) ended.add(state);
    } finally {
      await community.close();
    }
  }, 3_600_000);

  test('somebody came, left, waited in vain, let an offer go, stayed away and was excused', () => {
    expect(['attended', 'cancelled', 'declined', 'lapsed', 'noShow', 'excused', 'lateCancelled'].filter((state) => !ended.has(state))).toEqual([]);
  });
});
