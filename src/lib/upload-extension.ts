import type { ApiContract } from '@contract';

type IssueUpload = ApiContract['media.issueUpload']['input'];
export type UploadPurpose = IssueUpload['purpose'];

const EXTENSIONS: readonly IssueUpload['extension'][] = ['jpg', 'jpeg', 'png', 'webp', 'mp3', 'aac', 'm4a'];

/** The extension a file is stored under; a path without a known one comes from the camera and is a JPEG. */
export function uploadExtension(path: string): IssueUpload['extension'] {
  const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase();
  return EXTENSIONS.find((known) => known === ending) ?? 'jpg';
}
