/** The storage actions of the wire protocol. */
import { invalidParameter } from '../kernel/cloud-error';
import { newToken } from '../kernel/ids';
import { textOf, type WireParameters } from '../database/actions/request';
import type { Storage } from './storage';

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

function pathOrNothing(storage: Storage, fileId: string): string | undefined {
  try {
    return storage.pathOf(fileId);
  } catch {
    return undefined;
  }
}

function batchGetDownloadUrl({ storage, parameters, base }: StorageCall): object {
  const list = listOf(parameters, 'file_list').map((entry) => {
    const { fileid, max_age: maxAge } = entry as { fileid: string; max_age?: number };
    const path = pathOrNothing(storage, fileid);
    if (path === undefined || storage.find(path) === undefined) return { code: 'STORAGE_FILE_NONEXIST', fileid, fileID: fileid, tempFileURL: '' };
    return { code: 'SUCCESS', fileid, fileID: fileid, tempFileURL: storage.link(base, path, maxAge), maxAge: maxAge ?? 7200 };
  });
  return { data: { download_list: list } };
}

function batchDeleteFile({ storage, parameters }: StorageCall): object {
  const list = listOf(parameters, 'fileid_list').map((fileId) => {
    const path = pathOrNothing(storage, String(fileId));
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
