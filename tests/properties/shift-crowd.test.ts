import { pendingEventsOf } from '../../cloudfunctions/core/aggregate/aggregate';
import { dueChanges } from '../../cloudfunctions/core/aggregate/aggregate-kind';
import { applyChange, mayChange } from '../../cloudfunctions/core/aggregate/change';
import { applySettlement, settlementOf } from '../../cloudfunctions/core/aggregate/settlement';
import type { Effect } from '../../cloudfunctions/core/effect/effect';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../cloudfunctions/core/kernel/clock';
import type { Result } from '../../cloudfunctions/core/kernel/result';
import { decideAbsence, decideSayWhy } from '../../cloudfunctions/core/shift/absence';
import { decideCallOff, decideEdit } from '../../cloudfunctions/core/shift/change-shift';
import { decideAnswerOffer, decideApprove, decideCancelSignUp, decideCheckIn, type ShiftOutcome } from '../../cloudfunctions/core/shift/move-sign-up';
import { decideRoster, decideSayEnd } from '../../cloudfunctions/core/shift/roster';
import { isShiftCoherent, isStanding, memberIdOfSignUp, signUpOf, waitingNumberOf, type Shift } from '../../cloudfunctions/core/shift/shift';
import type { ShiftEvent } from '../../cloudfunctions/core/shift/shift-event';
import { checker, lead, neighbours, openShift, signUpOutcome, wanted } from '../../cloudfunctions/core/shift/shift.fixtures';
import { SHIFT_KIND } from '../../cloudfunctions/core/shift/shift-kind';
import { decideSignUp } from '../../cloudfunctions/core/shift/sign-up';
import type { SignUpRecord } from '../../cloudfunctions/core/shift/sign-up-record';
import { START_MS } from '../../cloudfunctions/core/wish/wish.fixtures';
import { newDice, type Dice } from '../../bench/dice';

/** `npm run test:long` lives through two hundred. */
const SEEDS = process.env.LINYUAN_LONG === '1' ? 200 : 8;
const OPERATIONS = 10_000;
const PEOPLE = neighbours(60);
/** A shift lives so many operations, then another begins. */
const SHIFT_LIFE = 500;

type Act = 'signUp' | 'cancel' | 'answer' | 'approve' | 'checkIn' | 'edit' | 'callOff' | 'roster' | 'sayEnd' | 'sayWhy' | 'judge' | 'tick' | 'settle' | 'wait' | 'repeat';

const WEIGHTS: readonly Act[] = ['signUp', 'signUp', 'signUp', 'signUp', 'signUp', 'cancel', 'cancel', 'answer', 'answer', 'approve', 'checkIn', 'edit', 'roster', 'sayEnd', 'sayWhy', 'judge', 'tick', 'tick', 'settle', 'settle', 'wait', 'repeat'];

/** One shift as the database holds it: a change goes through when its guard holds on what stands, whatever was read. */
class Model {
  shift: Shift;
  nowMs = START_MS;
  readonly done = new Set<string>();
  private read: Shift;
  private last: ((shift: Shift) => Result<ShiftOutcome>) | null = null;
  private steps = 0;
  private readonly records = new Map<string, SignUpRecord>();

  constructor(private readonly dice: Dice) {
    this.shift = openShift(1 + dice.roll(9));
    this.read = this.shift;
  }

  private step(actorId: string) {
    this.steps += 1;
    return { actorId, operationId: `op_${String(this.steps).padStart(17, '0')}`, inputHash: 'hash', nowMs: this.nowMs };
  }

  /** What somebody read may be old. */
  private look(): Shift {
    if (this.dice.roll(4) > 0) this.read = this.shift;
    return this.read;
  }

  private try(act: Act, decide: (shift: Shift) => Result<ShiftOutcome>): void {
    const decided = decide(this.look());
    this.last = decide;
    if (!decided.ok || decided.value.kind === 'replay' || !mayChange(this.shift, decided.value.change)) return;
    this.shift = applyChange<ShiftEvent, Shift>(this.shift, decided.value.change);
    this.done.add(act);
    this.check(act);
  }

  private check(act: string): void {
    if (!isShiftCoherent(this.shift)) throw new Error(`not coherent after ${act}: ${JSON.stringify(this.shift)}`);
  }

