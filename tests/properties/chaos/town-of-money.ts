import type { ApiContract, ContributionView, RouteName } from '@contract';
import type { Dice } from '../../../bench/dice';
import type { Contribution } from '../../../cloudfunctions/core/contribution/contribution';
import { Community, GRID, HOUR_MS, newOperation, STAFF } from '../../flows/support/community';
import { payAtCashier } from '../../flows/support/money-steps';
import { COLLEAGUE, openCampaign, openMutual } from '../../flows/support/mutual-steps';
import type { Call } from './lanes';

const PEOPLE = 20;
/** Eight calls, the timer and callbacks side by side. */
const INSTANCES = 12;
const openidOf = (index: number): string => `oMoney${index}x`;

type Input<R extends RouteName> = ApiContract[R]['input'];

/** Twenty neighbours who give to one campaign after another, mostly pay, at times turn back; cash over the counter. */
export class TownOfMoney {
  campaignId = '';
  private photo = '';
  private readonly atCashier = new Set<Promise<unknown>>();
  /** Who opened an order that was answered. */
  private readonly givers = new Map<string, string>();

  private constructor(
    readonly community: Community,
    private readonly dice: Dice,
  ) {}

  static async found(dice: Dice): Promise<TownOfMoney> {
    const town = new TownOfMoney(await Community.found(INSTANCES), dice);
    const { community } = town;
    await openMutual(community);
    for (let from = 0; from < PEOPLE; from += 10) await Promise.all(Array.from({ length: 10 }, (_unused, index) => community.join(openidOf(from + index), `邻居${from + index}`, GRID)));
    town.photo = await community.upload(STAFF, 'proof');
    town.campaignId = await openCampaign(community);
    return town;
  }

  get contributions(): readonly Contribution[] {
    return this.community.documents<Contribution>('contributions');
  }

  /** Without faults: what was given for is called off, and another begins. */
  async nextCampaign(): Promise<void> {
    const cancel = { campaignId: this.campaignId, reason: '换一件事来办' };
    const first = await this.community.send(STAFF, 'mutual.cancel', cancel, newOperation());
    // Staff who did a great deal within the hour wait for the next, as anybody would.
    if (first.ok !== true) await this.community.advance(HOUR_MS);
    if (first.ok !== true) await this.community.must(STAFF, 'mutual.cancel', cancel);
    this.campaignId = await openCampaign(this.community);
  }

  draw(): Call {
    const { dice } = this;
    const drawn = dice.roll(100);
    if (drawn < 55) return this.call(openidOf(dice.roll(PEOPLE)), 'mutual.give', { campaignId: this.campaignId, amountFen: 100 + dice.roll(3_000), isAnonymous: dice.roll(3) === 0 });
    if (drawn < 62) return this.call(STAFF, 'mutual.enterCash', { campaignId: this.campaignId, amountFen: 100 + dice.roll(3_000), isAnonymous: false, giverName: '楼下大爷', receiptNo: `00${dice.roll(100)}`, photo: this.photo });
    if (drawn < 78) return this.onCash();
    const { contributionId, giver } = this.someOrder();
    return this.call(giver, drawn < 88 ? 'contribution.confirm' : drawn < 93 ? 'contribution.cancel' : 'contribution.get', { contributionId });
  }

  /** Somebody who got an order goes to the cashier, or not. */
  answered(call: Call, data: unknown): void {
    if (call.route !== 'mutual.give') return;
    const view = data as ContributionView;
    this.givers.set(view.contributionId, call.openid);
    if (view.payment === null || this.dice.roll(6) === 0) return;
    const paying = payAtCashier(this.community, call.openid, view).finally(() => this.atCashier.delete(paying));
    this.atCashier.add(paying);
  }

  /** Nobody stands at the cashier any more. */
  async cashierEmpty(): Promise<void> {
    await Promise.all(this.atCashier);
  }

  /** Faults in the way of callbacks and of the function that takes them, beside those in the way of calls. */
  armPayments(): void {
    const { dice } = this;
    const { faults } = this.community.cloud.cloud;
    const waiting = faults.list().flatMap(({ rule, left }) => (left > 0 ? [rule] : []));
    const callback = { callback: 'pay' as const, mode: dice.pick(['late', 'double', 'lost', 'lost', 'reorder', 'wrong'] as const), times: 1 + dice.roll(6) };
    const kill = { function: 'payment', kind: 'kill' as const, nth: 1 + dice.roll(9), when: dice.pick(['before', 'after'] as const), times: 1 };
    const wechat = { action: 'wx.wxPayApi', kind: dice.pick(['error', 'cut'] as const), when: dice.pick(['before', 'after'] as const), nth: 1, times: 1 };
    faults.arm([...waiting.slice(-3), callback, kill, ...(dice.roll(2) === 0 ? [wechat] : [])]);
  }

  private someOrder(): { readonly contributionId: string; readonly giver: string } {
    const known = [...this.givers].slice(-30);
    const [contributionId, giver] = known.length === 0 ? ['gv_nothing', openidOf(0)] : this.dice.pick(known);
    return { contributionId, giver };
  }

  private onCash(): Call {
    const { dice } = this;
    const cash = this.contributions.filter(({ kind, state }) => kind === 'cash' && (state === 'entered' || state === 'returning'));
    if (cash.length === 0) return this.call(STAFF, 'contribution.waiting', {});
    const { _id, state, refund } = dice.pick(cash);
    const openid = dice.pick([STAFF, COLLEAGUE]);
    const contributionId = _id;
    if (state === 'entered') return dice.roll(6) === 0 ? this.call(openid, 'contribution.refuseCash', { contributionId, note: '对不上' }) : this.call(openid, 'contribution.confirmCash', { contributionId });
    return refund?.returnedById === null ? this.call(openid, 'contribution.recordReturn', { contributionId, note: '' }) : this.call(openid, 'contribution.confirmReturn', { contributionId });
  }

  private call<R extends RouteName>(openid: string, route: R, input: Input<R>): Call {
    return { openid, route, input, operationId: newOperation() };
  }
}
