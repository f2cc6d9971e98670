import type { PaymentParams, PayOutcome } from './pay';
import { previewPerson } from './preview-person';

interface Order {
  readonly packageId: string;
  readonly state: string;
  readonly totalFeeFen: number;
}

/** How often the cashier beside the phone is looked at, and how long at most, in ms. */
const LOOK_EVERY_MS = 700;
const PATIENCE_MS = 10 * 60_000;

const wait = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

async function orderOf(packageId: string): Promise<Order | undefined> {
  const answer = await fetch(`/control/pay?openid=${encodeURIComponent(previewPerson())}`).then((response) => response.json() as Promise<{ readonly orders?: readonly Order[] }>, () => null);
  return answer?.orders?.find((order) => order.packageId === packageId);
}

/** A page that stands alone has no cashier beside it: the browser asks. */
async function askHere(packageId: string): Promise<PayOutcome> {
  const order = await orderOf(packageId);
  if (order === undefined) return 'unsure';
  const outcome = window.confirm(`微信支付 ¥${(order.totalFeeFen / 100).toFixed(2)}`) ? 'paid' : 'cancelled';
  const body = JSON.stringify({ packageId, openid: previewPerson(), outcome });
  await fetch('/control/pay', { method: 'POST', headers: { 'content-type': 'application/json' }, body }).catch(() => undefined);
  return outcome === 'paid' ? 'paid' : 'left';
}

/** Waits for the cashier of the preview (devtools/preview/page/cashier.ts), which stands beside the phone and says when somebody turned back. */
async function waitForCashier(packageId: string): Promise<PayOutcome> {
  let hasLeft = false;
  const hear = ({ data }: MessageEvent<{ readonly source?: string; readonly packageId?: string } | null>): void => {
    if (data?.source === 'preview-cashier' && data.packageId === packageId) hasLeft = true;
  };
  window.addEventListener('message', hear);
  const endsAtMs = Date.now() + PATIENCE_MS;
  try {
    while (Date.now() < endsAtMs) {
      const order = await orderOf(packageId);
      if (order !== undefined && order.state !== 'NOTPAY') return order.state === 'CLOSED' ? 'unsure' : 'paid';
      if (hasLeft) return 'left';
      await wait(LOOK_EVERY_MS);
    }
    return 'unsure';
  } finally {
    window.removeEventListener('message', hear);
  }
}

/** The same in the browser preview. */
export const pay = ({ package: packageId }: PaymentParams): Promise<PayOutcome> => (window.parent === window ? askHere(packageId) : waitForCashier(packageId));
