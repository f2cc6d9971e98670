import type { ApiContract, RouteName } from '@contract';
import type { Dice } from '../../../bench/dice';
import type { Member } from '../../../cloudfunctions/core/member/member';
import type { Task } from '../../../cloudfunctions/core/staff/task';
import { claimsOf, isLiveOf, type Claim, type Wish } from '../../../cloudfunctions/core/wish/wish';
import { ADMIN, COMMUNITY, Community, DAY_MS, GRID, HOUR_MS, newOperation, STAFF } from '../../flows/support/community';
import { ratingOf, wishInput } from '../../flows/support/wish-steps';
import type { Call } from './lanes';

const PEOPLE = 40;
const SHOPS = 4;
/** Eight calls, the timer and answers about photos side by side. */
const INSTANCES = 12;
const SOCIAL_WORKER = 'oChaos0x';
/** Answers for a group of people as well. */
const UNIT_CONTACT = 'oChaos9x';
const openidOf = (index: number): string => `oChaos${index}x`;

/** Forty neighbours; the first is a social worker, the next keep shops, one answers for a unit, all have a photo of what they brought. */
export class TownOfCalls {
  private readonly proofs = new Map<string, string>();
  private readonly openids = new Map<string, string>();

  private unitId = '';

  private constructor(readonly community: Community) {}

  static async found(): Promise<TownOfCalls> {
    const town = new TownOfCalls(await Community.found(INSTANCES));
    const indices = Array.from({ length: PEOPLE }, (_unused, index) => index);
    for (let from = 0; from < PEOPLE; from += 8) await Promise.all(indices.slice(from, from + 8).map((index) => town.settleIn(index)));
    await town.community.grant(SOCIAL_WORKER, 'socialWorker', COMMUNITY);
    for (let index = 1; index <= SHOPS; index += 1) await town.community.grant(openidOf(index), 'merchant', COMMUNITY, `第${index}家小店`);
    town.unitId = (await town.community.must(UNIT_CONTACT, 'unit.create', { kind: 'company', name: '农商行青枫支行' })).unitId;
    for (const { _id, openid } of town.community.documents<Member>('members')) town.openids.set(_id, openid);
    return town;
  }

  private async settleIn(index: number): Promise<void> {
    const openid = openidOf(index);
    await this.community.join(openid, `邻居${index}`, GRID);
    this.proofs.set(openid, await this.community.upload(openid, 'proof'));
    await this.community.must(openid, 'notice.recordGrants', { accepted: ['wishClaimed', 'deliveryArrived', 'deliveryConfirmed'], rejected: [] });
  }

  get people(): readonly string[] {
    return [...this.proofs.keys()];
  }

  get wishes(): readonly Wish[] {
    return this.community.documents<Wish>('wishes');
  }

  openidOf(memberId: string): string {
    return this.openids.get(memberId) ?? ADMIN;
  }

  memberIdOf(openid: string): string {
    return [...this.openids].find(([, known]) => known === openid)?.[0] ?? '';
  }

  /** What somebody does now: mostly what fits the state of a wish, at times anything. */
  draw(dice: Dice, wishesMax: number): Call {
    const drawn = dice.roll(100);
    if (this.wishes.length < 8 || (drawn < 14 && this.wishes.length < wishesMax)) return this.submit(dice);
    if (drawn < 24) return this.read(dice);
    if (drawn < 27) return this.finishTask(dice);
    if (drawn < 33) return this.claimMany(dice);
    const wish = this.pickWish(dice);
    switch (wish.state) {
      case 'review':
        return this.call(dice.roll(3) === 0 ? SOCIAL_WORKER : STAFF, 'review.decide', { wishId: wish._id, decision: decisionOf(dice) });
      case 'asked':
        return this.call(this.openidOf(wish.posterId), 'wish.answer', { wishId: wish._id, answer: '说清楚了，是厨房那一盏' });
      default:
        return this.aroundClaims(wish, dice);
    }
  }

  private pickWish(dice: Dice): Wish {
    const live = this.wishes.filter(isLiveOf);
    return live.length > 0 && dice.roll(8) > 0 ? dice.pick(live) : dice.pick(this.wishes);
  }

  private aroundClaims(wish: Wish, dice: Dice): Call {
    const claims = claimsOf(wish);
    const giver = openidOf(1 + dice.roll(PEOPLE - 1));
    if (claims.length === 0 || (wish.sharesLeft > 0 && dice.roll(3) === 0)) {
      return dice.roll(15) === 0 ? this.call(this.openidOf(wish.posterId), 'wish.withdraw', { wishId: wish._id }) : this.call(giver, 'wish.claim', { wishId: wish._id, shares: 1 + dice.roll(3), as: this.asWhom(giver, dice) });
    }
    return this.onClaim(wish, dice.pick(claims), dice);
  }

  /** A contact acts for the unit half of the time, a shop for itself; now and then somebody pretends. */
  private asWhom(openid: string, dice: Dice): { readonly kind: 'self' } | { readonly kind: 'merchant' } | { readonly kind: 'unit'; readonly unitId: string } {
    if (openid === UNIT_CONTACT && dice.roll(2) === 0) return { kind: 'unit', unitId: this.unitId };
    return dice.roll(9) === 0 ? { kind: 'merchant' } : { kind: 'self' };
  }

