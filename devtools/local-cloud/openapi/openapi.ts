/** wx.openApi: reads the protobuf request, asks for the permission, answers in WeChat's form. */
import { CloudError, invalidParameter } from '../kernel/cloud-error';
import type { Clock } from '../kernel/clock';
import type { Invocation } from '../functions/invocation';
import { imgSecCheck, msgSecCheck, type CheckContext } from './content-check';
import type { Inbox } from './inbox';
import type { KnownPages } from './known-pages';
import { mediaCheckAsync, type MediaCheck } from './media-check';
import type { OpenData } from './open-data';
import type { PhoneCodes } from './phone-codes';
import { decodeMessage, encodeMessage, type Message, type MessageName } from './protobuf';
import type { Quotas } from './quotas';
import { accepted, newTraceId, refusal, type MediaArgument, type OpenapiArguments, type OpenapiReply } from './reply';
import type { Visits } from './visits';
import { getUnlimited, type CodeImage } from './wxacode';

/** Numbers of the platform itself; the SDK words them "system error: error code: N". */
const PLATFORM_ERRORS = { apiNotFound: -604100, noPermission: -604101 } as const;
const API_TYPES = { open: 0, svrkit: 2 } as const;
const GET_OPEN_DATA = 'ApiGetOpenDataByCloudId';

/** Calls WeChat has, by their first word; one of them that is missing here says so instead of "API not found". */
const REAL_NAMESPACES = new Set([
  'analysis', 'auth', 'cloudbase', 'customerServiceMessage', 'device', 'immediateDelivery', 'img', 'industry', 'internet', 'liveBroadcast', 'logistics', 'nearbyPoi', 'ocr',
  'openapi', 'operation', 'phonenumber', 'pluginManager', 'redpacketcover', 'riskControl', 'search', 'security', 'serviceMarket', 'shortlink', 'soter', 'subscribeMessage',
  'templateMessage', 'uniformMessage', 'updatableMessage', 'urllink', 'urlscheme', 'user', 'wxacode',
]);

export interface OpenapiServices {
  readonly inbox: Inbox;
  readonly visits: Visits;
  readonly quotas: Quotas;
  readonly pages: KnownPages;
  readonly phoneCodes: PhoneCodes;
  readonly openData: OpenData;
  readonly clock: Clock;
  readonly onMediaCheck: (check: MediaCheck) => void;
}

const jsonReply = (reply: OpenapiReply): Buffer => {
  const told = reply.errcode === 0 ? reply : { ...reply, errmsg: `${String(reply.errmsg)} rid: ${newTraceId()}` };
  return encodeMessage('CommOpenApiResp', {
    respData: Buffer.from(JSON.stringify(told)),
    contentType: 'application/json; encoding=utf-8',
    errorCode: 0,
    httpCode: 200,
    svrkitErrorCode: 0,
  });
};

const imageReply = ({ contentType, buffer }: CodeImage): Buffer => encodeMessage('CommOpenApiResp', { respData: buffer, contentType, errorCode: 0, httpCode: 200, svrkitErrorCode: 0 });

const platformError = (errorCode: number): Buffer => encodeMessage('CommOpenApiResp', { errorCode, httpCode: 200 });

