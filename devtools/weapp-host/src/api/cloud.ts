import type { Host } from '../host';
import { ApiFailure, callbackApi, type CallbackOptions } from './callback-api';
import type { Network } from './network';

interface CallOptions {
  name: string
  data?: Record<string, unknown>
}

interface UploadOptions {
  cloudPath: string
  filePath: string
}

interface FunctionReply {
  result?: unknown
  error?: { errCode?: number; errMsg?: string }
}

/** WeChat's code for a request that never reached the cloud. */
const NETWORK_ERROR_CODE = -601002;
const MAX_CALL_BYTES = 5 * 1024 * 1024;

let nextRequest = 1;

function offline(): ApiFailure {
  return new ApiFailure(`${NETWORK_ERROR_CODE} network`, { errCode: NETWORK_ERROR_CODE });
}

async function request(host: Host, network: Network, path: string, init: RequestInit): Promise<Response> {
  if (!network.isOnline) throw offline();
  const headers = { 'x-openid': host.settings.person, ...(init.headers as Record<string, string> | undefined) };
  try {
    return await fetch(`${host.config.cloudUrl}${path}`, { ...init, headers });
  } catch {
    throw offline();
  }
}

async function callFunction(host: Host, network: Network, options: CallOptions): Promise<object> {
  const body = JSON.stringify(options.data ?? {});
  const call = { name: options.name, data: JSON.parse(body) as unknown, durationMs: 0 } as Host['handle']['cloudCalls'][number];
  host.handle.cloudCalls.push(call);
  const startedAtMs = performance.now();
  try {
    if (body.length > MAX_CALL_BYTES) throw new ApiFailure('-504002 data exceed max size', { errCode: -504002 });
    const response = await request(host, network, `/functions/${encodeURIComponent(options.name)}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const reply = (await response.json()) as FunctionReply;
    if (reply.error) {
      const errCode = reply.error.errCode ?? -504002;
      throw new ApiFailure(`Error: errCode: ${errCode} | errMsg: ${reply.error.errMsg ?? ''}`, { errCode });
    }
    call.reply = reply.result;
    return { result: reply.result, requestID: `local-${nextRequest++}`, errMsg: 'cloud.callFunction:ok' };
  } catch (error) {
    call.error = error instanceof Error ? error.message : String(error);
    throw error;
  } finally {
    call.durationMs = Math.round(performance.now() - startedAtMs);
  }
}

const storagePath = (cloudPath: string): string => `/storage/${cloudPath.split('/').map(encodeURIComponent).join('/')}`;

async function uploadFile(host: Host, network: Network, options: UploadOptions): Promise<object> {
  const blob = host.files.get(options.filePath);
  if (!blob) throw new ApiFailure(`file not found: ${options.filePath}`, { errCode: -1 });
  const response = await request(host, network, storagePath(options.cloudPath), { method: 'PUT', headers: { 'content-type': blob.type || 'application/octet-stream' }, body: blob });
  const reply = (await response.json().catch(() => ({}))) as { fileID?: string; fileId?: string; error?: { errCode?: number; errMsg?: string } };
  const fileID = reply.fileID ?? reply.fileId;
  if (!response.ok || !fileID) throw new ApiFailure(reply.error?.errMsg ?? `upload refused (${response.status})`, { errCode: reply.error?.errCode ?? -503001 });
  return { fileID, statusCode: 200 };
}

/** `cloud://env.bucket/a/b.jpg` to `a/b.jpg`. */
export function pathOfFileId(fileId: string): string {
  return fileId.replace(/^cloud:\/\/[^/]*\//, '');
}

async function downloadFile(host: Host, network: Network, fileID: string): Promise<object> {
  const response = await request(host, network, storagePath(pathOfFileId(fileID)), { method: 'GET' });
  if (!response.ok) throw new ApiFailure(`download refused (${response.status})`, { errCode: -503003 });
  const blob = await response.blob();
  return { tempFilePath: host.files.add(blob, pathOfFileId(fileID).split('.').pop() ?? ''), statusCode: response.status };
}

/** Uploads answer with a task, whatever callbacks are given; it cannot be aborted half way here. */
function withTask<Options extends object>(api: (options?: Options & CallbackOptions) => Promise<object> | undefined) {
  return (options: Options & CallbackOptions): object => {
    const task = { onProgressUpdate: (listener: (progress: object) => void) => void window.setTimeout(() => listener({ progress: 100 }), 0), offProgressUpdate: () => undefined, abort: () => undefined };
    const promise = api(options);
    return promise ? Object.assign(promise, task) : task;
  };
}

/** wx.cloud: functions and storage of the local cloud, as the person of this phone. */
export function cloudApi(host: Host, network: Network): object {
  const cloud = {
    init: () => undefined,
    callFunction: callbackApi<CallOptions>('cloud.callFunction', (options) => callFunction(host, network, options)),
    uploadFile: withTask(callbackApi<UploadOptions>('cloud.uploadFile', (options) => uploadFile(host, network, options))),
    downloadFile: withTask(callbackApi<{ fileID: string }>('cloud.downloadFile', ({ fileID }) => downloadFile(host, network, fileID))),
    CloudID: class CloudID {
      constructor(readonly cloudID: string) {}
    },
  };
  const covered = new Set<string | symbol>(Object.keys(cloud));
  return {
    cloud: new Proxy(cloud, {
      get(target, name, receiver): unknown {
        if (typeof name === 'symbol' || covered.has(name) || name === 'then') return Reflect.get(target, name, receiver);
        return () => {
          host.handle.missing.push(`wx.cloud.${name}`);
          throw new Error(`weapp-host does not cover wx.cloud.${name}`);
        };
      },
    }),
  };
}
