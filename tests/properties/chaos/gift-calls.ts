import type { ApiContract, RouteName } from '@contract';
import type { Dice } from '../../../bench/dice';
import type { Gift } from '../../../cloudfunctions/core/gift/gift';
import type { Redemption } from '../../../cloudfunctions/core/gift/redemption';
import { resolutionIdOf, type Transfer } from '../../../cloudfunctions/core/ledger/transfer';
import { BrokenRule } from '../crowd/checks';
import { ADMIN, COMMUNITY, DAY_MS, newOperation, POSTER, STAFF, type Community } from '../../flows/support/community';
import { confirmedWish } from '../../flows/support/wish-steps';
import type { Call } from './lanes';

const GIFTS: readonly { readonly points: number; readonly stock: number }[] = [{ points: 10, stock: 40 }, { points: 10, stock: 4 }, { points: 25, stock: 15 }, { points: 60, stock: 5 }];
const BAG: ApiContract['gift.save']['input'] = { title: '环保购物袋', pictureKey: 'goods', points: 10, stock: 1, limit: 'month', place: '青枫驿站', areaId: COMMUNITY };
/** So that a week of deliveries already buys something. */
const GENEROUS: ApiContract['pointRules.save']['input']['rules'] = { per: { delivery: 40, carefulRating: 5, service: 10, meeting: 5, suggestion: 10, coPlanning: 10 }, capPerDay: 200, capPerMonth: 2_000, pairInFull: 100, pairInHalf: 0 };

/** Fewer things than this in all, and more are offered. */
const SCARCE = 12;

/** Who begins with a delivery's points. */
const BUYERS = 14;

const END_OF_HOLD: Readonly<Record<Redemption['state'], Transfer['phase'] | 'none'>> = { reserved: 'none', fetched: 'posted', cancelled: 'voided', expired: 'expired' };

/** What people do with points: reserve, take back, fetch, guess codes, look, and ask again about a point that was not given. */
export class GiftCalls {
  private readonly codes = new Map<string, string>();

  private constructor(
    private readonly community: Community,
    /** Gift id → how many there were in all. */
    private readonly wholes: Map<string, number>,
    /** Those who begin with points come up more often. */
    private readonly people: readonly string[],
    private readonly openidOf: (memberId: string) => string,
  ) {}

  static async open(community: Community, people: readonly string[], openidOf: (memberId: string) => string): Promise<GiftCalls> {
    await community.must(ADMIN, 'pointRules.save', { communityId: COMMUNITY, rules: GENEROUS, reason: '试一试' });
    // Rules hold from the next day, points come after a week.
    await community.advance(DAY_MS);
    const buyers = people.slice(-BUYERS);
    for (const buyer of buyers) await confirmedWish(community, { urgency: 'urgent' }, POSTER, buyer);
    await community.advance(8 * DAY_MS);
    for (let runs = 0; runs < 2; runs += 1) await community.runJobs();
    const calls = new GiftCalls(community, new Map(), [...buyers, ...buyers, ...people], openidOf);
    await calls.offer();
    return calls;
  }

  private async offer(): Promise<void> {
    for (const { points, stock } of GIFTS) this.wholes.set((await this.community.must(STAFF, 'gift.save', { ...BAG, points, stock })).giftId, stock);
  }

  /** Between waves, without faults: a town whose gifts are gone proves nothing more. */
  async restock(): Promise<void> {
    if (this.left.reduce((sum, { stock }) => sum + stock, 0) >= SCARCE) return;
    await this.community.arm();
    await this.offer();
  }

  /** Without faults: somebody reserves a thing and never comes for it, so that at least one ends by its clock. */
  async leaveOne(): Promise<void> {
    await this.offer();
    for (const person of this.people) {
      for (const { _id } of this.left) {
        const answer = await this.community.send(person, 'gift.redeem', { giftId: _id }, newOperation());
        if (answer.ok === true) return;
      }
    }
    throw new Error('nobody in this town has points for a gift');
  }

  private get left(): readonly Gift[] {
    return this.community.documents<Gift>('gifts').filter(({ stock }) => stock > 0);
  }

  get redemptions(): readonly Redemption[] {
    return this.community.documents<Redemption>('redemptions');
  }

  draw(dice: Dice): Call {
    const person = dice.pick(this.people);
    const waiting = this.redemptions.filter(({ state }) => state === 'reserved');
    const drawn = dice.roll(20);
    if (waiting.length === 0 || drawn < 11) return this.call(person, 'gift.redeem', { giftId: this.wanted(dice) });
    if (drawn < 13) return this.call(person, dice.pick(['points.mine', 'gift.list', 'points.entries'] as const), {});
    const redemption = dice.pick(waiting);
    const taker = this.openidOf(redemption.takerId);
    if (drawn < 15) return this.call(taker, 'gift.redemptions', {});
    if (drawn === 15) return this.call(dice.roll(3) === 0 ? STAFF : taker, 'gift.cancel', { redemptionId: redemption._id, note: '不要了' });
    // Some who may not hand over try, some guess, and known codes open.
    return this.call(drawn === 16 ? person : STAFF, 'gift.handOver', { redemptionId: redemption._id, code: (drawn === 17 ? null : this.codes.get(redemption._id)) ?? '000000' });
  }

  /** Mostly something that is there; some ask for what is gone. */
  private wanted(dice: Dice): string {
    const all = this.community.documents<Gift>('gifts');
    const { left } = this;
    return dice.pick(left.length > 0 && dice.roll(5) > 0 ? left : all)._id;
  }

  /** Codes that people read on their phones. */
  hear(route: RouteName, data: unknown): void {
    if (route !== 'gift.redemptions') return;
    for (const { redemptionId, code } of (data as ApiContract['gift.redemptions']['output']).items) if (code !== null) this.codes.set(redemptionId, code);
  }

  /** While no call is under way: no thing is lost or given twice. */
  checkStock(): void {
    for (const { _id, stock, kept, fetched } of this.community.documents<Gift>('gifts')) {
      const found = stock + Object.keys(kept).length + fetched;
      if (found !== this.wholes.get(_id)) throw new BrokenRule('left, kept and fetched are all there is', _id, `${found}`);
    }
  }

  /** At rest: a thing and its points end together, in the same way. */
  checkAtRest(): void {
    this.checkStock();
    const kept = new Set(this.community.documents<Gift>('gifts').flatMap((gift) => Object.keys(gift.kept)));
    const transfers = new Map(this.community.documents<Transfer>('transfers').map((transfer) => [transfer._id, transfer]));
    for (const { _id, state, transferId } of this.redemptions) {
      const ended = transfers.get(resolutionIdOf(transferId))?.phase ?? 'none';
      if (transfers.get(transferId)?.phase !== 'pending' || ended !== END_OF_HOLD[state]) throw new BrokenRule('a gift and its points end together', _id, `${state}, ${ended}`);
      if (kept.delete(_id) !== (state === 'reserved')) throw new BrokenRule('what is reserved is kept, and nothing else', _id, state);
    }
    if (kept.size > 0) throw new BrokenRule('what is kept is reserved by somebody', [...kept].join(' '), '');
  }

  private call<R extends RouteName>(openid: string, route: R, input: ApiContract[R]['input']): Call {
    return { openid, route, input, operationId: newOperation() };
  }
}
