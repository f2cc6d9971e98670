/** security.mediaCheckAsync: accepts a picture or a sound by its address; the verdict comes later as a message push. */
import { detailOf, judgeFile, refuseCheck, type CheckContext, type CheckResult } from './content-check';
import { newTraceId, refusal, type OpenapiArguments, type OpenapiReply } from './reply';

export interface MediaCheck {
  readonly traceId: string;
  readonly openid: string;
  readonly url: string;
  readonly result: CheckResult;
}

/** A path of an address with its percent signs undone, or as it is where they are not sound. */
export function readablePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

const MEDIA_TYPES: readonly unknown[] = [1, 2];
const COULD_NOT_DOWNLOAD = -1008;

/** A refusal, or the check that was accepted. */
export function mediaCheckAsync(args: OpenapiArguments, context: CheckContext): OpenapiReply | MediaCheck {
  const { media_url: url, media_type: type } = args;
  if (typeof url !== 'string' || !/^https?:\/\//.test(url) || !URL.canParse(url)) return refusal(40097, 'invalid args: media_url');
  if (!MEDIA_TYPES.includes(type)) return refusal(40097, 'invalid args: media_type');
  const refused = refuseCheck(args, context);
  if (refused !== undefined) return refused;
  return { traceId: newTraceId(), openid: String(args.openid), url, result: judgeFile(readablePath(new URL(url).pathname)) };
}

/** How the push is written: as documented, or as it was seen in November 2025 (labels as text, no errcode beside them). */
export type PushForm = 'documented' | 'terse';

/** The event as WeChat pushes it to the function. `isReachable` false: the file could not be fetched, so there is no verdict. */
export function mediaCheckEvent({ traceId, openid, result }: MediaCheck, appid: string, nowMs: number, isReachable: boolean, form: PushForm): Record<string, unknown> {
  const head = {
    ToUserName: 'gh_linyuanlocal',
    FromUserName: openid,
    CreateTime: Math.floor(nowMs / 1000),
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid,
    trace_id: traceId,
    version: 2,
  };
  if (!isReachable) return { ...head, errcode: COULD_NOT_DOWNLOAD, errmsg: 'download media failed', detail: [], result: {} };
  if (form === 'documented') return { ...head, detail: detailOf(result), errcode: 0, errmsg: 'ok', result };
  const worded = { suggest: result.suggest, label: String(result.label) };
  return { ...head, result: worded, detail: [{ strategy: 'content_model', errcode: 0, ...worded, prob: 90 }] };
}
