import Taro from '@tarojs/taro';
import type { ApiCall } from '@contract';
import { createApiClient } from './api-client';

let isCloudReady = false;

/** The environment is the one the mini-program is bound to; its id stands nowhere in the code. */
function readyCloud(): typeof Taro.cloud {
  if (!isCloudReady) {
    Taro.cloud.init({ traceUser: false });
    isCloudReady = true;
  }
  return Taro.cloud;
}

async function sendByCloud(call: ApiCall): Promise<unknown> {
  const answer = await readyCloud().callFunction({ name: 'api', data: { ...call } });
  return answer.result;
}

/** The only caller of cloud functions. Throws `ApiFailure` and nothing else. */
export const callApi = createApiClient(sendByCloud);
