/** HTTP of the storage: the SDK's upload, the upload of a phone (as the person in x-openid), and links. */
import { CloudError, invalidParameter } from '../kernel/cloud-error';
import { readBytes } from '../http/body';
import type { Exchange } from '../http/exchange';
import type { Storage } from './storage';

const xmlError = (code: string): string => `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;

async function uploadBySdk(exchange: Exchange, storage: Storage, ticket: string): Promise<void> {
  const bytes = await readBytes(exchange.request);
  const path = storage.takeUpload(ticket);
  if (path === undefined) return exchange.send(403, 'application/xml', xmlError('AccessDenied'));
  storage.put(path, bytes, exchange.header('content-type') ?? guessContentType(path), null);
  // The SDK takes an empty body for success.
  exchange.send(200, 'text/plain', '');
}

async function uploadByPerson(exchange: Exchange, storage: Storage, path: string): Promise<void> {
  const openid = exchange.header('x-openid');
  if (openid === undefined) throw invalidParameter('x-openid is missing');
  storage.put(path, await readBytes(exchange.request), exchange.header('content-type') ?? guessContentType(path), openid);
  exchange.json(200, { fileID: storage.fileId(path), errMsg: 'cloud.uploadFile:ok', statusCode: 200 });
}

function download(exchange: Exchange, storage: Storage, path: string): void {
  const { searchParams } = exchange.url;
  if (!storage.isLinkValid(path, searchParams.get('sign') ?? '', searchParams.get('t') ?? '')) {
    return exchange.send(403, 'application/xml', xmlError('AccessDenied'));
  }
  const file = storage.find(path);
  const bytes = storage.read(path);
  if (file === undefined || bytes === undefined) return exchange.send(404, 'application/xml', xmlError('NoSuchKey'));
  exchange.send(200, file.contentType, bytes);
}

const CONTENT_TYPES: Readonly<Record<string, string>> = { png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', webp: 'image/webp', svg: 'image/svg+xml', txt: 'text/plain' };

const guessContentType = (path: string): string => CONTENT_TYPES[path.split('.').pop()?.toLowerCase() ?? ''] ?? 'application/octet-stream';

/** Answers /upload/… and /storage/…; false when the path is neither. */
export async function handleStorage(exchange: Exchange, storage: Storage): Promise<boolean> {
  const { pathname } = exchange.url;
  const { method } = exchange;
  try {
    if (pathname.startsWith('/upload/') && method === 'PUT') {
      await uploadBySdk(exchange, storage, pathname.slice('/upload/'.length));
      return true;
    }
    if (!pathname.startsWith('/storage/')) return false;
    const path = decodeURIComponent(pathname.slice('/storage/'.length));
    if (method === 'PUT' || method === 'POST') await uploadByPerson(exchange, storage, path);
    else download(exchange, storage, path);
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    exchange.json(error.code === 'STORAGE_EXCEED_AUTHORITY' ? 403 : 400, { errCode: error.code === 'STORAGE_EXCEED_AUTHORITY' ? -503002 : -501007, errMsg: error.message });
  }
  return true;
}
