import { newDice, type Dice } from '../../../bench/dice';
import { deriveId } from '../../../cloudfunctions/core/kernel/ids';
import type { ApiContract } from '@contract';
import { batchClaimIdOf } from '../../../cloudfunctions/core/batch/claim-batch';
import { partIdOf } from '../../../cloudfunctions/core/claim/claim-parts';
import { claimIdOf } from '../../../cloudfunctions/core/claim/claim-wish';
import { wishIdOf } from '../../../cloudfunctions/core/wish/submit-wish';
import type { Proof } from '../../../cloudfunctions/core/ledger/proof';
import type { Notice } from '../../../cloudfunctions/core/notice/notice';
import { DAY_MS, type Community } from '../../flows/support/community';
import { BrokenRule, checkAll, checkLeftAlone, checkWish } from '../crowd/checks';
import { GiftCalls } from './gift-calls';
import { Lanes, settle } from './lanes';
import { checkBatches, checkClocks, checkLedger, checkProofs, sightOf } from './sight-of-cloud';
import { JUMPS_MS, TownOfCalls, type Taste } from './town-of-calls';
import type { Call } from './lanes';

/** How many calls make a wave; the clock moves between waves. */
const WAVE = 64;

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

/** What was asked of the town, and what it promised. */
class ChaosRun {
  readonly lanes: Lanes;
  /** Wishes and claims that some call was told stand. */
  readonly promised = new Map<string, Call>();
  /** What somebody asked for, and what stood before. */
  readonly issued: Set<string>;

  constructor(
    readonly town: TownOfCalls,
    dice: Dice,
    wishesMax: number,
    /** Set in a town that is mostly about points. */
    readonly gifts: GiftCalls | null,
  ) {
    this.issued = new Set(this.standing());
    this.lanes = new Lanes(town.community, dice, {
      draw: () => (gifts !== null && dice.roll(2) === 0 ? gifts.draw(dice) : town.draw(dice, wishesMax)),
      asked: (call) => this.note(call),
      answered: (call, data) => this.promise(call, data),
    });
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

/** A proof that something moved under begins again after ten minutes, six times at most. */
const letProve = async (community: Community): Promise<void> => {
  for (let tries = 0; tries < 6 && community.documents<Proof>('proofs').some(({ state }) => state === 'running'); tries += 1) await settle(community, [11]);
};

/** Long after nothing is left to happen; points outlive the next year's end. */
const MONTHS_AFTER: Readonly<Record<Taste, number>> = { wishes: 5, points: 16 };

const live = async (run: ChaosRun, dice: Dice, calls: number, taste: Taste): Promise<void> => {
  const { town } = run;
  for (let done = 0; done < calls; done += WAVE) {
    await run.lanes.wave(Math.min(WAVE, calls - done));
    for (const wish of town.wishes) checkWish(wish, Number.MAX_SAFE_INTEGER);
    run.gifts?.checkStock();
    await run.gifts?.restock();
    await town.community.advance(dice.pick(JUMPS_MS[taste]));
    await town.community.runJobs();
  }
  await town.community.arm();
  await settle(town.community, [3, 3, 3, 33, 3]);
  await letProve(town.community);
  checkAtRest(run);
  await run.gifts?.leaveOne();
  for (let month = 0; month < MONTHS_AFTER[taste]; month += 1) {
    await town.community.advance(25 * DAY_MS);
    await settle(town.community, [1, 3]);
  }
  await letProve(town.community);
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
    const { sent, faults, replies } = run.lanes;
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
