/** The function service: who may invoke what, with which limits, and what the caller gets back. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FunctionDeclaration } from '../../../cloudfunctions/deploy';
import type { Clock } from '../kernel/clock';
import { baseEnvironment, declaredEnvironment, ENVIRONMENT_ID, invocationEnvironment } from './environment';
import { Invocation } from './invocation';
import type { Meters } from './meters';
import { WorkerPool, type JobOutcome } from './worker-pool';

export interface Deployment {
  readonly functions: readonly FunctionDeclaration[];
  readonly invokeRules: Readonly<Record<string, { readonly invoke: boolean }>>;
}

export interface InvokeRequest {
  readonly name: string;
  /** The event as JSON text. */
  readonly event: string;
  readonly source: string;
  readonly openid?: string | undefined;
  /** Invoked by another function: not bound by the invoke rules, which are for clients. */
  readonly nested?: boolean;
}

export type InvokeOutcome =
  | { readonly result: unknown; readonly requestId: string }
  | { readonly error: InvokeError; readonly requestId: string };

export interface InvokeError {
  /** What a client gets. */
  readonly errCode: number;
  readonly errMsg: string;
  /** What the SDK in another function gets. */
  readonly code: string;
}

export type ClientOutcome = Exclude<InvokeOutcome, { readonly error: unknown }> | { readonly error: Omit<InvokeError, 'code'>; readonly requestId: string };

const CLIENT_EVENT_LIMIT_BYTES = 100 * 1024;
const NESTED_EVENT_LIMIT_BYTES = 6 * 1024 * 1024;
const CLIENT_RESULT_LIMIT_BYTES = 1024 * 1024;
const NESTED_RESULT_LIMIT_BYTES = 6 * 1024 * 1024;

