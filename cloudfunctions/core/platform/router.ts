import { ERROR_TABLE, isRouteName, operationIdSchema, ROUTES, type Access, type ApiContract, type ApiError, type ApiReply, type RouteName } from '@contract';
import * as v from 'valibot';
import { mayCall } from '../kernel/access';
import { systemClock } from '../kernel/clock';
import { deriveId, memberIdOf, randomId } from '../kernel/ids';
import { RefusedError, refuse, type Refusal } from '../kernel/result';
import { memberRepository } from '../member/member.repository';
import type { Member } from '../member/member';
import { readIdentity } from './cloud';
import type { CallContext, MemberContext } from './context';
import { environmentValue } from './environment';
import { log, logDefect } from './log';
import { readMeter, startMeter } from './meter';
import { spendQuota } from './rate-limit';
import { ConflictError } from './store';

/** Handlers of routes that anybody may call get no member; all others get the member that the router loaded. */
export type ContextOf<R extends RouteName> = (typeof ROUTES)[R]['access'] extends 'public' | 'anonymous' ? CallContext & { readonly member: Member | null } : MemberContext;

export type Handlers = { readonly [R in RouteName]: (context: ContextOf<R>, input: ApiContract[R]['parsed']) => Promise<ApiContract[R]['output']> };

/** What a client sends, before anything is believed. */
const callSchema = v.object({ route: v.pipe(v.string(), v.maxLength(60)), input: v.optional(v.unknown(), {}), operationId: v.optional(v.string()) });

const errorOf = (requestId: string, refusal: Refusal): ApiError => {
  const entry = ERROR_TABLE[refusal.code];
  const error = { code: refusal.code, message: refusal.message ?? entry.message, retryable: entry.retryable, requestId };
  return refusal.fields ? { ...error, fields: refusal.fields } : error;
};

/** The first sentence per field. */
const fieldsOf = (issues: readonly v.BaseIssue<unknown>[]): Readonly<Record<string, string>> => {
  const fields: Record<string, string> = {};
  for (const issue of issues) {
    const path = v.getDotPath(issue) ?? 'input';
    fields[path] ??= issue.message;
  }
  return fields;
};

/** Parses a call; a refusal names what is wrong. */
const parseCall = (event: unknown): { readonly name: RouteName; readonly input: unknown; readonly operationId: string } => {
  const call = v.safeParse(callSchema, event);
  if (!call.success || !isRouteName(call.output.route)) throw new RefusedError({ code: 'UNKNOWN_ROUTE' });
  const name = call.output.route;
  const definition = ROUTES[name];
  const input = v.safeParse(definition.input as v.GenericSchema, call.output.input);
  if (!input.success) throw new RefusedError({ code: 'BAD_INPUT', fields: fieldsOf(input.issues) });
  if (!definition.mutating) return { name, input: input.output, operationId: '' };
  const operationId = v.safeParse(operationIdSchema, call.output.operationId);
  if (!operationId.success) throw new RefusedError({ code: 'BAD_INPUT', fields: { operationId: '操作编号不对' } });
  return { name, input: input.output, operationId: operationId.output };
};

/** Who calls: from the platform, never from the event. Nobody but for a public read, which is the same for everybody. */
const identify = async (requestId: string, access: Access): Promise<CallContext & { readonly member: Member | null }> => {
  const { openid } = readIdentity();
  if (access === 'public') return { requestId, nowMs: systemClock.nowMs(), openid: '', callerId: '', operationId: '', member: null };
  if (openid === '') throw new RefusedError({ code: 'NOT_IDENTIFIED' });
  const callerId = memberIdOf(openid, environmentValue('LINYUAN_ID_SECRET'));
  const found = await memberRepository.find(callerId);
  const member = found !== null && found.state === 'active' ? found : null;
  return { requestId, nowMs: systemClock.nowMs(), openid, callerId, operationId: '', member };
};

const admit = async (name: RouteName, context: CallContext & { readonly member: Member | null }): Promise<void> => {
  const definition = ROUTES[name];
  if (!mayCall(definition.access, context.member?.roles ?? null)) throw new RefusedError({ code: context.member === null ? 'NOT_JOINED' : 'NOT_ALLOWED' });
  if ('quota' in definition && definition.quota && context.member !== null) await spendQuota(context.member, definition.quota, context.nowMs);
};

const answer = async (handlers: Handlers, requestId: string, event: unknown): Promise<{ readonly name: string; readonly reply: ApiReply<unknown> }> => {
  let name = 'unknown';
  try {
    const call = parseCall(event);
    name = call.name;
    const caller = await identify(requestId, ROUTES[call.name].access);
    await admit(call.name, caller);
    const handler = handlers[call.name] as (context: unknown, input: unknown) => Promise<unknown>;
    const operationId = call.operationId === '' ? '' : deriveId('op', caller.callerId, call.name, call.operationId);
    const data = await handler({ ...caller, operationId }, call.input);
    return { name, reply: { ok: true, data } };
  } catch (error) {
    if (error instanceof RefusedError) return { name, reply: { ok: false, error: errorOf(requestId, error.refusal) } };
    if (error instanceof ConflictError) return { name, reply: { ok: false, error: errorOf(requestId, refuse('BUSY').refusal) } };
    logDefect(requestId, name, error);
    return { name, reply: { ok: false, error: errorOf(requestId, refuse('UNEXPECTED').refusal) } };
  }
};

/**
 * Answers one call: parse, identify, admit, handle. Expected refusals are returned with a code and a sentence; a defect
 * is logged with the request id and answers a fixed sentence. One log line an answered call, with its database requests.
 */
export const createRouter = (handlers: Handlers) => async (event: unknown): Promise<ApiReply<unknown>> => {
  startMeter();
  const requestId = randomId();
  const { name, reply } = await answer(handlers, requestId, event);
  log({ requestId, route: name, outcome: reply.ok ? 'ok' : reply.error.code, meter: readMeter() });
  return reply;
};
