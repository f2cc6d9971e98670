/** The local cloud for programs and tests. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { LocalCloud, type LocalCloudOptions } from './local-cloud';

export type { Deployment } from './functions/functions';
export type { CallbackFault, CallFault } from './functions/faults';
export type { MeterRecord } from './functions/meters';
export type { LocalCloudOptions } from './local-cloud';
export { bareSeedSource, type SeedData, type SeedName, type SeedPayment, type SeedPerson, type SeedSource } from './seed';
export { withRealSdk } from './real-sdk';
export type * from './sdk-types';

export interface MountedCloud {
  /** The cloud itself: clock, faults, meters, inbox, functions. */
  readonly cloud: LocalCloud;
  /** Answers a request that is for the cloud; false leaves it to the caller. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** Loads the data and listens (0 takes a free port); gives the address. Must come first: the functions call back over it. */
  listen(port?: number): Promise<string>;
  close(): Promise<void>;
}

/** A local cloud that is not started yet; the preview mounts `handle` on its own port. */
export function createLocalCloud(options: LocalCloudOptions): MountedCloud {
  const cloud = new LocalCloud(options);
  return {
    cloud,
    handle: (request, response) => cloud.handle(request, response),
    listen: async (port = 0) => {
      await cloud.start(port);
      return cloud.url;
    },
    close: () => cloud.close(),
  };
}

export interface RunningCloud {
  readonly url: string;
  readonly cloud: LocalCloud;
  close(): Promise<void>;
  /** Stops in the middle of everything, as a crash would. */
  kill(): Promise<void>;
  /** Calls a function as this person would; gives `{result}` or `{error}`. */
  call(name: string, event: object, openid?: string): Promise<CallReply>;
  /** POST (body given) or GET of a control endpoint, e.g. `control('clock', {advanceMs: 1000})`. */
  control(path: string, body?: object): Promise<Record<string, unknown>>;
}

export interface CallReply {
  readonly result?: unknown;
  readonly error?: { readonly errCode: number; readonly errMsg: string };
  readonly requestId?: string;
  readonly serverNowMs: number;
}

/** Starts a local cloud in this process, in memory and without timers unless the options say otherwise. */
export async function startLocalCloud({ port = 0, ...options }: LocalCloudOptions & { readonly port?: number } = {}): Promise<RunningCloud> {
  const { cloud, listen, close } = createLocalCloud(options);
  const url = await listen(port);
  const send = async (path: string, init: RequestInit): Promise<unknown> => (await fetch(`${url}${path}`, init)).json();
  return {
    url,
    cloud,
    close,
    kill: () => cloud.kill(),
    call: async (name, event, openid) => {
      const headers = { 'content-type': 'application/json', ...(openid !== undefined && { 'x-openid': openid }) };
      return (await send(`/functions/${name}`, { method: 'POST', headers, body: JSON.stringify(event) })) as CallReply;
    },
    control: async (path, body) => {
      const init: RequestInit = body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
      return (await send(`/control/${path}`, init)) as Record<string, unknown>;
    },
  };
}
