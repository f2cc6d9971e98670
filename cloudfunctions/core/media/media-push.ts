import * as v from 'valibot';
import { verdictOf, type Verdict } from './media';

/** The push `wxa_media_check` of mediaCheckAsync version 2; fields that we do not need are let through unread. */
const pushSchema = v.object({
  MsgType: v.literal('event'),
  Event: v.literal('wxa_media_check'),
  trace_id: v.pipe(v.string(), v.regex(/^[\w-]{1,128}$/)),
  errcode: v.optional(v.number(), 0),
  result: v.optional(v.object({ suggest: v.optional(v.string(), '') }), {}),
});

/** Pure: what a message push says about a file; null for any other push. */
export const readMediaPush = (event: unknown): { readonly traceId: string; readonly verdict: Verdict } | null => {
  const push = v.safeParse(pushSchema, event);
  if (!push.success) return null;
  return { traceId: push.output.trace_id, verdict: verdictOf(push.output.result.suggest, push.output.errcode) };
};
