import { newDice, type Dice } from '../../../bench/dice';
import { deriveId } from '../../../cloudfunctions/core/kernel/ids';
import type { ApiContract } from '@contract';
import { batchClaimIdOf } from '../../../cloudfunctions/core/batch/claim-batch';
import { partIdOf } from '../../../cloudfunctions/core/claim/claim-parts';
import { claimIdOf } from '../../../cloudfunctions/core/claim/claim-wish';
import { wishIdOf } from '../../../cloudfunctions/core/wish/submit-wish';
import type { Notice } from '../../../cloudfunctions/core/notice/notice';
import type { CallFault } from '../../../devtools/local-cloud';
import { DAY_MS } from '../../flows/support/community';
import { BrokenRule, checkAll, checkLeftAlone, checkWish } from '../crowd/checks';
import { GiftCalls } from './gift-calls';
import { checkBatches, checkClocks, checkLedger, checkProofs, sightOf } from './sight-of-cloud';
import { JUMPS_MS, TownOfCalls, type Call, type Taste } from './town-of-calls';

/** Calls under way at a time, and how many of them make a wave; the clock moves between waves. */
const LANES = 8;
const WAVE = 64;
/** How often a phone sends the same again before its person gives up. */
const TRIES_MAX = 4;

export interface ChaosReport {
  readonly calls: number;
  readonly sent: number;
  readonly faults: number;
  /** By reply: 'ok', a code, or 'lost'. */
  readonly replies: Readonly<Record<string, number>>;
  readonly wishes: number;
  readonly claims: number;
  readonly transfers: number;
  /** Redemptions by how they ended. */
  readonly gifts: Readonly<Record<string, number>>;
  readonly proofs: number;
  readonly seconds: number;
}

const faultOf = (dice: Dice): CallFault => {
  const kind = dice.pick(['kill', 'kill', 'cut', 'conflict', 'error', 'latency'] as const);
  const target = dice.roll(5) === 0 ? { function: 'jobs' } : { function: 'api' };
  return { ...target, kind, nth: 1 + dice.roll(14), when: dice.pick(['before', 'after'] as const), times: 1, ...(kind === 'latency' && { ms: 20 + dice.roll(400) }) };
};

class ChaosRun {
  sent = 0;
  faults = 0;
  readonly replies: Record<string, number> = {};
  /** Wishes and claims that some call was told stand. */
  readonly promised = new Map<string, Call>();
  /** What somebody asked for, and what stood before. */
  readonly issued: Set<string>;

  constructor(
    readonly town: TownOfCalls,
    private readonly dice: Dice,
    private readonly wishesMax: number,
    /** Set in a town that is mostly about points. */
    readonly gifts: GiftCalls | null,
  ) {
    this.issued = new Set(this.standing());
  }

  async wave(calls: number): Promise<void> {
    let left = calls;
    const lane = async (): Promise<void> => {
      for (; left > 0; ) {
        left -= 1;
        await this.oneCall();
      }
    };
    await Promise.all([...Array.from({ length: LANES }, lane), ...(this.dice.roll(3) === 0 ? [this.town.community.runJobs()] : [])]);
  }

  /** Faults of rules that have not acted stay armed; the next calls meet them. */
  private arm(): void {
    const { faults } = this.town.community.cloud.cloud;
    const waiting = faults.list().flatMap(({ rule, left }) => (left > 0 ? [rule] : []));
    faults.arm([...waiting.slice(-3), faultOf(this.dice)]);
    this.faults += 1;
  }

