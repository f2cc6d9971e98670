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
  | { readonly error: { readonly errCode: number; readonly errMsg: string }; readonly requestId: string };

const CLIENT_EVENT_LIMIT_BYTES = 100 * 1024;
const NESTED_EVENT_LIMIT_BYTES = 6 * 1024 * 1024;
const RESULT_LIMIT_BYTES = 1024 * 1024;

/** Numbers as the documentation of callFunction gives them. */
export const INVOKE_ERRORS = { notFound: -501000, refused: -501023, tooLarge: -501007, failed: -504002, timeout: -504003, resultTooLarge: -604001 } as const;

const failure = (errCode: number, errMsg: string, requestId: string): InvokeOutcome => ({ error: { errCode, errMsg }, requestId });

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
  async invokeAsClient(request: InvokeRequest): Promise<InvokeOutcome> {
    const rule = this.deployment.invokeRules[request.name] ?? this.deployment.invokeRules['*'];
    if (rule?.invoke === false) {
      return failure(INVOKE_ERRORS.refused, `cloud.callFunction:fail Error: errCode: ${INVOKE_ERRORS.refused} permission denied | errMsg: clients may not invoke ${request.name}`, '');
    }
    return this.invoke(request);
  }

  async invoke(request: InvokeRequest): Promise<InvokeOutcome> {
    const declaration = this.deployment.functions.find(({ name }) => name === request.name);
    if (declaration === undefined || !this.isBuilt(request.name)) {
      const hint = declaration === undefined ? 'not declared in cloudfunctions/deploy.ts' : `no bundle at ${this.bundlePath(request.name)}`;
      return failure(INVOKE_ERRORS.notFound, `FunctionName parameter could not be found: ${request.name} (${hint})`, '');
    }
    const limit = request.nested === true ? NESTED_EVENT_LIMIT_BYTES : CLIENT_EVENT_LIMIT_BYTES;
    if (Buffer.byteLength(request.event) > limit) return failure(INVOKE_ERRORS.tooLarge, `EXCEED_MAX_PAYLOAD_SIZE: the event is over ${limit} bytes`, '');
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
      nested: request.nested === true,
      onLog: (level, text) => invocation.log(level, text),
      onStart: (kill) => invocation.attachWorker(kill),
    });
  }

  private answer(outcome: JobOutcome, declaration: FunctionDeclaration, { requestId }: Invocation): InvokeOutcome {
    if (outcome.kind === 'timeout') {
      const text = `errCode: ${INVOKE_ERRORS.timeout} functions time out | errMsg: Invoking task timed out after ${declaration.timeoutSeconds} seconds`;
      return failure(INVOKE_ERRORS.timeout, text, requestId);
    }
    if (outcome.kind !== 'result') {
      const reason = outcome.kind === 'died' ? 'the instance exited before it answered' : outcome.text;
      return failure(INVOKE_ERRORS.failed, `errCode: ${INVOKE_ERRORS.failed} functions execute fail | errMsg: ${reason}`, requestId);
    }
    if (Buffer.byteLength(outcome.text) > RESULT_LIMIT_BYTES) return failure(INVOKE_ERRORS.resultTooLarge, 'the result is over 1 MB', requestId);
    return { result: JSON.parse(outcome.text) as unknown, requestId };
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
