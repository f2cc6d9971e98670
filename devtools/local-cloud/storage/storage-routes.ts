/** HTTP of the storage: the SDK's upload, the upload of a phone (as the person in x-openid), and links. */
import { CloudError, invalidParameter } from '../kernel/cloud-error';
import { readBytes } from '../http/body';
import type { Exchange } from '../http/exchange';
import type { Storage } from './storage';

/** The form the object store answers failures in; the SDK reads all four fields. */
const xmlError = (code: string, message = code): string =>
  `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${message}</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>`;

async function uploadBySdk(exchange: Exchange, storage: Storage, ticket: string): Promise<void> {
  try {
    const bytes = await readBytes(exchange.request);
    const path = storage.takeUpload(ticket);
    if (path === undefined) return exchange.send(403, 'application/xml', xmlError('AccessDenied'));
    storage.put(path, bytes, exchange.header('content-type') ?? guessContentType(path), null);
    // The SDK takes an empty body for success.
    exchange.send(200, 'text/plain', '');
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    exchange.send(400, 'application/xml', xmlError('EntityTooLarge', error.message));
  }
}

async function uploadByPerson(exchange: Exchange, storage: Storage, path: string): Promise<void> {
  const openid = exchange.header('x-openid');
  if (openid === undefined) throw invalidParameter('x-openid is missing');
  storage.put(path, await readBytes(exchange.request), exchange.header('content-type') ?? guessContentType(path), openid);
  exchange.json(200, { fileID: storage.fileId(path), errMsg: 'cloud.uploadFile:ok', statusCode: 200 });
}

/** The names a path in an address may mean: the SDK encodes links once more than others do. */
function pathsMeant(encoded: string): string[] {
  const paths: string[] = [];
  try {
    for (let path = encoded; paths.length < 2; paths.push(path)) path = decodeURIComponent(path);
  } catch {
    if (paths.length === 0) throw invalidParameter('not an address of a file');
  }
  return paths;
}

function download(exchange: Exchange, storage: Storage, paths: readonly string[]): void {
  const { searchParams } = exchange.url;
  const path = paths.find((one) => storage.isLinkValid(one, searchParams.get('sign') ?? '', searchParams.get('t') ?? ''));
  if (path === undefined) return exchange.send(403, 'application/xml', xmlError('AccessDenied'));
  const file = storage.find(path);
  const bytes = storage.read(path);
  if (file === undefined || bytes === undefined) return exchange.send(404, 'application/xml', xmlError('NoSuchKey'));
  exchange.send(200, file.contentType, bytes);
}

const CONTENT_TYPES: Readonly<Record<string, string>> = { png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp', svg: 'image/svg+xml', txt: 'text/plain', json: 'application/json', pdf: 'application/pdf', mp4: 'video/mp4', mp3: 'audio/mpeg' };

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
    const paths = pathsMeant(pathname.slice('/storage/'.length));
    if (method === 'PUT' || method === 'POST') await uploadByPerson(exchange, storage, paths[0] ?? '');
    else if (method === 'GET' || method === 'HEAD') download(exchange, storage, paths);
    else exchange.send(405, 'application/xml', xmlError('MethodNotAllowed'));
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    exchange.json(error.code === 'STORAGE_EXCEED_AUTHORITY' ? 403 : 400, { errCode: error.code === 'STORAGE_EXCEED_AUTHORITY' ? -503002 : -501007, errMsg: error.message });
  }
  return true;
}