  private async oneCall(): Promise<void> {
    if (this.dice.roll(6) === 0) this.arm();
    const call = this.gifts !== null && this.dice.roll(2) === 0 ? this.gifts.draw(this.dice) : this.town.draw(this.dice, this.wishesMax);
    this.note(call);
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      const isOver = await this.send(call);
      // Some phones send again what was answered: a double tap, a reply that came too late.
      if (isOver && this.dice.roll(10) > 0) return;
      // Some people give up, and what they began is left to the timer.
      if (!isOver && this.dice.roll(4) === 0) return;
    }
  }

  /** One sending; false when the same should be sent again. */
  private async send(call: Call): Promise<boolean> {
    this.sent += 1;
    const answer = await this.town.community.send(call.openid, call.route, call.input as never, call.operationId);
    const reply = answer.ok === true ? 'ok' : answer.ok === false ? answer.error.code : 'lost';
    this.replies[reply] = (this.replies[reply] ?? 0) + 1;
    if (answer.ok === true) this.promise(call, answer.data);
    return reply !== 'lost' && reply !== 'UNEXPECTED' && reply !== 'BUSY';
  }

  /** Ids that the call makes when it is carried out; of a wish or of claims. */
  private idsOf(call: Call): readonly string[] {
    const operationId = deriveId('op', this.town.memberIdOf(call.openid), call.route, call.operationId);
    switch (call.route) {
      case 'wish.claim':
        return [claimIdOf(operationId)];
      case 'wish.submit':
        return [wishIdOf(operationId)];
      case 'wish.claimMany':
        return (call.input as ApiContract['wish.claimMany']['input']).items.map(({ wishId }) => batchClaimIdOf(operationId, wishId));
      case 'claim.deliver':
        // Of a delivery in parts the part is a claim of its own.
        return [partIdOf((call.input as ApiContract['claim.deliver']['input']).claimId, operationId)];
      default:
        return [];
    }
  }

  /** Ids of wishes and claims as they are. */
  private standing(): readonly string[] {
    return this.town.wishes.flatMap((wish) => [wish._id, ...Object.keys(wish.claims)]);
  }

  private note(call: Call): void {
    for (const id of this.idsOf(call)) this.issued.add(id);
  }

  private promise(call: Call, data: unknown): void {
    this.gifts?.hear(call.route, data);
    if (call.route === 'gift.redeem') this.promised.set((data as ApiContract['gift.redeem']['output']).redemptionId, call);
    if (call.route === 'wish.claim' || call.route === 'wish.submit') for (const id of this.idsOf(call)) this.promised.set(id, call);
    if (call.route === 'wish.claimMany') for (const { claimId } of (data as ApiContract['wish.claimMany']['output']).items) if (claimId !== null) this.promised.set(claimId, call);
  }

  /** What was promised stands, and what stands was asked for once. */
  checkPromises(): void {
    const standing = new Set(this.standing());
    const reserved = new Set(this.gifts?.redemptions.map(({ _id }) => _id));
    for (const [id, call] of this.promised) if (!standing.has(id) && !reserved.has(id)) throw new BrokenRule('what was promised stands', id, call.route);
    for (const id of standing) if (!this.issued.has(id)) throw new BrokenRule('one operation, one effect', id, 'nobody asked for it');
    const told = new Map<string, number>();
    for (const { title, target } of this.town.community.documents<Notice>('notices')) if (title === '有人认领了') told.set(target.claimId ?? '', (told.get(target.claimId ?? '') ?? 0) + 1);
    for (const wish of this.town.wishes) for (const { claimId, splitFromId } of Object.values(wish.claims)) if (splitFromId === null && told.get(claimId) !== 1) throw new BrokenRule('a claim is told once', wish._id, `${claimId}: ${told.get(claimId) ?? 0} times`);
  }
}

/** The timer after each of these pauses: what failed once is looked at again after two minutes, an unanswered photo after thirty. */
const settle = async ({ community }: TownOfCalls, pausesMinutes: readonly number[]): Promise<void> => {
  for (const minutes of pausesMinutes) {
    await community.advance(minutes * 60_000);
    await community.runJobs();
  }
};

const checkAtRest = (run: ChaosRun): void => {
  const { community } = run.town;
  checkAll(sightOf(community));
  checkLedger(community);
  checkClocks(community);
  checkBatches(community);
  checkProofs(community);
  run.gifts?.checkAtRest();
  run.checkPromises();
};

/** Long after nothing is left to happen; points outlive the next year's end. */
const MONTHS_AFTER: Readonly<Record<Taste, number>> = { wishes: 5, points: 16 };

const live = async (run: ChaosRun, dice: Dice, calls: number, taste: Taste): Promise<void> => {
  const { town } = run;
  for (let done = 0; done < calls; done += WAVE) {
    await run.wave(Math.min(WAVE, calls - done));
    for (const wish of town.wishes) checkWish(wish, Number.MAX_SAFE_INTEGER);
    run.gifts?.checkStock();
    await run.gifts?.restock();
    await town.community.advance(dice.pick(JUMPS_MS[taste]));
    await town.community.runJobs();
  }
  await town.community.arm();
  await settle(town, [3, 3, 3, 33, 3]);
  checkAtRest(run);
  for (let month = 0; month < MONTHS_AFTER[taste]; month += 1) {
    await town.community.advance(25 * DAY_MS);
    await settle(town, [1, 3]);
  }
  // A proof that something moved under begins again after ten minutes.
  await settle(town, [11, 11]);
  checkAtRest(run);
  checkLeftAlone(sightOf(town.community));
};

/**
 * Random calls by forty people, eight at a time, while instances die, connections break, transactions conflict, answers
 * are late and the clock jumps. Then the faults end, the timer runs, and everything must be as if nothing had happened.
 */
export const runChaos = async (seed: number, calls: number, taste: Taste): Promise<ChaosReport> => {
  const startedMs = performance.now();
  const town = await TownOfCalls.found();
  try {
    const dice = newDice(seed);
    const gifts = taste === 'points' ? await GiftCalls.open(town.community, town.people, (memberId) => town.openidOf(memberId)) : null;
    const run = new ChaosRun(town, dice, Math.max(60, calls / 12), gifts);
    await live(run, dice, calls, taste);
    const { sent, faults, replies } = run;
    const ends: Record<string, number> = {};
    for (const { state } of gifts?.redemptions ?? []) ends[state] = (ends[state] ?? 0) + 1;
    return {
      calls, sent, faults, replies, wishes: town.wishes.length, claims: town.wishes.reduce((sum, wish) => sum + wish.claimCount, 0), transfers: town.community.documents('transfers').length, gifts: ends,
      proofs: checkProofs(town.community), seconds: (performance.now() - startedMs) / 1000,
    };
  } finally {
    await town.community.close();
  }
};
