import { accept } from '../kernel/result';
import { NEVER_MS } from '../aggregate/aggregate';
import { REPLAY } from '../aggregate/change';
import { Books } from '../ledger/books.fixtures';
import type { Member } from '../member/member';
import { COMMUNITY, staff } from '../wish/wish.fixtures';
import { refundNoOf, type Contribution } from './contribution';
import { entered, ordered, Purse, START_MS } from './contribution.fixtures';
import { decideConfirmCash, decideConfirmReturn, decideRecordReturn, decideRefuseCash } from './handle-cash';
import { checkPlace, placeIn, type Place } from './money-place.fixtures';
import { decideEnd, decideRefundWord } from './refund-contribution';
import { decideSeen } from './see-order';
import { WechatPay } from './wechat-pay.fixtures';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const BY: readonly [first: Member, second: Member] = [{ ...staff, _id: 'm_staff' }, { ...staff, _id: 'm_second' }];

/** A town in which people give, WeChat calls back when it likes, functions die between any two writes, and things end. */
export class MoneyTown {
  readonly pay = new WechatPay();
  readonly books = new Books();
  readonly purses = new Map<string, Purse>();
  private readonly ids: string[] = [];
  /** Of the stage that runs. */
  private stageIds: string[] = [];
  private readonly cashIds: string[] = [];
  /** Those whose clock is set or that have something to deliver. */
  private readonly awake = new Set<string>();
  private readonly callbacks: string[] = [];
  private stage = 1;
  private count = 0;
  nowMs = START_MS;
  readonly did: Record<string, number> = {};

  constructor(private readonly random: (below: number) => number) {}

  /** One act of somebody, whatever its order with others. @throws when a fen is in no place or in two. */
  step(): void {
    const act = ACTS[this.random(ACTS.length)] ?? 'tick';
    const id = this[act]();
    if (id === null) return;
    this.did[act] = (this.did[act] ?? 0) + 1;
    this.check(id);
  }

  order(): string {
    const id = this.add(ordered(`op${(this.count += 1)}`, { amountFen: 1 + this.random(50_000), target: { lane: 'mutual', campaignId: 'k_1', stage: this.stage } }, this.nowMs));
    const { amountFen, giverId, subMchId, orderEndsAtMs } = this.standing(id);
    // Killed before WeChat was asked; or somebody opened that number with another sum, payer or account.
    const wrong = this.random(40);
    if (this.random(20) > 0) this.pay.open({ orderNo: id, subMchId: wrong === 0 ? '19' : (subMchId ?? ''), payerId: wrong === 1 ? 'm_other' : (giverId ?? ''), amountFen: wrong === 2 ? amountFen + 1 : amountFen, endsAtMs: orderEndsAtMs });
    return id;
  }

  payOrder(): string | null {
    const id = [this.recent(), this.recent(), this.recent(), this.recent()].find((one) => one !== null && this.pay.see(one, this.nowMs).kind === 'unpaid') ?? null;
    if (id === null || !this.pay.pay(id, this.nowMs)) return null;
    // Lost, once, or twice.
    for (let times = this.random(3); times > 0; times -= 1) this.callbacks.push(id);
    return id;
  }

  callback(): string | null {
    // Out of order, and at times of an order nobody paid.
    const [id] = this.random(10) === 0 ? [this.recent()] : this.callbacks.splice(this.random(Math.max(1, this.callbacks.length)), 1);
    return id === undefined || id === null ? null : this.look(id, false);
  }

  phone(): string | null {
    const id = this.recent();
    return id === null ? null : this.look(id, false);
  }

  giveUp(): string | null {
    const id = this.recent();
    return id === null || this.standing(id).kind === 'cash' ? null : this.look(id, true);
  }

  cash(): string {
    const id = this.add(entered(`op${(this.count += 1)}`, { amountFen: 1 + this.random(50_000), communityId: COMMUNITY, target: { lane: 'mutual', campaignId: 'k_1', stage: this.stage } }));
    this.cashIds.push(id);
    return id;
  }

  desk(): string | null {
    const id = this.cashToHandle();
    const purse = this.purses.get(id ?? '');
    if (id === null || purse === undefined) return null;
    const actor = BY[this.random(2)] ?? BY[0];
    const step = { operationId: `do${(this.count += 1)}`, actorId: actor._id, inputHash: 'h', nowMs: this.nowMs };
    const { standing } = purse;
    const act = this.random(6);
    if (act === 0) this.act(id, decideRefuseCash(standing, '不对', actor, step));
    else if (act === 1) this.act(id, decideRecordReturn(standing, '', actor, step));
    else if (act === 2) this.act(id, decideConfirmReturn(standing, actor, step));
    else this.act(id, decideConfirmCash(standing, actor, step));
    return id;
  }

  /** What was given for did not come about, or was called off; the next stage begins. */
  end(): string | null {
    if (this.random(30) > 0) return null;
    const reason = this.random(2) === 0 ? 'missed' : 'cancelled';
    for (const id of this.stageIds) this.act(id, decideEnd(this.standing(id), reason, this.nowMs));
    this.stage += 1;
    this.stageIds = [];
    return this.recent();
  }

