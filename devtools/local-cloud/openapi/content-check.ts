/**
 * security.msgSecCheck and mediaCheckAsync. What a text or a file "is" is written in it: 违禁 (or "risky" in the path of a
 * file) is refused content, 存疑 (or "review") needs a person, everything else passes.
 */
import { newToken } from '../kernel/ids';

export interface CheckResult {
  readonly suggest: 'pass' | 'review' | 'risky';
  readonly label: number;
}

const PASS: CheckResult = { suggest: 'pass', label: 100 };
const LABEL_ILLEGAL = 20006;
const CONTENT_LIMIT_CHARACTERS = 2500;

export type OpenapiArguments = Readonly<Record<string, unknown>>;
export type OpenapiReply = Readonly<Record<string, unknown>> & { readonly errcode: number };

export const refusal = (errcode: number, errmsg: string): OpenapiReply => ({ errcode, errmsg });

const judge = (risky: boolean, review: boolean): CheckResult =>
  risky ? { suggest: 'risky', label: LABEL_ILLEGAL } : review ? { suggest: 'review', label: LABEL_ILLEGAL } : PASS;

export const judgeFile = (path: string): CheckResult => judge(path.includes('risky'), path.includes('review'));

/** Version 2 with openid and scene; at most 2500 characters. */
export function msgSecCheck({ version, openid, scene, content }: OpenapiArguments): OpenapiReply {
  if (version !== 2) return refusal(40097, 'invalid args: only version 2 is supported');
  if (typeof openid !== 'string' || openid === '') return refusal(40003, 'invalid openid');
  if (![1, 2, 3, 4].includes(scene as number)) return refusal(40097, 'invalid args: scene');
  if (typeof content !== 'string' || content === '') return refusal(44991, 'empty content');
  if ([...content].length > CONTENT_LIMIT_CHARACTERS) return refusal(45002, 'content size out of limit');
  const result = judge(content.includes('违禁'), content.includes('存疑'));
  const detail = [{ strategy: 'content_model', errcode: 0, suggest: result.suggest, label: result.label, prob: 90 }];
  return { errcode: 0, errmsg: 'ok', result, detail, trace_id: newToken('msg') };
}

export interface MediaCheck {
  readonly traceId: string;
  readonly openid: string;
  readonly result: CheckResult;
}

/** Accepts the file; the result comes later as an event. */
export function mediaCheckAsync({ media_url: url, media_type: type, version, openid, scene }: OpenapiArguments): OpenapiReply | MediaCheck {
  if (typeof url !== 'string' || !/^https?:\/\//.test(url)) return refusal(40097, 'invalid args: media_url');
  if (type !== 1 && type !== 2) return refusal(40097, 'invalid args: media_type');
  if (version !== 2) return refusal(40097, 'invalid args: only version 2 is supported');
  if (typeof openid !== 'string' || openid === '') return refusal(40003, 'invalid openid');
  if (![1, 2, 3, 4].includes(scene as number)) return refusal(40097, 'invalid args: scene');
  return { traceId: newToken('media'), openid, result: judgeFile(decodeURIComponent(new URL(url).pathname)) };
}

/** The event as WeChat pushes it to the function. */
export function mediaCheckEvent({ traceId, openid, result }: MediaCheck, appid: string, nowMs: number): Record<string, unknown> {
  return {
    ToUserName: 'gh_linyuanlocal',
    FromUserName: openid,
    CreateTime: Math.floor(nowMs / 1000),
    MsgType: 'event',
    Event: 'wxa_media_check',
    appid,
    trace_id: traceId,
    version: 2,
    detail: [{ strategy: 'content_model', errcode: 0, suggest: result.suggest, label: result.label, prob: 90 }],
    errcode: 0,
    errmsg: 'ok',
    result,
  };
}
