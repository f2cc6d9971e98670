/** The storage actions of the wire protocol. */
import { invalidParameter } from '../kernel/cloud-error';
import { newToken } from '../kernel/ids';
import { textOf, type WireParameters } from '../database/actions/request';
import { DEFAULT_LINK_SECONDS, type Storage } from './storage';

interface StorageCall {
  readonly storage: Storage;
  readonly parameters: WireParameters;
  /** Address under which the caller reaches the cloud. */
  readonly base: string;
}

function getUploadMetadata({ storage, parameters, base }: StorageCall): object {
  const path = textOf(parameters, 'path');
  const ticket = storage.openUpload(path);
  return { data: { url: `${base}/upload/${ticket}`, token: ticket, authorization: 'local', fileId: storage.fileId(path), cosFileId: newToken('cos') } };
}

function listOf(parameters: WireParameters, name: string): unknown[] {
  const list = parameters[name];
  if (!Array.isArray(list) || list.length === 0 || list.length > 50) throw invalidParameter(`${name} must be a list of 1 to 50`);
  return list as unknown[];
}

/** The path of a file that exists here. */
function existingPath(storage: Storage, fileId: string): string | undefined {
  const path = storage.pathOf(fileId);
  return path !== undefined && storage.find(path) !== undefined ? path : undefined;
}

interface WantedLink {
  readonly fileId: string;
  readonly maxAgeSeconds: number | undefined;
}

function readWantedLink(entry: unknown): WantedLink {
  const { fileid, max_age: maxAge } = (typeof entry === 'object' && entry !== null ? entry : {}) as { fileid?: unknown; max_age?: unknown };
  if (typeof fileid !== 'string' || fileid === '') throw invalidParameter('file_list must name files by fileid');
  if (maxAge !== undefined && maxAge !== null && !(typeof maxAge === 'number' && maxAge >= 0)) throw invalidParameter('max_age must be a number of seconds');
  return { fileId: fileid, maxAgeSeconds: maxAge ? maxAge : undefined };
}

function batchGetDownloadUrl({ storage, parameters, base }: StorageCall): object {
  const list = listOf(parameters, 'file_list').map((entry) => {
    const { fileId, maxAgeSeconds } = readWantedLink(entry);
    const path = existingPath(storage, fileId);
    if (path === undefined) return { code: 'STORAGE_FILE_NONEXIST', fileid: fileId, fileID: fileId, tempFileURL: '' };
    return { code: 'SUCCESS', fileid: fileId, fileID: fileId, tempFileURL: storage.link(base, path, maxAgeSeconds), maxAge: maxAgeSeconds ?? DEFAULT_LINK_SECONDS };
  });
  return { data: { download_list: list } };
}

function batchDeleteFile({ storage, parameters }: StorageCall): object {
  const list = listOf(parameters, 'fileid_list').map((fileId) => {
    if (typeof fileId !== 'string' || fileId === '') throw invalidParameter('fileid_list must be a list of file ids');
    const path = existingPath(storage, fileId);
    return { fileID: fileId, code: path !== undefined && storage.remove(path) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' };
  });
  return { data: { delete_list: list } };
}

const ACTIONS: Readonly<Record<string, (call: StorageCall) => object>> = {
  'storage.getUploadMetadata': getUploadMetadata,
  'storage.batchGetDownloadUrl': batchGetDownloadUrl,
  'storage.batchDeleteFile': batchDeleteFile,
};

export const isStorageAction = (action: string): boolean => Object.hasOwn(ACTIONS, action);

export function runStorageAction(action: string, call: StorageCall): object {
  const handler = ACTIONS[action];
  if (handler === undefined) throw invalidParameter(`the local cloud does not support ${action} yet`);
  return handler(call);
}
