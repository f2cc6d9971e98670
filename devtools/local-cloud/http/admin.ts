/** POST /admin: the endpoint of the SDK. Dispatches to the services, meters every call, and applies faults. */
import { setTimeout as sleep } from 'node:timers/promises';
import { optionalText, textOf, type WireParameters } from '../database/actions/request';
import { isDatabaseAction, type Database, type DatabaseCost } from '../database/actions/database';
import type { CallFault, Faults } from '../functions/faults';
import type { Functions } from '../functions/functions';
import { Invocation, isInvocationToken } from '../functions/invocation';
import { CloudError, invalidParameter } from '../kernel/cloud-error';
import { newRequestId } from '../kernel/ids';
import type { Wechat } from '../openapi/wechat';
import { isStorageAction, runStorageAction } from '../storage/storage-actions';
import type { Storage } from '../storage/storage';
import { parseJsonObject, parseMultipart, readBytes } from './body';
import type { Exchange } from './exchange';

interface Services {
  readonly database: Database;
  readonly functions: Functions;
  readonly storage: Storage;
  readonly wechat: Wechat;
  readonly faults: Faults;
}

interface WireReply {
  readonly body: object | Buffer;
  readonly cost?: DatabaseCost;
}

/** A fault decided that no answer is sent. */
class NoAnswer extends Error {}

/** Processes outside are known by the tokens they invent; only the last are remembered. */
const OUTSIDE_CALLERS_KEPT = 1000;

function asCloudError(error: unknown): CloudError {
  if (error instanceof CloudError) return error;
  if (error instanceof RangeError && error.message.includes('call stack')) return invalidParameter('the request is nested too deeply');
  console.error('local cloud:', error);
  return new CloudError('SYS_ERR', `local cloud defect: ${String(error)}`);
}

export class Admin {
  /** Callers that are no invocation (any process with the SDK) by the token they bring. */
  private readonly outside = new Map<string, Invocation>();

  constructor(private readonly services: Services) {}

  async handle(exchange: Exchange, base: string): Promise<void> {
    const requestId = newRequestId();
    try {
      const parameters = await readParameters(exchange);
      const action = textOf(parameters, 'action');
      const invocation = this.callerOf(parameters);
      const { body } = await this.runMetered(action, parameters, invocation, base, exchange);
      if (Buffer.isBuffer(body)) exchange.send(200, 'application/octet-stream', body);
      else exchange.json(200, { requestId, ...body });
    } catch (error) {
      if (error instanceof NoAnswer) return;
      const { code, message } = asCloudError(error);
      exchange.json(200, { code, message, requestId });
    }
  }

  private callerOf(parameters: WireParameters): Invocation {
    const token = optionalText(parameters, 'wxCloudApiToken') ?? 'outside';
    const active = this.services.functions.byToken(token);
    if (active !== undefined) return active;
    if (isInvocationToken(token)) throw new CloudError('INVALID_REQUEST_SOURCE', 'the run of the function this call belongs to is over');
    const known = this.outside.get(token);
    if (known !== undefined) return known;
    const created = new Invocation(token, 'scf', undefined, undefined, undefined);
    this.outside.set(token, created);
    const [oldest] = this.outside.keys();
    if (this.outside.size > OUTSIDE_CALLERS_KEPT && oldest !== undefined) this.outside.delete(oldest);
    return created;
  }

  private async runMetered(action: string, parameters: WireParameters, invocation: Invocation, base: string, exchange: Exchange): Promise<WireReply> {
    const startedAt = performance.now();
    const collection = optionalText(parameters, 'collectionName');
    const note = (cost: DatabaseCost | undefined, code: string | undefined): void => {
      const known = { action, ...(collection !== undefined && { collection }), ...cost, ...(code !== undefined && { code }) };
      invocation.wireCalls.push({ ...known, wallMs: Math.round((performance.now() - startedAt) * 100) / 100 });
      // A process outside may live for hours; only its last calls are kept.
      if (invocation.openapi === undefined && invocation.wireCalls.length > 1000) invocation.wireCalls.splice(0, 500);
    };
    try {
      const reply = await this.runWithFaults(action, parameters, invocation, base, exchange);
      note(reply.cost, undefined);
      return reply;
    } catch (error) {
      note(undefined, error instanceof CloudError ? error.code : error instanceof NoAnswer ? 'NO_ANSWER' : 'DEFECT');
      throw error;
    }
  }

