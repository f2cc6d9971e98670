import type { Host } from '../host';
import { ApiFailure, callbackApi } from './callback-api';

interface WriteOptions {
  filePath: string
  data: string | ArrayBuffer
  encoding?: string
}

interface ReadOptions {
  filePath: string
  encoding?: string
}

function toBlob({ data, encoding }: WriteOptions): Blob {
  if (typeof data !== 'string') return new Blob([data]);
  if (encoding !== 'base64') return new Blob([data], { type: 'text/plain' });
  return new Blob([Uint8Array.from(atob(data), (character) => character.charCodeAt(0))]);
}

async function toBase64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

async function read(host: Host, { filePath, encoding }: ReadOptions): Promise<{ data: string | ArrayBuffer }> {
  const blob = host.files.get(filePath);
  if (!blob) throw new ApiFailure(`no such file or directory, open '${filePath}'`, { errno: 1300002 });
  if (!encoding) return { data: await blob.arrayBuffer() };
  return { data: encoding === 'base64' ? await toBase64(blob) : await blob.text() };
}

interface ShareFileOptions {
  filePath: string
  fileName?: string
}

/** The small part of WeChat's file system a program needs to write a picture and upload it, or a text piece by piece and send it. Reading is asynchronous only. */
export function filesApi(host: Host): object {
  const write = (options: WriteOptions): void => host.files.put(options.filePath, toBlob(options));
  const requireFile = (path: string): Blob => {
    const blob = host.files.get(path);
    if (!blob) throw new ApiFailure(`no such file or directory, access '${path}'`, { errno: 1300002 });
    return blob;
  };
  const manager = {
    writeFile: callbackApi<WriteOptions>('writeFile', write),
    appendFile: callbackApi<WriteOptions>('appendFile', (options) => host.files.put(options.filePath, new Blob([requireFile(options.filePath), toBlob(options)]))),
    writeFileSync: (filePath: string, data: string | ArrayBuffer, encoding?: string) => write({ filePath, data, encoding }),
    readFile: callbackApi<ReadOptions>('readFile', (options) => read(host, options)),
    access: callbackApi<{ path: string }>('access', ({ path }) => void requireFile(path)),
    accessSync: (path: string) => void requireFile(path),
    unlink: callbackApi<{ filePath: string }>('unlink', ({ filePath }) => host.files.remove(filePath)),
    unlinkSync: (filePath: string) => host.files.remove(filePath),
    getFileInfo: callbackApi<{ filePath: string }>('getFileInfo', ({ filePath }) => ({ size: requireFile(filePath).size })),
  };
  /** WeChat asks for the chat first; here the file is sent at once. */
  const share = async ({ filePath, fileName }: ShareFileOptions): Promise<void> => {
    const text = await requireFile(filePath).text();
    host.handle.sharedFiles.push({ name: fileName ?? filePath.split('/').at(-1) ?? '', text });
  };
  return {
    shareFileMessage: callbackApi<ShareFileOptions>('shareFileMessage', share),
    getFileSystemManager: () => manager,
    getFileInfo: manager.getFileInfo,
  };
}