/** Numbers as the documentation of callFunction gives them, and the codes of the wire. */
const INVOKE_ERRORS = {
  notFound: [-501000, 'FUNCTION_NOT_FOUND'],
  refused: [-501023, 'PERMISSION_DENIED'],
  tooLarge: [-501007, 'EXCEED_MAX_PAYLOAD_SIZE'],
  failed: [-504002, 'FUNCTIONS_EXECUTE_FAIL'],
  memory: [-504002, 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED'],
  timeout: [-504003, 'FUNCTIONS_TIME_LIMIT_EXCEEDED'],
  resultTooLarge: [-604001, 'FUNCTIONS_EXECUTE_FAIL'],
} as const;

function failure(reason: keyof typeof INVOKE_ERRORS, errMsg: string, requestId: string): InvokeOutcome {
  const [errCode, code] = INVOKE_ERRORS[reason];
  return { error: { errCode, errMsg, code }, requestId };
}

const executeFailed = (reason: 'failed' | 'memory', text: string, requestId: string): InvokeOutcome =>
  failure(reason, `errCode: ${INVOKE_ERRORS.failed[0]} functions execute fail | errMsg: ${text}`, requestId);

export class Functions {
  private readonly active = new Map<string, Invocation>();
  private readonly pool: WorkerPool;
  private readonly folder: string;

  constructor(
    private readonly deployment: Deployment,
    functionsDir: string,
    private readonly clock: Clock,
    private readonly meters: Meters,
    capacity: number,
    /** Where the SDK inside the workers finds the cloud; known once something listens. */
    private readonly url: () => string,
  ) {
    this.folder = resolve(functionsDir);
    this.pool = new WorkerPool(capacity);
  }

  /** The run a wire call belongs to. */
  byToken(token: string): Invocation | undefined {
    return this.active.get(token);
  }

  declared(): readonly FunctionDeclaration[] {
    return this.deployment.functions;
  }

  isBuilt(name: string): boolean {
    return existsSync(this.bundlePath(name));
  }

  /** A call from a client: bound by the invoke rules and the payload limit of clients. */
  async invokeAsClient(request: InvokeRequest): Promise<ClientOutcome> {
    const outcome = this.refusalOf(request) ?? (await this.invoke(request));
    if (!('error' in outcome)) return outcome;
    const { errCode, errMsg } = outcome.error;
    return { error: { errCode, errMsg }, requestId: outcome.requestId };
  }

  private refusalOf(request: InvokeRequest): InvokeOutcome | undefined {
    const { invokeRules } = this.deployment;
    const rule = Object.hasOwn(invokeRules, request.name) ? invokeRules[request.name] : invokeRules['*'];
    if (rule?.invoke !== false) return undefined;
    return failure('refused', `cloud.callFunction:fail Error: errCode: ${INVOKE_ERRORS.refused[0]} permission denied | errMsg: clients may not invoke ${request.name}`, '');
  }

  async invoke(request: InvokeRequest): Promise<InvokeOutcome> {
    const declaration = this.deployment.functions.find(({ name }) => name === request.name);
    if (declaration === undefined || !this.isBuilt(request.name)) {
      const hint = declaration === undefined ? 'not declared in cloudfunctions/deploy.ts' : `no bundle at ${this.bundlePath(request.name)}`;
      return failure('notFound', `FunctionName parameter could not be found: ${request.name} (${hint})`, '');
    }
    const limit = request.nested === true ? NESTED_EVENT_LIMIT_BYTES : CLIENT_EVENT_LIMIT_BYTES;
    if (Buffer.byteLength(request.event) > limit) return failure('tooLarge', `EXCEED_MAX_PAYLOAD_SIZE: the event is over ${limit} bytes`, '');
    const invocation = new Invocation(request.name, request.source, request.openid, routeOf(request.event), declaration.openapi);
    this.active.set(invocation.token, invocation);
    try {
      const outcome = this.answer(await this.runJob(declaration, invocation, request), declaration, invocation);
      this.meters.add(invocation, 'error' in outcome ? outcome.error.errCode : undefined);
      return outcome;
    } finally {
      this.active.delete(invocation.token);
      invocation.end();
    }
  }

  /** Whether no invocation is running or waiting for an instance. */
  get isIdle(): boolean {
    return this.active.size === 0;
  }

  /** Ends every running invocation; its caller gets the answer of a died instance. */
  endAll(): void {
    for (const invocation of this.active.values()) invocation.kill();
  }

  close(): Promise<void> {
    return this.pool.close();
  }

  private bundlePath(name: string): string {
    return join(this.folder, name, 'index.js');
  }

  private runJob(declaration: FunctionDeclaration, invocation: Invocation, request: InvokeRequest): Promise<JobOutcome> {
    const instanceEnvironment = { ...baseEnvironment(this.url()), ...declaredEnvironment(declaration) };
    const environment = invocationEnvironment(invocation, this.clock.offsetMs);
    return this.pool.run({
      functionName: declaration.name,
      bundlePath: this.bundlePath(declaration.name),
      event: request.event,
      context: {
        request_id: invocation.requestId,
        requestId: invocation.requestId,
        function_name: declaration.name,
        function_version: '$LATEST',
        namespace: ENVIRONMENT_ID,
        memory_limit_in_mb: declaration.memoryMegabytes,
        time_limit_in_ms: declaration.timeoutSeconds * 1000,
        environment: JSON.stringify({ ...instanceEnvironment, ...environment }),
      },
      instanceEnvironment,
      environment,
      timeoutMs: declaration.timeoutSeconds * 1000,
      memoryMegabytes: declaration.memoryMegabytes,
      resultLimitBytes: request.nested === true ? NESTED_RESULT_LIMIT_BYTES : CLIENT_RESULT_LIMIT_BYTES,
      nested: request.nested === true,
      onLog: (level, text) => invocation.log(level, text),
      onStart: (kill) => invocation.attachWorker(kill),
    });
  }

  private answer(outcome: JobOutcome, declaration: FunctionDeclaration, { requestId }: Invocation): InvokeOutcome {
    switch (outcome.kind) {
      case 'result':
        return { result: JSON.parse(outcome.text) as unknown, requestId };
      case 'failure':
        return executeFailed('failed', outcome.text, requestId);
      case 'tooLarge':
        return failure('resultTooLarge', 'the result of the function is over the limit (1 MB to a client, 6 MB to a function)', requestId);
      case 'memory':
        return executeFailed('memory', `memory limit exceeded: the function has ${declaration.memoryMegabytes} MB`, requestId);
      case 'exit':
        // Worded as the cloud words an instance that ended before it answered.
        return executeFailed('failed', `${outcome.exitCode} code exit unexpected`, requestId);
      case 'timeout': {
        const text = `Invoking task timed out after ${declaration.timeoutSeconds} seconds`;
        return failure('timeout', `errCode: ${INVOKE_ERRORS.timeout[0]} functions time out | errMsg: ${text}`, requestId);
      }
    }
  }
}

/** `route` of the event, the name under which faults and meters know the call. */
function routeOf(event: string): string | undefined {
  try {
    const { route } = (JSON.parse(event) ?? {}) as { route?: unknown };
    return typeof route === 'string' ? route : undefined;
  } catch {
    return undefined;
  }
}
