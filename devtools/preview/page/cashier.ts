import { fill, h } from '../../page-kit/dom';
import { payOrder, readOrders, type PayOrder, type PayRefund } from './control';

/** So long a prepay id opens the cashier. */
const PREPAY_LIFE_MS = 2 * 60 * 60 * 1000;

const yuan = (fen: number): string => `¥${(fen / 100).toFixed(2)}`;

/** So many refunds are shown, the last first. */
const REFUNDS_SHOWN = 5;

/** What a person has to pay, one card an order, as WeChat's cashier shows it, and below it what came back. Absent while there is neither. */
export class CashierPanel {
  private readonly list = h('div', { class: 'cards' });
  readonly element = h('section', { class: 'cashier' }, h('h2', {}, '微信支付收银台'), this.list);
  private openid = '';
  private shownIds = '';
  /** Left by the person; the page has to ask for the payment again. */
  private readonly left = new Set<string>();

  /** `onDone` hears in a sentence what became of a payment, `onLeft` that the person turned back from one. */
  constructor(
    private readonly onDone: (words: string) => void,
    private readonly onLeft: (packageId: string) => void,
  ) {
    this.element.hidden = true;
  }

  async show(openid: string): Promise<void> {
    this.openid = openid;
    await this.refresh();
  }

  async refresh(): Promise<void> {
    if (this.openid === '') return;
    const { orders, refunds, serverNowMs } = await readOrders(this.openid);
    const unpaid = orders.filter(({ state, createdAtMs, packageId }) => state === 'NOTPAY' && serverNowMs - createdAtMs < PREPAY_LIFE_MS && !this.left.has(packageId));
    const back = refunds.slice(-REFUNDS_SHOWN).reverse();
    const ids = [...unpaid.map(({ packageId }) => packageId), ...back.map(({ outRefundNo, state }) => outRefundNo + state)].join(' ');
    if (ids === this.shownIds) return;
    this.shownIds = ids;
    this.element.hidden = ids === '';
    fill(this.list, ...unpaid.map((order) => this.card(order)), ...back.map(refundCard));
  }

  private card(order: PayOrder): HTMLElement {
    const act = (outcome: 'paid' | 'cancelled'): void => void this.act(order, outcome);
    const buttons = h('div', { class: 'pay-buttons' }, h('button', { class: 'quiet', type: 'button', onClick: () => act('cancelled') }, '取消'), h('button', { class: 'pay', type: 'button', onClick: () => act('paid') }, '支付'));
    return h('article', { class: 'card' }, h('h3', {}, yuan(order.totalFeeFen)), h('div', { class: 'row' }, h('span', {}, '商品'), h('span', {}, order.body)), h('div', { class: 'row' }, h('span', {}, '单号'), h('span', {}, order.outTradeNo)), buttons);
  }

  private async act({ packageId }: PayOrder, outcome: 'paid' | 'cancelled'): Promise<void> {
    try {
      await payOrder(packageId, this.openid, outcome);
      if (outcome === 'cancelled') {
        this.left.add(packageId);
        this.onLeft(packageId);
      }
      this.onDone(outcome === 'paid' ? '支付好了，结果马上通知到小程序' : '没有支付，订单还在');
    } catch (error) {
      this.onDone(error instanceof Error ? error.message : String(error));
    }
    await this.refresh();
  }
}

/** Money on its way back, or back. */
function refundCard({ refundFeeFen, outTradeNo, state }: PayRefund): HTMLElement {
  return h('article', { class: 'card' }, h('h3', {}, `退款 ${yuan(refundFeeFen)}`), h('div', { class: 'row' }, h('span', {}, '到哪了'), h('span', {}, state === 'SUCCESS' ? '退到零钱了' : '正在退')), h('div', { class: 'row' }, h('span', {}, '单号'), h('span', {}, outTradeNo)));
}
