import Taro from '@tarojs/taro';

/** What the server made together with the order; handed to WeChat as it is. */
export interface PaymentParams {
  readonly timeStamp: string;
  readonly nonceStr: string;
  readonly package: string;
  readonly signType: string;
  readonly paySign: string;
}

/**
 * What became of the cashier on this phone. `paid` is only what the phone believes: whether the money came, the server asks
 * WeChat. `left`: the person turned back. `unsure`: the cashier did not open or did not say.
 */
export type PayOutcome = 'paid' | 'left' | 'unsure';

/** The words of WeChat for a person who closed the cashier. */
const LEFT = /:fail cancel/;

/** Opens WeChat's cashier for an order. Never throws: whatever the phone says, the order's own state is asked afterwards. */
export async function pay({ timeStamp, nonceStr, package: packageId, signType, paySign }: PaymentParams): Promise<PayOutcome> {
  try {
    await Taro.requestPayment({ timeStamp, nonceStr, package: packageId, signType: signType as 'MD5', paySign });
    return 'paid';
  } catch (thrown) {
    const words = typeof thrown === 'object' && thrown !== null && 'errMsg' in thrown ? String(thrown.errMsg) : '';
    return LEFT.test(words) ? 'left' : 'unsure';
  }
}
