import { fill, h } from '../../page-kit/dom';
import { payOrder, readOrders, type PayOrder } from './control';

/** So long a prepay id opens the cashier. */
const PREPAY_LIFE_MS = 2 * 60 * 60 * 1000;

const yuan = (fen: number): string => `¥${(fen / 100).toFixed(2)}`;

/** What a person has to pay: one card an order, as WeChat's cashier shows it. Absent while there is nothing to pay. */
export class CashierPanel {
  private readonly list = h('div', { class: 'cards' });
  readonly element = h('section', { class: 'cashier' }, h('h2', {}, '微信支付收银台'), this.list);
  private openid = '';
  private shownIds = '';
  /** Left by the person; the page has to ask for the payment again. */
  private readonly left = new Set<string>();

  /** `onDone` hears in a sentence what became of a payment. */
  constructor(private readonly onDone: (words: string) => void) {
    this.element.hidden = true;
  }

  async show(openid: string): Promise<void> {
    this.openid = openid;
    await this.refresh();
  }

  async refresh(): Promise<void> {
    if (this.openid === '') return;
    const { orders, serverNowMs } = await readOrders(this.openid);
    const unpaid = orders.filter(({ state, createdAtMs, packageId }) => state === 'NOTPAY' && serverNowMs - createdAtMs < PREPAY_LIFE_MS && !this.left.has(packageId));
    const ids = unpaid.map(({ packageId }) => packageId).join(' ');
    if (ids === this.shownIds) return;
    this.shownIds = ids;
    this.element.hidden = unpaid.length === 0;
    fill(this.list, ...unpaid.map((order) => this.card(order)));
  }

  private card(order: PayOrder): HTMLElement {
    const act = (outcome: 'paid' | 'cancelled'): void => void this.act(order, outcome);
    const buttons = h('div', { class: 'pay-buttons' }, h('button', { class: 'quiet', type: 'button', onClick: () => act('cancelled') }, '取消'), h('button', { class: 'pay', type: 'button', onClick: () => act('paid') }, '支付'));
    return h('article', { class: 'card' }, h('h3', {}, yuan(order.totalFeeFen)), h('div', { class: 'row' }, h('span', {}, '商品'), h('span', {}, order.body)), h('div', { class: 'row' }, h('span', {}, '单号'), h('span', {}, order.outTradeNo)), buttons);
  }

  private async act({ packageId }: PayOrder, outcome: 'paid' | 'cancelled'): Promise<void> {
    try {
      await payOrder(packageId, this.openid, outcome);
      if (outcome === 'cancelled') this.left.add(packageId);
      this.onDone(outcome === 'paid' ? '支付好了，结果马上通知到小程序' : '没有支付，订单还在');
    } catch (error) {
      this.onDone(error instanceof Error ? error.message : String(error));
    }
    await this.refresh();
  }
}
