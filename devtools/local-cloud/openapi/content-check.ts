/**
 * Content safety: security.msgSecCheck and imgSecCheck. What a text or a file "is" is written in it: 违禁 (or "risky" in
 * the path of a file) is refused content, 存疑 (or "review") needs a person, everything else passes.
 */
import { accepted, isFilledText, isMediaArgument, newTraceId, refusal, type OpenapiArguments, type OpenapiReply } from './reply';
import type { Visits } from './visits';

export interface CheckResult {
  readonly suggest: 'pass' | 'review' | 'risky';
  readonly label: number;
}

/** Who asks: a check is about somebody who was in the mini-program within two hours. */
export interface CheckContext {
  readonly visits: Visits;
  readonly nowMs: number;
  /** A process outside has no visitors of its own: only somebody known to be away for long is refused to it. */
  readonly isOutside: boolean;
}

const PASS: CheckResult = { suggest: 'pass', label: 100 };
const LABEL_ILLEGAL = 20006;
const RISKY_CONTENT = 87014;
const CONTENT_LIMIT_CHARACTERS = 2500;
const IMAGE_LIMIT_BYTES = 1024 * 1024;
const RISKY_MARKS = ['违禁', 'risky'].map((mark) => Buffer.from(mark));
const PICTURE_NAME = /\.(png|jpe?g|gif|bmp|webp)$/i;
const SCENES: readonly unknown[] = [1, 2, 3, 4];

const judge = (risky: boolean, review: boolean): CheckResult =>
  risky ? { suggest: 'risky', label: LABEL_ILLEGAL } : review ? { suggest: 'review', label: LABEL_ILLEGAL } : PASS;

export const judgeText = (text: string): CheckResult => judge(text.includes('违禁'), text.includes('存疑'));

export const judgeFile = (path: string): CheckResult => judge(path.includes('risky') || path.includes('违禁'), path.includes('review') || path.includes('存疑'));

export const detailOf = ({ suggest, label }: CheckResult): readonly object[] => [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }];

/** Version 2, a scene of 1 to 4, somebody who was here within two hours (61010); undefined when all is well. */
export function refuseCheck({ version, openid, scene }: OpenapiArguments, { visits, nowMs, isOutside }: CheckContext): OpenapiReply | undefined {
  if (version !== 2) return refusal(40097, 'invalid args: only version 2 is supported');
  if (!isFilledText(openid)) return refusal(40003, 'invalid openid');
  if (!SCENES.includes(scene)) return refusal(40097, 'invalid args: scene');
  if (!visits.isRecent(openid, nowMs, isOutside)) return refusal(61010, 'code is expired');
  return undefined;
}

/** At most 2500 characters; title, nickname and signature are looked at as well. */
export function msgSecCheck(args: OpenapiArguments, context: CheckContext): OpenapiReply {
  const refused = refuseCheck(args, context);
  if (refused !== undefined) return refused;
  const { content } = args;
  if (!isFilledText(content)) return refusal(44991, 'empty content');
  if ([...content].length > CONTENT_LIMIT_CHARACTERS) return refusal(45002, 'content size out of limit');
  const texts = [content, args.title, args.nickname, args.signature].filter(isFilledText);
  const result = judgeText(texts.join('\n'));
  return accepted({ result, detail: detailOf(result), trace_id: newTraceId() });
}

/** The older check of a picture that comes along with the call: at most 1 MB, 87014 for what is refused. */
export function imgSecCheck({ media }: OpenapiArguments): OpenapiReply {
  if (!isMediaArgument(media)) return refusal(41005, 'media data missing');
  if (!PICTURE_NAME.test(media.fileName)) return refusal(40004, 'invalid media type');
  if (media.value.length > IMAGE_LIMIT_BYTES) return refusal(40006, 'invalid media size');
  return RISKY_MARKS.some((mark) => media.value.includes(mark)) ? refusal(RISKY_CONTENT, 'risky content') : accepted({});
}
