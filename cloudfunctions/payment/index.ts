import { contributionIdOfCallback, receivePayment } from '../core/contribution/receive-payment.use-case';
import { systemClock } from '../core/kernel/clock';
import { randomId } from '../core/kernel/ids';
import { readIdentity } from '../core/platform/cloud';
import { log, logDefect } from '../core/platform/log';
import { readMeter, startMeter } from '../core/platform/meter';

interface CallbackAnswer {
  readonly errcode: 0 | 1;
  readonly errmsg: string;
}

/** WeChat Pay and nobody else: the invoke rules say so, and so does the function itself. */
const isFromWechatPay = (): boolean => {
  const { sources } = readIdentity();
  return sources.includes('wx_paycallback') && !sources.some((source) => source === 'wx_client' || source === 'wx_devtools' || source === 'wx_http');
};

/** Takes a callback. WeChat repeats what is not answered with errcode 0, so that is only said once what it means is kept. */
export const main = async (event: unknown): Promise<CallbackAnswer> => {
  startMeter();
  const requestId = randomId();
  if (!isFromWechatPay()) {
    log({ requestId, function: 'payment', outcome: 'refused' });
    return { errcode: 1, errmsg: 'refused' };
  }
  const contributionId = contributionIdOfCallback(event);
  try {
    const outcome = contributionId === null ? 'unknown' : await receivePayment(contributionId, systemClock.nowMs(), requestId);
    log({ requestId, function: 'payment', outcome, meter: readMeter() });
    return { errcode: 0, errmsg: 'ok' };
  } catch (error) {
    logDefect(requestId, 'payment', error);
    return { errcode: 1, errmsg: 'not kept' };
  }
};