  run(act: Act): void {
    const person = this.dice.pick(PEOPLE);
    const own = signUpOf(this.shift, person._id)?.[0] ?? `${person._id}_1`;
    const ids = Object.keys(this.shift.signUps);
    const any = ids.length === 0 ? 'nobody_1' : this.dice.pick(ids);
    const anyone = memberIdOfSignUp(any) ?? person._id;
    switch (act) {
      case 'signUp': {
        const companions = this.dice.roll(4) === 0 ? Array.from({ length: 1 + this.dice.roll(2) }, () => ({ name: '家里人', relation: 'family' as const, isMinor: false })) : [];
        const step = this.step(person._id);
        const noShows = this.dice.roll(4);
        return this.try(act, (shift) => signUpOutcome(decideSignUp(shift, wanted({ companions, hasConsent: true }), person, noShows, step)));
      }
      case 'cancel': {
        const step = this.step(anyone);
        return this.try(act, (shift) => decideCancelSignUp(shift, any, '家里有事', step));
      }
      case 'answer': {
        const offered = Object.entries(this.shift.signUps).find(([, signUp]) => signUp.state === 'offered')?.[0] ?? own;
        const step = this.step(memberIdOfSignUp(offered) ?? '');
        return this.try(act, (shift) => decideAnswerOffer(shift, offered, step.nowMs % 3 > 0, step));
      }
      case 'approve': {
        const asked = Object.entries(this.shift.signUps).find(([, signUp]) => signUp.state === 'asked')?.[0] ?? own;
        const step = this.step(lead._id);
        return this.try(act, (shift) => decideApprove(shift, asked, step.nowMs % 2 === 0, lead, step));
      }
      case 'checkIn': {
        const step = this.step(anyone);
        return this.try(act, (shift) => decideCheckIn(shift, any, true, step));
      }
      case 'edit': {
        const capacity = Math.max(1, this.shift.capacity - 2 + this.dice.roll(5));
        const later = this.dice.roll(3) === 0 ? this.dice.roll(3) * HOUR_MS : 0;
        const step = this.step(lead._id);
        return this.try(act, (shift) => decideEdit(shift, { startsAtMs: shift.startsAtMs + later, endsAtMs: shift.endsAtMs + later, placeText: '驿站', capacity, lead: null }, lead, step));
      }
      case 'callOff': {
        const step = this.step(lead._id);
        return this.try(act, (shift) => decideCallOff(shift, '下大雨', lead, step));
      }
      case 'roster':
        return this.roster(act);
      case 'sayEnd': {
        const step = this.step(anyone);
        return this.try(act, (shift) => decideSayEnd(shift, any, shift.endsAtMs - 10 * MINUTE_MS, step));
      }
      case 'sayWhy': {
        const step = this.step(anyone);
        const reason = this.dice.pick(['ill', 'caring', 'other'] as const);
        return this.try(act, (shift) => decideSayWhy(shift, any, reason, '那天停电', step));
      }
      case 'judge': {
        const step = this.step(checker._id);
        return this.try(act, (shift) => decideAbsence(shift, any, step.nowMs % 2 === 0, '问过了', checker, step));
      }
      case 'repeat':
        if (this.last !== null) this.replay(this.last);
        return;
      case 'tick':
        return this.tick();
      case 'settle':
        return this.settle();
      case 'wait':
        this.nowMs += this.dice.pick([MINUTE_MS, HOUR_MS, 3 * HOUR_MS, 20 * HOUR_MS]);
    }
  }

  /** The same act once more, on what stands now: what went through before changes nothing. */
  private replay(decide: (shift: Shift) => Result<ShiftOutcome>): void {
    const first = decide(this.shift);
    if (!first.ok || first.value.kind === 'replay' || !mayChange(this.shift, first.value.change)) return;
    this.shift = applyChange<ShiftEvent, Shift>(this.shift, first.value.change);
    this.check('repeat');
    const second = decide(this.shift);
    if (second.ok && second.value.kind !== 'replay') throw new Error('an act went through twice');
    this.done.add('repeat');
  }

  private roster(act: Act): void {
    const { startsAtMs, endsAtMs } = this.shift;
    const toMs = Math.min(endsAtMs, this.nowMs);
    const came = Object.entries(this.shift.signUps).filter(([, signUp]) => signUp.state === 'joined').filter(() => this.dice.roll(3) > 0).map(([signUpId]) => ({ signUpId, self: { fromMs: startsAtMs, toMs: this.dice.roll(4) === 0 || toMs <= startsAtMs ? null : toMs }, companionsCame: 0 }));
    const step = this.step(lead._id);
    this.try(act, (shift) => decideRoster(shift, came, [{ memberId: null, name: '路过的', fromMs: startsAtMs, toMs: null }], lead, step));
  }

