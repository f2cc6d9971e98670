import type { Step } from '../../../cloudfunctions/core/aggregate/step';
import { merchantGiver, selfGiver, unitGiver, type Giver } from '../../../cloudfunctions/core/claim/giver';
import { DAY_MS } from '../../../cloudfunctions/core/kernel/clock';
import { accept, type Result } from '../../../cloudfunctions/core/kernel/result';
import { COMMUNITY, member, place, roleOf, START_MS } from '../../../cloudfunctions/core/wish/wish.fixtures';
import type { Member } from '../../../cloudfunctions/core/member/member';
import { openWishQuotaId } from '../../../cloudfunctions/core/quota/quota';
import { applySettlement, decideSettlement, pendingEventsOf } from '../../../cloudfunctions/core/wish/settle-wish';
import { newWish, usesBudget } from '../../../cloudfunctions/core/wish/submit-wish';
import { decideDue } from '../../../cloudfunctions/core/wish/wish-clocks';
import { applyChange, mayChange, type Outcome } from '../../../cloudfunctions/core/wish/wish-change';
import { effectsOf } from '../../../cloudfunctions/core/wish/wish-effects';
import { isLiveOf, type Wish } from '../../../cloudfunctions/core/wish/wish';
import type { Dice } from '../../../bench/dice';
import type { Sight } from './checks';
import type { Effect } from '../../../cloudfunctions/core/effect/effect';
import { Batches } from './batches';
import { ReadModels } from './read-models';

export type Decide = (wish: Wish) => Result<Outcome>;
type Submission = Parameters<typeof newWish>[0];

export const PEOPLE = 500;
export const WISHES = 300;
/** The first of two who work for the street. */
export const STREET_STAFF = PEOPLE - 6;
/** Past versions of a wish that somebody may still look at. */
const PAST_KEPT = 4;
const RECENT_KEPT = 60;
/** Groups of people that give together, each with one contact. */
export const UNITS = 12;
const unitIdOf = (index: number): string => `u_${index}`;
/** What one call delivers at most, as in the program. */
const CALL_EVENTS = 3;
const STRIKES_MAX = 400;

/** One in fifteen is a shop, the first few answer for a unit; one in fifty has a claim of old that stays overdue, another is frozen; the last few work for the community. */
const newPeople = (): Map<string, Member> => {
  const people = new Map<string, Member>();
  for (let index = 0; index < PEOPLE; index += 1) {
    const id = `m_${index}`;
    const roles = index % 15 === 7 ? [roleOf('merchant', COMMUNITY, `第${index}号小店`)] : index >= STREET_STAFF && index < STREET_STAFF + 2 ? [roleOf('staff', 'd01-s01')] : index >= PEOPLE - 4 ? [roleOf(index % 2 === 0 ? 'staff' : 'socialWorker', COMMUNITY)] : [];
    people.set(id, member(id, { householdId: `h_${index % 400}`, roles, partyIds: index < UNITS ? [unitIdOf(index)] : [], frozenUntilMs: index % 50 === 13 ? START_MS + 3650 * DAY_MS : 0, overdueClaimIds: index % 50 === 11 ? ['c_of_old'] : [] }));
  }
  return people;
};

/** How far a call gets before its instance dies. */
export type Fate = 'whole' | 'diesAfterWrite' | 'diesInDelivery';

/**
 * A community in memory that does what the program's shells do: decide on what was read, write under the guard on what
 * stands, deliver, settle, strike clocks. Reads may be old, calls may die anywhere after their write.
 */
export class Crowd {
  readonly people = newPeople();
  readonly models = new ReadModels(this.people);
  readonly wishes = new Map<string, Wish>();
  /** Numbered places, so that an operation means the same wish whatever came before it. */
  readonly slots = new Map<number, string>();
  nowMs = START_MS;
  readonly batches = new Batches();
  /** Set by every write, for the checks after an operation. */
  touchedId: string | null = null;
  /** Acts carried out lately, for a phone that sends one again. */
  readonly recent: { readonly wishId: string; readonly decide: Decide }[] = [];
  private readonly past = new Map<string, Wish[]>();

  constructor(private readonly seed: number) {
    for (let index = 0; index < UNITS; index += 1) this.models.units.set(unitIdOf(index), { overdueClaimIds: [], settledClaimIds: [] });
  }

  person(index: number): Member {
    return this.people.get(`m_${index}`) as Member;
  }

  memberOf(id: string): Member {
    return this.people.get(id) ?? this.person(0);
  }

  /** As whom somebody claims: a contact for the unit at times, a shop for itself, everybody else as they are. */
  giverFor(index: number, forUnit: boolean): (wish: Wish) => Result<Giver> {
    const person = this.person(index);
    if (forUnit && index < UNITS) {
      const unitId = unitIdOf(index);
      const unit = { _id: unitId, name: `第${index}党支部`, overdueClaimIds: this.models.flagsOf(unitId)?.overdueClaimIds ?? [] };
      return () => accept(unitGiver(unit, person));
    }
    const isShop = person.roles.some((held) => held.role === 'merchant');
    return (wish) => (isShop ? merchantGiver(person, wish.areaId) : accept(selfGiver(person)));
  }

  step(actorId: string, operation: number): Step {
    return { actorId, operationId: `op${this.seed}x${operation}`, inputHash: 'input', nowMs: this.nowMs };
  }

  wish(wishId: string): Wish {
    const wish = this.wishes.get(wishId);
    if (wish === undefined) throw new Error(`no wish ${wishId}`);
    return wish;
  }