  /** WeChat refuses for a while, or the collector's account is empty for a while. */
  trouble(): null {
    this.pay.refusals = this.random(3);
    this.pay.isEmpty = this.random(6) === 0;
    return null;
  }

  done(): null {
    this.pay.finishRefunds();
    return null;
  }

  /** The timer: whatever is due asks WeChat; what was left by a killed call is delivered. */
  jobs(): null {
    for (const id of this.awake) {
      const { nextLookAtMs, state, orderEndsAtMs } = this.standing(id);
      if (nextLookAtMs <= this.nowMs) this.look(id, state === 'ordered' && this.nowMs >= orderEndsAtMs);
    }
    for (const id of this.awake) {
      this.purses.get(id)?.deliver();
      this.noteAwake(id);
    }
    return null;
  }

  tick(): null {
    this.nowMs += this.random(5) === 0 ? this.random(20) * MINUTE_MS : this.random(MINUTE_MS);
    return null;
  }

  /** The end of a day: the timer had its turns, bill and books are compared. Returns what the bill comes to. */
  closeDay(): { readonly paidFen: number; readonly refundedFen: number } {
    this.jobs();
    for (const [orderNo, { paidAtMs }] of this.pay.orders) if (paidAtMs !== null) this.look(orderNo, false);
    this.pay.finishRefunds();
    for (const [id, { standing }] of this.purses) if (standing.kind === 'wechat' && standing.refund !== null && standing.refund.askedAtMs !== null) this.look(id, false);
    for (const [id, purse] of this.purses) {
      purse.deliver();
      this.check(id);
    }
    this.nowMs += DAY_MS / 4;
    return { paidFen: this.pay.paidFen, refundedFen: this.pay.refundedFen };
  }

  private add(contribution: Contribution): string {
    const isKilled = this.random(8) === 0;
    const purse = new Purse(contribution, this.books, isKilled);
    this.purses.set(contribution._id, purse);
    this.ids.push(contribution._id);
    this.stageIds.push(contribution._id);
    this.noteAwake(contribution._id);
    return contribution._id;
  }

  private recent(): string | null {
    return this.ids[this.ids.length - 1 - this.random(Math.min(this.ids.length, 60))] ?? null;
  }

  /** What waits to be handed back first, else mostly what waits to be confirmed. */
  private cashToHandle(): string | null {
    const some = Array.from({ length: 8 }, () => this.cashIds[this.random(Math.max(1, this.cashIds.length))]).filter((id): id is string => id !== undefined);
    return some.find((id) => this.standing(id).state === 'returning') ?? some.find((id) => this.standing(id).state === 'entered') ?? some[0] ?? null;
  }

  private standing(id: string): Contribution {
    const purse = this.purses.get(id);
    if (purse === undefined) throw new Error(`no contribution ${id}`);
    return purse.standing;
  }

  private act(id: string, decided: Parameters<Purse['act']>[0]): void {
    const purse = this.purses.get(id);
    const isKilled = this.random(8) === 0;
    purse?.act(decided, isKilled);
    // Killed while it delivered: what waits is delivered once more.
    if (this.random(10) === 0) purse?.deliver(true);
    this.noteAwake(id);
  }

  private noteAwake(id: string): void {
    const { nextLookAtMs, pendingEvents } = this.standing(id);
    if (nextLookAtMs < NEVER_MS || pendingEvents > 0) this.awake.add(id);
    else this.awake.delete(id);
  }

  /** As the shell asks: order or refund, whichever its state wants. */
  private look(id: string, isOver: boolean): string {
    const { kind, state, refund } = this.standing(id);
    if (kind === 'cash') return id;
    if (state === 'refunding' || state === 'refundStuck') {
      if (refund === null) throw new Error(`${id} goes back without a refund`);
      const word = refund.askedAtMs === null ? this.pay.askRefund(id, refundNoOf(id), refund.amountFen) : this.pay.seeRefund(refundNoOf(id));
      this.act(id, decideRefundWord(this.standing(id), word, this.nowMs));
      return id;
    }
    const isAsked = state === 'ordered' || state === 'closed';
    if (isOver && this.pay.see(id, this.nowMs).kind === 'unpaid') this.pay.close(id);
    this.act(id, isAsked ? decideSeen(this.standing(id), this.pay.see(id, this.nowMs), this.nowMs) : accept(REPLAY));
    return id;
  }

  placeOf(id: string): Place {
    return placeIn(this.books.transfers, id);
  }

  private check(id: string): void {
    const standing = this.standing(id);
    const order = this.pay.orders.get(id);
    checkPlace(standing, this.placeOf(id), standing.kind === 'cash' ? standing.amountFen : order?.paidAtMs === null || order === undefined ? 0 : order.amountFen);
  }
}

const ACTS = ['order', 'order', 'order', 'payOrder', 'payOrder', 'payOrder', 'callback', 'callback', 'callback', 'phone', 'giveUp', 'cash', 'desk', 'desk', 'end', 'trouble', 'done', 'jobs', 'tick', 'tick', 'tick'] as const;