  /** The timer, maybe late: every clock that ran out, then everything that waits. */
  tick(): void {
    for (let turn = 0; turn < 400; turn += 1) {
      const [change] = dueChanges(SHIFT_KIND.clocksOf(this.shift, this.nowMs), this.nowMs);
      if (change === undefined) break;
      if (!mayChange(this.shift, change)) throw new Error(`a clock's guard does not hold: ${change.event.kind}`);
      this.shift = applyChange<ShiftEvent, Shift>(this.shift, change);
      this.done.add(change.event.kind);
      this.check(change.event.kind);
    }
    this.settle();
  }

  settle(): void {
    for (let turn = 0; turn < 400; turn += 1) {
      const events = pendingEventsOf<ShiftEvent>(this.shift);
      for (const event of events) for (const effect of SHIFT_KIND.effectsOf(this.shift, event)) this.carry(effect);
      const before = this.shift;
      const settlement = settlementOf(SHIFT_KIND, this.shift, events.map(({ eventId }) => eventId), this.nowMs);
      if (settlement === null) break;
      this.shift = applySettlement<ShiftEvent, Shift>(this.shift, settlement);
      this.check('settle');
      if (settlement.event !== null) this.checkOffer(before, settlement.event);
    }
    if (this.shift.state === 'open' && Object.values(this.shift.signUps).some((signUp) => signUp.state === 'offered') && this.shift.wakeAtMs > this.shift.startsAtMs) throw new Error('an offer without a clock');
  }

  /** Nobody whose party fitted stood before whoever was offered a place. */
  private checkOffer(before: Shift, event: ShiftEvent): void {
    if (event.kind !== 'offered') return;
    this.done.add('offered');
    const number = waitingNumberOf(before, event.signUpId) ?? 0;
    const earlier = Object.values(before.signUps).filter((signUp) => signUp.state === 'waiting').slice(0, number - 1);
    if (earlier.some((signUp) => signUp.seats <= before.seatsLeft)) throw new Error('somebody was passed over');
  }

  private carry(effect: Effect): void {
    if (effect.kind !== 'signUpRecord') return;
    const known = this.records.get(effect.record._id);
    if (known === undefined || known.revision <= effect.record.revision) this.records.set(effect.record._id, effect.record);
  }

  /** Left alone for months everything ends, the lists say what the shift says, and nobody is left without an answer. */
  rest(): void {
    for (const ms of [DAY_MS, 4 * DAY_MS, 4 * DAY_MS, 40 * DAY_MS]) {
      this.nowMs += ms;
      this.tick();
      this.tick();
    }
    const { shift } = this;
    if (Object.values(shift.signUps).some((signUp) => shift.state !== 'cancelled' && (signUp.state === 'waiting' || signUp.state === 'offered' || signUp.state === 'asked'))) throw new Error(`somebody still waits: ${shift.state}`);
    if (shift.pendingEvents > 0 || shift.wakeAtMs <= this.nowMs) throw new Error('it never comes to rest');
    for (const [signUpId, signUp] of Object.entries(shift.signUps)) {
      const record = this.records.get(`${shift._id}_${signUpId}`);
      if (memberIdOfSignUp(signUpId) === null) continue;
      if (record?.state !== signUp.state || record.isActive !== (isStanding(signUp.state) && shift.state === 'open') || (record.toMs ?? undefined) !== signUp.toMs) throw new Error(`the list says ${record?.state ?? 'nothing'} of ${signUpId}, the shift ${signUp.state}`);
    }
  }
}

test(`${PEOPLE.length} people, ${OPERATIONS} operations, ${SEEDS} seeds: seats, waitlist and offers are right at every step`, () => {
  const startedMs = performance.now();
  const done = new Set<string>();
  let shifts = 0;
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const dice = newDice(seed);
    for (let operations = 0; operations < OPERATIONS; operations += SHIFT_LIFE) {
      const model = new Model(dice);
      for (let turn = 0; turn < SHIFT_LIFE; turn += 1) model.run(turn === SHIFT_LIFE / 2 && dice.roll(5) === 0 ? 'callOff' : dice.pick(WEIGHTS));
      model.rest();
      shifts += 1;
      for (const act of model.done) done.add(act);
    }
  }
  process.stdout.write(`${SEEDS} seeds × ${OPERATIONS} operations in ${((performance.now() - startedMs) / 1000).toFixed(1)} s: ${shifts} shifts\n`);
  // A crowd in which nothing happens proves nothing.
  expect(['signUp', 'cancel', 'answer', 'approve', 'checkIn', 'edit', 'callOff', 'roster', 'sayEnd', 'sayWhy', 'judge', 'repeat', 'offered', 'offerLapsed', 'askLapsed', 'began', 'ended', 'noShow', 'told', 'rosterLate'].filter((kind) => !done.has(kind))).toEqual([]);
}, 900_000);