  private claimMany(dice: Dice): Call {
    const openid = dice.roll(4) === 0 ? UNIT_CONTACT : openidOf(1 + dice.roll(PEOPLE - 1));
    const open = this.wishes.filter((wish) => wish.state === 'open' && (wish.sharesLeft > 0 || dice.roll(5) === 0));
    const wishIds = [...new Set(Array.from({ length: 2 + dice.roll(4) }, () => dice.pick(open.length === 0 ? this.wishes : open)._id))];
    return this.call(openid, 'wish.claimMany', { items: wishIds.map((wishId) => ({ wishId, shares: 1 })), mode: dice.roll(3) === 0 ? 'bestEffort' : 'allOrNothing', as: this.asWhom(openid, dice) });
  }

  private onClaim(wish: Wish, claim: Claim, dice: Dice): Call {
    const loop = { wishId: wish._id, claimId: claim.claimId };
    const [poster, giver] = [this.openidOf(wish.posterId), this.openidOf(claim.contactId)];
    const part = claim.shares > 1 && dice.roll(3) === 0 ? 1 : null;
    const drawn = dice.roll(10);
    if (claim.isDisputed && drawn === 9) return this.call(poster, 'dispute.withdraw', loop);
    if (claim.isDisputed && drawn > 4) return this.call(SOCIAL_WORKER, 'dispute.decide', { ...loop, outcome: dice.pick(['received', 'returned', 'dismissed'] as const), note: '两边问过了' });
    if (claim.state === 'held' && drawn < 7) return this.call(giver, 'claim.plan', { ...loop, deliverAtMs: this.community.nowMs() + dice.roll(8) * DAY_MS, handover: 'home', note: '' });
    if (claim.state === 'planned' && drawn < 7) return this.call(giver, 'claim.deliver', { ...loop, note: '送到了', proofFileIds: [this.proofs.get(giver) ?? ''], shares: part });
    if (claim.state === 'planned' && drawn === 8) return this.call(giver, 'claim.extend', { ...loop, reason: '下雨了' });
    if (claim.state === 'delivered' && drawn < 7) return this.call(drawn === 0 ? STAFF : poster, 'claim.confirm', loop);
    if (claim.state === 'delivered' && drawn < 8) return this.call(poster, 'dispute.open', { ...loop, kind: 'notReceived', note: '还没看到' });
    if (claim.state === 'confirmed') return this.call(poster, 'rating.rate', ratingOf(loop));
    return this.call(drawn === 9 ? STAFF : giver, 'claim.giveBack', { ...loop, shares: part });
  }

  private submit(dice: Dice): Call {
    const openid = dice.roll(6) === 0 ? SOCIAL_WORKER : openidOf(dice.roll(PEOPLE));
    const shares = dice.roll(6) === 0 ? 10 + dice.roll(20) : 1 + dice.roll(3);
    const input = wishInput(this.community, { shares, urgency: dice.roll(6) === 0 ? 'urgent' : 'normal', windowEndMs: this.community.nowMs() + (1 + dice.roll(25)) * DAY_MS, photoFileIds: dice.roll(3) === 0 ? [this.proofs.get(openid) ?? ''] : [] });
    return this.call(openid, 'wish.submit', input);
  }

  private read(dice: Dice): Call {
    const openid = openidOf(dice.roll(PEOPLE));
    const wish = dice.pick(this.wishes);
    return dice.pick([this.call(openid, 'wish.wall', { sort: 'near' }), this.call(openid, 'wish.get', { wishId: wish._id }), this.call(openid, 'home.overview', {}), this.call(openid, 'claim.mine', { open: true }), this.call(STAFF, 'staff.queue', {})]);
  }

  private finishTask(dice: Dice): Call {
    const open = this.community.documents<Task>('tasks').filter((task) => task.state === 'open');
    return open.length === 0 ? this.read(dice) : this.call(STAFF, 'staff.finishTask', { taskId: dice.pick(open)._id, note: '问过了' });
  }

  private call<R extends RouteName>(openid: string, route: R, input: ApiContract[R]['input']): Call {
    return { openid, route, input, operationId: newOperation() };
  }
}

const decisionOf = (dice: Dice): ApiContract['review.decide']['input']['decision'] => {
  const drawn = dice.roll(10);
  return drawn < 8 ? { kind: 'approve' } : { kind: drawn === 8 ? 'ask' : 'refuse', note: '请再说清楚一点' };
};

/** How far a clock jumps between two waves of calls; points come after a week. */
export const JUMPS_MS = {
  wishes: [10 * 60_000, HOUR_MS, 5 * HOUR_MS, 20 * HOUR_MS, 30 * HOUR_MS],
  points: [HOUR_MS, 20 * HOUR_MS, 2 * DAY_MS, 4 * DAY_MS],
} as const;
/** What a town is mostly about. */
export type Taste = keyof typeof JUMPS_MS;
