import { systemClock } from '../core/kernel/clock';
import { randomId } from '../core/kernel/ids';
import { readMediaPush } from '../core/media/media-push';
import { receiveMediaResult } from '../core/media/receive-media-result.use-case';
import { readIdentity } from '../core/platform/cloud';
import { log } from '../core/platform/log';
import { readMeter, startMeter } from '../core/platform/meter';

/** Nobody but WeChat's message push comes here; the invoke rules say so, this function as well. */
const CLIENT_SOURCES: readonly string[] = ['wx_client', 'wx_devtools', 'wx_http'];

/** Takes a message push. WeChat repeats what is not answered with "success", so only what we could not keep throws. */
export const main = async (event: unknown): Promise<'success' | 'refused'> => {
  startMeter();
  const requestId = randomId();
  if (readIdentity().sources.some((source) => CLIENT_SOURCES.includes(source))) {
    log({ requestId, function: 'events', outcome: 'refused' });
    return 'refused';
  }
  const push = readMediaPush(event);
  if (push !== null) await receiveMediaResult(push.traceId, push.verdict, systemClock.nowMs());
  log({ requestId, function: 'events', outcome: push === null ? 'ignored' : push.verdict, meter: readMeter() });
  return 'success';
};