function decode(name: MessageName, bytes: Buffer): Message {
  try {
    return decodeMessage(name, bytes);
  } catch (error) {
    throw invalidParameter(`requestData is no ${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Each argument is one pair whose value is the JSON text of it, or the raw bytes of a file. */
function argumentsOf(data: Message): OpenapiArguments {
  const pairs = ((data.openapiData as Message | undefined)?.pairs ?? []) as { key?: string; value?: Buffer; filename?: string }[];
  return Object.fromEntries(
    pairs.map(({ key = '', value = Buffer.alloc(0), filename = '' }) => {
      if (filename !== '') return [key, { fileName: filename, value } satisfies MediaArgument];
      return [key, JSON.parse(value.toString('utf8')) as unknown];
    }),
  );
}

export class Openapi {
  constructor(private readonly services: OpenapiServices) {}

  /** The reply bytes of one call; throws CloudError for what is not simulated. `base` is where browsers reach the cloud. */
  call(apiName: string, requestData: Buffer, invocation: Invocation, base: string): Buffer {
    const data = decode('CommApiData', requestData);
    const apiType = data.apiType ?? API_TYPES.open;
    if (apiType === API_TYPES.svrkit && apiName === GET_OPEN_DATA) return this.getOpenData(data, invocation);
    if (apiType !== API_TYPES.open) throw invalidParameter(`the local cloud does not support ${apiName} (apiType ${String(data.apiType)})`);
    if (!REAL_NAMESPACES.has(apiName.split('.')[0] ?? '')) return platformError(PLATFORM_ERRORS.apiNotFound);
    if (invocation.openapi !== undefined && !invocation.openapi.includes(apiName)) return platformError(PLATFORM_ERRORS.noPermission);
    const overdrawn = this.services.quotas.take(apiName);
    if (overdrawn !== undefined) return jsonReply(overdrawn);
    const reply = this.answer(apiName, data, invocation, base);
    return 'buffer' in reply ? imageReply(reply as CodeImage) : jsonReply(reply as OpenapiReply);
  }

  private answer(apiName: string, data: Message, invocation: Invocation, base: string): OpenapiReply | CodeImage {
    const { inbox, pages, phoneCodes, clock } = this.services;
    let args: OpenapiArguments;
    try {
      args = argumentsOf(data);
    } catch (error) {
      if (error instanceof CloudError) throw error;
      return refusal(47001, 'data format error');
    }
    switch (apiName) {
      case 'security.msgSecCheck':
        return msgSecCheck(args, this.checkContext(invocation));
      case 'security.mediaCheckAsync':
        return this.mediaCheck(args, invocation);
      case 'security.imgSecCheck':
        return imgSecCheck(args);
      case 'subscribeMessage.send':
        return inbox.send(args, clock.nowMs());
      case 'wxacode.getUnlimited':
        return getUnlimited(args, pages, base);
      case 'phonenumber.getPhoneNumber':
        return phoneCodes.exchange(args, clock.nowMs());
      case 'cloudbase.getOpenData':
        return this.openDataByOpenapi(args);
      default:
        throw invalidParameter(`the local cloud does not support openapi ${apiName} yet`);
    }
  }

  private checkContext(invocation: Invocation): CheckContext {
    return { visits: this.services.visits, nowMs: this.services.clock.nowMs(), isOutside: invocation.openapi === undefined };
  }

  private mediaCheck(args: OpenapiArguments, invocation: Invocation): OpenapiReply {
    const check = mediaCheckAsync(args, this.checkContext(invocation));
    if ('errcode' in check) return check as OpenapiReply;
    const { traceId } = check as MediaCheck;
    this.services.onMediaCheck(check as MediaCheck);
    return accepted({ trace_id: traceId });
  }

  /** cloud.getOpenData: needs no permission; an id that is wrong makes its item an error, not the call. */
  private getOpenData(data: Message, invocation: Invocation): Buffer {
    const { reqData } = (data.svrkitData ?? {}) as { reqData?: Buffer };
    const { cloudIds = [] } = decode('ApiGetOpenDataByCloudIdReq', reqData ?? Buffer.alloc(0)) as { cloudIds?: readonly string[] };
    const { openData, clock } = this.services;
    const items = cloudIds.map((cloudId) => ({ cloudId, json: JSON.stringify(openData.find(cloudId, invocation.openid, clock.nowMs())) }));
    return encodeMessage('CommOpenApiResp', { respData: encodeMessage('ApiGetOpenDataByCloudIdResp', { items }), contentType: 'application/octet-stream', errorCode: 0, httpCode: 200, svrkitErrorCode: 0 });
  }

  private openDataByOpenapi({ openid, cloudid_list: ids }: OpenapiArguments): OpenapiReply {
    if (typeof openid !== 'string' || openid === '') return refusal(40003, 'invalid openid');
    if (!Array.isArray(ids)) return refusal(47001, 'data format error');
    const nowMs = this.services.clock.nowMs();
    return accepted({ data_list: ids.map(String).map((id) => ({ cloud_id: id, json: this.services.openData.find(id, openid, nowMs) })) });
  }
}
