import type { MEDIA_PURPOSES } from '@contract';
import { randomId } from '../kernel/ids';
import { fail } from '../kernel/result';
import { RULES } from '../rules';
import { cloud } from './cloud';
import { countRequest } from './meter';

export type MediaPurpose = (typeof MEDIA_PURPOSES)[number];

/** getTempFileURL takes so many files in one call. */
const LINKS_MAX = 50;

/**
 * Short-lived links of files, for readers who may see them. One request, none for no files; a file that is gone has null.
 */
export const temporaryLinks = async (fileIds: readonly string[]): Promise<ReadonlyMap<string, string | null>> => {
  const wanted = [...new Set(fileIds)].slice(0, LINKS_MAX);
  if (wanted.length === 0) return new Map();
  countRequest();
  const fileList = wanted.map((fileID) => ({ fileID, maxAge: RULES.media.linkSeconds }));
  const reply = (await cloud.getTempFileURL({ fileList })) as unknown as { readonly fileList: readonly { readonly fileID: string; readonly tempFileURL?: string; readonly status?: number }[] };
  const found = reply.fileList;
  return new Map(found.map((file) => [file.fileID, file.status === 0 && file.tempFileURL ? file.tempFileURL : null]));
};

/** What the storage says of a file that is not there (WIRE.md: per file, code -503003). */
const FILE_GONE_STATUS = -503_003;

/**
 * Takes files away for good. One that is gone already is as good.
 * @throws when the storage keeps one; whoever asked tries again.
 */
export const deleteFiles = async (fileIds: readonly string[]): Promise<void> => {
  if (fileIds.length === 0) return;
  const { fileList } = (await cloud.deleteFile({ fileList: [...fileIds] })) as unknown as { readonly fileList: readonly { readonly fileID: string; readonly status: number }[] };
  const kept = fileList.filter(({ status }) => status !== 0 && status !== FILE_GONE_STATUS);
  if (kept.length > 0) throw new Error(`${kept.length} files were not taken away: status ${kept.map(({ status }) => status).join(', ')}`);
};

/** Where one person's files lie; nobody else is ever sent a path below it. */
const folderOf = (memberId: string): string => `uploads/${memberId}/`;

/** The path inside the bucket, or null when the id is none of ours: `cloud://<environment>.<bucket>/<path>`. */
const pathOfFile = (fileId: string): string | null => {
  const match = /^cloud:\/\/[\w.-]+\/(.+)$/.exec(fileId);
  const path = match?.[1] ?? null;
  if (path === null || path.split('/').some((part) => part === '' || part === '.' || part === '..')) return null;
  return path;
};

/** Whether the file lies in the folder that was issued to this person. */
export const isOwnFile = (fileId: string, memberId: string): boolean => pathOfFile(fileId)?.startsWith(folderOf(memberId)) ?? false;

/** Refuses FILE_NOT_YOURS for a file that somebody else uploaded or that lies nowhere of ours. */
export const assertOwnFile = (fileId: string, memberId: string): void => {
  if (!isOwnFile(fileId, memberId)) fail('FILE_NOT_YOURS');
};

/** A fresh path in the person's folder; random, so that nobody guesses a neighbour's picture. */
export const issueUploadPath = (memberId: string, purpose: MediaPurpose, extension: string): string => `${folderOf(memberId)}${purpose}/${randomId()}.${extension}`;