  private async runWithFaults(action: string, parameters: WireParameters, invocation: Invocation, base: string, exchange: Exchange): Promise<WireReply> {
    const fault = this.services.faults.forCall(invocation, action);
    if (fault === undefined) return this.run(action, parameters, invocation, base);
    if (fault.when === 'after') {
      // Also after a call that the service refuses.
      const reply = this.run(action, parameters, invocation, base);
      await reply.catch(() => undefined);
      await this.applyFault(fault, parameters, invocation, exchange);
      return reply;
    }
    await this.applyFault(fault, parameters, invocation, exchange);
    return this.run(action, parameters, invocation, base);
  }

  /** Returns for latency only; every other fault replaces the answer. */
  private async applyFault(fault: CallFault, parameters: WireParameters, invocation: Invocation, exchange: Exchange): Promise<void> {
    switch (fault.kind) {
      case 'latency':
        await sleep(fault.ms ?? 1000);
        return;
      case 'error':
        throw new CloudError('SYS_ERR', 'injected fault: the service failed');
      case 'conflict':
        throw this.services.database.injectConflict(parameters);
      case 'kill':
        invocation.kill();
        exchange.cut();
        throw new NoAnswer();
      case 'cut':
        exchange.cut();
        throw new NoAnswer();
      case 'timeout':
        // Never answered; the connection is closed when the run is over.
        invocation.onEnd(() => exchange.cut());
        throw new NoAnswer();
    }
  }

  private async run(action: string, parameters: WireParameters, invocation: Invocation, base: string): Promise<WireReply> {
    const { database, storage, wechat } = this.services;
    if (isDatabaseAction(action)) {
      const { reply, cost } = await database.run(action, parameters, { name: invocation.token, isFunction: invocation.openapi !== undefined });
      return { body: reply, cost };
    }
    if (isStorageAction(action)) return { body: runStorageAction(action, { storage, parameters, base }) };
    if (action === 'functions.invokeFunction') return { body: await this.invokeNested(parameters, invocation) };
    if (action === 'wx.openApi' || action === 'wx.wxPayApi') {
      const { requestData } = parameters;
      if (!Buffer.isBuffer(requestData)) throw invalidParameter('requestData is missing');
      const apiName = textOf(parameters, 'apiName');
      return { body: action === 'wx.openApi' ? wechat.openapi.call(apiName, requestData, invocation, base) : wechat.pay.call(apiName, requestData, invocation) };
    }
    throw invalidParameter(`the local cloud does not support ${action} yet`);
  }

  private async invokeNested(parameters: WireParameters, invocation: Invocation): Promise<object> {
    const outcome = await this.services.functions.invoke({
      name: textOf(parameters, 'function_name'),
      event: optionalText(parameters, 'request_data') ?? '{}',
      source: invocation.source === 'scf' ? 'scf' : `${invocation.source},scf`,
      openid: invocation.openid,
      nested: true,
    });
    if ('error' in outcome) throw new CloudError(outcome.error.code, outcome.error.errMsg);
    return { data: { response_data: JSON.stringify(outcome.result) } };
  }
}

async function readParameters(exchange: Exchange): Promise<WireParameters> {
  const bytes = await readBytes(exchange.request);
  const contentType = exchange.header('content-type') ?? '';
  return contentType.startsWith('multipart/form-data') ? parseMultipart(bytes, contentType) : parseJsonObject(bytes);
}