  /** Whether the wish in this place has ended; an empty place has not. */
  isOver(slot: number): boolean {
    const wishId = this.slots.get(slot);
    return wishId !== undefined && !isLiveOf(this.wish(wishId));
  }

  /** The wish as somebody read it: mostly as it stands, at times as it was. */
  seen(wishId: string, dice: Dice): Wish {
    const past = this.past.get(wishId);
    return dice.roll(5) === 0 && past !== undefined && past.length > 0 ? dice.pick(past) : this.wish(wishId);
  }

  submit(slot: number, input: Submission, poster: Member, operation: number, fate: Fate): void {
    const facts = { operationId: `op${this.seed}x${operation}`, inputHash: 'input', nowMs: this.nowMs, needsCare: operation % 9 === 0, onBehalf: null, benefits: [], householdId: poster.householdId };
    const wish = newWish(input, poster, place, facts);
    const quotaId = openWishQuotaId(poster.householdId);
    if (usesBudget(wish)) {
      if ((this.models.quotas.get(quotaId)?.size ?? 0) >= 3) return;
      this.models.reserve(quotaId, wish._id);
    }
    this.slots.set(slot, wish._id);
    this.put(wish);
    this.live(wish._id, fate);
  }

  /** Decides on what was read and writes under the guard, as `changeAggregate` does. True when something was written. */
  act(wishId: string, seen: Wish, decide: Decide, fate: Fate): boolean {
    const decided = decide(seen);
    if (!decided.ok || decided.value.kind === 'replay') return false;
    const wish = this.wish(wishId);
    if (!mayChange(wish, decided.value.change)) return false;
    this.put(applyChange(wish, decided.value.change));
    this.recent.push({ wishId, decide });
    if (this.recent.length > RECENT_KEPT) this.recent.shift();
    this.live(wishId, fate);
    return true;
  }

  /** Everything due, as one run of the timer; it may be cut off after so many wishes. */
  runJobs(wishesMax = Number.MAX_SAFE_INTEGER): void {
    let looked = 0;
    this.batches.runJobs(this);
    for (const wishId of this.slots.values()) {
      if (this.wish(wishId).wakeAtMs > this.nowMs) continue;
      looked += 1;
      if (looked > wishesMax) return;
      this.strike(wishId);
      this.settle(wishId, Number.MAX_SAFE_INTEGER);
    }
  }

  /** Written and no more: what it causes waits for the timer. True when something was written. */
  tell(wishId: string, decide: Decide): boolean {
    const wish = this.wish(wishId);
    const decided = decide(wish);
    if (!decided.ok || decided.value.kind === 'replay' || !mayChange(wish, decided.value.change)) return false;
    this.put(applyChange(wish, decided.value.change));
    return true;
  }

  carryOut(effect: Effect): void {
    if (effect.kind === 'endTry') this.batches.endTry(this, effect);
    else this.models.carryOut(effect);
  }

  private put(wish: Wish): void {
    const standing = this.wishes.get(wish._id);
    if (standing !== undefined) {
      const past = this.past.get(wish._id) ?? [];
      past.push(standing);
      if (past.length > PAST_KEPT) past.shift();
      this.past.set(wish._id, past);
    }
    this.wishes.set(wish._id, wish);
    this.touchedId = wish._id;
  }

  private live(wishId: string, fate: Fate): void {
    if (fate === 'whole') this.settle(wishId, CALL_EVENTS);
    if (fate !== 'diesInDelivery') return;
    const wish = this.wish(wishId);
    const [first] = pendingEventsOf(wish);
    if (first === undefined) return;
    const effects = effectsOf(wish, first);
    for (const effect of effects.slice(0, Math.ceil(effects.length / 2))) this.carryOut(effect);
  }

  private settle(wishId: string, eventsMax: number): void {
    const delivered: string[] = [];
    for (;;) {
      const wish = this.wish(wishId);
      for (const event of pendingEventsOf(wish)) {
        if (delivered.includes(event.eventId)) continue;
        if (delivered.length >= eventsMax) break;
        for (const effect of effectsOf(wish, event)) this.carryOut(effect);
        delivered.push(event.eventId);
      }
      const settlement = decideSettlement(wish, delivered, this.nowMs);
      if (settlement === null) return;
      this.put(applySettlement(wish, settlement));
      if (settlement.event === null) return;
    }
  }

  private strike(wishId: string): void {
    for (let struck = 0; struck < STRIKES_MAX; struck += 1) {
      const wish = this.wish(wishId);
      const [change] = decideDue(wish, this.nowMs);
      if (change === undefined) return;
      if (!mayChange(wish, change)) throw new Error(`${wishId}: a clock is due and its guard does not hold: ${change.event.kind}`);
      this.put(applyChange(wish, change));
    }
    throw new Error(`${wishId}: a clock strikes for ever`);
  }

  /** As the checks look at it. */
  sight(): Sight {
    const { models, wishes } = this;
    return {
      nowMs: this.nowMs,
      wishes: [...wishes.values()],
      tasks: [...models.tasks.values()].flatMap(({ isOpen, ...task }) => (isOpen ? [{ ...task, state: 'open' as const }] : [])),
      quotas: [...models.quotas].map(([quotaId, held]) => [quotaId, [...held]] as const),
      isTodoOpen: (noticeId) => models.todos.get(noticeId)?.isOpen ?? false,
      claimRecord: (claimId) => models.claims.get(claimId),
      hasEarning: (transferId) => models.earnings.has(transferId),
      overdueClaimIds: (partyId) => models.flagsOf(partyId)?.overdueClaimIds,
    };
  }
}
