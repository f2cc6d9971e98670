/** wx.openApi: reads the protobuf request, asks for the permission, answers in WeChat's form. */
import { invalidParameter } from '../kernel/cloud-error';
import type { Clock } from '../kernel/clock';
import type { Invocation } from '../functions/invocation';
import { mediaCheckAsync, msgSecCheck, type MediaCheck, type OpenapiArguments, type OpenapiReply } from './content-check';
import type { Inbox } from './inbox';
import { decodeMessage, encodeMessage, type Message } from './protobuf';

const NO_PERMISSION = -604101;
const API_TYPE_OPEN = 0;

const jsonReply = (reply: OpenapiReply): Buffer =>
  encodeMessage('CommOpenApiResp', {
    respData: Buffer.from(JSON.stringify(reply)),
    contentType: 'application/json; encoding=utf-8',
    errorCode: 0,
    httpCode: 200,
    svrkitErrorCode: 0,
  });

/** Each argument is one pair whose value is the JSON text of it. */
function argumentsOf(data: Message): OpenapiArguments {
  const pairs = ((data.openapiData as Message | undefined)?.pairs ?? []) as { key: string; value: Buffer; contenttype?: string }[];
  return Object.fromEntries(
    pairs.map(({ key, value, contenttype }) => {
      if (contenttype !== undefined && contenttype !== '') throw invalidParameter('the local cloud does not support openapi calls with media yet');
      return [key, JSON.parse(value.toString('utf8')) as unknown];
    }),
  );
}

export class Openapi {
  constructor(
    private readonly inbox: Inbox,
    private readonly clock: Clock,
    private readonly onMediaCheck: (check: MediaCheck) => void,
  ) {}

  /** The reply bytes of one call; throws CloudError for what is not simulated. */
  call(apiName: string, requestData: Buffer, invocation: Invocation): Buffer {
    const data = decodeMessage('CommApiData', requestData);
    if ((data.apiType ?? API_TYPE_OPEN) !== API_TYPE_OPEN) throw invalidParameter(`the local cloud does not support ${apiName} (apiType ${String(data.apiType)}) yet`);
    if (invocation.openapi !== undefined && !invocation.openapi.includes(apiName)) {
      return encodeMessage('CommOpenApiResp', { errorCode: NO_PERMISSION, httpCode: 200 });
    }
    return jsonReply(this.answer(apiName, argumentsOf(data)));
  }

  private answer(apiName: string, args: OpenapiArguments): OpenapiReply {
    switch (apiName) {
      case 'security.msgSecCheck':
        return msgSecCheck(args);
      case 'security.mediaCheckAsync': {
        const check = mediaCheckAsync(args);
        if ('errcode' in check) return check;
        this.onMediaCheck(check);
        return { errcode: 0, errmsg: 'ok', trace_id: check.traceId };
      }
      case 'subscribeMessage.send':
        return this.inbox.send(args, this.clock.nowMs());
      default:
        throw invalidParameter(`the local cloud does not support openapi ${apiName} yet`);
    }
  }
}
